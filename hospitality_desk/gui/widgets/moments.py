"""Times as the house reads them: 13:05, and the day with them when 13:05 alone could be another one."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hospitality_desk.words import N_, _

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_NEAR = timedelta(hours=12)
_THIS_WEEK = timedelta(days=6)


def time_words(moment: datetime, zone: ZoneInfo) -> str:
    """Return the time of day in the house, such as 13:05."""
    return f"{moment.astimezone(zone):%H:%M}"


def when_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return the time of day; with the weekday from half a day away, with the date from six days away."""
    away = abs(moment - now)
    if away < _NEAR:
        return time_words(moment, zone)
    there = moment.astimezone(zone)
    if away < _THIS_WEEK:
        return _("{weekday} {time}").format(weekday=_(WEEKDAYS[there.weekday()]), time=time_words(moment, zone))
    return there.date().isoformat()
