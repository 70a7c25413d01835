"""Beside the kinds, while Told guest is chosen: this note restarts the guest clock."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.words import _


class Restarts(QWidget):
    """An icon and three words."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restarts_the_clock")
        self.setFont(around.font(Role.SMALL))
        self._around = around
        self._words = _("Restarts the clock")
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        """Return room for both."""
        return QSize(self._px(28) + self.fontMetrics().horizontalAdvance(self._words) + 2, self._px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        side = self._px(20)
        theme = self._around.theme
        whole, direction = self.rect(), self.layoutDirection()
        at = QStyle.visualRect(direction, whole, QRect(0, (self.height() - side) // 2, side, side))
        paint_icon(painter, at, "timer-refresh-outline", theme.accent)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text2))
        words = QStyle.visualRect(direction, whole, whole.adjusted(self._px(28), 0, 0, 0))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
