"""The Floor: the list, the chosen problem beside it, and one tick of the clock for both."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from hospitality_desk.domain.guest_clock import ClockState
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.empty_detail import Emptiness, EmptyDetail
from hospitality_desk.gui.floor.list_pane import NARROWEST, WIDTH, WIDTH_IF_WIDE, ListPane
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.gui.floor.row_words import place_words
from hospitality_desk.gui.questions import Questions
from hospitality_desk.gui.widgets.guest_clock import NARROWEST as CLOCK_NARROWEST
from hospitality_desk.gui.widgets.guest_clock import clock_width
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.domain.changes import Changes

TICK_MS = 15_000
WIDE_SCREEN = 1_500
"""From this width of the Floor on, the list is wider from the start."""
LIST_WIDTH = "floor_list_width"
"""The station's preference for the splitter."""


class FloorPage(QWidget):
    """Stands empty until the desk is open. `incident_chosen` carries the problem to show beside the list."""

    incident_chosen = Signal(object)
    detail_entered = Signal()
    log_asked = Signal(str)
    """Somebody wants to log; what they have typed already comes along."""
    sample_asked = Signal()
    """Load the sample venue."""
    sample_left_asked = Signal()
    """Leave the sample venue."""
    wall_asked = Signal()
    """Show the wall."""
    one_pane_changed = Signal(bool)
    """The window is too narrow for both: the problem takes the list's place, and needs a way back."""

    def __init__(
        self, around: Around, parent: QWidget | None = None, *, hold_seconds: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setObjectName("floor")
        self._around, self._bridge = around, around.bridge
        self.chosen: IncidentId | None = None
        """The problem beside the list, also after it left the list."""
        self._was_ever_logged: bool | None = None
        self._width_is_open = True
        self._settled_on: date | None = None
        self.questions = Questions(self._bridge, self)
        self.model = IncidentModel(self._bridge, self.questions, self)
        self.hold = OrderHold(self, hold_seconds)
        self.pane = ListPane(around, self.model, self.hold, self)
        self.empty = EmptyDetail(around, self)
        self._detail: QWidget | None = None
        self._right = QStackedWidget(self)
        self._right.setObjectName("detail")
        self._right.addWidget(self.empty)
        self._tick = QTimer(self)
        self._tick.setObjectName("clock_tick")
        self._tick.setSingleShot(True)
        self._lay_out()
        self._join()
        if self._bridge.is_open:
            self._on_opened()

    def _lay_out(self) -> None:
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("floor_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.pane)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self._on_splitter_moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self._width_timer = QTimer(self)
        self._width_timer.setObjectName("list_width_timer")
        self._width_timer.setSingleShot(True)
        self._width_timer.setInterval(500)
        self._width_timer.timeout.connect(self._keep_width)

    def _join(self) -> None:
        self._bridge.opened.connect(self._on_opened)
        self._bridge.changed.connect(self._on_changed)
        self._around.acting.changed.connect(self.pane.list.viewport().update)
        self.model.merged.connect(self._on_merged)
        self.hold.released.connect(self._on_released)
        self.pane.list.chosen.connect(self._on_chosen)
        self.pane.list.entered.connect(self.detail_entered)
        self.pane.list.scrolled.connect(self._show_counts)
        self.empty.log_asked.connect(self._on_log_asked)
        self._tick.timeout.connect(self.tick)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the list's width of last time, else one that suits the window."""
        super().showEvent(event)
        if self._width_is_open:
            self._width_is_open = False
            kept = self._bridge.station.preference(LIST_WIDTH)
            usual = WIDTH_IF_WIDE if self.width() >= WIDE_SCREEN else WIDTH
            width = round(usual * self._around.percent / 100)
            if isinstance(kept, int) and NARROWEST <= kept <= self.pane.maximumWidth():
                width = kept
            self._splitter.setSizes([width, max(1, self.width() - width - 1)])

    def set_detail(self, detail: QWidget) -> None:
        """Take the page that shows the chosen problem."""
        self._detail = detail
        self._right.addWidget(detail)
        self._show_right()

    def choose(self, incident_id: IncidentId | None) -> None:
        """Show a problem beside the list, and mark it there when it is in it."""
        self._mark(incident_id)
        self._on_chosen(incident_id)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the one button there is while the list is empty."""
        if self.pane.list.isVisible():
            self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.button.isVisible():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Let the clocks go on, on each quarter of a minute; ask again what has no answer, and for news."""
        if not self._bridge.is_open:
            return
        now = self._bridge.now()
        into_the_minute = now.second * 1000 + now.microsecond // 1000
        self._tick.start(TICK_MS - into_the_minute % TICK_MS + 20)
        house = self._bridge.house
        name = _("Practice: {house}").format(house=house.name) if house.practice else house.name
        self.pane.header.show_house(time_words(now, house.zone), name)
        self._fit_clocks()
        self.pane.list.update_clocks()
        self._order()
        self._show_counts()
        self.questions.ask_again()
        if self._bridge.house.service_date(now) != self._settled_on:
            self._ask_settled()

    def _on_opened(self) -> None:
        from hospitality_desk.queries.incidents import incident_numbered  # after the first paint: the store's libraries

        self.model.load()
        self.questions.ask(incident_numbered, self._on_first_known, "first", 1)
        self.tick()

    def _on_changed(self, changes: Changes) -> None:
        if changes.incidents:
            self.model.apply(changes.incidents)
            self._ask_settled()

    def _ask_settled(self) -> None:
        from hospitality_desk.queries.incidents import settled_on  # after the first paint: the store's libraries

        self._settled_on = self._bridge.house.service_date(self._bridge.now())
        self.questions.ask(settled_on, self.pane.footer.show_settled, "settled", self._settled_on)

    def _on_first_known(self, first: IncidentId | None) -> None:
        self._was_ever_logged = bool(self._was_ever_logged) or first is not None
        self._show_right()

    def _on_merged(self) -> None:
        if self.model.rows:
            self._was_ever_logged = True
        self._order()
        self._fit_clocks()
        self.pane.show_empty(self.model.is_known and not self.model.rowCount())
        self._show_counts()
        self._show_right()

    def _on_released(self) -> None:
        self._order()
        self.pane.show_empty(not self.model.rowCount())
        self._show_counts()

    def _on_chosen(self, incident_id: IncidentId | None) -> None:
        self.chosen = incident_id
        self._show_right()
        self.incident_chosen.emit(incident_id)

    def _order(self) -> None:
        if not self.hold.is_held:
            self.model.put_in_order()
        self._mark(self.chosen)  # the view marks a neighbour when a chosen row leaves

    def _mark(self, incident_id: IncidentId | None) -> None:
        index = self.model.index_of(incident_id)
        if self.pane.list.chosen_index() != index:
            self.pane.list.show_chosen(index)

    def _fit_clocks(self) -> None:
        now, zone = self._bridge.now(), self._bridge.house.zone
        least = round(CLOCK_NARROWEST * self._around.percent / 100)
        widths = (clock_width(row.clock_at(now), self._around, zone) for row in self.model.rows)
        widest = max(widths, default=least)
        if widest != self.pane.list.delegate.clock_width:
            self.pane.list.delegate.clock_width = widest
            self.pane.list.viewport().update()

    def _show_counts(self) -> None:
        if not self.model.is_known:
            return
        rows = self.model.rows
        self.pane.header.show_counts(len(rows), self.model.late_count(), self._late_out_of_sight())

    def _late_out_of_sight(self) -> str | None:
        if not self.model.rowCount():
            return None
        now, seen = self._bridge.now(), self.pane.list.rows_in_sight()
        for at in range(self.model.rowCount()):
            index = self.model.index(at)
            row = self.model.row_at(index)
            if at not in seen and not self.model.is_leaving(index) and row.clock_at(now).state == ClockState.LATE:
                return place_words(row)
        return None

    def _show_right(self) -> None:
        if self.chosen is not None and self._detail is not None:
            self._right.setCurrentWidget(self._detail)
            return
        self._right.setCurrentWidget(self.empty)
        if self.model.rows:
            self.empty.show_why(Emptiness.NONE_CHOSEN)
        elif self._was_ever_logged is not None:
            self.empty.show_why(Emptiness.NOBODY_WAITING if self._was_ever_logged else Emptiness.NEVER_LOGGED)

    def _on_log_asked(self) -> None:
        self.log_asked.emit("")

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        self._width_timer.start()

    def _keep_width(self) -> None:
        width = self.pane.width()
        self._bridge.note(lambda station: station.prefer(LIST_WIDTH, width), self)
