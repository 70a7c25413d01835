"""Which row is under the pointer now, also after rows have changed places under one that rests."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from hospitality_desk.domain.ids import IncidentId

MISLED_SECONDS = 0.4
"""So long a hand goes on to what it saw before another problem came under the pointer."""
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class UnderPointer(QObject):
    """Keeps the shade where the pointer is, and knows when a press was meant for the problem that stood there before.

    Only rows that move by themselves mislead: whoever scrolls sees what comes. `seconds` is the time it goes by.
    """

    def __init__(
        self, view: QTableView, incident_at: Callable[[QModelIndex], IncidentId], seconds: Callable[[], float]
    ) -> None:
        super().__init__(view)
        self._view, self._incident_at, self._seconds = view, incident_at, seconds
        self.pointer: QPoint | None = None
        """Where the pointer rests in the list, None where it is elsewhere."""
        self._shaded = -1
        self._problem: IncidentId | None = None
        self._changed_at = float("-inf")
        self._is_deaf = False
        model = view.model()
        model.layoutChanged.connect(self._on_rows_moved)
        model.rowsInserted.connect(self._on_rows_moved)
        model.rowsRemoved.connect(self._on_rows_moved)
        model.modelReset.connect(self._on_rows_moved)

    def row(self) -> int:
        """Return the row under the pointer, -1 for none."""
        return -1 if self.pointer is None else self._view.rowAt(self.pointer.y())

    def moved(self, there: QPoint | None) -> None:
        """Know where the pointer is, None when it has left the list."""
        self.pointer = there
        self._see()

    def scrolled(self) -> None:
        """Shade the row that has come under the pointer by scrolling."""
        self._see()

    def is_misled(self, event: QMouseEvent) -> bool:
        """Tell whether a press, or the release after it, is to choose nothing."""
        if event.type() in _PRESSES:
            self._is_deaf = self._seconds() - self._changed_at < MISLED_SECONDS
            return self._is_deaf
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_deaf:
            self._is_deaf = False
            return True
        return False

    def _on_rows_moved(self) -> None:
        before = self._problem
        self._see()
        if before is not None and self._problem != before:
            self._changed_at = self._seconds()

    def _see(self) -> None:
        row = self.row()
        self._problem = self._incident_at(self._view.model().index(row, 0)) if row >= 0 else None
        if row == self._shaded:
            return
        for each in (self._shaded, row):
            self._view.viewport().update(self._view.visualRect(self._view.model().index(each, 0)))
        self._shaded = row
