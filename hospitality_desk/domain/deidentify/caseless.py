"""Names in scripts without capitals and often without spaces: found inside any run of such letters."""

import re
from collections.abc import Iterator

from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.spans import Span
from hospitality_desk.domain.quick_line.text import fold

_ALIKE = str.maketrans("ىةؤئﻻ", "يهوي\u0644")
_HONOURS = tuple(
    fold(word) for word in ("先生", "女士", "小姐", "太太", "夫人", "経理", "さん", "様", "さま", "씨", "님")
)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_LETTER = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u0370-\u058f\u10a0-\u10ff]")
_SEPARATED = re.compile(r"[\s·・\-]{1,3}")


def is_caseless(word: str) -> bool:
    """Tell whether a word is of a script that has no capitals."""
    return word.upper() == word.lower() and any(char.isalpha() for char in word)


class CaselessNames:
    """Finds known names of scripts without capitals. A name of one letter counts only as a word of its own."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._whole: dict[str, int] = {}
        self._by_start: dict[str, list[str]] = {}

    def add(self, value: str, known: int) -> None:
        """Let a name be found; nothing happens for names of other scripts."""
        folded = see(value.strip()).line.folded.translate(_ALIKE)
        if not is_caseless(folded):
            return
        parts = [part for part in _SEPARATED.split(folded) if part]
        keys = {"".join(parts), *parts}
        if len(parts) == 1 and _HAN.fullmatch(folded):
            if len(folded) > 2:
                keys |= {folded[1:]} if len(folded) == 3 else {folded[2:]}
            keys |= {folded[: 1 if len(folded) < 4 else 2] + honour for honour in _HONOURS}
        if len(parts) == 1 and len(folded) <= 2:
            keys |= {folded[0] + honour for honour in _HONOURS}
        for key in keys:
            self._add(key, known)

    def _add(self, key: str, known: int) -> None:
        if len(key) == 1 or (len(key) == 2 and _HAN.fullmatch(key) is None):
            self._whole.setdefault(key, known)
            return
        if self._keys.setdefault(key, known) == known and key not in self._by_start.get(key[:2], ()):
            self._by_start.setdefault(key[:2], []).append(key)
            self._by_start[key[:2]].sort(key=len, reverse=True)

    def spans(self, seen: SeenText) -> Iterator[Span]:
        """Yield where the names stand, the longest at each place."""
        if seen.typed.isascii() or not (self._keys or self._whole):
            return
        folded = seen.line.folded.translate(_ALIKE)
        at = 0
        while (letter := _LETTER.search(folded, at)) is not None:
            at = letter.start()
            key = next((one for one in self._by_start.get(folded[at : at + 2], ()) if folded.startswith(one, at)), None)
            if key is not None:
                yield Span(start=seen.place(at), end=seen.place(at + len(key)), known=self._keys[key])
                at += len(key)
                continue
            at += 1
        for number, word in enumerate(seen.line.words):
            known = self._whole.get(word.translate(_ALIKE))
            if known is not None:
                start, end = seen.span(number, number + 1)
                yield Span(start=start, end=end, known=known)


__all__ = ["CaselessNames", "is_caseless"]
