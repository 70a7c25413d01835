"""Where words of known names stand in a text: plain, possessive, misspelt, with letters that only look right."""

from collections.abc import Iterator

from hospitality_desk.domain.deidentify.look_alikes import latin_looks
from hospitality_desk.domain.deidentify.name_keys import Hit, NameKeys, Rule
from hospitality_desk.domain.deidentify.name_slips import Slips
from hospitality_desk.domain.deidentify.name_words import NAMES_THAT_ARE_WORDS, NOT_INITIALS
from hospitality_desk.domain.deidentify.near_words import NEAR_WORDS
from hospitality_desk.domain.deidentify.ordinary_words import ORDINARY, is_ordinary
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.deidentify.taken_apart import TakenApart

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~…–—•")


class NameHits:
    """Finds words of names. Compiled once from the keys of all names."""

    def __init__(self, keys: NameKeys) -> None:
        self._keys = keys
        self._slips = Slips(keys.words)
        self._apart = TakenApart(keys)
        self._quiet = (ORDINARY | _PUNCTUATION) - keys.knowns.keys()
        """Words that need no second look: nearly all of a text."""

    def hits(self, seen: SeenText) -> list[Hit]:
        """Return the hits in order, none overlapping; of overlapping ones the longest."""
        if not (self._keys.knowns or self._keys.initials):
            return []
        line, quiet = seen.line, self._quiet
        numbers: list[int] = []
        found: list[Hit] = []
        for at, word in enumerate(line.words):
            if word in quiet:
                continue
            if word[0].isalpha():
                hit = self._word(seen, at, word)
                if hit is not None:
                    found.append(hit)
            elif word[0].isdecimal():
                numbers.append(at)
        found += self._apart.hits(seen, numbers)
        return without_overlaps(found)

    def _word(self, seen: SeenText, at: int, word: str) -> Hit | None:
        line, keys = seen.line, self._keys
        start, end = line.starts[at], line.ends[at]
        if word in keys.knowns:
            return None if len(word) == 1 and _goes_on(seen, at) else keys.hit(start, end, word)
        for form, cut in forms_of(word):
            if form in keys.knowns:
                return keys.hit(start, end - cut, form)
        if not word.isascii():
            for form in latin_looks(line.plain[start:end].replace("'", "")):
                for bare in (form, form.removesuffix("s")):
                    if bare in keys.knowns:
                        return keys.hit(start, end, bare)
        if word.upper() == word or (line.glued(at) and line.words[at + 1][0].isdecimal()):
            return None
        capital = line.is_capital(at)
        name, cut = self._meant(word, capital=capital)
        if name is not None:
            return keys.hit(start, end - cut, name)._replace(sure=capital)
        initials = keys.initials.get(word, ())
        if initials and word not in NOT_INITIALS and word not in ORDINARY and line.plain[start:end].isupper():
            return Hit(start, end, initials, Rule.FREE, word, sure=False)
        return None

    def _meant(self, word: str, *, capital: bool) -> tuple[str | None, int]:
        """Return the name a word may be a slip of, and how many letters are not its; none for everyday words."""
        forms = tuple(forms_of(word))
        if any(form in ORDINARY or form in NEAR_WORDS for form, _cut in forms):
            return None, 0
        for form, cut in forms:
            name = self._slips.meant(form, capital=capital)
            if name is not None:
                is_word = not capital and any(is_ordinary(one) or one in NAMES_THAT_ARE_WORDS for one, _cut in forms)
                return (None, 0) if is_word else (name, cut)
        return None, 0


def forms_of(word: str) -> Iterator[tuple[str, int]]:
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


def _goes_on(seen: SeenText, at: int) -> bool:
    """Tell whether a letter is only the end or the start of something longer: Q1, a Q-tip, Q&A."""
    line = seen.line
    following, before = line.word(at + 1), line.word(at - 1)
    is_led = line.glued(at - 1) and (before[-1].isalnum() or before in "-&_/")
    return is_led or (line.glued(at) and (following[0].isalnum() or following in "-&_/"))


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
