"""The one gate in: every text a person types passes here before anything else sees it.

Source of the rules: the bad-input table of the house (NFC, no control or direction marks, a length both stores
can hold, card numbers down to their last four digits). The gate is idempotent: what came through it once comes
through unchanged.
"""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 20_000
"""Characters kept of any one text."""
MOST_MARKS = 4
"""Combining marks kept on one base letter of a name."""

_ZWJ = "\u200d"
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069\u200b-\u200c\u200e-\u200f]"
)
_EMOJI_BEFORE = re.compile(
    "[\U0001f000-\U0001faff\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u20e3\U000e0020-\U000e007f]"
)
_EMOJI_AFTER = re.compile("[\U0001f000-\U0001faff\u2190-\u2bff]")
_GAP = r"[ .\-/_\n\u00a0\u2009\u202f\u2010-\u2015]{1,3}"
_CARD_SHAPE = re.compile(
    r"(?<!\d)(?=(\d{13,19}(?!\d)"
    rf"|\d{{4}}{_GAP}\d{{6}}{_GAP}\d{{4,5}}(?!\d)"
    rf"|\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)))"
)
"""A card as it is printed, wherever it begins: other numbers may stand right before or behind it."""
_LINK = r"[ .\-\u00a0\u2009\u202f\u2010-\u2015]"
_CARD_RUN = re.compile(rf"(?<!\d)(?<!\d{_LINK})\d(?:{_LINK}?\d){{12,18}}(?!{_LINK}?\d)")
"""A card grouped in any other way, when nothing else stands beside it."""
_CARD_CODE = re.compile(r"\b(?:cvv|cvc|cv2|csc|pin)\b[ :.#=]{0,3}(\d{3,6})\b", re.IGNORECASE)
_CARD_STARTS = re.compile(r"(?:4|5[1-5]|2[2-7]|3[0689]|34|37|35|6)")
_LONGEST_CARD = 40
"""Characters a card number may take with its gaps."""
_DOT = "•"
_NEAR = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """A text as the gate leaves it, with what was done that the writer should hear of."""

    text: str
    cut: int = 0
    """Characters beyond LONGEST that were not kept."""
    masked: int = 0
    """Card numbers and card codes of which only the last four digits (or none) were kept."""


def clean_text(raw: str) -> CleanText:
    """Return the text that may be kept. Line breaks stay, tabs become spaces."""
    text = unicodedata.normalize("NFC", raw)
    text = _DROPPED.sub("", text.replace("\t", " "))
    if _ZWJ in text:
        text = _only_emoji_joiners(text)
    text = unicodedata.normalize("NFC", text)
    cut = max(0, len(text) - LONGEST)
    # Masked before it is cut: of a card that stands over the cut no beginning may stay.
    text, masked = _mask_cards(text[: LONGEST + _LONGEST_CARD])
    return CleanText(text=text[:LONGEST], cut=cut, masked=masked)


def clean_name(raw: str) -> CleanText:
    """Return a name, a place or another short field: one line, no spaces around it, at most four marks a letter."""
    cleaned = clean_text(" ".join(raw.split()))
    text = _fewer_marks(" ".join(cleaned.text.split()))
    return CleanText(text=text, cut=cleaned.cut, masked=cleaned.masked)


def has_a_word(text: str) -> bool:
    """Tell whether there is at least one letter or digit, of any script."""
    return any(unicodedata.category(char)[0] in "LN" for char in text)


def is_own_words(text: str) -> bool:
    """Tell whether the whole text stands in quotation marks: the guest's own words."""
    stripped = text.strip()
    marks = (stripped[:1], stripped[-1:])
    return len(stripped) > 2 and marks in _QUOTES and not any(mark in stripped[1:-1] for mark in marks if mark != "’")


_QUOTES = frozenset({('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("‘", "’"), ("„", "”"), ("「", "」")})


def folded(text: str) -> str:
    """Return the form used to compare names: no case, no accents, no odd spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def _only_emoji_joiners(text: str) -> str:
    kept: list[str] = []
    for at, char in enumerate(text):
        joins = char != _ZWJ or (
            0 < at < len(text) - 1 and _EMOJI_BEFORE.match(text[at - 1]) and _EMOJI_AFTER.match(text[at + 1])
        )
        if joins:
            kept.append(char)
    return "".join(kept)


def _fewer_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFD", text):
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _mask_cards(text: str) -> tuple[str, int]:
    masked = 0
    digits_only = _western_digits(text)
    spans = [(start, end, 4) for start, end in _cards(digits_only)]
    if spans:
        codes = [each.span(1) for each in _CARD_CODE.finditer(digits_only)]
        near = [
            (a, b, 0)
            for a, b in codes
            if any(abs(a - end) < _NEAR or abs(start - b) < _NEAR for start, end, _n in spans)
        ]
        spans += near
    for start, end, keep in sorted(spans, reverse=True):
        text = text[:start] + _masked(text[start:end], digits_only[start:end], keep) + text[end:]
        masked += 1
    return text, masked


def _cards(text: str) -> list[tuple[int, int]]:
    """Return where cards stand, none over another; the printed shapes go before other groupings."""
    found: list[tuple[int, int]] = []
    for pattern, group in ((_CARD_SHAPE, 1), (_CARD_RUN, 0)):
        for match in pattern.finditer(text):
            start, end = match.span(group)
            is_free = all(end <= before or start >= after for before, after in found)
            if is_free and _is_card(re.sub(r"\D", "", match.group(group))):
                found.append((start, end))
    return found


def _masked(part: str, western: str, keep: int) -> str:
    left = sum(char.isdigit() for char in western) - keep
    out: list[str] = []
    for char, digit in zip(part, western, strict=True):
        if digit.isdigit() and left > 0:
            out.append(_DOT)
            left -= 1
        else:
            out.append(char)
    return "".join(out)


def _western_digits(text: str) -> str:
    """Return the text with every decimal digit of any script as 0-9, of the same length."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _is_card(number: str) -> bool:
    """Tell whether the digits could be a payment card: a known beginning and a right check digit (Luhn)."""
    if len(set(number)) == 1 or not _CARD_STARTS.match(number):
        return False
    total = 0
    for at, char in enumerate(reversed(number)):
        digit = int(char)
        if at % 2:
            digit = digit * 2 - 9 if digit > 4 else digit * 2
        total += digit
    return total % 10 == 0
