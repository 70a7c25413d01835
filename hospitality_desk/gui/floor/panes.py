"""The list and the problem beside each other, or one in the other's place where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.list_pane import NARROWEST, WIDTH, WIDTH_IF_WIDE, ListPane

WIDE_SCREEN = 1_500
"""From this width on, the list is wider from the start."""
TWO_PANES = 960
"""From this width on both have room, in pixels at 100 %: a window of about 1,045 px less its rail."""
LIST_WIDTH = "floor_list_width"
"""The station's preference for the list's width."""
_NO_LIMIT = 16_777_215
"""Qt's own for "as wide as you like"."""


class Panes(QSplitter):
    """Its own size never holds the window wider than one pane needs."""

    narrowed = Signal(bool)
    """There is room for one pane only, or for both again."""

    def __init__(self, around: Around, pane: ListPane, right: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("floor_splitter")
        self._bridge, self._percent = around.bridge, around.percent
        self._pane, self._right = pane, right
        self._width_is_open = True
        self.is_narrow = False
        self.shows_right = False
        """Whether the right pane is the one that is shown while there is room for one only."""
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(pane)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        pane.setMaximumWidth(pane.widest)
        self.splitterMoved.connect(self._on_moved)
        self._timer = QTimer(self)
        self._timer.setObjectName("list_width_timer")
        self._timer.setSingleShot(True)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._keep_width)

    def show_right(self, right: bool) -> None:
        """Show the right pane where there is room for one only, or the list."""
        self.shows_right = right
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Return the room that either pane needs alone."""
        least = self._right.minimumSizeHint().expandedTo(self._pane.minimumSizeHint())
        return least.expandedTo(QSize(NARROWEST, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room for both."""
        narrow = self.width() < TWO_PANES * self._percent / 100
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._pane.setMaximumWidth(_NO_LIMIT if narrow else self._pane.widest)
            self._show()
            self.narrowed.emit(narrow)
        super().resizeEvent(event)
        if self._width_is_open and not narrow and self.isVisible():
            self._take_width()

    def take_width_once(self) -> None:
        """Take the list's width of last time, else one that suits the window; the first time there is room."""
        if self._width_is_open and not self.is_narrow:
            self._take_width()

    def _take_width(self) -> None:
        self._width_is_open = False
        kept = self._bridge.station.preference(LIST_WIDTH)
        usual = WIDTH_IF_WIDE if self.width() >= WIDE_SCREEN else WIDTH
        width = round(usual * self._percent / 100)
        if isinstance(kept, int) and NARROWEST <= kept <= self._pane.widest:
            width = kept
        self.setSizes([width, max(1, self.width() - width - 1)])

    def _show(self) -> None:
        self._pane.setVisible(not self.is_narrow or not self.shows_right)
        self._right.setVisible(not self.is_narrow or self.shows_right)

    def _on_moved(self, _position: int, _index: int) -> None:
        self._timer.start()

    def _keep_width(self) -> None:
        if not self.is_narrow:
            width = self._pane.width()
            self._bridge.note(lambda station: station.prefer(LIST_WIDTH, width), self)
