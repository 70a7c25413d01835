"""One line of text that is edited where it stands: it looks like words until somebody comes near it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hospitality_desk.domain.text import LONGEST
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.plain_tip import plain_tip

PAD = 6


class QuietLine(QLineEdit):
    """Enter or leaving it says that it is done; what does not fit is in the tool tip."""

    typed = Signal()
    left = Signal()

    def __init__(
        self, around: Around, name: str, face: QFont, color: str, *, tall: int, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(name)
        theme = around.theme
        self.setFont(face)
        self.setMaxLength(LONGEST)
        inner = round(tall * around.percent / 100) - 4
        self.setStyleSheet(
            f"QLineEdit {{ background: transparent; color: {color}; border: 2px solid transparent; border-radius: 6px;"
            f" padding: 0 {PAD - 2}px; min-height: {inner}px; max-height: {inner}px;"
            f" placeholder-text-color: {theme.text3}; }}"
            f"QLineEdit:hover {{ border-color: {theme.line2}; }} QLineEdit:focus {{ border-color: {theme.accent}; }}"
            "QLineEdit:read-only { border-color: transparent; }"
            f"QLineEdit:read-only:focus {{ border-color: {theme.accent}; }}"
        )
        self.textEdited.connect(lambda _words: self.typed.emit())
        self.textChanged.connect(lambda _words: self._tell_the_rest())

    def put(self, text: str) -> None:
        """Show other words from their beginning."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(self.text()))

    def wide(self) -> int:
        """Return the width its words would like, of the hint where there are none."""
        words = self.text() or self.placeholderText()
        return QFontMetrics(self.font()).horizontalAdvance(words) + 2 * PAD + 8

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter say that it is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left, and show its beginning again."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether the words fit."""
        super().resizeEvent(event)
        self._tell_the_rest()

    def _tell_the_rest(self) -> None:
        fits = self.wide() <= self.width()
        self.setToolTip("" if fits else plain_tip(self.text() or self.placeholderText()))
