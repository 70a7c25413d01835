"""The Floor: the list, the chosen problem beside it, and one tick of the clock for both."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.beside import Beside
from hospitality_desk.gui.floor.closed_model import ClosedModel
from hospitality_desk.gui.floor.empty_detail import Emptiness
from hospitality_desk.gui.floor.first_evening import FirstEvening
from hospitality_desk.gui.floor.head import Head
from hospitality_desk.gui.floor.keyboard import Keyboard
from hospitality_desk.gui.floor.list_pane import ListPane
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.gui.floor.panes import Panes
from hospitality_desk.gui.floor.settled_today import SettledToday
from hospitality_desk.gui.floor.unread import Unread
from hospitality_desk.gui.floor.who_is_out import WhoIsOut
from hospitality_desk.gui.questions import Questions

if TYPE_CHECKING:  # these bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.domain.changes import Changes
    from hospitality_desk.live.feed import Mark

TICK_MS = 15_000
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Back)


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
    """The window is too narrow for both: the problem takes the list's place, and needs a way back (`show_list`)."""

    def __init__(
        self, around: Around, parent: QWidget | None = None, *, hold_seconds: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setObjectName("floor")
        self._around, self._bridge = around, around.bridge
        self.chosen: IncidentId | None = None
        """The problem beside the list, also after it left the list."""
        self._chosen_is_closed = False
        self.questions = Questions(self._bridge, self)
        self.model = IncidentModel(self._bridge, self.questions, self)
        self.closed_model = ClosedModel(self._bridge, self)
        self.hold = OrderHold(self, hold_seconds)
        self.pane = ListPane(around, self.model, self.closed_model, self.hold, self)
        self._head = Head(around, self.pane, self.model)
        self.settled = SettledToday(self._bridge, self.questions, self.pane, self.closed_model, self.hold)
        self.out = WhoIsOut(self._bridge, self.questions, self.model, self.pane.footer)
        self._right = Beside(around, self)
        self.empty, self.first_run = self._right.empty, self._right.first_run
        self._evening = FirstEvening(
            self.questions, self.first_run, self.pane.header.tag, store_is_here=around.store_is_here
        )
        self.panes = Panes(around, self.pane, self._right, self)
        self._unread = Unread(self.model, self._problem_in_sight, self)
        self._keyboard = Keyboard(self, self._give_keyboard)
        self._tick = QTimer(self)
        self._tick.setObjectName("clock_tick")
        self._tick.setSingleShot(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._join()
        if self._bridge.is_open:
            self._on_opened()

    def _join(self) -> None:
        self._bridge.opened.connect(self._on_opened)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.marked.connect(self._on_marked)
        self._around.acting.changed.connect(self.pane.list.viewport().update)
        self._around.acting.changed.connect(self.pane.closed.viewport().update)
        self.model.merged.connect(self._on_merged)
        self.hold.released.connect(self._on_released)
        for each in (self.pane.list, self.pane.closed):
            each.chosen.connect(self._on_chosen)
            each.opened.connect(self._on_clicked)
            each.entered.connect(self._on_entered)
        self._head.counted.connect(self.settled.show_open)
        self._evening.known.connect(self._show_right)
        self.pane.footer.other_asked.connect(self._on_other_asked)
        self.pane.closed_header.back_asked.connect(self._on_other_asked)
        self.pane.header.tag.left_asked.connect(self.sample_left_asked)
        self.pane.header.wall_time.clicked.connect(self.wall_asked)
        self.settled.listed.connect(self._on_listed)
        self.empty.log_asked.connect(self._on_log_asked)
        self.first_run.log_asked.connect(self.log_asked)
        self.first_run.sample_asked.connect(self.sample_asked)
        self.panes.narrowed.connect(self._on_narrowed)
        self._tick.timeout.connect(self.tick)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the list's width of last time, else one that suits the window."""
        super().showEvent(event)
        self.panes.take_width_once()
        self._unread.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read in here while another room is in front."""
        super().hideEvent(event)
        self._unread.look()

    @property
    def beside(self) -> QWidget:
        """Return what is shown beside the list."""
        return self._right.shown

    def set_detail(self, detail: QWidget) -> None:
        """Take the page that shows the chosen problem."""
        self._right.set_detail(detail)
        self._show_right()

    def choose(self, incident_id: IncidentId | None) -> None:
        """Show a problem beside the list (in its place where there is room for one), and mark it where it is listed."""
        if (
            self.pane.shows_closed
            and not self.settled.holds(incident_id)
            and self.model.index_of(incident_id).isValid()
        ):
            self.pane.show_closed(False)
        self._on_chosen(incident_id)
        self._mark(incident_id)
        if incident_id is not None:
            self._open_detail()

    def show_list(self) -> None:
        """Go back to the list, where the problem has taken its place."""
        was_narrow_detail = self.panes.is_narrow and self.panes.shows_right
        self.panes.show_right(False)
        self._unread.look()
        if was_narrow_detail:
            self.pane.take_focus()

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the one thing to do while the list is empty."""
        if self.chosen is not None:
            self.show_list()
        self._give_keyboard()

    def _give_keyboard(self) -> None:
        if self.pane.current_list.isVisible():
            self.pane.current_list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.first_run.isVisible():
            self.first_run.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.button.isVisible():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc and Left: from the problem to the list, from what was settled to what is open.

        A key held down, as to get to the start of a line, leads nowhere.
        """
        if event.key() in _BACK and event.isAutoRepeat():
            return
        if event.key() in _BACK and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.panes.is_narrow and self.panes.shows_right and self.chosen is not None:
                self.show_list()
                return
            if self.pane.shows_closed and self.pane.has_keyboard():
                self.pane.show_closed(False)
                return
        super().keyPressEvent(event)

    def tick(self) -> None:
        """Let the clocks go on, on each quarter of a minute; ask again what has no answer, and for news."""
        if not self._bridge.is_open:
            return
        now = self._bridge.now()
        into_the_minute = now.second * 1000 + now.microsecond // 1000
        self._tick.start(TICK_MS - into_the_minute % TICK_MS + 20)
        self._head.show_hour()
        self.first_run.show_hour(now, self._bridge.house.zone)
        self._read_clocks()
        self._order()
        self._head.show_counts()
        self.questions.ask_again()
        self.settled.ask_if_new_day()
        self.out.show()

    def _on_opened(self) -> None:
        self.model.load()
        self.out.ask()
        self._evening.ask()
        self.tick()

    def _on_changed(self, changes: Changes) -> None:
        if changes.incidents:
            self.model.apply(changes.incidents)
            self.settled.ask()
            self.out.ask()
        self._evening.hear(changes)

    def _on_marked(self, marks: tuple[Mark, ...]) -> None:
        self.model.mark(marks)
        self._unread.look()

    def _on_merged(self) -> None:
        if self.model.rows:
            self._evening.see_rows()
        self._read_clocks()
        self._order()
        self.pane.show_empty(self.model.is_known and not self.model.rowCount())
        self._head.show_counts()
        self._show_right()
        was_closed, self._chosen_is_closed = self._chosen_is_closed, self._is_closed(self.chosen)
        if was_closed and not self._chosen_is_closed:
            self.pane.show_closed(False)  # the problem that is looked at was opened again
        self._keyboard.look()

    def _is_closed(self, incident_id: IncidentId | None) -> bool:
        return incident_id is not None and all(row.incident_id != incident_id for row in self.model.rows)

    def _on_released(self) -> None:
        if not self._bridge.is_open:
            return
        self._read_clocks()
        self._order()
        self.pane.show_empty(not self.model.rowCount())
        self._head.show_counts()

    def _on_chosen(self, incident_id: IncidentId | None) -> None:
        self.chosen = incident_id
        self._chosen_is_closed = self._is_closed(incident_id)
        self._show_right()
        self._unread.look()
        self.incident_chosen.emit(incident_id)

    def _on_clicked(self) -> None:
        self._open_detail()
        if self.panes.is_narrow:
            self.detail_entered.emit()  # the list is gone, and the keyboard with it

    def _on_entered(self) -> None:
        self._open_detail()
        self.detail_entered.emit()

    def _open_detail(self) -> None:
        self.panes.show_right(True)
        self._unread.look()

    def _on_other_asked(self) -> None:
        self.pane.show_closed(not self.pane.shows_closed)
        self._mark(self.chosen)

    def _on_listed(self) -> None:
        self._mark(self.chosen)

    def _on_log_asked(self) -> None:
        self.log_asked.emit("")

    def _on_narrowed(self, narrow: bool) -> None:
        self.panes.show_right(self._right.currentWidget() is not self.empty and self.chosen is not None)
        self._show_right()
        self.one_pane_changed.emit(narrow)

    def _problem_in_sight(self) -> IncidentId | None:
        if not self.isVisible() or self.window().isMinimized():
            return None  # the wall or another room is in front
        return self.chosen if not self.panes.is_narrow or self.panes.shows_right else None

    def _read_clocks(self) -> None:
        self.model.read_clocks()
        self._head.fit_clocks()
        self.pane.list.update_clocks()

    def _order(self) -> None:
        if not self.hold.is_held:
            self.model.put_in_order()
        self._mark(self.chosen)  # the view marks a neighbour when a chosen row leaves

    def _mark(self, incident_id: IncidentId | None) -> None:
        for shown, model in ((self.pane.list, self.model), (self.pane.closed, self.closed_model)):
            index = model.index_of(incident_id)
            if shown.chosen_index() != index:
                shown.show_chosen(index)

    def _show_right(self) -> None:
        if self.chosen is not None and self._right.show_problem():
            return
        if not self.model.rows and self._evening.is_over is False:
            self._right.show_first_run(self)
            self.panes.show_right(True)
            return
        if self.model.rows:
            self._right.show_empty(Emptiness.NONE_CHOSEN)
        elif self._evening.is_over is not None:
            self._right.show_empty(Emptiness.NOBODY_WAITING)
        else:
            self._right.show_empty(Emptiness.NOT_OPEN_YET)
        if self.chosen is None:
            self.panes.show_right(False)
