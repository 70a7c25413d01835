"""Reads one clock time that starts at a given word: "half past seven", "1:40 pm", "mid-afternoon"."""

from dataclasses import dataclass, replace

from hospitality_desk.domain.quick_line.text import LineText
from hospitality_desk.domain.quick_line.words import LineWords

_CURRENCY = frozenset(["$", "€", "£", "¥", "₹", "%", "°"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRead:
    """A clock time as said."""

    after: int
    """Number of the first word behind it."""
    hour: int
    minute: int = 0
    second: int = 0
    exact: bool = False
    """Morning or evening is settled: said, or written in 24 hours."""
    alone: bool = False
    """A time whatever stands before it; else it needs a word like "at"."""


def read_number(line: LineText, at: int, words: LineWords) -> tuple[int, int] | None:
    """Read a whole number of at most four digits, or a number word below 100: value and the word behind it."""
    word = line.word(at)
    if not word:
        return None
    if word.isdecimal():
        return (int(word), at + 1) if len(word) <= 4 else None
    if word in words.ones:
        return words.ones[word], at + 1
    if word in words.tens:
        dash = line.word(at + 1) in ("-", "and")
        unit = words.ones.get(line.word(at + 1 + dash), 0)
        return (words.tens[word] + unit, at + 2 + dash) if 0 < unit < 10 else (words.tens[word], at + 1)
    if word in words.articles and line.word(at + 1) in words.dozen:
        return words.dozen[line.word(at + 1)], at + 2
    return (words.dozen[word], at + 1) if word in words.dozen else None


def read_clock(line: LineText, at: int, words: LineWords) -> ClockRead | None:
    """Read a clock time that starts at this word, with its "pm" or "in the evening"."""
    clock = _past_or_to(line, at, words) or _named(line, at, words) or _hour(line, at, words)
    return _with_part_of_day(line, clock, words) if clock else None


def read_meridiem(line: LineText, at: int, words: LineWords) -> tuple[str, int] | None:
    """Read "pm", "p.m.", "p m": which, and the word behind it."""
    word = line.word(at)
    if word not in words.meridiem:
        return None
    if len(word) > 1:
        return words.meridiem[word], at + 1
    dot = line.word(at + 1) == "." and line.glued(at)
    if line.word(at + 1 + dot) != "m":
        return None
    after = at + 2 + dot
    final_dot = dot and line.word(after) == "." and line.glued(after - 1)
    return words.meridiem[word], after + final_dot


def starts_inside(line: LineText, at: int) -> bool:
    """Say whether a number is only the end of something longer: 555-0147, 3.40, $12, t12."""
    if at == 0 or not line.glued(at - 1):
        return False
    before = line.word(at - 1)
    if before == "t" and line.glued(at - 2) and line.is_number(at - 2):
        return False
    return before in _CURRENCY or before[-1].isalpha() or (before in "-./:+#'_" and line.is_number(at - 2))


def goes_on(line: LineText, after: int) -> bool:
    """Say whether something longer goes on behind a number: 12-, 12/3, 12%, 12a, 12.5."""
    following = line.word(after)
    if following in _CURRENCY or (following == "/" and line.glued(after - 1)):
        return True
    if not line.glued(after - 1):
        return False
    return following[:1].isalpha() or (following in "-./:,'_" and line.is_number(after + 1) and line.glued(after))


def _past_or_to(line: LineText, at: int, words: LineWords) -> ClockRead | None:
    """Half past seven, a quarter to 8, 20 min past eight, three quarters past 9pm."""
    start = at + (line.word(at) in words.articles)
    minutes, after, sure = 0, start + 1, True
    if line.word(start) in words.half:
        minutes = 30
        if line.word(after) not in words.past:
            hour = _hour(line, after, words)
            return replace(hour, minute=30, alone=False) if hour and not hour.minute and hour.hour <= 12 else None
    elif line.word(start) in words.quarter:
        minutes = 15
    else:
        number = read_number(line, start, words)
        if number is None or not 0 < number[0] < 60 or starts_inside(line, start):
            return None
        minutes, after = number
        if line.word(after) in words.quarter:
            minutes, after = minutes * 15, after + 1
        else:
            unit = words.units.get(line.word(after)) == 60
            after, sure = after + unit, unit or line.word(after) == "past"
    back = line.word(after) in words.to
    if not back and line.word(after) not in words.past:
        return None
    hour = _named(line, after + 1, words) or _hour(line, after + 1, words)
    if hour is None or minutes > 59:
        return None
    total = (hour.hour * 60 + hour.minute + (-minutes if back else minutes)) % 1440
    return replace(hour, hour=total // 60, minute=total % 60, alone=sure)


def _named(line: LineText, at: int, words: LineWords) -> ClockRead | None:
    """Noon, midnight, mid-afternoon."""
    word = line.word(at)
    if word in words.noon:
        return ClockRead(after=at + 1, hour=words.noon[word], exact=True, alone=True)
    if word == "mid":
        dash = line.word(at + 1) == "-"
        middle = words.middles.get(line.word(at + 1 + dash))
        return ClockRead(after=at + 2 + dash, hour=middle, exact=True, alone=True) if middle is not None else None
    if word.startswith("mid") and word[3:] in words.middles:
        return ClockRead(after=at + 1, hour=words.middles[word[3:]], exact=True, alone=True)
    return None


def _hour(line: LineText, at: int, words: LineWords) -> ClockRead | None:
    read = _digits(line, at, words) if line.is_number(at) else _spoken(line, at, words)
    if read is None:
        return None
    after = read.after
    if line.word(after) in words.oclock:
        return replace(read, after=after + 1, alone=True)
    dash = line.word(after) == "-" and line.glued(after - 1)
    if line.word(after + dash) in words.ish:
        return replace(read, after=after + 1 + dash, alone=True)
    meridiem = read_meridiem(line, after, words)
    if meridiem is None:
        return read if not goes_on(line, after) else None
    half, after = meridiem
    if not half:
        return replace(read, after=after, alone=True)
    hour = read.hour if read.hour > 12 else read.hour % 12 + (12 if half == "pm" else 0)
    return replace(read, after=after, hour=hour, exact=True, alone=True)


def _digits(line: LineText, at: int, words: LineWords) -> ClockRead | None:
    """7, 07:30, 7:56:30, 8.30, 7h01, 340pm, 1340."""
    if starts_inside(line, at):
        return None
    digits = line.word(at)
    if len(digits) > 2:
        hour, minute = int(digits[:-2][:3]), int(digits[-2:])
        said = read_meridiem(line, at + 1, words) is not None
        if len(digits) > 4 or hour > 23 or minute > 59 or (len(digits) == 3 and not said):
            return None
        return ClockRead(after=at + 1, hour=hour, minute=minute, exact=not said)
    hour, minute, second, after, alone = int(digits), 0, 0, at + 1, False
    mark, minutes = line.word(at + 1), line.word(at + 2)
    close = line.glued(at) and line.glued(at + 1)
    if len(minutes) == 2 and minutes.isdecimal() and (mark == "h" or (close and mark in (":", "."))):
        minute, after, alone = int(minutes), at + 3, mark == ":"
        if mark == "." and line.word(after) == "." and line.glued(after - 1) and line.is_number(after + 1):
            return None
        if mark == ":" and line.word(after) == ":" and len(line.word(after + 1)) == 2 and line.is_number(after + 1):
            second, after = int(line.word(after + 1)), after + 2
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return None
    exact = hour > 12 or hour == 0 or (digits[0] == "0" and after > at + 1)
    return ClockRead(after=after, hour=hour % 24, minute=minute, second=second, exact=exact, alone=alone)


def _spoken(line: LineText, at: int, words: LineWords) -> ClockRead | None:
    """Seven, eight forty, ten forty five."""
    hour = words.ones.get(line.word(at))
    if hour is None:
        return None
    minutes = read_number(line, at + 1, words)
    if minutes and not line.is_number(at + 1) and line.word(at + 1) not in words.dozen and minutes[0] < 60:
        return ClockRead(after=minutes[1], hour=hour, minute=minutes[0], exact=hour > 12, alone=minutes[0] > 9)
    return ClockRead(after=at + 1, hour=hour, exact=hour > 12)


def _with_part_of_day(line: LineText, clock: ClockRead, words: LineWords) -> ClockRead:
    """Take in "in the morning", "at night", "lunchtime" behind a clock time."""
    after = clock.after
    lead = line.word(after) in ("in", "at", "of")
    article = lead and line.word(after + 1) in ("the", "a")
    at = after + lead + article
    word = line.word(at)
    if clock.hour == 12 and word in words.noon and not lead:
        return replace(clock, after=at + 1, hour=words.noon[word], exact=True, alone=True)
    part = words.parts_of_day.get(word)
    direct = clock.alone or (word.endswith(("night", "time")) and word != "night")
    if part is None or (not lead and not direct) or line.word(at + 1) == "at":
        return clock
    return replace(clock, after=at + 1, hour=hour_in_part(clock.hour, part), exact=True, alone=True)


def hour_in_part(hour: int, part: str) -> int:
    """Settle an hour by the part of the day said with it: 8 at night is 20, 1 at lunchtime is 13."""
    if hour > 12 or hour == 0:
        return hour
    if part == "am":
        return hour % 12
    if part in ("pm", "evening"):
        return hour % 12 + 12
    if part == "lunch":
        return hour + 12 if hour < 5 else hour
    return hour % 12 if hour == 12 or hour < 5 else hour + 12
