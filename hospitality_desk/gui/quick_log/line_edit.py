"""The line itself: plain words, one to four lines high, what was understood underlined."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from hospitality_desk.domain.text import LONGEST, clean_text
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.exact_text import into_document, out_of
from hospitality_desk.words import _

LINE = 38
MOST_LINES = 4
SCANNER_MS = 30
"""An Enter this soon after a key was sent by a barcode scanner, not by a hand."""
_THICK, _GAP = 3, 5


class Underline(NamedTuple):
    """A span of the text, in code points, end exclusive."""

    start: int
    end: int
    is_sure: bool


class LineEdit(QTextEdit):
    """A field for plain text. Enter is reported, Shift+Enter and a scanner's Enter break the line."""

    entered = Signal(bool)
    """Enter was pressed; True with Ctrl."""
    left_off = Signal()
    """Esc was pressed."""
    cut_short = Signal(str)
    """A sentence: more was pasted or typed than can be kept."""
    typed_behind = Signal(str)
    """Words were typed while the field is held still; nothing of them is in it."""
    unfocused = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick_log_line")
        self.ticks: Callable[[], float] = time.monotonic
        """Seconds of a clock that only runs forward, for keys that carry no time of their own."""
        self._around = around
        self._last_key = 0.0
        self._underlines: tuple[Underline, ...] = ()
        self._line = round(LINE * around.percent / 100)
        face = around.font(Role.QUICK_LINE)
        face.unsetFeature(QFont.Tag("tnum"))  # words, not a column of figures
        self.setFont(face)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0 }")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.set_text("")
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()
        self.setAccessibleName(_("What happened"))
        self._hint = _("What happened? One line is enough.")
        self.setAccessibleDescription(self._hint)

    def text(self) -> str:
        """Return what stands in the field, to the character: `toPlainText` would change some spaces."""
        return out_of(self.document())

    def set_text(self, text: str, cursor: int | None = None) -> None:
        """Put a text in place of what is there, with the cursor after so many characters, or at the end."""
        tall = QTextBlockFormat()
        tall.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        every = QTextCursor(self.document())
        every.beginEditBlock()  # one change, reported once
        every.select(QTextCursor.SelectionType.Document)
        every.setBlockFormat(tall)
        every.insertText(into_document(text))
        every.endEditBlock()
        self.document().clearUndoRedoStacks()
        at = self.textCursor()
        at.setPosition(_in_qt(text, len(text) if cursor is None else min(max(cursor, 0), len(text))))
        self.setTextCursor(at)

    def write_behind(self, words: str) -> None:
        """Put words after all others, also while the field is held still."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.textCursor().insertText(into_document(words))

    def cursor_at(self) -> int:
        """Return after how many characters (code points) the cursor stands."""
        position = self.textCursor().position()
        before = self.document().toRawText().encode("utf-16-le", "surrogatepass")[: position * 2]
        return len(before.decode("utf-16-le", "replace"))

    def underline(self, spans: tuple[Underline, ...]) -> None:
        """Underline these spans of the text from now on."""
        text = self.text()
        if any(ord(one) > 0xFFFF for one in text):
            spans = tuple(Underline(_in_qt(text, one.start), _in_qt(text, one.end), one.is_sure) for one in spans)
        if spans != self._underlines:
            self._underlines = spans
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Esc; everything else is typing."""
        moment = float(event.timestamp()) or self.ticks() * 1000
        since, is_typing = moment - self._last_key, bool(event.text())
        if is_typing:
            self._last_key = moment
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event, since)
        elif event.key() == Qt.Key.Key_Escape:
            self.left_off.emit()
        elif is_typing and event.text().isprintable() and not self._has_room():
            self._say_cut(LONGEST + 1)
        elif self.isReadOnly() and is_typing and event.text().isprintable():
            self.typed_behind.emit(event.text())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words only, as far as there is room, as the gate will leave them."""
        pasted = source.text()
        selected = len(self.textCursor().selectedText())
        present = len(self.text()) - selected
        room = max(0, LONGEST - present)
        if len(pasted) > room:
            self._say_cut(present + len(pasted))
        self.textCursor().insertText(into_document(_as_it_will_be(pasted[:room])))
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.unfocused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the lines under what was understood."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.document().isEmpty():
            self._paint_hint(painter)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for span in self._underlines:
            painter.setPen(self._pen(span))
            block = self.document().findBlock(span.start)
            while block.isValid() and block.position() < span.end:
                self._paint_under(painter, block, span)
                block = block.next()

    def _paint_hint(self, painter: QPainter) -> None:
        """Paint the hint on the words' own base line, which Qt's placeholder does not know."""
        first = self.document().firstBlock().layout()
        base = self.document().documentLayout().blockBoundingRect(self.document().firstBlock()).top()
        if first.lineCount():
            base += first.lineAt(0).y() + first.lineAt(0).ascent()
        painter.setFont(self.font())
        painter.setPen(QColor(self._around.theme.text3))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._hint)
        painter.drawText(QPointF(self.viewport().width() - wide if is_mirrored else 0, base), self._hint)

    def _paint_under(self, painter: QPainter, block: QTextBlock, span: Underline) -> None:
        layout = block.layout()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(span.start - block.position(), line.textStart())
            after = min(span.end - block.position(), line.textStart() + line.textLength())
            if after == line.textStart() + line.textLength() and block.text()[after - 1 : after].isspace():
                after -= 1
            if first >= after:
                continue
            ends = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(after))))
            low = corner.y() + line.y() + line.ascent() + _GAP * self._around.percent / 100 + _THICK / 2
            painter.drawLine(QPointF(corner.x() + ends[0], low), QPointF(corner.x() + ends[1], low))

    def _pen(self, span: Underline) -> QPen:
        theme = self._around.theme
        pen = QPen(QColor(theme.accent if span.is_sure else theme.accentline), _THICK)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not span.is_sure:
            pen.setDashPattern([2.0, 1.0])
        return pen

    def _on_enter(self, event: QKeyEvent, since: float) -> None:
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.entered.emit(True)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or since < SCANNER_MS:
            if not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        elif not event.isAutoRepeat():
            self.entered.emit(False)

    def _has_room(self) -> bool:
        return self.document().characterCount() <= LONGEST or self.textCursor().hasSelection()

    def _say_cut(self, typed: int) -> None:
        self.cut_short.emit(_("{kept:,} of {all:,} characters kept.").format(kept=LONGEST, all=typed))

    def _fit(self) -> None:
        lines = ceil(self.document().size().height() / self._line - 0.01)
        self.setFixedHeight(self._line * min(max(lines, 1), MOST_LINES))
        is_longer = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_longer else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)


def _as_it_will_be(text: str) -> str:
    """Return what the gate will keep, so that the field shows it; card numbers stay until then and are said then."""
    cleaned = clean_text(text)
    return text if cleaned.masked else cleaned.text


def _in_qt(text: str, at: int) -> int:
    """Return a position in code points as Qt counts it, in UTF-16 units."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def _x(found: object) -> float:
    """Return where a cursor stands; the binding gives it alone or with its position."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type] # a number either way
