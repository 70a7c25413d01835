"""Times and the guest clock in the few words of a line."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hospitality_desk.domain.guest_clock import ClockReading, ClockState
from hospitality_desk.words import _


def time_words(moment: datetime | None, zone: ZoneInfo, now: datetime) -> str:
    """Return the time of day in the house, with its date when that is not today's."""
    if moment is None:
        return _("not known")
    local = moment.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == now.astimezone(zone).date() else f"{local:%Y-%m-%d %H:%M}"


def minutes_words(minutes: int) -> str:
    """Return a stretch of time: "11 min", and "1 h 45" from 100 minutes on."""
    if minutes < 100:
        return _("{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    return _("{hours} h {minutes:02}").format(hours=hours, minutes=rest)


def clock_words(reading: ClockReading, zone: ZoneInfo) -> str:
    """Return what the clock asks of us: "Next by 13:05", "8 min late"."""
    if reading.state == ClockState.LATE:
        return _("{minutes} late").format(minutes=minutes_words(reading.minutes_late))
    if reading.state == ClockState.RESTING and reading.quiet_until is not None:
        return _("Quiet till {time}").format(time=time_words(reading.quiet_until, zone, reading.now))
    by = time_words(reading.by, zone, reading.now)
    return (_("Speak by {time}") if reading.state == ClockState.SOON else _("Next by {time}")).format(time=by)
