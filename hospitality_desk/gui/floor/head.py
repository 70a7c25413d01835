"""What the head of the Floor says: how many wait, who is late out of sight, the hour; and how wide its clocks are."""

from PySide6.QtCore import QObject, Signal

from hospitality_desk.domain.guest_clock import ClockState
from hospitality_desk.domain.house import service_at
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.list_pane import ListPane
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.row_words import place_words
from hospitality_desk.gui.widgets.guest_clock import NARROWEST, clock_width
from hospitality_desk.gui.widgets.moments import time_words


class Head(QObject):
    """Reads the model; the rows themselves are the list's."""

    counted = Signal(str)
    """How many are open and late, in words."""

    def __init__(self, around: Around, pane: ListPane, model: IncidentModel) -> None:
        super().__init__(pane)
        self._around, self._bridge = around, around.bridge
        self._pane, self._model = pane, model
        pane.list.scrolled.connect(self.show_counts)
        pane.header.late_line.clicked.connect(self._on_late_tapped)

    def show_hour(self) -> None:
        """Show the time, the stand and the service."""
        now, zone = self._bridge.now(), self._bridge.house.zone
        service = service_at(now.astimezone(zone).time())
        self._pane.header.show_house(time_words(now, zone), self._bridge.station.name, service)

    def show_counts(self) -> None:
        """Show how many are open and late, and name a late one that is out of sight."""
        if not self._model.is_known:
            return
        header = self._pane.header
        header.show_counts(len(self._model.rows), self._model.late_count())
        self._name_late()
        self.counted.emit(f"{header.open_words.text()} {header.late_words.text()}".strip())

    def fit_clocks(self) -> None:
        """Make all clocks as wide as the widest needs."""
        now, zone = self._model.moment, self._bridge.house.zone
        least = round(NARROWEST * self._around.percent / 100)
        widths = (clock_width(row.clock_at(now), self._around, zone) for row in self._model.rows)
        widest = max(widths, default=least)
        delegate = self._pane.list.delegate
        if widest != delegate.clock_width:
            delegate.clock_width = widest
            self._pane.list.viewport().update()

    def _name_late(self) -> None:
        model, seen = self._model, self._pane.list.rows_in_sight()
        now = model.moment
        for at in range(model.rowCount()):
            index = model.index(at)
            row = model.row_at(index)
            if at not in seen and not model.is_leaving(index) and row.clock_at(now).state == ClockState.LATE:
                self._pane.header.show_late(row.incident_id, place_words(row), is_above=at < seen.start)
                return
        self._pane.header.show_late(None)

    def _on_late_tapped(self) -> None:
        """Scroll there; the order waits, for a hand is on the list now."""
        index = self._model.index_of(self._pane.header.late_line.incident_id)
        self._pane.list.hold_order()
        self._pane.list.scrollTo(index)
