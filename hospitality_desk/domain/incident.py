"""An incident as it stands: its fields, notes, promises, tasks, and what it asks of us now."""

from dataclasses import dataclass
from datetime import datetime

from hospitality_desk.domain.entries import CUE_KINDS, Entry, EntryKind, Quiet
from hospitality_desk.domain.guest_clock import ClockFacts
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.incidents import Asked, Outcome, Sort, Source, Status
from hospitality_desk.domain.promises import Promise, PromiseState, happened_order, promises_of, told_in_order
from hospitality_desk.domain.tasks import Task
from hospitality_desk.domain.timeline import Note, chains


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the guest said it was like: 1 to 5, in their words where they gave any."""

    score: int
    words: str | None
    heard_by: PersonId
    heard_at: datetime
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A problem, praise or near miss, folded from its timeline; frozen, with no way back to any store."""

    incident_id: IncidentId
    number: int
    sort: Sort
    status: Status
    source: Source
    place: str | None
    guest: str | None
    party_size: int | None
    phone: str | None
    severity: Severity
    severity_sure: bool
    kind: str
    kind_sure: bool
    owner: PersonId | None
    offered_to: PersonId | None
    gist: str
    title: str | None
    rating: str | None
    source_id: str | None
    happened_at: datetime | None
    opened_at: datetime
    logged_by: PersonId
    notes: tuple[Note, ...]
    tasks: tuple[Task, ...]
    verdicts: tuple[Verdict, ...]
    lines: tuple[Entry, ...]
    """What happened to the problem besides its notes, in the order recorded."""
    quiet: Quiet | None
    gone_at: datetime | None
    reopened_at: datetime | None
    settled_at: datetime | None
    outcome: Outcome | None
    asked: Asked | None
    withdrawn: str | None
    last_seq: int
    """The journal number of its newest entry: who settles says what they had seen."""

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Return what was promised by the standing notes."""
        return promises_of(self.notes)

    @property
    def chains(self) -> tuple[tuple[int, int, int], ...]:
        """Return cue → inference → action, as note numbers."""
        return chains(self.notes)

    @property
    def cost(self) -> int:
        """Return what the standing Cost notes come to, in minor units."""
        return sum(note.amount or 0 for note in self.notes if note.counts)

    def untold(self, now: datetime) -> tuple[Note, ...]:
        """Return what we know and the guest does not."""
        return tuple(note for note in self.notes if note.is_untold(now))

    @property
    def own_words(self) -> str | None:
        """Return what the guest said first, in their own words."""
        return next((note.text for note in self.notes if note.counts and note.is_guests_own_words), None)

    @property
    def said(self) -> str:
        """Return the line that stands for it: the guest's own words, else the log line without its parts."""
        return self.own_words or self.gist

    def clock_facts(self) -> ClockFacts | None:
        """Return what the guest clock needs; None for praise and near misses, and for what is not open."""
        if self.sort != Sort.PROBLEM or self.status != Status.OPEN:
            return None
        told = told_in_order(self.notes)
        last = told[-1] if told else None
        reopened = self.reopened_at
        if last is not None and reopened is not None and happened_order(last)[0] < reopened:
            last = None
        return ClockFacts(
            start=happened_order(last)[0] if last is not None else reopened or self._first_cue(),
            severity=self.severity,
            is_gone=self.gone_at is not None or self.source in (Source.LETTER, Source.REVIEW),
            word_by=_word_by(last),
            thing_by=min((each.by for each in self.promises if each.drives_clock), default=None),
            quiet_until=self._quiet_until(told),
        )

    def _first_cue(self) -> datetime:
        cues = [n.happened_at for n in self.notes if n.counts and n.kind in CUE_KINDS and n.happened_at is not None]
        return min(cues, default=self.happened_at or self.opened_at)

    def _quiet_until(self, told: list[Note]) -> datetime | None:
        if self.quiet is None:
            return None
        ended = any(happened_order(note)[0] >= self.quiet.until for note in told)
        return None if ended else self.quiet.until

    def still_open(self, now: datetime) -> tuple[Note | Task | Promise, ...]:
        """Return what keeps it from being settled: untold notes, open tasks, broken promises nobody spoke of since."""
        broken = [p for p in self.promises if p.drives_clock and p.state(now) == PromiseState.BROKEN]
        return (*self.untold(now), *(task for task in self.tasks if task.is_open), *broken)

    def note(self, n: int) -> Note | None:
        """Return the note of that number, or None."""
        return self.notes[n - 1] if 0 < n <= len(self.notes) else None


def _word_by(last: Note | None) -> datetime | None:
    """Return the promise of word that the last Told note made."""
    if last is None or last.kind != EntryKind.TOLD or last.promise is None or last.promise.what is not None:
        return None
    return last.promise.by
