"""The numbers of a text, in digits or in words, and the runs in which they stand: "five five five 0147"."""

from dataclasses import dataclass

from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.quick_line.clocks import read_number
from hospitality_desk.domain.quick_line.english import ENGLISH

_ZEROS = frozenset(["oh", "o", "zero", "nought", "null", "cero"])
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_BETWEEN = frozenset("-.()/,·+–—\\*_~|")
_MOST_BETWEEN = 3
_LOOKS = str.maketrans("oli", "011")
STARTERS = frozenset(ENGLISH.ones) | frozenset(ENGLISH.tens) | _ZEROS | frozenset(_TIMES)
"""Words a spoken number can start with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Digits that stand together: the words from `first` up to `after`, and what they are in digits."""

    first: int
    after: int
    digits: str
    spoken: bool


def digit_groups(seen: SeenText) -> list[Group]:
    """Return every number of a text, in order. A spoken zero counts only beside another number."""
    line = seen.line
    groups: list[Group] = []
    at = 0
    while at < len(line.words):
        word = line.words[at]
        if not (word[0].isdecimal() or word in STARTERS):
            at += 1
            continue
        group = _group(seen, at)
        if group is not None:
            groups.append(group)
        at = group.after if group is not None else at + 1
    return groups


def _group(seen: SeenText, at: int) -> Group | None:
    line = seen.line
    word = line.words[at]
    if word[0].isdecimal():
        return _written(seen, at)
    if word in _ZEROS:
        is_beside = line.word(at + 1) in STARTERS or line.word(at - 1) in STARTERS
        is_beside = is_beside or line.word(at + 1)[:1].isdecimal() or line.word(at - 1)[:1].isdecimal()
        if word == "o" and line.glued(at) and not line.word(at + 1)[:1].isdecimal():
            return None
        return Group(first=at, after=at + 1, digits="0", spoken=True) if is_beside else None
    if word in _TIMES:
        digit = "0" if line.word(at + 1) in _ZEROS else str(ENGLISH.ones.get(line.word(at + 1), 10))
        digit = line.word(at + 1) if line.word(at + 1).isdecimal() else digit
        return Group(first=at, after=at + 2, digits=digit * _TIMES[word], spoken=True) if len(digit) == 1 else None
    read = read_number(line, at, ENGLISH)
    return Group(first=at, after=read[1], digits=str(read[0]), spoken=True) if read else None


def _written(seen: SeenText, at: int) -> Group:
    """Take in the letters O and l inside a number, where they can only be digits."""
    line = seen.line
    digits, after = line.words[at], at + 1
    while line.glued(after - 1) and after < len(line.words) and set(line.words[after]) <= set("oli"):
        if not (line.glued(after) and line.word(after + 1)[:1].isdecimal()):
            break
        digits += line.words[after].translate(_LOOKS) + line.words[after + 1]
        after += 2
    return Group(first=at, after=after, digits=digits, spoken=False)


def runs_of(seen: SeenText, groups: list[Group]) -> list[list[Group]]:
    """Return the groups that may be one number: nothing but spaces and the usual marks between them."""
    runs: list[list[Group]] = []
    for group in groups:
        if runs:
            between = seen.line.words[runs[-1][-1].after : group.first]
            if len(between) <= _MOST_BETWEEN and all(word in _BETWEEN for word in between):
                runs[-1].append(group)
                continue
        runs.append([group])
    return runs
