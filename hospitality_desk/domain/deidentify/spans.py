"""Where a known value stands in the typed text, and how spans that lie over each other are settled."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One place of a known value, by its number in the list; code points, end exclusive."""

    start: int
    end: int
    known: int
    sure: bool = True
    weak: bool = False
    """Gives way to any other span it lies over."""


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, none over another: strong ones first, then the longest, then the first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.weak, one.start - one.end, one.start, not one.sure)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda one: one.start)
