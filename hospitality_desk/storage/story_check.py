"""Holds every story in the list against what the journal says happened to it."""

from sqlalchemy import Connection, select

from hospitality_desk.domain.entries import STORY_KINDS, EntryKind
from hospitality_desk.domain.ids import PersonId, StoryId
from hospitality_desk.domain.stories.bodies import StoryRead, StoryReleased, StoryStarted, StoryWithdrawn, StoryWritten
from hospitality_desk.domain.stories.story import Story, after, begun
from hospitality_desk.storage.journal import read_body
from hospitality_desk.storage.stories import story_row
from hospitality_desk.storage.tables import entries, payloads, stories
from hospitality_desk.words import _, ngettext


def check_stories(connection: Connection) -> tuple[bool, str]:
    """Fold every story again and hold it against its row; one of which a line was erased is passed over."""
    told, erased = _told(connection)
    for story in told.values():
        row = connection.execute(select(stories).where(stories.c.story_id == story.story_id)).one_or_none()
        if row is None or any(row._mapping[name] != value for name, value in story_row(story).items()):
            return False, _("Story {number} in the list is not what the journal says.").format(number=story.number)
    listed = set(connection.execute(select(stories.c.story_id)).scalars())
    if listed - erased != set(told):
        return False, _("The list of stories holds one that the journal does not know.")
    return True, ngettext("{n} story as the journal says.", "{n} stories as the journal says.", len(told)).format(
        n=len(told)
    )


def _told(connection: Connection) -> tuple[dict[StoryId, Story], set[StoryId]]:
    """Return the stories as their entries tell them, and which cannot be told because a line of theirs was erased."""
    joined = entries.outerjoin(payloads, entries.c.seq == payloads.c.seq)
    rows = connection.execute(
        select(entries.c.incident_id, entries.c.kind, entries.c.actor_id, entries.c.recorded_at, payloads.c.body)
        .select_from(joined)
        .where(entries.c.kind.in_(sorted(STORY_KINDS)))
        .order_by(entries.c.seq)
    )
    told: dict[StoryId, Story] = {}
    erased: set[StoryId] = set()
    for row in rows:
        if row.body is None:
            erased.add(StoryId(row.incident_id))
            continue
        body, by = read_body(EntryKind(row.kind), row.body), PersonId(row.actor_id)
        match body:
            case StoryStarted():
                told[body.story_id] = begun(body, by, row.recorded_at)
            case StoryWritten() | StoryRead() | StoryReleased() | StoryWithdrawn():
                if body.story_id in told:
                    told[body.story_id] = after(told[body.story_id], body, by, row.recorded_at)
    return {story_id: story for story_id, story in told.items() if story_id not in erased}, erased
