"""Finds the times said inside a line: clock times, days, "in 20 minutes", "half an hour ago"."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hospitality_desk.domain.quick_line.clocks import ClockRead, hour_in_part, read_clock
from hospitality_desk.domain.quick_line.dates import DayRead, read_day
from hospitality_desk.domain.quick_line.lengths import read_length
from hospitality_desk.domain.quick_line.moments import Here, TimeSort, TimeSpan, moved, settled
from hospitality_desk.domain.quick_line.text import LineText, phrase_at, read_text
from hospitality_desk.domain.quick_line.words import LineWords

__all__ = ["TimeSort", "TimeSpan", "find_times", "times_in"]

_MOST = 60
_MOST_TRIED = 600
"""Times found, and words tried, in one line: far beyond what is written by hand."""


def find_times(text: str, now: datetime, zone: ZoneInfo, words: LineWords) -> tuple[TimeSpan, ...]:
    """Find every time said in a text, in order, none overlapping; `now` is aware."""
    return times_in(read_text(text), now, zone, words)


def times_in(line: LineText, now: datetime, zone: ZoneInfo, words: LineWords) -> tuple[TimeSpan, ...]:
    """Find the times in a line already cut into words."""
    starters = _starters(words)
    here = Here(now=now, zone=zone, words=words)
    found: list[TimeSpan] = []
    after = 0
    tried = [at for at, word in enumerate(line.words) if word in starters or word[0].isdecimal()][:_MOST_TRIED]
    for at in tried:
        if at < after:
            continue
        span = _time_at(line, at, here)
        if span is not None:
            found.append(span)
            after = span.after
            if len(found) == _MOST:
                break
    return tuple(found)


@cache
def _starters(words: LineWords) -> frozenset[str]:
    """Every word a time can start with, digits aside."""
    return frozenset().union(
        *(words.ones, words.tens, words.dozen, words.half, words.quarter, words.noon, words.parts_of_day),
        *(words.weekdays, words.months, words.days, words.day_leads, words.ahead_before, words.articles),
        *(words.few, words.another, words.day_ends, ["mid"], ["mid" + middle for middle in words.middles]),
    )


def _time_at(line: LineText, at: int, here: Here) -> TimeSpan | None:
    words = here.words
    if line.word(at) in words.ahead_before:
        return _ahead(line, at, here) or _part_then_clock(line, at, here)
    day = read_day(line, at, here.today, words)
    if day is not None:
        return _day_then_clock(line, at, day, here)
    if line.word(at) in words.day_ends:
        return _end_of_day(line, at, here)
    length = read_length(line, at, words)
    clock = None if length and not _may_be_clock(line, at, length[1], words) else read_clock(line, at, words)
    if length is not None and not (clock and (clock.alone or line.word(at - 1) == "at")):
        return _length_said(line, at, length, here)
    if clock is None:
        return _part_then_clock(line, at, here)
    return _clock_then_day(line, at, clock, here) if clock.alone or _is_led(line, at, clock, here) else None


def _may_be_clock(line: LineText, at: int, after: int, words: LineWords) -> bool:
    """Say whether a length may be the start of a clock time: "20 min past 8", "at 7h01"."""
    return line.word(after) in words.past or line.word(after) in words.to or line.word(at - 1) == "at"


def _end_of_day(line: LineText, at: int, here: Here) -> TimeSpan | None:
    """End of the day, end of tomorrow, EOD: its last minute."""
    words = here.words
    if words.day_ends[line.word(at)]:
        day: DayRead | None = DayRead(after=at + 1, past=here.today, future=here.today)
    elif line.word(at + 1) == "of":
        day_at = at + 2 + (line.word(at + 2) == "the")
        whole = words.units.get(line.word(day_at)) == 86400
        today = DayRead(after=day_at + 1, past=here.today, future=here.today)
        day = today if whole else read_day(line, day_at, here.today, words)
    else:
        day = None
    if day is None:
        return None
    last_minute = ClockRead(after=day.after, hour=23, minute=59, second=59, exact=True)
    return settled(_span(line, at, day.after, TimeSort.DAY), last_minute, day, here)


def _span(line: LineText, first: int, after: int, sort: TimeSort) -> TimeSpan:
    start, end = line.span(first, after)
    return TimeSpan(start=start, end=end, first=first, after=after, sort=sort)


def _ahead(line: LineText, at: int, here: Here) -> TimeSpan | None:
    """In 20 minutes, within the hour, in less than an hour."""
    words = here.words
    start = at + 1
    if line.word(start) in words.abouts or line.word(start) == "the":
        start += 1
    elif line.word(start + 1) == "than":
        start += 2
    if line.word(start - 1) == "the":
        unit = words.units.get(line.word(start))
        length = (timedelta(seconds=unit), start + 1) if unit == 3600 else None
    else:
        length = read_length(line, start, words)
    if length is None:
        return None
    span = _span(line, at, length[1], TimeSort.AHEAD)
    return replace(span, length=length[0], next=moved(here.now, length[0]))


def _length_said(line: LineText, at: int, length: tuple[timedelta, int], here: Here) -> TimeSpan:
    """20 min ago, 20 min from now, or only 20 min."""
    long, after = length
    ago = phrase_at(line, after, here.words.ago)
    if ago:
        span = _span(line, at, after + ago, TimeSort.AGO)
        return replace(span, length=long, last=moved(here.now, -long))
    ahead = phrase_at(line, after, here.words.ahead_after)
    if ahead:
        span = _span(line, at, after + ahead, TimeSort.AHEAD)
        return replace(span, length=long, next=moved(here.now, long))
    return replace(_span(line, at, after, TimeSort.LENGTH), length=long)


def _day_then_clock(line: LineText, at: int, day: DayRead, here: Here) -> TimeSpan:
    """Tomorrow morning at 7, yesterday 9pm, tonight; a day alone is a day."""
    words = here.words
    start, cue = day.after, ""
    while start < day.after + 3 and (
        line.word(start) in (",", "-", "the", "t", "for") or line.word(start) in words.clock_leads
    ):
        if line.word(start) in words.clock_leads and line.word(start) not in words.abouts:
            cue = line.word(start)
        start += 1
    clock = read_clock(line, start, words)
    if clock is not None and (clock.alone or cue or day.part) and not (cue == "" and _counts(line, clock, here)):
        if day.part and not clock.exact:
            clock = replace(clock, hour=hour_in_part(clock.hour, day.part), exact=True)
        if line.word(start - 1) == "t" and line.glued(start - 1):
            clock = replace(clock, exact=True)
        span = _span(line, at, clock.after, TimeSort.CLOCK)
        return settled(replace(span, cue=cue), clock, day, here)
    hour = words.hour_of_part[day.part] if day.part else 12
    guess = ClockRead(after=day.after, hour=hour, exact=True)
    span = settled(_span(line, at, day.after, TimeSort.DAY), guess, day, here)
    return replace(span, clock=None, exact=day.part is not None)


def _counts(line: LineText, clock: ClockRead, here: Here) -> bool:
    """Say whether a bare number behind a day may count something: "today 4 guests"."""
    return not clock.alone and bool(line.word(clock.after)) and line.word(clock.after) not in here.words.after_for


def _clock_then_day(line: LineText, at: int, clock: ClockRead, here: Here) -> TimeSpan:
    """8pm on Friday, 9pm yesterday, 7:00 this evening; or the clock time alone."""
    comma = line.word(clock.after) in (",", "-")
    day_at = clock.after + comma
    day_at += line.word(day_at) == "on" and line.word(day_at + 1) in here.words.day_leads
    day = None if line.word(day_at) == "by" else read_day(line, day_at, here.today, here.words)
    if day is None:
        return settled(_span(line, at, clock.after, TimeSort.CLOCK), clock, None, here)
    if day.part and not clock.exact:
        clock = replace(clock, hour=hour_in_part(clock.hour, day.part), exact=True)
    return settled(_span(line, at, day.after, TimeSort.CLOCK), clock, day, here)


def _part_then_clock(line: LineText, at: int, here: Here) -> TimeSpan | None:
    """In the afternoon at 7, afternoon 7:00, at lunchtime 11 o'clock."""
    words = here.words
    lead = line.word(at) in words.ahead_before
    part_at = at + (2 if lead and line.word(at + 1) == "the" else 0)
    part = words.parts_of_day.get(line.word(part_at))
    if part is None:
        return None
    led = line.word(part_at + 1) in words.clock_leads
    clock = read_clock(line, part_at + 1 + led, words)
    if clock is None or not (clock.alone or led or lead):
        return None
    if not clock.exact:
        clock = replace(clock, hour=hour_in_part(clock.hour, part), exact=True)
    return settled(_span(line, at, clock.after, TimeSort.CLOCK), clock, None, here)


def _is_led(line: LineText, at: int, clock: ClockRead, here: Here) -> bool:
    """Say whether a bare hour is one: "at 7" is, "at 7 tables" is not."""
    words = here.words
    before = at - 1
    while before > at - 3 and line.word(before) in words.abouts:
        before -= 1
    following = line.word(clock.after)
    closed = (
        clock.after > at + 1
        or not following
        or not following[0].isalnum()
        or following in words.after_for
        or following in words.days
    )
    return closed and line.word(before) in words.clock_leads
