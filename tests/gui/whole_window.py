"""The whole window in a test: opened, joined, in front, and the way to its rooms."""

from pytestqt.qtbot import QtBot

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.quick_log.panel import QuickLogPanel


def shown(qtbot: QtBot, around: Around, acting_name: str | None = None) -> MainWindow:
    """Return the window, wide enough for list and problem whatever the screen's size, with the keyboard."""
    made = MainWindow(around, fits_the_screen=False)
    Navigation(around, made, acting_name)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def navigation(window: MainWindow) -> Navigation:
    found = window.findChild(Navigation, "navigation")
    assert isinstance(found, Navigation)
    return found


def page(window: MainWindow) -> IncidentPage:
    found = navigation(window).incident
    assert found is not None
    return found


def quick_log(window: MainWindow) -> QuickLogPanel:
    found = navigation(window).quick_log
    assert found is not None
    return found
