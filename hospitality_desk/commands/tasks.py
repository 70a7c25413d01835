"""What somebody agrees to do: add it, take it, finish it, drop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Name, handles
from hospitality_desk.commands.checks import about, check_near, check_words, open_incident
from hospitality_desk.domain.entries import EntryKind, TaskAdded, TaskMoved, TaskStep
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.tasks import Task, TaskState
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTask(Command):
    """Add a task; without an owner it is the one's who adds it."""

    sentence: ClassVar[str] = N_("Added a task.")

    incident_id: IncidentId
    title: Name
    owner: PersonId | None = None
    due: datetime | None = None


@handles(AddTask, needs=Permission.CARE)
def add_task(command: AddTask, work: UnitOfWork) -> Done:
    """Append the task; its number is its place in order."""
    incident = open_incident(work, command.incident_id)
    check_words(command.title, _("Write what is to be done, in a few words."))
    check_near(command.due, command.at)
    owner = command.owner or command.by
    work.active_person(owner)
    body = TaskAdded(title=command.title, owner=owner, due=command.due)
    work.append(EntryKind.TASK_ADDED, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, task=len(incident.tasks) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTask(Command):
    """Take a task: it is yours from now on."""

    sentence: ClassVar[str] = N_("Took a task.")

    incident_id: IncidentId
    task: int


@handles(TakeTask, needs=Permission.CARE)
def take_task(command: TakeTask, work: UnitOfWork) -> Done:
    """Take it; refused when it is over."""
    task = _open_task(work, command.incident_id, command.task)
    if not (task.state == TaskState.TAKEN and task.owner == command.by):
        _move(work, command, command.incident_id, command.task, TaskStep.TAKEN)
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask(Command):
    """Report a task done."""

    sentence: ClassVar[str] = N_("Finished a task.")

    incident_id: IncidentId
    task: int


@handles(FinishTask, needs=Permission.CARE)
def finish_task(command: FinishTask, work: UnitOfWork) -> Done:
    """Finish it. Done already is no error: two people may report it, and both are kept."""
    task = _task(work, command.incident_id, command.task)
    if task.state == TaskState.DROPPED:
        raise Refused(_("Task {n} was dropped.").format(n=command.task))
    _move(work, command, command.incident_id, command.task, TaskStep.DONE)
    return about(work, command.incident_id, task=command.task)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTask(Command):
    """Drop a task: it need not be done any more."""

    sentence: ClassVar[str] = N_("Dropped a task.")

    incident_id: IncidentId
    task: int


@handles(DropTask, needs=Permission.CARE)
def drop_task(command: DropTask, work: UnitOfWork) -> Done:
    """Drop it; refused when it is over."""
    _open_task(work, command.incident_id, command.task)
    _move(work, command, command.incident_id, command.task, TaskStep.DROPPED)
    return about(work, command.incident_id, task=command.task)


def _move(work: UnitOfWork, command: Command, incident_id: IncidentId, task: int, step: TaskStep) -> None:
    work.append(EntryKind.TASK_MOVED, TaskMoved(task=task, step=step), by=command.by, incident_id=incident_id)


def _task(work: UnitOfWork, incident_id: IncidentId, n: int) -> Task:
    incident = work.incident(incident_id)
    if not 0 < n <= len(incident.tasks):
        raise Refused(_("#{number} has no task {n}.").format(number=incident.number, n=n))
    return incident.tasks[n - 1]


def _open_task(work: UnitOfWork, incident_id: IncidentId, n: int) -> Task:
    task = _task(work, incident_id, n)
    if not task.is_open:
        raise Refused(
            _("Task {n} is done already.").format(n=n)
            if task.state == TaskState.DONE
            else _("Task {n} was dropped.").format(n=n)
        )
    return task
