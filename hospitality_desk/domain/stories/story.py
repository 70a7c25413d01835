"""A story as it stands, folded from what happened to it.

| from      | start | written | read     | released | withdrawn |
|-----------|-------|---------|----------|----------|-----------|
| (none)    | draft |         |          |          |           |
| draft     |       | draft   | read     | refused  | withdrawn |
| read      |       | draft   | read     | released | withdrawn |
| released  |       | draft   | refused  | released | withdrawn |
| withdrawn |       | draft   | refused  | refused  | withdrawn |

Reading and release are bound to the hash of the text: any change of the text makes it a draft again.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hospitality_desk.domain.ids import IncidentId, PersonId, StoryId
from hospitality_desk.domain.json_form import canonical, to_json
from hospitality_desk.domain.stories.bodies import (
    StoryBody,
    StoryRead,
    StoryReleased,
    StoryStarted,
    StoryWithdrawn,
    StoryWritten,
)
from hospitality_desk.domain.stories.scenes import StoryText


class StoryStatus(StrEnum):
    """Where a story stands."""

    DRAFT = "draft"
    READ = "read"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story; `number` is its visible one. `authors` are who began it and who changed a word of it, in order."""

    story_id: StoryId
    number: int
    incident_id: IncidentId | None
    text: StoryText
    status: StoryStatus
    authors: tuple[PersonId, ...]
    started_at: datetime
    changed_at: datetime
    """When its text was changed last, as the store recorded it."""
    read_by: PersonId | None = None
    read_at: datetime | None = None
    released_by: PersonId | None = None
    released_at: datetime | None = None

    @property
    def is_blank(self) -> bool:
        """Tell whether it rests on no problem."""
        return self.incident_id is None


def text_hash(text: StoryText) -> str:
    """Return what reading and release are bound to: SHA-256 of the text's canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(to_json(text)).encode()).hexdigest()


def begun(body: StoryStarted, by: PersonId, at: datetime) -> Story:
    """Return the draft a story starts as."""
    return Story(
        story_id=body.story_id, number=body.number, incident_id=body.incident_id, text=body.text,
        status=StoryStatus.DRAFT, authors=(by,), started_at=at, changed_at=at,
    )  # fmt: skip


def after(story: Story, body: StoryBody, by: PersonId, at: datetime) -> Story:
    """Return the story after one more thing happened to it; raises ValueError for a second start."""
    match body:
        case StoryWritten():
            authors = story.authors if by in story.authors else (*story.authors, by)
            return replace(
                story, text=body.text, status=StoryStatus.DRAFT, authors=authors, changed_at=at, read_by=None,
                read_at=None, released_by=None, released_at=None,
            )  # fmt: skip
        case StoryRead():
            return replace(story, status=StoryStatus.READ, read_by=by, read_at=at)
        case StoryReleased():
            return replace(story, status=StoryStatus.RELEASED, released_by=by, released_at=at)
        case StoryWithdrawn():
            return replace(story, status=StoryStatus.WITHDRAWN)
        case StoryStarted():
            raise ValueError("a story starts once")
