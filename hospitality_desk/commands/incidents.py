"""Open a problem, mend its fields, take it back, let it rest, settle it, open it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Name, Text, handles
from hospitality_desk.commands.checks import (
    about,
    check_coming,
    check_happened,
    check_near,
    check_party_size,
    check_problem_kind,
    check_score,
    check_words,
    open_incident,
)
from hospitality_desk.domain.clock import iso
from hospitality_desk.domain.entries import (
    Changed,
    EntryKind,
    FieldChange,
    Gone,
    NoteMade,
    Offered,
    Opened,
    PromiseMade,
    Quiet,
    Reopened,
    Restored,
    Settled,
    VerdictGiven,
    Withdrawn,
)
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import EntryId, IncidentId, PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import NOT_YET_KNOWN, Asked, Outcome, Sort, Source, Status
from hospitality_desk.domain.settling import missing_sentences
from hospitality_desk.domain.staff import Permission, Role
from hospitality_desk.domain.timeline import start_state
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork

UNHAPPY = 2
"""A verdict of this or less is an unhappy one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogIncident(Command):
    """Open an incident with one line and put that line on the timeline as note 1.

    Only `text` is needed. Whoever logs it owns it; `offer_to` is the colleague named with @. `promise` is a promise
    of a thing typed in the line. A `severity` or `kind` of None is our guess, and so is one said to be.
    """

    sentence: ClassVar[str] = N_("Logged a problem.")

    incident_id: IncidentId
    entry_id: EntryId
    text: Text
    gist: Text
    source: Source = Source.TOLD
    sort: Sort = Sort.PROBLEM
    place: Name | None = None
    guest: Name | None = None
    party_size: int | None = None
    phone: Name | None = None
    severity: Severity | None = None
    severity_is_a_guess: bool = False
    kind: Name | None = None
    kind_is_a_guess: bool = False
    offer_to: PersonId | None = None
    happened_at: datetime | None = None
    promise_what: Text | None = None
    promise_by: datetime | None = None


@handles(LogIncident, needs=Permission.LOG)
def log_incident(command: LogIncident, work: UnitOfWork) -> Done:
    """Open the incident, give it its number, and put its first cue on the timeline."""
    check_words(command.text)
    if work.is_known(command.incident_id):
        raise Refused(_("This problem is logged already."))
    if command.offer_to is not None:
        work.active_person(command.offer_to)
    happened_at = check_happened(command.happened_at or command.at, command.at)
    check_near(command.promise_by, command.at)
    number = work.next_incident_number()
    opened = Opened(
        number=number,
        sort=command.sort,
        source=command.source,
        gist=command.gist or command.text,
        place=command.place or None,
        guest=command.guest or None,
        party_size=check_party_size(command.party_size),
        phone=command.phone or None,
        severity=command.severity or Severity.MIDDLING,
        severity_sure=command.severity is not None and not command.severity_is_a_guess,
        kind=check_problem_kind(command.kind) or NOT_YET_KNOWN,
        kind_sure=command.kind is not None and not command.kind_is_a_guess,
        owner=command.by,
        happened_at=happened_at,
    )
    work.append(EntryKind.OPENED, opened, by=command.by, incident_id=command.incident_id)
    kind = EntryKind.SAW if command.source == Source.SEEN else EntryKind.HEARD
    note = NoteMade(
        text=command.text,
        happened_at=happened_at,
        guest_knows=start_state(kind, command.text, log_line=True),
        promise=_promise_in_line(command),
    )
    work.append(kind, note, by=command.by, incident_id=command.incident_id, entry_id=command.entry_id)
    if command.offer_to is not None and command.offer_to != command.by:
        work.append(EntryKind.OFFERED, Offered(to=command.offer_to), by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, incident=str(number), id=command.incident_id)


def _promise_in_line(command: LogIncident) -> PromiseMade | None:
    if command.promise_by is None:
        return None
    return PromiseMade(by=command.promise_by, what=command.promise_what or command.gist or command.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeIncident(Command):
    """Mend a problem's own fields; a field left out stays, an empty text clears it."""

    sentence: ClassVar[str] = N_("Changed a problem.")

    incident_id: IncidentId
    place: Name | None = None
    guest: Name | None = None
    party_size: int | None = None
    phone: Name | None = None
    severity: Severity | None = None
    kind: Name | None = None
    owner: PersonId | None = None
    source: Source | None = None
    happened_at: datetime | None = None


@handles(ChangeIncident, needs=Permission.CARE)
def change_incident(command: ChangeIncident, work: UnitOfWork) -> Done:
    """Put each field that differs on the timeline as one quiet line; nothing new is no change and no error."""
    incident = work.incident(command.incident_id)
    if command.owner is not None:
        work.active_person(command.owner)
    happened = command.happened_at
    wanted: dict[str, str | None] = {
        "place": command.place,
        "guest": command.guest,
        "party_size": _as_text(check_party_size(command.party_size)),
        "phone": command.phone,
        "severity": command.severity,
        "kind": check_problem_kind(command.kind),
        "owner": command.owner,
        "source": command.source,
        "happened_at": None if happened is None else iso(check_happened(happened, command.at)),
    }
    changes = tuple(
        FieldChange(field=name, old=_written(incident, name), new=new or None)
        for name, new in wanted.items()
        if new is not None and (new or None) != _written(incident, name, sure=True)
    )
    if changes:
        work.append(EntryKind.CHANGED, Changed(changes=changes), by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


def _written(incident: Incident, field: str, *, sure: bool = False) -> str | None:
    """Return a field as it is written in a change; with `sure`, a guessed severity or kind counts as nothing yet."""
    if sure and field in ("severity", "kind") and not getattr(incident, f"{field}_sure"):
        return None
    value = getattr(incident, field)
    return iso(value) if isinstance(value, datetime) else _as_text(value)


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawIncident(Command):
    """Take a whole problem back (a mistake, logged twice); nothing is deleted."""

    sentence: ClassVar[str] = N_("Withdrew a problem.")

    incident_id: IncidentId
    reason: Text


@handles(WithdrawIncident, needs=Permission.CARE)
def withdraw_incident(command: WithdrawIncident, work: UnitOfWork) -> Done:
    """Take it off the Floor; refused when it is withdrawn already."""
    incident = work.incident(command.incident_id)
    if incident.status == Status.WITHDRAWN:
        raise Refused(_("#{number} is withdrawn already.").format(number=incident.number))
    check_words(command.reason, _("Say why it is withdrawn, in a word or two."))
    work.append(EntryKind.WITHDRAWN, Withdrawn(reason=command.reason), by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreIncident(Command):
    """Bring a withdrawn problem back, as it was."""

    sentence: ClassVar[str] = N_("Brought a problem back.")

    incident_id: IncidentId


@handles(RestoreIncident, needs=Permission.CARE)
def restore_incident(command: RestoreIncident, work: UnitOfWork) -> Done:
    """Bring it back; only a manager may, or the person who withdrew it."""
    incident = work.incident(command.incident_id)
    if incident.status != Status.WITHDRAWN:
        raise Refused(_("#{number} is not withdrawn.").format(number=incident.number))
    withdrew = next(
        line for line in reversed(incident.lines) if isinstance(line.body, Withdrawn) and line.body.note is None
    )
    if work.active_person(command.by).role != Role.MANAGER and withdrew.by != command.by:
        raise Refused(_("A manager can bring it back, or the person who withdrew it."))
    work.append(EntryKind.RESTORED, Restored(), by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveInPeace(Command):
    """Let the guest rest until a time they asked for."""

    sentence: ClassVar[str] = N_("Left the guest in peace for a while.")

    incident_id: IncidentId
    until: datetime
    reason: Text


@handles(LeaveInPeace, needs=Permission.CARE)
def leave_in_peace(command: LeaveInPeace, work: UnitOfWork) -> Done:
    """Stop the clock from asking until that time."""
    open_incident(work, command.incident_id)
    check_coming(command.until, command.at)
    check_words(command.reason, _("Say why, in a word or two: until dessert, at the guest's wish."))
    body = Quiet(until=command.until, reason=command.reason, happened_at=command.at)
    work.append(EntryKind.QUIET, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLeft(Command):
    """Note that the guest has left the house; from then on a word within a day is in time."""

    sentence: ClassVar[str] = N_("Noted that the guest has left.")

    incident_id: IncidentId


@handles(GuestLeft, needs=Permission.CARE)
def guest_left(command: GuestLeft, work: UnitOfWork) -> Done:
    """Note it once; a second time changes nothing."""
    incident = open_incident(work, command.incident_id)
    if incident.gone_at is None:
        work.append(EntryKind.GONE, Gone(happened_at=command.at), by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestIsHere(Command):
    """Take back that the guest has left: the clock runs as if it had never been said, and the peace comes back."""

    sentence: ClassVar[str] = N_("Noted that the guest is here again.")

    incident_id: IncidentId


@handles(GuestIsHere, needs=Permission.CARE)
def guest_is_here(command: GuestIsHere, work: UnitOfWork) -> Done:
    """Write it down as a change of the problem; of a guest who never left it changes nothing."""
    incident = open_incident(work, command.incident_id)
    if incident.gone_at is not None:
        here = Changed(changes=(FieldChange(field="gone_at", old=iso(incident.gone_at), new=None),))
        work.append(EntryKind.CHANGED, here, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleIncident(Command):
    """End it with an outcome, and with the guest's verdict or why there is none.

    `asked` is ALOUD exactly when `verdict` is given. `seen` is the journal number of the newest entry the person had
    before their eyes; newer ones refuse the settling. None skips that check.
    """

    sentence: ClassVar[str] = N_("Settled a problem.")

    incident_id: IncidentId
    outcome: Outcome
    asked: Asked
    verdict: int | None = None
    words: Text | None = None
    seen: int | None = None


@handles(SettleIncident, needs=Permission.CARE)
def settle_incident(command: SettleIncident, work: UnitOfWork) -> Done:
    """Settle it, or refuse and name what is still open."""
    incident = open_incident(work, command.incident_id)
    if (command.verdict is not None) != (command.asked == Asked.ALOUD):
        raise Refused(_("Ask the guest how it was: a verdict from 1 to 5, or why there is none."))
    if command.seen is not None and command.seen < incident.last_seq:
        raise Refused(_("Something was added meanwhile. Look first, then settle."))
    missing = missing_sentences(incident, command.at)
    if missing:
        say = _("#{number} is not settled yet. Still open: {what}.")
        raise Refused(say.format(number=incident.number, what="; ".join(missing)), missing=missing)
    verdict = None
    if command.verdict is not None:
        verdict = VerdictGiven(score=check_score(command.verdict), words=command.words or None, heard_at=command.at)
    body = Settled(outcome=command.outcome, asked=command.asked, verdict=verdict, happened_at=command.at)
    work.append(EntryKind.SETTLED, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenIncident(Command):
    """Open a settled problem again."""

    sentence: ClassVar[str] = N_("Opened a problem again.")

    incident_id: IncidentId
    reason: Text


@handles(ReopenIncident, needs=Permission.CARE)
def reopen_incident(command: ReopenIncident, work: UnitOfWork) -> Done:
    """Open it; its clock starts now."""
    incident = work.incident(command.incident_id)
    if incident.status != Status.SETTLED:
        raise Refused(_("#{number} is not settled.").format(number=incident.number))
    check_words(command.reason, _("Say why it is open again, in a word or two."))
    body = Reopened(reason=command.reason, happened_at=command.at)
    work.append(EntryKind.REOPENED, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVerdict(Command):
    """Write down a later verdict of the guest; the earlier ones stay."""

    sentence: ClassVar[str] = N_("Wrote down the guest's verdict.")

    incident_id: IncidentId
    verdict: int
    words: Text | None = None


@handles(AddVerdict, needs=Permission.CARE)
def add_verdict(command: AddVerdict, work: UnitOfWork) -> Done:
    """Append it; an unhappy verdict (1 or 2) opens a settled problem again."""
    incident = work.incident(command.incident_id)
    if incident.status == Status.WITHDRAWN:
        raise Refused(_("#{number} is withdrawn. Bring it back first.").format(number=incident.number))
    score = check_score(command.verdict)
    body = VerdictGiven(score=score, words=command.words or None, heard_at=command.at)
    work.append(EntryKind.VERDICT, body, by=command.by, incident_id=command.incident_id)
    if incident.status == Status.SETTLED and score <= UNHAPPY:
        again = Reopened(reason=_("The guest is not happy with how it ended."), happened_at=command.at)
        work.append(EntryKind.REOPENED, again, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id)
