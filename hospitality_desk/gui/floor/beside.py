"""The right side of the Floor: the chosen problem, or a word about why there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.empty_detail import Emptiness, EmptyDetail
from hospitality_desk.gui.floor.first_run import FirstRun


class Beside(QStackedWidget):
    """Starts empty; the page of a problem is taken in when the desk is open."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.empty = EmptyDetail(around, self)
        self.first_run = FirstRun(around, self)
        self._detail: QWidget | None = None
        self.addWidget(self.empty)
        self.addWidget(self.first_run)

    @property
    def shown(self) -> QWidget:
        """Return what is shown."""
        return self.currentWidget() or self.empty

    def set_detail(self, detail: QWidget) -> None:
        """Take the page that shows the chosen problem."""
        self._detail = detail
        self.addWidget(detail)

    def show_problem(self) -> bool:
        """Show the problem's page, when there is one."""
        if self._detail is not None:
            self.setCurrentWidget(self._detail)
        return self._detail is not None

    def show_first_run(self, floor: QWidget) -> None:
        """Show the first evening, the keyboard in its field unless somebody has it elsewhere than on the Floor."""
        was_there = self.currentWidget() is self.first_run
        self.setCurrentWidget(self.first_run)
        here = QApplication.focusWidget()
        if not was_there and floor.isVisible() and (here is None or floor.isAncestorOf(here)):
            self.first_run.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_empty(self, why: Emptiness) -> None:
        """Show one sentence."""
        self.setCurrentWidget(self.empty)
        self.empty.show_why(why)
