"""The list of what was settled today, in the place of the open one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.floor.row_words import ended_words, guest_words, place_words, said_words
from hospitality_desk.gui.widgets.moments import time_words
from tests.gui.conftest import ZONE
from tests.helpers.evening import Evening


@pytest.fixture
def floor(qtbot: QtBot, around: Around) -> FloorPage:
    page = FloorPage(around, hold_seconds=lambda: 0.0)
    qtbot.addWidget(page)
    page.resize(1282, 768)
    with qtbot.waitExposed(page), qtbot.waitSignal(page.model.merged):
        page.show()
    return page


def settle(evening: Evening, incident_id: IncidentId, who: str, verdict: int | None = None, **how: object) -> None:
    asked = Asked.ALOUD if verdict else Asked.DECLINED
    given = {"outcome": Outcome.RECOVERED, "asked": asked, "verdict": verdict, **how}
    evening.do(incidents.SettleIncident, who, incident_id=incident_id, **given)


def morning(evening: Evening) -> dict[str, IncidentId]:
    """Settle two, withdraw one, and leave one open."""
    evening.at("11:00")
    places = ("Table 2", "Room 11", "Table 6", "Lobby")
    ids = {place: evening.log("cold soup", "Carlo", place=place) for place in places}
    evening.at("11:10")
    settle(evening, ids["Table 2"], "Ana", verdict=5)
    evening.at("11:20")
    settle(evening, ids["Room 11"], "Carlo", outcome=Outcome.LOST)
    evening.at("11:30")
    evening.do(incidents.WithdrawIncident, "Tom", incident_id=ids["Table 6"], reason="logged twice")
    evening.at("12:00")
    return ids


def drawn(floor: FloorPage) -> list[str]:
    """Return the list as a host reads it."""
    return [
        " | ".join(
            filter(None, [time_words(row.closed_at, ZONE), place_words(row), guest_words(row), said_words(row),
                          ended_words(row), row.closed_by])
        )
        for row in floor.closed_model.rows
    ]  # fmt: skip


def show(floor: FloorPage, qtbot: QtBot, rows: int) -> None:
    qtbot.waitUntil(floor.pane.footer.button.isVisible)
    qtbot.mouseClick(floor.pane.footer.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: floor.closed_model.rowCount() == rows)


def test_the_morning_as_a_host_reads_it(floor: FloorPage, evening: Evening, staff: object, qtbot: QtBot) -> None:
    assert not floor.pane.footer.button.isVisible()
    morning(evening)
    qtbot.waitUntil(lambda: floor.pane.footer.words.text() == "Settled today: 2")
    show(floor, qtbot, 3)
    assert drawn(floor) == [
        "11:30 | Table 6 | cold soup | Withdrawn: logged twice | Tom",
        "11:20 | Room 11 | cold soup | Lost | Carlo",
        "11:10 | Table 2 | cold soup | Recovered. Yes, and more | Ana",
    ]
    assert floor.pane.closed_header.words.text() == "2 settled, 1 withdrawn"
    assert floor.pane.footer.words.text() == "1 open, 1 late"
    heard = floor.closed_model.data(floor.closed_model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Table 2. Recovered. Yes, and more. 11:10, Ana."
    floor.grab()


@pytest.mark.parametrize("way", ["Esc", "Left", "back", "footer"])
def test_there_and_back(floor: FloorPage, evening: Evening, staff: object, qtbot: QtBot, way: str) -> None:
    ids = morning(evening)
    show(floor, qtbot, 3)
    qtbot.waitUntil(floor.pane.closed.isVisible)
    shown: list[IncidentId] = []
    floor.incident_chosen.connect(shown.append)
    closed = floor.pane.closed
    closed.setFocus()
    qtbot.keyClick(closed, Qt.Key.Key_Down)
    qtbot.keyClick(closed, Qt.Key.Key_J)
    qtbot.mouseClick(
        closed.viewport(), Qt.MouseButton.LeftButton, pos=closed.visualRect(floor.closed_model.index(2)).center()
    )
    assert shown == [ids["Table 6"], ids["Room 11"], ids["Table 2"]]
    with qtbot.waitSignal(floor.detail_entered):
        qtbot.keyClick(closed, Qt.Key.Key_Return)
    match way:
        case "Esc":
            qtbot.keyClick(closed, Qt.Key.Key_Escape)
        case "Left":
            qtbot.keyClick(closed, Qt.Key.Key_Left)
        case "back":
            qtbot.mouseClick(floor.pane.closed_header.back, Qt.MouseButton.LeftButton)
        case _:
            qtbot.mouseClick(floor.pane.footer.button, Qt.MouseButton.LeftButton)
    assert floor.pane.list.isVisible()
    assert floor.pane.header.isVisible()
    assert floor.chosen == ids["Table 2"]  # it stays beside the list
    assert floor.pane.footer.words.text() == "Settled today: 2"
    if way in ("Esc", "Left"):
        assert QApplication.focusWidget() is floor.pane.list or floor.pane.list.hasFocus()


def test_reopened_it_is_in_the_open_list_again(floor: FloorPage, evening: Evening, staff: object, qtbot: QtBot) -> None:
    ids = morning(evening)
    show(floor, qtbot, 3)
    floor.choose(ids["Table 2"])
    assert floor.closed_model.incident_at(floor.pane.closed.chosen_index()) == ids["Table 2"]
    evening.do(incidents.ReopenIncident, "Ana", incident_id=ids["Room 11"], reason="again")  # another one
    qtbot.waitUntil(lambda: floor.closed_model.rowCount() == 2)
    assert floor.pane.shows_closed
    assert floor.closed_model.incident_at(floor.pane.closed.chosen_index()) == ids["Table 2"]
    evening.do(incidents.ReopenIncident, "Ana", incident_id=ids["Table 2"], reason="again")
    qtbot.waitUntil(lambda: not floor.pane.shows_closed)
    assert floor.model.incident_at(floor.pane.list.chosen_index()) == ids["Table 2"]
    qtbot.waitUntil(lambda: floor.pane.footer.words.text() == "Nothing settled yet today")
    assert floor.pane.footer.button.isVisible()  # the withdrawn one can still be looked at


def test_news_does_not_take_the_list_away(floor: FloorPage, evening: Evening, staff: object, qtbot: QtBot) -> None:
    ids = morning(evening)
    floor.choose(ids["Lobby"])  # an open one beside the list
    show(floor, qtbot, 3)
    evening.told(ids["Lobby"], "Soon.", "Carlo")
    evening.log("cold soup", "Carlo", place="Table 9")
    qtbot.waitUntil(lambda: len(floor.model.rows) == 2)
    assert floor.pane.shows_closed
    settle(evening, ids["Lobby"], "Ana", verdict=5)
    qtbot.waitUntil(lambda: floor.closed_model.rowCount() == 4)
    assert floor.closed_model.incident_at(floor.pane.closed.chosen_index()) == ids["Lobby"]
    assert floor.pane.shows_closed


def test_an_empty_list_says_what_will_come(
    floor: FloorPage, evening: Evening, staff: object, clock: SetClock, qtbot: QtBot
) -> None:
    morning(evening)
    show(floor, qtbot, 3)
    clock.moment += timedelta(days=1)
    floor.tick()
    qtbot.waitUntil(floor.pane.closed_empty.isVisible)
    words = floor.pane.closed_empty.words.text()
    assert words == "Nothing is settled yet today.\nWhat is settled or withdrawn appears here."
    qtbot.keyClick(floor.pane.footer.button, Qt.Key.Key_Escape)
    assert floor.pane.list.isVisible()
    assert not floor.pane.footer.button.isVisible()


def test_a_newly_settled_one_waits_for_the_hand_to_go(
    qtbot: QtBot, around: Around, evening: Evening, staff: object
) -> None:
    now = [0.0]
    floor = FloorPage(around, hold_seconds=lambda: now[0])
    qtbot.addWidget(floor)
    floor.resize(1282, 768)
    floor.show()
    ids = morning(evening)
    show(floor, qtbot, 3)
    floor.hold.touched()
    settle(evening, ids["Lobby"], "Ana", verdict=4)
    qtbot.waitUntil(lambda: floor.pane.closed_header.words.text() == "3 settled, 1 withdrawn")
    qtbot.waitUntil(lambda: not floor.questions.unanswered)
    assert floor.closed_model.rowCount() == 3
    now[0] = 3.1
    floor.hold.look()
    qtbot.waitUntil(lambda: floor.closed_model.rowCount() == 4)
    assert place_words(floor.closed_model.rows[0]) == "Lobby"
