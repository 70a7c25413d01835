"""The real window in a process of its own: its keys and its pointer come from outside, its clock from the story.

    python -m tests.journeys.window_child FOLDER NAME

NAME acts. Each line of standard input is a question as JSON, each line of standard output its answer: what a person
would see on the screen (words and where they stand), and what time it is from now on. It never acts by itself.
"""

import json
import os
import sys
import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTableView, QWidget

from hospitality_desk.domain.clock import SetClock
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.run import make_app, run
from tests.gui.looking.painted import painted_texts
from tests.gui.looking.screen_text import screen_text

CLOCKS = ("clock_tick", "page_clock")
"""The timers that let the clocks on the screen go on."""


class Answers(QObject):
    """Answers on the window's thread."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(json.loads(line))

    def _on_asked(self, question: dict[str, str]) -> None:
        answer = getattr(self, question.pop("ask"))(**question)
        os.write(1, (json.dumps(answer) + "\n").encode())

    def _window(self) -> MainWindow | None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        return windows[0] if windows else None

    def _shown(self) -> MainWindow:
        window = self._window()
        assert window is not None
        return window

    def ready(self) -> bool:
        """Tell whether the house is open and known who acts."""
        window = self._window()
        return window is not None and window.floor.model.is_known and window.around.acting.person is not None

    def at(self, moment: str) -> bool:
        """Let it be this time, and let the clocks on the screen see it."""
        window = self._shown()
        desk = window.around.bridge._housing.desk
        assert desk is not None
        desk.clock = SetClock(datetime.fromisoformat(moment))
        for name in CLOCKS:
            for timer in window.findChildren(QTimer, name):
                timer.timeout.emit()
        return True

    def screen(self) -> str:
        """Return what a person reads."""
        return screen_text(self._shown())

    def acting(self) -> str:
        """Return who acts here."""
        person = self._shown().around.acting.person
        return "" if person is None else person.name

    def words(self, contains: str) -> list[list[int]]:
        """Return where words stand on the screen: the middle of each text that holds them."""
        found = []
        for top in self._over() or [self._shown()]:
            for text in painted_texts(top):
                if contains in text.text:
                    middle = top.mapToGlobal(text.seen.center().toPoint())
                    found.append([middle.x(), middle.y()])
        return found

    def part(self, name: str) -> list[int] | None:
        """Return the middle of a control that is seen and can be used."""
        for widget in reversed(self._shown().findChildren(QWidget, name)):
            middle = widget.mapTo(self._shown(), widget.rect().center())
            on_top = self._shown().childAt(middle)
            reached = on_top is not None and (on_top is widget or widget.isAncestorOf(on_top))
            if widget.isVisible() and widget.isEnabled() and reached:
                place = widget.mapToGlobal(widget.rect().center())
                return [place.x(), place.y()]
        return None

    def row_part(self, view: str, contains: str, part: str) -> list[int] | None:
        """Return the middle of the dots or the circle of a list's row that says these words."""
        found = self._shown().findChild(QTableView, view)
        if found is None:
            return None
        for at in range(found.model().rowCount()):
            index = found.model().index(at, 0)
            rect = found.visualRect(index)
            if contains in _spoken(found, at) and found.viewport().rect().contains(rect.center()):
                box: QRect = getattr(found.itemDelegate(), f"{part}_rect")(rect)
                middle: QPoint = found.viewport().mapToGlobal(box.center())
                return [middle.x(), middle.y()]
        return None

    def focus(self) -> list[str]:
        """Return the object names from the widget with the keyboard up to the window."""
        here, names = QApplication.focusWidget(), []
        while here is not None:
            names.append(here.objectName())
            here = here.parentWidget()
        return names

    def line(self) -> str:
        """Return the open menu's marked line, or what the list's marked row says."""
        menus = self._menus()
        if menus:
            action = menus[-1].activeAction()
            return "" if action is None else action.text()
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractItemView) and here.currentIndex().isValid():
            return _spoken(here, here.currentIndex().row())
        return ""

    def menu(self) -> list[str]:
        """Return the lines of the open menu."""
        menus = self._menus()
        return [action.text() for action in menus[-1].actions() if not action.isSeparator()] if menus else []

    def typed(self, name: str) -> str | None:
        """Return what stands in a field, or that it is not there."""
        for field in reversed(self._shown().findChildren(QWidget, name)):
            if field.isVisible():
                asks = (getattr(field, way, None) for way in ("toPlainText", "currentText", "text"))
                ask = next(filter(None, asks), None)
                return str(ask()) if ask is not None else ""
        return None

    def checked(self, name: str) -> bool:
        """Tell whether a chip or a choice is chosen."""
        found = [each for each in self._shown().findChildren(QWidget, name) if each.isVisible()]
        return bool(found) and bool(found[-1].property("checked"))

    def over(self) -> bool:
        """Tell whether a menu or a box's list of names is open over the window."""
        return bool(self._over())

    def _over(self) -> list[QWidget]:
        sorts = (Qt.WindowType.Popup,)
        return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.windowType() in sorts]

    def _menus(self) -> list[QMenu]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]


def _spoken(view: QAbstractItemView, row: int) -> str:
    return str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")


if __name__ == "__main__":
    make_app()
    answers = Answers()
    sys.exit(run(Path(sys.argv[1]), acting_name=sys.argv[2]))
