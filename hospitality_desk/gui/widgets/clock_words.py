"""What the guest clock says in words, short for the eye and whole for the ear."""

from zoneinfo import ZoneInfo

from hospitality_desk.domain.guest_clock import ClockReading, ClockState
from hospitality_desk.gui.widgets.moments import when_words
from hospitality_desk.words import _, ngettext

_MINUTES_ALONE = 99
_HOUR = 60
_HOURS_ALONE = 99 * _HOUR
_DAY = 24 * _HOUR


def since_parts(minutes: int) -> tuple[tuple[str, bool], ...]:
    """Return a length of time in pieces, each with whether it is a big figure: 11 min, 1 h 45, 6 days."""
    if minutes <= _MINUTES_ALONE:
        return ((str(minutes), True), (_("min"), False))
    if minutes <= _HOURS_ALONE:
        return ((str(minutes // _HOUR), True), (_("h"), False), (f"{minutes % _HOUR:02}", True))
    return ((str(minutes // _DAY), True), (ngettext("day", "days", minutes // _DAY), False))


def since_words(minutes: int) -> str:
    """Return the same in one piece: "11 min", "1 h 45", "6 days"."""
    return " ".join(part for part, _is_big in since_parts(minutes))


def clock_words(reading: ClockReading, zone: ZoneInfo) -> str:
    """Return the line under the tape in the list: "Speak by 13:00"."""
    by = when_words(reading.by, reading.now, zone)
    match reading.state:
        case ClockState.IN_TOUCH:
            return _("Next by {time}").format(time=by)
        case ClockState.SOON:
            return _("Speak by {time}").format(time=by)
        case ClockState.LATE if reading.minutes_late == 0:
            return _("Late now")
        case ClockState.LATE:
            return _("{span} late").format(span=since_words(reading.minutes_late))
        case ClockState.RESTING:
            return _("Quiet till {time}").format(time=_quiet_end(reading, zone))


def header_clock_words(reading: ClockReading, zone: ZoneInfo) -> str:
    """Return the line under the tape in a problem's header: "Next word by 13:05"."""
    match reading.state:
        case ClockState.IN_TOUCH:
            return _("Next word by {time}").format(time=when_words(reading.by, reading.now, zone))
        case ClockState.LATE if reading.minutes_late == 0:
            return _("Late, speak now")
        case ClockState.LATE:
            return _("{span} late, speak now").format(span=since_words(reading.minutes_late))
        case _other:
            return clock_words(reading, zone)


def spoken_clock(reading: ClockReading, zone: ZoneInfo) -> str:
    """Return the whole clock as a screen reader says it: "11 minutes since our last word, speak by 13:00"."""
    span = since_words(reading.minutes)
    if reading.minutes <= _MINUTES_ALONE:
        span = ngettext("{n} minute", "{n} minutes", reading.minutes).format(n=reading.minutes)
    words = header_clock_words(reading, zone)
    return _("{span} since our last word, {words}").format(span=span, words=words[:1].lower() + words[1:])


def _quiet_end(reading: ClockReading, zone: ZoneInfo) -> str:
    return when_words(reading.quiet_until or reading.by, reading.now, zone)
