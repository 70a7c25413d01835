"""The field notes are typed into: Enter adds, Shift+Enter breaks the line, and it grows from one line to three."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.text import LONGEST
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.exact_text import into_document, out_of
from hospitality_desk.gui.widgets.kinds import KINDS
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.plain_tip import plain_tip

SCANNER_MS = 30
"""Milliseconds: an Enter sooner than this after a key comes from a barcode scanner, not from a finger."""
_FRAME = 20
"""Pixels of border and padding above and below the words (the style sheet's)."""


class NoteField(QPlainTextEdit):
    """Takes a note as plain text. Tab leaves it. More than LONGEST characters are cut as they come in."""

    entered = Signal()
    """Enter was pressed by a person."""
    grew = Signal()
    """The height changed."""
    was_cut = Signal(int, int)
    """Characters kept, and characters there were."""
    kind_key = Signal(object)
    """Ctrl+1 to Ctrl+6: an EntryKind."""

    def __init__(
        self,
        around: Around,
        name: str,
        *,
        most_lines: int = 3,
        clock: Callable[[], float] = monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(around.font(Role.BODY))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._most_lines, self._clock = most_lines, clock
        self._scale = around.percent / 100
        self._last_key = float("-inf")
        self._hint = ""
        line = self.fontMetrics().lineSpacing()
        self._margin = max(3.0, (48 * around.percent / 100 - _FRAME - line) / 2)
        self.document().setDocumentMargin(self._margin)
        self.textChanged.connect(self._on_text)
        self._fit()

    def text(self) -> str:
        """Return exactly what was typed or pasted."""
        return out_of(self.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a person's Enter from a scanner's; Ctrl+1 to 6 choose a kind."""
        moment = float(event.timestamp()) or self._clock() * 1000
        since = moment - self._last_key
        if event.text():
            self._last_key = moment
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event, is_plain=plain == Qt.KeyboardModifier.NoModifier, since=since)
            event.accept()
            return
        digit = event.key() - Qt.Key.Key_1
        if plain == Qt.KeyboardModifier.ControlModifier and 0 <= digit < len(KINDS):
            kind: EntryKind = KINDS[digit]
            self.kind_key.emit(kind)
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent, *, is_plain: bool, since: float) -> None:
        """Break the line for a scanner and for Shift+Enter; an Enter that is held down was meant once."""
        if is_plain and event.isAutoRepeat():
            return
        if is_plain and since >= SCANNER_MS:
            self.entered.emit()
            return
        self.textCursor().insertText("\n")
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, and no more of it than can be kept."""
        text = source.text()
        selected = len(self.textCursor().selectedText())
        room = max(0, LONGEST - (len(self.text()) - selected))
        self.textCursor().insertText(into_document(text[:room]))
        self.ensureCursorVisible()
        if len(text) > room:
            self.was_cut.emit(LONGEST, LONGEST - room + len(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lines to the new width."""
        super().resizeEvent(event)
        self._fit()
        self.show_hint(self._hint)

    def show_hint(self, words: str) -> None:
        """Say in the empty field what belongs here, on one line; what is cut of it is in the tool tip."""
        self._hint = words
        room = self.viewport().width() - round(2 * self._margin) - 2
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, room))
        if shown != self.placeholderText():
            self.setPlaceholderText(shown)
        self.setToolTip("" if shown == words else plain_tip(words))

    def keep_free(self, width: int) -> None:
        """Leave room at the end of the line for something that lies over the field."""
        wanted = margins(self, 0, 0, width, 0)
        if self.viewportMargins() != wanted:
            self.setViewportMargins(wanted)
            self.show_hint(self._hint)

    def _on_text(self) -> None:
        text = self.text()
        if len(text) > LONGEST:
            at = self.textCursor().position()
            self.setPlainText(into_document(text[:LONGEST]))
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(self.text().encode("utf-16-le")) // 2))
            self.setTextCursor(cursor)
            self.was_cut.emit(LONGEST, len(text))
            return
        self._fit()

    def _fit(self) -> None:
        lines = min(max(1, int(self.document().size().height())), self._most_lines)
        line = self.fontMetrics().lineSpacing()
        tall = max(round(48 * self._scale), round(lines * line + 2 * self._margin) + _FRAME)
        if tall != self.height() or tall != self.minimumHeight():
            self.setFixedHeight(tall)
            self.grew.emit()
        many = self.document().size().height() > self._most_lines
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def put(self, text: str) -> None:
        """Show a text with the cursor behind it."""
        self.setPlainText(into_document(text[:LONGEST]))
        self.moveCursor(QTextCursor.MoveOperation.End)
