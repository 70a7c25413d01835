"""What can happen to a story, as it stands in the journal: one small record a kind.

A story names the problem it was drawn from, and never the other way round; nothing of this record goes on paper.
"""

from dataclasses import dataclass

from hospitality_desk.domain.ids import IncidentId, StoryId
from hospitality_desk.domain.stories.scenes import StoryText


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStarted:
    """A draft begun: drawn from a problem, or blank when there is none."""

    story_id: StoryId
    number: int
    text: StoryText
    incident_id: IncidentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWritten:
    """The whole text as it stands after a change: words, decisions, questions, behaviours."""

    story_id: StoryId
    text: StoryText


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRead:
    """A second person read exactly this text (its hash) and found nobody in it."""

    story_id: StoryId
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReleased:
    """Exactly this text (its hash) may be printed and told."""

    story_id: StoryId
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWithdrawn:
    """The story is told and printed no more."""

    story_id: StoryId


StoryBody = StoryStarted | StoryWritten | StoryRead | StoryReleased | StoryWithdrawn
