"""The rows of the timeline for Qt's view; a change touches its own rows where it can."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hospitality_desk.gui.incident.timeline_rows import Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class TimelineModel(QAbstractListModel):
    """Holds the rows as they are painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

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

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show these rows; False when only some of them changed and no row came or went."""
        before = self.rows
        if [row.key for row in before] == [row.key for row in rows]:
            self.rows = rows
            for at, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_of(self, key: str | None) -> int:
        """Return where the row of that key is, -1 when there is none."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)
