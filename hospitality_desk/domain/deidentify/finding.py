"""Finds what could tell who it was, and puts other words in its place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.default_words import default_words, place_words
from hospitality_desk.domain.deidentify.finds import Find, FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.deidentify.known_places import read_place
from hospitality_desk.domain.deidentify.patterns import NET, patterns_in
from hospitality_desk.domain.deidentify.replacing import replaced
from hospitality_desk.domain.deidentify.seen_text import see

__all__ = ["find_all", "for_filter", "known_from_text", "replaced"]

_EMAIL = re.compile(r"\S+@\S+\.\S+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"[+(\d][\d\s().\-/+]{5,}")
_STREET = re.compile(r"^\d+\w?\s[^\W\da-z_]|(?:[Ss]tra(?:ss|ß)e|[Ss]treet|[Rr]oad|[Aa]venue|[Ll]ane)\b")
_SHORTEST_NUMBER = 5
"""Digits of a number that says something by itself; shorter ones are a table's or a room's."""
_HOUSE = re.compile(r"^(?:the|la|le|el|das|der|die|il)\s", re.IGNORECASE)


def find_all(text: str, known: KnownList, context: Context | None = None) -> tuple[Find, ...]:
    """Return everything found in a text: what is known first, then what only looks so, in order, none overlapping.

    A known value inside an e-mail address, a link or a handle makes the whole of it that value's find.
    """
    seen = see(text)
    known_finds = known.finds_in(seen)
    looks = patterns_in(seen, context, taken=[(each.start, each.end) for each in known_finds])
    found: list[Find] = []
    covered: list[tuple[int, int]] = []
    for look in looks:
        inside = [each for each in known_finds if each.start < look.end and look.start < each.end]
        if inside and look.type in NET:
            covered.append((look.start, look.end))
            look = replace(look, known=inside[0].known, sure=True)
        found.append(look)
    kept = [each for each in known_finds if not _meets(each, covered)]
    if any(_meets(each, covered) and not _lies_in(each, covered) for each in known_finds):
        # A name before an address was taken together with the name in it: it is looked for again without the address.
        kept = list(known.finds(_without(text, covered)))
        found = [each for each in found if (each.start, each.end) in covered or not _meets(each, _places(kept))]
    return tuple(sorted([*found, *kept], key=lambda one: one.start))


def _places(finds: Sequence[Find]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in finds]


def _meets(find: Find, places: Sequence[tuple[int, int]]) -> bool:
    return any(find.start < end and start < find.end for start, end in places)


def _lies_in(find: Find, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= find.start and find.end <= end for start, end in places)


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Return the text with these places filled with a sign that is part of no name, as long as it was."""
    for start, end in places:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def for_filter(finds: Sequence[Find], *, are_names_told: bool) -> tuple[Find, ...]:
    """Return the finds that are replaced where no person decides.

    Everything, as long as nobody said whose names may stand in the text. Once that was said, a lone capital of which
    nothing around says that it is a person's stays: far more often it is a town or a house, and without those a text
    tells little.
    """
    if not are_names_told:
        return tuple(finds)
    return tuple(each for each in finds if each.sure or each.known is not None or each.type != FindType.WORD)


def known_from_text(value: str) -> Known:
    """Return a known value for words that were given without saying what they are; a name where nothing else fits."""
    value = value.strip()
    sort = _sort_of(value)
    words = default_words(sort)
    if sort == FindType.PLACE and (place := read_place(value)) is not None:
        words = place_words(place.sort)
    return Known(value=value, type=sort, replacement=words)


def _sort_of(value: str) -> FindType:
    digits = sum(char.isdecimal() for char in value)
    if _EMAIL.fullmatch(value):
        return FindType.EMAIL
    if value.startswith("@") and len(value) > 1 and " " not in value:
        return FindType.HANDLE
    if _LINK.fullmatch(value):
        return FindType.LINK
    if digits:
        return _sort_with_digits(value, digits)
    if read_place(value) is not None:
        return FindType.PLACE
    return FindType.PLACE if _HOUSE.match(value) and len(value.split()) > 2 else FindType.NAME


def _sort_with_digits(value: str, digits: int) -> FindType:
    found = patterns_in(see(value))
    whole = next((each for each in found if each.value == value), None)
    if whole is not None and whole.type in (
        FindType.DATE,
        FindType.TIME,
        FindType.CARD,
        FindType.ACCOUNT,
        FindType.PLATE,
    ):
        return whole.type
    if read_place(value) is not None and (not value.isdecimal() or len(value) < _SHORTEST_NUMBER):
        return FindType.PLACE
    if _PHONE.fullmatch(value) and digits >= 7:
        return FindType.PHONE
    if _STREET.search(value):
        return FindType.ADDRESS
    return FindType.NUMBER
