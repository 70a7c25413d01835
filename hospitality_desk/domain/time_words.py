"""A time as it is given to the command line: ISO 8601, or a clock time in the house's zone."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
_ISO = re.compile(r"[\dW-]{7,10}(?:[Tt ][\d:.,]{2,15}(?:[Zz]|[+-][\d:]{2,8})?)?", re.ASCII)
"""The shape of ISO 8601: Python alone takes any character between date and time, also one more digit."""
_DAYS_TO_LOOK = 3
"""A clock time comes round within a day; a zone that skips a day (Samoa, 2011) makes it two."""


def read_time(words: str, now: datetime, zone: ZoneInfo, *, last: bool) -> datetime:
    """Return the moment that is meant, aware, in UTC.

    A clock time is the next one after `now`, or with `last` the last one not after it. A time the night of the
    spring change skips is as much later as the clocks jump. Raises WrongUse for words that are no time.
    """
    said = words.strip()
    clock = _CLOCK.fullmatch(said)
    try:
        if clock:
            hour, minute, second = (int(part or 0) for part in clock.groups())
            return _clock_time(time(hour, minute, second), now, zone, last=last)
        return iso_time(said, zone)
    except (ValueError, OverflowError):
        shown = " ".join(said.split())[:40]
        say = _("“{words}” is no time. Write it like 13:40, or like 2026-11-20T13:40.")
        raise WrongUse(say.format(words=shown)) from None


def iso_time(written: str, zone: ZoneInfo) -> datetime:
    """Return the moment written as ISO 8601, in UTC; without an offset it is the house's, a date alone is its midnight.

    Raises ValueError for anything else, OverflowError at the ends of the calendar.
    """
    if not _ISO.fullmatch(written):
        raise ValueError("not ISO 8601")
    return in_zone(datetime.fromisoformat(written), zone)


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment in UTC; one without a zone is the house's.

    A local time that does not exist counts by the offset before the change, so it shifts forward. Raises
    OverflowError at the ends of the calendar.
    """
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).astimezone(UTC)


def _clock_time(clock: time, now: datetime, zone: ZoneInfo, *, last: bool) -> datetime:
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=day) for day in range(-_DAYS_TO_LOOK, _DAYS_TO_LOOK + 1))
    moments = [moment for day in days for moment in _moments(datetime.combine(day, clock, tzinfo=zone), zone)]
    return max(moment for moment in moments if moment <= now) if last else min(m for m in moments if m > now)


def _moments(local: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return when the clock shows this: twice in the night of the autumn change, which only `fold` tells apart."""
    first, second = in_zone(local, zone), in_zone(local.replace(fold=1), zone)
    return (first, second) if second > first else (first,)
