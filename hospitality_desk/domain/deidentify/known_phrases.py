"""Known values of several words, such as a house's name or a street, and known e-mail addresses and handles."""

from collections.abc import Iterator, Sequence

from hospitality_desk.domain.deidentify.ordinary_words import ORDINARY
from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.spans import Span
from hospitality_desk.domain.quick_line.words import spelled

_ARTICLES = frozenset(
    ["the", "a", "an", "der", "die", "das", "el", "la", "los", "las", "le", "les", "il", "lo", "de", "het"]
)
_SAME = spelled(
    {
        "street": "st str",
        "road": "rd",
        "avenue": "ave av",
        "lane": "ln",
        "drive": "dr",
        "square": "sq",
        "boulevard": "blvd",
        "and": "&",
        "saint": "st.",
        "strasse": "straße",
    }
)
_SKIPPED = frozenset(["-", ",", ".", "'", "/", ":", '"', "(", ")", "#"])
_DOTS = frozenset(["dot", "punkt", "point", "punto", "ponto", "punt"])
_ATS = frozenset(["@", "at", "arroba", "klammeraffe"])
_LONG_ENOUGH = 5
"""Letters of what stands before the @ that are known without the rest."""


class KnownPhrases:
    """Finds known values of several words, whatever their case, and whatever marks stand between."""

    def __init__(self) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], bool, int]]] = {}

    def add(self, value: str, known: int) -> tuple[str, ...]:
        """Let a value be found as a whole and return its words; an article at its start may be missing."""
        words = tuple(_same(word) for word in see(value).line.words if word[0].isalnum() or word == "&")
        bare = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
        if len(bare) > 1 or (bare and (bare != words or bare[0] not in ORDINARY)):
            self._add(bare, len(bare) < len(words), known)
        if bare and bare[0][0].isdecimal() and len(bare) > 2:
            self._add(bare[1:], False, known)
        return words

    def add_letters(self, value: str, known: int) -> None:
        """Let a name of two initials and more be found as it is written, with points and without."""
        words = tuple(word for word in see(value).line.words if word[0].isalnum())
        if len(words) > 1 and all(len(word) == 1 and word.isalpha() for word in words):
            self._add(words, False, known)

    def _add(self, words: tuple[str, ...], article: bool, known: int) -> None:
        self.by_first.setdefault(words[0], []).append((words, article, known))

    def spans(self, seen: SeenText) -> Iterator[Span]:
        """Yield where the values stand."""
        if not self.by_first:
            return
        line = seen.line
        for at, word in enumerate(line.words):
            for words, article, known in self.by_first.get(_same(word), ()):
                after = _behind(seen, at, words)
                if after is None:
                    continue
                led = line.word(at - 1) in _ARTICLES
                if article and len(words) == 1 and words[0] in ORDINARY and not (led and line.is_capital(at)):
                    continue
                start, end = seen.span(at - (article and led), after)
                if line.words[after - 1].endswith("'s") and not words[-1].endswith("s"):
                    end = seen.place(line.ends[after - 1] - 2)
                yield Span(start=start, end=end, known=known)


def _behind(seen: SeenText, at: int, words: Sequence[str]) -> int | None:
    line, after = seen.line, at
    for number, word in enumerate(words):
        skipped = 0
        while number and skipped < 2 and line.word(after) in _SKIPPED and _same(line.word(after)) != word:
            after, skipped = after + 1, skipped + 1
        said = line.word(after)
        if _same(said) != word and said.replace("'s", "").replace("'", "") != word.replace("'", ""):
            return None
        after += 1
    return after


def _same(word: str) -> str:
    return _SAME.get(word, word)


class KnownAddresses:
    """Finds known e-mail addresses and handles: with @ or "at", dots or "dot", or only what stands before the @."""

    def __init__(self) -> None:
        self._by_start: dict[str, list[tuple[str, str, int]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_start)

    def add(self, value: str, known: int) -> None:
        """Let an address be found, or a handle, which has nothing behind an @."""
        user, _at, domain = value.strip().removeprefix("@").removeprefix("mailto:").partition("@")
        atoms = _atoms(user)
        start = ""
        for atom in atoms:
            start += atom
            self._by_start.setdefault(start, []).append(("".join(atoms), "".join(_atoms(domain)), known))

    def spans(self, seen: SeenText) -> Iterator[Span]:
        """Yield where the addresses stand."""
        line = seen.line
        for at, word in enumerate(line.words):
            for user, domain, known in self._by_start.get(word.replace("'", ""), ()):
                after = _spelled_out(seen, at, user, glued=True)
                if after is None:
                    continue
                end = _domain(seen, after, domain)
                lead = at > 0 and line.words[at - 1] == "@" and line.glued(at - 1)
                is_alone = len(user) >= _LONG_ENOUGH and user not in ORDINARY
                if end is None and not (lead or is_alone):
                    continue
                if line.glued((end or after) - 1) and line.word(end or after)[:1].isalnum():
                    continue
                start, stop = seen.span(at - lead, end or after)
                yield Span(start=start, end=stop, known=known, weak=end is None and not lead)
                break


def _atoms(text: str) -> list[str]:
    return [word.replace("'", "") for word in see(text).line.words if word[0].isalnum()]


def _spelled_out(seen: SeenText, at: int, letters: str, *, glued: bool) -> int | None:
    """Return the word behind these letters, written with or without dots, lines and the word "dot" between."""
    line, after, left = seen.line, at, letters
    while left:
        word = line.word(after).replace("'", "")
        if word and left.startswith(word) and word[0].isalnum():
            left, after = left[len(word) :], after + 1
        elif after > at and (word in _DOTS or (word and word in "._-+()[]")):
            after += 1
        else:
            return None
        is_dotted = line.word(after) in _DOTS or line.word(after - 1) in _DOTS
        if glued and left and not line.glued(after - 1) and not is_dotted:
            return None
    return after


def _domain(seen: SeenText, after: int, domain: str) -> int | None:
    """Return the word behind "@domain", read after the user's part."""
    line = seen.line
    at = after
    while line.word(at) and line.word(at) in "([{<":
        at += 1
    if line.word(at) not in _ATS or not domain:
        return None
    at += 1
    while line.word(at) and line.word(at) in ")]}>":
        at += 1
    return _spelled_out(seen, at, domain, glued=False)
