"""Tries at a task: log one with what came of it, take the last one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Text, handles
from hospitality_desk.commands.checks import about, check_happened, check_words, open_incident
from hospitality_desk.commands.tasks import open_task, task_of
from hospitality_desk.domain.entries import EntryKind, NoteMade, TaskTried, TryTakenBack
from hospitality_desk.domain.ids import EntryId, IncidentId
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.tasks import TryOutcome
from hospitality_desk.domain.timeline import start_state
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class LogTry(Command):
    """Log a try and what came of it. With `said`, what they answered goes on the timeline as Heard (`entry_id`)."""

    sentence: ClassVar[str] = N_("Logged a try.")

    incident_id: IncidentId
    task: int
    outcome: TryOutcome
    happened_at: datetime | None = None
    said: Text | None = None
    entry_id: EntryId | None = None


@handles(LogTry, needs=Permission.CARE)
def log_try(command: LogTry, work: UnitOfWork) -> Done:
    """Count it; the next is due from now on. Answered ends it, and so does its own rule."""
    incident = open_incident(work, command.incident_id)
    task = open_task(work, command.incident_id, command.task)
    if task.rule is None:
        raise Refused(_("Task {n} is no task of tries.").format(n=command.task))
    happened_at = check_happened(command.happened_at or command.at, command.at)
    if task.attempts and happened_at < task.attempts[-1].at:
        raise Refused(_("A try was logged after that. Take it back first, or write the time it was."))
    body = TaskTried(task=command.task, outcome=command.outcome, happened_at=happened_at)
    work.append(EntryKind.TASK_TRIED, body, by=command.by, incident_id=command.incident_id)
    answer: dict[str, Json] = {"task": command.task}
    if command.said:
        check_words(command.said)
        heard = NoteMade(
            text=command.said, happened_at=happened_at,
            guest_knows=start_state(EntryKind.HEARD, command.said, log_line=False),
        )  # fmt: skip
        work.append(EntryKind.HEARD, heard, by=command.by, incident_id=command.incident_id, entry_id=command.entry_id)
        answer["entry"] = len(incident.notes) + 1
    return about(work, command.incident_id, **answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTryBack(Command):
    """Take the last try of a task back: it was a slip. A task that it ended is open again."""

    sentence: ClassVar[str] = N_("Took a try back.")

    incident_id: IncidentId
    task: int


@handles(TakeTryBack, needs=Permission.CARE)
def take_try_back(command: TakeTryBack, work: UnitOfWork) -> Done:
    """Take it back; refused when there is none, or when the task was ended by a person since."""
    open_incident(work, command.incident_id)
    task = task_of(work, command.incident_id, command.task)
    if not task.attempts:
        raise Refused(_("Task {n} has no try to take back.").format(n=command.task))
    if not task.is_open and not task.was_ended_by_a_try:
        raise Refused(_("Task {n} is over.").format(n=command.task))
    body = TryTakenBack(task=command.task)
    work.append(EntryKind.TRY_TAKEN_BACK, body, by=command.by, incident_id=command.incident_id)
    return about(work, command.incident_id, task=command.task)
