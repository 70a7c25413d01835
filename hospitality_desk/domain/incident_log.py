"""One problem as its timeline tells it: fold the entries, in order, into what stands now."""

from dataclasses import dataclass, field
from datetime import datetime

from hospitality_desk.domain.entries import (
    NOTE_KINDS,
    Body,
    Changed,
    Corrected,
    Entry,
    EntryKind,
    FieldChange,
    Gone,
    GuestKnows,
    Judged,
    KeptBack,
    NoteMade,
    Offered,
    Opened,
    Quiet,
    Reopened,
    Restored,
    Settled,
    TaskAdded,
    TaskMoved,
    TaskTried,
    TryTakenBack,
    VerdictGiven,
    Withdrawn,
)
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.incident import Incident, Verdict
from hospitality_desk.domain.incidents import Asked, Source, Status
from hospitality_desk.domain.task_log import with_task
from hospitality_desk.domain.tasks import Task
from hospitality_desk.domain.timeline import Correction, Note


def fold(entries: list[Entry]) -> Incident:
    """Return the problem that these entries (all of one problem, in order of seq) tell.

    Raises ValueError when the first is no opening, or its body was erased.
    """
    opening = entries[0]
    if opening.kind != EntryKind.OPENED or not isinstance(opening.body, Opened) or opening.incident_id is None:
        raise ValueError("a timeline starts with its opening")
    folding = _Folding(opening, opening.body, opening.incident_id)
    for entry in entries[1:]:
        folding.take(entry)
    return folding.result(entries[-1].seq)


@dataclass(slots=True)
class _KnowsStep:
    state: GuestKnows
    told_by: int | None = None
    reason: str | None = None
    look_again: datetime | None = None


@dataclass(slots=True)
class _NoteDraft:
    entry: Entry
    made: NoteMade | None
    text: str
    happened_at: datetime | None
    amount: int | None
    knows: list[_KnowsStep]
    judged: Judged | None = None
    corrections: list[Correction] = field(default_factory=list)
    withdrawn: Withdrawn | None = None


class _Folding:
    def __init__(self, opening: Entry, opened: Opened, incident_id: IncidentId) -> None:
        self.incident_id = incident_id
        self.opening = opening
        self.opened = opened
        self.fields = _Fields(opened)
        self.drafts: list[_NoteDraft] = []
        self.tasks: list[Task] = []
        self.verdicts: list[Verdict] = []
        self.lines: list[Entry] = []
        self.status = Status.OPEN
        self.settled: Entry | None = None
        self.reopened_at: datetime | None = None
        self.quiet: Quiet | None = None
        self.quiet_before_gone: Quiet | None = None
        self.gone_at: datetime | None = None
        self.offered_to: PersonId | None = None
        self.withdrawn: tuple[str, Status] | None = None

    def take(self, entry: Entry) -> None:
        """Let one more entry have its effect; an erased body has none, but its note keeps its number."""
        if entry.kind in NOTE_KINDS:
            self._note(entry)
        elif entry.body is not None:
            self._happening(entry, entry.body)
            self.lines.append(entry)

    def _note(self, entry: Entry) -> None:
        made = entry.body if isinstance(entry.body, NoteMade) else None
        n = len(self.drafts) + 1
        knows = [_KnowsStep(made.guest_knows)] if made and made.guest_knows else []
        self.drafts.append(
            _NoteDraft(
                entry=entry,
                made=made,
                text=made.text if made else "",
                happened_at=made.happened_at if made else entry.recorded_at,
                amount=made.amount if made else None,
                knows=knows,
            )
        )
        for told in made.tells if made else ():
            self.drafts[told - 1].knows.append(_KnowsStep(GuestKnows.TOLD, told_by=n))

    def _happening(self, entry: Entry, body: Body) -> None:
        match body:
            case Changed():
                for change in body.changes:
                    self._change(change)
            case Corrected():
                self._correct(entry, body)
            case Judged():
                self.drafts[body.note - 1].judged = body
            case KeptBack():
                step = _KnowsStep(GuestKnows.KEPT_BACK, reason=body.reason, look_again=body.look_again)
                self.drafts[body.note - 1].knows.append(step)
            case Withdrawn() | Restored():
                self._withdraw(body)
            case Quiet():
                self.quiet = body
            case Gone():
                self.quiet_before_gone, self.gone_at, self.quiet = self.quiet, body.happened_at, None
            case Offered():
                self.offered_to = body.to
            case TaskAdded() | TaskMoved() | TaskTried() | TryTakenBack():
                self.tasks = with_task(self.tasks, entry, body)
            case Settled() | Reopened() | VerdictGiven():
                self._ending(entry, body)
            case _:
                raise ValueError(f"{entry.kind} does not belong on a timeline")

    def _change(self, change: FieldChange) -> None:
        if change.field == "gone_at":  # the guest is here after all: what leaving ended goes on
            self.gone_at, self.quiet = None, self.quiet or self.quiet_before_gone
            return
        self.fields.apply(change)
        if change.field == "owner":
            self.offered_to = None

    def _correct(self, entry: Entry, body: Corrected) -> None:
        draft = self.drafts[body.note - 1]
        knew = draft.knows[-1].state if draft.knows else None
        draft.corrections.append(
            Correction(
                text=draft.text if body.text is not None else None,
                happened_at=draft.happened_at if body.happened_at is not None else None,
                amount=draft.amount if body.amount is not None else None,
                guest_knows=knew if body.guest_knows is not None else None,
                by=entry.by,
                at=entry.recorded_at,
            )
        )
        if body.text is not None:
            draft.text = body.text
        if body.happened_at is not None:
            draft.happened_at = body.happened_at
        if body.amount is not None:
            draft.amount = body.amount
        if body.guest_knows is not None:
            draft.knows.append(_KnowsStep(body.guest_knows))

    def _withdraw(self, body: Withdrawn | Restored) -> None:
        gone = body if isinstance(body, Withdrawn) else None
        if body.note is not None:
            self.drafts[body.note - 1].withdrawn = gone
        elif gone is not None:
            self.withdrawn = (gone.reason, self.status)
            self.status = Status.WITHDRAWN
        elif self.withdrawn is not None:
            self.status = self.withdrawn[1]
            self.withdrawn = None

    def _ending(self, entry: Entry, body: Settled | Reopened | VerdictGiven) -> None:
        match body:
            case Settled():
                self.status, self.settled = Status.SETTLED, entry
                if body.verdict is not None:
                    self.verdicts.append(_verdict(entry, body.verdict))
            case Reopened():
                self.status, self.settled = Status.OPEN, None
                self.reopened_at, self.quiet, self.quiet_before_gone = body.happened_at, None, None
            case VerdictGiven():
                self.verdicts.append(_verdict(entry, body))

    def result(self, last_seq: int) -> Incident:
        """Return what stands after the last entry."""
        fields = self.fields
        settled = self.settled.body if self.settled else None
        return Incident(
            incident_id=self.incident_id, number=self.opened.number, sort=self.opened.sort, status=self.status,
            source=fields.source, place=fields.place, guest=fields.guest, party_size=fields.party_size,
            phone=fields.phone, severity=fields.severity, severity_sure=fields.severity_sure, kind=fields.kind,
            kind_sure=fields.kind_sure, owner=fields.owner, offered_to=self.offered_to, gist=self.opened.gist,
            title=self.opened.title, rating=self.opened.rating, source_id=self.opened.source_id,
            happened_at=fields.happened_at, opened_at=self.opening.recorded_at, logged_by=self.opening.by,
            notes=tuple(self._resolved(n, draft) for n, draft in enumerate(self.drafts, start=1)),
            tasks=tuple(self.tasks), verdicts=tuple(self.verdicts), lines=tuple(self.lines), quiet=self.quiet,
            gone_at=self.gone_at, reopened_at=self.reopened_at, last_seq=last_seq,
            settled_at=settled.happened_at if isinstance(settled, Settled) else None,
            outcome=settled.outcome if isinstance(settled, Settled) else None,
            asked=settled.asked if isinstance(settled, Settled) else None,
            withdrawn=self.withdrawn[0] if self.withdrawn else None,
        )  # fmt: skip

    def _resolved(self, n: int, draft: _NoteDraft) -> Note:
        made = draft.made or NoteMade(text="")
        knows, gone = self._knows(draft), draft.withdrawn
        return Note(
            n=n, entry_id=draft.entry.entry_id, seq=draft.entry.seq, kind=draft.entry.kind, text=draft.text,
            by=made.written_by or draft.entry.by, moved_by=draft.entry.by if made.moved_from else None,
            moved_from=made.moved_from, moved_to=gone.moved_to if gone else None,
            happened_at=draft.happened_at, recorded_at=draft.entry.recorded_at, rests_on=made.rests_on,
            follows=made.follows, guest_knows=knows.state if knows else None, told_by=knows.told_by if knows else None,
            kept_back_reason=knows.reason if knows else None, look_again=knows.look_again if knows else None,
            judged=draft.judged.judgement if draft.judged else None, promise=made.promise, keeps=made.keeps,
            moves=made.moves, tells=made.tells, how=made.how, amount=draft.amount, currency=made.currency,
            corrections=tuple(draft.corrections), withdrawn=gone.reason if gone else None, erased=draft.made is None,
        )  # fmt: skip

    def _knows(self, draft: _NoteDraft) -> _KnowsStep | None:
        """Return the last step that stands: being told by a note that was withdrawn is no step."""
        standing = [
            step for step in draft.knows if step.told_by is None or self.drafts[step.told_by - 1].withdrawn is None
        ]
        return standing[-1] if standing else None


class _Fields:
    """The problem's own fields while its changes are applied."""

    def __init__(self, opened: Opened) -> None:
        self.source: Source = opened.source
        self.place: str | None = opened.place
        self.guest: str | None = opened.guest
        self.party_size: int | None = opened.party_size
        self.phone: str | None = opened.phone
        self.severity: Severity = opened.severity
        self.severity_sure: bool = opened.severity_sure
        self.kind: str = opened.kind
        self.kind_sure: bool = opened.kind_sure
        self.owner: PersonId | None = opened.owner
        self.happened_at: datetime | None = opened.happened_at

    def apply(self, change: FieldChange) -> None:
        """Set one field from its written form; a severity or kind that a person set is sure."""
        new = change.new
        match change.field:
            case "place":
                self.place = new
            case "guest":
                self.guest = new
            case "phone":
                self.phone = new
            case "party_size":
                self.party_size = int(new) if new else None
            case "severity":
                self.severity, self.severity_sure = Severity(new or Severity.MIDDLING), True
            case "kind":
                self.kind, self.kind_sure = new or self.kind, True
            case "owner":
                self.owner = PersonId(new) if new else None
            case "source":
                self.source = Source(new or self.source)
            case "happened_at":
                self.happened_at = datetime.fromisoformat(new) if new else None
            case _:
                raise ValueError(f"no field {change.field}")


def _verdict(entry: Entry, given: VerdictGiven) -> Verdict:
    return Verdict(score=given.score, words=given.words, heard_by=entry.by, heard_at=given.heard_at, asked=Asked.ALOUD)
