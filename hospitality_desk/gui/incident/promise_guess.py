"""A promise that stands in what the guest was told: "I will be back by 13:00".

It is offered and never taken by itself. A promise of word stands in place of the house's own time, so one that was
read wrongly ("the driver is back by 15:00") would move the guest's clock without anybody having decided it. The guess
is off until a person taps it or presses Enter on it; what is sent without that carries no promise.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hospitality_desk.domain.quick_line import read_line
from hospitality_desk.domain.quick_line.parts import LineContext, PartName

_LOOKED_AT = 1_000
"""Characters that are read at each key: far beyond what is told in one breath."""


def guess_promise(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the first time that is promised in the words, to the minute; None when there is none ahead."""
    context = LineContext(now=now, zone=zone, region=None, people=())
    for part in read_line(text[:_LOOKED_AT], context).parts:
        if part.part == PartName.PROMISE_BY and isinstance(part.value, datetime):
            by = part.value.replace(second=0, microsecond=0)
            return by if by > now else None
    return None


def typed_as(by: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return the time as a person would type it into the field of the promised time."""
    here = by.astimezone(zone)
    is_next = by - now < timedelta(days=1)
    return f"{here:%H:%M}" if is_next else f"{here:%Y-%m-%dT%H:%M}"
