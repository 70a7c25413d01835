"""Stories as pages: made once, shown as they are, saved as they are, printed as they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.making import Making, Tell
from hospitality_desk.gui.paper.busy_panel import BusyPanel
from hospitality_desk.gui.paper.no_printer import NoPrinter
from hospitality_desk.gui.paper.page_view import PageView
from hospitality_desk.gui.paper.paper_foot import PaperFoot
from hospitality_desk.gui.paper.paper_head import PaperHead
from hospitality_desk.gui.paper.putting_out import PuttingOut
from hospitality_desk.gui.paper.refusal_panel import RefusalPanel
from hospitality_desk.gui.paper.sheets import SHEET, sheet_for
from hospitality_desk.gui.preferring import prefer
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Desk
    from hospitality_desk.desk.papers import MadePaper
    from hospitality_desk.domain.changes import Changes


class PaperPage(QWidget):
    """Shows the finished file itself. A draft is shown, too, and neither saved nor printed."""

    back_asked = Signal()
    open_asked = Signal(str)
    """The id of the story in which something is to be mended."""
    told = Signal(str, object)
    """Words for a toast, and what can be done about them (`notices.Ways`)."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._around = around
        self.story_ids: tuple[StoryId, ...] = ()
        self.is_draft = False
        self.made: MadePaper | None = None
        self.paper = sheet_for(around.bridge)
        self._making: Making | None = None
        self._error: KnownError | None = None
        self._bytes, self._buffer = QByteArray(), QBuffer(self)
        self._document = QPdfDocument(self)
        self.head = PaperHead(around, self.paper, self)
        self.no_printer = NoPrinter(around, self)
        self.view = PageView(around, self)
        self.busy = BusyPanel(around, "paper_busy", self)
        self.refusal = RefusalPanel(around, self)
        self.foot = PaperFoot(around, self)
        self.out = PuttingOut(around, self)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.head.back_asked.connect(self.leave)
        self.head.step_asked.connect(self.view.step)
        self.head.paper_chosen.connect(self._on_sheet)
        self.head.save_asked.connect(self.save)
        self.head.print_asked.connect(self.print)
        self.no_printer.save_asked.connect(self.save)
        self.view.moved.connect(self._show_pages)
        self.busy.cancelled.connect(self._cancel)
        self.out.told.connect(self.told)
        self.out.no_printer.connect(self.no_printer.begin)
        self.out.print_begun.connect(self._on_print_begun)
        self.out.printed.connect(self._on_printed)
        self.out.print_ended.connect(self._on_print_end)
        self.refusal.open_asked.connect(self._open_refused)
        self.refusal.again_asked.connect(self._make)
        self._around.bridge.changed.connect(self._on_changed)
        self._around.acting.changed.connect(self._let_act)

    def _lay_out(self) -> None:
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        for each in (self.busy, self.view, self.refusal):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.no_printer)
        column.addWidget(body, 1)
        column.addWidget(self.foot)

    def show_stories(self, story_ids: tuple[StoryId, ...], *, is_draft: bool) -> None:
        """Make the pages of these stories, and show them."""
        self.story_ids, self.is_draft = story_ids, is_draft
        self.no_printer.hide()
        self.head.title.setText(ngettext("{n} story", "{n} stories", len(story_ids)).format(n=len(story_ids)))
        self._make()

    def leave(self) -> None:
        """Go back; what is being made is given up."""
        self._give_up()
        self.back_asked.emit()

    def _make(self) -> None:
        self._give_up()
        self.made = self._error = None
        self._show_busy(_("Making the pages"))
        ids, paper, by, draft = self.story_ids, self.paper, self._around.acting.person_id, self.is_draft
        if by is None:
            self._on_refused(Refused(_("Say who you are first, at the bottom left.")))
            return
        only_shown = draft or not self._around.acting.may(Permission.PRINT_STORIES)

        def work(desk: Desk, tell: Tell) -> MadePaper:
            from hospitality_desk.desk.papers import draft_paper, make_pack  # on the lane: libraries that draw pages

            if only_shown:
                return draft_paper(desk, by, ids[0], paper)
            return make_pack(desk, by, ids, paper, progress=tell)

        self._making = self._around.bridge.make(work, owner=self, then=self._on_made, refused=self._on_refused)
        self._making.progress.connect(self.busy.show_progress)

    def _on_made(self, made: MadePaper) -> None:
        self._making, self.made = None, made
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray(made.pdf)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        many = len(self.story_ids)
        title = ngettext("{n} story", "{n} stories", many).format(n=many) if many > 1 else Path(made.file_name).stem
        self.head.title.setText(title)
        self.foot.show_made(made.pages, made.stories, self._why_not())
        self.foot.show()
        self._stack.setCurrentWidget(self.view)
        self.view.show_document(self._document)
        self._let_act()
        if self.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: KnownError) -> None:
        self._making, self._error = None, error
        self.view.show_document(None)
        self._stack.setCurrentWidget(self.refusal)
        self.refusal.show_reason(error)
        self.foot.hide()
        self._let_act()

    def _why_not(self) -> str:
        """Return why these pages are not for paper; no words when they are."""
        if self.is_draft:
            return _("Draft: it can be printed once it is released.")
        if not self._around.acting.may(Permission.PRINT_STORIES):
            return _("Managers and trainers print stories.")
        return ""

    def _let_act(self) -> None:
        reason = self._why_not() if self.made is not None else _("There are no pages yet.")
        self.head.let_act(reason)

    def _show_busy(self, words: str) -> None:
        self.busy.begin(words)
        self._stack.setCurrentWidget(self.busy)
        self.foot.hide()
        self.head.show_pages(0, 0, 0, before=False, after=False)
        self._let_act()
        if self.isVisible():
            self.busy.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pages(self) -> None:
        first, last = self.view.in_sight()
        before, after = self.view.can_step(-1), self.view.can_step(1)
        self.head.show_pages(first, last, self.view.pages, before=before, after=after)

    def _on_sheet(self, value: str) -> None:
        self.paper = Paper(value)
        prefer(self._around.bridge, self, SHEET, value, lambda: None)
        self._make()

    def save(self) -> None:
        """Ask where the file goes, and put it there."""
        if self.made is not None and not self._why_not():
            self.out.save(self.made)

    def print(self) -> None:
        """Ask for the printer, and print; without one, say so kindly."""
        if self.made is not None and not self._why_not():
            self.out.print(self.made, self.paper)

    def _on_print_begun(self) -> None:
        self._show_busy(_("Printing"))

    def _on_printed(self, done: int, of: int) -> None:
        self.busy.show_progress(done, of)
        self.busy.words.show_words(_("Printing page {n} of {all}").format(n=done, all=of))

    def _on_print_end(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.foot.show()
        self._show_pages()
        self._let_act()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if self.out.is_printing:
            self.out.cancel()
        else:
            self.leave()

    def _give_up(self) -> None:
        making, self._making = self._making, None
        if making is not None:
            making.cancel()

    def _open_refused(self) -> None:
        """Open the first story that is held back."""
        from hospitality_desk.desk.paper_checks import Held  # with the store's libraries
        from hospitality_desk.queries.stories import story_numbered

        held = self._error.stories if isinstance(self._error, Held) else ()
        number = next((each for each in held if each is not None), None)
        if len(self.story_ids) == 1 or number is None:
            self.open_asked.emit(self.story_ids[0])
            return
        self._around.bridge.ask(story_numbered, self._on_numbered, self, "story", number)

    def _on_numbered(self, story_id: StoryId | None) -> None:
        self.open_asked.emit(story_id if story_id is not None else self.story_ids[0])

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and not self.out.is_printing and any(each in changes.stories for each in self.story_ids):
            self._make()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
            event.accept()
        else:
            super().keyPressEvent(event)
