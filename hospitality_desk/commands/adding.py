"""Add a typed line to a problem that is open already, instead of logging it twice; and take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Name, Text, handles
from hospitality_desk.commands.checks import (
    about,
    check_happened,
    check_near,
    check_party_size,
    check_problem_kind,
    check_words,
    not_withdrawn,
    note_of,
)
from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.domain.entries import (
    Changed,
    EntryKind,
    FieldChange,
    NoteMade,
    Offered,
    PromiseMade,
    Withdrawn,
)
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import CommandId, EntryId, IncidentId, PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import NOT_YET_KNOWN, Source, Status
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.text import folded
from hospitality_desk.domain.timeline import Note, start_state
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLine(Command):
    """Put a typed line on the timeline of an open problem, and let it fill in what the problem lacks.

    The fields are those of a `LogIncident`. Nothing that stands is overwritten: a guest, phone, party or place only
    where there is none; a kind or severity only where ours is sure and theirs another, and a guess; a promise as typed
    (without words of its own it promises the `gist`), unless the same one stands; `offer_to` only where nobody has the
    problem and it is offered to nobody: then whoever adds the line has it and offers it on, as in logging. `filled_id`
    is the id of the quiet line that says what was filled in, for taking it back.

    The guest knows what they told us, by phone, letter or review too, and what was seen before their eyes. What a
    colleague says starts untold, as any Heard but a log line does (product paper, 2b), but for the guest's own words.
    """

    sentence: ClassVar[str] = N_("Added a line to a problem.")

    incident_id: IncidentId
    entry_id: EntryId
    filled_id: EntryId
    text: Text
    gist: Text | None = None
    source: Source = Source.TOLD
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


def added_instead(
    logged: LogIncident, *, command_id: CommandId, incident_id: IncidentId, entry_id: EntryId, filled_id: EntryId
) -> AddLine:
    """Return the command that adds a line to a problem, where `logged` would have made a new one of it."""
    return AddLine(
        command_id=command_id,
        by=logged.by,
        at=logged.at,
        incident_id=incident_id,
        entry_id=entry_id,
        filled_id=filled_id,
        text=logged.text,
        gist=logged.gist,
        source=logged.source,
        place=logged.place,
        guest=logged.guest,
        party_size=logged.party_size,
        phone=logged.phone,
        severity=logged.severity,
        severity_is_a_guess=logged.severity_is_a_guess,
        kind=logged.kind,
        kind_is_a_guess=logged.kind_is_a_guess,
        offer_to=logged.offer_to,
        happened_at=logged.happened_at,
        promise_what=logged.promise_what,
        promise_by=logged.promise_by,
    )


@handles(AddLine, needs=Permission.CARE)
def add_line(command: AddLine, work: UnitOfWork) -> Done:
    """Append the note, then what it fills in; refused when the problem was settled or withdrawn meanwhile."""
    incident = work.incident(command.incident_id)
    _check_open(incident)
    check_words(command.text)
    check_near(command.promise_by, command.at)
    kind = EntryKind.SAW if command.source == Source.SEEN else EntryKind.HEARD
    note = NoteMade(
        text=command.text,
        happened_at=check_happened(command.happened_at or command.at, command.at),
        guest_knows=start_state(kind, command.text, log_line=command.source != Source.COLLEAGUE),
        promise=_promise(command, incident),
    )
    work.append(kind, note, by=command.by, incident_id=command.incident_id, entry_id=command.entry_id)
    offered = command.offer_to if incident.owner is None and incident.offered_to is None else None
    if offered is not None:
        work.active_person(offered)
    changes = _filled(command, incident, takes_it=offered is not None)
    if changes:
        work.append(
            EntryKind.CHANGED, Changed(changes=changes), by=command.by, incident_id=command.incident_id,
            entry_id=command.filled_id,
        )  # fmt: skip
    if offered is not None and offered != command.by:
        work.append(EntryKind.OFFERED, Offered(to=offered), by=command.by, incident_id=command.incident_id)
    filled: list[Json] = [change.field for change in changes]
    return about(work, command.incident_id, entry=len(incident.notes) + 1, incident=str(incident.number), filled=filled)


def _check_open(incident: Incident) -> None:
    number = incident.number
    if incident.status == Status.SETTLED:
        say = _("#{number} was settled meanwhile. Nothing was added: log it as a new problem, or open #{number} again.")
        raise Refused(say.format(number=number))
    if incident.status == Status.WITHDRAWN:
        say = _("#{number} was withdrawn meanwhile. Nothing was added: log it as a new problem.")
        raise Refused(say.format(number=number))


def _promise(command: AddLine, incident: Incident) -> PromiseMade | None:
    """Return the promise the line makes; None for one that stands there in the same words for the same time."""
    if command.promise_by is None:
        return None
    what = command.promise_what or command.gist or command.text
    for standing in incident.promises:
        if standing.by == command.promise_by and folded(standing.what or "") == folded(what):
            return None
    return PromiseMade(by=command.promise_by, what=what)


def _filled(command: AddLine, incident: Incident, *, takes_it: bool) -> tuple[FieldChange, ...]:
    """Return what the problem lacks and the line has; a change makes a kind or severity sure, so only sure ones."""
    wanted = {
        name: new
        for name, new in (
            ("place", command.place),
            ("guest", command.guest),
            ("party_size", None if command.party_size is None else str(check_party_size(command.party_size))),
            ("phone", command.phone),
            ("owner", command.by if takes_it else None),
        )
        if new and not getattr(incident, name)
    }
    kind = check_problem_kind(command.kind)
    if kind not in (None, NOT_YET_KNOWN, incident.kind) and not command.kind_is_a_guess and not incident.kind_sure:
        wanted["kind"] = str(kind)
    severity = None if command.severity_is_a_guess or incident.severity_sure else command.severity
    if severity not in (None, incident.severity):
        wanted["severity"] = str(severity)
    return tuple(FieldChange(field=name, old=_written(incident, name), new=new) for name, new in wanted.items())


def _written(incident: Incident, field: str) -> str | None:
    value = getattr(incident, field)
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeLineBack(Command):
    """Take an added line back: its note, with its promise, and what it filled in and nobody changed since."""

    sentence: ClassVar[str] = N_("Took a line back.")

    incident_id: IncidentId
    note: int
    filled_id: EntryId
    reason: Text


@handles(TakeLineBack, needs=Permission.CARE)
def take_line_back(command: TakeLineBack, work: UnitOfWork) -> Done:
    """Withdraw the note and empty what it filled in; refused when `filled_id` is any other line than that note's.

    `kept` in the answer names the fields that somebody changed since and that stay. A kind or severity is what it was
    before, and counts as chosen by hand.
    """
    incident = not_withdrawn(work, command.incident_id)
    note = note_of(incident, command.note)
    if not note.counts:
        raise Refused(_("Note {n} is withdrawn already.").format(n=command.note))
    check_words(command.reason, _("Say why it is withdrawn, in a word or two."))
    filled = _filled_in_with(incident, note, command.filled_id)
    body = Withdrawn(note=command.note, reason=command.reason)
    work.append(EntryKind.WITHDRAWN, body, by=command.by, incident_id=command.incident_id)
    back = tuple(
        FieldChange(field=change.field, old=change.new, new=change.old)
        for change in filled
        if _written(incident, change.field) == change.new and not _changed_since(incident, command.filled_id, change)
    )
    if back:
        work.append(EntryKind.CHANGED, Changed(changes=back), by=command.by, incident_id=command.incident_id)
    emptied = {change.field for change in back}
    kept: list[Json] = [change.field for change in filled if change.field not in emptied]
    return about(work, command.incident_id, entry=command.note, incident=str(incident.number), kept=kept)


def _filled_in_with(incident: Incident, note: Note, filled_id: EntryId) -> tuple[FieldChange, ...]:
    """Return what the note's line filled in: the change recorded with it, directly after it; nothing if there is none.

    Refuses the id of any other line: somebody else's change is not this line's to take back.
    """
    line = next((each for each in incident.lines if each.entry_id == filled_id), None)
    if line is None:
        return ()
    made_with_it = (line.seq, line.by, line.recorded_at) == (note.seq + 1, note.by, note.recorded_at)
    if not isinstance(line.body, Changed) or not made_with_it:
        raise Refused(_("That change was not filled in by note {n}. Nothing was changed.").format(n=note.n))
    return line.body.changes


def _changed_since(incident: Incident, filled_id: EntryId, change: FieldChange) -> bool:
    """Tell whether a person touched the field after it was filled in, even to the same value."""
    at = next(n for n, line in enumerate(incident.lines) if line.entry_id == filled_id)
    later = (line.body for line in incident.lines[at + 1 :])
    return any(each.field == change.field for body in later if isinstance(body, Changed) for each in body.changes)
