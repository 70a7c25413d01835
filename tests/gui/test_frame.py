"""The frame: what the window tells, the veil, who acts, and what is offered while the house cannot be opened."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, PersonId, new_id
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.main_window import HEIGHT, PLACE, WIDTH, MainWindow
from hospitality_desk.gui.notices import TOAST_MS
from hospitality_desk.gui.shortcuts import Shortcuts
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from hospitality_desk.gui.widgets.avatar import initials
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.gui.widgets.toast import Toast
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.storage.driver import sqlite_driver
from tests.helpers.evening import Evening


def nothing(*_given: object) -> None:
    """Stand in for what a key does."""


@pytest.fixture
def window(qtbot: QtBot, around: Around) -> MainWindow:
    made = MainWindow(around, fits_the_screen=False)  # wide enough for list and problem
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def toast_of(window: MainWindow) -> Toast:
    found = window.findChild(Toast, "toast")
    assert isinstance(found, Toast)
    return found


def test_a_toast_is_undone_once(window: MainWindow, qtbot: QtBot) -> None:
    undone: list[str] = []
    window.notices.toast("Table 12 settled.", lambda: undone.append("settled"))
    toast = toast_of(window)
    assert toast.isVisible()
    assert toast.words.text() == "Table 12 settled."
    assert window.notices.can_undo
    toast.undo_button.click()
    window.notices.undo()
    assert undone == ["settled"]
    assert not toast.isVisible()


def test_one_toast_at_a_time_at_the_foot_of_the_list(window: MainWindow) -> None:
    undone: list[str] = []
    window.notices.toast("First.", lambda: undone.append("first"))
    window.notices.toast("Second. " + "It takes two lines and more, since it says a lot. " * 3)
    toast, pane = toast_of(window), window.floor.pane
    assert toast.words.text().startswith("Second.")
    assert not toast.undo_button.isVisible()
    window.notices.undo()
    assert undone == []
    corner = pane.mapTo(window, QPoint(0, 0))
    assert toast.geometry().bottom() < corner.y() + pane.height()
    assert corner.x() < toast.x() < toast.geometry().right() < corner.x() + pane.width()
    assert toast.height() > 52


def test_a_toast_goes_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    assert TOAST_MS == 8_000
    window.notices.toast("Logged.")
    timer = window.notices.findChild(type(window.notices._timer), "toast_timer")
    assert timer.isActive()
    timer.start(0)
    qtbot.waitUntil(lambda: not toast_of(window).isVisible())


def test_what_the_bridge_says_is_a_toast_and_never_html(window: MainWindow, bridge: Bridge) -> None:
    bridge.said.emit("There is nobody called <b>Bo</b> & co. here.")
    assert toast_of(window).words.text() == "There is nobody called <b>Bo</b> & co. here."
    assert toast_of(window).words.textFormat() == Qt.TextFormat.PlainText


def test_a_banner_stays_until_it_is_not_true(window: MainWindow) -> None:
    pressed: list[str] = []
    window.notices.banner("Working offline. 3 notes waiting.", "See them", lambda: pressed.append("see"))
    bar = window.notices.banner_bar
    assert bar.isVisible()
    assert bar.height() == 44
    bar.button.click()
    assert pressed == ["see"]
    window.notices.clear_banner()
    assert not bar.isVisible()


def test_a_reason_does_not_take_undo_away(window: MainWindow, bridge: Bridge) -> None:
    undone: list[str] = []
    window.notices.toast("Logged.", lambda: undone.append("logged"))
    bridge.said.emit("A card number was taken out.")
    bridge.said.emit("A card number was taken out.")
    assert toast_of(window).words.text() == "Logged. A card number was taken out."
    assert window.notices.can_undo
    window.notices.undo()
    assert undone == ["logged"]
    bridge.said.emit("The disk is full.")
    assert toast_of(window).words.text() == "The disk is full."


def test_an_undo_that_fails_comes_back_with_its_reason(
    window: MainWindow, bridge: Bridge, evening: Evening, tmp_path: Path, qtbot: QtBot
) -> None:
    logged = evening.log("cold soup", place="Table 2")
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 1)
    command = incidents.WithdrawIncident(
        command_id=CommandId(new_id()), by=THE_HOUSE, at=bridge.now(), incident_id=logged, reason="By mistake"
    )
    window.notices.toast("Logged.", lambda: bridge.do(command, owner=bridge))
    with closing(sqlite_driver().connect(str(tmp_path / STORE_FILE), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        window.notices.undo()
        qtbot.waitUntil(lambda: window.notices.can_undo, timeout=15_000)
        assert toast_of(window).words.text().startswith("Logged. Somebody else keeps the store busy.")
        other.execute("ROLLBACK")
    window.notices.undo()
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 0)
    assert not window.notices.can_undo


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_once(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    button = Button("Keep open", ButtonKind.OTHER, "test_button", window)
    button.clicked.connect(lambda: pressed.append("keep open"))
    window.rail.log_button.clicked.connect(lambda: pressed.append("log"))
    for each in (button, window.rail.log_button):
        qtbot.keyClick(each, key)
        held = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(each, held)
        qtbot.keyClick(each, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed[:1] + pressed[-1:] == ["keep open", "log"]
    assert len(pressed) == (4 if key == Qt.Key.Key_Space else 2)


class Panel(QWidget):
    """A small form over the window."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.line, self.yes, self.no = QLineEdit(), QPushButton("Yes"), QPushButton("No")
        for each in (self.line, self.yes, self.no):
            column.addWidget(each)


def test_the_veil_keeps_the_keyboard_in_its_panel(window: MainWindow, around: Around, qtbot: QtBot) -> None:
    told: list[str] = []
    keys = Shortcuts(window, {"tell": lambda: told.append("told")}, nothing)
    panel = Panel()
    overlay = Overlay(window, panel, around, "test_overlay", width=480, top=40)
    overlay.close_asked.connect(overlay.close_over)
    window.rail.log_button.setFocus()
    overlay.open_over()
    assert panel.line.hasFocus()
    assert panel.geometry().top() == 40
    assert panel.width() == 480
    seen = []
    for _n in range(4):
        seen.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [panel.line, panel.yes, panel.no, panel.line]
    panel.no.setFocus()
    qtbot.keyClick(panel.no, Qt.Key.Key_T)
    assert told == []
    assert keys.actions["quit"].isEnabled()
    qtbot.keyClick(panel.no, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert window.rail.log_button.hasFocus()
    qtbot.keyClick(window.rail.log_button, Qt.Key.Key_T)
    assert told == ["told"]


def test_a_click_outside_asks_to_close_and_one_inside_does_not(
    window: MainWindow, around: Around, qtbot: QtBot
) -> None:
    overlay = Overlay(window, Panel(), around, "test_overlay")
    overlay.open_over()
    asked: list[None] = []
    overlay.close_asked.connect(lambda: asked.append(None))
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.panel.geometry().center())
    assert asked == []
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(asked) == 1


def test_the_veil_follows_window_and_panel(window: MainWindow, around: Around, qtbot: QtBot) -> None:
    panel = Panel()
    overlay = Overlay(window, panel, around, "test_overlay", width=940)
    overlay.open_over()
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: overlay.size() == window.size())
    assert panel.width() == 940
    before = panel.height()
    panel.line.setMinimumHeight(200)
    qtbot.waitUntil(lambda: panel.height() > before + 100)
    window.resize(960, 540)
    qtbot.waitUntil(lambda: panel.width() == 960 - 32)


def test_the_rail_offers_only_what_leads_somewhere(window: MainWindow, qtbot: QtBot) -> None:
    rail = window.rail
    with qtbot.waitSignal(rail.log_asked):
        qtbot.mouseClick(rail.log_button, Qt.MouseButton.LeftButton)
    assert rail.floor_button.isChecked()
    assert rail.person_button.words == "The house"
    assert not rail.person_button.isEnabled()


@pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a menu
def test_a_person_is_chosen_from_the_menu(
    window: MainWindow, around: Around, staff: dict[str, PersonId], qtbot: QtBot
) -> None:
    button = window.rail.person_button
    assert button.words == "Carlo"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = button.findChild(QMenu, "person_menu")
    qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions()][:4] == ["Ana", "Carlo", "Dana", "Tom"]
    assert [action.isChecked() for action in menu.actions()][:4] == [False, True, False, False]
    with qtbot.waitSignal(window.rail.person_chosen) as chosen:
        menu.actions()[2].trigger()
    assert chosen.args == [staff["Dana"]]
    menu.hide()
    for _n in range(3):
        button.click()
        menu.hide()
    assert len(menu.findChildren(QActionGroup)) == 1
    around.acting.know(())
    assert button.words == "The house"


@pytest.mark.parametrize(("name", "letters"), [("Carlo", "CA"), ("Mª Dolores", "MD"), ("Bo", "BO"), ("", "?")])
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_while_the_house_is_away_there_is_only_one_way_on(window: MainWindow, qtbot: QtBot) -> None:
    window.show_trouble("The store is away. Nothing is lost. Try again in a minute.")
    assert window.trouble.isVisible()
    assert window.trouble.words.text().startswith("The store is away.")
    assert not window.rail.isVisible()
    assert not window.floor.isVisible()
    assert window.trouble.button.hasFocus()
    with qtbot.waitSignal(window.trouble.try_again):
        qtbot.keyClick(window.trouble.button, Qt.Key.Key_Space)
    assert not window.trouble.button.isEnabled()
    window.show_screens()
    assert window.floor.isVisible()
    assert window.rail.isVisible()


@pytest.mark.parametrize("kept", ["", "not base64 at all é", "AAAA", 7, None, "AdnQywADAAD//4AA//+AAP//"])
def test_a_window_place_that_makes_no_sense_is_left(
    bridge: Bridge, around: Around, qtbot: QtBot, kept: str | int | None
) -> None:
    bridge.station.prefer(PLACE, kept)
    window = MainWindow(around)
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (WIDTH, HEIGHT)


def test_the_window_stands_where_it_stood(bridge: Bridge, around: Around, qtbot: QtBot) -> None:
    first = MainWindow(around)
    qtbot.addWidget(first)
    first.show()
    first.resize(1100, 700)
    first.close()
    qtbot.waitUntil(lambda: bridge.station.preference(PLACE) is not None)
    again = MainWindow(around)
    qtbot.addWidget(again)
    assert again.height() == 700  # the width is cut to the screen, which is small in tests


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_choice_box_has_an_even_edge_and_an_arrow(theme: Theme, qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(theme))
    box.resize(200, 46)
    picture = box.grab().toImage()
    wide, tall = picture.width(), picture.height()
    ground = picture.pixel(wide // 2, tall // 2)
    inside = [picture.pixel(wide - 3, y) for y in range(10, tall - 10)]
    inside += [picture.pixel(x, tall - 3) for x in range(wide - 30, wide - 9)]
    assert set(inside) == {ground}  # Qt's own arrow field has a dark edge there
    middle = [picture.pixel(x, tall // 2) for x in range(wide * 3 // 4, wide - 8)]
    assert any(pixel != ground for pixel in middle)
