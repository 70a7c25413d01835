"""What a problem's page is made of, and where each part stands."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.composer import Composer
from hospitality_desk.gui.incident.happened_pane import HappenedPane
from hospitality_desk.gui.incident.header import Header
from hospitality_desk.gui.incident.not_here import NotHere
from hospitality_desk.gui.incident.pane_tabs import TASKS, PaneTabs
from hospitality_desk.gui.incident.settle_panel import SettlePanel
from hospitality_desk.gui.incident.tasks_pane import WIDTH as TASKS_WIDTH
from hospitality_desk.gui.incident.tasks_pane import TasksPane
from hospitality_desk.gui.incident.untold_strip import UntoldStrip
from hospitality_desk.gui.widgets.margins import margins

LEAST_WIDTH = 560
_WIDE_WINDOW, _TASKS_WIDE = 1_600, 380
_NARROW = 760
"""Pixels at 100 %: below it the tasks are a tab beside what happened."""


class PageParts(QWidget):
    """Holds the parts. It shows that nothing is here, until `show_whole` is called."""

    toast = Signal(str, object)
    """Words, and a function that takes the act back or None."""
    story_asked = Signal(str)
    """The id of a story told of this problem: it is to be opened."""
    back_asked = Signal()
    """The arrow of `show_back` was pressed: the list is to be seen again."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("incident_page")
        self._around = around
        self._stands_alone = False
        self.acts = Acts(around, self)
        self.acts.toast.connect(self.toast)
        self.header = Header(around)
        self.strip = UntoldStrip(around)
        self.tabs = PaneTabs(around)
        self.happened = HappenedPane(around)
        self.tasks = TasksPane(around, self.acts)
        self.composer = Composer(around, self.acts)
        self.not_here = NotHere(around)
        self.settle_panel = SettlePanel(around, self.acts, self)
        self.settle_panel.hide()
        self.tabs.chosen.connect(self._show_panes)
        self._lay_out()
        self._fit_panes()

    def show_whole(self, shown: bool) -> None:
        """Show the problem, or in its place why there is none to see."""
        self._stack.setCurrentIndex(1 if shown else 0)

    def show_back(self, shown: bool) -> None:
        """Show an arrow that leads back to the list, where this page stands in the list's place."""
        self._stands_alone = shown
        self.header.show_back(shown)
        self.not_here.show_back(shown)
        self._fit_panes()

    def minimumSizeHint(self) -> QSize:
        """Return a width that any window gives; what does not fit wraps or is cut with dots."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        px = self._px
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self._around.theme.raised))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        strip = QHBoxLayout()
        strip.setContentsMargins(margins(self, px(13), 0, px(14), 0))
        strip.addWidget(self.strip)
        column.addLayout(strip)
        column.addSpacing(px(8))
        column.addWidget(self.tabs)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.happened, 1)
        middle.addWidget(self.tasks)
        column.addLayout(middle, 1)
        column.addWidget(self.composer)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.not_here)
        self._stack.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tasks more room in a wide window, and a tab in a narrow page."""
        super().resizeEvent(event)
        self._fit_panes()

    @property
    def is_narrow(self) -> bool:
        """Tell whether the tasks are a tab beside what happened: also where the page stands in the list's place."""
        return self._stands_alone or self.width() < self._px(_NARROW)

    def _fit_panes(self) -> None:
        if self.is_narrow:
            self.tasks.setMinimumWidth(0)
            self.tasks.setMaximumWidth(16_777_215)
        else:
            wide = self.window().width() >= _WIDE_WINDOW
            self.tasks.setFixedWidth(self._px(_TASKS_WIDE if wide else TASKS_WIDTH))
        self._show_panes()

    def _show_panes(self) -> None:
        narrow, shows_tasks = self.is_narrow, self.tabs.current == TASKS
        self.tabs.setVisible(narrow)
        self.happened.stand_alone(narrow)
        self.tasks.stand_alone(narrow)
        if narrow:
            for part in (self.happened.happened, self.tasks.plus):
                self.tabs.at_end.addWidget(part)
        self.happened.happened.setVisible(not (narrow and shows_tasks))
        self.tasks.offer_plus(not narrow or shows_tasks)
        self.happened.setVisible(not (narrow and shows_tasks))
        self.tasks.setVisible(not narrow or shows_tasks)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
