"""One slip of the pen, and the starts of words: Niell for Neill, Siobahn for Siobhan, Marc for Marcus."""

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from hospitality_desk.domain.deidentify.name_words import NAMES_THAT_ARE_WORDS
from hospitality_desk.domain.deidentify.ordinary_words import ORDINARY

SHORTEST_MISSPELT = 5
"""Letters of a name that may be misspelt; shorter ones are too near to other words."""
_START = 4
_ALIKE = 0.8
_MOST_ALIKE = 40
_GROWN = frozenset(
    [
        "s",
        "es",
        "ed",
        "d",
        "er",
        "ers",
        "r",
        "ing",
        "ings",
        "ly",
        "y",
        "ie",
        "ies",
        "ish",
        "able",
        "al",
        "ful",
        "less",
        "ness",
        "ment",
        "en",
        "ic",
        "ity",
        "ry",
        "et",
        "ets",
    ]
)
"""Endings by which an everyday word grows, so that a small-lettered word with one is no longer name."""


class Slips:
    """Finds which name a misspelt word may be; the time taken does not grow with the number of names."""

    def __init__(self, words: Collection[str]) -> None:
        self._short_by_one: dict[str, list[str]] = {}
        self._by_start: dict[str, list[str]] = {}
        self._longest = 2 * max(map(len, words), default=0)
        for word in sorted(words):
            if len(word) >= SHORTEST_MISSPELT:
                for shorter in {word, *_without_one(word)}:
                    self._short_by_one.setdefault(shorter, []).append(word)
            if len(word) >= _START:
                self._by_start.setdefault(word[:_START], []).append(word)

    def meant(self, word: str, *, capital: bool) -> str | None:
        """Return the name a word stands for, the nearest first; None for everyday words and what is too far away."""
        if not _START <= len(word) <= self._longest or word in ORDINARY:
            return None
        for other in self._by_start.get(word[:_START], ()):
            if _is_start(word, other, capital=capital):
                return other
        for shorter in (word, *_without_one(word)):
            for other in self._short_by_one.get(shorter, ()):
                if is_one_slip(word, other):
                    return other
        for other in self._by_start.get(word[:_START], ())[:_MOST_ALIKE]:
            if len(other) >= SHORTEST_MISSPELT and _are_alike(word, other):
                return other
        return None


def _is_start(word: str, name: str, *, capital: bool) -> bool:
    """Tell whether one is the start of the other: Marc of Marcus, and Marcus of Marc where a capital backs it.

    A name that is a word as well starts too many others: Longwood is nobody called Long.
    """
    if name.startswith(word):
        return len(name) >= SHORTEST_MISSPELT
    if not word.startswith(name) or name in ORDINARY or name in NAMES_THAT_ARE_WORDS:
        return False
    grown = word[len(name) :]
    return capital or (len(name) >= SHORTEST_MISSPELT and len(grown) < _START and grown not in _GROWN)


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def is_one_slip(word: str, name: str) -> bool:
    """Tell whether at most one letter is missing, added, changed, or changes places with the next."""
    if word == name:
        return True
    if abs(len(word) - len(name)) > 1:
        return False
    at = 0
    while at < min(len(word), len(name)) and word[at] == name[at]:
        at += 1
    left, right = word[at:], name[at:]
    swapped = left[:2] == right[1::-1] and len(left) > 1 and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _are_alike(word: str, name: str) -> bool:
    total = len(word) + len(name)
    if 2 * min(len(word), len(name)) < _ALIKE * total:
        return False
    matcher = SequenceMatcher(None, word, name, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
