"""What was settled and withdrawn today as rows, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.row_words import place_words, spoken_closed

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.queries.incidents import ClosedRow

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class ClosedModel(QAbstractListModel):
    """Takes a whole list at a time: it is short, and only looked at now and then."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows: tuple[ClosedRow, ...] = ()

    def show_rows(self, rows: tuple[ClosedRow, ...]) -> None:
        """Show these."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def row_at(self, index: Index) -> ClosedRow:
        """Return what stands in a row."""
        return self.rows[index.row()]

    def incident_at(self, index: Index) -> IncidentId:
        """Return which problem a row is."""
        return self.rows[index.row()].incident_id

    def index_of(self, incident_id: IncidentId | None) -> QModelIndex:
        """Return where a problem stands, an invalid index when it is not in the list."""
        for at, row in enumerate(self.rows):
            if row.incident_id == incident_id:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows the list shows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the place, and the whole row for a screen reader."""
        if not index.isValid() or not self._bridge.is_open:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return place_words(self.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_closed(self.rows[index.row()], self._bridge.house.zone)
        return None
