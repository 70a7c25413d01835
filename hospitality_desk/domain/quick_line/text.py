"""One typed line cut into words, accents, odd spaces and capitals set aside; each word is found again in the typing."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_WORDS = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_")
_LOOKS_LIKE = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ´`′", "'"),
        **dict.fromkeys("“”«»„″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **{"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"},
    }
)
_DROPPED = ("Mn", "Me", "Cf")


def _plain_character(character: str) -> str:
    """Give the plain form of one character: at most one character, none for marks and invisible ones."""
    if unicodedata.category(character) in _DROPPED:
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if character.isspace() and character not in "\n\r\t":
        return " "
    look = character.translate(_LOOKS_LIKE)
    if look != character:
        return look
    base = [part for part in unicodedata.normalize("NFKD", character) if unicodedata.category(part) != "Mn"]
    return base[0].translate(_LOOKS_LIKE) if len(base) == 1 else character


def _lower(plain: str) -> str:
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(one if len(one) == 1 else typed for typed in plain for one in [typed.lower()])


def fold(text: str) -> str:
    """Give the text without accents, capitals and invisible characters, for comparing names."""
    return text.lower() if text.isascii() else _lower("".join(map(_plain_character, text)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineText:
    """A line cut into words; word numbers are what the finders speak in.

    `plain` and `folded` are as long as each other, not as long as `typed`: `span` gives the way back.
    """

    typed: str
    plain: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    back: list[int] | None
    typed_starts: list[int]
    """Where each word starts in the typed text."""

    def word(self, number: int) -> str:
        """Give a word in small letters, or nothing outside the line."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def glued(self, number: int) -> bool:
        """Say whether nothing stands between this word and the next."""
        return 0 <= number < len(self.words) - 1 and self.ends[number] == self.starts[number + 1]

    def is_number(self, number: int) -> bool:
        """Say whether the word is written in digits."""
        return self.word(number)[:1].isdecimal()

    def is_capital(self, number: int) -> bool:
        """Say whether a word starts as names do: a capital, or a script that has none."""
        if not 0 <= number < len(self.words):
            return False
        first = self.plain[self.starts[number]]
        return first.isalpha() and not first.islower()

    def place_in(self, at: int) -> int:
        """Turn a position in `plain` into one in `typed`."""
        return at if self.back is None else self.back[at]

    def words_in(self, start: int, end: int) -> range:
        """Give the numbers of the words that start between two positions of the typed text."""
        return range(bisect_left(self.typed_starts, start), bisect_left(self.typed_starts, end))

    def plain_typed(self, start: int, end: int) -> str:
        """Give what was typed between two positions of `plain`, composed and without invisible characters."""
        typed = self.typed[self.place_in(start) : self.place_in(end)]
        seen = "".join(one for one in typed if one.isascii() or unicodedata.category(one) != "Cf")
        return " ".join(unicodedata.normalize("NFC", seen).split())

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Give where the words from `first` up to, not including, `after` stand in the typed text."""
        return self.place_in(self.starts[first]), self.place_in(self.ends[after - 1])


def read_text(text: str) -> LineText:
    """Cut a line into words; takes time in step with its length, whatever it holds."""
    back: list[int] | None = None
    if text.isascii():
        plain = text
    else:
        known: dict[str, str] = {}
        kept: list[str] = []
        back = []
        for at, character in enumerate(text):
            one = known.get(character)
            if one is None:
                one = known[character] = _plain_character(character)
            if one:
                kept.append(one)
                back.append(at)
        back.append(len(text))
        plain = "".join(kept)
    folded = _lower(plain)
    spans = [found.span() for found in _WORDS.finditer(folded)]
    starts = [start for start, _ in spans]
    return LineText(
        typed=text,
        plain=plain,
        folded=folded,
        words=[folded[start:end] for start, end in spans],
        starts=starts,
        ends=[end for _, end in spans],
        back=back,
        typed_starts=starts if back is None else [back[start] for start in starts],
    )


def phrase_at(line: LineText, at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Count the words of the first phrase that stands at this word; 0 for none."""
    word = line.word(at)
    for phrase in phrases:
        if phrase[0] == word and all(line.word(at + step) == one for step, one in enumerate(phrase)):
            return len(phrase)
    return 0
