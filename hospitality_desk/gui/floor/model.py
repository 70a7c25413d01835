"""The open problems as rows; each asks for itself again when something about it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hospitality_desk.domain.guest_clock import ClockState, board_order
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.row_words import place_words, spoken_row
from hospitality_desk.gui.questions import Questions

if TYPE_CHECKING:  # these bring the store's libraries with them, which are read in after the first paint
    from datetime import datetime

    from hospitality_desk.live.feed import Mark
    from hospitality_desk.queries.incidents import BoardRow

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class IncidentModel(QAbstractListModel):
    """Rows stay where they are until `put_in_order`: new ones come last, settled ones stay until then."""

    merged = Signal()
    """Answers have arrived; the order may be another one now."""

    def __init__(self, bridge: Bridge, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._questions = bridge, questions
        self.is_known = False
        """The store has answered once: an empty list means that nobody waits."""
        self._asks_for_all = False
        self._rows: list[BoardRow] = []
        self._gone: set[IncidentId] = set()
        self._marks: dict[IncidentId, Mark] = {}
        self._asked_again: set[IncidentId] = set()
        self._moment: datetime | None = None
        self._out: Mapping[PersonId, datetime] = {}

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """Return the rows as they stand in the list, without those that only wait to leave it."""
        return tuple(row for row in self._rows if row.incident_id not in self._gone)

    @property
    def moment(self) -> datetime:
        """Return when the clocks were last read: what is counted, ordered and painted goes by the same moment."""
        return self._bridge.now() if self._moment is None else self._moment

    def read_clocks(self) -> None:
        """Let all that is shown go by the present from now on; whoever calls it shows the clocks and counts again."""
        self._moment = self._bridge.now()

    def load(self) -> None:
        """Ask for the whole board."""
        from hospitality_desk.queries.incidents import board_rows  # brings the store's libraries: after the first paint

        self._asks_for_all = True
        self._questions.ask(board_rows, self._on_all, "board")

    def apply(self, incident_ids: frozenset[IncidentId]) -> None:
        """Ask again for what changed; one that does not come back is no open problem any more."""
        from hospitality_desk.queries.incidents import board_rows  # brings the store's libraries: after the first paint

        if self._asks_for_all:
            self.load()  # the answer under way may be older than this change
            return
        self._asked_again |= incident_ids
        asked = frozenset(self._asked_again)
        if asked:
            self._questions.ask(board_rows, lambda rows: self._on_some(asked, rows), "board", only=asked)

    def know_out(self, out: Mapping[PersonId, datetime]) -> None:
        """Know who is out of the house, and when they are back: a row whose next step is theirs says so."""
        self._out = out
        for at, row in enumerate(self._rows):
            told = self._with_out(row)
            if told != row:
                self._rows[at] = told
                self.dataChanged.emit(self.index(at), self.index(at))

    def _with_out(self, row: BoardRow) -> BoardRow:
        back_by = self._out.get(row.next_owner_id) if row.next_owner_id is not None else None
        return row if row.next_owner_out == back_by else replace(row, next_owner_out=back_by)

    def row_at(self, index: Index) -> BoardRow:
        """Return the problem of a row."""
        return self._rows[index.row()]

    def incident_at(self, index: Index) -> IncidentId:
        """Return which problem a row is."""
        return self._rows[index.row()].incident_id

    def mark_at(self, index: Index) -> Mark | None:
        """Return what another stand did to the problem of a row that nobody has read here, or None."""
        return self._marks.get(self._rows[index.row()].incident_id)

    def is_marked(self, incident_id: IncidentId) -> bool:
        """Tell whether a change of another stand is unread here."""
        return incident_id in self._marks

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Keep what others did until it is read; its row may only be on its way."""
        for mark in marks:
            self._marks[mark.incident_id] = mark
            self._tell_of(mark.incident_id)

    def read(self, incident_id: IncidentId) -> None:
        """Take the mark of a problem away: somebody has looked at it."""
        if self._marks.pop(incident_id, None) is not None:
            self._tell_of(incident_id)

    def is_leaving(self, index: Index) -> bool:
        """Tell whether the row only waits to leave the list: its problem is open no more."""
        return self._rows[index.row()].incident_id in self._gone

    def index_of(self, incident_id: IncidentId | None) -> QModelIndex:
        """Return where a problem stands, an invalid index when it is not in the list."""
        for at, row in enumerate(self._rows):
            if row.incident_id == incident_id:
                return self.index(at)
        return QModelIndex()

    def late_count(self) -> int:
        """Return how many guests wait beyond the promise."""
        now = self.moment
        return sum(row.clock_at(now).state == ClockState.LATE for row in self.rows)

    def put_in_order(self) -> None:
        """Let settled ones leave, and put the rest by the guest clock; selections stay on their problem."""
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at].incident_id in self._gone:
                self._marks.pop(self._rows[at].incident_id, None)
                self.beginRemoveRows(NO_PARENT, at, at)
                del self._rows[at]
                self.endRemoveRows()
        self._gone.clear()
        if not self._rows:
            return
        now = self.moment
        ordered = sorted(self._rows, key=lambda row: (*board_order(row.clock_at(now)), row.number))
        if ordered == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        stood = [self._rows[index.row()].incident_id for index in before]
        self._rows = ordered
        self.changePersistentIndexList(before, [self.index_of(incident_id) for incident_id in stood])
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows the list shows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the place, and the whole row for a screen reader."""
        if not index.isValid() or not self._bridge.is_open:
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place_words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row, self._bridge.now(), self._bridge.house.zone, self.mark_at(index))
        return None

    def _tell_of(self, incident_id: IncidentId) -> None:
        index = self.index_of(incident_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _on_all(self, rows: tuple[BoardRow, ...]) -> None:
        self.is_known, self._asks_for_all = True, False
        self._asked_again.clear()
        came = frozenset(row.incident_id for row in rows)
        self._take(frozenset(row.incident_id for row in self._rows) | came, rows)

    def _on_some(self, asked: frozenset[IncidentId], rows: tuple[BoardRow, ...]) -> None:
        self._asked_again -= asked
        listed = {row.incident_id for row in (*self._rows, *rows)}
        for elsewhere in asked - listed:
            self._marks.pop(elsewhere, None)  # not on this list, now or before: nobody would ever read it away
        self._take(asked, rows)

    def _take(self, asked: frozenset[IncidentId], rows: tuple[BoardRow, ...]) -> None:
        came = {row.incident_id: self._with_out(row) for row in rows}
        for at, row in enumerate(self._rows):
            if row.incident_id in came:
                self._gone.discard(row.incident_id)
                self._rows[at] = came.pop(row.incident_id)
                self.dataChanged.emit(self.index(at), self.index(at))
            elif row.incident_id in asked:
                self._gone.add(row.incident_id)
        if came:
            first = len(self._rows)
            self.beginInsertRows(NO_PARENT, first, first + len(came) - 1)
            self._rows.extend(came.values())
            self.endInsertRows()
        self.merged.emit()
