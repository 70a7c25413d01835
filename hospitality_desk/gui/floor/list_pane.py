"""The left side of the Floor: head, list and foot, for the open problems or for what was settled today."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.closed_delegate import ClosedDelegate
from hospitality_desk.gui.floor.closed_header import ClosedHeader
from hospitality_desk.gui.floor.closed_model import ClosedModel
from hospitality_desk.gui.floor.empty_list import EmptyList
from hospitality_desk.gui.floor.footer import FloorFooter
from hospitality_desk.gui.floor.header import FloorHeader
from hospitality_desk.gui.floor.incident_list import IncidentList
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.open_list import OpenList
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.words import _

WIDTH, WIDTH_IF_WIDE, NARROWEST, WIDEST = 454, 520, 400, 560
"""With the hairlines of the rail and the splitter the widest common one takes 456."""


class ListPane(QWidget):
    """456 px wide, between 400 and 560."""

    closed_shown = Signal(bool)
    """The list of what was settled today is shown now, or the open one again."""

    def __init__(
        self, around: Around, model: IncidentModel, closed: ClosedModel, hold: OrderHold, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self._theme = around.theme
        self.widest = round(WIDEST * around.percent / 100)
        self.setMinimumWidth(NARROWEST)
        self.header = FloorHeader(around, self)
        self.closed_header = ClosedHeader(around, self)
        self.list = OpenList(around, model, hold, self)
        self.closed = IncidentList(around, closed, ClosedDelegate(around, closed), hold, "closed_list", self)
        self.closed.setAccessibleName(_("Settled today"))
        self.footer = FloorFooter(around, self)
        open_words = _("Open problems appear here,\nclosest to the promise first.")
        self.empty = EmptyList(around, open_words, "empty_list_words", self)
        closed_words = _("Nothing is settled yet today.\nWhat is settled or withdrawn appears here.")
        self.closed_empty = EmptyList(around, closed_words, "empty_closed_words", self)
        self._open_is_empty = self._closed_is_empty = False
        self.shows_closed = False
        self._heads, self._stack = QStackedWidget(self), QStackedWidget(self)
        for head in (self.header, self.closed_header):
            self._heads.addWidget(head)
        self._heads.setFixedHeight(self.header.height())
        for page in (self.list, self.empty, self.closed, self.closed_empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)

    @property
    def current_list(self) -> IncidentList:
        """Return the list that is shown, or would be if it had rows."""
        return self.closed if self.shows_closed else self.list

    def show_closed(self, closed: bool) -> None:
        """Show what was settled today, or the open problems again."""
        if closed == self.shows_closed:
            return
        had_focus = self.has_keyboard()
        self.shows_closed = closed
        self._heads.setCurrentWidget(self.closed_header if closed else self.header)
        self._show()
        self.closed_shown.emit(closed)
        if had_focus:
            self.take_focus()

    def has_keyboard(self) -> bool:
        """Tell whether something in this pane has the keyboard."""
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)

    def show_empty(self, empty: bool) -> None:
        """Show the open list, or the word for an empty one."""
        self._open_is_empty = empty
        self._show()

    def show_closed_empty(self, empty: bool) -> None:
        """Show the list of what was settled, or the word for an empty one."""
        self._closed_is_empty = empty
        self._show()

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        stop = self.current_list if self.current_list.isVisible() else self.footer.button
        stop.setFocus()

    def _show(self) -> None:
        if self.shows_closed:
            self._stack.setCurrentWidget(self.closed_empty if self._closed_is_empty else self.closed)
        else:
            self._stack.setCurrentWidget(self.empty if self._open_is_empty else self.list)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pane's ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.surface))
