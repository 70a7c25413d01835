"""The stories of the house: the list, one whole with what is still open, and released ones for paper."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from hospitality_desk.domain.deidentify.finds import Known
from hospitality_desk.domain.drafting.draw import finder_of
from hospitality_desk.domain.drafting.on_paper import on_paper
from hospitality_desk.domain.ids import IncidentId, PersonId, StoryId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.gate import gate
from hospitality_desk.domain.stories.open_questions import Finder, OpenQuestion, open_questions
from hospitality_desk.domain.stories.paper import PaperStory
from hospitality_desk.domain.stories.scenes import StoryText
from hospitality_desk.domain.stories.story import Story, StoryStatus, text_hash
from hospitality_desk.domain.text import folded
from hospitality_desk.queries.base import Reading
from hospitality_desk.queries.staff import names
from hospitality_desk.storage.incidents import entries_of, whole
from hospitality_desk.storage.people import people_of
from hospitality_desk.storage.stories import find, surroundings_of
from hospitality_desk.storage.tables import people, stories
from hospitality_desk.words import N_, _

_reader = people.alias("reader")
_CLOSED = N_("A draft with names in it")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story as a line of the list."""

    story_id: StoryId
    number: int
    title: str
    status: StoryStatus
    words: int
    author: str
    changed_at: datetime
    incident_id: IncidentId | None
    reader: str = ""
    """Who read it as the second person, while that reading holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWhole:
    """One story with the problem it was drawn from, what is undecided, and what keeps it from being released.

    As it is for whoever may see the problem's names; everybody else gets it from `story_for`.
    """

    story: Story
    incident: Incident | None
    undecided: tuple[OpenQuestion, ...]
    gate: tuple[str, ...]
    names: dict[PersonId, str]
    hash: str
    """What a reader or releaser hands back as `seen`."""
    is_closed: bool = False
    """This person may not see it yet: its words may hold names."""

    def is_changed_since(self, entries: Collection[int]) -> bool:
        """Tell whether one of these notes was corrected, withdrawn or moved after the story was written last."""
        if self.incident is None:
            return False
        since = self.story.changed_at
        notes = [self.incident.note(n) for n in entries]
        return any(
            note is None or not note.counts or any(each.at > since for each in note.corrections) for note in notes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedStory:
    """One story for paper, with what must not be found on its pages. Nothing of `listed` is ever shown."""

    number: int
    page: PaperStory
    listed: tuple[Known, ...]
    """What is known to point at people in its problem."""
    kept: frozenset[str]
    """Values a person decided to keep, folded."""
    undecided: tuple[OpenQuestion, ...]
    """What has come up since it was released: a guest's name learnt later."""
    hash: str


def stories_for(reading: Reading, person_id: PersonId | None) -> tuple[StoryRow, ...]:
    """Return the list as this person may see it: a draft drawn from a problem may have a name in its title."""
    rows = story_rows(reading)
    if _may_draw(reading, person_id):
        return rows
    closed = (StoryStatus.DRAFT, StoryStatus.WITHDRAWN)
    return tuple(
        replace(row, title=_(_CLOSED)) if row.status in closed and row.incident_id is not None else row for row in rows
    )


def story_rows(reading: Reading, only: Collection[StoryId] | None = None) -> tuple[StoryRow, ...]:
    """Return the stories, the one changed last first; `only` asks for some of them again."""
    query = select(
        stories.c.story_id, stories.c.number, stories.c.title, stories.c.status, stories.c.words,
        stories.c.changed_at, stories.c.incident_id, people.c.name.label("author"), _reader.c.name.label("reader"),
    ).select_from(
        stories.join(people, stories.c.author_id == people.c.person_id)
        .outerjoin(_reader, stories.c.reader_id == _reader.c.person_id)
    )  # fmt: skip
    if only is not None:
        query = query.where(stories.c.story_id.in_(sorted(only)))
    rows = reading.connection.execute(query.order_by(stories.c.changed_at.desc(), stories.c.number.desc())).all()
    return tuple(
        StoryRow(
            story_id=StoryId(row.story_id), number=row.number, title=row.title, status=StoryStatus(row.status),
            words=row.words, author=row.author, changed_at=row.changed_at, incident_id=row.incident_id,
            reader=row.reader or "",
        )
        for row in rows
    )  # fmt: skip


def story_numbered(reading: Reading, number: int) -> StoryId | None:
    """Return the id behind a story's visible number."""
    found = reading.connection.execute(
        select(stories.c.story_id).where(stories.c.number == number)
    ).scalar_one_or_none()
    return None if found is None else StoryId(found)


def stories_of(reading: Reading, incident_id: IncidentId) -> tuple[StoryId, ...]:
    """Return the stories drawn from a problem, in the order of their numbers."""
    rows = reading.connection.execute(
        select(stories.c.story_id).where(stories.c.incident_id == incident_id).order_by(stories.c.number)
    ).all()
    return tuple(StoryId(story_id) for (story_id,) in rows)


def story_whole(reading: Reading, story_id: StoryId) -> StoryWhole | None:
    """Return one story with everything around it; None when there is none of that id."""
    story = find(reading.connection, story_id)
    if story is None:
        return None
    incident = _incident_of(reading, story)
    undecided = open_questions(story.text, _finder(reading, incident))
    return StoryWhole(
        story=story, incident=incident, undecided=undecided, gate=gate(story, undecided), names=names(reading),
        hash=text_hash(story.text),
    )  # fmt: skip


def story_for(reading: Reading, story_id: StoryId, person_id: PersonId | None) -> StoryWhole | None:
    """Return one story as this person may see it; None when there is none of that id.

    Who may not draw stories sees one drawn from a problem without the problem, without what was replaced, and only
    when nothing in it is undecided: until then its words may hold names, and only its number is shown.
    """
    whole = story_whole(reading, story_id)
    if whole is None or whole.story.is_blank or _may_draw(reading, person_id):
        return whole
    text, missing = replace(whole.story.text, decisions=()), whole.gate
    if whole.undecided:
        text, missing = StoryText(title=_(_CLOSED)), (_("A manager decides its names first"),)
    return replace(
        whole, story=replace(whole.story, text=text, incident_id=None), incident=None, undecided=(), gate=missing,
        is_closed=bool(whole.undecided),
    )  # fmt: skip


def _may_draw(reading: Reading, person_id: PersonId | None) -> bool:
    person = next((each for each in people_of(reading.connection) if each.person_id == person_id), None)
    return person is not None and person.may(Permission.DRAW_STORIES)


def released_hash(reading: Reading, story_id: StoryId) -> str | None:
    """Return the hash of a released story's text; None for one that is not released (any more)."""
    story = find(reading.connection, story_id)
    return text_hash(story.text) if story is not None and story.status == StoryStatus.RELEASED else None


def released_story(reading: Reading, story_id: StoryId) -> ReleasedStory | StoryRow | None:
    """Return a story for paper; one that may not be printed is its row instead, None where there is none."""
    story = find(reading.connection, story_id)
    if story is None:
        return None
    if story.status != StoryStatus.RELEASED:
        return story_rows(reading, [story_id])[0]
    finder = _finder(reading, _incident_of(reading, story))
    return ReleasedStory(
        number=story.number, page=on_paper(story.text), listed=finder.listed,
        kept=frozenset(folded(each.value) for each in story.text.decisions if each.is_kept),
        undecided=open_questions(story.text, finder), hash=text_hash(story.text),
    )  # fmt: skip


def _incident_of(reading: Reading, story: Story) -> Incident | None:
    if story.incident_id is None:
        return None
    timeline = entries_of(reading.connection, story.incident_id)
    return whole(timeline) if timeline and timeline[0].body is not None else None


def _finder(reading: Reading, incident: Incident | None) -> Finder:
    return finder_of(incident, surroundings_of(reading.connection, reading.house, incident), reading.house)
