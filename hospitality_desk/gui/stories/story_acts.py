"""What is done to one story: sent as the acting person, said in a toast, and taken back by Undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.stories import TakeBackWords
from hospitality_desk.domain.ids import StoryId
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome


class StoryActs(QObject):
    """Each change of the text can be taken back as long as nobody wrote after it."""

    toast = Signal(str, object)

    def __init__(self, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self.acts = acts

    def change(
        self,
        story_id: StoryId,
        make: Callable[..., Command],
        words: str,
        refused: Callable[[KnownError], None] | None = None,
        then: Callable[[bool], None] | None = None,
    ) -> bool:
        """Change the story's text, and offer the way back; False when nobody has said who they are.

        `then` hears that it is done, and whether anything changed by it.
        """

        def done(outcome: Outcome) -> None:
            if then is not None:
                then(bool(outcome.changes))
            if outcome.changes and not outcome.was_done_before:
                back = partial(TakeBackWords, story_id=story_id, seen=str(outcome.answer["seen"]))
                self.toast.emit(words, self.acts.undo_with(back))

        return self.acts.do(make, owner=self, then=done, refused=refused)

    def do(
        self, make: Callable[..., Command], words: str, refused: Callable[[KnownError], None] | None = None
    ) -> bool:  # fmt: skip
        """Do what has no way back, and say that it is done."""
        return self.acts.do(make, owner=self, then=lambda _outcome: self.toast.emit(words, None), refused=refused)
