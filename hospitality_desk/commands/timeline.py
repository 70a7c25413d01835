"""Add a note, tell the guest, correct, judge, keep back, take back; moving stands in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from hospitality_desk.commands.base import Command, Done, Text, handles
from hospitality_desk.commands.checks import (
    about,
    check_coming,
    check_happened,
    check_near,
    check_words,
    not_withdrawn,
    note_of,
    standing_note,
)
from hospitality_desk.commands.moving import MoveNote, TakeMoveBack, check_stands_nowhere_else
from hospitality_desk.domain.entries import (
    CUE_KINDS,
    FACT_KINDS,
    NOTE_KINDS,
    Corrected,
    EntryKind,
    GuestKnows,
    How,
    Judged,
    Judgement,
    KeptBack,
    NoteMade,
    PromiseMade,
    Restored,
    Withdrawn,
)
from hospitality_desk.domain.ids import EntryId, IncidentId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.money import LARGEST
from hospitality_desk.domain.promises import Promise, PromiseState
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.timeline import start_state
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork

__all__ = [
    "AddNote", "CorrectNote", "JudgeThink", "KeepBack", "MoveNote", "RestoreNote", "TakeMoveBack", "TellGuest",
    "WithdrawNote",
]  # fmt: skip

GIVEN_STATES = frozenset({GuestKnows.KNOWS, GuestKnows.UNTOLD})
"""What a person may say of a note at once; told and kept back come by telling and keeping back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Command):
    """Add what was seen, heard, thought or done, or what it cost.

    `rests_on` belongs to a Think, `follows` and `keeps` to a Did, `amount` (minor units) to a Cost. `guest_knows`
    None means the start state of its kind.
    """

    sentence: ClassVar[str] = N_("Added a note.")

    incident_id: IncidentId
    entry_id: EntryId
    kind: EntryKind
    text: Text
    happened_at: datetime | None = None
    rests_on: tuple[int, ...] = ()
    follows: int | None = None
    guest_knows: GuestKnows | None = None
    keeps: int | None = None
    amount: int | None = None


@handles(AddNote, needs=Permission.CARE)
def add_note(command: AddNote, work: UnitOfWork) -> Done:
    """Append the note. Notes may still be added to a settled problem, not to a withdrawn one."""
    incident = not_withdrawn(work, command.incident_id)
    kind = command.kind
    if kind not in NOTE_KINDS or kind == EntryKind.TOLD:
        raise Refused(_("That is no kind of note. Choose Saw, Heard, Think, Did or Cost."))
    check_words(command.text)
    _check_links(command, incident)
    if command.guest_knows is not None and (kind not in FACT_KINDS or command.guest_knows not in GIVEN_STATES):
        raise Refused(_("Only a Saw, Heard or Did says whether the guest knows."))
    note = NoteMade(
        text=command.text,
        happened_at=check_happened(command.happened_at or command.at, command.at),
        rests_on=tuple(dict.fromkeys(command.rests_on)),
        follows=command.follows,
        guest_knows=command.guest_knows or start_state(kind, command.text, log_line=False),
        keeps=command.keeps,
        amount=check_amount(command.amount, kind),
        currency=work.house.currency if command.amount is not None else None,
    )
    work.append(kind, note, by=command.by, incident_id=command.incident_id, entry_id=command.entry_id)
    return about(work, command.incident_id, entry=len(incident.notes) + 1)


def _check_links(command: AddNote, incident: Incident) -> None:
    if command.rests_on and command.kind != EntryKind.THINK:
        raise Refused(_("Only a Think rests on other notes."))
    for n in command.rests_on:
        if standing_note(incident, n).kind not in CUE_KINDS:
            raise Refused(_("A Think rests on what was seen or heard; note {n} is neither.").format(n=n))
    if command.follows is not None:
        if command.kind != EntryKind.DID:
            raise Refused(_("Only a Did follows from a Think."))
        if standing_note(incident, command.follows).kind != EntryKind.THINK:
            raise Refused(_("A Did follows from a Think; note {n} is none.").format(n=command.follows))
    if command.keeps is not None:
        if command.kind != EntryKind.DID:
            raise Refused(_("Only a Did or a Told keeps a promise."))
        thing_promised(incident, command.keeps)


def check_amount(amount: int | None, kind: EntryKind) -> int | None:
    """Return the amount; refuse one on another kind than Cost, below zero, or beyond any bill."""
    if amount is None:
        return None
    if kind != EntryKind.COST:
        raise Refused(_("Only a Cost has an amount."))
    if not 0 <= amount <= LARGEST:
        raise Refused(_("That is no amount of money a house pays."))
    return amount


def thing_promised(incident: Incident, n: int) -> Promise:
    """Return the standing promise of a thing of that number; refuse any other number."""
    promise = next((each for each in incident.promises if each.n == n), None)
    if promise is None:
        raise Refused(_("#{number} has no promise {n}.").format(number=incident.number, n=n))
    if not promise.is_of_a_thing:
        say = _("Promise {n} is a promise of word: the next word to the guest keeps it.")
        raise Refused(say.format(n=n))
    return promise


def _movable(incident: Incident, n: int) -> Promise:
    """Return the promise of a thing; refuse one that is kept, or has a new time already."""
    promise = thing_promised(incident, n)
    if promise.decided == PromiseState.KEPT:
        raise Refused(_("Promise {n} is kept already.").format(n=n))
    if any(note.counts and note.moves == n for note in incident.notes):
        raise Refused(_("Promise {n} has a new time already.").format(n=n))
    return promise


@dataclass(frozen=True, slots=True, kw_only=True)
class TellGuest(Command):
    """Write down what the guest was told; the only act that restarts the guest clock.

    `promise_by` alone promises a word from us by then; with `promise_what` it promises that thing. `moves` names a
    promise of a thing whose new time is `promise_by`. `tells` are the notes the guest now knows.
    """

    sentence: ClassVar[str] = N_("Told the guest.")

    incident_id: IncidentId
    entry_id: EntryId
    text: Text
    happened_at: datetime | None = None
    tells: tuple[int, ...] = ()
    promise_what: Text | None = None
    promise_by: datetime | None = None
    keeps: int | None = None
    moves: int | None = None
    how: How = How.ALOUD


@handles(TellGuest, needs=Permission.CARE)
def tell_guest(command: TellGuest, work: UnitOfWork) -> Done:
    """Append the Told note and mark what it tells."""
    incident = not_withdrawn(work, command.incident_id)
    check_words(command.text)
    happened_at = check_happened(command.happened_at or command.at, command.at)
    for n in command.tells:
        if standing_note(incident, n).kind not in FACT_KINDS:
            raise Refused(_("Note {n} is nothing to tell: only a Saw, Heard or Did is.").format(n=n))
    if command.keeps is not None:
        thing_promised(incident, command.keeps)
    note = NoteMade(
        text=command.text,
        happened_at=happened_at,
        promise=_promise_given(command, incident, happened_at),
        keeps=command.keeps,
        moves=command.moves,
        tells=tuple(dict.fromkeys(command.tells)),
        how=command.how,
    )
    work.append(EntryKind.TOLD, note, by=command.by, incident_id=command.incident_id, entry_id=command.entry_id)
    return about(work, command.incident_id, entry=len(incident.notes) + 1)


def _promise_given(command: TellGuest, incident: Incident, happened_at: datetime) -> PromiseMade | None:
    if command.moves is not None and command.moves == command.keeps:
        raise Refused(_("A promise is kept or moved, not both."))
    moved = None if command.moves is None else _movable(incident, command.moves)
    if incident.status == Status.SETTLED and command.promise_by is not None:
        raise Refused(_("#{number} is settled. Open it again first.").format(number=incident.number))
    if command.promise_by is None:
        if command.promise_what is not None or moved is not None:
            raise Refused(_("A promise needs a time. Say by when."))
        return None
    if command.promise_what is not None:
        check_words(command.promise_what, _("Say what is promised, in a word or two."))
    if command.promise_by <= happened_at:
        raise Refused(_("That time has passed. Promise a later one."))
    check_near(command.promise_by, command.at)
    what = command.promise_what or (moved.what if moved is not None else None)
    return PromiseMade(by=command.promise_by, what=what)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepBack(Command):
    """Say why the guest is not told of a note, and when to look again."""

    sentence: ClassVar[str] = N_("Kept something back, with a reason.")

    incident_id: IncidentId
    note: int
    reason: Text
    look_again: datetime | None = None


@handles(KeepBack, needs=Permission.CARE)
def keep_back(command: KeepBack, work: UnitOfWork) -> Done:
    """Keep it back; refused for a note the guest knows of anyway."""
    incident = not_withdrawn(work, command.incident_id)
    note = standing_note(incident, command.note)
    if note.guest_knows is None:
        raise Refused(_("Note {n} is nothing to tell: only a Saw, Heard or Did is.").format(n=command.note))
    if note.guest_knows in (GuestKnows.KNOWS, GuestKnows.TOLD):
        raise Refused(_("The guest knows of note {n} already.").format(n=command.note))
    check_words(command.reason, _("Say why the guest is not told, in a word or two."))
    check_coming(command.look_again, command.at)
    body = KeptBack(note=command.note, reason=command.reason, look_again=command.look_again)
    work.append(EntryKind.KEPT_BACK, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, entry=command.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeThink(Command):
    """Mark a Think right, wrong or never known."""

    sentence: ClassVar[str] = N_("Judged what we thought.")

    incident_id: IncidentId
    note: int
    judgement: Judgement


@handles(JudgeThink, needs=Permission.CARE)
def judge_think(command: JudgeThink, work: UnitOfWork) -> Done:
    """Judge it; a later judgement stands before an earlier one."""
    incident = not_withdrawn(work, command.incident_id)
    if standing_note(incident, command.note).kind != EntryKind.THINK:
        raise Refused(_("Only a Think is judged; note {n} is none.").format(n=command.note))
    body = Judged(note=command.note, judgement=command.judgement)
    work.append(EntryKind.JUDGED, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, entry=command.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectNote(Command):
    """Mend a note's text, time, amount or what the guest knows of it; the earlier wording stays visible."""

    sentence: ClassVar[str] = N_("Corrected a note.")

    incident_id: IncidentId
    note: int
    text: Text | None = None
    happened_at: datetime | None = None
    amount: int | None = None
    guest_knows: GuestKnows | None = None


@handles(CorrectNote, needs=Permission.CARE)
def correct_note(command: CorrectNote, work: UnitOfWork) -> Done:
    """Append the correction; refused when it would change nothing."""
    incident = not_withdrawn(work, command.incident_id)
    note = standing_note(incident, command.note)
    if command.text is not None:
        check_words(command.text)
    happened_at = command.happened_at
    if happened_at is not None:
        check_happened(happened_at, command.at)
    if command.guest_knows is not None and (note.guest_knows is None or command.guest_knows not in GIVEN_STATES):
        raise Refused(_("Only a Saw, Heard or Did says whether the guest knows."))
    body = Corrected(
        note=command.note,
        text=_if_new(command.text, note.text),
        happened_at=_if_new(happened_at, note.happened_at),
        amount=_if_new(check_amount(command.amount, note.kind), note.amount),
        guest_knows=_if_new(command.guest_knows, note.guest_knows),
    )
    if body == Corrected(note=command.note):
        raise Refused(_("Note {n} says that already.").format(n=command.note))
    work.append(EntryKind.CORRECTED, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, entry=command.note)


Value = TypeVar("Value")


def _if_new(new: Value | None, old: Value | None) -> Value | None:
    return None if new == old else new


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawNote(Command):
    """Take a note back; it counts for nothing and can be brought back."""

    sentence: ClassVar[str] = N_("Withdrew a note.")

    incident_id: IncidentId
    note: int
    reason: Text


@handles(WithdrawNote, needs=Permission.CARE)
def withdraw_note(command: WithdrawNote, work: UnitOfWork) -> Done:
    """Withdraw it; refused when it is withdrawn already."""
    incident = not_withdrawn(work, command.incident_id)
    if not note_of(incident, command.note).counts:
        raise Refused(_("Note {n} is withdrawn already.").format(n=command.note))
    check_words(command.reason, _("Say why it is withdrawn, in a word or two."))
    body = Withdrawn(note=command.note, reason=command.reason)
    work.append(EntryKind.WITHDRAWN, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, entry=command.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreNote(Command):
    """Bring a withdrawn note back."""

    sentence: ClassVar[str] = N_("Brought a note back.")

    incident_id: IncidentId
    note: int


@handles(RestoreNote, needs=Permission.CARE)
def restore_note(command: RestoreNote, work: UnitOfWork) -> Done:
    """Bring it back; refused when it is not withdrawn, or was moved and counts in another problem."""
    incident = not_withdrawn(work, command.incident_id)
    note = note_of(incident, command.note)
    if note.counts:
        raise Refused(_("Note {n} is not withdrawn.").format(n=command.note))
    check_stands_nowhere_else(work, incident, note)
    work.append(EntryKind.RESTORED, Restored(note=command.note), by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, entry=command.note)
