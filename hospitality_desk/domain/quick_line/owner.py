"""Finds whom the line is for: "@carlo"."""

import re

from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText, fold

_AT_NAME = re.compile(r"(?<![\w.@+\-/])@([^\W\d_][^\W_]*(?:['._-][^\W_]+)*)(?!\w)")
_SEPARATORS = re.compile(r"[\s._'-]+")
_SHORTEST = 3
"""Letters a beginning of a name must have."""
_MOST = 20


def find_owners(line: LineText, context: LineContext) -> list[Part]:
    """Find the names after an at-sign; sure when exactly one colleague is meant."""
    found: list[Part] = []
    people = [(fold(person), person) for person in context.people]
    at = line.folded.find("@")
    while at >= 0 and len(found) < _MOST:
        match = _AT_NAME.match(line.folded, at)
        if match:
            found.append(_owner(line, match.start(), match.end(), people))
        at = line.folded.find("@", at + 1)
    return found


def _owner(line: LineText, start: int, end: int, people: list[tuple[str, str]]) -> Part:
    typed = line.folded[start + 1 : end]
    if typed.endswith("'s"):
        typed, end = typed[:-2], end - 2
    for folded, person in people:
        after = start + 1 + len(folded)
        whole = " " in folded and line.folded.startswith(folded, start + 1)
        if whole and not line.folded[after : after + 1].isalnum():
            return _part(line, person, start, after, sure=True)
    meant = _meant(typed, people)
    if len(meant) == 1:
        return _part(line, meant[0], start, end, sure=True)
    return _part(line, line.plain_typed(start + 1, end), start, end, sure=False)


def _meant(typed: str, people: list[tuple[str, str]]) -> list[str]:
    """Everybody the name can mean, by the closest likeness that gives anybody."""
    joined = _SEPARATORS.sub("", typed)
    whole = [person for folded, person in people if _SEPARATORS.sub("", folded) == joined]
    first = [person for folded, person in people if folded.split()[:1] == [typed]]
    starts = [person for folded, person in people if len(typed) >= _SHORTEST and folded.startswith(typed)]
    return whole or first or starts


def _part(line: LineText, value: str, start: int, end: int, *, sure: bool) -> Part:
    start, end = line.place_in(start), line.place_in(end)
    return Part(part=PartName.OWNER, value=value, raw=line.typed[start:end], start=start, end=end, sure=sure)
