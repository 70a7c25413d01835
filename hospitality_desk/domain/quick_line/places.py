"""Finds where the guest is: "t12", "room two oh seven", "in the lobby", or a place the house has used before."""

import re
from collections.abc import Iterable
from functools import cache

from hospitality_desk.domain.quick_line.clocks import read_number
from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText, fold, phrase_at
from hospitality_desk.domain.quick_line.words import LineWords, Phrase, word_set

_MOST = 40
_NOT_A_PLACE_NUMBER = word_set("% $ € £ am pm min mins minutes hours people persons ppl pax o'clock st nd rd th")


def find_places(line: LineText, context: LineContext) -> list[Part]:
    """Find places, the best sort only: those with a number and the house's own; then bare words; then guesses."""
    known = {fold(place): place for place in context.places}
    numbered = list(_numbered(line, known, context.words))
    own = list(_own_places(line, known))
    sure = [part for part in numbered if part.sure] or own
    if sure:
        return sure
    bare = list(_bare(line, context.words))
    return [part for part in bare if part.sure] or numbered or bare


def _part(line: LineText, value: str, first: int, after: int, *, sure: bool) -> Part:
    start, end = line.span(first, after)
    return Part(part=PartName.PLACE, value=value, raw=line.typed[start:end], start=start, end=end, sure=sure)


def _numbered(line: LineText, known: dict[str, str], words: LineWords) -> Iterable[Part]:
    found = 0
    for at in [
        at for at, word in enumerate(line.words) if word in words.numbered_places or word in words.letter_places
    ]:
        word = line.words[at]
        letter = word in words.letter_places
        if at and line.glued(at - 1) and line.words[at - 1] not in "([,;:/\"'#@-\n":
            continue
        number_at = at + 1
        while number_at < at + 4 and line.word(number_at) in words.number_marks:
            number_at += 1
        if letter and number_at > at + 1 and not line.glued(at):
            continue
        number = _number(line, number_at, words)
        if number is None:
            continue
        shown, after = number
        name = words.letter_places[word] if letter else words.numbered_places[word]
        value = f"{name} {shown}"
        doubtful = letter and (word in words.doubtful_letters or not (line.glued(at) or word == "t" or at == 0))
        yield _part(line, known.get(fold(value), value), at, after, sure=not doubtful or fold(value) in known)
        found += 1
        if found == _MOST:
            return


def _number(line: LineText, at: int, words: LineWords) -> tuple[str, int] | None:
    """Read a place's number, with its letter: "12", "12a", "twelve", "two oh seven"."""
    word = line.word(at)
    if word.isdecimal():
        if len(word) > 5:
            return None
        shown, after = word.lstrip("0") or "0", at + 1
        letter = line.word(after)
        if line.glued(at) and len(letter) == 1 and letter.isalpha():
            shown, after = shown + letter, after + 1
    else:
        spoken = _spoken_digits(line, at, words) or read_number(line, at, words)
        if spoken is None or line.word(at) in words.articles:
            return None
        shown, after = str(spoken[0]), spoken[1]
    following = line.word(after)
    if following in _NOT_A_PLACE_NUMBER or (line.glued(after - 1) and following[:1].isalpha()):
        return None
    if following in (":", ".", "-", "/") and line.glued(after - 1) and line.glued(after) and line.is_number(after + 1):
        return None
    return shown, after


def _spoken_digits(line: LineText, at: int, words: LineWords) -> tuple[str, int] | None:
    """Two oh seven: 207."""
    digits = ""
    after = at
    while after < at + 4:
        word = line.word(after)
        value = 0 if word in ("oh", "o", "zero") else words.ones.get(word, 10)
        if value > 9 or (not digits and value == 0):
            break
        digits, after = digits + str(value), after + 1
    return (digits, after) if len(digits) > 1 else None


def _own_places(line: LineText, known: dict[str, str]) -> Iterable[Part]:
    """The house's own places, the longest first."""
    for folded in sorted(known, key=len, reverse=True):
        if folded and folded in line.folded:
            found = re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", line.folded)
            if found:
                start, end = line.place_in(found.start()), line.place_in(found.end())
                raw = line.typed[start:end]
                yield Part(part=PartName.PLACE, value=known[folded], raw=raw, start=start, end=end, sure=True)


@cache
def _by_first_word(words: LineWords) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(words.bare_places, key=len, reverse=True):
        table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


def _bare(line: LineText, words: LineWords) -> Iterable[Part]:
    """Places without a number: sure at the line's start and after "at the", a guess elsewhere."""
    phrases = _by_first_word(words)
    found = 0
    for at in [at for at, word in enumerate(line.words) if word in phrases]:
        length = phrase_at(line, at, phrases[line.words[at]])
        if not length:
            continue
        before = line.word(at - 1)
        articled = before in ("the", "our")
        lead = line.word(at - 1 - articled) in words.place_leads
        if before in words.articles or before == "no" or (line.is_number(at + length) and not lead):
            continue
        phrase = tuple(line.words[at : at + length])
        yield _part(line, words.bare_places[phrase], at, at + length, sure=at == 0 or lead)
        found += 1
        if found == _MOST:
            return
