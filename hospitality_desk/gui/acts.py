"""Sends this page's commands as the person at the stand, and refuses when nobody has said who they are."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospitality_desk.commands.base import Command
from hospitality_desk.domain.ids import CommandId, new_id
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome


class Acts(QObject):
    """What the page does. `make` is a command that lacks only its id, its actor and its time: use `partial`."""

    toast = Signal(str, object)
    """Words, and a function that takes the act back or None."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around

    def do(
        self,
        make: Callable[..., Command],
        *,
        owner: QObject,
        then: Callable[["Outcome"], None] | None = None,
        refused: Callable[[KnownError], None] | None = None,
        command_id: CommandId | None = None,
    ) -> bool:
        """Do it as the acting person, now; False when there is none and it was refused at once."""
        bridge, by = self._around.bridge, self._around.acting.person_id
        if by is None:
            nobody = Refused(_("Say who you are first, at the bottom left. Your words are kept."))
            if refused is not None:
                refused(nobody)
            else:
                bridge.said.emit(nobody.say)
            return False
        command = make(command_id=command_id or CommandId(new_id()), by=by, at=bridge.now())
        bridge.do(command, owner=owner, then=then, refused=refused)
        return True

    def do_and_say(
        self, make: Callable[..., Command], words: str, back: Callable[..., Command] | None = None,
        *, command_id: CommandId | None = None,
    ) -> None:  # fmt: skip
        """Do it, and say in a toast that it is done; `back` is the reverse command, offered as Undo.

        Both are heard also when another problem is shown by then.
        """

        def done(outcome: "Outcome") -> None:
            if not outcome.was_done_before:
                self.toast.emit(words, self.undo_with(back) if back is not None else None)

        self.do(make, owner=self, then=done, command_id=command_id)

    def undo_with(
        self, make: Callable[..., Command], then: Callable[["Outcome"], None] | None = None
    ) -> Callable[[], None]:
        """Return a function for a toast that takes an act back by its reverse command; a second try is the same act.

        A toast outlives the page: it is the bridge that waits for the answer, and `then` may find no page any more.
        """
        command_id = CommandId(new_id())

        def undo() -> None:
            self.do(make, owner=self._around.bridge, command_id=command_id, then=then)

        return undo
