"""The guest clock in words, and painted in every state without a Qt warning."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from hospitality_desk.domain.guest_clock import ClockFacts, ClockReading, ClockState, read_clock
from hospitality_desk.domain.house import Severity
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from hospitality_desk.gui.widgets.clock_words import clock_words, header_clock_words, since_words, spoken_clock
from hospitality_desk.gui.widgets.guest_clock import NARROWEST, WIDEST, clock_width, paint_guest_clock
from tests.gui.conftest import ZONE, minutes

NOW = datetime(2026, 11, 20, 12, 56, tzinfo=ZONE)


def reading(ago: int, *, by: int | None = None, quiet: int | None = None, gone: bool = False) -> ClockReading:
    facts = ClockFacts(
        start=NOW - minutes(ago),
        severity=Severity.MIDDLING,
        is_gone=gone,
        word_by=None if by is None else NOW + minutes(by),
        quiet_until=None if quiet is None else NOW + minutes(quiet),
    )
    return read_clock(facts, NOW)


@pytest.mark.parametrize(
    ("asked", "in_list", "in_header"),
    [
        (reading(6, by=9), "Next by 13:05", "Next word by 13:05"),
        (reading(11, by=4), "Speak by 13:00", "Speak by 13:00"),
        (reading(18, by=-8), "8 min late", "8 min late, speak now"),
        (reading(21, quiet=34), "Quiet till 13:30", "Quiet till 13:30"),
        (reading(200, by=-105), "1 h 45 late", "1 h 45 late, speak now"),
        (reading(300, gone=True), "Next by Sat 07:56", "Next word by Sat 07:56"),
        (reading(12 * 24 * 60), "11 days late", "11 days late, speak now"),
    ],
)
def test_the_words_under_the_tape(asked: ClockReading, in_list: str, in_header: str) -> None:
    assert clock_words(asked, ZONE) == in_list
    assert header_clock_words(asked, ZONE) == in_header


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 min"), (99, "99 min"), (100, "1 h 40"), (125, "2 h 05"), (24 * 60 * 6, "6 days")]
)
def test_a_length_of_time(n: int, words: str) -> None:
    assert since_words(n) == words


def test_the_clock_is_heard_whole() -> None:
    assert spoken_clock(reading(11, by=4), ZONE) == "11 minutes since our last word, speak by 13:00"
    assert spoken_clock(reading(1), ZONE) == "1 minute since our last word, next word by 13:10"
    assert spoken_clock(reading(18, by=-8), ZONE) == "18 minutes since our last word, 8 min late, speak now"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("header", [False, True])
def test_every_state_looks_different_without_colour(theme: Theme, header: bool, bridge: Bridge) -> None:
    around = Around(bridge=bridge, acting=Acting(bridge), theme=theme)
    seen: dict[bytes, ClockState] = {}
    for asked in (reading(21, by=20), reading(21, by=1), reading(21, by=-3), reading(21, quiet=20)):
        picture = QPixmap(200, 112)
        picture.fill(theme.surface)
        painter = QPainter(picture)
        paint_guest_clock(painter, QRect(0, 0, 200, 112), asked, around, ZONE, header=header)
        painter.end()
        image = picture.toImage().convertToFormat(picture.toImage().Format.Format_Grayscale8)
        seen[bytes(image.constBits())] = asked.state
    assert set(seen.values()) == set(ClockState)


def test_the_clock_grows_with_its_words_and_stops(around: Around) -> None:
    assert clock_width(reading(6, by=9), around, ZONE) == NARROWEST
    tomorrow = clock_width(reading(300, gone=True), around, ZONE)
    longest = ClockFacts(start=NOW, severity=Severity.MINOR, is_gone=False, word_by=NOW + timedelta(days=400))
    far = clock_width(read_clock(longest, NOW), around, ZONE)
    assert NARROWEST < tomorrow < far <= WIDEST
