"""What somebody agrees to do: add it, offer it, take it, wait for somebody else, finish it, drop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol

from hospitality_desk.commands.base import Command, Done, Name, Text, handles
from hospitality_desk.commands.checks import about, check_coming, check_near, check_words, open_incident
from hospitality_desk.domain.entries import EntryKind, TaskAdded, TaskMoved, TaskStep
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.money import LARGEST
from hospitality_desk.domain.staff import Permission, Person
from hospitality_desk.domain.tasks import ErrandPlan, Task, TaskState, TryRule
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


MOST_TRIES = 1_000
LONGEST_GAP = 24 * 60
"""Minutes that may lie between two tries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTask(Command):
    """Add a task; without an owner it is the one's who adds it.

    With `every` (minutes) it is tried until somebody answers, or before that until a time or a number of tries. With
    `where` and `back_by` it is an errand out of the house; `cash` is what goes along, in minor units.
    """

    sentence: ClassVar[str] = N_("Added a task.")

    incident_id: IncidentId
    title: Name
    owner: PersonId | None = None
    due: datetime | None = None
    every: int | None = None
    until_time: datetime | None = None
    until_count: int | None = None
    where: Name | None = None
    back_by: datetime | None = None
    cover: PersonId | None = None
    cash: int | None = None
    although_out: bool = False
    """The person knows that the owner is out of the house just now."""


@handles(AddTask, needs=Permission.CARE)
def add_task(command: AddTask, work: UnitOfWork) -> Done:
    """Append the task; its number is its place in order. Refused for somebody who is out, unless that is known."""
    incident = open_incident(work, command.incident_id)
    check_words(command.title, _("Write what is to be done, in a few words."))
    check_near(command.due, command.at)
    owner = command.owner or command.by
    person = work.active_person(owner)
    rule, errand = _rule(command), _errand(command, work)
    if errand is None and owner != command.by and not command.although_out:
        check_is_in(work, person)
    body = TaskAdded(title=command.title, owner=owner, due=command.due, rule=rule, errand=errand)
    work.append(EntryKind.TASK_ADDED, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, task=len(incident.tasks) + 1)


def _rule(command: AddTask) -> TryRule | None:
    if command.every is None:
        if command.until_time is not None or command.until_count is not None:
            raise Refused(_("Say how often to try: every so many minutes."))
        return None
    if not 1 <= command.every <= LONGEST_GAP:
        raise Refused(_("Try every 1 to {most} minutes.").format(most=LONGEST_GAP))
    if command.until_count is not None and not 1 <= command.until_count <= MOST_TRIES:
        raise Refused(_("Try 1 to {most} times.").format(most=MOST_TRIES))
    check_coming(command.until_time, command.at)
    return TryRule(every=command.every, until_time=command.until_time, until_count=command.until_count)


def _errand(command: AddTask, work: UnitOfWork) -> ErrandPlan | None:
    if command.where is None and command.back_by is None and command.cover is None and command.cash is None:
        return None
    if command.every is not None:
        raise Refused(_("An errand is no task of tries. Add two tasks."))
    if not command.where or command.back_by is None:
        raise Refused(_("An errand says where it goes, and when they are back."))
    check_coming(command.back_by, command.at)
    if command.cover is not None:
        work.active_person(command.cover)
    if command.cash is not None and not 0 < command.cash <= LARGEST:
        raise Refused(_("Write how much cash goes along, in cents."))
    return ErrandPlan(where=command.where, back_by=command.back_by, cover=command.cover, cash=command.cash)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTask(Command):
    """Offer a task to a colleague; until they take it, it stays with whoever has it."""

    sentence: ClassVar[str] = N_("Offered a task.")

    incident_id: IncidentId
    task: int
    to: PersonId
    although_out: bool = False


@handles(OfferTask, needs=Permission.CARE)
def offer_task(command: OfferTask, work: UnitOfWork) -> Done:
    """Offer it; refused to its owner, and to somebody who is out unless that is known."""
    task = open_task(work, command.incident_id, command.task)
    person = work.active_person(command.to)
    if task.owner == command.to:
        raise Refused(_("{name} has this task already.").format(name=person.name))
    if not command.although_out:
        check_is_in(work, person)
    _move(work, command, TaskMoved(task=command.task, step=TaskStep.OFFERED, to=command.to))
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeTask(Command):
    """Note that whoever a task is offered to has it before their eyes."""

    sentence: ClassVar[str] = N_("Saw an offered task.")

    incident_id: IncidentId
    task: int


@handles(SeeTask, needs=Permission.CARE)
def see_task(command: SeeTask, work: UnitOfWork) -> Done:
    """Note it once; for anybody else than the one it is offered to it changes nothing."""
    task = task_of(work, command.incident_id, command.task)
    if task.state == TaskState.OFFERED and task.offered_to == command.by and not task.seen:
        _move(work, command, TaskMoved(task=command.task, step=TaskStep.SEEN))
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineTask(Command):
    """Say "not now" to an offered task; it stays with its owner."""

    sentence: ClassVar[str] = N_("Said not now to a task.")

    incident_id: IncidentId
    task: int


@handles(DeclineTask, needs=Permission.CARE)
def decline_task(command: DeclineTask, work: UnitOfWork) -> Done:
    """Leave it as it was before the offer; only who was asked answers, and who offered takes the offer back."""
    task = open_task(work, command.incident_id, command.task)
    if task.state != TaskState.OFFERED:
        raise Refused(_("Task {n} is offered to nobody.").format(n=command.task))
    if command.by not in (task.offered_to, task.owner):
        raise Refused(_("Only who was asked can say not now, or who has the task."))
    _move(work, command, TaskMoved(task=command.task, step=TaskStep.NOT_NOW))
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitOthers(Command):
    """Let a task wait for somebody outside, and look again at a time."""

    sentence: ClassVar[str] = N_("Let a task wait for somebody else.")

    incident_id: IncidentId
    task: int
    waiting_for: Name
    next_check: datetime


@handles(AwaitOthers, needs=Permission.CARE)
def await_others(command: AwaitOthers, work: UnitOfWork) -> Done:
    """Note who is waited for; nothing waits without a time to look again."""
    open_task(work, command.incident_id, command.task)
    check_words(command.waiting_for, _("Say who is waited for."))
    check_coming(command.next_check, command.at)
    moved = TaskMoved(
        task=command.task, step=TaskStep.WAITING, waiting_for=command.waiting_for, next_check=command.next_check
    )
    _move(work, command, moved)
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTask(Command):
    """Take a task: it is yours from now on."""

    sentence: ClassVar[str] = N_("Took a task.")

    incident_id: IncidentId
    task: int


@handles(TakeTask, needs=Permission.CARE)
def take_task(command: TakeTask, work: UnitOfWork) -> Done:
    """Take it; refused when it is over."""
    task = open_task(work, command.incident_id, command.task)
    if not (task.state == TaskState.TAKEN and task.owner == command.by):
        _move(work, command, TaskMoved(task=command.task, step=TaskStep.TAKEN))
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask(Command):
    """Report a task done; of an errand with the cash that came back, in minor units."""

    sentence: ClassVar[str] = N_("Finished a task.")

    incident_id: IncidentId
    task: int
    cash_back: int | None = None


@handles(FinishTask, needs=Permission.CARE)
def finish_task(command: FinishTask, work: UnitOfWork) -> Done:
    """Finish it. Done already is no error: two people may report it, and both are kept. It posts no cost by itself."""
    task = task_of(work, command.incident_id, command.task)
    if task.state == TaskState.DROPPED:
        raise Refused(_("Task {n} was dropped.").format(n=command.task))
    cash_back = command.cash_back
    if cash_back is not None:
        if task.errand is None or task.errand.cash is None:
            raise Refused(_("No cash went along with task {n}.").format(n=command.task))
        if not 0 <= cash_back <= LARGEST:
            raise Refused(_("Write how much cash came back, in cents."))
    _move(work, command, TaskMoved(task=command.task, step=TaskStep.DONE, cash_back=cash_back))
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTask(Command):
    """Drop a task: it need not be done any more, and why."""

    sentence: ClassVar[str] = N_("Dropped a task.")

    incident_id: IncidentId
    task: int
    reason: Text | None = None


@handles(DropTask, needs=Permission.CARE)
def drop_task(command: DropTask, work: UnitOfWork) -> Done:
    """Drop it; refused when it is over."""
    open_task(work, command.incident_id, command.task)
    _move(work, command, TaskMoved(task=command.task, step=TaskStep.DROPPED, reason=command.reason or None))
    return about(work, command.incident_id, task=command.task)


class _AboutTask(Protocol):
    """Every command here says which problem it is about, and who acts."""

    @property
    def incident_id(self) -> IncidentId: ...
    @property
    def by(self) -> PersonId: ...


def _move(work: UnitOfWork, command: _AboutTask, body: TaskMoved) -> None:
    work.append(EntryKind.TASK_MOVED, body, by=command.by, incident_id=command.incident_id)


def check_is_in(work: UnitOfWork, person: Person) -> None:
    """Refuse somebody who is out of the house on an errand, and say until when."""
    back_by = work.out_until(person.person_id)
    if back_by is not None:
        say = _("{name} is out until {time}. Give it to them all the same, or choose somebody else.")
        local = back_by.astimezone(work.house.zone)
        raise Refused(say.format(name=person.name, time=f"{local:%H:%M}"))


def task_of(work: UnitOfWork, incident_id: IncidentId, n: int) -> Task:
    """Return the task of that number; refuse a number that is none."""
    incident = work.incident(incident_id)
    if not 0 < n <= len(incident.tasks):
        raise Refused(_("#{number} has no task {n}.").format(number=incident.number, n=n))
    return incident.tasks[n - 1]


def open_task(work: UnitOfWork, incident_id: IncidentId, n: int) -> Task:
    """Return the task of that number; refuse one that is done or dropped."""
    task = task_of(work, incident_id, n)
    if not task.is_open:
        raise Refused(
            _("Task {n} is done already.").format(n=n)
            if task.state == TaskState.DONE
            else _("Task {n} was dropped.").format(n=n)
        )
    return task
