"""A box of plain text, always as tall as its words: it stands in a page that scrolls, and never scrolls itself."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from hospitality_desk.domain.text import LONGEST
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.exact_text import into_document, out_of

EDGE, PAD = 2, 6
"""Pixels of the frame, and between it and the words."""


class GrowingText(QTextEdit):
    """Takes text and no looks. Tab leaves it; with `one_line` Enter says that it is done, and breaks no line.

    The lines are `line` pixels apart at 100 %. More than LONGEST characters are not taken in.
    """

    typed = Signal()
    """A person changed the words."""
    entered = Signal()
    left = Signal()
    """The keyboard went elsewhere inside the window."""
    came = Signal()
    """The keyboard came."""
    grew = Signal()
    """It has another size."""

    def __init__(
        self, around: Around, name: str, role: Role, *, line: int, one_line: bool = False, framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(name)
        self._line, self._one_line, self._is_putting = line * around.percent / 100, one_line, False
        self._least = round(44 * around.percent / 100)
        self._before = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(around.font(role))
        self.document().setDocumentMargin(PAD)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme = around.theme
        at_rest = theme.ctl if framed else "transparent"
        self.setStyleSheet(
            f"QTextEdit {{ background: transparent; border: {EDGE}px solid {at_rest}; border-radius: 7px; padding: 0;"
            f" selection-background-color: {theme.accentfill}; selection-color: {theme.onaccent};"
            f" placeholder-text-color: {theme.text3}; }}"
            f"QTextEdit:hover {{ border-color: {theme.ctl if framed else theme.line2}; }}"
            f"QTextEdit:focus {{ border-color: {theme.accent}; }}"
            f"QTextEdit:disabled, QTextEdit:read-only {{ border-color: transparent; }}"
            f"QTextEdit:read-only:focus {{ border-color: {theme.accent}; }}"
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.text3)
        self.setPalette(palette)
        self.textChanged.connect(self._on_text)
        self._space_lines()
        self._fit()

    def text(self) -> str:
        """Return exactly what was typed or pasted."""
        return out_of(self.document())

    def put(self, text: str) -> None:
        """Show other words, with the cursor behind them; they cannot be undone by Ctrl+Z."""
        if text == self.text():
            return
        self._is_putting = True
        self.setPlainText(into_document(text[:LONGEST]))
        self._space_lines()
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._is_putting = False
        self._before = self.text()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter end one line, and Esc and Ctrl+Enter go on to whatever the box stands in."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._one_line:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, and no more of it than can be kept."""
        text = source.text()
        text = " ".join(text.split()) if self._one_line else text.replace("\r\n", "\n")
        room = max(0, LONGEST - len(self.text()) + len(self.textCursor().selectedText()))
        self.textCursor().insertText(into_document(text[:room]))
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()
        self.grew.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to write."""
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the box was left; a menu over it or another window is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def cursor_point(self) -> QPoint:
        """Return where the cursor is, in the box."""
        return self.cursorRect().center()

    def line_boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where the characters from `start` up to `end` stand, one rectangle a line, in the viewport."""
        found: list[QRectF] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            found += self._boxes_in(block, start, end)
            block = block.next()
        return found

    def _boxes_in(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        layout, at = block.layout(), block.position()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        found = []
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            first = max(start - at, line.textStart())
            last = min(end - at, line.textStart() + line.textLength())
            if first >= last:
                continue
            here, there = (_x(line, each) for each in (first, last))
            left, wide = min(here, there), abs(there - here)
            found.append(QRectF(corner.x() + left, corner.y() + line.y(), wide, line.height()))
        return found

    def _on_text(self) -> None:
        text = self.text()
        self._fit()
        if self._is_putting or text == self._before:
            return
        if len(text) > LONGEST:
            self.undo()
            return
        self._before = text
        self.typed.emit()

    def _space_lines(self) -> None:
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        whole.mergeBlockFormat(spaced)

    def _fit(self) -> None:
        tall = max(self._least, math.ceil(self.document().size().height()) + 2 * EDGE)
        if tall != self.height() or tall != self.minimumHeight():
            self.setFixedHeight(tall)


def _x(line: QTextLine, at: int) -> float:
    """Return where a character of a line begins; Qt's answer holds the character, too."""
    found = line.cursorToX(at)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type] # a number
