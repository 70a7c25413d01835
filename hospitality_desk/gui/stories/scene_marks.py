"""What is marked in a scene: what is undecided, what stands in place of a name, what each sentence rests on.

Positions are those of Qt's documents: UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hospitality_desk.domain.stories.scenes import Sentence


class Sort(StrEnum):
    """How a piece is marked."""

    OPEN = "open"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A piece of a text; `value` is what it stands for, in words a person knows."""

    start: int
    end: int
    sort: Sort
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sentence stands in a text as it is now, and the notes it rests on; none: it is the editor's own."""

    start: int
    end: int
    entries: tuple[int, ...]


def marks_in(text: str, open_values: tuple[str, ...], put_in: tuple[tuple[str, str], ...]) -> tuple[Mark, ...]:
    """Return the marks of a text in order; `put_in` holds words and what they replaced. What is open goes first."""
    found: list[Mark] = []
    for value in open_values:
        found += [
            Mark(start=start, end=end, sort=Sort.OPEN, value=value) for start, end in _standing(text, value, found)
        ]
    for words, value in put_in:
        found += [
            Mark(start=start, end=end, sort=Sort.REPLACED, value=value) for start, end in _standing(text, words, found)
        ]
    units = _units(text)
    moved = (
        Mark(start=units[each.start], end=units[each.end], sort=each.sort, value=each.value) for each in found
    )  # fmt: skip
    return tuple(sorted(moved, key=lambda each: each.start))


def places_of(text: str, sentences: tuple[Sentence, ...]) -> tuple[Place, ...]:
    """Return where each sentence stands; one that is being rewritten at the moment stands nowhere."""
    units, at = _units(text), 0
    found = []
    for each in sentences:
        start = text.find(each.text, at)
        if start < 0:
            continue
        at = start + len(each.text)
        found.append(Place(start=units[start], end=units[at], entries=each.entries))
    return tuple(found)


def _standing(text: str, words: str, taken: list[Mark]) -> Iterator[tuple[int, int]]:
    if not words.strip():
        return
    standing = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    for each in standing.finditer(text):
        if all(each.end() <= mark.start or each.start() >= mark.end for mark in taken):
            yield each.start(), each.end()


def _units(text: str) -> list[int]:
    """Return the UTF-16 position of every character, and of the end."""
    at, found = 0, []
    for char in text:
        found.append(at)
        at += 2 if ord(char) > 0xFFFF else 1
    return [*found, at]
