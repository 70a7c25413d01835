"""The wall: what stands on it, in which order, how large, and the way there and back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.gui.wall.page import FOOT, HEAD, ROW, WallPage
from hospitality_desk.gui.wall.row_paint import NUMBER
from tests.gui.whole_window import navigation, shown
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


@pytest.fixture
def window(qtbot: QtBot, around: Around, staff: object) -> MainWindow:
    return shown(qtbot, around)


def wall(window: MainWindow) -> WallPage:
    found = navigation(window).rooms.wall
    assert found is not None
    return found


def log(evening: Evening, window: MainWindow, qtbot: QtBot, place: str, ago: int, severity: Severity) -> IncidentId:
    """Log a problem some minutes ago; the guest's name and words must never stand on the wall."""
    before = len(window.floor.model.rows)
    happened = evening.desk.clock.now() - timedelta(minutes=ago)  # type: ignore[attr-defined]
    logged = evening.log(
        f"“I lost my secret at {place}.”", "Carlo", place=place, guest="Ms Rivera", party_size=4, happened_at=happened
    )
    evening.do(incidents.ChangeIncident, "Carlo", incident_id=logged, severity=severity)
    qtbot.waitUntil(lambda: len(window.floor.model.rows) == before + 1)
    return logged


def test_late_first_and_never_who_the_guest_is(
    window: MainWindow, evening: Evening, clock: SetClock, qtbot: QtBot
) -> None:
    log(evening, window, qtbot, "Table 2", 1, Severity.MINOR)
    log(evening, window, qtbot, "Table 9", 18, Severity.SERIOUS)
    log(evening, window, qtbot, "Bar 5", 12, Severity.MIDDLING)
    navigation(window).show_wall()
    qtbot.waitUntil(lambda: len(wall(window).words()) == 5)
    said = wall(window).words()
    assert said[:2] == ("12:32", "3 open, 1 late")
    assert [line.split(".")[0] for line in said[2:]] == ["Table 9", "Bar 5", "Table 2"]
    assert "8 min late" in said[2]
    assert said[2].endswith("Carlo.")
    whole = " ".join(said) + wall(window).accessibleName() + wall(window).toolTip()
    assert "Rivera" not in whole
    assert "secret" not in whole
    clock.moment += timedelta(minutes=4)
    wall(window).look_again()
    assert wall(window).words()[:2] == ("12:36", "3 open, 2 late")


def test_an_empty_wall_says_so_and_a_full_one_says_how_many_more(
    window: MainWindow, evening: Evening, qtbot: QtBot
) -> None:
    navigation(window).show_wall()
    assert wall(window).words()[2:] == ("Nobody is waiting",)
    for n in range(10):
        log(evening, window, qtbot, f"Table {n}", n, Severity.MINOR)
    fit = int((1 - HEAD - FOOT) / ROW + 0.01)
    qtbot.waitUntil(lambda: len(wall(window).words()) == 2 + fit + 1)
    assert wall(window).words()[-1] == f"and {10 - fit} more"
    assert fit >= 6


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768)])
def test_figures_are_read_from_three_metres(
    around: Around, window: MainWindow, evening: Evening, qtbot: QtBot, size: tuple[int, int]
) -> None:
    log(evening, window, qtbot, "Frühstücksraum 12", 118, Severity.MINOR)
    made = WallPage(around, lambda: window.floor.model.rows)
    qtbot.addWidget(made)
    made.resize(*size)
    picture = made.grab().toImage()
    row = QRect(0, round(size[1] * HEAD), size[0], round(size[1] * ROW))
    tall = ink_height(picture, row.adjusted(0, 4, -row.width() // 2, -4), QColor(LIGHT.onred))
    assert tall >= size[1] * NUMBER * 0.5, "an hour and minutes are smaller than minutes alone, but still large"
    made.deleteLater()


def ink_height(picture: QImage, box: QRect, ink: QColor) -> int:
    """Return how many rows of pixels from the first to the last of this colour inside `box`."""
    rows = [
        y
        for y in range(box.top(), box.bottom())
        if any(picture.pixelColor(x, y) == ink for x in range(box.left(), box.right(), 2))
    ]
    return rows[-1] - rows[0] + 1 if rows else 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
@pytest.mark.parametrize("maximized", [False, True])
def test_there_and_back_to_where_one_was(
    window: MainWindow, evening: Evening, qtbot: QtBot, key: Qt.Key, maximized: bool
) -> None:
    logged = log(evening, window, qtbot, "Table 2", 1, Severity.MINOR)
    window.floor.choose(logged)
    page = navigation(window).incident
    assert page is not None
    qtbot.waitUntil(lambda: page.scene is not None)
    if maximized:
        window.showMaximized()
    size = window.size()
    page.composer.field.setFocus()
    qtbot.keyClicks(page.composer.field, "she li")
    qtbot.keyClick(page.composer.field, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert wall(window).isVisible()
    assert not window.rail.isVisible()
    for still in (Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget() or window, still)
    assert not navigation(window).is_logging
    qtbot.keyClick(QApplication.focusWidget() or window, key)
    assert not window.isFullScreen()
    assert window.isMaximized() == maximized
    qtbot.waitUntil(lambda: window.size() == size)
    assert page.isVisible()
    assert page.composer.field.hasFocus()
    qtbot.keyClicks(page.composer.field, "kes it")
    assert page.composer.field.toPlainText() == "she likes it"
    window.rail.log_button.setFocus()
    qtbot.keyClick(window.rail.log_button, Qt.Key.Key_N)
    assert navigation(window).is_logging, "the keys are awake again"


def test_the_way_back_is_to_be_seen(window: MainWindow, qtbot: QtBot) -> None:
    navigation(window).show_wall()
    button = wall(window).button
    assert button.isVisible()
    assert wall(window).rect().contains(button.geometry())
    assert button.height() >= 44
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.isFullScreen()
    assert window.floor.isVisible()


def test_the_floor_has_a_way_to_the_wall(window: MainWindow, qtbot: QtBot) -> None:
    window.floor.wall_asked.emit()
    assert window.isFullScreen()


def test_a_window_closed_as_the_wall_opens_as_a_window(window: MainWindow, around: Around, qtbot: QtBot) -> None:
    navigation(window).show_wall()
    with qtbot.waitSignal(window.leaving):
        window.close()
    qtbot.waitUntil(lambda: around.bridge.station.preference("window") is not None)
    again = MainWindow(around, fits_the_screen=False)
    qtbot.addWidget(again)
    assert not again.isFullScreen()
    assert again.frame.is_usual
