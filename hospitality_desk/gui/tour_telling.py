"""How the purse becomes a story for training: drawn from the log, written well, without a name left in it."""

from __future__ import annotations

from typing import Any

from hospitality_desk.commands import stories
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk, Outcome
from hospitality_desk.desk.papers import make_pack
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.ids import CommandId, StoryId, new_id
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.gui.tour_story import TourStory, moment
from hospitality_desk.queries.stories import story_whole

TOLD_AT, RELEASED_AT = "16:20", "16:42"
_TITLE, _SUBTITLE = "The purse in the taxi", "A guest arrives without the means to pay, or to leave."
_SCENES = {
    Scene.LIVED: "She came in alone, patting her coat pockets. Her friends were already seated. Her purse was in the"
    " back of a taxi driving away, and with it her money, her keys and her phone. She could not pay for lunch. She"
    " could not get back to work.",
    Scene.NOTICED: "The host saw her face before she spoke. He asked one question and then listened. If the purse was"
    " in the taxi, so was the phone. And a phone can ring.",
    Scene.DID: "“Join your friends,” he said, “we settle up another time.” He seated her, asked for her number, and"
    " Ana called it, and called it again. Twice he went back to the table to say what we knew and what we did not. The"
    " taxi office asked its drivers. On the sixth call the driver had it, several miles north, in the Bronx, and the"
    " host set out to meet him halfway.",
    Scene.ENDED: "The purse was beside her plate as she finished her coffee. The driver was thanked, and paid for his"
    " time.",
    Scene.TAKE: "Nobody had to ask first. He believed her, seated her, and kept telling her the truth.",
}
_BEHAVIOURS = {"Notices first": 2, "Acts without asking": 5, "Says what we know": 7, "Keeps trying": 11}
"""Each with the number of the note in which it shows."""
_QUESTIONS = ("What did he see before she said a word?", "What could he promise, and what not?")
_MARGIN = {
    1: "Her purse is in the taxi", 2: "She comes in, alone", 3: "Her phone is in it", 4: "Sit down, settle later",
    5: "First call, no answer", 7: "Still calling", 8: "", 9: "", 10: "It rings, keep hoping",
    11: "The driver answers", 12: "Found, and on its way", 13: "Purse beside her plate", 14: "",
}  # fmt: skip
"""The words beside each note's mark; without words the mark goes."""
_DECIDED = {"Ana": "a colleague", "the Bronx": "the edge of the city"}
_ANOTHER = "The window that faced the wall"
PAPERS = {"story-a4": Paper.A4, "story-letter": Paper.LETTER}


class TourTelling:
    """Goes on where the story has ended: `tell` leaves what a person must decide, `release` decides it."""

    def __init__(self, story: TourStory) -> None:
        self._story = story
        self.story_id = StoryId(new_id())

    def tell(self, desk: Desk) -> None:
        """Draw it and write it, as somebody would who was there."""
        desk.clock = SetClock(moment("16:05"))
        self._do(desk, stories.DrawStory, incident_id=self._story.purse)
        desk.clock = SetClock(moment(TOLD_AT))
        self._do(desk, stories.TitleStory, title=_TITLE, subtitle=_SUBTITLE)
        for scene, words in _SCENES.items():
            self._do(desk, stories.WriteScene, scene=scene, text=words)
        for name, entry in _BEHAVIOURS.items():
            self._do(desk, stories.ShowBehaviour, name=name, entry=entry)
        for entry, label in _MARGIN.items():
            self._do(desk, stories.LabelMoment, entry=entry, label=label)
        for question in _QUESTIONS:
            self._do(desk, stories.WriteQuestion, text=question)

    def release(self, desk: Desk) -> None:
        """Decide every name, let a second person read it, and release it; a story without a problem is begun, too."""
        desk.clock = SetClock(moment(RELEASED_AT))
        while (whole := desk.ask(story_whole, self.story_id)) is not None and whole.undecided:
            value = whole.undecided[0].value
            replacement = _DECIDED.get(value, whole.undecided[0].suggestion)
            self._do(desk, stories.DecideValue, value=value, replacement=replacement)
        self._do(desk, stories.ReadStory, who="Carlo")
        self._do(desk, stories.ReleaseStory)
        self._do(desk, stories.StartStory, story_id=StoryId(new_id()), title=_ANOTHER)

    def paper(self, desk: Desk, paper: Paper) -> bytes:
        """Return the released story as a PDF on this sheet."""
        return make_pack(desk, self._story.person("Dana"), (self.story_id,), paper).pdf

    def _do(self, desk: Desk, command: type[Command], who: str = "Dana", **fields: Any) -> Outcome:
        """Any: the fields of one command or another, checked when it is made."""
        given = {"story_id": self.story_id, **fields}
        by = self._story.person(who)
        return desk.do(command(command_id=CommandId(new_id()), by=by, at=desk.now(), **given))
