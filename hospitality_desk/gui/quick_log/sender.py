"""Takes the finished line to the desk, once, and knows how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hospitality_desk.commands.adding import TakeLineBack, added_instead
from hospitality_desk.commands.base import Command
from hospitality_desk.commands.incidents import LogIncident, WithdrawIncident
from hospitality_desk.desk.quick_log import log_command
from hospitality_desk.domain.ids import CommandId, EntryId, IncidentId, PersonId, new_id
from hospitality_desk.domain.quick_line import LineContext, PartName, ReadLine
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.quick_log.form import Form
from hospitality_desk.gui.quick_log.part_words import FIELDS, by_words
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome


_LONG = 300
"""Milliseconds a person does not notice; a line under way longer than this is spoken of."""


class Sender(QObject):
    """One line is under way at a time; a second Enter meanwhile is the same act and does nothing."""

    sent = Signal()
    """The words are in the store; `logged` or `added` follows at once."""
    logged = Signal(object, bool, object)
    """An IncidentId, whether to open it, and a callable that takes the logging back."""
    refused = Signal(str)
    """A sentence; nothing was logged and the words are still in the form."""
    is_slow = Signal()
    """A line is under way for so long that the person should hear of it; one of the others follows."""
    added = Signal(object, int, object)
    """An IncidentId, its number, and a callable that takes the line back from it."""
    was_sent_before = Signal(str)
    """These ids were sent before, with other words: the words in the form are news, as the sentence says."""

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

        incident_id = form.incident_id

        def done(outcome: Outcome) -> None:
            if outcome.was_done_before and form.was_sent_otherwise(read.text):
                self.was_sent_before.emit(
                    _("An earlier version of this line is logged already. Your words are still here.")
                )
            else:
                self.sent.emit()
                self.logged.emit(incident_id, open_it, self._undo(incident_id, by))

        if not self.is_busy:
            self._do(self._command(form, read, context, by), form, read.text, done)

    def add(self, form: Form, read: ReadLine, context: LineContext, by: PersonId, to: IncidentId, number: int) -> None:
        """Add the line to an open problem as this person; one of the signals follows."""

        def done(outcome: Outcome) -> None:
            if outcome.was_done_before and form.was_sent_otherwise(read.text):
                self.was_sent_before.emit(
                    _("An earlier version of this line is added already. Your words are still here.")
                )
            else:
                note = outcome.answer.get("entry")
                undo = self._take_back(to, number, note, form.filled_id, by) if isinstance(note, int) else None
                self.sent.emit()
                self.added.emit(to, number, undo)

        if self.is_busy:
            return
        form.add_to(to)
        logged = self._command(form, read, context, by)
        command = added_instead(
            logged, command_id=form.add_command_id, incident_id=to, entry_id=form.add_entry_id, filled_id=form.filled_id
        )
        self._do(command, form, read.text, done)

    def _command(self, form: Form, read: ReadLine, context: LineContext, by: PersonId) -> LogIncident:
        chosen = form.chosen(read)
        promise = chosen.get(PartName.PROMISE_BY)
        return log_command(
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

    def _do(self, command: Command, form: Form, text: str, done: Callable[[Outcome], None]) -> None:
        self.is_busy = True
        self._slow.start()

        def home(outcome: Outcome) -> None:
            self._end()
            done(outcome)

        def refused(why: KnownError) -> None:
            self._end()
            if isinstance(why, Refused):
                form.note_refused()
            self.refused.emit(why.say)

        form.note_sent(text)  # whatever becomes of this window, these words are on their way
        self._around.bridge.do(command, owner=self, then=home, refused=refused)

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

    def _take_back(
        self, incident_id: IncidentId, number: int, note: int, filled_id: EntryId, by: PersonId
    ) -> Callable[[], None]:
        command_id = CommandId(new_id())
        bridge, acting = self._around.bridge, self._around.acting

        def say(outcome: Outcome) -> None:
            kept = outcome.answer.get("kept")
            parts = [_(FIELDS[field]) for field in kept if field in FIELDS] if isinstance(kept, list) else []
            said = _("Taken back from #{number}.").format(number=number)
            if parts:
                stays = _("Changed meanwhile, and left as it is: {parts}.").format(parts=", ".join(parts))
                said = f"{said} {stays}"
            bridge.said.emit(said)

        def undo() -> None:
            command = TakeLineBack(
                command_id=command_id,
                by=acting.person_id or by,
                at=bridge.now(),
                incident_id=incident_id,
                note=note,
                filled_id=filled_id,
                reason=_("Added by mistake"),
            )
            bridge.do(command, owner=bridge, then=say)

        return undo


def why_not(text: str, context: LineContext | None, by: PersonId | None) -> str | None:
    """Return the sentence that says why a line cannot be sent as it stands; None when it can."""
    if not has_a_word(text):
        return _("Write at least one word.")
    if context is None:
        return _("The house is not open yet. Your line is kept.")
    return _("Say who you are first, at the bottom left. Your line is kept.") if by is None else None
