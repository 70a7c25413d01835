"""Names that were taken apart: over two lines, letter by letter, down to their initials, with digits for letters."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hospitality_desk.domain.deidentify.look_alikes import latin_looks
from hospitality_desk.domain.deidentify.name_keys import Hit, NameKeys, Rule
from hospitality_desk.domain.deidentify.name_words import NOT_INITIALS
from hospitality_desk.domain.deidentify.seen_text import SeenText

_MAY_BREAK = re.compile("[-\n\r\u2028\x0b\x0c\x85]")
_BREAK = re.compile(
    r"[ \t]{0,9}(?:-[ \t]{0,9}(?:\r?\n[ \t]{0,9})?|[\r\n\u2028\x0b\x0c\x85]{1,2}[ \t]{0,9})(?=[^\W\d_])"
)
_BETWEEN = r"[\s.\-_·*~|/,+']{1,3}"
_SPACED = re.compile(rf"(?<![^\W_])[^\W_](?:{_BETWEEN}[^\W_]){{1,200}}(?![^\W_])")
_POINTED = re.compile(r"(?<![^\W_])(?:[^\W\d_](?:'[^\W\d_])?\.[ \t]?-?){2,5}")
_SILENT = frozenset(" ai0123456789.,:;!?'\"-()/&%$€£#@*+=_<>[]{}…–—•")
"""What stands alone in any text; where nothing else does there are no initials and no spaced names."""
_A_OR_I = re.compile(r"\b[ai]\b[.\-_*|/·]")
_MOST_PIECES = 4
_MOST_MIXED = 6
"""Runs of letters or digits to each side of a digit that may be a letter."""


class TakenApart:
    """Finds names that no word of the text shows whole."""

    def __init__(self, keys: NameKeys) -> None:
        self._keys = keys
        self._longest = max(map(len, keys.knowns), default=0)
        self._starts = frozenset(key[0] for key in keys.knowns)

    def hits(self, seen: SeenText, numbers: Sequence[int]) -> Iterator[Hit]:
        """Yield the hits; `numbers` are the words of the text that begin with a digit."""
        yield from self._split(seen)
        single = {word for word in seen.line.words if len(word) == 1} - _SILENT
        if single or _A_OR_I.search(seen.line.folded):
            yield from self._spaced(seen)
            yield from self._pointed(seen)
        for at in numbers:
            yield from self._mixed(seen, at)

    def _split(self, seen: SeenText) -> Iterator[Hit]:
        """Yield names that are cut by a hyphen or the end of a line."""
        line = seen.line
        last = -1
        for mark in _MAY_BREAK.finditer(line.folded):
            left = bisect_left(line.ends, mark.start() + 1) - 1
            if left >= 0 and line.words[left] == "-":
                left -= 1
            if left > last and line.words[left][0].isalpha():
                yield from self._split_from(seen, left)
                last = left

    def _split_from(self, seen: SeenText, left: int) -> Iterator[Hit]:
        line, knowns = seen.line, self._keys.knowns
        joined, at = line.words[left].replace("'", ""), left
        for _piece in range(_MOST_PIECES - 1):
            following = _BREAK.match(line.folded, line.ends[at])
            if following is None:
                return
            at = bisect_left(line.starts, following.end())
            if at >= len(line.words) or not line.words[at][0].isalpha():
                return
            joined += line.words[at].replace("'", "")
            form = joined if joined in knowns else joined.removesuffix("s")
            if form in knowns:
                cut = 2 if line.words[at].endswith("'s") and form != joined else 0
                yield self._keys.hit(line.starts[left], line.ends[at] - cut, form)

    def _spaced(self, seen: SeenText) -> Iterator[Hit]:
        """Yield names whose letters stand apart."""
        folded = seen.line.folded
        for run in _SPACED.finditer(folded):
            places = [at for at in range(run.start(), run.end()) if folded[at].isalnum()]
            letters = "".join(folded[at] for at in places)
            first = 0
            while first < len(letters) - 1:
                length = self._spaced_length(letters, first) if letters[first] in self._starts else 0
                if length:
                    key = letters[first : first + length]
                    start, end = places[first], places[first + length - 1] + 1
                    yield Hit(start, end, self._keys.knowns[key], Rule.FREE, key)
                first += length or 1

    def _spaced_length(self, letters: str, first: int) -> int:
        for length in range(min(self._longest, len(letters) - first), 1, -1):
            key = letters[first : first + length]
            has_case = key.upper() != key
            if key in self._keys.knowns and length >= (3 if has_case else 2):
                whole = length == len(letters)
                return length if whole or length > 3 or not has_case else 0
        return 0

    def _pointed(self, seen: SeenText) -> Iterator[Hit]:
        """Yield initials written with points."""
        for run in _POINTED.finditer(seen.line.folded) if self._keys.initials else ():
            letters = "".join(char for char in run.group() if char.isalnum())
            knowns = self._keys.initials.get(letters, ())
            if knowns and letters not in NOT_INITIALS:
                end = run.start() + len(run.group().rstrip(" \t-"))
                yield Hit(run.start(), end, knowns, Rule.FREE, letters)

    def _mixed(self, seen: SeenText, at: int) -> Iterator[Hit]:
        """Yield names in which digits stand for letters: R1vera."""
        line = seen.line
        first, after = at, at + 1
        while at - first < _MOST_MIXED and first > 0 and line.glued(first - 1) and line.words[first - 1][0].isalnum():
            first -= 1
        while after - at < _MOST_MIXED and line.glued(after - 1) and line.words[after][0].isalnum():
            after += 1
        if after - first < 2:
            return
        start, end = line.starts[first], line.ends[after - 1]
        for look in latin_looks(line.folded[start:end]):
            for form in (look, look.removesuffix("s")):
                if self._keys.rules.get(form) == Rule.FREE:
                    yield self._keys.hit(start, end, form)
