"""One pane where the window is narrow: the problem in the list's place, and the way back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.floor.panes import LIST_WIDTH
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.live.feed import Mark
from tests.gui.conftest import minutes
from tests.helpers.evening import Evening


class Problem(QWidget):
    """Stands for the problem's page: it has one field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def floor(qtbot: QtBot, around: Around) -> FloorPage:
    page = FloorPage(around)
    qtbot.addWidget(page)
    page.resize(1282, 768)
    page.set_detail(Problem())
    with qtbot.waitExposed(page), qtbot.waitSignal(page.model.merged):
        page.show()
    return page


@pytest.fixture
def problems(floor: FloorPage, evening: Evening, staff: object, qtbot: QtBot) -> list[IncidentId]:
    ago = evening.clock.moment
    made = [evening.log("x y", "Carlo", place=f"Table {n}", happened_at=ago - minutes(9 - n)) for n in range(3)]
    qtbot.waitUntil(lambda: len(floor.model.rows) == 3)
    return made


def shown(floor: FloorPage) -> str:
    return " ".join(name for name, pane in (("list", floor.pane), ("right", floor.beside)) if pane.isVisible())


def test_choosing_opens_and_going_back_shows_the_list(
    floor: FloorPage, problems: list[IncidentId], qtbot: QtBot
) -> None:
    assert shown(floor) == "list right"
    with qtbot.waitSignal(floor.one_pane_changed) as changed:
        floor.resize(875, 500)
    assert changed.args == [True]
    assert shown(floor) == "list"
    listed = floor.pane.list
    assert listed.width() > 800
    there = listed.visualRect(floor.model.index(1)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert shown(floor) == "right"
    assert floor.chosen == problems[1]
    floor.show_list()  # the page's back arrow
    assert shown(floor) == "list"
    assert listed.hasFocus()
    assert floor.model.incident_at(listed.chosen_index()) == problems[1]
    qtbot.keyClick(listed, Qt.Key.Key_J)
    assert shown(floor) == "list"  # one goes along the list with the keys, and looks inside with Enter
    assert floor.chosen == problems[2]
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert shown(floor) == "right"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Back])
def test_keys_lead_back_to_the_list(floor: FloorPage, problems: list[IncidentId], qtbot: QtBot, key: Qt.Key) -> None:
    floor.resize(875, 500)
    floor.choose(problems[0])
    assert shown(floor) == "right"
    floor.beside.setFocus()
    held = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(floor, held)
    assert shown(floor) == "right"
    qtbot.keyClick(floor.beside, key)
    assert shown(floor) == "list"


def test_wide_again_both_are_there_and_the_list_is_as_wide_as_before(
    floor: FloorPage, problems: list[IncidentId], bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.station.prefer(LIST_WIDTH, 500)
    before = floor.pane.width()
    floor.choose(problems[0])
    floor.resize(875, 500)
    assert shown(floor) == "right"  # what was looked at is what stays
    floor.resize(1282, 768)
    assert shown(floor) == "list right"
    assert floor.pane.width() == before
    assert bridge.station.preference(LIST_WIDTH) == 500


def test_a_window_that_starts_narrow_takes_the_kept_width_when_there_is_room(
    around: Around, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.station.prefer(LIST_WIDTH, 500)
    floor = FloorPage(around)
    qtbot.addWidget(floor)
    floor.resize(700, 500)
    with qtbot.waitExposed(floor):
        floor.show()
    assert floor.panes.is_narrow
    floor.resize(1282, 768)
    assert floor.pane.width() == 500


def test_larger_text_needs_more_room_for_two(around: Around, qtbot: QtBot) -> None:
    for percent, narrow in ((100, False), (125, False), (150, True)):
        floor = FloorPage(replace(around, percent=percent))
        qtbot.addWidget(floor)
        floor.resize(1366 - round(84 * percent / 100) - 1, 768)
        with qtbot.waitExposed(floor):
            floor.show()
        assert floor.panes.is_narrow == narrow


def test_a_mark_is_not_read_while_the_problem_is_covered(
    floor: FloorPage, problems: list[IncidentId], qtbot: QtBot
) -> None:
    floor.resize(875, 500)
    floor.choose(problems[0])
    floor.show_list()
    mark = Mark(incident_id=problems[0], station="Bar stand", at=floor._bridge.now())
    floor._bridge.marked.emit((mark,))
    assert floor.model.is_marked(problems[0])
    assert not floor._unread._timer.isActive()
    floor.choose(problems[0])
    assert floor._unread._timer.isActive()


def test_the_first_evening_fills_a_narrow_window(around: Around, qtbot: QtBot) -> None:
    floor = FloorPage(around)
    qtbot.addWidget(floor)
    floor.resize(555, 500)
    floor.show()
    qtbot.waitUntil(floor.first_run.isVisible)
    assert not floor.pane.isVisible()
    qtbot.waitUntil(lambda: floor.first_run.field.width() > 250)  # laid out


def test_the_window_goes_down_to_640(around: Around, evening: Evening, qtbot: QtBot) -> None:
    incident = evening.log("cold soup", place="Table 2")
    window = MainWindow(around)
    qtbot.addWidget(window)
    navigation = Navigation(around, window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 1)
    window.floor.choose(incident)
    page = navigation.incident
    assert page is not None
    qtbot.waitUntil(lambda: page.scene is not None)
    window.resize(640, 540)
    qtbot.waitUntil(lambda: window.floor.panes.is_narrow)
    assert window.minimumSizeHint().width() <= 650
    assert page.isVisible()
    back = next(each for each in page.findChildren(QAbstractButton, "header_back") if each.isVisible())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.floor.pane.isVisible()
    assert window.floor.pane.list.hasFocus()
