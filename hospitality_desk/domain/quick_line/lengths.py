"""Reads a length of time that starts at a given word: "20 min", "half an hour", "1 h 30", "two and a half hours"."""

from datetime import timedelta

from hospitality_desk.domain.quick_line.clocks import read_number, starts_inside
from hospitality_desk.domain.quick_line.text import LineText
from hospitality_desk.domain.quick_line.words import LineWords

_LONGEST = 366 * 86400


def read_length(line: LineText, at: int, words: LineWords) -> tuple[timedelta, int] | None:
    """Read a length of at most a year, with all its pieces: the length and the word behind it."""
    first = _piece(line, at, words)
    if first is None:
        return None
    seconds, unit, after = first
    for _more in range(3):
        joined = after + (line.word(after) == "and")
        number = read_number(line, after, words)
        if unit == 3600 and number and line.is_number(after) and line.glued(after - 1) and number[0] < 60:
            seconds, after = seconds + number[0] * 60, number[1]
            if line.glued(after - 1) and words.units.get(line.word(after)) == 60:
                after += 1
            break
        piece = _piece(line, joined, words)
        if piece is None or piece[1] >= unit:
            break
        seconds, unit, after = seconds + piece[0], piece[1], piece[2]
    return (timedelta(seconds=seconds), after) if seconds <= _LONGEST else None


def _unit(line: LineText, at: int, words: LineWords) -> int | None:
    """Seconds of the unit at this word; a single letter must stand right at its number ("20m", "3 h")."""
    word = line.word(at)
    seconds = words.units.get(word)
    if seconds is None or len(word) > 1 or line.glued(at - 1):
        return seconds
    return seconds if word == "h" and line.is_number(at - 1) else None


def _piece(line: LineText, at: int, words: LineWords) -> tuple[float, int, int] | None:
    """One number and its unit: seconds, the unit's seconds, the word behind."""
    word = line.word(at)
    if word in words.half:
        article = line.word(at + 1) in words.articles or line.word(at + 1) == "-"
        unit = words.units.get(line.word(at + 1 + article))
        return (unit / 2, unit, at + 2 + article) if unit and unit >= 60 else None
    if word in words.articles or word in words.another:
        return _counted(line, at, words)
    if word in words.few:
        return _of_units(line, at, 2, words)
    if word in words.quarter:
        return _of_units(line, at, 0.25, words)
    number = read_number(line, at, words)
    if number is None or starts_inside(line, at):
        return None
    value: float = number[0]
    after = number[1]
    if line.word(after) in words.quarter:
        return _of_units(line, after, value / 4, words)
    if line.word(after) == "." and line.glued(after - 1) and line.glued(after) and line.is_number(after + 1):
        value, after = float(f"{number[0]}.{line.word(after + 1)[:3]}"), after + 2
    elif line.word(after) == "and" and line.word(after + 1) in words.articles and line.word(after + 2) in words.half:
        value, after = value + 0.5, after + 3
    after += line.word(after) == "-" and line.glued(after)
    unit = _unit(line, after, words)
    return _and_a_half(line, value * unit, unit, after + 1, words) if unit else None


def _counted(line: LineText, at: int, words: LineWords) -> tuple[float, int, int] | None:
    """An hour, another week, a quarter of an hour, a half hour, a couple of minutes."""
    following = line.word(at + 1)
    if following in words.half or following in words.quarter or following in words.few:
        return _piece(line, at + 1, words)
    unit = words.units.get(following) if len(following) > 1 else None
    return _and_a_half(line, unit, unit, at + 2, words) if unit else None


def _and_a_half(line: LineText, seconds: float, unit: int, after: int, words: LineWords) -> tuple[float, int, int]:
    if line.word(after) == "and":
        article = line.word(after + 1) in words.articles
        half = after + 1 + article
        if line.word(half) in words.half and line.word(half + 1) not in words.articles:
            return seconds + unit / 2, unit, half + 1
    return seconds, unit, after


def _of_units(line: LineText, at: int, count: float, words: LineWords) -> tuple[float, int, int] | None:
    """The rest of "couple of minutes", "quarter of an hour", "quarter hour"."""
    of = line.word(at + 1) == "of"
    article = line.word(at + 1 + of) in words.articles
    unit = words.units.get(line.word(at + 1 + of + article))
    return (count * unit, unit, at + 2 + of + article) if unit else None
