"""The first evening: one field that is the quick log, and a sample house for whom it is offered."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import staff as staff_commands
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, PersonId, new_id
from hospitality_desk.domain.staff import Role
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.first_run import FirstRun
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.gui.widgets.keyed_button import KeyedButton
from hospitality_desk.station.station import Station
from tests.gui.conftest import NOON_LOG, aside, minutes
from tests.helpers.evening import Evening


@pytest.fixture
def real_desk(tmp_path: Path) -> Desk:
    """A real house in which nothing was ever done."""
    return make_desk(Address(data=tmp_path / "real"), zone_name="Europe/Berlin")


@pytest.fixture
def untouched(qtbot: QtBot, real_desk: Desk, tmp_path: Path) -> Iterator[FloorPage]:
    """Its Floor."""
    bridge = Bridge(Station(tmp_path))
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: real_desk)
    page = FloorPage(Around(bridge=bridge, acting=Acting(bridge), theme=LIGHT, store_is_here=True))
    qtbot.addWidget(page)
    page.resize(1282, 768)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    bridge.settle_down()


def test_what_is_typed_goes_on_in_the_quick_log_and_nothing_of_it_is_lost(
    around: Around, bridge: Bridge, qtbot: QtBot
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    navigation = Navigation(around, window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first = window.floor.first_run
    qtbot.waitUntil(first.isVisible)
    qtbot.waitUntil(first.field.hasFocus)
    qtbot.keyClicks(first.field, "t")
    panel = navigation.quick_log
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    qtbot.waitUntil(panel.line.hasFocus)
    qtbot.keyClicks(panel.line, "12 left her purse")
    assert panel.line.toPlainText() == "t12 left her purse"
    assert first.field.text() == ""
    qtbot.waitUntil(lambda: any(chip.isVisible() for chip in panel.chips.chips.values()))
    with qtbot.waitSignal(panel.logged):
        panel.findChild(KeyedButton, "quick_log_log").click()  # Enter right after a letter is a scanner's
    qtbot.waitUntil(lambda: [row.place for row in window.floor.model.rows] == ["Table 12"])
    assert not first.isVisible()


def test_words_that_come_before_the_desk_is_open_wait_for_it(real_desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Station(tmp_path))
    window = MainWindow(Around(bridge=bridge, acting=Acting(bridge), theme=LIGHT, store_is_here=True))
    qtbot.addWidget(window)
    navigation = Navigation(window.around, window)
    with qtbot.waitExposed(window):
        window.show()
    for letter in "t1":
        window.floor.first_run.log_asked.emit(letter)
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: real_desk)
    assert navigation.is_logging
    assert navigation.quick_log is not None
    assert navigation.quick_log.line.text() == "t1"
    bridge.settle_down()


def test_enter_and_the_button_open_the_quick_log_too(around: Around, qtbot: QtBot) -> None:
    page = FirstRun(around)
    qtbot.addWidget(page)
    page.show()
    asked: list[str] = []
    page.log_asked.connect(asked.append)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.field, Qt.Key.Key_Space)  # nothing is said yet
    page.field.setText("cold soup ")  # as a pasted line comes
    page.field.textEdited.emit("cold soup ")
    assert asked == ["", "", "cold soup "]
    assert page.field.text() == ""


@pytest.mark.parametrize(
    ("minute", "promised"), [(2, "13:30"), (15, "13:30"), (16, "14:00"), (45, "14:00"), (46, "14:30")]
)
def test_the_promise_in_the_picture_is_one_of_this_hour(
    around: Around, qtbot: QtBot, minute: int, promised: str
) -> None:
    page = FirstRun(around)
    qtbot.addWidget(page)
    page.show_hour(NOON_LOG.replace(hour=13, minute=minute), ZoneInfo("America/New_York"))
    assert page.journey._promised == f"{promised} promised"


def test_the_sample_venue_is_offered_in_an_untouched_house(untouched: FloorPage, real_desk: Desk, qtbot: QtBot) -> None:
    offer = untouched.first_run.sample
    qtbot.waitUntil(offer.isVisible)
    assert offer.words.text() == "Northgate House has 116 problems to try. One tap takes it away again."
    with qtbot.waitSignal(untouched.sample_asked):
        qtbot.mouseClick(offer.button, Qt.MouseButton.LeftButton)
    assert (offer.button.text(), offer.button.isEnabled()) == ("Loading the sample venue…", False)
    with qtbot.assertNotEmitted(untouched.sample_asked):
        qtbot.mouseClick(offer.button, Qt.MouseButton.LeftButton)
    assert not untouched.pane.header.tag.isVisible()
    add = {"command_id": CommandId(new_id()), "by": THE_HOUSE, "at": real_desk.now(), "name": "Dana"}
    done = aside(real_desk.do, staff_commands.AddPerson(**add, person_id=PersonId(new_id()), role=Role.MANAGER))
    untouched._bridge.changed.emit(done.changes)
    qtbot.waitUntil(lambda: not offer.isVisible())
    assert untouched.first_run.isVisible()


def test_a_practice_house_offers_no_sample_and_wears_a_tag(around: Around, bridge: Bridge, qtbot: QtBot) -> None:
    floor = FloorPage(around)
    qtbot.addWidget(floor)
    floor.resize(1282, 768)
    floor.show()
    qtbot.waitUntil(floor.first_run.isVisible)
    qtbot.waitUntil(lambda: not floor.questions.unanswered)
    assert not floor.first_run.sample.isVisible()
    tag = floor.pane.header.tag
    qtbot.waitUntil(tag.isVisible)
    assert tag.text() == "Sample venue"  # the fixture's house bears its name
    with qtbot.waitSignal(floor.sample_left_asked):
        tag.leave_action.trigger()


def test_a_house_to_practise_in_cannot_be_left(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = Bridge(Station(tmp_path))
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: make_desk(Address(data=tmp_path), name="Training", zone_name="UTC", practice=True))
    floor = FloorPage(Around(bridge=bridge, acting=Acting(bridge), theme=LIGHT))
    qtbot.addWidget(floor)
    floor.resize(1282, 768)
    floor.show()
    tag = floor.pane.header.tag
    qtbot.waitUntil(tag.isVisible)
    assert (tag.text(), tag.isEnabled()) == ("Practice", False)
    qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert tag._menu.isHidden()
    bridge.settle_down()


def test_a_first_problem_ends_the_first_evening(around: Around, evening: Evening, qtbot: QtBot) -> None:
    floor = FloorPage(around)
    qtbot.addWidget(floor)
    floor.show()
    qtbot.waitUntil(floor.first_run.isVisible)
    evening.log("cold soup", happened_at=evening.clock.moment - minutes(1))
    qtbot.waitUntil(lambda: not floor.first_run.isVisible())
