"""A check box with a tick in it that can be seen in both themes."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring

_BOX, _GAP = 17, 9


class TickBox(QCheckBox):
    """44 px high, so that a finger meets it."""

    def __init__(self, around: Around, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self.setFont(around.font(Role.SMALL))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._around = around

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._px(_BOX + _GAP + 2) + words, self._px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the same: its words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Take a tap anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its tick and the words."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._px(_BOX)
        side_box = QRect(0, (self.height() - side) // 2, side, side)
        box = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), side_box))
        checked = self.isChecked()
        painter.setPen(QPen(QColor(theme.accentfill if checked else theme.ctl), 1.5))
        painter.setBrush(QColor(theme.accentfill if checked else theme.raised))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        if checked:
            paint_icon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check", theme.onaccent)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text2))
        left = self._px(_BOX + _GAP)
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(
            QStyle.visualRect(self.layoutDirection(), self.rect(), words),
            int(Qt.AlignmentFlag.AlignVCenter),
            self.text(),
        )
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()).adjusted(0, 6, 0, -6), theme)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
