"""Dates in their rarer writings: from one day to another, the day in words, East Asian ones, and a month alone."""

import re
from collections.abc import Iterator

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.default_words import default_words
from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.deidentify.looks import Look
from hospitality_desk.domain.deidentify.number_words import ORDINALS
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.deidentify.time_patterns import DAY, MONTH, date_of, day_words
from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.words import word_set
from hospitality_desk.words import _

_ORDINAL = "(?P<{}>" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r")\b"
_TO = r"\s?(?:-|/|&|to|till|until|and|or|bis|a|al|au)\s?(?:the\s)?"
_RANGE = re.compile(
    rf"(?<![\w.:/-])(?P<t1>{DAY.format('d1')}){_TO}(?P<t2>{DAY.format('d2')}\s?-?(?:of\s|de\s)?{MONTH.format('m1')})"
    rf"|(?<!\w)(?P<t3>{MONTH.format('m2')}\s?(?:the\s)?{DAY.format('d3')}){_TO}(?P<t4>{DAY.format('d4')})"
    r"(?![\w:/-]|\.\d|\s?(?:am|pm|people|guests|minutes|min)\b)"
)
_LISTED = re.compile(r"(?<![\w.:/-])(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,\s){1,8}\Z")
_LISTED_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_LONGEST_LIST = 48
_SPELLED = re.compile(
    rf"(?<!\w)(?:the\s)?{_ORDINAL.format('d1')}\s(?:day\s)?(?:of\s)?{MONTH.format('m1')}"
    rf"|(?<!\w){MONTH.format('m2')}\s(?:the\s)?{_ORDINAL.format('d2')}"
)
_EASTERN = re.compile(
    r"(?:(?P<y>\d{4})\s?[年년]\s?)?(?<!\d)(?P<m>0?[1-9]|1[0-2])\s?[月월]\s?(?P<d>0?[1-9]|[12]\d|3[01])\s?[日号號일]"
)
_ALONE = re.compile(
    r"(?<![\w@#.'])(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?![\w@]|\.\w)"
)
_LEADS = word_set(
    "in since last this next of until till by before after from during early late mid through to every each"
)
_WORDS_TOO = frozenset(["may", "march", "august"])
_NAMES_TOO = frozenset(["april", "may", "june", "august"])
_AFTER_MAY = frozenset(
    ["i", "we", "you", "he", "she", "they", "it", "the", "be", "there", "god", "all", "this", "that"]
)
_DOING = ENGLISH.name_verbs - frozenset(["is", "was", "has", "had", "isn't", "hasn't", "came", "went"])


def written_looks(seen: SeenText, context: Context | None) -> Iterator[Look]:
    """Yield each end of what goes from one day to another, days in words and East Asian dates, all sure."""
    folded = seen.line.folded
    for found in _RANGE.finditer(folded):
        month = found["m1"] or found["m2"]
        if _is_shy(seen, found.start("m1" if found["m1"] else "m2"), month):
            continue
        for listed in _LISTED.finditer(folded, max(0, found.start() - _LONGEST_LIST), found.start()):
            for one in _LISTED_DAY.finditer(listed.group()):
                words = day_words(date_of(None, month, one[1], context), context)
                yield _date(listed.start() + one.start(), listed.start() + one.end(), words, sure=True)
        for end, of in (("t1", "d1"), ("t2", "d2"), ("t3", "d3"), ("t4", "d4")):
            if found[end]:
                words = day_words(date_of(None, month, found[of], context), context)
                yield _date(*_trimmed(found, end), words, sure=True)
    for found in _SPELLED.finditer(folded):
        month, day = found["m1"] or found["m2"], str(ORDINALS[found["d1"] or found["d2"]])
        begin = found.start("m1" if found["m1"] else "m2")
        if not _is_shy(seen, begin, month):
            is_doubtful = month in _WORDS_TOO and seen.opens_sentence(seen.word_at(begin))
            words = day_words(date_of(None, month, day, context), context)
            yield _date(*_trimmed(found, 0), words, sure=not is_doubtful)
    for found in _EASTERN.finditer(folded) if not folded.isascii() else ():
        yield _date(*found.span(), day_words(date_of(found["y"], found["m"], found["d"], context), context), sure=True)


def month_looks(seen: SeenText) -> Iterator[Look]:
    """Yield months that stand alone, as questions: any with a capital, and small ones behind "in" or "since"."""
    line = seen.line
    for found in _ALONE.finditer(line.folded):
        at, month = seen.word_at(found.start()), found.group()
        before, following = line.word(at - 1), line.word(at + 1)
        is_led = before in _LEADS or (before == "-" and line.word(at - 2) == "mid")
        if not _is_month(seen, at, month, is_led=is_led):
            continue
        if before in ENGLISH.titles:
            continue
        is_named = before in ("named", "called") or "name" in line.words[max(0, at - 2) : at]
        is_somebody = month in _NAMES_TOO and not is_led and (is_named or following in _DOING)
        sort = FindType.NAME if is_somebody else FindType.DATE
        yield Look(*found.span(), sort, default_words(sort) if is_somebody else _("one month"), sure=False)


def _is_month(seen: SeenText, at: int, month: str, *, is_led: bool) -> bool:
    line = seen.line
    if not line.is_capital(at) or seen.is_shouted:
        return (is_led or seen.is_shouted) and month not in _WORDS_TOO
    if month not in _WORDS_TOO or is_led or not seen.opens_sentence(at):
        return True
    return line.word(at + 1) not in _AFTER_MAY


def _is_shy(seen: SeenText, begin: int, month: str) -> bool:
    """Tell whether a month that is another word too has no capital."""
    return month in ENGLISH.shy_dates and not seen.line.plain[begin].isupper()


def _trimmed(found: re.Match[str], group: str | int) -> tuple[int, int]:
    return found.start(group), found.start(group) + len(found[group].rstrip(" .-,"))


def _date(start: int, end: int, words: str, *, sure: bool) -> Look:
    return Look(start, end, FindType.DATE, words, sure)
