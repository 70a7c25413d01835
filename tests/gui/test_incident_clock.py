"""Since when the clock runs, in words; and that the passing of time paints the clock and the row of now alone."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Asked, Outcome, Source
from hospitality_desk.gui.incident.page import TICK
from tests.gui.incident_stage import Stage, aside
from tests.gui.lanes import bring_home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"guest": "Ms Rivera"}, "since she told us"),
        ({"guest": "Mr Osei"}, "since he told us"),
        ({"guest": "Lindqvist"}, "since they told us"),
        ({"source": Source.PHONE}, "since they told us"),
        ({"source": Source.SEEN}, "since we noticed"),
        ({"source": Source.COLLEAGUE, "guest": "Ms Rivera"}, "since we heard of it"),
    ],
)
def test_before_our_first_word_nobody_heard_from_us(stage: Stage, fields: dict[str, Any], words: str) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo", **fields)
    aside(stage.evening.later, minutes=3)
    stage.show(soup)
    assert stage.page.happened.view.rows[-1].text == f"3 min {words}"
    assert stage.page.header.clock.accessibleName().startswith(f"3 minutes {words}, ")
    told = stage.elsewhere(stage.evening.told, soup, "A new one is coming.", "Carlo")
    assert told.notes[-1].kind == EntryKind.TOLD
    assert "heard from us" in stage.page.happened.view.rows[-1].text
    assert "heard from us" in stage.page.header.clock.accessibleName()


def test_seen_before_it_was_said_runs_from_what_we_saw(stage: Stage) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo", guest="Ms Rivera")
    aside(stage.evening.note, soup, EntryKind.SAW, "She frowned.", "Carlo", happened_at=stage.evening.time("12:30"))
    stage.show(soup)
    assert stage.page.happened.view.rows[-1].text == "2 min since we noticed"


def test_opened_again_runs_from_that_until_the_next_word(stage: Stage) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo", guest="Ms Rivera")
    aside(stage.evening.told, soup, "A new one.", "Carlo")
    aside(stage.evening.do, incidents.SettleIncident, "Carlo", incident_id=soup, outcome=Outcome.UNKNOWN,
          asked=Asked.NO_ANSWER)  # fmt: skip
    aside(stage.evening.later, minutes=5)
    aside(stage.evening.do, incidents.ReopenIncident, "Carlo", incident_id=soup, reason="cold again")
    stage.show(soup)
    assert stage.page.happened.view.rows[-1].text == "0 min since it was opened again"
    aside(stage.evening.later, minutes=1)
    stage.elsewhere(stage.evening.told, soup, "Sorry.", "Carlo")
    assert stage.page.happened.view.rows[-1].text == "0 min since she heard from us"


class Painted(QObject):
    """Remembers which widgets were painted, and where."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.places: list[tuple[QObject, QRect]] = []
        for each in [page, *page.findChildren(QWidget)]:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places += [(watched, place) for place in event.region()]  # type: ignore[attr-defined]
        return False


def test_a_tick_paints_the_clock_and_the_row_of_now_alone(stage: Stage, qtbot: QtBot) -> None:
    stage.show(stage.purse())
    view = stage.page.happened.view
    page, clock = stage.page, stage.page.header.clock
    bring_home(stage.around.bridge)
    QApplication.processEvents()
    painted = Painted(page)
    aside(stage.evening.later, minutes=1)
    page._on_tick()
    qtbot.waitUntil(lambda: any(widget is clock for widget, _place in painted.places))
    QApplication.processEvents()
    assert view.rows[-1].text == "12 min since she heard from us"
    row = view.visualRect(view.model().index(len(view.rows) - 1, 0))
    now = QRect(view.viewport().mapTo(page, row.topLeft()), row.size()).adjusted(-1, -1, 1, 1)
    face = QRect(clock.mapTo(page, QPoint(0, 0)), clock.size()).adjusted(-1, -1, 1, 1)
    for widget, place in painted.places:
        assert isinstance(widget, QWidget)
        there = QRect(widget.mapTo(page, place.topLeft()), place.size())
        assert now.contains(there) or face.contains(there), (widget.objectName(), there)


def test_the_tick_stands_on_the_quarter_of_a_minute(stage: Stage) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    aside(lambda: setattr(stage.evening.clock, "moment", stage.evening.clock.moment + timedelta(seconds=7)))
    stage.show(soup)
    assert stage.page._clock.isActive()
    assert stage.page._clock.interval() == TICK - 7_000 + 20
    stage.page.clear()
    assert not stage.page._clock.isActive()


def test_a_state_that_turns_shows_everything_anew(stage: Stage) -> None:
    stage.show(IncidentId(stage.purse()))
    aside(stage.evening.at, "13:01")
    stage.page._on_tick()
    assert all(row.state.value == "late" for row in stage.page.happened.view.rows)
