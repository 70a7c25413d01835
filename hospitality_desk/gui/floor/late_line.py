"""A late guest whose row is scrolled out of sight, by name; a tap goes there."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _

_ICON, _TALL, _RADIUS, _OUT = 16, 26, 4, 5


class LateLine(QAbstractButton):
    """44 px high to be touched. Its words stand `middle` pixels from its top and `lead` from the reading side."""

    def __init__(self, around: Around, middle: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("late_line")
        self._around, self._scale, self._middle = around, around.percent / 100, middle
        self.incident_id: IncidentId | None = None
        self._is_above = True
        self.setFont(around.font(Role.SMALL_BOLD))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    @property
    def lead(self) -> int:
        """Return the room before the words that belongs to the touch."""
        return round(_OUT * self._scale)

    def show_late(self, incident_id: IncidentId, words: str, *, is_above: bool) -> None:
        """Name it, and point where its row is."""
        self.incident_id, self._is_above = incident_id, is_above
        self.setText(words)
        self.setAccessibleName(_("{words}. Show it").format(words=words))
        self.setToolTip(plain_tip(words))
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for words and chevron."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + 2 * self.lead + round((_ICON + 4) * self._scale), round(44 * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and chevron; the ground shows only under the pointer."""
        theme, painter = self._around.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall, side = _TALL * self._scale, round(_ICON * self._scale)
        ground = QRectF(0, self._middle - tall / 2, self.width(), tall)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
        room = self.width() - 2 * self.lead - side - round(4 * self._scale)
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        wide = QFontMetrics(self.font()).horizontalAdvance(shown)
        words = QRect(self.lead, round(self._middle - tall / 2), wide + 2, round(tall))
        icon = QRect(words.right() + 1 + round(2 * self._scale), self._middle - side // 2, side, side)
        see = self.style().visualRect
        painter.setPen(QColor(theme.accent))
        painter.drawText(
            see(self.layoutDirection(), self.rect(), words), int(Qt.AlignmentFlag.AlignCenter.value), shown
        )
        sign = "chevron-up" if self._is_above else "chevron-down"
        paint_icon(painter, see(self.layoutDirection(), self.rect(), icon), sign, theme.accent)
        if self.hasFocus():
            paint_focus_ring(painter, ground, theme, _RADIUS)
