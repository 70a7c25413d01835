"""A small icon that says what the words beside it are; it is never alone."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.icons import paint_icon


class Mark(QWidget):
    """Paints one icon in one colour."""

    def __init__(self, around: Around, icon: str, color: str, name: str, *, side: int = 18) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon, self._color = icon, color
        pixels = round(side * around.percent / 100)
        self.setFixedSize(pixels, pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon, self._color)
