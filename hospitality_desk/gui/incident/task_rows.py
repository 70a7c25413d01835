"""The tasks of a problem as rows: open ones first, by when they are due, then what is done."""

from dataclasses import dataclass

from hospitality_desk.domain.tasks import Task, TaskState
from hospitality_desk.gui.incident.offer_cards import offered_tasks
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.task_words import second_words
from hospitality_desk.gui.incident.try_words import tried_tasks, tries_words
from hospitality_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task as it is painted and read aloud."""

    n: int
    title: str
    owner: str
    second: str
    is_open: bool
    is_done: bool
    mine: bool

    @property
    def key(self) -> str:
        """Return what tells it from the other rows."""
        return str(self.n)

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        state = _("open") if self.is_open else (_("done") if self.is_done else _("dropped"))
        owner = "" if self.second.startswith(self.owner) else f"{self.owner}, "
        return f"{self.title}, {owner}{self.second}, {state}"


def task_rows(scene: Scene) -> tuple[TaskRow, ...]:
    """Return the rows: open tasks by due time, those without one in their order, then the others, latest first.

    Tasks that are tried again and again, and what is offered to whoever acts, stand above as cards.
    """
    tasks = scene.incident.tasks
    as_cards = {task.n for task in (*tried_tasks(scene), *offered_tasks(scene))}
    waiting = [task for task in tasks if task.is_open and task.n not in as_cards]
    waiting.sort(key=lambda task: (task.due is None, task.due or task.added_at, task.n))
    over = [task for task in tasks if not task.is_open]
    over.sort(key=lambda task: (task.ended_at or task.added_at, task.n), reverse=True)
    return tuple(_row(task, scene) for task in (*waiting, *over))


def _row(task: Task, scene: Scene) -> TaskRow:
    owner = scene.name(task.owner)
    if task.is_open:
        second = second_words(task, scene)
    else:
        words = _("{name}, {time}") if task.state == TaskState.DONE else _("{name}, dropped {time}")
        second = words.format(name=owner, time=scene.when(task.ended_at or task.added_at))
        if task.attempts:
            second = _("{name}, {rest}").format(name=second, rest=tries_words(task))
    return TaskRow(
        n=task.n, title=task.title, owner=owner, second=second, is_open=task.is_open,
        is_done=task.state == TaskState.DONE, mine=task.owner == scene.acting,
    )  # fmt: skip
