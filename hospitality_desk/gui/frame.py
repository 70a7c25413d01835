"""Everything inside the window: the rail, one screen at a time, and a banner above; made anew for another look."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.notices import Notices
from hospitality_desk.gui.rail import Rail
from hospitality_desk.gui.widgets.trouble_page import TroublePage


class Frame(QWidget):
    """Holds the Floor from the start; other screens come by `add_screen` and go with the frame."""

    def __init__(self, around: Around, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("frame")
        self.rail = Rail(around, self)
        self.floor = FloorPage(around, self)
        self.trouble = TroublePage(around, self)
        self.notices = Notices(around, window, self.floor.pane)
        self.notices.setParent(self)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("screens")
        self.stack.addWidget(self.floor)
        self.stack.addWidget(self.trouble)
        self._usual = QWidget(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notices.banner_bar)
        right.addWidget(self.stack, 1)
        across = QHBoxLayout(self._usual)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._usual)

    def show_screen(self, screen: QWidget) -> None:
        """Show a screen beside the rail; one that was never shown is taken in."""
        if self.stack.indexOf(screen) < 0:
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)

    def fill_with(self, page: QWidget) -> None:
        """Show nothing but this page, over the whole window."""
        if self._whole.indexOf(page) < 0:
            self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def show_usual(self) -> None:
        """Show the rail and the screen beside it again."""
        self._whole.setCurrentWidget(self._usual)

    @property
    def is_usual(self) -> bool:
        """Tell whether the rail and a screen are shown."""
        return self._whole.currentWidget() is self._usual
