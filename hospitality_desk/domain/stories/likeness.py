"""Which old sentence a rewritten one is most like: found by the words they share, in time that grows with the text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import islice

_STILL_ITS = 0.55
"""How alike a rewritten sentence must be to rest on what it rested on before."""
_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = 16
"""Letters of a word that is looked for by its pairs of letters, as is a sentence in a script without spaces."""
_SHARING = 16
"""Old sentences looked at for each word they share with a new one."""
_CANDIDATES = 6
_ENOUGH = 0.05
"""Share of what the nearest of them shares that another must share to be compared."""
_LETTERS = 3_000_000
"""Pairs of letters that are compared, over all sentences; after that only the words are."""
_LONG = 600
"""Letters of a sentence that is compared by its words only."""


class Free:
    """The old sentences, folded, that no new one has taken yet."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self.texts = dict(texts)
        self.compares_all = True
        self._left = _LETTERS
        self._with: dict[str, dict[int, None]] = {}
        for n, text in self.texts.items():
            for token in tokens_of(text):
                self._with.setdefault(token, {})[n] = None

    def take(self, n: int) -> None:
        """Leave a sentence out from now on."""
        for token in tokens_of(self.texts.pop(n)):
            del self._with[token][n]

    def most_alike(self, now: str) -> int | None:
        """Return the free sentence most like this one, the first of several; None where none is alike enough."""
        among = self.texts if self.compares_all else self._candidates(now)
        matcher = SequenceMatcher(None, "", now, autojunk=False)
        best: tuple[float, int] | None = None
        for n in among:
            before = self.texts[n]
            total = len(before) + len(now)
            at_most = 2 * min(len(before), len(now)) / total if total else 1.0
            if at_most < _STILL_ITS or (best is not None and at_most < best[0]):
                continue
            likeness = self._likeness(matcher, before, now, at_least=max(_STILL_ITS, best[0] if best else 0.0))
            if likeness >= _STILL_ITS and (best is None or (likeness, -n) > (best[0], -best[1])):
                best = likeness, n
        return best[1] if best else None

    def _likeness(self, matcher: SequenceMatcher[str], before: str, now: str, *, at_least: float) -> float:
        letters = len(before) * len(now)
        if max(len(before), len(now)) > _LONG or letters > self._left:
            return shared_words(before, now)
        matcher.set_seq1(before)
        if matcher.quick_ratio() < at_least:
            return 0.0
        self._left -= letters
        return matcher.ratio()

    def _candidates(self, now: str) -> list[int]:
        """Return the few old sentences that share most with this one; the rarer a word, the more it weighs."""
        shared: dict[int, float] = {}
        for token in tokens_of(now):
            having = self._with.get(token)
            if having:
                for n in islice(having, _SHARING):
                    shared[n] = shared.get(n, 0.0) + len(token) / len(having)
        least = _ENOUGH * max(shared.values(), default=0.0)
        near = [n for n, share in shared.items() if share >= least]
        return sorted(near, key=lambda n: (-shared[n], n))[:_CANDIDATES]


def tokens_of(text: str) -> Iterable[str]:
    """Return the words of a folded text, each once and in order; long ones as pairs of letters."""
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        if len(word) < _LONG_WORD and word.isascii():
            found[word] = None
        else:
            found.update(dict.fromkeys(word[at : at + 2] for at in range(max(1, len(word) - 1))))
    return found


def shared_words(before: str, now: str) -> float:
    """Return which share of two texts their common words make up, from 0 to 1."""
    left, right = Counter(_WORD.findall(before)), Counter(_WORD.findall(now))
    total = sum(len(word) * count for word, count in (left + right).items())
    return 2 * sum(len(word) * count for word, count in (left & right).items()) / total if total else 0.0
