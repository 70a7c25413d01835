"""What is made of digits and signs: addresses of the net, phones, cards, accounts, plates, ages, sums, long numbers."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hospitality_desk.domain.deidentify.default_words import default_words, place_words
from hospitality_desk.domain.deidentify.digit_groups import Group, digit_groups, runs_of
from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.deidentify.known_places import places_seen
from hospitality_desk.domain.deidentify.looks import Look
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.quick_line.digits import PHONE_LIKE, SHORTEST
from hospitality_desk.domain.quick_line.parts import LineContext
from hospitality_desk.domain.quick_line.phones import find_phones
from hospitality_desk.domain.quick_line.text import read_text
from hospitality_desk.words import N_, _

_ENDS = (
    r"com|org|net|info|biz|io|eu|uk|de|at|ch|es|fr|it|nl|be|pt|ie|us|ca|au|nz|pl|se|no|dk|fi|cz|hu|gr|jp|cn|in|br|mx|"
    r"app|dev|me|tv|hotel|restaurant|menu|online|site|shop|club"
)
_LINK = re.compile(
    rf"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"']{{1,2000}}|(?<![\w@.])(?:[\w-]{{1,63}}\.){{1,4}}(?:{_ENDS})\b(?:/[^\s<>\"']{{0,500}})?(?![\w@])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,6}[\w-]{2,24}")
_SPOKEN_EMAIL = re.compile(
    r"\b[\w-]{1,40}(?:(?:\.|\s(?:dot|punkt)\s)[\w-]{1,40}){0,4}\s?[(\[]?\b(?:at|arroba)\b[)\]]?\s?"
    r"[\w-]{1,40}\s?[(\[]?\b(?:dot|punkt|punto)\b[)\]]?\s?[a-z]{2,10}\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./])@[^\W\d]\w{2,30}(?!\w)(?!\.\w)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)", re.IGNORECASE)
_CARD = re.compile(r"(?<![\w.])\d(?:[ .\-/\u2010-\u2015]{0,2}\d){12,18}(?!\d)")
_MASKED = re.compile(r"(?:•[ .\-/]{0,2}){6,}(?:\d[ .\-/]{0,2}){0,5}\d?(?!\w)")
"""A card as the text gate leaves it."""
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[A-Z]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?"
    r"|\d{1,4}[ -]?[A-Z]{3}(?:[ -]?\d{1,3})?"
    r"|\d[A-Z]\d{2}|[A-Z]{3}[ -]?\d{3,4}|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}|[A-Z]{1,2}\d{1,4}[ -]?[A-Z]{2,3})(?![\w-])"
)
_STREET = (
    r"(?:street|str|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|square|sq|court|ct|terrace|close|way|place|pl|"
    r"crescent|gardens|row|highway|hwy|parkway|pkwy|mews|quay)"
)
_ADDRESS = re.compile(
    rf"(?<![\w.])\d{{1,5}}[a-z]?,?\s(?:(?:[NSEW]\.?|[^\W\d_][\w'.-]{{0,30}})\s){{1,4}}{_STREET}\b\.?(?!\s(?:of|to)\b)"
    r"|(?<!\w)(?:calle|avenida|plaza|rue|avenue|via|viale|piazza|rua|ulica|ul)\.?\s(?:[^\W\d_][\w'.-]{0,30},?\s){1,4}\d{1,4}[a-z]?\b"
    r"|(?<![\w.])\d{1,4}(?:\s(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|via|piazza|calle)\s(?:[^\W\d_][\w'.-]{0,30}\s?){1,4}"
    r"|(?<!\w)[^\W\d_][\w'.-]{1,30}(?:strasse|straße|str\.|gasse|weg|platz|allee|straat|laan|plein)\s\d{1,4}[a-z]?\b"
    r"|(?<!\w)(?:p\.?\s?o\.?\s?box|apt\.?|apartment|postfach)\s?#?\d{1,6}\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,3}|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_AGES = (
    (re.compile(rf"\b(?:aged|at the age of|age of|age)\s{_NUMBER}\b", re.IGNORECASE), N_("of a certain age")),
    (
        re.compile(rf"\b{_NUMBER}(?:\s|-)years?(?:\s|-)old\b|\b\d{{1,3}}\s?y/?o\b", re.IGNORECASE),
        N_("of a certain age"),
    ),
    (re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\s(?=(?:wedding\s)?(?:birthday|anniversary|jubilee)\b)", re.IGNORECASE), ""),
    (
        re.compile(r"(?<=\bturning )\d{1,3}\b(?!\s?(?:am|pm|:))|(?<=\bturned )\d{2,3}\b(?!:)", re.IGNORECASE),
        N_("a year older"),
    ),
)
_MONEY = re.compile(
    r"(?<!\w)(?:[$€£¥₹₽₺₩]|(?:US|A|C)\$|(?:EUR|USD|GBP|CHF|Rs)\s?)\s?\d[\d.,']{0,15}(?:\s?(?:k|m|bn))?(?!\w)"
    r"|(?<![\w.,])\d[\d.,']{0,15}\s?(?:[$€£¥₹₽₺₩]|(?:dollars?|euros?|pounds?|bucks|quid|USD|EUR|GBP|CHF|francs?|yen|cents)\b)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?<![\w.,:/-])(?=[\w#/-]{0,30}\d{3})#?(?:[A-Za-z]{1,6}[-/#]?)?\d[\w/-]{2,30}(?![\w%°])"
    r"|(?<![\w.,:/-])(?=[A-Z0-9]{5,20}(?!\w))(?=[A-Z0-9]{0,19}\d)(?=[A-Z0-9]{0,19}[A-Z])[A-Z0-9]{5,20}"
    r"|(?<![\w:/-])\d{1,3}(?:[., ]\d{3}){1,4}(?!\d)|(?<!\w)\d{3,40}(?![\w%°])"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MEASURED = re.compile(
    r"\s?(?:ml|cl|g|gr|grams?|kg|km|metres?|meters?|cm|mm|watts?|degrees|percent|calories|kcal)\b", re.IGNORECASE
)
_MINUTE = re.compile(r"\bminutes?\s\Z", re.IGNORECASE)
_EXTENDED = re.compile(r"(?<![\w.])[+(]?\d[\d\s().-]{5,20}\d\s?(?:x|ext\.?\s?|extension\s)\d{1,6}(?!\w)", re.IGNORECASE)
_MOST_PHONES = 300
NOT_READ = LineContext(now=datetime(2000, 1, 1, tzinfo=UTC), zone=ZoneInfo("UTC"), region=None, people=())
"""For those of the quick line's readers that take no time and no house into account."""


def net_looks(seen: SeenText) -> Iterator[Look]:
    """Yield e-mail addresses, links and handles."""
    plain = seen.line.plain
    if "@" in plain:
        yield from _all(_EMAIL, plain, FindType.EMAIL, sure=True)
    if " dot " in seen.line.folded or "dot" in seen.line.folded or "punkt" in seen.line.folded:
        yield from _all(_SPOKEN_EMAIL, plain, FindType.EMAIL, sure=True)
    for found in _LINK.finditer(plain):
        value = found.group().rstrip(".,;:!?)]}'\"")
        yield Look(found.start(), found.start() + len(value), FindType.LINK, default_words(FindType.LINK), sure=True)
    if "@" in plain:
        yield from _all(_HANDLE, plain, FindType.HANDLE, sure=True)


def number_looks(seen: SeenText, region: str | None) -> Iterator[Look]:
    """Yield cards, accounts, phones and plates, then ages, sums, street addresses, tables and long numbers."""
    plain = seen.line.plain
    if not any(char.isdecimal() for char in plain):
        yield from _ages(plain)
        return
    for found in _CARD.finditer(plain):
        if _is_luhn(found.group()):
            yield Look(*found.span(), FindType.CARD, default_words(FindType.CARD), sure=True)
    yield from _all(_MASKED, plain, FindType.CARD, sure=True)
    for found in _IBAN.finditer(plain):
        if _is_iban(found.group()):
            yield Look(*found.span(), FindType.ACCOUNT, default_words(FindType.ACCOUNT), sure=True)
    groups = digit_groups(seen)
    yield from _spoken_phones(seen, groups)
    yield from _phones(seen, region)
    yield from _all(_PLATE, plain, FindType.PLATE, sure=False)
    yield from _ages(plain)
    yield from _all(_MONEY, plain, FindType.MONEY, sure=False)
    yield from _all(_ADDRESS, plain, FindType.ADDRESS, sure=False)
    yield from _places(seen, groups)
    for found in _REFERENCE.finditer(plain):
        if (
            _MEASURED.match(plain, found.end()) is None
            and _MINUTE.search(plain[max(0, found.start() - 9) : found.start()]) is None
        ):
            sort, words = FindType.NUMBER, default_words(FindType.NUMBER)
            if _YEAR.fullmatch(found.group()):
                sort, words = FindType.DATE, _("one year")
            yield Look(*found.span(), sort, words, sure=False)


def _all(pattern: re.Pattern[str], plain: str, sort: FindType, *, sure: bool) -> Iterator[Look]:
    words = default_words(sort)
    return (Look(*found.span(), sort, words, sure=sure) for found in pattern.finditer(plain))


def _ages(plain: str) -> Iterator[Look]:
    for pattern, words in _AGES:
        for found in pattern.finditer(plain):
            said = _("grown-up") if found.group().count("-") == 2 else _(words) if words else ""
            yield Look(*found.span(), FindType.AGE, said, sure=False)


def _phones(seen: SeenText, region: str | None) -> Iterator[Look]:
    """Read each candidate with the quick line's own finder, in a window with the words before it."""
    line = seen.line
    yield from _all(_EXTENDED, line.plain, FindType.PHONE, sure=True)
    context = LineContext(now=NOT_READ.now, zone=NOT_READ.zone, region=region, people=())
    for looked, found in enumerate(PHONE_LIKE.finditer(line.folded)):
        if looked == _MOST_PHONES:
            return
        start = max(0, found.start() - 24)
        window = read_text(line.plain[start : found.end() + 12])
        for part in find_phones(window, frozenset(), context):
            span = start + part.start, start + part.end
            yield Look(*span, FindType.PHONE, default_words(FindType.PHONE), sure=True)


def _spoken_phones(seen: SeenText, groups: list[Group]) -> Iterator[Look]:
    for run in runs_of(seen, groups):
        digits = sum(len(group.digits) for group in run)
        if digits >= SHORTEST and any(group.spoken for group in run):
            start, end = seen.line.starts[run[0].first], seen.line.ends[run[-1].after - 1]
            yield Look(start, end, FindType.PHONE, default_words(FindType.PHONE), sure=False)


def _places(seen: SeenText, groups: list[Group]) -> Iterator[Look]:
    for place in places_seen(seen, groups):
        if place.sort is not None:
            start, end = seen.line.starts[place.first], seen.line.ends[place.after - 1]
            yield Look(start, end, FindType.PLACE, place_words(place.sort), sure=False)


def _is_luhn(number: str) -> bool:
    digits = [int(char) for char in number if char.isdecimal()]
    if len(set(digits)) == 1:
        return False
    doubled = [digit * 2 if place % 2 else digit for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    plain = re.sub(r"[^A-Z0-9]", "", text.upper())
    if not 15 <= len(plain) <= 34:
        return False
    moved = plain[4:] + plain[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1
