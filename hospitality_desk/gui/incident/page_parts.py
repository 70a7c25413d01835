"""What a problem's page is made of, and where each part stands."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.acts import Acts
from hospitality_desk.gui.incident.composer import Composer
from hospitality_desk.gui.incident.happened_pane import HappenedPane
from hospitality_desk.gui.incident.header import HEIGHT as HEADER_HEIGHT
from hospitality_desk.gui.incident.header import Header
from hospitality_desk.gui.incident.not_here import NotHere
from hospitality_desk.gui.incident.settle_panel import SettlePanel
from hospitality_desk.gui.incident.tasks_pane import WIDTH as TASKS_WIDTH
from hospitality_desk.gui.incident.tasks_pane import TasksPane
from hospitality_desk.gui.incident.untold_strip import UntoldStrip

_WIDE_WINDOW, _TASKS_WIDE = 1_600, 380


class PageParts(QWidget):
    """Holds the parts. It shows that nothing is here, until `show_whole` is called."""

    toast = Signal(str, object)
    """Words, and a function that takes the act back or None."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("incident_page")
        self._around = around
        self.acts = Acts(around, self)
        self.acts.toast.connect(self.toast)
        self.header = Header(around)
        self.strip = UntoldStrip(around)
        self.happened = HappenedPane(around)
        self.tasks = TasksPane(around, self.acts)
        self.composer = Composer(around, self.acts)
        self.not_here = NotHere(around)
        self.settle_panel = SettlePanel(around, self.acts, self)
        self.settle_panel.hide()
        self._lay_out()

    def show_whole(self, shown: bool) -> None:
        """Show the problem, or in its place why there is none to see."""
        self._stack.setCurrentIndex(1 if shown else 0)

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
        self.header.setFixedHeight(px(HEADER_HEIGHT))
        column.addWidget(self.header)
        strip = QHBoxLayout()
        strip.setContentsMargins(px(14), 0, px(14), 0)
        strip.addWidget(self.strip)
        column.addLayout(strip)
        column.addSpacing(px(11))
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
        self._set_tasks_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tasks more room in a wide window."""
        super().resizeEvent(event)
        self._set_tasks_width()

    def _set_tasks_width(self) -> None:
        wide = self.window().width() >= _WIDE_WINDOW
        wanted = self._px(_TASKS_WIDE if wide else TASKS_WIDTH)
        self.tasks.setFixedWidth(min(wanted, max(160, self.width() * 2 // 5)))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
