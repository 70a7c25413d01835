"""The ground of a row in either list: chosen, under the pointer, or plain, with a hairline below."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from hospitality_desk.gui.theme import Theme
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring

ROW_HEIGHT = 76
_EDGE = 3


def no_row() -> int:
    """Return the row under the pointer of a list that nobody points at: none."""
    return -1


def with_pointer(state: QStyle.StateFlag, pointed_at: bool) -> QStyle.StateFlag:
    """Return the state with the pointer where it is: the one Qt remembers goes along when rows change places."""
    over = QStyle.StateFlag.State_MouseOver
    return state | over if pointed_at else state & ~over


def paint_card(
    painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    """Paint it; the chosen one has a bar at the reading edge."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.sel))
        edge = QRect(rect.left(), rect.top(), _EDGE, rect.height())
        painter.fillRect(QStyle.visualRect(direction, rect, edge), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(theme.hover))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))


def paint_card_ring(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Paint the ring of the row that has the keyboard."""
    paint_focus_ring(painter, rect.toRectF().adjusted(_EDGE, 0, 0, -1), theme, 4)
