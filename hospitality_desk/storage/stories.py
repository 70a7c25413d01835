"""A story ↔ its row, and what points at people around the problem it was drawn from."""

import json

from sqlalchemy import Connection, insert, select, update

from hospitality_desk.domain.drafting.identifiers import Surroundings
from hospitality_desk.domain.drafting.on_paper import on_paper
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.json_form import canonical, from_json, to_json
from hospitality_desk.domain.stories.bodies import StoryStarted, StoryWritten
from hospitality_desk.domain.stories.scenes import StoryText
from hospitality_desk.domain.stories.story import Story
from hospitality_desk.errors import StoreDamaged
from hospitality_desk.storage.incidents import Row, entries_of, whole
from hospitality_desk.storage.journal import read_body
from hospitality_desk.storage.people import people_of
from hospitality_desk.storage.tables import entries, incidents, payloads, stories
from hospitality_desk.words import _


def story_row(story: Story) -> Row:
    """Return the story's row: its columns for the list, and the whole as canonical JSON."""
    return {
        "story_id": story.story_id,
        "number": story.number,
        "incident_id": story.incident_id,
        "title": story.text.title,
        "status": story.status.value,
        "words": on_paper(story.text).words,
        "author_id": story.authors[0],
        "reader_id": story.read_by,
        "changed_at": story.changed_at,
        "whole": canonical(to_json(story)),
    }


def read_story(whole: str) -> Story:
    """Return the story a row's `whole` holds; raises StoreDamaged when it cannot be read."""
    try:
        return from_json(Story, json.loads(whole))
    except (ValueError, LookupError, TypeError) as error:
        raise StoreDamaged(_("A story cannot be read. Nothing was changed. Run check.")) from error


def find(connection: Connection, story_id: StoryId) -> Story | None:
    """Return the story of that id, or None."""
    whole = connection.execute(select(stories.c.whole).where(stories.c.story_id == story_id)).scalar_one_or_none()
    return None if whole is None else read_story(whole)


def save(connection: Connection, story: Story, *, is_new: bool) -> None:
    """Write what the story is now over what it was."""
    row = story_row(story)
    if is_new:
        connection.execute(insert(stories), row)
    else:
        connection.execute(update(stories).where(stories.c.story_id == story.story_id).values(row))


def surroundings_of(connection: Connection, house: House, incident: Incident | None) -> Surroundings:
    """Return the house's people, its name, and the other guests of the problem's service date."""
    people = tuple(people_of(connection))
    guests: tuple[str, ...] = ()
    elsewhere: tuple[Incident, ...] = ()
    if incident is not None:
        elsewhere = _moved_from(connection, incident)
        day = house.service_date(incident.happened_at or incident.opened_at)
        rows = connection.execute(
            select(incidents.c.guest)
            .where(
                incidents.c.service_date == day,
                incidents.c.guest.is_not(None),
                incidents.c.incident_id != incident.incident_id,
                # Reviews without a date all stand on the day they were brought in.
                incidents.c.source != Source.REVIEW.value,
            )
            .order_by(incidents.c.number)
        ).all()
        guests = tuple(dict.fromkeys(guest for (guest,) in rows))
    return Surroundings(people=people, elsewhere=elsewhere, guests_of_the_day=guests, house_name=house.name)


def _moved_from(connection: Connection, incident: Incident) -> tuple[Incident, ...]:
    """Return the problems that notes of this one were moved from."""
    ids = dict.fromkeys(note.moved_from.incident_id for note in incident.notes if note.moved_from is not None)
    timelines = (entries_of(connection, each) for each in ids)
    return tuple(whole(timeline) for timeline in timelines if timeline and timeline[0].body is not None)


def text_before(connection: Connection, story_id: StoryId) -> StoryText | None:
    """Return the text a story had before it was written last; None where there is none, or its words were erased."""
    kinds = (EntryKind.STORY_STARTED.value, EntryKind.STORY_WRITTEN.value)
    lines = connection.execute(
        select(entries.c.kind, payloads.c.body)
        .join_from(entries, payloads, entries.c.seq == payloads.c.seq, isouter=True)
        .where(entries.c.incident_id == story_id, entries.c.kind.in_(kinds))
        .order_by(entries.c.seq.desc())
        .limit(2)
    ).all()
    if len(lines) < 2 or lines[1].body is None:
        return None
    body = read_body(EntryKind(lines[1].kind), lines[1].body)
    return body.text if isinstance(body, StoryStarted | StoryWritten) else None
