"""The menus of a problem and of its notes: only what can be done now."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hospitality_desk.domain.entries import FACT_KINDS, EntryKind, GuestKnows, Judgement
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.incidents import PROBLEM_KINDS, Source, Status
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.incident.names import severity_name, source_name
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.menu import SEPARATOR, Choice
from hospitality_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteActs:
    """What a note's menu can ask for; each takes the note."""

    correct: Callable[[Note], object]
    move: Callable[[Note], object]
    withdraw: Callable[[Note], object]
    restore: Callable[[Note], object]
    tell: Callable[[Note], object]
    keep_back: Callable[[Note], object]
    knows: Callable[[Note, GuestKnows], object]
    judge: Callable[[Note, Judgement], object]
    show_whole: Callable[[Note], object]


def note_choices(note: Note, scene: Scene, acts: NoteActs, whole: bool | None) -> list[Choice]:
    """Return what can be done with a note; `whole` tells whether a long one is shown whole, None for a short one."""
    choices: list[Choice] = []
    if whole is not None:
        choices.append(Choice(_("Show less") if whole else _("Show all of it"), lambda: acts.show_whole(note)))
    if not note.counts:
        choices.append(Choice(_("Bring back"), lambda: acts.restore(note)))
        return choices
    if note.is_untold(scene.now):
        choices.append(Choice(scene.spoken_of.told, lambda: acts.tell(note)))
        choices.append(Choice(_("Keep back…"), lambda: acts.keep_back(note)))
    if note.kind in FACT_KINDS:
        if note.guest_knows in (GuestKnows.UNTOLD, GuestKnows.KEPT_BACK):
            choices.append(Choice(_("The guest knows"), lambda: acts.knows(note, GuestKnows.KNOWS)))
        if note.guest_knows != GuestKnows.UNTOLD:
            choices.append(Choice(_("The guest does not know"), lambda: acts.knows(note, GuestKnows.UNTOLD)))
    if note.kind == EntryKind.THINK:
        for judgement, words in (
            (Judgement.RIGHT, _("Turned out right")),
            (Judgement.WRONG, _("Turned out wrong")),
            (Judgement.NEVER_KNOWN, _("Never known")),
        ):
            choices.append(_judge(note, judgement, words, acts))
    if choices:
        choices.append(SEPARATOR)
    choices.append(Choice(_("Correct…"), lambda: acts.correct(note)))
    choices.append(Choice(_("Move to another problem…"), lambda: acts.move(note)))
    choices.append(Choice(_("Withdraw…"), lambda: acts.withdraw(note)))
    return choices


def _judge(note: Note, judgement: Judgement, words: str, acts: NoteActs) -> Choice:
    return Choice(words, lambda: acts.judge(note, judgement), ticked=note.judged == judgement)


def owner_choices(scene: Scene, act: Callable[[PersonId], object]) -> list[Choice]:
    """Return everybody who may have the problem; the acting person first, as "I have it"."""
    mine = [person for person in scene.people if person.person_id == scene.acting]
    others = [person for person in scene.people if person.person_id != scene.acting]
    return [
        Choice(
            _("I have it") if person in mine else _("{name} has it").format(name=person.name),
            lambda each=person.person_id: act(each),  # type: ignore[misc] # the loop's value, bound now
            ticked=scene.incident.owner == person.person_id,
        )
        for person in (*mine, *others)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseActs:
    """What can be done with what was promised; each opens the composer for the note that says so."""

    keep: Callable[[int], object]
    move: Callable[[int], object]
    tell: Callable[[], object]
    promise: Callable[[], object]


def promise_choices(scene: Scene, acts: PromiseActs) -> list[Choice]:
    """Return the ways out of each promise that stands, and the way to another one.

    A promise is never edited behind the guest's back: keeping it, and a new time, are notes of their own.
    """
    choices: list[Choice] = []
    for each in scene.incident.promises:
        if each.drives_clock:
            words = " ".join((each.what or "").split())
            short = words if len(words) <= 36 else words[:35] + "…"
            choices.append(Choice(_("Kept: {what}").format(what=short), partial(acts.keep, each.n)))
            if each.decided is None:
                choices.append(Choice(_("A new time for: {what}").format(what=short), partial(acts.move, each.n)))
        elif not each.is_of_a_thing and each.decided is None:
            choices.append(Choice(scene.spoken_of.told, acts.tell))
    if choices:
        choices.append(SEPARATOR)
    choices.append(Choice(_("Promise something else…") if choices else _("Promise something…"), acts.promise))
    return choices


def severity_choices(scene: Scene, act: Callable[[Severity], object]) -> list[Choice]:
    """Return the severities; a guess is ticked nowhere."""
    incident = scene.incident
    return [
        Choice(
            severity_name(each),
            lambda each=each: act(each),  # type: ignore[misc] # the loop's value, bound now
            ticked=incident.severity_sure and each == incident.severity,
        )
        for each in Severity
    ]


def kind_choices(scene: Scene, act: Callable[[str], object]) -> list[Choice]:
    """Return the kinds of problem of the house."""
    incident = scene.incident
    return [
        Choice(
            _(each),
            lambda each=each: act(each),  # type: ignore[misc] # the loop's value, bound now
            ticked=incident.kind_sure and each == incident.kind,
        )
        for each in PROBLEM_KINDS
    ]


def source_choices(scene: Scene, act: Callable[[Source], object]) -> list[Choice]:
    """Return the ways we hear of problems."""
    return [
        Choice(
            source_name(each),
            lambda each=each: act(each),  # type: ignore[misc] # the loop's value, bound now
            ticked=each == scene.incident.source,
        )
        for each in Source
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentActs:
    """What the menu of a problem can ask for."""

    have_it: Callable[[], object]
    happened: Callable[[], object]
    source: Callable[[], object]
    guest_left: Callable[[], object]
    guest_is_here: Callable[[], object]
    leave_in_peace: Callable[[], object]
    verdict: Callable[[], object]
    tell_as_story: Callable[[], object]
    open_story: Callable[[], object]
    withdraw: Callable[[], object]


def incident_choices(scene: Scene, acts: IncidentActs) -> list[Choice]:
    """Return what can be done with a problem."""
    incident = scene.incident
    choices: list[Choice] = []
    if scene.is_open and incident.owner != scene.acting:
        choices.append(Choice(_("I have it"), acts.have_it))
    if scene.is_open and scene.is_problem:
        choices.append(Choice(_("Leave in peace…"), acts.leave_in_peace))
        if incident.gone_at is None:
            choices.append(Choice(_("Guest has left"), acts.guest_left))
        else:
            choices.append(Choice(_("The guest is here again"), acts.guest_is_here))
    if incident.status == Status.SETTLED:
        choices.append(Choice(_("Another verdict…"), acts.verdict))
    if scene.stories:
        choices.append(Choice(_("Open its story"), acts.open_story))
    elif scene.may_draw and (incident.status == Status.SETTLED or not scene.is_problem):
        choices.append(Choice(_("Tell it as a story"), acts.tell_as_story))
    choices.append(Choice(_("When it happened…"), acts.happened))
    choices.append(Choice(_("How we heard of it…"), acts.source))
    choices.append(SEPARATOR)
    choices.append(Choice(_("Withdraw…"), acts.withdraw))
    return choices
