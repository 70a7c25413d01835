"""The rows of one of the page's lists for Qt's view; a change touches its own rows and leaves the others alone."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class ShownRow(Protocol):
    """A row as it is painted and read aloud. `key` stays the same while its text changes."""

    @property
    def key(self) -> str:
        """Return what tells it from the other rows."""
        ...

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        ...


Shown = TypeVar("Shown", bound=ShownRow)


class RowsModel(QAbstractListModel, Generic[Shown]):
    """Holds the rows as they are painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Shown, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are; a row has none below it."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.spoken
        return None

    def show_rows(self, rows: tuple[Shown, ...]) -> bool:
        """Show these rows; what stands before and behind the change keeps its place. False: no row came or went."""
        old, new = [row.key for row in self.rows], [row.key for row in rows]
        before = {row.key: row for row in self.rows}
        first = _alike(old, new)
        last = _alike(old[first:][::-1], new[first:][::-1])
        gone, come = len(old) - last - first, len(new) - last - first
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            self.rows = (*self.rows[:first], *self.rows[first + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows
        for at, row in enumerate(rows):
            if before.get(row.key, row) != row:
                self.dataChanged.emit(self.index(at), self.index(at))
        return bool(gone or come)

    def row_of(self, key: str | None) -> int:
        """Return where the row of that key is, -1 when there is none."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many keys the two begin with alike."""
    for at, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return at
    return min(len(one), len(other))
