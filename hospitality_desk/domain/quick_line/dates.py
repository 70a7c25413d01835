"""Reads a day that starts at a given word: today, last Friday, 4th of May, 2026-05-04, tomorrow morning."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hospitality_desk.domain.quick_line.clocks import starts_inside
from hospitality_desk.domain.quick_line.text import LineText
from hospitality_desk.domain.quick_line.words import LineWords

_ORDINALS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRead:
    """A day as said; "Friday" is two days until we know whether it was or will be."""

    after: int
    """Number of the first word behind it."""
    past: date | None
    future: date | None
    part: str | None = None
    """am, pm or night, where "tomorrow morning" or "tonight" said so."""


def read_day(line: LineText, at: int, today: date, words: LineWords) -> DayRead | None:
    """Read a day; `today` is the day in the house. Days the calendar does not have are none."""
    try:
        day = _near_day(line, at, today, words) or _weekday(line, at, today, words) or _date(line, at, today, words)
    except OverflowError:
        return None
    if day is None or day.part is not None:
        return day
    part = words.parts_of_day.get(line.word(day.after))
    return replace(day, after=day.after + 1, part=part) if part else day


def _near_day(line: LineText, at: int, today: date, words: LineWords) -> DayRead | None:
    word = line.word(at)
    if word in words.days:
        day = today + timedelta(days=words.days[word])
        return DayRead(after=at + 1, past=day, future=day, part="night" if word == "tonight" else None)
    part = words.parts_of_day.get(line.word(at + 1))
    if part and word == "this":
        return DayRead(after=at + 2, past=today, future=today, part=part)
    if part and word == "last":
        day = today - timedelta(days=1)
        return DayRead(after=at + 2, past=day, future=None, part=part)
    return None


def _weekday(line: LineText, at: int, today: date, words: LineWords) -> DayRead | None:
    lead = line.word(at) if line.word(at) in words.day_leads else ""
    named = at + bool(lead)
    article = bool(lead) and line.word(named) == "the"
    named += article
    word = line.word(named)
    weekday = words.weekdays.get(word)
    if weekday is None or (not lead and not _is_plainly_a_date(line, named, words)):
        return None
    dot = line.word(named + 1) == "." and line.glued(named) and len(word) < 6
    past = today - timedelta(days=(today.weekday() - weekday) % 7)
    future = today + timedelta(days=(weekday - today.weekday()) % 7)
    if lead == "last":
        past = past - timedelta(days=7) if past == today else past
        return DayRead(after=named + 1 + dot, past=past, future=None)
    if lead == "next":
        monday = today - timedelta(days=today.weekday())
        return DayRead(after=named + 1 + dot, past=None, future=monday + timedelta(days=7 + weekday))
    following = _date(line, named + 1 + dot + (line.word(named + 1 + dot) == ","), today, words)
    return following or DayRead(after=named + 1 + dot, past=past, future=future)


def _is_plainly_a_date(line: LineText, at: int, words: LineWords) -> bool:
    if line.word(at) not in words.shy_dates:
        return True
    return line.is_capital(at) and (not line.is_capital(at + 1) or line.word(at + 1) in words.months)


def _date(line: LineText, at: int, today: date, words: LineWords) -> DayRead | None:
    word = line.word(at)
    if word.isdecimal():
        if len(word) == 4:
            return _iso_date(line, at)
        if len(word) > 2 or starts_inside(line, at):
            return None
        month_at = _after_ordinal(line, at + 1)
        month_at += line.word(month_at) == "of"
        month_at += line.word(month_at) == "." and line.word(month_at + 1) in words.months
        month = words.months.get(line.word(month_at))
        return _dated(line, month_at + 1, today, month, int(word)) if month else None
    month = words.months.get(word)
    if month is None:
        return None
    dot = line.word(at + 1) == "." and line.glued(at)
    the = line.word(at + 1 + dot) == "the"
    number = line.word(at + 1 + dot + the)
    if not number.isdecimal() or len(number) > 2 or not _is_plainly_a_date(line, at, words):
        return None
    day_at = at + 1 + dot + the
    if line.glued(day_at) and line.word(day_at + 1) == ":":
        return None
    return _dated(line, _after_ordinal(line, day_at + 1), today, month, int(number))


def _after_ordinal(line: LineText, at: int) -> int:
    return at + (line.word(at) in _ORDINALS and line.glued(at - 1))


def _iso_date(line: LineText, at: int) -> DayRead | None:
    pieces = [line.word(at + step) for step in range(5)]
    close = all(line.glued(at + step) for step in range(4))
    if not close or pieces[1] != "-" or pieces[3] != "-" or not (pieces[2] + pieces[4]).isdecimal():
        return None
    if len(pieces[2]) > 2 or len(pieces[4]) > 2:
        return None
    try:
        day = date(int(pieces[0]), int(pieces[2]), int(pieces[4]))
    except ValueError:
        return None
    return DayRead(after=at + 5, past=day, future=day)


def _dated(line: LineText, after: int, today: date, month: int, day: int) -> DayRead | None:
    dot = line.word(after) == "." and line.glued(after - 1)
    comma = line.word(after + dot) == ","
    year = line.word(after + dot + comma)
    try:
        if (
            len(year) == 4
            and year.isdecimal()
            and 1900 <= int(year) <= 2200
            and line.word(after + dot + comma + 1) != ":"
        ):
            said = date(int(year), month, day)
            return DayRead(after=after + dot + comma + 1, past=said, future=said)
        this_year = date(today.year, month, day)
        if this_year >= today:
            last_year = date(today.year - 1, month, day)
            return DayRead(after=after, past=this_year if this_year == today else last_year, future=this_year)
        return DayRead(after=after, past=this_year, future=date(today.year + 1, month, day))
    except ValueError:
        return None
