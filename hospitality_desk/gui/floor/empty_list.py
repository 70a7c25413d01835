"""A tick and one sentence about what will appear, where a list is empty."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.paragraph import Paragraph


class EmptyList(QWidget):
    """Stands in the list's place."""

    def __init__(self, around: Around, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = around.theme
        self._scale = around.percent / 100
        middle = Qt.AlignmentFlag.AlignHCenter
        self.words = Paragraph(around, name, Role.BODY, around.theme.text3, line=20, alignment=middle, parent=self)
        self.words.setText(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, round(139 * self._scale), 24, 0)
        column.addWidget(self.words)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick."""
        side = round(26 * self._scale)
        sign = QRect((self.width() - side) // 2, round(101 * self._scale), side, side)
        paint_icon(QPainter(self), sign, "check", self._theme.line2)
