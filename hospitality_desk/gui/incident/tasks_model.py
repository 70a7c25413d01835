"""The tasks of a problem as rows: open ones first, by when they are due, then what is done."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hospitality_desk.domain.tasks import Task, TaskState
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _

Index = QModelIndex | QPersistentModelIndex
TASK = Qt.ItemDataRole.UserRole


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
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        state = _("open") if self.is_open else (_("done") if self.is_done else _("dropped"))
        return f"{self.title}, {self.second}, {state}"


def task_rows(scene: Scene) -> tuple[TaskRow, ...]:
    """Return the rows: open tasks by due time, those without one in their order, then the others, latest first."""
    tasks = scene.incident.tasks
    waiting = [task for task in tasks if task.is_open]
    waiting.sort(key=lambda task: (task.due is None, task.due or task.added_at, task.n))
    over = [task for task in tasks if not task.is_open]
    over.sort(key=lambda task: (task.ended_at or task.added_at, task.n), reverse=True)
    return tuple(_row(task, scene) for task in (*waiting, *over))


def _row(task: Task, scene: Scene) -> TaskRow:
    owner = scene.name(task.owner)
    if task.is_open and task.due is not None:
        second = _("{name}, by {time}").format(name=owner, time=scene.when(task.due))
    elif task.is_open:
        second = _("{name}, since {time}").format(name=owner, time=scene.when(task.added_at))
    else:
        words = _("{name}, {time}") if task.state == TaskState.DONE else _("{name}, dropped {time}")
        second = words.format(name=owner, time=scene.when(task.ended_at or task.added_at))
    return TaskRow(
        n=task.n, title=task.title, owner=owner, second=second, is_open=task.is_open,
        is_done=task.state == TaskState.DONE, mine=task.owner == scene.acting,
    )  # fmt: skip


class TasksModel(QAbstractListModel):
    """Holds the rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[TaskRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == TASK:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.spoken
        return None

    def show_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show these rows, when they are others."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
