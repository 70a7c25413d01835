"""Clock times in their rarer writings: from one to another, "13:40hrs", "1:40p", "13 : 40", "kl. 13.40"."""

import re
from collections.abc import Iterator

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.deidentify.looks import Look
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.deidentify.time_patterns import LEADS, clock_words
from hospitality_desk.domain.quick_line.clocks import ClockRead

_RATIO = "\u2236"
_HOUR = r"(?:[01]?\d|2[0-4])"
_TIME = (
    rf"(?P<h{{0}}>{_HOUR})(?:(?P<k{{0}}>[:.{_RATIO}h])(?P<m{{0}}>[0-5]\d)(?::[0-5]\d)?)?"
    r"(?:\s?(?P<x{0}>[ap])(?:\.\s?m\b\.?|\s?m\b)|(?P<y{0}>[ap])\b|\s?(?P<z{0}>uhr|hrs?|hours|h)\b)?"
)
_FROM = frozenset(["from", "between", "von", "de", "open"])
_FREE = r"(?<![\w.,:/$€£-])"
_RANGE = re.compile(
    rf"{_FREE}(?P<t1>{_TIME.format(1)})(?P<to>\s?[-/~,;]\s?|\s(?:bis|to|till|until|and)\s)(?P<t2>{_TIME.format(2)})(?![\w/:%-]|[.,]\d)"
)
_ODD = re.compile(
    rf"{_FREE}(?:(?P<h1>{_HOUR})[:{_RATIO}](?P<m1>[0-5]\d)\s?(?:hrs?|hours|uhr|h|(?P<y>[ap])(?!\.?\s?m\b))\b"
    rf"|(?P<h2>{_HOUR}){_RATIO}(?P<m2>[0-5]\d)(?!\w)"
    rf"|(?P<h3>{_HOUR})(?:\s[:{_RATIO}]\s?|[:{_RATIO}]\s)(?P<m3>[0-5]\d)(?![\w:]|[.,]\d)"
    rf"|(?P<h4>[01]\d|2[0-4])(?P<m4>[0-5]\d)\s?(?:hrs|hours|uhr|h)\b"
    rf"|(?<=\bkl\s)(?P<h5>{_HOUR})(?:[.:](?P<m5>[0-5]\d))?(?!\w)|(?<=\bkl\.\s)(?P<h6>{_HOUR})(?:[.:](?P<m6>[0-5]\d))?(?!\w))"
)


def written_clocks(seen: SeenText, context: Context | None) -> Iterator[Look]:
    """Yield both ends of what goes from one time to another, then the odd writings."""
    folded = seen.line.folded
    for found in _RANGE.finditer(folded):
        for n in _ends_that_are_times(seen, found):
            yield Look(*found.span(f"t{n}"), FindType.TIME, clock_words(_end_of(found, n), context), sure=True)
    for found in _ODD.finditer(folded):
        hour = next(found[f"h{n}"] for n in range(1, 7) if found[f"h{n}"])
        minute = next((found[f"m{n}"] for n in range(1, 7) if found[f"m{n}"]), "0")
        clock = _clock(hour, minute, found["y"])
        is_sure = found["h3"] is None or int(hour) > 12 or seen.line.word(seen.word_at(found.start()) - 1) in LEADS
        yield Look(*found.span(), FindType.TIME, clock_words(clock, context), sure=is_sure)


def _ends_that_are_times(seen: SeenText, found: re.Match[str]) -> str:
    """Return which of two numbers with a line between are times, "12", "1" or "": one at least must look so."""
    first, second = (found[f"k{n}"] in (":", _RATIO, "h") for n in "12")
    if (found["y1"] and not found["k1"]) or (found["y2"] and not found["k2"]):
        return ""
    if first and second:
        return "12"
    between = found["to"].strip()
    if between in ("/", ",", ";"):
        return ""
    if between not in ("-", "~", "bis") and seen.line.word(seen.word_at(found.start()) - 1) not in _FROM:
        return ""
    if any(found[f"{said}{n}"] for said in "xyz" for n in "12") or (second and found["k1"] is None):
        return "12"
    if first and found["k2"] is None:
        is_counted = seen.line.plain[found.end() : found.end() + 9].lstrip(" ")[:1].isalpha()
        return "1" if is_counted else "12"
    return ""


def _end_of(found: re.Match[str], n: str) -> ClockRead:
    """Return one end; the first of "7-9pm" is in the same half of the day, unless it would come after the second."""
    half = found[f"x{n}"] or found[f"y{n}"]
    if n == "1" and half is None:
        half = found["x2"] or found["y2"]
        if half is not None and int(found["h1"]) % 12 > int(found["h2"]) % 12:
            half = "a" if half == "p" else "p"
    return _clock(found[f"h{n}"], found[f"m{n}"] or "0", half)


def _clock(hour: str, minute: str, half: str | None) -> ClockRead:
    said = int(hour) % 24
    if half is not None and said <= 12:
        said = said % 12 + (12 if half == "p" else 0)
    exact = half is not None or int(hour) > 12 or hour[0] == "0"
    return ClockRead(after=0, hour=said, minute=int(minute), exact=exact)
