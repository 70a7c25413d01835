"""One story as one person sees it now: what it holds, and what this person may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hospitality_desk.domain.ids import PersonId, StoryId
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.gate import may_read
from hospitality_desk.domain.stories.open_questions import OpenQuestion
from hospitality_desk.domain.stories.scenes import Decision, StoryText
from hospitality_desk.domain.stories.story import Story, StoryStatus
from hospitality_desk.domain.text import folded, has_a_word
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.kinds import kind_name
from hospitality_desk.gui.widgets.moments import time_words, when_words
from hospitality_desk.words import _

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from hospitality_desk.queries.stories import StoryWhole


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryNow:
    """What the editor shows. `may_write` is about this story: one drawn from a problem takes a manager."""

    whole: StoryWhole
    now: datetime
    zone: ZoneInfo
    acting: PersonId | None
    may_write: bool
    may_release: bool
    may_print: bool
    is_opened: bool = False
    """Somebody said here that a read or released story is to be written on again."""

    @classmethod
    def of(cls, whole: StoryWhole, around: Around) -> StoryNow:
        """Look at a story as whoever acts here, at this moment."""
        acting = around.acting
        needs = Permission.WRITE_STORIES if whole.story.is_blank else Permission.DRAW_STORIES
        return cls(
            whole=whole,
            now=around.bridge.now(),
            zone=around.bridge.house.zone,
            acting=acting.person_id,
            may_write=acting.may(needs) and not whole.is_closed,
            may_release=acting.may(Permission.RELEASE_STORIES) and not whole.is_closed,
            may_print=acting.may(Permission.PRINT_STORIES),
        )

    @property
    def is_closed(self) -> bool:
        """Tell whether who acts here may not see it yet."""
        return self.whole.is_closed

    @property
    def story(self) -> Story:
        """Return the story itself."""
        return self.whole.story

    @property
    def story_id(self) -> StoryId:
        """Return its id."""
        return self.whole.story.story_id

    @property
    def text(self) -> StoryText:
        """Return all that is written and decided."""
        return self.whole.story.text

    @property
    def title(self) -> str:
        """Return what it is called, also where nobody has named it."""
        return self.text.title if has_a_word(self.text.title) else f"#{self.story.number}"

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return what is decided and still holds: a value that came back stands among the open ones alone."""
        again = {folded(each.value) for each in self.undecided}
        return tuple(each for each in self.text.decisions if folded(each.value) not in again)

    @property
    def is_held(self) -> bool:
        """Tell whether a word more would take a reading or the release away: nobody does that by a stray key."""
        return self.story.status in (StoryStatus.READ, StoryStatus.RELEASED) and not self.is_opened

    @property
    def may_edit(self) -> bool:
        """Tell whether its words can be written on at this moment."""
        return self.may_write and not self.is_held

    @property
    def undecided(self) -> tuple[OpenQuestion, ...]:
        """Return what still asks for a decision."""
        return self.whole.undecided

    @property
    def needs_a_reader(self) -> bool:
        """Tell whether a second person's reading is all it lacks."""
        return self.story.status == StoryStatus.DRAFT and len(self.whole.gate) == 1 and not self.undecided

    @property
    def may_be_read_by_me(self) -> bool:
        """Tell whether who acts here may be the second person."""
        return self.acting is not None and not self.is_closed and may_read(self.story, self.acting)

    @property
    def is_ready(self) -> bool:
        """Tell whether it may be released at once."""
        return self.story.status == StoryStatus.READ and not self.whole.gate

    def note(self, n: int) -> Note | None:
        """Return a note of the problem it was drawn from."""
        return None if self.whole.incident is None else self.whole.incident.note(n)

    def note_time(self, n: int) -> str:
        """Return when a note happened, on the house's clock; no words for one that is not there."""
        note = self.note(n)
        return "" if note is None else time_words(note.happened_at or note.recorded_at, self.zone)

    def note_words(self, n: int) -> str:
        """Return a note in short: "Saw 12:31"."""
        note = self.note(n)
        return "" if note is None else f"{kind_name(note.kind)} {self.note_time(n)}"

    def when(self, moment: datetime) -> str:
        """Return a time of day, with the day where that is not clear."""
        return when_words(moment, self.now, self.zone)

    def name(self, person_id: PersonId | None) -> str:
        """Return a colleague's name, also of one who left."""
        return self.whole.names.get(person_id, "") if person_id is not None else ""

    @property
    def status_words(self) -> str:
        """Return where it stands: "Read by Carlo"."""
        story = self.story
        match story.status:
            case StoryStatus.READ:
                return read_by_words(self.name(story.read_by))
            case StoryStatus.RELEASED:
                return _("Released")
            case StoryStatus.WITHDRAWN:
                return _("Withdrawn")
            case _other:
                return _("Draft")


def write_again_words() -> tuple[str, str]:
    """Return how writing on a held story is offered, and what comes of it."""
    return _("Write on it again"), _("It is then a draft again, and somebody reads it once more.")


def read_by_words(name: str) -> str:
    """Return who was the second reader, as far as that is known."""
    return _("Read by {name}").format(name=name) if name else _("Read")
