"""Guesses which kind of note a line is from its words; a guess is shown dashed, and a person decides.

The words of a language are data (`NoteWords`), so that another language is another table.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.money import LARGEST, minor_digits
from hospitality_desk.domain.text import folded

_LOOKED_AT = 400
"""A kind shows in the first words of a note; the rest of a long one is not looked at."""
_OPENING_QUOTES = "\"“„«»‘「'"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """What speaks for a kind in one language: words that name it, and phrases that sound like it."""

    named: dict[str, EntryKind]
    """Typed at the start with a colon ("saw:"), these decide."""
    sounds: tuple[tuple[EntryKind, tuple[str, ...]], ...]
    """Looked for in this order, at word borders, without case and accents."""
    currencies: dict[str, str]
    """Words and signs of money: ISO letters, "" for a sign or word of several currencies."""


ENGLISH = NoteWords(
    named={
        "saw": EntryKind.SAW,
        "heard": EntryKind.HEARD,
        "think": EntryKind.THINK,
        "thought": EntryKind.THINK,
        "did": EntryKind.DID,
        "told": EntryKind.TOLD,
        "told guest": EntryKind.TOLD,
        "cost": EntryKind.COST,
    },
    sounds=(
        (
            EntryKind.TOLD,
            ("told her", "told him", "told them", "told the guest", "told the guests", "told guest", "i told ms",
             "i told mr", "told ms", "told mr", "told mrs", "let her know", "let him know", "let them know",
             "informed the guest", "informed her", "informed him", "informed them", "apologised to", "apologized to",
             "promised her", "promised him", "promised them"),
        ),
        (
            EntryKind.THINK,
            ("maybe", "perhaps", "i think", "we think", "i guess", "i believe", "might", "must be", "must have",
             "probably", "could be", "may have", "seems to", "i suspect", "i wonder", "i assume"),
        ),
        (
            EntryKind.SAW,
            ("looks", "looked", "i saw", "we saw", "saw her", "saw him", "saw them", "noticed", "came in", "walked in",
             "seems", "seemed", "appears", "patting", "crying", "in tears", "pale", "upset", "left the table",
             "plates untouched", "untouched"),
        ),
        (
            EntryKind.HEARD,
            ("she says", "he says", "they say", "guest says", "says", "said", "told us", "told me", "tells us",
             "tells me", "asked for", "asks for", "is asking", "complains", "complained", "kitchen says", "reports",
             "reported", "answered that", "has asked", "have asked"),
        ),
    ),
    currencies={
        "$": "", "€": "EUR", "£": "GBP", "¥": "", "₹": "INR", "₩": "KRW", "dollar": "", "dollars": "", "bucks": "",
        "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "francs": "CHF", "yen": "JPY", "usd": "USD",
        "eur": "EUR", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "sek": "SEK", "cad": "CAD", "aud": "AUD",
    },
)  # fmt: skip

_SIGNED = {"$": ("USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD"), "¥": ("JPY", "CNY")}
_DOLLARS = frozenset({"$", "dollar", "dollars", "bucks"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedKind:
    """A kind that the line itself names, and where the note's own words begin."""

    kind: EntryKind
    start: int


def named_kind(text: str, words: NoteWords = ENGLISH) -> NamedKind | None:
    """Return the kind named before a colon at the start ("saw: pale"); it decides, it is no guess."""
    head, colon, rest = text[:40].partition(":")
    kind = words.named.get(folded(head)) if colon else None
    if kind is None:
        return None
    return NamedKind(kind=kind, start=len(head) + 1 + len(rest) - len(rest.lstrip()))


def guess_kind(text: str, words: NoteWords = ENGLISH) -> EntryKind | None:
    """Guess the kind of a note: quotation marks Heard, a sum Cost, then what it sounds like, otherwise Did.

    None for a line without a word. TOLD is a proposal only: it must be chosen by a person.
    """
    head = text[:_LOOKED_AT].strip()
    plain = folded(head)
    if not any(char.isalnum() for char in plain):
        return None
    if head[0] in _OPENING_QUOTES and len(head) > 1:
        return EntryKind.HEARD
    told = words.sounds[0]
    if told[0] == EntryKind.TOLD and _sounds_like(plain, told[1]):
        return EntryKind.TOLD
    if _sum_in(head, words) is not None:
        return EntryKind.COST
    return next((kind for kind, phrases in words.sounds if _sounds_like(plain, phrases)), EntryKind.DID)


def _sounds_like(plain: str, phrases: tuple[str, ...]) -> bool:
    padded = " " + _NO_WORD.sub(" ", plain) + " "
    return any(f" {phrase} " in padded for phrase in phrases)


_NO_WORD = re.compile(r"\W+")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})*|\d+")
_NUMBER = r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?"
_SUM = re.compile(
    rf"(?P<before>[$€£¥₹₩]|\b[a-z]{{3}}(?= ?\d))\s?(?P<first>{_NUMBER})(?!\d)"
    rf"|(?<![\d.,])(?P<second>{_NUMBER})\s?(?P<after>[$€£¥₹₩]|[a-z]{{3,7}}\b)",
    re.IGNORECASE,
)


def find_amount(text: str, currency: str, words: NoteWords = ENGLISH) -> int | None:
    """Return the first sum of the house's money in the text, in minor units; None when there is none.

    "$64", "64.50 €", "EUR 1,200". A sum in another currency is none: it cannot be counted in the house's.
    """
    found = _sum_in(text[:_LOOKED_AT], words)
    if found is None:
        return None
    unit, number = found
    named = words.currencies[unit]
    fits = named == currency if named else currency in _SIGNED.get("$" if unit in _DOLLARS else unit, ())
    return read_amount(number, currency) if fits else None


def read_amount(written: str, currency: str) -> int | None:
    """Return a written number ("64", "1,200.50", "64,50") as minor units of a currency; None when it is none."""
    digits = minor_digits(currency)
    number = re.sub(r"[\s'\u00a0\u202f]", "", written)
    whole, mark, rest = _parted(number, digits)
    if not whole.isascii() or not whole.isdigit() or (mark and not rest.isdecimal()) or len(rest) > digits:
        return None
    minor = int(Decimal(f"{whole}.{rest or 0}").scaleb(digits))
    return minor if minor <= LARGEST else None


def typed_amount(written: str, currency: str) -> int | None:
    """Return what was typed into a field for a sum, with the currency's sign or without, in minor units."""
    bare = read_amount(written, currency)
    return find_amount(written, currency) if bare is None else bare


def _parted(number: str, digits: int) -> tuple[str, str, str]:
    """Return whole part, decimal mark and rest: a last mark before exactly three digits groups, unless they fit."""
    at = max(number.rfind("."), number.rfind(","))
    if at < 0:
        return number, "", ""
    mark, rest = number[at], number[at + 1 :]
    groups = len(rest) == 3 and (digits != 3 or number.count(mark) > 1)
    whole = number if groups else number[:at]
    bare = re.sub(r"[.,]", "", whole) if _GROUPED.fullmatch(whole) else ""
    return (bare, "", "") if groups else (bare, mark, rest)


def _sum_in(text: str, words: NoteWords) -> tuple[str, str] | None:
    """Return the first sum as its unit (a key of the currencies) and its number, as written."""
    for found in _SUM.finditer(text):
        unit = (found["before"] or found["after"]).casefold()
        if unit in words.currencies:
            return unit, found["first"] or found["second"]
    return None
