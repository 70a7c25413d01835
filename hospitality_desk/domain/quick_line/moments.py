"""Works out which moments a time said in a line can mean: the next one, and the last one."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from hospitality_desk.domain.quick_line.clocks import ClockRead
from hospitality_desk.domain.quick_line.dates import DayRead
from hospitality_desk.domain.quick_line.words import LineWords


class TimeSort(StrEnum):
    """How a time was said."""

    CLOCK = "clock"
    DAY = "day"
    LENGTH = "length"
    AHEAD = "ahead"
    AGO = "ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """A time said in the line. `start` and `end` count code points of the typed text."""

    start: int
    end: int
    first: int
    """Number of its first word, and in `after` that of the first word behind it."""
    after: int
    sort: TimeSort
    clock: time | None = None
    exact: bool = False
    """Morning or evening is settled; else `next` and `last` take the nearer of both."""
    day_said: bool = False
    cue: str = ""
    """The word between day and clock: "tomorrow by 9am"."""
    length: timedelta | None = None
    next: datetime | None = None
    """The first such time after now, aware UTC; none where the said day is over."""
    last: datetime | None = None
    """The last such time up to now, aware UTC; none where the said day is still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """When and where a line is read, in one piece."""

    now: datetime
    zone: ZoneInfo
    words: LineWords

    @property
    def today(self) -> date:
        """Return the day in the house."""
        return self.now.astimezone(self.zone).date()


def moved(now: datetime, by: timedelta) -> datetime | None:
    """Give a moment before or after now; none beyond the calendar's end."""
    try:
        return now.astimezone(UTC) + by
    except OverflowError:
        return None


def settled(span: TimeSpan, clock: ClockRead, day: DayRead | None, here: Here) -> TimeSpan:
    """Give a time its clock, and the next and the last moment it can mean."""
    said = time(clock.hour, clock.minute, clock.second)
    hours = [clock.hour] if clock.exact or not 0 < clock.hour < 13 else [clock.hour % 12, clock.hour % 12 + 12]
    now = here.now.astimezone(UTC)
    moments: list[datetime] = []
    for one in _days(day, here.today):
        for hour in hours:
            moments += _moments(one, said.replace(hour=hour), here.zone)
    return replace(
        span,
        clock=said,
        exact=clock.exact,
        day_said=day is not None,
        next=min((moment for moment in moments if moment > now), default=None),
        last=max((moment for moment in moments if moment <= now), default=None),
    )


def _days(day: DayRead | None, today: date) -> list[date]:
    if day is not None:
        return [one for one in dict.fromkeys((day.past, day.future)) if one is not None]
    days = []
    for step in (-1, 0, 1):
        try:
            days.append(today + timedelta(days=step))
        except OverflowError:
            continue
    return days


def _moments(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """The moments a wall clock shows this: two on the long autumn night; one in the spring gap, shifted on."""
    try:
        first = datetime.combine(day, clock, tzinfo=zone)
        moments = [first.astimezone(UTC)]
        second = first.replace(fold=1)
        if second.utcoffset() < first.utcoffset():  # type: ignore[operator]
            moments.append(second.astimezone(UTC))
    except OverflowError:
        return []
    return moments
