"""What time it is in the house; a tap on it shows the wall."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.words import _

_PAD, _TALL, _RADIUS = 8, 32, 7


class WallTime(QAbstractButton):
    """The time, with 8 px around it to be touched. `baseline` is where its figures stand, from the top."""

    def __init__(self, around: Around, baseline: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wall_time")
        self._around, self._scale, self._baseline = around, around.percent / 100, baseline
        self.setFont(around.font(Role.TITLE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_("Show the open problems large, for the wall (F11)"))

    def show_time(self, words: str) -> None:
        """Show this time."""
        self.setText(words)
        self.setAccessibleName(_("The time in the house: {time}. Show the wall").format(time=words))
        self.update()

    @property
    def pad(self) -> int:
        """Return the room beside the figures that belongs to the touch."""
        return round(_PAD * self._scale)

    def sizeHint(self) -> QSize:
        """Return the room for figures and touch."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(max(words, round(28 * self._scale)) + 2 * self.pad, round(44 * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures; the ground shows only under the pointer."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall = _TALL * self._scale
        metrics = QFontMetrics(self.font())
        middle = self._baseline - metrics.capHeight() / 2
        box = QRectF(0, middle - tall / 2, self.width(), tall)
        if self.underMouse() and self.text():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(QColor(theme.text))
        painter.drawText(self.pad, self._baseline, self.text())
        if self.hasFocus():
            paint_focus_ring(painter, box, theme, _RADIUS)
