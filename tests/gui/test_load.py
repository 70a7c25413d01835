"""The busiest hour: sixty problems, two hundred notes, twenty changes from another process while somebody types here."""

import os
from collections.abc import Callable
from pathlib import Path

from hospitality_desk.queries.incidents import board_rows
from tests.gui.conftest import aside
from tests.helpers.busy_hour import CHANGES, BusyHour
from tests.helpers.crowded_house import NOW, make_crowded, open_crowded

SHOWN_WITHIN = 1_000 if os.environ.get("CI") else 500
"""Milliseconds; the promise of 100 stands in the benchmark, where the machine is quiet."""
STILL_AT_MOST = 250
"""Milliseconds; the line of 50 stands in the benchmark."""


def test_the_busiest_hour(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    longest = make_crowded(tmp_path)
    hour = BusyHour(tmp_path, longest)
    try:
        figures = hour.play()
        shown = hour.shown_rows()
        hour.window.floor.tick()
        ordered = hour.shown_rows()
    finally:
        hour.close()
    record_property("longest standstill, ms", figures.heart.longest)
    record_property("slowest change, ms", max(figures.shown))
    assert figures.lost == set()
    assert len(figures.shown) == CHANGES
    assert max(figures.shown) < SHOWN_WITHIN, sorted(figures.shown)
    assert figures.moved_rows == []
    assert figures.orders > 0, "nothing ever moved: this test could not fail"
    assert figures.kept_place, "the words, the keyboard's place or the chosen row were disturbed"
    assert figures.heart.longest < STILL_AT_MOST, figures.heart.worst()
    desk = open_crowded(tmp_path)
    rows = aside(desk.ask, board_rows)
    desk.close()
    assert set(shown) == set(ordered) == {row.incident_id for row in rows}
    by = [next(row for row in rows if row.incident_id == each).clock_at(NOW).by for each in ordered]
    assert by == sorted(by)
