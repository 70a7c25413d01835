"""What was settled today: its number in the foot, and its list when somebody asks to see it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.closed_model import ClosedModel
from hospitality_desk.gui.floor.list_pane import ListPane
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.gui.questions import Questions

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.queries.incidents import ClosedRow


class SettledToday(QObject):
    """Asks again when something changed and when the day turns. Its rows, too, never move under a hand."""

    listed = Signal()
    """The list has other rows; the chosen problem may have to be marked again."""

    def __init__(
        self, bridge: Bridge, questions: Questions, pane: ListPane, model: ClosedModel, hold: OrderHold
    ) -> None:
        super().__init__(pane)
        self._bridge, self._questions, self._pane, self._model, self._hold = bridge, questions, pane, model, hold
        self._counts = (0, 0)
        self._open_words = ""
        self._asked_on: date | None = None
        self._held_back: tuple[ClosedRow, ...] | None = None
        pane.closed_shown.connect(self._on_shown)
        hold.released.connect(self._on_released)

    def ask(self) -> None:
        """Ask for the numbers, and for the rows while they are shown."""
        from hospitality_desk.queries.incidents import (  # after the first paint: the store's libraries
            closed_counts,
            closed_on,
        )

        self._asked_on = today = self._bridge.house.service_date(self._bridge.now())
        self._questions.ask(closed_counts, self._on_counts, "settled", today)
        if self._pane.shows_closed:
            self._questions.ask(closed_on, self._on_rows, "closed", today)

    def ask_if_new_day(self) -> None:
        """Begin from nothing when the service date has turned."""
        if self._bridge.house.service_date(self._bridge.now()) != self._asked_on:
            self.ask()

    def show_open(self, words: str) -> None:
        """Know how many are open, for the foot of the other list."""
        self._open_words = words
        self._show()

    def holds(self, incident_id: IncidentId | None) -> bool:
        """Tell whether the list has this problem."""
        return self._model.index_of(incident_id).isValid()

    def _on_counts(self, counts: tuple[int, int]) -> None:
        self._counts = counts
        self._pane.closed_header.show_counts(*counts)
        self._show()

    def _on_shown(self, _closed: bool) -> None:
        self._show()
        self.ask()

    def _show(self) -> None:
        settled, withdrawn = self._counts
        if self._pane.shows_closed:
            self._pane.footer.show_open(self._open_words)
        else:
            self._pane.footer.show_settled(settled, any_closed=bool(settled or withdrawn))

    def _on_rows(self, rows: tuple[ClosedRow, ...]) -> None:
        if self._hold.is_held and self._model.rows:
            self._held_back = rows
            return
        self._held_back = None
        self._model.show_rows(rows)
        self._pane.show_closed_empty(not rows)
        self.listed.emit()

    def _on_released(self) -> None:
        if self._held_back is not None and self._bridge.is_open:
            self._on_rows(self._held_back)
