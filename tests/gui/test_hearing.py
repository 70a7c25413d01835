"""What others commit reaches the open window by itself: no tick of the clock, nobody touches anything."""

import gc
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, open_desk
from hospitality_desk.errors import KnownError, StoreUnreachable
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.live.feed import Mark
from hospitality_desk.queries.incidents import board_rows
from hospitality_desk.station.station import STATION_NAME, Station
from tests.gui.conftest import aside
from tests.helpers.evening import Evening


@pytest.fixture
def other(desk: Desk, tmp_path: Path) -> Evening:
    """A desk of its own on the same file, as another process has it."""
    found = aside(open_desk, Address(data=tmp_path))
    found.clock, found.station = desk.clock, "Bar stand"
    return Evening(found)


@pytest.fixture
def floor(around: Around, qtbot: QtBot) -> FloorPage:
    page = FloorPage(around)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.model.is_known)
    return page


def test_a_problem_logged_elsewhere_comes_into_the_list(floor: FloorPage, other: Evening, qtbot: QtBot) -> None:
    incident = aside(other.log, "Warm beer", place="Bar 5")
    qtbot.waitUntil(lambda: [row.incident_id for row in floor.model.rows] == [incident])
    aside(other.desk.close)


def test_it_is_marked_before_it_is_asked_for_again(bridge: Bridge, other: Evening, qtbot: QtBot) -> None:
    heard: list[str] = []
    marks: list[Mark] = []
    bridge.marked.connect(lambda _marks: heard.append("marked"))
    bridge.marked.connect(marks.extend)
    bridge.changed.connect(lambda _changes: heard.append("changed"))
    with qtbot.waitSignal(bridge.changed):
        incident = aside(other.log, "Warm beer")
    assert heard == ["marked", "changed"]
    assert [(mark.incident_id, mark.station, mark.at) for mark in marks] == [
        (incident, "Bar stand", other.clock.moment)
    ]
    aside(other.desk.close)


def test_what_this_window_does_is_told_once_and_unmarked(
    bridge: Bridge, other: Evening, desk: Desk, qtbot: QtBot
) -> None:
    told: list[object] = []
    bridge.changed.connect(told.append)
    bridge.marked.connect(told.append)
    aside(Evening(desk).log, "Cold soup")  # by the window's own desk, whose answer nobody passes on here
    with qtbot.waitSignal(bridge.changed):
        aside(other.log, "Warm beer")
    assert len(told) == 2  # the other's mark, and the other's change
    aside(other.desk.close)


def test_a_ring_while_it_looks_makes_it_look_again(
    bridge: Bridge, desk: Desk, other: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    read = desk.feed.news

    def news() -> object:
        looks.append(1)
        found = read()
        if len(looks) == 1:
            other.log("Warm beer")
            bridge._hearing.ring()
        return found

    monkeypatch.setattr(desk.feed, "news", news)
    with qtbot.waitSignal(bridge.changed):
        bridge._hearing.ring()
    qtbot.waitUntil(lambda: len(looks) >= 2)
    aside(other.desk.close)


def test_a_store_that_is_away_is_asked_again_at_the_next_ring(
    bridge: Bridge, desk: Desk, other: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reasons: list[KnownError] = []
    with monkeypatch.context() as patched:
        patched.setattr(desk.feed, "news", _away)
        qtbot.waitUntil(lambda: bridge.look_for_news(lambda: None, reasons.append) or bool(reasons))
    with qtbot.waitSignal(bridge.changed):
        aside(other.log, "Warm beer")
    aside(other.desk.close)


def _away() -> None:
    raise StoreUnreachable("away")


def test_a_stand_is_called_as_somebody_named_it(bridge: Bridge, desk: Desk, qtbot: QtBot) -> None:
    assert desk.station == bridge.station.name  # the PC's own name
    bridge.name_station("Door stand")
    qtbot.waitUntil(lambda: desk.station == "Door stand")
    assert bridge.station.preference(STATION_NAME) == "Door stand"
    bridge.name_station("")
    qtbot.waitUntil(lambda: desk.station not in ("", "Door stand"))


def test_a_window_that_has_settled_down_leaves_no_thread(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    bridge = Bridge(Station(tmp_path))
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: desk)
    bridge.ask(board_rows, lambda _rows: None, bridge, "board")
    bridge.note(lambda station: station.prefer("a", 1), bridge)
    bridge.settle_down()
    assert set(threading.enumerate()) <= before


def test_a_lane_never_holds_the_last_of_a_widget(bridge: Bridge, qtbot: QtBot) -> None:
    gone, at_work, go_on = threading.Event(), threading.Event(), threading.Event()
    widget = QWidget()
    weakref.finalize(widget, gone.set)

    def slow(_station: Station) -> None:
        at_work.set()
        go_on.wait(5)

    bridge.note(slow, widget, lambda _none: None)
    assert at_work.wait(5)
    bridge._lanes._waiting.clear()
    del widget
    gc.collect()
    assert gone.is_set()  # while the lane is still at work
    go_on.set()
    qtbot.waitUntil(lambda: not bridge._under_way)
