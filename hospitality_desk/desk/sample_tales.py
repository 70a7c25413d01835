"""A problem of the sample venue told as a story for training: drawn by the manager, read by the trainer, released."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from hospitality_desk.commands import stories
from hospitality_desk.commands.base import Command
from hospitality_desk.domain.ids import CommandId, IncidentId, PersonId, StoryId, new_id
from hospitality_desk.domain.stories.scenes import Scene

AUTHOR, READER = "Dana", "Ruth"
LATER = timedelta(days=1)
"""How long after a problem was settled its story is told."""


def story_commands(
    told: Mapping[str, Any], incident_id: IncidentId, at: datetime, ids: Mapping[str, PersonId]
) -> Iterator[Command]:
    """Yield what makes the story the file tells: title, scenes, questions, behaviours, the words in its margin,
    and what may stay in it.

    A story without scenes stays a draft as it was drawn (Any: texts, lists and maps of the file).
    """
    story_id = StoryId(new_id())

    def made(kind: Callable[..., Command], who: str = AUTHOR, **fields: Any) -> Command:
        """Any: the fields of one command or another, checked when it is handled."""
        return kind(command_id=CommandId(new_id()), by=ids[who], at=at, story_id=story_id, **fields)

    yield made(stories.DrawStory, incident_id=incident_id, title=told["title"])
    if "scenes" not in told:
        return
    yield made(stories.TitleStory, title=told["title"], subtitle=told["subtitle"])
    for scene, text in told["scenes"].items():
        yield made(stories.WriteScene, scene=Scene(scene), text=text)
    for question in told["questions"]:
        yield made(stories.WriteQuestion, text=question)
    for name, entry in told["behaviours"]:
        yield made(stories.ShowBehaviour, name=name, entry=entry)
    for entry, label in told["margin"].items():
        yield made(stories.LabelMoment, entry=int(entry), label=label)
    for value, reason in told.get("keep", ()):
        yield made(stories.DecideValue, value=value, reason=reason)
    yield made(stories.ReadStory, READER)
    yield made(stories.ReleaseStory)
