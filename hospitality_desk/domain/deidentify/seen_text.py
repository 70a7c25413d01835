"""A text as the eye takes it: no accents, no capitals, nothing invisible; each letter is found again in the typing."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hospitality_desk.domain.quick_line.text import LineText, read_text

_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_JAMO = re.compile("[\u1100-\u115e][\u1161-\u11a7][\u11a8-\u11ff]?")
_INVISIBLE = frozenset("\u0640\u115f\u1160\u180e\u2800\u3164\uffa0")
"""Letters and signs of no width or no shape, which Unicode does not count among the invisible ones."""
_SPELLED = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
_SENTENCE_END = re.compile(r"[.!?…。！？:;\n\u2028]")


@lru_cache(maxsize=4096)
def _spelled(character: str) -> str:
    """Give what one character stands for where that is not one character: nothing, or several letters."""
    if character in _INVISIBLE:
        return ""
    if character in _SPELLED:
        return _SPELLED[character]
    if unicodedata.category(character) == "Cc" and not character.isspace():
        return ""
    parts = [part for part in unicodedata.normalize("NFKD", character) if unicodedata.category(part) != "Mn"]
    is_ligature = len(parts) > 1 and not "\uac00" <= character <= "\ud7a3" and all(part.isalpha() for part in parts)
    return "".join(parts) if is_ligature else character


@dataclass(frozen=True, eq=False, kw_only=True)
class SeenText:
    """A text cut into words as the quick line cuts it; `span` leads from its words back to the text as typed."""

    typed: str
    line: LineText
    back: list[int] | None

    def place(self, plain: int) -> int:
        """Turn a position in `line.plain` into one in the typed text."""
        at = self.line.place_in(plain)
        return at if self.back is None else self.back[at]

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Give where the words from `first` up to, not including, `after` stand in the typed text."""
        return self.place(self.line.starts[first]), self.place(self.line.ends[after - 1])

    def gap(self, left: int) -> str:
        """Give what stands between a word and the next."""
        return self.line.plain[self.line.ends[left] : self.line.starts[left + 1]]

    def opens_sentence(self, at: int) -> bool:
        """Tell whether a capital is owed to the place: the first word, one after a full stop, a quote, a line break."""
        line, before = self.line, at - 1
        if at >= len(line.words):
            return False
        while before >= 0 and line.words[before] in "\"'()[]-*•–_#>":
            if line.words[before] == '"':
                return True
            before -= 1
        if before < 0:
            return True
        if any(mark in self.gap(each) for each in range(before, at) for mark in "\n\u2028"):
            return True
        if _SENTENCE_END.match(line.words[before]) is None:
            return False
        return not (line.words[before] == "." and self._is_short(before - 1))

    def _is_short(self, at: int) -> bool:
        """Tell whether the word before a full stop is a title or an initial, so that no sentence ends there."""
        return at >= 0 and (self.line.words[at] in _STOPPED or len(self.line.words[at]) == 1)

    @cached_property
    def is_shouted(self) -> bool:
        """Tell whether most of the text is in capitals, so that a capital says nothing."""
        seen = self.line.plain[:400]
        return sum(map(str.isupper, seen)) > sum(map(str.isalpha, seen)) * 0.7

    def word_from(self, typed: int) -> int:
        """Give the number of the word that starts at a position of the typed text, or the next one."""
        starts = self.line.typed_starts
        if self.back is None:
            return bisect_left(starts, typed)
        back = self.back
        return bisect_left(starts, typed, key=lambda start: back[start])

    def word_at(self, plain: int) -> int:
        """Give the number of the word that starts at a position of `line.plain`, or the next one."""
        return bisect_left(self.line.starts, plain)


_STOPPED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "st",
        "sr",
        "sra",
        "srta",
        "mme",
        "mlle",
        "rev",
        "capt",
        "hr",
        "fr",
        "sig",
        "no",
        "nr",
        "tel",
        "vs",
        "approx",
    ]
)


def see(text: str) -> SeenText:
    """Cut a text into words; takes time in step with its length, whatever it holds."""
    if text.isascii():
        odd = _CONTROL.search(text) is not None
    else:
        odd = any(_spelled(char) != char for char in set(text)) or _JAMO.search(text) is not None
    if not odd:
        return SeenText(typed=text, line=read_text(text), back=None)
    kept: list[str] = []
    back: list[int] = []
    at = 0
    while at < len(text):
        syllable = _JAMO.match(text, at)
        if syllable is not None:
            kept.append(unicodedata.normalize("NFC", syllable.group())[:1])
            back.append(at)
            at = syllable.end()
            continue
        for char in _spelled(text[at]):
            kept.append(char)
            back.append(at)
        at += 1
    back.append(len(text))
    return SeenText(typed=text, line=read_text("".join(kept)), back=back)
