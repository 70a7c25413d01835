"""How a guest is spoken of, and how a host may write a time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.errors import WrongUse
from hospitality_desk.gui.incident.clock_field import read_clock_words
from hospitality_desk.gui.incident.spoken_of import SpokenOf
from hospitality_desk.gui.widgets.plain_tip import plain_tip

NOW = datetime(2026, 11, 20, 17, 56, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("guest", "spoken_of"),
    [
        ("Ms Rivera", "she"),
        ("Frau Müller", "she"),
        ("Señora de la Vega", "she"),
        ("Mr. Lee", "he"),
        ("Herr Maier", "he"),
        ("Mr and Mrs Lee", "they"),
        ("Dr Okafor", "they"),
        ("Rivera", "they"),
        ("Misterton", "they"),
        (None, "they"),
    ],
)
def test_spoken_of(guest: str | None, spoken_of: str) -> None:
    assert SpokenOf.guest(guest) == SpokenOf(spoken_of)


@pytest.mark.parametrize(
    ("words", "last", "local"),
    [
        ("13:40", False, "20 13:40"),
        ("1340", False, "20 13:40"),
        ("13.40", False, "20 13:40"),
        ("1:40 pm", False, "20 13:40"),
        ("1:40p", False, "20 13:40"),
        ("12 am", False, "21 00:00"),
        ("7", False, "21 07:00"),
        ("12:50", False, "21 12:50"),
        ("12:50", True, "20 12:50"),
        ("13:40", True, "19 13:40"),
        ("2026-11-20T08:15", True, "20 08:15"),
    ],
)
def test_times(words: str, last: bool, local: str) -> None:
    found = read_clock_words(words, NOW, ZONE, last=last)
    assert found is not None
    assert f"{found.astimezone(ZONE):%d %H:%M}" == local


def test_no_words_are_no_time_and_others_are_refused() -> None:
    assert read_clock_words("  ", NOW, ZONE, last=True) is None
    for words in ("soon", "25:00", "13:99", "1 2 3", "٣:٤٥"):
        with pytest.raises(WrongUse):
            read_clock_words(words, NOW, ZONE, last=True)


def test_a_tool_tip_is_never_html() -> None:
    assert plain_tip("<img src=x> & co") == "<span>&lt;img src=x&gt; &amp; co</span>"
    assert len(plain_tip("x" * 20_000)) < 700
