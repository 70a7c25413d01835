"""The dates of one column, whichever way round their days and months were written."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hospitality_desk.domain.time_words import in_zone, iso_time
from hospitality_desk.words import _

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)

_TIME = r"(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?"
_TWO_FIRST = re.compile(rf"(\d{{1,2}})([/.\-])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.ASCII | re.IGNORECASE)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII | re.IGNORECASE)


class ColumnDates:
    """Reads the cells of a column; which number is the day is decided once, for the whole of it."""

    def __init__(self, cells: Iterable[str], *, zone: ZoneInfo, region: str | None, now: datetime) -> None:
        self._zone = zone
        self._now = now
        self._day_first = _day_first(cells, region)

    def read(self, cell: str) -> datetime | None:
        """Return the moment, in UTC; None for a blank cell, midnight in the house for a date alone.

        Raises ValueError with the reason in words for what is no date, or none of 1970 until now.
        """
        written = cell.strip()
        if not written:
            return None
        try:
            moment = self._moment(written)
        except (ValueError, OverflowError):
            raise ValueError(_("“{cell}” is no date we can read.").format(cell=_short(written))) from None
        if moment < EARLIEST:
            raise ValueError(_("“{cell}” is before 1970.").format(cell=_short(written)))
        if moment > self._now:
            raise ValueError(_("“{cell}” lies ahead.").format(cell=_short(written)))
        return moment

    def _moment(self, written: str) -> datetime:
        two_first = _TWO_FIRST.fullmatch(written)
        if two_first:
            one, mark, other, year, *clock = two_first.groups()
            day, month = (one, other) if self._day_first or mark == "." else (other, one)
            return self._local(year, month, day, clock)
        year_first = _YEAR_FIRST.fullmatch(written)
        if year_first:
            year, _mark, month, day, *clock = year_first.groups()
            return self._local(year, month, day, clock)
        return iso_time(written, self._zone)

    def _local(self, year: str, month: str, day: str, clock: list[str | None]) -> datetime:
        hour, minute, second = (int(part or 0) for part in clock[:3])
        half = (clock[3] or "").lower()
        if half:
            if not 1 <= hour <= 12:
                raise ValueError("no hour of half a day")
            hour = hour % 12 + (12 if half == "pm" else 0)
        local = datetime(int(year), int(month), int(day), hour, minute, second, tzinfo=self._zone)
        return in_zone(local, self._zone)


def _day_first(cells: Iterable[str], region: str | None) -> bool:
    """Tell whether the day comes first: a number above 12 shows it, else the country's habit does."""
    votes = 0
    for cell in cells:
        found = _TWO_FIRST.fullmatch(cell.strip())
        if found and found.group(2) != ".":
            votes += (int(found.group(1)) > 12) - (int(found.group(3)) > 12)
    return votes > 0 if votes else region != "US"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
