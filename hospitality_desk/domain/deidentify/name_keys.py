"""The words a name is looked for by: its parts, short forms, parts run together, initials."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from hospitality_desk.domain.deidentify.look_alikes import latin_looks
from hospitality_desk.domain.deidentify.name_words import (
    FIRST_NAMES,
    NAMES_THAT_ARE_WORDS,
    NOBODY,
    ROLE_WORDS,
    SMALL_FIRST_NAMES,
    SMALL_SURNAMES,
    short_forms,
)
from hospitality_desk.domain.deidentify.ordinary_words import ORDINARY
from hospitality_desk.domain.deidentify.seen_text import see
from hospitality_desk.domain.quick_line.english import ENGLISH

_TITLES_RUN_ON = ("mr", "mrs", "ms", "miss", "dr", "herr", "frau", "chef", "sir", "madame", "senor", "senora")
_SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_NEVER = frozenset(["the", "a", "an", "of", "and", "in", "with", "from", "at", "for", "&", "und", "et", "y"])
"""Small words that are not even half of a name, as in "the Lady"."""
_TITLES_ALONE = (NOBODY | frozenset(["m", "sra", "srta", "mme", "mlle", "prof"])) - {"sir"}
"""What names nobody even where it stands alone, or behind another title."""
_LEADS = ("mac", "mc", "o", "d", "de", "van", "von", "la", "le", "di", "del", "al")
_CYRILLIC_ENDS = {"а": ("ы", "е", "у", "ои"), "я": ("и", "е", "ю", "еи"), "": ("а", "у", "ом", "е")}


class Rule(IntEnum):
    """When a word of a name counts; the lowest wins where two names share a word."""

    FREE = 0
    """Wherever it stands, in any case."""
    SHORT = 1
    """With a capital only: it is too short to be trusted without."""
    CAPITAL = 2
    """With a capital only, and at a sentence's start it is a question: it is an everyday word as well."""
    BESIDE = 3
    """Only beside another part of the same name."""


class Hit(NamedTuple):
    """Words that stand for some known name: where in `line.plain`, for which names, and by which rule they count."""

    start: int
    end: int
    knowns: tuple[int, ...]
    rule: Rule
    word: str
    sure: bool = True


class NameKeys:
    """Every word by which some known name can be found, each with the names it may mean and its rule."""

    def __init__(self) -> None:
        self.knowns: dict[str, tuple[int, ...]] = {}
        self.rules: dict[str, Rule] = {}
        self.words: set[str] = set()
        """Whole words of names of five letters and more, which may be misspelt; four for the start of a longer one."""
        self.initials: dict[str, tuple[int, ...]] = {}
        self.parts: dict[int, frozenset[str]] = {}
        """All words of each name, the small ones between included."""

    def add(self, key: str, known: int, rule: Rule) -> None:
        """Let a name be found by a word."""
        before = self.knowns.get(key, ())
        if known not in before:
            self.knowns[key] = (*before, known)
        self.rules[key] = min(rule, self.rules.get(key, Rule.BESIDE))

    def hit(self, start: int, end: int, key: str) -> Hit:
        """Return what it is to have met a key there."""
        return Hit(start, end, self.knowns[key], self.rules[key], key)

    def add_name(self, value: str, known: int) -> None:
        """Let a person's name be found by its parts and all that may be made of them."""
        words = words_of(value)
        if words and all(len(word) == 1 and word.isascii() for word in words):
            self._add_letters(words, known)
            return
        is_alone = len(words) == 1 and words[0] not in _TITLES_ALONE
        surname = _titled_surname(words)
        core = [
            word
            for at, word in enumerate(words)
            if (word not in ROLE_WORDS or (at == 0 and (is_alone or _is_first_name(words)))) and len(word) > 1
        ]
        self.parts[known] = frozenset(words) - (frozenset(ENGLISH.titles) - {surname})
        if surname is not None and (surname in ENGLISH.titles or surname in SMALL_SURNAMES or not core):
            self.add(surname, known, Rule.CAPITAL)
        for word in words:
            is_rest = word not in core and word not in ENGLISH.titles and word != surname and word not in _NEVER
            if is_rest and (len(word) > 1 or not core):
                self.add(word, known, Rule.BESIDE)
        if not core:
            return
        for at, word in enumerate(core):
            self._add_word(word, known)
            if at < max(1, len(core) - 1):
                for short in short_forms(word):
                    self.add(short, known, rule_of(short))
        for spelling in spellings_of(value):
            self._add_word(spelling, known)
        for run in _run_together(words, core):
            self.add(run, known, Rule.FREE)
        for letters in _initials(value, words, core):
            self.initials[letters] = tuple({*self.initials.get(letters, ()), known})

    def _add_letters(self, letters: Sequence[str], known: int) -> None:
        """Let a name of initials only be found as it is written, and with points."""
        self.parts[known] = frozenset(letters)
        if len(letters) > 1:
            joined = "".join(letters)
            self.initials[joined] = tuple({*self.initials.get(joined, ()), known})
        elif letters[0] not in ENGLISH.after_i and letters[0] != "i":
            self.add(letters[0], known, Rule.CAPITAL if letters[0] in ORDINARY else Rule.SHORT)

    def _add_word(self, word: str, known: int) -> None:
        rule = rule_of(word)
        self.add(word, known, rule)
        if not word.isascii():
            for look in latin_looks(word):
                self.add(look, known, rule)
            for ending in _endings(word):
                self.add(ending, known, rule)
        if len(word) > 3:
            self.words.add(word)
        for lead in _LEADS:
            rest = word.removeprefix(lead)
            if rest != word and len(rest) > 3 and rest not in ORDINARY and (len(lead) > 2 or len(rest) > 4):
                self.add(rest, known, rule_of(rest))

    def add_distinct(self, words: Iterable[str], known: int) -> None:
        """Let a house's name or a street be found by those of its words that are no everyday ones."""
        for word in words:
            if len(word) > 3 and word.isalpha() and word not in ORDINARY and word not in NAMES_THAT_ARE_WORDS:
                self.add(word, known, Rule.FREE)
                self.words.add(word)


def _is_first_name(words: Sequence[str]) -> bool:
    """Tell whether a name begins with a small word that is a first name, or may be one before a word that is rare."""
    if words[0] in FIRST_NAMES:
        return True
    return words[0] in SMALL_FIRST_NAMES and len(words) > 1 and words[1] not in ORDINARY and words[1] not in ROLE_WORDS


def _titled_surname(words: Sequence[str]) -> str | None:
    """Return the last word of a name that has a title before it or a first name: the Prince of Mr Prince.

    None where it is only one more title of the kind that is nobody's name, or the only word.
    """
    first = 0
    while first < len(words) - 1 and (words[first] in ENGLISH.titles or words[first] in ENGLISH.joining):
        first += 1
    last = words[-1] if words else ""
    if first == 0 or last in _TITLES_ALONE or (words[-2] in ENGLISH.joining and last in ENGLISH.titles):
        may_be_one = len(words) > 1 and (last in ENGLISH.titles or last in SMALL_SURNAMES) and last not in _TITLES_ALONE
        return last if may_be_one and any(word not in ROLE_WORDS for word in words[:-1]) else None
    return last


def rule_of(word: str) -> Rule:
    """Return when a word counts as a name on its own."""
    if word in NAMES_THAT_ARE_WORDS or word in ORDINARY:
        return Rule.CAPITAL
    return Rule.SHORT if len(word) < 3 and word.upper() != word.lower() else Rule.FREE


def words_of(value: str) -> list[str]:
    """Return the words of a value without apostrophes, folded; digits and signs are left out."""
    return [word.replace("'", "") for word in see(value).line.words if word[0].isalpha()]


def spellings_of(value: str) -> Iterator[str]:
    """Yield the parts of a name as they are also written: ue for ü and ü for ue, and what stands behind O'."""
    other = words_of(value.translate(_SPELLINGS))
    plain = words_of(value)
    yield from (word for word in other if word not in plain and word not in ROLE_WORDS and len(word) > 2)
    for word in plain:
        for pair, letter in (("ue", "u"), ("oe", "o"), ("ae", "a")):
            if pair in word and len(word) > 4:
                yield word.replace(pair, letter)
    for word in see(value).line.words:
        for piece in word.split("'")[1:]:
            if len(piece) > 3:
                yield piece


def _endings(word: str) -> Iterator[str]:
    """Yield the cases of a Russian name."""
    if not "а" <= word[0] <= "я" or len(word) < 3:
        return
    stem, endings = (word[:-1], _CYRILLIC_ENDS[word[-1]]) if word[-1] in "ая" else (word, _CYRILLIC_ENDS[""])
    yield from (stem + ending for ending in endings)


def _run_together(words: Sequence[str], core: Sequence[str]) -> Iterator[str]:
    """Yield the parts of a name written as one word: janerivera, riverajane, MsRivera, jrivera, rivera_j."""
    runs = {"".join(words[first:after]) for first in range(len(words)) for after in range(first + 2, len(words) + 1)}
    runs |= {"".join(core[first:after]) for first in range(len(core)) for after in range(first + 2, len(core) + 1)}
    last = core[-1]
    runs |= {title + last for title in _TITLES_RUN_ON}
    if len(core) > 1:
        runs |= {last + core[0], core[0][0] + last, last + core[0][0], core[0] + last[0]}
        runs |= {short + last for short in short_forms(core[0])}
    yield from (run for run in runs if len(run) > 4 and run not in ORDINARY)


def _initials(value: str, words: Sequence[str], core: Sequence[str]) -> Iterator[str]:
    """Yield the first letters of a name's parts: mr, and for Siobhán O'Neill so and son."""
    if len(core) < 2 or not core[0][0].isascii():
        return
    named = [word for word in words if word not in ENGLISH.titles]
    yield "".join(word[0] for word in core)
    yield core[0][0] + core[-1][0]
    yield "".join(word[0] for word in named)
    typed = {word.replace("'", ""): word for word in see(value).line.words}
    yield "".join("".join(piece[:1] for piece in typed.get(word, word).split("'")) for word in core)
