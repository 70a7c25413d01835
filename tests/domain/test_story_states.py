"""Every edge of a story's states, as its module's table says, and what reading is bound to."""

from datetime import UTC, datetime

import pytest

from hospitality_desk.domain.ids import PersonId, StoryId
from hospitality_desk.domain.json_form import from_json, to_json
from hospitality_desk.domain.stories.bodies import (
    StoryBody,
    StoryRead,
    StoryReleased,
    StoryStarted,
    StoryWithdrawn,
    StoryWritten,
)
from hospitality_desk.domain.stories.scenes import Scene, SceneText, Sentence, StoryText
from hospitality_desk.domain.stories.story import Story, StoryStatus, after, begun, text_hash

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
STORY = StoryId("s")
DANA, CARLO = PersonId("dana"), PersonId("carlo")
TEXT = StoryText(title="The purse", scenes=(SceneText(scene=Scene.DID, sentences=(Sentence(text="It rang."),)),))
HASH = text_hash(TEXT)
STEPS: dict[str, StoryBody] = {
    "written": StoryWritten(story_id=STORY, text=TEXT),
    "read": StoryRead(story_id=STORY, text_hash=HASH),
    "released": StoryReleased(story_id=STORY, text_hash=HASH),
    "withdrawn": StoryWithdrawn(story_id=STORY),
}
D, R, L, W = StoryStatus.DRAFT, StoryStatus.READ, StoryStatus.RELEASED, StoryStatus.WITHDRAWN


def standing(status: StoryStatus) -> Story:
    story = begun(StoryStarted(story_id=STORY, number=1, text=TEXT), DANA, NOW)
    path = {D: [], R: ["read"], L: ["read", "released"], W: ["withdrawn"]}[status]
    for step in path:
        story = after(story, STEPS[step], CARLO, NOW)
    assert story.status == status
    return story


@pytest.mark.parametrize(
    ("status", "step", "becomes"),
    [
        (D, "written", D), (D, "read", R), (D, "withdrawn", W),
        (R, "written", D), (R, "read", R), (R, "released", L), (R, "withdrawn", W),
        (L, "written", D), (L, "released", L), (L, "withdrawn", W),
        (W, "written", D), (W, "withdrawn", W),
    ],
)  # fmt: skip
def test_every_allowed_edge(status: StoryStatus, step: str, becomes: StoryStatus) -> None:
    assert after(standing(status), STEPS[step], CARLO, NOW).status == becomes


def test_writing_voids_reading_and_release_and_makes_an_author() -> None:
    story = after(standing(L), STEPS["written"], CARLO, NOW)
    assert (story.read_by, story.released_by, story.released_at) == (None, None, None)
    assert story.authors == (DANA, CARLO)
    assert after(story, STEPS["written"], CARLO, NOW).authors == (DANA, CARLO)


def test_a_story_starts_once() -> None:
    with pytest.raises(ValueError, match="once"):
        after(standing(D), StoryStarted(story_id=STORY, number=2, text=TEXT), DANA, NOW)


def test_the_hash_is_of_every_word_and_decision() -> None:
    other = StoryText(title="The purse", subtitle="x", scenes=TEXT.scenes)
    assert text_hash(other) != HASH
    assert text_hash(StoryText(title="The purse", scenes=TEXT.scenes)) == HASH


@pytest.mark.parametrize("status", StoryStatus)
def test_a_story_survives_its_row(status: StoryStatus) -> None:
    story = standing(status)
    assert from_json(Story, to_json(story)) == story
