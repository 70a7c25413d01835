"""Known phones and references, however their digits are grouped or spoken."""

from collections.abc import Iterator
from itertools import pairwise

from hospitality_desk.domain.deidentify.digit_groups import Group
from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.spans import Span
from hospitality_desk.domain.quick_line.english import ENGLISH

_TAIL = 6
"""Digits that are enough to know a phone by."""
_ENOUGH = 4
"""Digits of a reference that are enough without its letters, and of the end of a phone."""
_MONEY = frozenset("$€£¥₹")
_PAID = frozenset(["dollars", "euros", "euro", "pounds", "francs", "usd", "eur", "gbp", "chf"])
_INSIDE = frozenset(["-", ".", ",", "/", ":", "#", "_", "+"])


def digits_in(value: str) -> str:
    """Return the digits of a value as 0-9, whatever script they are written in."""
    return "".join(word for word in see(value).line.words if word[0].isdecimal())


def is_telling_number(value: str) -> bool:
    """Tell whether a reference says enough to be looked for: a "40" or a "hotel" stands in any text."""
    signs = [char for char in value if char.isalnum()]
    digits = sum(char.isdecimal() for char in signs)
    return digits > 0 and len(signs) >= (_ENOUGH if digits < len(signs) else _ENOUGH + 1)


class KnownPhones:
    """Finds known phones by their last six digits, or by any six where nothing else stands with them.

    Four or five digits are found where they stand as a number of their own and end a known phone.
    """

    def __init__(self) -> None:
        self._tails: dict[str, int] = {}
        self._grams: dict[str, list[tuple[str, int]]] = {}
        self._whole: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._grams or self._whole)

    def add(self, value: str, known: int) -> None:
        """Let a phone be found; one of fewer than six digits only by all of them."""
        digits = digits_in(value)
        if len(digits) < _TAIL:
            if len(digits) >= 3:
                self._whole.setdefault(digits, known)
            return
        for length in range(_ENOUGH, _TAIL):
            self._tails.setdefault(digits[-length:], known)
        for gram in {digits[at : at + _TAIL] for at in range(len(digits) - _TAIL + 1)}:
            self._grams.setdefault(gram, []).append((digits, known))

    def spans(self, seen: SeenText, runs: list[list[Group]]) -> Iterator[Span]:
        """Yield where known phones stand."""
        for run in runs:
            owner = [at for at, group in enumerate(run) for _digit in group.digits]
            digits = "".join(group.digits for group in run)
            if digits in self._whole:
                yield _span(seen, run, 0, len(run) - 1, self._whole[digits])
            elif digits in self._tails and _ENOUGH <= len(digits) < _TAIL:
                yield from _tail_span(seen, run, digits, self._tails[digits])
            at = 0
            while at + _TAIL <= len(digits):
                match = self._match(digits, at)
                if match is None:
                    at += 1
                    continue
                end, known = match
                yield _span(seen, run, owner[at], owner[end - 1], known)
                at = end

    def _match(self, digits: str, at: int) -> tuple[int, int] | None:
        """Return where the phone that begins here ends, and which one it is."""
        for number, known in self._grams.get(digits[at : at + _TAIL], ()):
            place = number.find(digits[at : at + _TAIL])
            length = _TAIL
            while at + length < len(digits) and number[place + length : place + length + 1] == digits[at + length]:
                length += 1
            reaches_end = place + length == len(number)
            is_all = at + length == len(digits)
            if reaches_end or is_all:
                return at + length, known
        return None


def _span(seen: SeenText, run: list[Group], first: int, last: int, known: int) -> Span:
    """Cover whole groups, the country before them, and the plus and the bracket before those."""
    line = seen.line
    if first == 1 and (line.word(run[0].first - 1) == "+" or run[0].digits[0] == "0" or run[0].digits == "1"):
        first = 0
    start = run[first].first
    while start > 0 and line.words[start - 1] in "+(" and line.glued(start - 1):
        start -= 1
    begin, end = seen.span(start, run[last].after)
    return Span(start=begin, end=end, known=known)


def _tail_span(seen: SeenText, run: list[Group], digits: str, known: int) -> Iterator[Span]:
    """Yield the last digits of a phone where they are no price, no clock time and no part of something longer.

    A question where they may be a year or count something.
    """
    line, first, after = seen.line, run[0].first, run[-1].after
    before, following = line.word(first - 1), line.word(after)
    if before in _MONEY or following in _MONEY or following in _PAID or following == "%":
        return
    if any(word not in "-" for left, right in pairwise(run) for word in line.words[left.after : right.first]):
        return
    if line.glued(first - 1) and (before[-1].isalpha() or (before in _INSIDE and line.word(first - 2)[:1].isalnum())):
        return
    if line.glued(after - 1) and (following[0].isalpha() or (following in _INSIDE and line.is_number(after + 1))):
        return
    start, end = seen.span(first, after)
    is_year = len(digits) == _ENOUGH and digits[:2] in ("19", "20")
    may_count = following in ENGLISH.units or following in ENGLISH.people
    yield Span(start=start, end=end, known=known, sure=not (is_year or may_count))


class KnownCodes:
    """Finds references, plates and account numbers: letters and digits in order, whatever stands between them."""

    def __init__(self) -> None:
        self._by_core: dict[str, list[tuple[str, str, int]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_core)

    def add(self, value: str, known: int) -> None:
        """Let a reference be found by its digits with its letters, or by four digits and more alone."""
        words = [word.replace("'", "") for word in see(value).line.words if word[0].isalnum()]
        runs: list[str] = []
        for word in words:
            if runs and word[0].isdecimal() and runs[-1][0].isdecimal():
                runs[-1] += word
            else:
                runs.append(word)
        if not runs:
            return
        core = max(runs, key=lambda run: (run[0].isdecimal(), len(run)))
        at = runs.index(core)
        before, after = "".join(runs[:at]), "".join(runs[at + 1 :])
        self._by_core.setdefault(core, []).append((before, after, known))

    def spans(self, seen: SeenText, runs: list[list[Group]]) -> Iterator[Span]:
        """Yield where known references stand."""
        for run in runs:
            for first in range(len(run)):
                digits = ""
                for last in range(first, min(len(run), first + 6)):
                    digits += run[last].digits
                    if digits in self._by_core:
                        yield from self._around(seen, run[first].first, run[last].after, digits)
        for at, word in enumerate(seen.line.words):
            if word in self._by_core and word[0].isalpha():
                yield from self._around(seen, at, at + 1, word)

    def _around(self, seen: SeenText, first: int, after: int, core: str) -> Iterator[Span]:
        for before, behind, known in self._by_core[core]:
            start, is_led = _before(seen, first, before)
            end, is_followed = _behind(seen, after, behind)
            alone = core[0].isdecimal() and len(core) >= _ENOUGH
            if (is_led and is_followed) or alone:
                begin, stop = seen.span(start if is_led else first, end if is_followed else after)
                yield Span(start=begin, end=stop, known=known)
                return


def _before(seen: SeenText, first: int, letters: str) -> tuple[int, bool]:
    at = first
    while letters and at > 0:
        word = seen.line.words[at - 1].replace("'", "")
        if word[0].isalnum():
            if not letters.endswith(word):
                return first, False
            letters = letters[: -len(word)]
        elif word not in "-./#:_":
            return first, False
        at -= 1
    return at, not letters


def _behind(seen: SeenText, after: int, letters: str) -> tuple[int, bool]:
    at = after
    while letters and at < len(seen.line.words):
        word = seen.line.words[at].replace("'", "")
        if word[0].isalnum():
            if not letters.startswith(word):
                return after, False
            letters = letters[len(word) :]
        elif word not in "-./#:_":
            return after, False
        at += 1
    return at, not letters
