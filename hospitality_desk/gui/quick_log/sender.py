"""Takes the finished line to the desk, once, and knows how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hospitality_desk.commands.incidents import WithdrawIncident
from hospitality_desk.desk.quick_log import log_command
from hospitality_desk.domain.ids import CommandId, IncidentId, PersonId, new_id
from hospitality_desk.domain.quick_line import LineContext, PartName, ReadLine
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.quick_log.form import Form
from hospitality_desk.gui.quick_log.part_words import by_words
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome


_LONG = 300
"""Milliseconds a person does not notice; a line under way longer than this is spoken of."""


class Sender(QObject):
    """One line is under way at a time; a second Enter meanwhile is the same act and does nothing."""

    logged = Signal(object, bool, object)
    """An IncidentId, whether to open it, and a callable that takes the logging back."""
    refused = Signal(str)
    """A sentence; nothing was logged and the words are still in the form."""
    is_slow = Signal()
    """A line is under way for so long that the person should hear of it; one of the others follows."""
    was_logged_before = Signal()
    """These ids were logged before, with other words: the words in the form are news."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self.is_busy = False
        self._slow = QTimer(self)
        self._slow.setObjectName("send_is_slow")
        self._slow.setSingleShot(True)
        self._slow.setInterval(_LONG)
        self._slow.timeout.connect(self.is_slow)

    def send(self, form: Form, read: ReadLine, context: LineContext, by: PersonId, *, open_it: bool) -> None:
        """Log the line as this person; one of the signals follows."""
        if self.is_busy:
            return
        chosen = form.chosen(read)
        promise = chosen.get(PartName.PROMISE_BY)
        command = log_command(
            read,
            self._around.acting.people,
            command_id=form.command_id,
            incident_id=form.incident_id,
            entry_id=form.entry_id,
            by=by,
            at=context.now,
            source=form.source,
            chosen=chosen,
            promise_words=by_words(promise, context) if isinstance(promise, datetime) else None,
        )
        self.is_busy = True
        self._slow.start()

        def done(outcome: Outcome) -> None:
            self._end()
            if outcome.was_done_before and form.was_sent_otherwise(read.text):
                self.was_logged_before.emit()
            else:
                self.logged.emit(form.incident_id, open_it, self._undo(form.incident_id, by))

        def refused(why: KnownError) -> None:
            self._end()
            form.note_sent(read.text)
            self.refused.emit(why.say)

        self._around.bridge.do(command, owner=self, then=done, refused=refused)

    def _end(self) -> None:
        self.is_busy = False
        self._slow.stop()

    def _undo(self, incident_id: IncidentId, by: PersonId) -> Callable[[], None]:
        command_id = CommandId(new_id())
        bridge, acting = self._around.bridge, self._around.acting

        def undo() -> None:
            command = WithdrawIncident(
                command_id=command_id,
                by=acting.person_id or by,
                at=bridge.now(),
                incident_id=incident_id,
                reason=_("Logged by mistake"),
            )
            bridge.do(command, owner=bridge)

        return undo
