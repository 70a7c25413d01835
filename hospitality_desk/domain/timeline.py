"""The notes of one problem as they stand: corrected, judged, told, kept back, withdrawn."""

from dataclasses import dataclass
from datetime import datetime

from hospitality_desk.domain.entries import (
    FACT_KINDS,
    EntryKind,
    GuestKnows,
    How,
    Judgement,
    NoteElsewhere,
    PromiseMade,
)
from hospitality_desk.domain.ids import EntryId, PersonId
from hospitality_desk.domain.text import is_own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a note said before it was corrected, and who corrected it when; None where that did not change."""

    text: str | None
    happened_at: datetime | None
    amount: int | None
    guest_knows: GuestKnows | None
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One of the six kinds of note, numbered from 1 in the order recorded.

    `happened_at` is None only where nobody knows it (imported reviews without a date). A withdrawn note counts
    for nothing: not for the clock, the untold, the cost, the chains, the promises. An erased note has no text.

    `by` is who wrote it, also where another person moved it here (`moved_by`). `moved_from` and `moved_to` name the
    note it was in another problem before, or is there since.
    """

    n: int
    entry_id: EntryId
    seq: int
    """The journal number of its entry."""
    kind: EntryKind
    text: str
    by: PersonId
    happened_at: datetime | None
    recorded_at: datetime
    rests_on: tuple[int, ...] = ()
    follows: int | None = None
    guest_knows: GuestKnows | None = None
    told_by: int | None = None
    kept_back_reason: str | None = None
    look_again: datetime | None = None
    judged: Judgement | None = None
    promise: PromiseMade | None = None
    keeps: int | None = None
    moves: int | None = None
    tells: tuple[int, ...] = ()
    how: How | None = None
    amount: int | None = None
    currency: str | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: str | None = None
    erased: bool = False
    moved_by: PersonId | None = None
    moved_from: NoteElsewhere | None = None
    moved_to: NoteElsewhere | None = None

    @property
    def counts(self) -> bool:
        """Tell whether the note stands (is not withdrawn)."""
        return self.withdrawn is None

    @property
    def is_guests_own_words(self) -> bool:
        """Tell whether this is a Heard that stands in quotation marks as a whole."""
        return self.kind == EntryKind.HEARD and is_own_words(self.text)

    def is_untold(self, now: datetime) -> bool:
        """Tell whether we know this and the guest does not; what was kept back comes back when its time is up."""
        if not self.counts:
            return False
        if self.guest_knows == GuestKnows.KEPT_BACK:
            return self.look_again is not None and self.look_again <= now
        return self.guest_knows == GuestKnows.UNTOLD


def start_state(kind: EntryKind, text: str, *, log_line: bool) -> GuestKnows | None:
    """Return what the guest knows of a note when it is made (product: the start states).

    The log line, a Saw, a Did and the guest's own words are known; any other Heard is untold; the other kinds
    have no such state.
    """
    if kind not in FACT_KINDS:
        return None
    if log_line or kind != EntryKind.HEARD or is_own_words(text):
        return GuestKnows.KNOWS
    return GuestKnows.UNTOLD


def chains(notes: tuple[Note, ...]) -> tuple[tuple[int, int, int], ...]:
    """Return every cue → inference → action, as note numbers, in the order of the actions' and cues' numbers."""
    standing = {note.n: note for note in notes if note.counts}
    found: list[tuple[int, int, int]] = []
    for did in standing.values():
        think = standing.get(did.follows or 0)
        if think is None or did.kind != EntryKind.DID or think.kind != EntryKind.THINK:
            continue
        found += [(cue, think.n, did.n) for cue in think.rests_on if cue in standing]
    return tuple(sorted(found))
