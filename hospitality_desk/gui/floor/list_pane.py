"""The left side of the Floor: head, list, foot, and a word where the list is empty."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.footer import FloorFooter
from hospitality_desk.gui.floor.header import FloorHeader
from hospitality_desk.gui.floor.incident_list import IncidentList
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.words import _

WIDTH, WIDTH_IF_WIDE, NARROWEST, WIDEST = 454, 520, 400, 560
"""With the hairlines of the rail and the splitter the widest common one takes 456."""


class ListPane(QWidget):
    """456 px wide, between 400 and 560."""

    def __init__(self, around: Around, model: IncidentModel, hold: OrderHold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self._theme = around.theme
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(round(WIDEST * around.percent / 100))
        self.header = FloorHeader(around, self)
        self.list = IncidentList(around, model, hold, self)
        self.footer = FloorFooter(around, self)
        self._empty = _EmptyList(around, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)

    def show_empty(self, empty: bool) -> None:
        """Show the list, or the word for an empty one."""
        self._stack.setCurrentWidget(self._empty if empty else self.list)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pane's ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.surface))


class _EmptyList(QWidget):
    """A tick and one sentence about what will appear."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = around.theme
        self._scale = around.percent / 100
        words = QLabel(_("Open problems appear here,\nclosest to the promise first."), self)
        words.setObjectName("empty_list_words")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        words.setFont(around.font(Role.BODY))
        words.setStyleSheet(f"color: {around.theme.text3};")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, round(138 * self._scale), 24, 0)
        column.addWidget(words)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick."""
        side = round(26 * self._scale)
        sign = QRect((self.width() - side) // 2, round(101 * self._scale), side, side)
        paint_icon(QPainter(self), sign, "check", self._theme.line2)
