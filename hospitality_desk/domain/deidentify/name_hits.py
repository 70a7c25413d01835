"""Where words of known names stand in a text: plain, possessive, misspelt, split, run together, spaced, as initials."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from hospitality_desk.domain.deidentify.look_alikes import latin_looks
from hospitality_desk.domain.deidentify.name_keys import NameKeys, Rule
from hospitality_desk.domain.deidentify.name_slips import Slips
from hospitality_desk.domain.deidentify.name_words import NOT_INITIALS
from hospitality_desk.domain.deidentify.ordinary_words import ORDINARY
from hospitality_desk.domain.deidentify.seen_text import SeenText

_BREAK = re.compile(
    r"(?<=[^\W_])(?:[ \t]{0,9}-[ \t]{0,9}(?:\r?\n[ \t]{0,9})?|[ \t]{0,9}[\r\n\u2028\x0b\x0c\x85]{1,2}[ \t]{0,9})"
    r"(?=[^\W\d_])"
)
_BETWEEN = r"[\s.\-_·*~|/,+]{1,3}"
_SPACED = re.compile(rf"(?<![^\W_])[^\W_](?:{_BETWEEN}[^\W_]){{1,200}}(?![^\W_])")
_POINTED = re.compile(r"(?<![^\W_])(?:[^\W\d_](?:'[^\W\d_])?\.[ \t]?-?){2,5}")
_MIXED = re.compile(r"(?<![^\W_])(?=[^\W_]{0,40}\d)(?=[^\W_]{0,40}[^\W\d_])[^\W_]{3,40}(?![^\W_])")
_MOST_PIECES = 4
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~…–—•")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that stand for some known name: where in `line.plain`, for which names, and by which rule they count."""

    start: int
    end: int
    knowns: tuple[int, ...]
    rule: Rule
    word: str
    sure: bool = True


class NameHits:
    """Finds words of names. Compiled once from the keys of all names."""

    def __init__(self, keys: NameKeys) -> None:
        self._keys = keys
        self._slips = Slips(keys.words)
        self._quiet = (ORDINARY | _PUNCTUATION) - keys.knowns.keys()
        self._longest = max(map(len, keys.knowns), default=0)
        self._starts = frozenset(key[0] for key in keys.knowns)

    def hits(self, seen: SeenText) -> list[Hit]:
        """Return the hits in order, none overlapping; of overlapping ones the longest."""
        found = [*self._words(seen), *self._split(seen)]
        found += self._spaced(seen)
        found += self._pointed(seen)
        if not seen.typed.isascii() or any(char.isdecimal() for char in seen.line.plain):
            found += self._mixed(seen)
        return without_overlaps(found)

    def _words(self, seen: SeenText) -> Iterator[Hit]:
        line, quiet = seen.line, self._quiet
        for at, word in enumerate(line.words):
            if word not in quiet and word[0].isalpha():
                hit = self._word(seen, at, word)
                if hit is not None:
                    yield hit

    def _word(self, seen: SeenText, at: int, word: str) -> Hit | None:
        line = seen.line
        start, end = line.starts[at], line.ends[at]
        knowns = self._keys.knowns
        for form, cut in _forms(word):
            if form in knowns:
                return self._hit(start, end - cut, form)
        if not word.isascii():
            for form in latin_looks(line.plain[start:end].replace("'", "")):
                if form in knowns:
                    return self._hit(start, end, form)
                if form.endswith("s") and form[:-1] in knowns:
                    return self._hit(start, end, form[:-1])
        if word.upper() == word or (line.glued(at) and line.words[at + 1][0].isdecimal()):
            return None
        capital = line.is_capital(at)
        for form, cut in _forms(word):
            name = self._slips.meant(form, capital=capital)
            if name is not None:
                return self._hit(start, end - cut, name)
        initials = self._keys.initials.get(word, ())
        if initials and word not in NOT_INITIALS and word not in ORDINARY and line.plain[start:end].isupper():
            return Hit(start=start, end=end, knowns=initials, rule=Rule.FREE, word=word, sure=False)
        return None

    def _hit(self, start: int, end: int, key: str) -> Hit:
        return Hit(start=start, end=end, knowns=self._keys.knowns[key], rule=self._keys.rules[key], word=key)

    def _split(self, seen: SeenText) -> Iterator[Hit]:
        """Yield names that are cut by a hyphen or the end of a line."""
        line, knowns = seen.line, self._keys.knowns
        for gap in _BREAK.finditer(line.folded):
            left = bisect_left(line.ends, gap.start())
            joined, end = "", left
            for _piece in range(_MOST_PIECES):
                if end >= len(line.words) or not line.words[end][0].isalpha():
                    break
                joined += line.words[end].replace("'", "")
                if end > left:
                    for form in (joined, joined.removesuffix("s")):
                        if form in knowns:
                            cut = 2 if line.words[end].endswith("'s") and form != joined else 0
                            yield self._hit(line.starts[left], line.ends[end] - cut, form)
                            break
                following = _BREAK.match(line.folded, line.ends[end])
                if following is None:
                    break
                end = bisect_left(line.starts, following.end())

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
                    hit = self._hit(places[first], places[first + length - 1] + 1, letters[first : first + length])
                    yield Hit(start=hit.start, end=hit.end, knowns=hit.knowns, rule=Rule.FREE, word=hit.word)
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
        if not self._keys.initials:
            return
        for run in _POINTED.finditer(seen.line.folded):
            letters = "".join(char for char in run.group() if char.isalnum())
            knowns = self._keys.initials.get(letters, ())
            if knowns and letters not in NOT_INITIALS:
                end = run.start() + len(run.group().rstrip(" \t-"))
                yield Hit(start=run.start(), end=end, knowns=knowns, rule=Rule.FREE, word=letters)

    def _mixed(self, seen: SeenText) -> Iterator[Hit]:
        """Yield names in which digits stand for letters: R1vera."""
        for run in _MIXED.finditer(seen.line.folded):
            for look in latin_looks(run.group()):
                for form in (look, look.removesuffix("s")):
                    if form in self._keys.knowns and self._keys.rules[form] == Rule.FREE:
                        yield self._hit(run.start(), run.end(), form)


def _forms(word: str) -> Iterator[tuple[str, int]]:
    """Yield what a word may be a form of, with how many letters at its end do not belong to it."""
    bare = word.replace("'", "")
    if word.endswith("'s"):
        yield bare[:-1], 2
        yield bare, 0
        return
    yield bare, 0
    if bare.endswith("s") and len(bare) > 3:
        yield bare[:-1], 0
        if bare.endswith("es") and len(bare) > 4:
            yield bare[:-2], 0


def without_overlaps(found: list[Hit]) -> list[Hit]:
    """Return the hits in order; of overlapping ones the longest, then the surest."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.start, one.start - one.end, one.rule)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept
