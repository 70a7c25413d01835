"""A colleague as two letters in a ring."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from hospitality_desk.gui.theme import Theme


def initials(name: str) -> str:
    """Return two capitals for a name: the first letters of its first and last word, else its first two."""
    words = name.split()
    if not words:
        return "?"
    letters = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()


def paint_avatar(
    painter: QPainter, rect: QRect, letters: str, theme: Theme, face: QFont, *, mine: bool = False
) -> None:
    """Paint the ring and the letters; `mine` is the acting person, in the accent colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.hover if theme.is_dark else theme.sunken))
    painter.setPen(QPen(QColor(theme.accent if mine else theme.line2), 1.5 if mine else 1))
    painter.drawEllipse(rect.toRectF().adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setFont(face)
    painter.setPen(QColor(theme.accent if mine else theme.text2))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), letters)
    painter.restore()
