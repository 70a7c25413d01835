"""What the commands about stories share: who may write on one, and that nobody writes over unseen words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hospitality_desk.commands.base import Done
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import PersonId, StoryId
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.bodies import StoryWritten
from hospitality_desk.domain.stories.scenes import StoryText
from hospitality_desk.domain.stories.story import Story, text_hash
from hospitality_desk.errors import Refused
from hospitality_desk.words import _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


def about_story(story: Story) -> Done:
    """Return the news of a story, its number, and the hash of its text: what a later act hands back as `seen`."""
    answer = {"story": str(story.number), "id": story.story_id, "seen": text_hash(story.text)}
    return Done(changes=Changes(stories=frozenset({story.story_id})), answer=answer)


def story_to_write(work: UnitOfWork, story_id: StoryId, by: PersonId) -> Story:
    """Return the story; refuse one drawn from a problem to whoever may not see its names."""
    story = work.story(story_id)
    if not story.is_blank and not work.active_person(by).may(Permission.DRAW_STORIES):
        say = _("Story {number} was drawn from a problem, so a manager writes on it.")
        raise Refused(say.format(number=story.number))
    return story


def written(work: UnitOfWork, story: Story, text: StoryText, by: PersonId) -> Done:
    """Write the new text down; the same text is no change, and no reading or release is lost by it."""
    if text == story.text:
        return replace(about_story(story), changes=Changes())
    body = StoryWritten(story_id=story.story_id, text=text)
    return about_story(work.tell_story(EntryKind.STORY_WRITTEN, body, by))


def check_seen(story: Story, seen: str | None) -> None:
    """Refuse when the text is not the one the person had before their eyes; None skips that check."""
    if seen is not None and seen != text_hash(story.text):
        raise Refused(_("The story was changed meanwhile. Read it again."))


def check_unchanged(seen: str | None, now: str) -> None:
    """Refuse to write over words that the person has not seen; None skips that check."""
    if seen is not None and seen != now:
        raise Refused(_("Somebody changed that meanwhile; now it says “{words}”. Yours is kept.").format(words=now))
