"""Move a note that was written under the wrong problem to the right one, and take that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, handles
from hospitality_desk.commands.checks import note_of, standing_note
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import EntryKind, GuestKnows, NoteMade, Restored, Withdrawn
from hospitality_desk.domain.ids import EntryId, IncidentId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNote(Command):
    """Move a standing note of `incident_id` to the problem `to`; there it is a new note, of whoever moves it.

    It takes along what stands: its words, time, sum, how the guest was told, and its promise. What it was tied to
    (rests on, follows, tells, keeps, moves) are numbers of the other problem and stays behind. Told or kept back
    there is untold here: it may be another guest. In the first problem it is withdrawn and counts for nothing.
    """

    sentence: ClassVar[str] = N_("Moved a note to another problem.")

    incident_id: IncidentId
    note: int
    to: IncidentId
    entry_id: EntryId


@handles(MoveNote, needs=Permission.CARE)
def move_note(command: MoveNote, work: UnitOfWork) -> Done:
    """Append it there and withdraw it here. `entry` in the answer is its number there."""
    if command.to == command.incident_id:
        raise Refused(_("The note stands there already. Choose another problem."))
    source, target = (_not_withdrawn(work, each) for each in (command.incident_id, command.to))
    note = standing_note(source, command.note)
    _check_movable(note, target)
    work.append(note.kind, _as_there(note), by=command.by, incident_id=command.to, entry_id=command.entry_id)
    reason = _("moved to #{number}").format(number=target.number)
    gone = Withdrawn(note=command.note, reason=reason)
    work.append(EntryKind.WITHDRAWN, gone, by=command.by, incident_id=command.incident_id)
    return _about_both(work, command.incident_id, command.to, entry=len(target.notes) + 1, incident=str(target.number))


def _check_movable(note: Note, target: Incident) -> None:
    if note.erased:
        raise Refused(_("Note {n} was erased. There is nothing to move.").format(n=note.n))
    if target.status == Status.SETTLED and note.promise is not None:
        raise Refused(_("#{number} is settled. Open it again first.").format(number=target.number))


def _as_there(note: Note) -> NoteMade:
    knows = note.guest_knows
    if knows in (GuestKnows.TOLD, GuestKnows.KEPT_BACK):
        knows = GuestKnows.UNTOLD
    return NoteMade(
        text=note.text,
        happened_at=note.happened_at,
        guest_knows=knows,
        promise=note.promise,
        how=note.how,
        amount=note.amount,
        currency=note.currency,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMoveBack(Command):
    """Take a move back: note `there` of the problem `to` is withdrawn, note `note` of `incident_id` stands again."""

    sentence: ClassVar[str] = N_("Moved a note back.")

    incident_id: IncidentId
    note: int
    to: IncidentId
    there: int


@handles(TakeMoveBack, needs=Permission.CARE)
def take_move_back(command: TakeMoveBack, work: UnitOfWork) -> Done:
    """Do both or neither; refused when somebody withdrew or brought back one of the two meanwhile."""
    source, target = (_not_withdrawn(work, each) for each in (command.incident_id, command.to))
    if note_of(source, command.note).counts:
        raise Refused(_("Note {n} is not withdrawn.").format(n=command.note))
    if not note_of(target, command.there).counts:
        raise Refused(_("Note {n} is withdrawn already.").format(n=command.there))
    reason = _("moved back to #{number}").format(number=source.number)
    gone = Withdrawn(note=command.there, reason=reason)
    work.append(EntryKind.WITHDRAWN, gone, by=command.by, incident_id=command.to)
    work.append(EntryKind.RESTORED, Restored(note=command.note), by=command.by, incident_id=command.incident_id)
    return _about_both(work, command.incident_id, command.to, entry=command.note, incident=str(source.number))


def _not_withdrawn(work: UnitOfWork, incident_id: IncidentId) -> Incident:
    incident = work.incident(incident_id)
    if incident.status == Status.WITHDRAWN:
        raise Refused(_("#{number} is withdrawn. Bring it back first.").format(number=incident.number))
    return incident


def _about_both(work: UnitOfWork, one: IncidentId, other: IncidentId, **answer: Json) -> Done:
    for each in (one, other):
        work.save(each)
    return Done(changes=Changes(incidents=frozenset({one, other})), answer=answer)
