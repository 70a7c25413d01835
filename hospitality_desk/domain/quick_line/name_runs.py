"""Reads a name as far as it goes: "Maria José Garcia-Lopez", "de la Vega", "O'Brien"."""

from dataclasses import dataclass

from hospitality_desk.domain.quick_line.text import LineText
from hospitality_desk.domain.quick_line.words import LineWords

_LONGEST = 8
"""Words in one name, particles included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of name words, and whether the last one ends in 's."""

    first: int
    after: int
    possessive: bool = False


def is_name_word(line: LineText, at: int, words: LineWords) -> bool:
    """Say whether a word may be part of a name: letters, no everyday word, no place before its number."""
    word = line.word(at)
    if not word[:1].isalpha() or word in words.not_names or word.removesuffix("'s") in words.not_names:
        return False
    place = word in words.numbered_places or word in words.letter_places
    return not (place and (line.is_number(at + 1) or line.word(at + 1) in words.ones))


def is_shouted(line: LineText) -> bool:
    """Say whether the whole line is in capitals, so that a capital says nothing."""
    return line.plain == line.plain.upper() and line.plain != line.folded


def is_short_for_something(line: LineText, at: int) -> bool:
    """Say whether a word is AC or TV rather than a name."""
    typed = line.plain[line.starts[at] : line.ends[at]]
    return 1 < len(typed) < 4 and typed.isupper() and typed != typed.lower() and line.word(at + 1) != "."


def read_name(line: LineText, at: int, words: LineWords, *, capitals: bool, most: int = 4) -> Name | None:
    """Read a run of name words. Without `capitals`, one small-lettered word is a name as well."""
    after, named = at, 0
    small = not line.is_capital(at) or line.folded == line.plain
    while after < at + _LONGEST and named < most:
        word = line.word(after)
        if word in words.particles and named < 2 and _continues(line, after, words, capitals=capitals):
            after += 1
            continue
        if not is_name_word(line, after, words) or (capitals and not line.is_capital(after)):
            break
        if named and not line.is_capital(after):
            break
        named, after = named + 1, after + 1
        if word.endswith("'s"):
            return Name(first=at, after=after, possessive=True)
        if len(word) == 1 and line.word(after) == "." and line.glued(after - 1):
            after += 1
        after = _behind_hyphens(line, after, words)
        if small and not capitals:
            break
    while named and line.word(after - 1) in words.particles and after - 1 > at:
        after -= 1
    return Name(first=at, after=after) if named else None


def _behind_hyphens(line: LineText, at: int, words: LineWords) -> int:
    """Take in the other halves of a double name: "Garcia-Lopez"."""
    after = at
    while after < at + 6 and line.word(after) == "-" and line.glued(after - 1) and line.glued(after):
        if not is_name_word(line, after + 1, words):
            break
        after += 2
    return after


def _continues(line: LineText, at: int, words: LineWords, *, capitals: bool) -> bool:
    """Say whether a name word follows a particle, at most one particle later."""
    following = at + 1 + (line.word(at + 1) in words.particles)
    return is_name_word(line, following, words) and (not capitals or line.is_capital(following))
