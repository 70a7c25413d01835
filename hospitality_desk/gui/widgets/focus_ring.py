"""The ring around what has the keyboard, 2 px in the accent colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hospitality_desk.gui.theme import Theme


def paint_focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 7) -> None:
    """Paint the ring just inside the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
