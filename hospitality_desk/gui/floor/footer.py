"""The foot of the Floor: what was settled today."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _

HEIGHT = 52


class FloorFooter(QWidget):
    """One quiet line, 52 px high."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floor_footer")
        self._theme = around.theme
        self._scale = around.percent / 100
        self._settled = 0
        self.setFixedHeight(round(HEIGHT * self._scale))
        self.words = ElidedLabel("settled_words", around.font(Role.SMALL), around.theme.text2)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.words, 1)
        self.show_settled(0)

    def show_settled(self, settled: int) -> None:
        """Show how many were settled on this service date."""
        self._settled = settled
        words = _("Settled today: {n}").format(n=settled) if settled else _("Nothing settled yet today")
        self.words.setText(words)
        left = round((44 if settled else 18) * self._scale)
        self._layout.setContentsMargins(left, 0, round(16 * self._scale), 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the upper edge and the two ticks."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line))
        if self._settled:
            side = round(18 * self._scale)
            sign = QRect(round(18 * self._scale), (self.height() - side) // 2, side, side)
            paint_icon(painter, sign, "check-all", self._theme.text2)
