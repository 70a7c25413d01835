"""Times given to the command line: clock times of the house, ISO 8601, and the nights the clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospitality_desk.domain.time_words import read_time
from hospitality_desk.errors import WrongUse

NEW_YORK = ZoneInfo("America/New_York")


def read(words: str, now: str, *, last: bool = False) -> str:
    """Read a time in New York and write it as its clocks show it."""
    moment = read_time(words, datetime.fromisoformat(now).astimezone(UTC), NEW_YORK, last=last)
    assert moment.tzinfo == UTC
    return moment.astimezone(NEW_YORK).isoformat()


@pytest.mark.parametrize(
    ("words", "now", "following", "last"),
    [
        ("13:40", "2026-11-20T12:32:00-05:00", "2026-11-20T13:40:00-05:00", "2026-11-19T13:40:00-05:00"),
        ("12:31", "2026-11-20T12:32:00-05:00", "2026-11-21T12:31:00-05:00", "2026-11-20T12:31:00-05:00"),
        # The minute it is now is the last one, and not the next one.
        ("12:32", "2026-11-20T12:32:00-05:00", "2026-11-21T12:32:00-05:00", "2026-11-20T12:32:00-05:00"),
        ("12:32", "2026-11-20T12:32:30-05:00", "2026-11-21T12:32:00-05:00", "2026-11-20T12:32:00-05:00"),
        ("0:10", "2026-11-20T23:50:00-05:00", "2026-11-21T00:10:00-05:00", "2026-11-20T00:10:00-05:00"),
        (" 9:05 ", "2026-11-20T12:32:00-05:00", "2026-11-21T09:05:00-05:00", "2026-11-20T09:05:00-05:00"),
        ("13:40:20", "2026-11-20T12:32:00-05:00", "2026-11-20T13:40:20-05:00", "2026-11-19T13:40:20-05:00"),
        # There is no 02:30 in the night of 8 March 2026: it is 03:30.
        ("02:30", "2026-03-08T01:00:00-05:00", "2026-03-08T03:30:00-04:00", "2026-03-07T02:30:00-05:00"),
        ("02:30", "2026-03-08T04:00:00-04:00", "2026-03-09T02:30:00-04:00", "2026-03-08T03:30:00-04:00"),
        # 01:30 comes twice in the night of 1 November 2026.
        ("01:30", "2026-11-01T01:00:00-04:00", "2026-11-01T01:30:00-04:00", "2026-10-31T01:30:00-04:00"),
        ("01:30", "2026-11-01T01:45:00-04:00", "2026-11-01T01:30:00-05:00", "2026-11-01T01:30:00-04:00"),
        ("01:30", "2026-11-01T01:45:00-05:00", "2026-11-02T01:30:00-05:00", "2026-11-01T01:30:00-05:00"),
    ],
)
def test_a_clock_time_is_the_next_or_the_last_one(words: str, now: str, following: str, last: str) -> None:
    assert read(words, now) == following
    assert read(words, now, last=True) == last


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-11-20T13:40", "2026-11-20T13:40:00-05:00"),
        ("2026-11-20 13:40", "2026-11-20T13:40:00-05:00"),
        ("2026-11-20T18:40:00Z", "2026-11-20T13:40:00-05:00"),
        ("2026-11-20T19:40:00+01:00", "2026-11-20T13:40:00-05:00"),
        ("20261120T184000Z", "2026-11-20T13:40:00-05:00"),
        ("2026-11-20", "2026-11-20T00:00:00-05:00"),
        ("2026-03-08T02:30", "2026-03-08T03:30:00-04:00"),
        ("2026-11-01T01:30", "2026-11-01T01:30:00-04:00"),
    ],
)
def test_an_iso_time_without_a_zone_is_the_houses(words: str, meant: str) -> None:
    for last in (False, True):
        assert read(words, "2026-11-20T12:32:00-05:00", last=last) == meant


@pytest.mark.parametrize(
    "words",
    ["", " ", "yesterday", "24:00", "12:60", "1:2", "13.40", "2026-02-31", "2026-11-20T25:00", "٣:٠٠", "\ud800", "now",
     "0001-01-01", "9999-12-31T23:59-05:00", "13:40\n14:00", "-", "1" * 5_000, "1" * 17, "12:30 pm"],
)  # fmt: skip
def test_what_is_no_time_is_said_in_one_line(words: str) -> None:
    with pytest.raises(WrongUse) as refusal:
        read_time(words, datetime(2026, 11, 20, 12, 32, tzinfo=UTC), ZoneInfo("Asia/Tokyo"), last=False)
    assert "\n" not in refusal.value.say
    assert len(refusal.value.say) < 140


ZONES = ["America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"]


@given(seconds=st.integers(0, 3_000_000_000), clock=st.times(), zone=st.sampled_from(ZONES))
def test_the_next_lies_ahead_and_the_last_does_not(seconds: int, clock: time, zone: str) -> None:
    now = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    words = str(clock)[:8]
    following = read_time(words, now, ZoneInfo(zone), last=False)
    before = read_time(words, now, ZoneInfo(zone), last=True)
    assert before <= now < following
    assert following - before <= timedelta(hours=49)
