"""Known tables and rooms: "Table 12" as t12, table twelve, #12; never the 12 of twelve minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from hospitality_desk.domain.deidentify.digit_groups import STARTERS, Group, digit_groups
from hospitality_desk.domain.deidentify.number_words import NUMBERS_ELSEWHERE, ORDINALS
from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.spans import Span
from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.words import spelled

_OTHER_LANGUAGES = spelled(
    {
        "Table": "tables tisch tische mesa mesas tavolo tafel stol stolik pöydä",
        "Room": "rooms zimmer chambre habitacion camera kamer quarto stanza pokoj rom rum",
    }
)
PLACE_WORDS = {**ENGLISH.numbered_places, **_OTHER_LANGUAGES}
"""What stands before a place's number, and which sort of place it says."""
_MARKS = frozenset(["#", "no", "nr", "number", "num", ".", "-", ":", "the", "n°"])
_ENDS = frozenset(["."])
_IN_A_LIST = frozenset([",", "and", "or", "&", "+", "/", "to", "-"])
_NUMBER_SAID = frozenset(["nr", "nummer", "numero", "no", "number", ":", "#"])
_ENGLISH_TOO = frozenset(["once", "due", "um", "seize", "dos", "elf"])
"""Numbers elsewhere that are other words in English: "the table once more"."""
_FAR = 8
_BARE = 3
"""Digits of a place's number that are looked for without "table" or "room" before them."""
_COUNTED = (
    frozenset(ENGLISH.units)
    | ENGLISH.people
    | ENGLISH.small_people
    | frozenset(
        [
            "%",
            "$",
            "€",
            "£",
            "¥",
            "dollars",
            "euros",
            "pounds",
            "am",
            "pm",
            "o'clock",
            "degrees",
            "percent",
            "metres",
            "meters",
            "miles",
            "km",
            "kg",
            "g",
            "ml",
            "times",
            "points",
        ]
    )
)
_MONEY = frozenset("$€£¥")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedPlace:
    """A place with a number: which sort (None: any), its digits, and the letter behind them, if any."""

    sort: str | None
    digits: str
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSeen:
    """A number that may be a place's: its words, the sort said before it, and how sure the form makes it."""

    first: int
    after: int
    sort: str | None
    digits: str
    letter: str
    marked: bool
    """A place word, a letter or a # stands before it."""
    sure: bool = True
    """False for "the table two people left": a small number in words that the next word may count."""


def read_place(value: str) -> NumberedPlace | None:
    """Read "Table 12", "T12", "room four twelve" or "412"; None where it is no numbered place."""
    seen = see(value)
    found = [each for each in places_seen(seen, digit_groups(seen)) if each.after == len(seen.line.words)]
    if not found:
        return None
    whole = min(found, key=lambda each: (each.first, not each.marked, -each.after))
    if whole.first > 0 and not whole.marked:
        return None
    return NumberedPlace(sort=whole.sort, digits=whole.digits, letter=whole.letter)


class KnownPlaces:
    """Finds known tables and rooms by their number."""

    def __init__(self) -> None:
        self._by_number: dict[tuple[str, str], list[tuple[str | None, int]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_number)

    def add(self, place: NumberedPlace, known: int) -> None:
        """Let a place be found."""
        self._by_number.setdefault((place.digits, place.letter), []).append((place.sort, known))

    def spans(self, seen: SeenText, groups: list[Group]) -> Iterator[Span]:
        """Yield where known places stand."""
        yield from self._known(seen, places_seen(seen, groups))

    def said(self, seen: SeenText) -> Iterator[Span]:
        """Yield where known places stand in other words: the twelfth table, Tisch zwölf, a 12-top."""
        yield from self._known(seen, places_said(seen))

    def _known(self, seen: SeenText, places: Iterable[PlaceSeen]) -> Iterator[Span]:
        for each in places:
            for sort, known in self._by_number.get((each.digits, each.letter), ()):
                same = each.sort is None or sort is None or each.sort == sort
                if same and (each.marked or len(each.digits) >= _BARE):
                    start, end = seen.span(each.first, each.after)
                    yield Span(start=start, end=end, known=known, sure=each.sure)
                    break


def places_seen(seen: SeenText, groups: list[Group]) -> Iterator[PlaceSeen]:
    """Yield every number that may be a place's, spoken ones in all their lengths, the longest first."""
    for at, group in enumerate(groups):
        lengths = range(1, 4) if group.spoken else range(1, 2)
        for length in reversed(lengths):
            run = groups[at : at + length]
            if len(run) == length and _is_one_number(seen, run):
                digits = "".join(each.digits for each in run).lstrip("0") or "0"
                place = _place(seen, run[0].first, run[-1].after, digits, spoken=group.spoken)
                if place is not None:
                    yield place


def places_said(seen: SeenText) -> Iterator[PlaceSeen]:
    """Yield places whose number is an ordinal, a word of another language, or said by how many may sit there."""
    line = seen.line
    for at, word in enumerate(line.words):
        if word in PLACE_WORDS:
            yield from _ordinal_before(seen, at, PLACE_WORDS[word])
            after = at + 1 + (line.word(at + 1) in _NUMBER_SAID)
            is_english = word in ENGLISH.numbered_places and line.word(after) in _ENGLISH_TOO
            if line.word(after) in NUMBERS_ELSEWHERE and not is_english:
                digits = NUMBERS_ELSEWHERE[line.word(after)]
                yield PlaceSeen(
                    first=at, after=after + 1, sort=PLACE_WORDS[word], digits=digits, letter="", marked=True
                )
        elif word in ENGLISH.tops:
            before = at - 1 - (line.word(at - 1) == "-")
            number = line.word(before)
            digits = number if number.isdecimal() else str(ENGLISH.ones.get(number, ""))
            if digits:
                yield PlaceSeen(
                    first=before, after=at + 1, sort="Table", digits=digits, letter="", marked=True, sure=False
                )


def _ordinal_before(seen: SeenText, at: int, sort: str) -> Iterator[PlaceSeen]:
    """Yield the twelfth table and the 12th table; a question below the tenth: "the first table to order"."""
    line, first, digits = seen.line, at - 1, ""
    if line.word(first) in ("st", "nd", "rd", "th") and line.is_number(first - 1) and line.glued(first - 1):
        first -= 1
        digits = line.word(first)
    else:
        number = ORDINALS.get(line.word(first))
        tens = ENGLISH.tens.get(line.word(first - 1 - (line.word(first - 1) == "-")))
        if number is not None and tens is not None and number < 10:
            first, number = first - 1 - (line.word(first - 1) == "-"), tens + number
        digits = str(number or "")
    if digits:
        sure = len(digits) > 1
        yield PlaceSeen(first=first, after=at + 1, sort=sort, digits=digits, letter="", marked=True, sure=sure)


def _is_one_number(seen: SeenText, run: list[Group]) -> bool:
    return all(
        right.spoken
        and right.first - left.after <= 1
        and all(w == "-" for w in seen.line.words[left.after : right.first])
        for left, right in pairwise(run)
    )


def _place(seen: SeenText, first: int, after: int, digits: str, *, spoken: bool) -> PlaceSeen | None:
    line = seen.line
    letter = ""
    if line.glued(after - 1) and len(line.word(after)) == 1 and line.word(after).isalpha():
        letter, after = line.word(after), after + 1
    elif line.glued(after - 1) and line.word(after)[:1].isalpha():
        return None
    if (line.glued(after - 1) and line.word(after) in ":.,/-" and line.glued(after) and line.is_number(after + 1)) or (
        first > 1 and line.glued(first - 1) and line.words[first - 1] in ":.,/$€£" and line.is_number(first - 2)
    ):
        return None
    sort, start, marked = _sort_before(seen, first, spoken=spoken)
    if not marked and (line.word(after) in _COUNTED or line.word(first - 1) in _MONEY):
        return None
    may_count = spoken and len(digits) == 1 and not line.is_capital(first) and line.word(after)[:1].isalpha()
    return PlaceSeen(
        first=start, after=after, sort=sort, digits=digits, letter=letter, marked=marked, sure=not may_count
    )


def _sort_before(seen: SeenText, first: int, *, spoken: bool) -> tuple[str | None, int, bool]:
    """Return the sort of place said before a number, where that begins, and whether anything marks it as a place.

    A number in words may begin the next sentence: "left the table. Two of them ran" names no table.
    """
    line = seen.line
    at = first - 1
    marks = _MARKS - _ENDS if spoken else _MARKS
    while at >= 0 and at > first - 4 and line.words[at] in marks:
        at -= 1
    word = line.word(at)
    if word in PLACE_WORDS:
        return PLACE_WORDS[word], at, True
    is_letter = word in ENGLISH.letter_places and (line.glued(at) or at == first - 1)
    is_inside = at > 0 and line.glued(at - 1) and line.word(at - 1)[0].isalnum()
    if is_letter and (line.glued(at) or line.is_capital(at)) and not is_inside:
        return ENGLISH.letter_places[word], at, True
    if line.word(first - 1) == "#":
        return None, first - 1, True
    sort = None if spoken else _listed_sort(seen, first)
    return sort, first, sort is not None


def _listed_sort(seen: SeenText, first: int) -> str | None:
    """Return the sort for the 14 of "tables 11, 12 and 14"."""
    line = seen.line
    at = first - 1
    if line.word(at) not in _IN_A_LIST:
        return None
    while at >= 0 and at > first - _FAR:
        word = line.words[at]
        if word in PLACE_WORDS:
            return PLACE_WORDS[word]
        if not (word in _IN_A_LIST or word[0].isdecimal() or word in STARTERS):
            break
        at -= 1
    return None
