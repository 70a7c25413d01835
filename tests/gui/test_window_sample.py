"""The sample venue from the window: loaded, left and brought back, and the house open again whatever happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.sample import SAMPLE_NAME
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, new_id
from hospitality_desk.errors import StoreUnreachable
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.dresser import Dresser
from hospitality_desk.gui.look import THEME
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.opening import Opening
from hospitality_desk.gui.run import make_window
from hospitality_desk.gui.sample_venue import SampleVenue
from hospitality_desk.gui.theme import DARK, LIGHT
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.gui.widgets.toast import Toast
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.station.station import Station
from hospitality_desk.storage.driver import sqlite_driver
from tests.gui.lanes import bring_home

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """A real house on its first evening."""
    bridge = Bridge(Station(tmp_path))
    made = make_window(qapp, bridge, LIGHT, None, 100)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    opening = Opening(bridge, tmp_path)
    opening.refused.connect(made.show_trouble)
    SampleVenue(qapp, made, opening, Dresser(qapp, made))
    opening.start()
    qtbot.waitUntil(lambda: bridge.is_open and made.floor.model.is_known)
    yield made
    bridge.settle_down()


def said(window: MainWindow) -> str:
    toast = window.findChild(Toast, "toast")
    assert isinstance(toast, Toast)
    return toast.words.text() if toast.isVisible() else ""


def waiting(window: MainWindow) -> str | None:
    """Return the sentence that stands over the window meanwhile."""
    over = window.findChild(Overlay, "waiting_overlay")
    if not isinstance(over, Overlay) or not over.isVisible():
        return None
    words = over.panel.findChild(QLabel, "waiting_words")
    assert isinstance(words, QLabel)
    return words.text()


def load(window: MainWindow, qtbot: QtBot) -> None:
    window.sample_asked.emit()
    qtbot.waitUntil(lambda: window.around.bridge.is_open and len(window.floor.model.rows) == 6, timeout=20_000)
    qtbot.waitUntil(lambda: window.rail.person_button.words == "Carlo")


def test_there_and_back(window: MainWindow, qtbot: QtBot) -> None:
    bridge, first = window.around.bridge, window.frame
    window.sample_asked.emit()
    window.sample_asked.emit()  # a second tap is the same wish
    qtbot.waitUntil(lambda: waiting(window) == "Loading the sample venue…")
    assert window.frame is not first
    assert not bridge.is_open
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    for key in (Qt.Key.Key_N, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_Plus):
        qtbot.keyClick(
            here, key, Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Plus else Qt.KeyboardModifier.NoModifier
        )
    load_end = 20_000
    qtbot.waitUntil(lambda: bridge.is_open and len(window.floor.model.rows) == 6, timeout=load_end)
    assert waiting(window) is None
    assert (bridge.house.name, bridge.house.practice) == (SAMPLE_NAME, True)
    qtbot.waitUntil(lambda: window.rail.person_button.words == "Carlo")
    assert window.around.acting.person is not None
    window.sample_left_asked.emit()
    qtbot.waitUntil(lambda: said(window) == "The sample venue is gone.", timeout=load_end)
    qtbot.waitUntil(lambda: bridge.is_open and window.floor.model.is_known and window.floor.model.rows == ())
    assert not bridge.house.practice
    qtbot.waitUntil(lambda: window.rail.person_button.words == "The house")
    assert window.notices.can_undo
    field = window.floor.first_run.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # an empty field has nothing of its own
    qtbot.waitUntil(lambda: bridge.is_open and len(window.floor.model.rows) == 6, timeout=load_end)
    qtbot.waitUntil(lambda: window.rail.person_button.words == "Carlo")
    assert said(window) == ""
    navigation = window.findChild(Navigation, "navigation")
    assert isinstance(navigation, Navigation)
    assert navigation.quick_log is not None


def test_a_house_with_problems_of_its_own_stays_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    bridge = window.around.bridge
    command = incidents.LogIncident(
        command_id=CommandId(new_id()), by=THE_HOUSE, at=bridge.now(), incident_id=IncidentId(new_id()),
        entry_id=EntryId(new_id()), text="cold soup", gist="cold soup", place="Table 2",
    )  # fmt: skip
    with qtbot.waitSignal(bridge.changed):
        bridge.do(command, owner=bridge)
    window.sample_asked.emit()
    qtbot.waitUntil(lambda: "Nothing was changed." in said(window), timeout=10_000)
    qtbot.waitUntil(lambda: window.around.bridge.is_open and len(window.floor.model.rows) == 1)
    window.sample_left_asked.emit()
    qtbot.waitUntil(lambda: "no practice house" in said(window), timeout=10_000)
    qtbot.waitUntil(lambda: window.around.bridge.is_open and len(window.floor.model.rows) == 1)
    assert waiting(window) is None


def test_a_draft_outlives_the_change_of_houses(window: MainWindow, qtbot: QtBot) -> None:
    navigation = window.findChild(Navigation, "navigation")
    assert isinstance(navigation, Navigation)
    assert navigation.quick_log is not None
    navigation.log()
    qtbot.keyClicks(navigation.quick_log.line, "t12 left her purse")
    navigation.quick_log.leave()
    load(window, qtbot)
    again = window.findChild(Navigation, "navigation")
    assert isinstance(again, Navigation)
    quick_log = again.quick_log
    assert quick_log is not None
    qtbot.waitUntil(lambda: quick_log.line.text() == "t12 left her purse")


def test_a_house_that_does_not_open_again_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / STORE_FILE
    bridge = window.around.bridge
    real = bridge._housing._begin

    def broken(open_desk: object) -> object:
        path.write_bytes(b"this was a house once" * 100)
        for beside in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            beside.unlink(missing_ok=True)
        return real(open_desk)  # type: ignore[arg-type]

    bridge._housing._begin = broken  # type: ignore[method-assign, assignment]
    window.sample_asked.emit()
    qtbot.waitUntil(lambda: window.trouble.isVisible(), timeout=20_000)
    assert waiting(window) is None
    assert window.trouble.words.text().endswith(".")


def test_somebody_else_at_the_file_is_said_and_the_house_opens_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(sqlite_driver().connect(str(tmp_path / STORE_FILE), isolation_level=None)) as other:
        other.execute("SELECT count(*) FROM sqlite_master").fetchall()
        window.sample_asked.emit()
        qtbot.waitUntil(lambda: "Nothing was changed." in said(window), timeout=20_000)
        qtbot.waitUntil(lambda: window.around.bridge.is_open)


def test_what_is_under_way_ends_before_the_house_changes(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    bridge = window.around.bridge
    load(window, qtbot)
    window.floor.choose(window.floor.model.rows[0].incident_id)
    navigation = window.findChild(Navigation, "navigation")
    assert isinstance(navigation, Navigation)
    page = navigation.incident
    assert page is not None
    qtbot.waitUntil(lambda: page.scene is not None)
    bring_home(bridge)
    first = window.frame
    gone: list[None] = []
    with closing(sqlite_driver().connect(str(tmp_path / STORE_FILE), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        qtbot.keyClicks(page.composer.field, "she left")
        page.composer.add()
        bridge.rested.connect(lambda: gone.append(None))
        with qtbot.captureExceptions() as mishaps:
            window.sample_left_asked.emit()
            qtbot.waitUntil(lambda: waiting(window) == "Leaving the sample venue…")
            assert window.frame is first
            assert bridge.is_open
            other.execute("ROLLBACK")
            other.close()
            qtbot.waitUntil(lambda: window.frame is not first, timeout=10_000)
            assert gone
            qtbot.waitUntil(lambda: said(window) == "The sample venue is gone.", timeout=20_000)
    assert mishaps == []
    window.notices.undo()
    qtbot.waitUntil(lambda: bridge.is_open and len(window.floor.model.rows) == 6, timeout=20_000)


def test_the_way_back_waits_for_a_house_that_does_not_open_at_first(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge = window.around.bridge
    load(window, qtbot)
    opening = bridge.findChild(Opening)
    assert isinstance(opening, Opening)
    real, tried = opening.open_desk, []

    def full_at_first() -> Desk:
        tried.append(None)
        if len(tried) == 1:
            raise StoreUnreachable("The disk is full.")
        return real()

    monkeypatch.setattr(opening, "open_desk", full_at_first)
    window.sample_left_asked.emit()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.trouble, timeout=20_000)
    assert waiting(window) is None
    opening.start()
    qtbot.waitUntil(lambda: said(window) == "The sample venue is gone.", timeout=20_000)
    assert not bridge.house.practice
    window.notices.undo()
    qtbot.waitUntil(lambda: bridge.is_open and len(window.floor.model.rows) == 6, timeout=20_000)


def test_a_look_chosen_meanwhile_comes_at_once_after(window: MainWindow, qtbot: QtBot) -> None:
    window.sample_asked.emit()
    qtbot.waitUntil(lambda: waiting(window) is not None)
    window.around.bridge.station.prefer(THEME, "dark")
    window.look_changed.emit()
    qtbot.waitUntil(lambda: window.around.bridge.is_open and window.around.theme is DARK, timeout=20_000)
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == 6)
