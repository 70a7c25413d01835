"""Known names run into a hashtag or a handle: #teamdana, #thankyoudana, @dana_at_work."""

import re
from collections.abc import Iterator
from functools import lru_cache

from hospitality_desk.domain.deidentify.name_keys import Hit, NameKeys, Rule
from hospitality_desk.domain.deidentify.ordinary_words import is_ordinary
from hospitality_desk.domain.deidentify.seen_text import SeenText

_TAG = re.compile(r"(?<![\w@#./])[#@](?=[^\W\d_])\w{2,60}")
_PIECE = re.compile(r"[^\W\d_]+")
_AT_AN_END = 4
"""Letters of a name that is believed at either end of a tag, whatever the rest is."""
_INSIDE = 6
_AMONG_WORDS = 3
"""Letters of a name that is believed where the rest is everyday words."""
_MOST_WORDS = 4
_MOST_LETTERS = 24


class Tags:
    """Finds tags that hold a known name; the whole tag is the hit."""

    def __init__(self, keys: NameKeys) -> None:
        self._keys = keys
        self._longest = max(map(len, keys.knowns), default=0)

    def hits(self, seen: SeenText) -> Iterator[Hit]:
        """Yield each tag with a known name in it."""
        folded = seen.line.folded
        if not self._keys.knowns or not ("#" in folded or "@" in folded):
            return
        for tag in _TAG.finditer(folded):
            for piece in _PIECE.finditer(tag.group()):
                key = self._key(piece.group())
                if key is not None:
                    is_sure = key != piece.group() or self._keys.rules[key] != Rule.CAPITAL
                    yield Hit(tag.start(), tag.end(), self._keys.knowns[key], Rule.FREE, key, sure=is_sure)
                    break

    def _key(self, piece: str) -> str | None:
        knowns, rules = self._keys.knowns, self._keys.rules
        if piece in knowns:
            return piece if rules[piece] < Rule.BESIDE else None
        if is_ordinary(piece):
            return None
        for length in range(min(self._longest, len(piece) - 1), _AMONG_WORDS - 1, -1):
            for at in range(len(piece) - length + 1):
                key = piece[at : at + length]
                if key in knowns and self._counts(key, piece[:at], piece[at + length :]):
                    return key
        return None

    def _counts(self, key: str, before: str, behind: str) -> bool:
        rule = self._keys.rules[key]
        if rule == Rule.BESIDE:
            return False
        is_free = rule == Rule.FREE and len(key) >= _AT_AN_END
        if is_free and (len(key) >= _INSIDE or not (before and behind)):
            return True
        return _are_words(before) and _are_words(behind)


_OFTEN = frozenset(["team", "thank", "thanks", "you", "love", "from", "the", "at", "by", "we", "i", "is", "my", "our"])


@lru_cache(maxsize=4096)
def _are_words(letters: str) -> bool:
    """Tell whether letters are a few everyday words run together."""
    if len(letters) > _MOST_LETTERS:
        return False
    fewest = [0] + [_MOST_WORDS + 1] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(end):
            word = letters[start:end]
            if fewest[start] < fewest[end] - 1 and (word in _OFTEN or (len(word) > 1 and is_ordinary(word))):
                fewest[end] = fewest[start] + 1
    return fewest[-1] <= _MOST_WORDS
