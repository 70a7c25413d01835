"""The keyboard is never nowhere on the Floor: whoever looks at the list can go through it at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.main_window import MainWindow
from tests.gui.whole_window import navigation, page, quick_log, shown
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


@pytest.fixture
def window(qtbot: QtBot, around: Around, staff: object) -> MainWindow:
    return shown(qtbot, around)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, held or Qt.KeyboardModifier.NoModifier)


def test_the_first_evening_from_the_empty_field_to_the_first_told_note_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    first, listed = window.floor.first_run, window.floor.pane.list
    qtbot.waitUntil(first.field.hasFocus)
    qtbot.keyClicks(first.field, "t")
    qtbot.waitUntil(quick_log(window).line.hasFocus)
    qtbot.keyClicks(quick_log(window).line, "12 left her purse")
    qtbot.keyClick(quick_log(window).line, Qt.Key.Key_Return, delay=60)  # sooner it would be a barcode scanner's
    qtbot.waitUntil(lambda: [row.place for row in window.floor.model.rows] == ["Table 12"])
    qtbot.waitUntil(listed.hasFocus)
    assert window.floor.chosen is None
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.floor.chosen == window.floor.model.rows[0].incident_id
    qtbot.waitUntil(lambda: page(window).scene is not None)
    press(qtbot, window, Qt.Key.Key_Return)
    here = QApplication.focusWidget()
    assert here is not None
    assert page(window).isAncestorOf(here)
    press(qtbot, window, Qt.Key.Key_T)
    assert page(window).composer.kinds.kind == EntryKind.TOLD
    assert page(window).composer.field.hasFocus()


def test_rows_that_come_while_the_quick_log_is_open_take_the_keyboard_when_it_closes(
    window: MainWindow, evening: Evening, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.floor.first_run.field.hasFocus)
    navigation(window).log()
    line = quick_log(window).line
    qtbot.waitUntil(line.hasFocus)
    evening.log("cold soup", "Carlo", place="Table 2")
    qtbot.waitUntil(window.floor.empty.isVisible)
    QApplication.processEvents()
    assert line.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not navigation(window).is_logging
    qtbot.waitUntil(window.floor.pane.list.hasFocus)


def test_the_keyboard_stays_with_whoever_has_it(window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
    window.rail.settings_button.setFocus()
    evening.log("cold soup", "Carlo", place="Table 2")
    qtbot.waitUntil(window.floor.empty.isVisible)
    QApplication.processEvents()
    assert window.rail.settings_button.hasFocus()


def test_when_the_last_row_leaves_the_keyboard_goes_to_the_one_thing_to_do(
    window: MainWindow, evening: Evening, qtbot: QtBot
) -> None:
    logged = evening.log("cold soup", "Carlo", place="Table 2")
    qtbot.waitUntil(window.floor.pane.list.hasFocus)
    evening.do(incidents.WithdrawIncident, "Carlo", incident_id=logged, reason="by mistake")
    qtbot.waitUntil(window.floor.empty.button.hasFocus)
