"""What somebody has agreed to do for the guest."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hospitality_desk.domain.ids import PersonId


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of one problem, numbered from 1 within it; one owner at any moment."""

    n: int
    title: str
    owner: PersonId
    state: TaskState
    due: datetime | None
    added_at: datetime
    ended_at: datetime | None = None
    also_done_by: tuple[PersonId, ...] = ()
    """Colleagues who reported a task done that was done already."""

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.state in (TaskState.OPEN, TaskState.TAKEN)


def next_task(tasks: tuple[Task, ...]) -> Task | None:
    """Return the open task to do next: the earliest due first, then the one added first."""
    open_tasks = [task for task in tasks if task.is_open]
    return min(open_tasks, key=lambda task: (task.due is None, task.due or task.added_at, task.n), default=None)
