"""What was promised to the guest, by when, and whether it was kept, moved or broken.

A promise of word ("I will be back by 13:00") is kept by the next Told note. A promise of a thing ("purse back by
13:40") is kept by a note that says so. Source of the rules: product paper, 2b.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.timeline import Note


class PromiseState(StrEnum):
    """How a promise stands at a moment."""

    OPEN = "open"
    KEPT = "kept"
    MOVED = "moved"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise, numbered from 1 within its problem; `what` is None for a promise of word."""

    n: int
    note: int
    what: str | None
    by: datetime
    decided: PromiseState | None
    """KEPT, MOVED or BROKEN where the notes alone decide it; None while only time can tell."""
    told_since_broken: bool
    """For a thing: a Told note came after `by`, so a broken promise no longer drives the clock."""

    @property
    def is_of_a_thing(self) -> bool:
        """Tell a promise of a thing from a promise of word."""
        return self.what is not None

    def state(self, now: datetime) -> PromiseState:
        """Return how the promise stands now."""
        if self.decided is not None:
            return self.decided
        return PromiseState.BROKEN if now > self.by else PromiseState.OPEN

    @property
    def drives_clock(self) -> bool:
        """Tell whether a promise of a thing still says when the guest should hear from us."""
        return self.is_of_a_thing and self.decided is None and not self.told_since_broken


def told_in_order(notes: tuple[Note, ...]) -> list[Note]:
    """Return the standing Told notes by when they happened, those of one moment by number."""
    told = [note for note in notes if note.counts and note.kind == EntryKind.TOLD]
    return sorted(told, key=happened_order)


def happened_order(note: Note) -> tuple[datetime, int]:
    """Return the place of a note in the order things happened; an unknown time counts as its recording."""
    return note.happened_at or note.recorded_at, note.n


def promises_of(notes: tuple[Note, ...]) -> tuple[Promise, ...]:
    """Return the promises of the standing notes, each with what the notes say became of it."""
    told = told_in_order(notes)
    numbered = [note for note in notes if note.promise is not None]
    found: list[Promise] = []
    for n, note in enumerate(numbered, start=1):
        made = note.promise
        if made is None or not note.counts:
            continue
        if made.what is None:
            decided = _word_decided(note, made.by, told)
            since = False
        else:
            decided = _thing_decided(n, made.by, notes)
            since = any(happened_order(each)[0] > made.by for each in told)
        found.append(Promise(n=n, note=note.n, what=made.what, by=made.by, decided=decided, told_since_broken=since))
    return tuple(found)


def _word_decided(note: Note, by: datetime, told: list[Note]) -> PromiseState | None:
    following = next((each for each in told if happened_order(each) > happened_order(note)), None)
    if following is None:
        return None
    return PromiseState.KEPT if happened_order(following)[0] <= by else PromiseState.BROKEN


def _thing_decided(n: int, by: datetime, notes: tuple[Note, ...]) -> PromiseState | None:
    in_time = [
        note for note in notes if note.counts and n in (note.keeps, note.moves) and happened_order(note)[0] <= by
    ]
    if not in_time:
        return None
    first = min(in_time, key=happened_order)
    return PromiseState.KEPT if first.keeps == n else PromiseState.MOVED
