"""Move a note that was written under the wrong problem to the right one, and take that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, handles
from hospitality_desk.commands.checks import not_withdrawn, note_of, standing_note
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import (
    CUE_KINDS,
    EntryKind,
    GuestKnows,
    Judged,
    NoteElsewhere,
    NoteMade,
    PromiseMade,
    Restored,
    Withdrawn,
)
from hospitality_desk.domain.ids import EntryId, IncidentId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.promises import Promise
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNote(Command):
    """Move a standing note of `incident_id` to the problem `to`; there it is a new note of the same author.

    It takes along what stands: its words, time, sum, how the guest was told, how a Think turned out, and a promise
    that is undecided. A promise that was kept, moved or told of here stays behind: there it would be broken one day.
    What the note was tied to (rests on, follows, tells, keeps, moves) are numbers of the other problem and stays
    behind. Told or kept back there is untold here, in a settled problem as in an open one: it may be another guest.
    In the first problem it is withdrawn and counts for nothing.
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
    source, target = (not_withdrawn(work, each) for each in (command.incident_id, command.to))
    note = standing_note(source, command.note)
    made = _as_there(source, note)
    _check_movable(source, note, target, made)
    there = len(target.notes) + 1
    work.append(note.kind, made, by=command.by, incident_id=command.to, entry_id=command.entry_id)
    if note.judged is not None:
        judged = Judged(note=there, judgement=note.judged)
        work.append(EntryKind.JUDGED, judged, by=command.by, incident_id=command.to)
    gone = Withdrawn(
        note=command.note,
        reason=_("moved to #{number}").format(number=target.number),
        moved_to=NoteElsewhere(incident_id=command.to, entry_id=command.entry_id),
    )
    work.append(EntryKind.WITHDRAWN, gone, by=command.by, incident_id=command.incident_id)
    return _about_both(work, command.incident_id, command.to, entry=there, incident=str(target.number))


def _check_movable(source: Incident, note: Note, target: Incident, made: NoteMade) -> None:
    if note.erased:
        raise Refused(_("Note {n} was erased. There is nothing to move.").format(n=note.n))
    cues = [each.n for each in source.notes if each.counts and each.kind in CUE_KINDS]
    if note.n == 1 and cues == [1]:
        say = _("Note 1 is all that was seen or heard of #{number}. Withdraw #{number} instead, or add a note first.")
        raise Refused(say.format(number=source.number))
    if target.status == Status.SETTLED and made.promise is not None:
        raise Refused(_("#{number} is settled. Open it again first.").format(number=target.number))


def _as_there(source: Incident, note: Note) -> NoteMade:
    knows = note.guest_knows
    if knows in (GuestKnows.TOLD, GuestKnows.KEPT_BACK):
        knows = GuestKnows.UNTOLD
    return NoteMade(
        text=note.text,
        happened_at=note.happened_at,
        guest_knows=knows,
        promise=_undecided_promise(source, note),
        how=note.how,
        amount=note.amount,
        currency=note.currency,
        moved_from=NoteElsewhere(incident_id=source.incident_id, entry_id=note.entry_id),
        written_by=note.by,
    )


def _undecided_promise(source: Incident, note: Note) -> PromiseMade | None:
    """Return the note's promise while only time can tell; None once it was kept (even late), moved or told of."""
    promise = next((each for each in source.promises if each.note == note.n), None)
    if promise is None or promise.decided is not None or promise.told_since_broken:
        return None
    return None if _is_answered(source, promise) else note.promise


def _is_answered(incident: Incident, promise: Promise) -> bool:
    """Tell whether a standing note says that it keeps or moves this promise, in time or late."""
    return any(each.counts and promise.n in (each.keeps, each.moves) for each in incident.notes)


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
    """Do both or neither.

    Refused when the two are not the notes of one move, when somebody withdrew or brought back one of them meanwhile,
    and when the moved one was worked with there: that work would be lost from sight.
    """
    source, target = (not_withdrawn(work, each) for each in (command.incident_id, command.to))
    note, moved = note_of(source, command.note), note_of(target, command.there)
    if note.counts:
        raise Refused(_("Note {n} is not withdrawn.").format(n=note.n))
    if not moved.counts:
        raise Refused(_("Note {n} is withdrawn already.").format(n=moved.n))
    origin = NoteElsewhere(incident_id=command.incident_id, entry_id=note.entry_id)
    goal = NoteElsewhere(incident_id=command.to, entry_id=moved.entry_id)
    if note.moved_to != goal or moved.moved_from != origin:
        say = _("Note {n} of #{number} is not the note that was moved there. Nothing was changed.")
        raise Refused(say.format(n=moved.n, number=target.number))
    if _is_used(target, moved, note):
        say = _("Note {n} of #{number} was worked with there. Nothing was changed: move it from there.")
        raise Refused(say.format(n=moved.n, number=target.number))
    reason = _("moved back to #{number}").format(number=source.number)
    gone = Withdrawn(note=moved.n, reason=reason, moved_to=origin)
    work.append(EntryKind.WITHDRAWN, gone, by=command.by, incident_id=command.to)
    work.append(EntryKind.RESTORED, Restored(note=note.n), by=command.by, incident_id=command.incident_id)
    return _about_both(work, command.incident_id, command.to, entry=note.n, incident=str(source.number))


def _is_used(target: Incident, moved: Note, origin: Note) -> bool:
    """Tell whether somebody corrected, judged, told or kept back the moved note, or tied another note to it."""
    if moved.corrections or moved.judged != origin.judged:
        return True
    if moved.guest_knows in (GuestKnows.TOLD, GuestKnows.KEPT_BACK):
        return True
    if any(each.counts and moved.n in (*each.rests_on, each.follows) for each in target.notes):
        return True
    return any(each.note == moved.n and _is_answered(target, each) for each in target.promises)


def check_stands_nowhere_else(work: UnitOfWork, incident: Incident, note: Note) -> None:
    """Refuse to bring back a note that was moved, here or from here, and counts in another problem: it would be two."""
    seen = {note.entry_id}
    ways = _ways(incident, note)
    while ways:
        way = ways.pop()
        other = work.incident(way.incident_id)
        there = next((each for each in other.notes if each.entry_id == way.entry_id), None)
        if there is None or there.entry_id in seen:
            continue
        if there.counts:
            say = _("Note {n} stands in #{number} now. Withdraw it there first.")
            raise Refused(say.format(n=note.n, number=other.number))
        seen.add(there.entry_id)
        ways += _ways(other, there)


def _ways(incident: Incident, note: Note) -> list[NoteElsewhere]:
    """Return where the note came from and every place it ever went to, also before it was brought back."""
    left = [line.body for line in incident.lines if isinstance(line.body, Withdrawn) and line.body.note == note.n]
    return [way for way in (note.moved_from, *(body.moved_to for body in left)) if way is not None]


def _about_both(work: UnitOfWork, one: IncidentId, other: IncidentId, **answer: Json) -> Done:
    for each in (one, other):
        work.save(each)
    return Done(changes=Changes(incidents=frozenset({one, other})), answer=answer)
