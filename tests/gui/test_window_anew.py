"""Screens built anew in the middle of something: an act under way ends first, and no letter becomes a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands.incidents import RestoreIncident
from hospitality_desk.domain.ids import CommandId, IncidentId, PersonId, new_id
from hospitality_desk.domain.incidents import Status
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.coming_back import GIVE_UP_AFTER, PAINT_WITHIN
from hospitality_desk.gui.dresser import Dresser
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.look import THEME
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.rebuild import build_anew
from hospitality_desk.gui.run import make_window
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import DARK, LIGHT
from hospitality_desk.gui.widgets.toast import Toast
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.storage.driver import sqlite_driver
from tests.gui.lanes import bring_home
from tests.gui.whole_window import navigation, page, quick_log
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


class Seconds:
    """Seconds that only this test lets pass."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, bridge: Bridge, staff: dict[str, PersonId], seconds: Seconds
) -> Iterator[MainWindow]:
    made = make_window(qapp, bridge, LIGHT, "Carlo", 100)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    Dresser(qapp, made, hour=lambda: 12, seconds=seconds)
    yield made
    qapp.setPalette(LIGHT.palette())
    qapp.setStyleSheet(style_sheet(LIGHT))
    qapp.setFont(made.around.font(Role.BODY))


@pytest.fixture
def problem(window: MainWindow, evening: Evening, qtbot: QtBot) -> IncidentId:
    """Cold soup at Table 2, chosen and shown; Carlo acts."""
    found = evening.log("cold soup", "Carlo", place="Table 2")
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 1)
    qtbot.waitUntil(lambda: window.around.acting.person is not None)
    window.floor.choose(found)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    bring_home(window.around.bridge)
    return found


@contextmanager
def busy_store(folder: Path) -> Iterator[None]:
    """Let somebody else write meanwhile: what is sent here waits."""
    with closing(sqlite_driver().connect(str(folder / STORE_FILE), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")


def want_dark(window: MainWindow) -> None:
    """Prefer it as the settings do."""
    window.around.bridge.station.prefer(THEME, "dark")
    window.look_changed.emit()


def anew(window: MainWindow, qapp: QApplication, seconds: Seconds, percent: int = 100) -> None:
    """Put the other colours up at once, as the dresser does."""
    around = window.around
    other = DARK if around.theme is LIGHT else LIGHT
    build_anew(qapp, window, replace(around, theme=other, percent=percent), seconds=seconds)


def are_back(window: MainWindow) -> bool:
    return all(child.objectName() != "return" for child in navigation(window).children())


def said(window: MainWindow) -> str:
    toast = window.findChild(Toast, "toast")
    assert isinstance(toast, Toast)
    return toast.words.text() if toast.isVisible() else ""


def press(window: MainWindow, keys: str) -> None:
    """Type as the system does: the keys come to the window, and go to whatever has the keyboard."""
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


def test_a_note_under_way_is_saved_before_another_look_comes(
    window: MainWindow, problem: IncidentId, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    first = window.frame
    qtbot.keyClicks(page(window).composer.field, "she left")
    with busy_store(tmp_path):
        page(window).composer.add()
        assert bridge.is_acting
        want_dark(window)
        QApplication.processEvents()
        assert window.frame is first
    qtbot.waitUntil(lambda: window.frame is not first and are_back(window))
    assert window.around.theme is DARK
    assert not bridge.is_acting
    bring_home(bridge)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    scene = page(window).scene
    assert scene is not None
    assert [note.text for note in scene.incident.notes] == ["cold soup", "she left"]
    assert page(window).composer.field.text() == ""


def test_a_sheet_that_settles_is_closed_before_another_look_comes(
    window: MainWindow, problem: IncidentId, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    first = window.frame
    page(window).settle()
    sheet = page(window).settle_panel
    sheet.outcome.stops[0].click()
    sheet.faces.faces[3].click()
    with busy_store(tmp_path):
        sheet.settle.click()
        want_dark(window)
        QApplication.processEvents()
        assert window.frame is first
    qtbot.waitUntil(lambda: window.frame is not first and are_back(window))
    assert not page(window).settling.is_open
    scene = page(window).scene
    assert scene is not None
    assert scene.incident.status == Status.SETTLED
    assert said(window) == "Table 2 settled."


def test_resting_is_told_once_after_the_last_act(
    window: MainWindow, problem: IncidentId, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    rested: list[bool] = []
    bridge.rested.connect(lambda: rested.append(bridge.is_acting))
    field = page(window).composer.field
    with busy_store(tmp_path):
        for words in ("she left", "she is back"):
            qtbot.keyClicks(field, words)
            page(window).composer.add()
        assert bridge.is_acting
    qtbot.waitUntil(lambda: rested == [False])


def test_a_refused_undo_is_said_in_the_screens_that_came_meanwhile(
    window: MainWindow, problem: IncidentId, bridge: Bridge, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    command = RestoreIncident(
        command_id=CommandId(new_id()), by=window.around.acting.person_id, at=bridge.now(), incident_id=problem
    )  # fmt: skip
    window.notices.toast("Taken out.", lambda: bridge.do(command, owner=bridge))
    window.notices.undo()
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: said(window) != "")
    assert not window.notices.can_undo


@pytest.mark.parametrize("typed", ["no", "t", "xs"])
def test_letters_typed_on_at_once_are_no_commands(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot, typed: str
) -> None:
    page(window).composer.field.setFocus()
    press(window, "a")
    anew(window, qapp, seconds)
    press(window, typed)
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).composer.field.text() == "a" + typed
    assert not navigation(window).is_logging
    assert not page(window).settling.is_open


def test_a_slow_store_holds_letters_but_not_the_picture(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    page(window).composer.field.setFocus()
    press(window, "she left")
    bridge = window.around.bridge
    real, waiting = bridge.try_ask, []

    def slow(*args: object, **kwargs: object) -> None:
        waiting.append(lambda: real(*args, **kwargs))  # type: ignore[arg-type]

    bridge.try_ask = slow  # type: ignore[method-assign, assignment]
    anew(window, qapp, seconds)
    assert not window.updatesEnabled()
    seconds.now += PAINT_WITHIN + 0.1
    qtbot.waitUntil(lambda: window.updatesEnabled())
    seconds.now += GIVE_UP_AFTER / 2
    press(window, " no")
    del bridge.try_ask
    for ask in waiting:
        ask()
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).composer.field.text() == "she left no"
    assert not navigation(window).is_logging


@pytest.mark.parametrize("how", ["time", "mouse"])
def test_whatever_happens_somebody_has_the_keyboard(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot, how: str
) -> None:
    page(window).composer.field.setFocus()
    press(window, "she left")
    bridge = window.around.bridge
    bridge.try_ask = lambda *_args, **_kwargs: None  # type: ignore[method-assign]
    anew(window, qapp, seconds)
    if how == "time":
        seconds.now += GIVE_UP_AFTER + 0.1
    else:
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(700, 5))
    qtbot.waitUntil(lambda: are_back(window))
    assert window.updatesEnabled()
    assert window.focusWidget() is not None
    assert window.focusWidget().isVisible()
    del bridge.try_ask


def test_twice_anew_brings_back_to_the_same_place_and_loses_no_letter(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    page(window).composer.field.setFocus()
    press(window, "she ")
    anew(window, qapp, seconds)
    press(window, "l")
    anew(window, qapp, seconds, percent=112)
    press(window, "eft")
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).composer.field.text() == "she left"


def test_words_come_back_also_while_the_stands_own_file_is_slow(
    window: MainWindow, problem: IncidentId, bridge: Bridge, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    page(window).composer.field.setFocus()
    press(window, "she left")
    written = Event()
    bridge.note(lambda _station: written.wait(30), bridge)
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).composer.field.text() == "she left"
    written.set()


def test_words_typed_before_the_draft_was_read_come_back(
    window: MainWindow, problem: IncidentId, evening: Evening, bridge: Bridge, qapp: QApplication, seconds: Seconds,
    qtbot: QtBot,
) -> None:  # fmt: skip
    other = evening.log("warm beer", "Carlo", place="Table 3")
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 2)
    written = Event()
    bridge.note(lambda _station: written.wait(30), bridge)
    window.floor.choose(other)
    qtbot.waitUntil(lambda: page(window).scene is not None and page(window).incident_id == other)
    page(window).composer.field.setFocus()
    press(window, "a")
    anew(window, qapp, seconds)
    press(window, "no")
    QApplication.processEvents()
    written.set()
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).composer.field.text() == "ano"
    assert not navigation(window).is_logging


def test_a_sheet_for_a_later_verdict_stays_open(
    window: MainWindow, problem: IncidentId, bridge: Bridge, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    page(window).settle()
    sheet = page(window).settle_panel
    sheet.outcome.stops[0].click()
    sheet.asked.stops[0].click()
    sheet.settle.click()
    qtbot.waitUntil(lambda: page(window).scene is not None and not page(window).scene.is_open)  # type: ignore[union-attr]
    page(window).settling.open(later=True)
    sheet.faces.faces[3].click()
    sheet.words.setFocus()
    qtbot.keyClicks(sheet.words, "All good")
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: are_back(window))
    again = page(window).settle_panel
    assert again is not sheet
    assert page(window).settling.is_open
    assert again.words.text() == "All good"
    assert again.words.hasFocus()


def test_a_small_form_stays_open_with_its_words(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    page(window).menus.edit("guest", QRect(600, 100, 100, 30))
    here = QApplication.focusWidget()
    assert here.objectName() == "editor_guest"
    qtbot.keyClicks(here, "Rivera")
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: are_back(window))
    editor = page(window).forms.editor
    assert editor is not None
    assert editor.texts["guest"] == "Rivera"
    again = QApplication.focusWidget()
    assert again is not here
    assert again.objectName() == "editor_guest"
    qtbot.keyClick(again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page(window).scene.incident.guest == "Rivera")  # type: ignore[union-attr]


def test_a_form_only_its_page_can_use_gives_the_keyboard_back(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    page(window).composer.field.setFocus()
    page(window).note_forms.note_happened(None, QRect(600, 400, 100, 30), lambda _moment: None)
    assert page(window).forms.editor is not None
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).composer.field.hasFocus()


def test_the_tasks_of_a_narrow_page_and_the_settings_place_come_back(
    window: MainWindow, problem: IncidentId, qapp: QApplication, seconds: Seconds, qtbot: QtBot
) -> None:
    window.resize(1000, 700)
    window.findChild(QAbstractButton, "pane_tab_1").click()
    assert page(window).tasks.isVisible()
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: are_back(window))
    assert page(window).tasks.isVisible()
    window.resize(1366, 560)
    navigation(window).rooms.show_settings()
    bar = window.findChild(QScrollArea, "settings_area").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    bar.setValue(40)
    anew(window, qapp, seconds)
    qtbot.waitUntil(lambda: are_back(window))
    assert window.findChild(QScrollArea, "settings_area").verticalScrollBar().value() == 40


def test_the_wall_is_no_reason_for_another_text_size(
    window: MainWindow, problem: IncidentId, qtbot: QtBot, seconds: Seconds
) -> None:
    found = window.findChild(Dresser, "dresser")
    assert isinstance(found, Dresser)
    want_dark(window)
    qtbot.waitUntil(lambda: window.around.theme is DARK and are_back(window))
    navigation(window).rooms.put_wall_up()
    window.resize(1920, 1080)
    seconds.now += 100
    first = window.frame
    found.look()
    assert window.frame is first
    navigation(window).rooms.leave_wall()
    window.resize(1920, 1080)
    found.look()
    assert window.around.percent == 112


def test_of_two_veils_the_upper_keeps_the_keyboard(
    window: MainWindow, problem: IncidentId, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    window.floor.focus_list()
    navigation(window).log()
    qtbot.waitUntil(lambda: quick_log(window)._reader.context is not None)
    qtbot.keyClicks(quick_log(window).line, "t3 cold soup")
    bring_home(bridge)
    with busy_store(tmp_path):
        window.findChild(QAbstractButton, "quick_log_log").click()
        assert bridge.is_acting
        navigation(window).rooms.show_keys()
    qtbot.waitUntil(lambda: not navigation(window).is_logging)
    keys = window.findChild(QWidget, "keys_overlay")
    log = navigation(window).shortcuts.actions["log"]
    assert keys is not None
    assert keys.isAncestorOf(QApplication.focusWidget())
    assert not log.isEnabled()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not keys.isVisible()
    assert log.isEnabled()
    assert window.floor.pane.list.hasFocus()
