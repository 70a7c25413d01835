"""Every key does what the sheet says, by real key events; and the sheet names every key there is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.keys.key_list import OWN_KEYS, KeyGroup, KeyLine, OwnKey, key_lines, shown_key
from hospitality_desk.gui.keys.sheet import KeySheet
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.shortcuts import KIND_KEYS
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.gui.widgets.toast import Toast
from tests.gui.whole_window import navigation, page, quick_log, shown
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window
GUI = Path(__file__).resolve().parents[2] / "hospitality_desk" / "gui"
CTRL, ALT, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
NOT_ON_THE_SHEET = {
    "Key_Back": "a tablet's own way back, as Esc",
}


@pytest.fixture
def window(qtbot: QtBot, around: Around, staff: object) -> MainWindow:
    return shown(qtbot, around)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, held)


def tables(evening: Evening, window: MainWindow, qtbot: QtBot) -> list[IncidentId]:
    logged = [
        evening.log(f"cold soup {n}", "Carlo", place=f"Table {n}", happened_at=evening.time(f"12:2{n}"))
        for n in range(1, 4)
    ]
    qtbot.waitUntil(lambda: [row.incident_id for row in window.floor.model.rows] == logged)
    return logged


def open_problem(window: MainWindow, qtbot: QtBot, incident_id: IncidentId) -> IncidentPage:
    window.floor.choose(incident_id)
    qtbot.waitUntil(lambda: page(window).scene is not None and page(window).incident_id == incident_id)
    window.floor.focus_list()
    return page(window)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_N, PLAIN), (Qt.Key.Key_N, CTRL)])
def test_n_logs_and_esc_keeps(window: MainWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    window.rail.log_button.setFocus()  # the first evening's field would take the letter
    press(qtbot, window, key, held)
    assert quick_log(window).line.hasFocus()
    qtbot.keyClicks(quick_log(window).line, "t12 no towel")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not navigation(window).is_logging
    press(qtbot, window, key, held)
    assert quick_log(window).line.text() == "t12 no towel"


def test_arrows_j_and_k_move_and_enter_right_and_left_go_in_and_out(
    window: MainWindow, evening: Evening, qtbot: QtBot
) -> None:
    logged = tables(evening, window, qtbot)
    window.floor.focus_list()
    seen = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_J,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_K,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
    ):
        press(qtbot, window, key)
        seen.append(window.floor.chosen)
    assert seen == [logged[at] for at in (0, 1, 2, 1, 0, 2, 0)]
    qtbot.waitUntil(lambda: page(window).scene is not None)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right):
        press(qtbot, window, key)
        here = QApplication.focusWidget()
        assert here is not None
        assert page(window).isAncestorOf(here)
        press(qtbot, window, Qt.Key.Key_Left)
        assert window.floor.pane.list.hasFocus()


@pytest.mark.parametrize("held", [PLAIN, CTRL])
def test_one_to_six_choose_the_kind(
    window: MainWindow, evening: Evening, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    shown_page = open_problem(window, qtbot, tables(evening, window, qtbot)[0])
    for n, kind in enumerate(KIND_KEYS, start=1):
        window.floor.focus_list()
        press(qtbot, window, Qt.Key(Qt.Key.Key_0 + n), held)
        assert shown_page.composer.kinds.kind == kind
    shown_page.composer.field.setFocus()
    qtbot.keyClick(shown_page.composer.field, Qt.Key.Key_2, CTRL)
    assert shown_page.composer.kinds.kind == EntryKind.HEARD, "with Ctrl also while typing"


def test_t_tells_and_s_settles(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    shown_page = open_problem(window, qtbot, tables(evening, window, qtbot)[0])
    press(qtbot, window, Qt.Key.Key_T)
    assert shown_page.composer.kinds.kind == EntryKind.TOLD
    window.floor.focus_list()
    press(qtbot, window, Qt.Key.Key_S)
    overlay = window.findChild(Overlay, "settle_overlay")
    assert isinstance(overlay, Overlay)
    qtbot.waitUntil(overlay.isVisible)
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not overlay.isVisible())


def test_d_is_done_on_a_task(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    logged = tables(evening, window, qtbot)
    evening.task(logged[0], "Bring bread", "Ana")
    shown_page = open_problem(window, qtbot, logged[0])
    view = shown_page.tasks.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: [row.is_open for row in view.rows] == [False])


def test_f6_goes_round_the_panes(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    open_problem(window, qtbot, tables(evening, window, qtbot)[0])
    seen = []
    for held in (PLAIN, PLAIN, PLAIN, SHIFT, SHIFT):
        press(qtbot, window, Qt.Key.Key_F6, held)
        here = QApplication.focusWidget()
        panes = {"rail": window.rail, "list": window.floor.pane, "page": page(window)}
        seen.append(next(name for name, pane in panes.items() if here is pane or pane.isAncestorOf(here)))
    assert seen == ["page", "rail", "list", "rail", "page"]


def test_alt_with_a_figure_goes_to_a_screen(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    tables(evening, window, qtbot)
    press(qtbot, window, Qt.Key.Key_7, ALT)
    rooms = navigation(window).rooms
    assert rooms.settings is not None
    assert rooms.settings.isVisible()
    assert window.rail.settings_button.isChecked()
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, Qt.Key.Key_F6)
    assert rooms.settings.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, Qt.Key.Key_1, ALT)
    assert window.floor.isVisible()
    assert window.rail.floor_button.isChecked()
    assert window.floor.pane.list.hasFocus()
    window.floor.pane.show_closed(True)
    press(qtbot, window, Qt.Key.Key_1, ALT)
    assert not window.floor.pane.shows_closed
    assert window.floor.pane.list.hasFocus()


@pytest.mark.parametrize(("held", "pane"), [(PLAIN, "list"), (Qt.KeyboardModifier.ShiftModifier, "page")])
def test_f6_from_nowhere(
    window: MainWindow, evening: Evening, qtbot: QtBot, held: Qt.KeyboardModifier, pane: str
) -> None:
    logged = tables(evening, window, qtbot)
    open_problem(window, qtbot, logged[0])
    here = QApplication.focusWidget()
    assert here is not None
    here.clearFocus()
    press(qtbot, window, Qt.Key.Key_F6, held)
    panes = {"list": window.floor.pane, "page": page(window)}
    assert panes[pane].isAncestorOf(QApplication.focusWidget())


def test_nothing_unseen_is_acted_on_from_the_settings(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    logged = tables(evening, window, qtbot)
    open_problem(window, qtbot, logged[0])
    press(qtbot, window, Qt.Key.Key_7, ALT)
    window.rail.settings_button.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_1, Qt.Key.Key_Left):
        press(qtbot, window, key)
    assert window.floor.chosen == logged[0]
    assert page(window).composer.kinds.kind is None
    assert window.rail.settings_button.hasFocus()


def test_alt_a_adds_to_the_similar_one(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    logged = evening.log("left her purse in the taxi", "Carlo", place="Table 12", guest="Ms Rivera")
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 1)
    press(qtbot, window, Qt.Key.Key_N)
    qtbot.keyClicks(quick_log(window).line, "t12 Ms Rivera purse left in a taxi")
    added: list[object] = []
    quick_log(window).added.connect(lambda incident_id, *_more: added.append(incident_id))

    def pressed() -> bool:
        qtbot.keyClick(quick_log(window).line, Qt.Key.Key_A, ALT)
        return added == [logged]

    qtbot.waitUntil(pressed)
    qtbot.waitUntil(lambda: not navigation(window).is_logging and window.floor.chosen == logged)


def sheet(window: MainWindow) -> KeySheet | None:
    found = [each for each in window.findChildren(KeySheet) if each.isVisible()]
    return found[0] if found else None


def test_f1_shows_all_keys_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    window.rail.log_button.setFocus()
    press(qtbot, window, Qt.Key.Key_F1)
    assert sheet(window) is not None
    press(qtbot, window, Qt.Key.Key_N)
    assert not navigation(window).is_logging
    press(qtbot, window, Qt.Key.Key_Escape)
    assert sheet(window) is None
    assert window.rail.log_button.hasFocus()
    press(qtbot, window, Qt.Key.Key_N)
    press(qtbot, window, Qt.Key.Key_F1)
    assert sheet(window) is not None, "also over the quick log"
    press(qtbot, window, Qt.Key.Key_F1)
    assert sheet(window) is None
    assert quick_log(window).line.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not navigation(window).is_logging
    press(qtbot, window, Qt.Key.Key_N)
    assert navigation(window).is_logging, "the keys are awake again"


def test_the_person_menu_knows_the_way_to_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    button = window.rail.person_button
    button.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert sheet(window) is not None


def test_somebody_is_chosen_with_arrows_and_enter(window: MainWindow, staff: dict[str, PersonId], qtbot: QtBot) -> None:
    button = window.rail.person_button
    assert button.words == "Carlo"
    button.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert button.words == "Carlo"
    press(qtbot, window, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: button.words == "Dana")


def lines(window: MainWindow, *, letters: bool = True) -> tuple[KeyLine, ...]:
    return key_lines(window.actions(), letters=letters)


def test_the_sheet_names_every_key_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    named = {key for line in lines(window) for key in line.keys}
    of_actions = {key.toString() for action in window.actions() for key in action.shortcuts()}
    of_widgets = {each.key().toString() for each in window.findChildren(QShortcut)}
    assert of_actions
    assert of_widgets
    assert (of_actions | of_widgets) - named == set()
    press(qtbot, window, Qt.Key.Key_F1)
    shown_sheet = sheet(window)
    assert shown_sheet is not None
    said = {label.text() for label in shown_sheet.findChildren(QLabel)}
    assert {line.does for line in lines(window)} <= said


def keys_in_sources() -> Iterator[tuple[str, str]]:
    for path in sorted(GUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
                yield path.name, node.attr


def test_the_sheet_names_every_key_a_widget_takes(window: MainWindow) -> None:
    named = {key.rpartition("+")[2] for line in lines(window) for key in line.keys}
    taken = {key: file for file, key in keys_in_sources() if key not in NOT_ON_THE_SHEET}
    assert len(taken) > 10
    short = {"Return": "Enter", "PageDown": "PgDown", "PageUp": "PgUp"}
    silent = {
        key: file
        for key, file in taken.items()
        if short.get(key.removeprefix("Key_"), QKeySequence(getattr(Qt.Key, key)).toString()) not in named
    }
    assert silent == {}


def test_letters_switched_off_are_not_named(window: MainWindow, around: Around, qtbot: QtBot) -> None:
    still = shown(qtbot, replace(around, letters=False))
    keys = {key for line in lines(still, letters=False) if line.group != KeyGroup.PROBLEM for key in line.keys}
    assert {key for key in keys if len(key) == 1} == set()
    assert "Ctrl+N" in keys
    does = {line.does: line.keys for line in lines(still, letters=False)}
    assert does["The task is done"] == ("Space",)
    assert "Settle" not in does
    assert {key for line in lines(window) for key in line.keys} > keys


def test_keys_that_do_the_same_share_a_line() -> None:
    own = (
        OwnKey(group=KeyGroup.LIST, does="Down", keys=("Down",)),
        OwnKey(group=KeyGroup.LIST, does="Down", keys=("J",), letter=True),
        OwnKey(group=KeyGroup.PROBLEM, does="Down", keys=("Down",)),
    )
    assert [line.keys for line in key_lines((), letters=True, own=own)] == [("Down", "J"), ("Down",)]
    assert [line.keys for line in key_lines((), letters=False, own=own)] == [("Down",), ("Down",)]
    assert shown_key("Ctrl+N") == "Ctrl+N"
    assert len({(each.group, each.does, each.keys) for each in OWN_KEYS}) == len(OWN_KEYS)


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
def test_a_long_sheet_scrolls_by_keys(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    press(qtbot, window, Qt.Key.Key_F1)
    shown_sheet = sheet(window)
    assert shown_sheet is not None
    assert window.rect().contains(shown_sheet.geometry())
    bar = shown_sheet._area.verticalScrollBar()
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert (bar.value() > 0) == (bar.maximum() > 0)
    assert all(button.accessibleName() for button in shown_sheet.findChildren(QPushButton))


def test_ctrl_z_takes_back_only_what_the_toast_still_says(
    window: MainWindow, evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged = tables(evening, window, qtbot)
    open_problem(window, qtbot, logged[0])
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    undone: list[str] = []
    toast = window.findChild(Toast, "toast")
    assert isinstance(toast, Toast)
    window.notices.toast("Table 1 settled.", lambda: undone.append("settled"))
    timer = window.notices.findChild(QTimer, "toast_timer")
    assert isinstance(timer, QTimer)
    timer.start(0)  # its eight seconds are over
    qtbot.waitUntil(lambda: not toast.isVisible())
    open_problem(window, qtbot, logged[1])
    heard.clear()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert (undone, heard, toast.isVisible()) == ([], [], False)
    window.notices.toast("Table 3 waits.")
    heard.clear()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert (heard, toast.isVisible()) == ([], True)  # a toast without Undo is left alone
    window.notices.toast("Table 2 settled.", lambda: undone.append("table 2"))
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert undone == ["table 2"]
    assert heard[-1] == "Taking back: Table 2 settled."
    assert not toast.isVisible()
