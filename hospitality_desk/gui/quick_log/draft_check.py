"""Asks whether a draft that came back was saved already: the PC may have gone off right after the commit."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.quick_log.form import Form


class DraftCheck(QObject):
    """Asks once the house is open, for the line logged as for the line added to another problem."""

    was_done = Signal(object, str, object)
    """The Form, the words it was kept with, and the datetime they were saved at. Nothing follows when they were not."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked: tuple[Form, str] | None = None

    def ask(self, form: Form, kept: str) -> None:
        """Ask for this form, as it was kept with these words."""
        self._asked = (form, kept)
        if self._bridge.is_open:
            self._ask()
        else:
            self._bridge.opened.connect(self._ask, Qt.ConnectionType.SingleShotConnection)

    def _ask(self) -> None:
        if self._asked is None:
            return
        form, kept = self._asked
        for command_id in (form.command_id, form.add_command_id):
            then = partial(self._on_answer, form, kept)
            self._bridge.was_done(command_id, then, self, partial(self._on_not_known, form, kept))

    def _on_answer(self, form: Form, kept: str, done_at: datetime | None) -> None:
        if done_at is not None:
            self.was_done.emit(form, kept, done_at)

    def _on_not_known(self, form: Form, kept: str, _why: KnownError) -> None:
        form.note_sent(kept)  # it may have been: other words than these are then another act
