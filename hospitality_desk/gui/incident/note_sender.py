"""Takes a note to the store, and says when that takes long enough to wonder."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import CommandId, IncidentId
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.incident.composer_words import say_added
from hospitality_desk.words import _

SAY_AFTER = 300
"""Milliseconds: sooner than this nobody wonders (reliability.md, row 15)."""


class NoteSender(QObject):
    """Each note that is sent comes back once, added or refused; by then another problem may be shown."""

    added = Signal(object, object, object)
    """The problem, the command's id, and the words that are saved; None when it was saved before this sending."""
    refused = Signal(object, object, object)
    """The problem, the command's id, and the KnownError."""
    taken_back = Signal(object, object, object)
    """The problem, the command's id, and the words of a note that was undone."""

    def __init__(self, acts: Acts, button: QAbstractButton, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self._button, self._words = button, button.text()
        self._under_way = 0
        self._wonder = QTimer(self)
        self._wonder.setObjectName("note_is_saving")
        self._wonder.setSingleShot(True)
        self._wonder.setInterval(SAY_AFTER)
        self._wonder.timeout.connect(lambda: self._button.setText(_("Saving…")))

    def show_words(self, words: str) -> None:
        """Let the button say this, now or once nothing is being saved any more."""
        if self._button.text() == self._words:
            self._button.setText(words)
        self._words = words

    def send(
        self,
        make: Callable[..., Command],
        incident_id: IncidentId,
        kind: EntryKind,
        text: str,
        command_id: CommandId,
    ) -> None:
        """Send it; the button says so if that takes a while, and typing goes on."""
        added = partial(self._on_added, incident_id, kind, text)
        refused = partial(self._on_refused, incident_id, command_id)
        self._under_way += 1
        if self._under_way == 1:
            self._wonder.start()
        self._acts.do(make, owner=self, command_id=command_id, then=added, refused=refused)

    def _on_added(self, incident_id: IncidentId, kind: EntryKind, text: str, outcome: Outcome) -> None:
        self._came_back()
        back = partial(self._on_taken_back, incident_id, outcome.command_id, text)
        say_added(self._acts, incident_id, kind, outcome, back)
        self.added.emit(incident_id, outcome.command_id, None if outcome.was_done_before else text)

    def _on_taken_back(self, incident_id: IncidentId, command_id: CommandId, text: str, _outcome: Outcome) -> None:
        """Say it, if the line is still there: a toast outlives the page."""
        if isValid(self):
            self.taken_back.emit(incident_id, command_id, text)

    def _on_refused(self, incident_id: IncidentId, command_id: CommandId, error: KnownError) -> None:
        self._came_back()
        self.refused.emit(incident_id, command_id, error)

    def _came_back(self) -> None:
        self._under_way -= 1
        if self._under_way == 0:
            self._wonder.stop()
            self._button.setText(self._words)
