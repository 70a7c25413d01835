"""The stories as rows, the one changed last first, and which of them are chosen for a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.stories.row_words import spoken_row, title_words

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from hospitality_desk.queries.stories import StoryRow

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class StoriesModel(QAbstractListModel):
    """Only released stories can be chosen, and only where `may_print`; one that is withdrawn is chosen no more."""

    chosen_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows: tuple[StoryRow, ...] = ()
        self.may_print = False
        self._chosen: list[StoryId] = []

    @property
    def chosen(self) -> tuple[StoryId, ...]:
        """Return the chosen stories in the order in which they were chosen."""
        return tuple(self._chosen)

    def show_rows(self, rows: tuple[StoryRow, ...]) -> None:
        """Show these."""
        if rows == self.rows:
            return
        if [row.story_id for row in rows] == [row.story_id for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        self._keep_released()

    def forget_rows(self) -> None:
        """Show none until others come; what is chosen stays so, as far as it can be by then."""
        if self.rows:
            self.beginResetModel()
            self.rows = ()
            self.endResetModel()

    def let_print(self, may_print: bool) -> None:
        """Let stories be chosen, or not."""
        self.may_print = may_print
        self._keep_released()

    def can_choose(self, index: Index) -> bool:
        """Tell whether a row can go into a pack."""
        return self.may_print and self.rows[index.row()].status == StoryStatus.RELEASED

    def is_chosen(self, index: Index) -> bool:
        """Tell whether a row is chosen for a pack."""
        return self.rows[index.row()].story_id in self._chosen

    def toggle(self, index: Index) -> None:
        """Choose a row for a pack, or leave it out again."""
        if not self.can_choose(index):
            return
        story_id = self.rows[index.row()].story_id
        if story_id in self._chosen:
            self._chosen.remove(story_id)
        else:
            self._chosen.append(story_id)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()

    def choose(self, story_ids: tuple[StoryId, ...]) -> None:
        """Choose these, as they were chosen before."""
        self._chosen = list(story_ids)
        self._keep_released()
        self.chosen_changed.emit()

    def row_at(self, index: Index) -> StoryRow:
        """Return what stands in a row."""
        return self.rows[index.row()]

    def index_of(self, story_id: StoryId | None) -> QModelIndex:
        """Return where a story stands, an invalid index when it is not here."""
        for at, row in enumerate(self.rows):
            if row.story_id == story_id:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, and the whole row for a screen reader."""
        if not index.isValid() or not self._bridge.is_open:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(self.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = self.is_chosen(index) if self.can_choose(index) else None
            now, zone = self._bridge.now(), self._bridge.house.zone
            return spoken_row(self.rows[index.row()], now, zone, chosen=chosen)
        return None

    def _keep_released(self) -> None:
        can = {row.story_id for row in self.rows if self.may_print and row.status == StoryStatus.RELEASED}
        kept = [each for each in self._chosen if each in can]
        if kept != self._chosen and self.rows:
            self._chosen = kept
            self.chosen_changed.emit()
