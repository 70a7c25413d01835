"""The quick log: one line, one key, and the problem is on the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hospitality_desk.desk.quick_log import ChosenValue
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.quick_line import LineContext, PartName, ReadLine
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.quick_log.alike import Alike
from hospitality_desk.gui.quick_log.draft_check import DraftCheck
from hospitality_desk.gui.quick_log.form import Form, read_form
from hospitality_desk.gui.quick_log.panel_view import PanelView
from hospitality_desk.gui.quick_log.reader import LineReader
from hospitality_desk.gui.quick_log.sender import Sender, why_not
from hospitality_desk.gui.quick_log.under_way import UnderWay
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.queries.similar import SimilarProblem
from hospitality_desk.station.station import Draft
from hospitality_desk.words import _

DRAFT = "quick-log"
"""The draft's name in the station's file."""


class QuickLogPanel(PanelView):
    """The form, and the keeper of its draft: what is typed here is on the disk within a third of a second.

    It paints no ground of its own; the overlay that holds it does. Whoever closes the overlay calls `leave`.
    """

    logged = Signal(object, bool, object)
    """An IncidentId, whether to open it, and a callable that takes the logging back."""
    added = Signal(object, int, object)
    """An IncidentId, its number, and a callable that takes the line back from it."""
    closed = Signal()
    """The person is done here or left off; a draft is kept."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._around, self._bridge = around, around.bridge
        self._form = Form()
        self._text = ""
        self._under_way = UnderWay(self.line, self)
        self._keeper = DraftKeeper(self._bridge, DRAFT, self)
        self._reader = LineReader(around, self)
        self._sender = Sender(around, self)
        self._alike = Alike(around, self.strip, self, self.line)
        self._check = DraftCheck(self._bridge, self)
        self._connect()
        self._begin_afresh()
        self._keeper.load(self._on_draft)

    @Slot()
    def start(self) -> None:
        """Make ready to type; words kept from before are there still, also those that are under way."""
        self._under_way.is_asked_for_again = self._sender.is_busy
        self._reader.learn()
        self._alike.asker.watch(True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self, words: str) -> None:
        """Put words in at the cursor; behind a line that is under way they are the next one, and wait for it."""
        self._under_way.write(words)

    @Slot()
    def leave(self) -> None:
        """Leave off for now; the draft stays."""
        self.chooser.take_open()
        self.chooser.editor.hide()
        self.keep_now()
        self._close()

    @Slot()
    def keep_now(self) -> None:
        """Send the draft to the disk at once: on locking, closing, being ended."""
        self._keeper.keep_now()

    @Slot(bool)
    def log(self, open_it: bool) -> None:
        """Log the line. One that cannot be logged stays, with a sentence that says why."""
        self._send(partial(self._sender.send, open_it=open_it))

    @Slot(object)
    def add(self, problem: SimilarProblem) -> None:
        """Add the line to an open problem instead. One that cannot be added stays, with a sentence that says why."""
        if not self._sender.is_busy:
            self._form.add_to(problem.incident_id)
            self._send(partial(self._sender.add, to=problem.incident_id, number=problem.number))

    def _send(self, send: Callable[[Form, ReadLine, LineContext, PersonId], None]) -> None:
        if self._sender.is_busy or not self.chooser.take_open():
            return
        by, context = self._around.acting.person_id, self._reader.context
        read = self._reader.read()
        why = why_not(read.text, context, by)
        if why is not None or context is None or by is None:
            self.foot.say(why)
            return
        self._under_way.begin()
        send(self._form, read, context, by)
        self._keep()  # with what was sent in it: other words found here later are another act
        self.keep_now()

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        for part in (self, self.line):
            part.entered.connect(self.log)
            part.left_off.connect(self.leave)
        self.line.unfocused.connect(self.keep_now)
        self.chips.asked.connect(self._on_chip)
        self.chooser.chosen.connect(self._on_chosen)
        self.header.source_chosen.connect(self._on_source)
        self.header.close_asked.connect(self.leave)
        self.foot.log_asked.connect(self.log)
        self._alike.add_asked.connect(self.add)
        self._alike.kept_apart.connect(self._on_kept_apart)
        self._check.was_done.connect(self._on_was_done)
        self._reader.read_anew.connect(self._on_read)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.not_kept.connect(self.header.show_saved)
        self._sender.is_slow.connect(self.show_saving)
        self._sender.sent.connect(self._on_sent)
        self._sender.logged.connect(self.logged)
        self._sender.refused.connect(self._on_refused)
        self._sender.added.connect(self.added)
        self._sender.was_sent_before.connect(self._on_was_sent_before)

    def _on_typed(self) -> None:
        text = self.line.text()
        if text == self._text:
            return
        self._text = text
        if not self._under_way.is_on:
            self.foot.say(None)
        self._keep()
        self._reader.take(text)

    def _keep(self) -> None:
        self._form.cursor = self.line.cursor_at()
        self._keeper.typed(self._text, self._form.written())
        if not self._text:
            self.header.show_saved(None)

    def _on_kept(self, at: datetime) -> None:
        if self._text:
            zone = self._bridge.house.zone if self._bridge.is_open else None
            self.header.show_saved(time_words(at, zone) if zone else f"{at.astimezone():%H:%M}")

    def _on_read(self) -> None:
        read = self._reader.read()
        chosen = self._form.chosen(read)
        self.show_read(read, chosen, self._reader.context)
        self._alike.look(read, chosen, self._form)

    def _on_chip(self, name: PartName) -> None:
        read, context = self._reader.read(), self._reader.context
        if context is not None and not self._sender.is_busy:
            self.chooser.ask(name, self.chips.chips[name], read, self._form.chosen(read), context)

    def _on_chosen(self, name: PartName, value: ChosenValue) -> None:
        self._form.correct(name, value, self._reader.read())
        self.foot.say(None)
        self._on_read()
        self._keep()

    def _on_source(self, source: Source) -> None:
        self._form.source = source
        self.header.show_source(source)
        self._keep()

    def _on_kept_apart(self, problem: SimilarProblem) -> None:
        self._form.apart.add(problem.incident_id)
        self._on_read()
        self._keep()

    def _on_sent(self) -> None:
        rest = self._under_way.end()
        self._keeper.drop()
        self._begin_afresh(Form(cursor=len(rest)), rest)
        if rest:
            self._keep()
        if not self._under_way.is_asked_for_again:
            self._close()

    def _close(self) -> None:
        self._alike.asker.watch(False)
        self.closed.emit()

    def _on_refused(self, why: str) -> None:
        self._under_way.end()
        self.show_ready()
        self._keep()
        self.foot.say(why)
        self._alike.asker.look_again()
        if self.isVisible():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._bridge.said.emit(why)

    def _on_was_sent_before(self, say: str) -> None:
        """Other words of this form are in the store already: keep these as another act, and say so."""
        self._form.renew()
        self._on_refused(say)

    def _begin_afresh(self, form: Form | None = None, text: str = "", typed_at: datetime | None = None) -> None:
        """Put a form and its words in place of what is there, without counting that as typing."""
        self._form = form or Form()
        self._text = text
        self.show_ready()
        self.line.set_text(text, self._form.cursor if form else None)
        self.header.show_source(self._form.source)
        self.header.show_saved(None)
        self.foot.say(None)
        self._reader.begin(text, typed_at)

    def _on_draft(self, draft: Draft | None) -> None:
        """Put the words of the last time back; what was typed before they came stands under them."""
        if draft is None:
            return
        typed_first = self.line.text()
        form = read_form(draft.choices)
        self._begin_afresh(form, draft.text + ("\n" + typed_first if typed_first else ""), draft.saved_at)
        if typed_first:
            self._keep()
        self._on_kept(draft.saved_at)
        self._check.ask(form, draft.text)

    def _on_was_done(self, form: Form, kept: str, done_at: datetime) -> None:
        """Close a draft that was saved already."""
        if form is not self._form or self._sender.is_busy:
            return
        if self._text.startswith(kept) and not form.was_sent_otherwise(kept):
            added = self._text[len(kept) :].strip("\n")
            self._keeper.drop()
            self._begin_afresh(Form(source=form.source, cursor=len(added)) if added else None, added)
        else:
            form.renew()
        if self._text:
            self._keep()
        say = _("Saved {time}.").format(time=time_words(done_at, self._bridge.house.zone))
        self._bridge.said.emit(say)
