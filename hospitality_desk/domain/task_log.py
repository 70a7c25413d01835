"""A task as its timeline tells it: added, offered, taken, tried, done."""

from dataclasses import replace
from datetime import datetime

from hospitality_desk.domain.entries import Entry, TaskAdded, TaskMoved, TaskStep, TaskTried, TryTakenBack
from hospitality_desk.domain.tasks import Attempt, Task, TaskState, TryOutcome, next_try

TaskBody = TaskAdded | TaskMoved | TaskTried | TryTakenBack


def with_task(tasks: list[Task], entry: Entry, body: TaskBody) -> list[Task]:
    """Return the tasks after one more entry about one of them; a finished task stays as it is."""
    if isinstance(body, TaskAdded):
        return [*tasks, _added(len(tasks) + 1, entry, body)]
    task = tasks[body.task - 1]
    match body:
        case TaskMoved():
            after = _moved(task, body, entry)
        case TaskTried():
            after = _tried(task, body, entry)
        case TryTakenBack():
            after = _taken_back(task)
    return [*tasks[: body.task - 1], after, *tasks[body.task :]]


def _added(n: int, entry: Entry, body: TaskAdded) -> Task:
    due = body.due
    if body.errand is not None:
        due = body.errand.back_by
    elif body.rule is not None:
        due = body.due or entry.recorded_at
    return Task(
        n=n, title=body.title, owner=body.owner, state=TaskState.OPEN, due=due, added_at=entry.recorded_at,
        rule=body.rule, errand=body.errand,
    )  # fmt: skip


def _moved(task: Task, body: TaskMoved, entry: Entry) -> Task:
    if not task.is_open:
        is_reported_again = body.step == TaskStep.DONE and task.state == TaskState.DONE
        return replace(task, also_done_by=(*task.also_done_by, entry.by)) if is_reported_again else task
    match body.step:
        case TaskStep.TAKEN:
            return replace(
                task, owner=entry.by, state=TaskState.TAKEN, offered_to=None, was=None, seen=False, waiting_for=None
            )
        case TaskStep.OFFERED:
            was = task.was if task.state == TaskState.OFFERED else task.state
            return replace(task, state=TaskState.OFFERED, offered_to=body.to, was=was, seen=False)
        case TaskStep.SEEN:
            return replace(task, seen=True)
        case TaskStep.NOT_NOW:
            return replace(task, state=task.was or TaskState.OPEN, offered_to=None, was=None, seen=False)
        case TaskStep.WAITING:
            return replace(
                task, state=TaskState.WAITING, waiting_for=body.waiting_for, due=body.next_check or task.due,
                offered_to=None, was=None,
            )  # fmt: skip
        case TaskStep.DONE:
            return replace(
                task, state=TaskState.DONE, ended_at=entry.recorded_at, cash_back=body.cash_back, offered_to=None
            )
        case TaskStep.DROPPED:
            return replace(task, state=TaskState.DROPPED, ended_at=entry.recorded_at, dropped_because=body.reason)


def _tried(task: Task, body: TaskTried, entry: Entry) -> Task:
    attempts = (*task.attempts, Attempt(at=body.happened_at, by=entry.by, outcome=body.outcome))
    state = TaskState.TAKEN if task.state == TaskState.WAITING else task.state
    tried = replace(task, attempts=attempts, state=state, waiting_for=None, due=_next(task, attempts))
    if not _ends(tried):
        return tried
    return replace(tried, state=TaskState.DONE, ended_at=entry.recorded_at, was_ended_by_a_try=True)


def _taken_back(task: Task) -> Task:
    """Return the task without its last try; one that the try had ended is open again."""
    attempts = task.attempts[:-1]
    back = replace(task, attempts=attempts, due=_next(task, attempts))
    if not task.was_ended_by_a_try:
        return back
    return replace(back, state=TaskState.TAKEN, ended_at=None, was_ended_by_a_try=False)


def _next(task: Task, attempts: tuple[Attempt, ...]) -> datetime | None:
    return None if task.rule is None else next_try(task.rule, attempts, task.added_at)


def _ends(task: Task) -> bool:
    """Tell whether the last try ends the task by its own rule."""
    if task.rule is None or not task.attempts:
        return False
    last = task.attempts[-1]
    until_time, until_count = task.rule.until_time, task.rule.until_count
    return (
        last.outcome == TryOutcome.ANSWERED
        or (until_count is not None and len(task.attempts) >= until_count)
        or (until_time is not None and last.at >= until_time)
    )
