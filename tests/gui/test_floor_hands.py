"""News arrives while a hand is on the list: by mouse, wheel, touch and keys; nothing moves under it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPointingDevice, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.floor.row_words import place_words
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.live.feed import Mark
from tests.gui.conftest import minutes
from tests.helpers.evening import Evening

ROWS = 30


class Seconds:
    """A clock of its own for the hold, so that no test waits three seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def floor(qtbot: QtBot, around: Around, seconds: Seconds, evening: Evening, staff: object) -> FloorPage:
    """Thirty open problems, the oldest first, and the list scrolled into the middle."""
    ago = evening.clock.moment
    for n in range(ROWS):
        evening.log("x y", "Carlo", place=f"Table {n}", happened_at=ago - minutes(60 - n))
    page = FloorPage(around, hold_seconds=seconds)
    qtbot.addWidget(page)
    page.resize(1282, 768)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: len(page.model.rows) == ROWS)
    page.pane.list.verticalScrollBar().setValue(8 * 76 + 10)
    return page


def order(floor: FloorPage) -> list[str]:
    return [place_words(floor.model.row_at(floor.model.index(at))) for at in range(floor.model.rowCount())]


def news(floor: FloorPage, evening: Evening, qtbot: QtBot, at: int) -> None:
    """Let another stand log what goes to the top, and speak to a guest near the top; let the clocks go on."""
    many = len(floor.model.rows)
    evening.log("fire", "Carlo", place=f"News {at}", happened_at=evening.clock.moment - minutes(200 + 10 * at))
    second = floor.model.incident_at(floor.model.index(1))
    evening.told(second, "soon there", "Carlo")
    qtbot.waitUntil(lambda: len(floor.model.rows) == many + 1)
    evening.clock.moment += minutes(1)
    floor.tick()


def by_mouse(floor: FloorPage, n: int) -> None:
    QTest.mouseMove(floor.pane.list.viewport(), QPoint(200 + n, 100 + n))


def by_wheel(floor: FloorPage, n: int) -> None:
    viewport = floor.pane.list.viewport()
    at = QPointF(200, 100)
    turn = QPoint(0, -8 if n % 2 else 8)
    wheel = QWheelEvent(at, viewport.mapToGlobal(at), turn, turn, Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(viewport, wheel)


_touch_screen: list[QPointingDevice] = []


def by_touch(floor: FloorPage, n: int) -> None:
    if not _touch_screen:
        _touch_screen.append(QTest.createTouchDevice())
    viewport = floor.pane.list.viewport()
    there = QPoint(200, 100 + n)
    QTest.touchEvent(viewport, _touch_screen[0]).press(0, there, viewport).commit()
    QTest.touchEvent(viewport, _touch_screen[0]).release(0, there, viewport).commit()


@pytest.mark.parametrize("hand", [by_mouse, by_wheel, by_touch])
def test_no_row_moves_under_a_hand_however_it_moves(
    floor: FloorPage, evening: Evening, seconds: Seconds, qtbot: QtBot, hand: Callable[[FloorPage, int], None]
) -> None:
    floor.choose(floor.model.incident_at(floor.model.index(10)))
    before = order(floor)
    for n in range(5):
        hand(floor, n)
        assert floor.hold.is_held
        chosen = floor.chosen  # a tap with a finger has chosen another one
        at = floor.pane.list.verticalScrollBar().value()
        news(floor, evening, qtbot, n)
        assert order(floor) == [*before, *(f"News {k}" for k in range(n + 1))]
        assert floor.pane.list.verticalScrollBar().value() == at
        assert floor.model.incident_at(floor.pane.list.chosen_index()) == chosen
        seconds.now += 2.0
    seconds.now += 1.1
    floor.hold.look()
    assert order(floor)[:5] == [f"News {k}" for k in (4, 3, 2, 1, 0)]
    assert floor.model.incident_at(floor.pane.list.chosen_index()) == chosen
    resting = order(floor)
    seconds.now += 60
    news(floor, evening, qtbot, 9)  # a hand at rest holds nothing: never stale
    assert order(floor)[0] == "News 9"
    assert order(floor) != resting


def test_j_and_k_go_along_while_news_arrives(
    floor: FloorPage, evening: Evening, seconds: Seconds, qtbot: QtBot
) -> None:
    listed = floor.pane.list
    listed.setFocus()
    floor.choose(floor.model.incident_at(floor.model.index(10)))
    for n, (key, step) in enumerate(((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 1), (Qt.Key.Key_K, -1), (Qt.Key.Key_Down, 1))):
        here = listed.chosen_index().row()
        expected = floor.model.incident_at(floor.model.index(here + step))
        qtbot.keyClick(listed, key)
        assert floor.chosen == expected
        assert floor.model.incident_at(listed.chosen_index()) == expected
        assert listed.viewport().rect().contains(listed.visualRect(listed.chosen_index()))
        scrolled = listed.verticalScrollBar().value()
        news(floor, evening, qtbot, n)
        assert floor.model.incident_at(listed.chosen_index()) == expected
        assert listed.verticalScrollBar().value() == scrolled
        seconds.now += 4
        floor.hold.look()
    assert order(floor)[0].startswith("News")


def test_a_press_chooses_what_was_pressed_although_news_arrives_before_the_release(
    floor: FloorPage, evening: Evening, seconds: Seconds, qtbot: QtBot
) -> None:
    listed = floor.pane.list
    index = floor.model.index(12)
    pressed, there = floor.model.incident_at(index), listed.visualRect(index).center()
    qtbot.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=there)
    news(floor, evening, qtbot, 0)
    seconds.now += 2.9  # a slow press
    floor.tick()
    qtbot.mouseRelease(listed.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert floor.chosen == pressed


def test_a_late_one_out_of_sight_is_one_tap_away(floor: FloorPage, qtbot: QtBot) -> None:
    line = floor.pane.header.late_line
    assert line.isVisible()
    assert line.text() == "Table 0 is late"
    assert line.height() >= 44
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert 0 in floor.pane.list.rows_in_sight()
    assert floor.hold.is_held
    assert floor.chosen is None


class Painted(QObject):
    """Gathers which part of the list is painted again."""

    def __init__(self, floor: FloorPage) -> None:
        super().__init__(floor)
        self.region = QRegion()
        floor.pane.list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def clocks(floor: FloorPage) -> list[QRect]:
    listed = floor.pane.list
    return [
        listed.delegate.clock_rect(listed.visualRect(floor.model.index(at))).intersected(listed.viewport().rect())
        for at in listed.rows_in_sight(whole=False)
    ]


def test_without_news_a_tick_paints_the_clocks_and_nothing_else(
    floor: FloorPage, clock: SetClock, qtbot: QtBot
) -> None:
    floor.choose(floor.model.incident_at(floor.model.index(10)))
    floor.tick()
    qtbot.waitUntil(lambda: not floor.questions.unanswered)
    QApplication.processEvents()
    painted = Painted(floor)
    for _ in range(4):
        clock.moment += timedelta(seconds=15)
        painted.region = QRegion()
        floor.tick()
        qtbot.waitUntil(lambda: not painted.region.isEmpty())
        expected = QRegion()
        for rect in clocks(floor):
            expected += rect
        assert painted.region.subtracted(expected).isEmpty()  # nothing beside the clocks
        assert expected.subtracted(painted.region).isEmpty()  # and each that is in sight
    floor.model.mark(
        (Mark(incident_id=floor.model.incident_at(floor.model.index(10)), station="Bar", at=clock.moment),)
    )
    QApplication.processEvents()
    painted.region = QRegion()
    floor.tick()
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    beside = painted.region.subtracted(expected)
    row = floor.pane.list.visualRect(floor.model.index(10))
    assert not beside.isEmpty()  # a mark tells minutes, too
    assert beside.boundingRect().height() < 24
    assert row.contains(beside.boundingRect())


def shaded(floor: FloorPage) -> list[int]:
    """Return the rows that are painted as the one under the pointer."""
    listed, theme = floor.pane.list, LIGHT
    QApplication.processEvents()
    seen = listed.viewport().grab().toImage()
    rows = []
    for at in listed.rows_in_sight():
        card = listed.visualRect(floor.model.index(at)).intersected(listed.viewport().rect())
        corner = card.topLeft() + QPoint(8, 3)
        if seen.pixelColor(corner * seen.devicePixelRatio()).name() == QColor(theme.hover).name():
            rows.append(at)
    return rows


def pointed_at(floor: FloorPage, spot: QPoint) -> int:
    return floor.pane.list.rowAt(spot.y())


def one_more_on_top(floor: FloorPage, evening: Evening, qtbot: QtBot) -> None:
    many = len(floor.model.rows)
    evening.log("fire", "Carlo", place="News", happened_at=evening.clock.moment - minutes(100 + many))
    qtbot.waitUntil(lambda: len(floor.model.rows) == many + 1)


def test_the_shade_is_where_the_pointer_is_whatever_the_rows_do(
    floor: FloorPage, evening: Evening, seconds: Seconds, qtbot: QtBot
) -> None:
    listed, spot = floor.pane.list, QPoint(200, 150)
    QTest.mouseMove(listed.viewport(), spot)
    assert shaded(floor) == [pointed_at(floor, spot)]
    under = floor.model.incident_at(floor.model.index(pointed_at(floor, spot)))
    seconds.now += 4
    one_more_on_top(floor, evening, qtbot)  # the rows change places under the resting pointer
    assert floor.model.incident_at(floor.model.index(pointed_at(floor, spot))) != under
    assert shaded(floor) == [pointed_at(floor, spot)]
    second = floor.model.incident_at(floor.model.index(2))
    evening.do(incidents.WithdrawIncident, "Carlo", incident_id=second, reason="twice")
    qtbot.waitUntil(lambda: floor.model.rowCount() == ROWS)
    assert shaded(floor) == [pointed_at(floor, spot)]
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().value() + 100)
    assert shaded(floor) == [pointed_at(floor, spot)]
    QApplication.sendEvent(listed.viewport(), QEvent(QEvent.Type.Leave))
    assert shaded(floor) == []


def test_a_press_just_after_a_row_has_moved_under_the_pointer_chooses_nothing(
    floor: FloorPage, evening: Evening, seconds: Seconds, qtbot: QtBot
) -> None:
    listed, spot = floor.pane.list, QPoint(200, 150)
    QTest.mouseMove(listed.viewport(), spot)
    floor.choose(None)
    for wait, chooses in ((0.3, False), (0.5, True)):
        seconds.now += 4
        floor.hold.look()
        one_more_on_top(floor, evening, qtbot)
        seconds.now += wait
        expected = floor.model.incident_at(floor.model.index(pointed_at(floor, spot))) if chooses else None
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert floor.chosen == expected
        assert floor.hold.is_held  # nothing moves any more: the next press means what it points at
    assert shaded(floor) == []  # the chosen one has its own ground


def test_a_press_after_a_scroll_by_hand_chooses_at_once(floor: FloorPage, seconds: Seconds, qtbot: QtBot) -> None:
    listed, spot = floor.pane.list, QPoint(200, 150)
    seconds.now += 1
    QTest.mouseMove(listed.viewport(), spot)
    by_wheel(floor, 1)
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert floor.chosen == floor.model.incident_at(floor.model.index(pointed_at(floor, spot)))
