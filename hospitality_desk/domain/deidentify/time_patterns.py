"""Dates in the usual writings and clock times; with a context they become a weekday and a minute of the story."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.default_words import default_words, weekday_words
from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.deidentify.looks import Look
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.quick_line.clocks import ClockRead, read_clock
from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.words import spelled
from hospitality_desk.words import _

MONTHS = {
    word: int(number)
    for word, number in spelled(
        {
            "1": "january jan januar janner enero ene janvier janv gennaio janeiro januari января",
            "2": "february feb februar febrero fevrier fevr febbraio fevereiro februari февраля",
            "3": "march mar marz maerz marzo mars marco maart марта",
            "4": "april apr abril abr avril avr aprile апреля",
            "5": "may mai mayo maggio maio mei maj мая",
            "6": "june jun juni junio juin giugno junho июня",
            "7": "july jul juli julio juillet juil luglio julho июля",
            "8": "august aug agosto ago aout augustus augusti августа",
            "9": "september sept sep septiembre septembre settembre setembro сентября",
            "10": "october oct oktober okt octubre octobre ottobre outubro октября",
            "11": "november nov noviembre novembre novembro ноября",
            "12": "december dec dezember dez diciembre dic decembre dicembre dezembro декабря",
        }
    ).items()
}
MONTH = "(?P<{}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?P<{}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.|º)?"
_WEEKDAY = (
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[.,]{1,2}\s"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s(?:den\s|le\s|el\s)?)?"
)
_YEAR = r"(?:,?\s?(?:de\s|del\s)?(?P<{}>(?:19|20)\d\d|'\d\d)\b)?"
_WRITTEN = re.compile(
    rf"{_WEEKDAY}(?<![\w.:/-])(?:the\s)?{DAY.format('d1')}\s?-?(?:of\s|de\s)?{MONTH.format('m1')}-?{_YEAR.format('y1')}"
    rf"|{_WEEKDAY}(?<!\w){MONTH.format('m2')}\s?-?(?:the\s)?{DAY.format('d2')}\b(?![:.]\d|\s?(?:am|pm|people|guests|minutes|min)\b){_YEAR.format('y2')}"
    rf"|(?<!\w){MONTH.format('m3')}\s?(?:of\s|de\s)?,?(?P<y3>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"{_WEEKDAY}(?<![\w.,:/-])(?:(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=s1)(?P<d1>0?[1-9]|[12]\d|3[01])"
    r"|(?P<a>0?[1-9]|[12]\d|3[01])(?P<s2>[-/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=s2)(?P<y2>(?:19|20)?\d\d)"
    r"|(?P<c>0?[1-9]|[12]\d|3[01])/(?P<e>0?[1-9]|[12]\d|3[01]))(?:(?=T\d)|(?![\w/%-]|\.\d))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\bthe\s(?:[12]?\d(?:st|nd|rd|th)|3[01](?:st|th))\b"
    r"(?!\s(?:birthday|anniversary|floor|time|table|guest|course|person|century|hole|minute|hour|one|night|jubilee|wedding))",
    re.IGNORECASE,
)
_FOREIGN_CLOCK = re.compile(
    r"(?<![\w.,:])(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?\s?(?:uhr|heures|horas)\b|(?<![\w.,:])(?:[01]?\d|2[0-4])h(?:[0-5]\d)?(?!\w)"
    r"|(?<=T)(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_ALSO_SHY = frozenset(["ago", "mars", "dec", "apr", "jan", "marco", "mei", "maj"])
_FAR = timedelta(hours=12)
_LONGEST_STORY = 240
"""Minutes from the start that are told as such; what comes after them is only another time."""
_CLOCK_STARTS = frozenset(
    [
        *ENGLISH.ones,
        *ENGLISH.tens,
        *ENGLISH.half,
        *ENGLISH.quarter,
        *ENGLISH.noon,
        "mid",
        *(f"mid{m}" for m in ENGLISH.middles),
    ]
)
LEADS = ENGLISH.clock_leads - frozenset(["since", "back", "past", "around", "about"]) | frozenset(["from"])


def date_looks(seen: SeenText, context: Context | None) -> Iterator[Look]:
    """Yield dates with a day and a month, sure; then a day of the month alone, as a question."""
    folded = seen.line.folded
    for found in _WRITTEN.finditer(folded):
        if is_shy(seen, found):
            continue
        named = found.groupdict()
        day = date_of(named["y1"] or named["y2"], named["m1"] or named["m2"], named["d1"] or named["d2"], context)
        sure = bool(named["d1"] or named["d2"])
        yield _look(found, day_words(day, context), sure=sure)
    for found in _FIGURES.finditer(folded):
        named = found.groupdict()
        sure = named["c"] is None
        yield _look(found, day_words(_figures_date(named, context), context), sure=sure)
    for found in _ORDINAL.finditer(folded):
        yield _look(found, _("one day"), sure=False)


def _look(found: re.Match[str], words: str, *, sure: bool) -> Look:
    return Look(*_trimmed(found), FindType.DATE, words, sure)


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Leave out the full stop that ends the sentence."""
    text = found.group()
    return found.start(), found.start() + len(text.rstrip(" .-,"))


def is_shy(seen: SeenText, found: re.Match[str]) -> bool:
    """Tell whether a month that is another word too has no capital: "you may 2 times"."""
    name = found["m1"] or found["m2"] or found["m3"]
    if name not in ENGLISH.shy_dates and name not in _ALSO_SHY:
        return False
    group = "m1" if found["m1"] else "m2" if found["m2"] else "m3"
    return not seen.line.plain[found.start(group)].isupper()


def date_of(year: str | None, month: str | None, day: str | None, context: Context | None) -> date | None:
    """Return the day that was said, in the year nearest the story; None where that cannot be told."""
    if context is None or month is None or day is None:
        return None
    said = int(year[-2:]) + 2000 if year and year.startswith("'") else int(year) if year else None
    start = context.start.astimezone(context.zone).date()
    number = MONTHS.get(month) or int(month)
    years = [said] if said else [start.year - 1, start.year, start.year + 1]
    days = []
    for each in years:
        try:
            days.append(date(each, number, int(day)))
        except ValueError:
            continue
    return min(days, key=lambda one: abs(one - start), default=None)


def _figures_date(named: dict[str, str | None], context: Context | None) -> date | None:
    if named["y1"]:
        return date_of(named["y1"], named["m1"], named["d1"], context)
    first, second = named["a"] or named["c"], named["b"] or named["e"]
    if first is None or second is None or context is None:
        return None
    year = named["y2"]
    year = f"'{year}" if year and len(year) == 2 else year
    if int(first) > 12 or (context.region not in (None, "US") and int(second) <= 12):
        return date_of(year, second, first, context)
    if int(second) > 12 or context.region == "US" or first == second:
        return date_of(year, first, second, context)
    return None


def day_words(day: date | None, context: Context | None) -> str:
    """Return what stands for a day: its weekday, or "one day" where that is not known."""
    if context is None or day is None:
        return default_words(FindType.DATE)
    return weekday_words(day.weekday())


def clock_looks(seen: SeenText, context: Context | None) -> Iterator[Look]:
    """Yield clock times, in digits and in words."""
    line = seen.line
    after = 0
    for at, word in enumerate(line.words):
        if at < after or not (word[0].isdecimal() or word in _CLOCK_STARTS):
            continue
        clock = read_clock(line, at, ENGLISH)
        if clock is None or not (clock.alone or _is_led(seen, at, clock)):
            continue
        first = at - (line.word(at - 1) in ENGLISH.articles and word in ENGLISH.quarter)
        after = clock.after
        yield Look(line.starts[first], line.ends[after - 1], FindType.TIME, clock_words(clock, context), sure=True)
    for found in _FOREIGN_CLOCK.finditer(line.plain):
        if line.plain[found.start() - 1 : found.start()] == "T":
            yield Look(found.start() - 1, found.end(), FindType.TIME, default_words(FindType.TIME), sure=True)
        else:
            hour, _mark, minute = re.sub(r"[^\d]+", " ", found.group()).strip().partition(" ")
            clock = ClockRead(after=0, hour=int(hour) % 24, minute=int(minute or 0), exact=True)
            yield Look(*found.span(), FindType.TIME, clock_words(clock, context), sure=True)


def _is_led(seen: SeenText, at: int, clock: ClockRead) -> bool:
    """Tell whether a bare hour is one: "at 7." is, "at 7 tables" and "by 2 people" are not."""
    line = seen.line
    following = line.word(clock.after)
    closed = clock.after > at + 1 or not following or not following[0].isalnum() or following in ENGLISH.after_for
    return closed and line.word(at - 1) in LEADS


def clock_words(clock: ClockRead, context: Context | None) -> str:
    """Return what stands for a clock time: its minute of the story, or "one time" without a context."""
    if context is None:
        return default_words(FindType.TIME)
    minutes = _minutes_from_start(clock, context)
    if minutes is None:
        return _("another time")
    return _("minute {n}").format(n=minutes) if minutes <= _LONGEST_STORY else _("another time")


def _minutes_from_start(clock: ClockRead, context: Context) -> int | None:
    """Return how many minutes after the start the clock showed that; None when before it, or half a day behind."""
    start = context.start.astimezone(context.zone)
    hours = {clock.hour} if clock.exact or clock.hour > 12 else {clock.hour % 24, (clock.hour + 12) % 24}
    found = []
    for hour in hours:
        for days in (0, 1):
            day = (start + timedelta(days=days)).date()
            said = datetime(day.year, day.month, day.day, hour, clock.minute, tzinfo=context.zone)
            since = said.timestamp() - start.replace(second=0, microsecond=0).timestamp()
            if 0 <= since < _FAR.total_seconds():
                found.append(int(since // 60))
    return min(found, default=None)
