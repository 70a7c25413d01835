"""The guest clock against a slow, obviously right model: walk minute by minute through everything that happened."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from hospitality_desk.domain.entries import (
    Entry,
    EntryKind,
    Gone,
    GuestKnows,
    NoteMade,
    Opened,
    PromiseMade,
    Quiet,
    Reopened,
    Settled,
    Withdrawn,
)
from hospitality_desk.domain.guest_clock import read_clock
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import THE_HOUSE, EntryId, IncidentId
from hospitality_desk.domain.incident_log import fold
from hospitality_desk.domain.incidents import NOT_YET_KNOWN, Asked, Outcome, Sort, Source

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LIMITS = {"serious": 10, "middling": 15, "minor": 30}


def minute(n: int) -> datetime:
    return NOON + timedelta(minutes=n)


@dataclass(frozen=True)
class Happening:
    """One thing on the evening: what, when it happened, and what it carries (all in minutes after noon)."""

    what: str
    at: int
    by: int | None = None
    thing: bool = False
    promise: int | None = None
    note: int | None = None


# Few distinct moments, so that things often happen in the same minute.
moments = some.integers(0, 12).map(lambda n: n * 5)

happenings = some.one_of(
    some.builds(Happening, what=some.sampled_from(["saw", "heard", "think", "did"]), at=moments),
    some.builds(Happening, what=some.just("told"), at=moments),
    some.builds(
        Happening, what=some.just("told"), at=moments, by=moments, thing=some.booleans()
    ),
    some.builds(
        Happening, what=some.sampled_from(["keeps", "moves"]), at=moments, promise=some.integers(1, 4),
        by=moments,
    ),
    some.builds(Happening, what=some.just("quiet"), at=moments, by=moments),
    some.builds(Happening, what=some.sampled_from(["gone", "reopen"]), at=moments),
    some.builds(Happening, what=some.just("withdraw"), at=moments, note=some.integers(1, 8)),
)  # fmt: skip


class Evening:
    """Writes the entries, and beside them plain lists that the slow model reads."""

    def __init__(self, severity: Severity, source: Source) -> None:
        self.entries: list[Entry] = []
        self.severity, self.source = severity, source
        self.notes: list[dict[str, int | bool | str | None]] = []
        self.promises: list[dict[str, int | bool]] = []
        self.quiet: int | None = None
        self.gone = False
        self.reopened: int | None = None
        self._add(EntryKind.OPENED, Opened(
            number=1, sort=Sort.PROBLEM, source=source, gist="x", severity=severity, kind=NOT_YET_KNOWN,
            owner=THE_HOUSE, happened_at=minute(0),
        ))  # fmt: skip
        self._note(EntryKind.HEARD, Happening("heard", 0))

    def _add(self, kind: EntryKind, body: object) -> None:
        seq = len(self.entries) + 1
        self.entries.append(
            Entry(
                seq=seq, entry_id=EntryId(str(seq)), incident_id=IncidentId("i"), kind=kind, by=THE_HOUSE,
                recorded_at=minute(seq), body=body,  # type: ignore[arg-type]
            )
        )  # fmt: skip

    def _note(self, kind: EntryKind, act: Happening, **links: object) -> None:
        promise = None
        if act.by is not None and act.what != "keeps":
            thing = act.thing or act.what == "moves"
            promise = PromiseMade(by=minute(act.by), what="it" if thing else None)
            self.promises.append({"by": act.by, "thing": thing, "note": len(self.notes)})
        self.notes.append({"kind": kind.value, "at": act.at, "counts": True, "links": str(links)})
        made = NoteMade(text="x", happened_at=minute(act.at), promise=promise, guest_knows=_knows(kind), **links)  # type: ignore[arg-type]
        self._add(kind, made)

    def live(self, act: Happening) -> None:
        match act.what:
            case "saw" | "heard" | "think" | "did" | "told":
                self._note(EntryKind(act.what), act)
            case "keeps" if act.promise and act.promise <= len(self.promises):
                self._note(EntryKind.DID, act, keeps=act.promise)
            case "moves" if act.promise and act.promise <= len(self.promises):
                self._note(EntryKind.TOLD, act, moves=act.promise)
            case "quiet" if act.by is not None:
                self.quiet = act.by
                self._add(EntryKind.QUIET, Quiet(until=minute(act.by), reason="x", happened_at=minute(act.at)))
            case "gone":
                self.gone, self.quiet = True, None
                self._add(EntryKind.GONE, Gone(happened_at=minute(act.at)))
            case "reopen":
                self._add(
                    EntryKind.SETTLED, Settled(outcome=Outcome.LOST, asked=Asked.CARD, happened_at=minute(act.at))
                )
                self._add(EntryKind.REOPENED, Reopened(reason="x", happened_at=minute(act.at)))
                self.reopened, self.quiet = act.at, None
            case "withdraw" if act.note and act.note <= len(self.notes):
                self.notes[act.note - 1]["counts"] = False
                self._add(EntryKind.WITHDRAWN, Withdrawn(note=act.note, reason="x"))

    def told_minutes(self) -> list[int]:
        return [int(note["at"] or 0) for note in self.notes if note["counts"] and note["kind"] == "told"]

    def slow_reading(self, now: int) -> tuple[int, str, int]:
        """Return minutes, state and `by` (minutes after noon), told over again from the plain lists."""
        told = self.told_minutes()
        start, last = None, None
        for at in sorted(told):
            if self.reopened is None or at >= self.reopened:
                start = last = at
        if start is None and self.reopened is not None:
            start = self.reopened
        if start is None:
            cues = [int(n["at"] or 0) for n in self.notes if n["counts"] and n["kind"] in ("saw", "heard")]
            start = min(cues) if cues else 0
        far = self.gone or self.source in (Source.LETTER, Source.REVIEW)
        by = start + (24 * 60 if far else LIMITS[self.severity.value])
        if last is not None:
            words = [
                n
                for n, note in enumerate(self.notes)
                if note["counts"] and note["kind"] == "told" and note["at"] == last
            ]
            for promise in self.promises:
                if promise["note"] == words[-1] and not promise["thing"]:
                    by = promise["by"]
        quiet = self.quiet
        if quiet is not None and not any(at >= quiet for at in told):
            by = quiet + 5
        else:
            quiet = None
        for n, promise in enumerate(self.promises, start=1):
            if promise["thing"] and self._still_counts(n, promise, told):
                by = min(by, promise["by"])
        return max(0, now - start), self._state(now, start, by, quiet), by

    def _still_counts(self, n: int, promise: dict[str, int | bool], told: list[int]) -> bool:
        if not self.notes[promise["note"]]["counts"]:
            return False
        for note in self.notes:
            in_time = note["counts"] and int(note["at"] or 0) <= promise["by"]
            if in_time and note["links"] in (f"{{'keeps': {n}}}", f"{{'moves': {n}}}"):
                return False
        return not any(at > promise["by"] for at in told)

    @staticmethod
    def _state(now: int, start: int, by: int, quiet: int | None) -> str:
        if quiet is not None and now < quiet:
            return "resting"
        if now > by:
            return "late"
        third = (by - start) / 3
        return "soon" if by - now <= min(5, third) else "in_touch"


def _knows(kind: EntryKind) -> GuestKnows | None:
    return GuestKnows.KNOWS if kind in (EntryKind.SAW, EntryKind.HEARD, EntryKind.DID) else None


@settings(max_examples=400, deadline=None)
@given(
    some.lists(happenings, max_size=12),
    some.sampled_from(Severity),
    some.sampled_from([Source.TOLD, Source.LETTER]),
    some.integers(0, 150),
)
def test_the_clock_reads_what_the_slow_model_says(
    acts: list[Happening], severity: Severity, source: Source, now: int
) -> None:
    evening = Evening(severity, source)
    for act in acts:
        evening.live(act)
    facts = fold(evening.entries).clock_facts()
    assert facts is not None
    reading = read_clock(facts, minute(now))
    by = int((reading.by - NOON).total_seconds() // 60)
    assert (reading.minutes, reading.state.value, by) == evening.slow_reading(now)
