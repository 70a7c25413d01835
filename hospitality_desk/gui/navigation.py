"""Joins the screens, which do not know each other: what one asks for, another does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.text import folded
from hospitality_desk.gui import acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.shortcuts import Shortcuts
from hospitality_desk.gui.widgets.focus_stops import focus_stops
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.words import _

if TYPE_CHECKING:  # these screens and the queries are read in after the first paint
    from hospitality_desk.domain.changes import Changes
    from hospitality_desk.domain.staff import Person
    from hospitality_desk.gui.incident.page import IncidentPage
    from hospitality_desk.gui.quick_log.panel import QuickLogPanel

QUICK_LOG_WIDTH, QUICK_LOG_TOP = 940, 40


class Navigation(QObject):
    """The only one who knows all screens. `acting_name` is the name given at the start, which goes before the kept one.

    The screens beside the Floor are made when the desk is open; a wish to log before that is remembered.
    """

    def __init__(self, around: Around, window: MainWindow, acting_name: str | None = None) -> None:
        super().__init__(window)
        self.setObjectName("navigation")
        self._around, self._window, self._acting_name = around, window, acting_name
        self.incident: IncidentPage | None = None
        self.quick_log: QuickLogPanel | None = None
        self._overlay: Overlay | None = None
        self._wants_to_log = False
        self.shortcuts = Shortcuts(
            window,
            log=self.log,
            tell=self._on_tell,
            settle=self._on_settle,
            choose_kind=self._on_kind,
            step=self._on_step,
            next_pane=self._on_next_pane,
            undo=window.notices.undo,
        )
        bridge, floor = around.bridge, window.floor
        window.leaving.connect(self.keep_drafts)
        bridge.opened.connect(self._on_opened)
        bridge.changed.connect(self._on_changed)
        window.rail.log_asked.connect(self.log)
        window.rail.person_chosen.connect(self._on_person_chosen)
        floor.log_asked.connect(self.log)
        floor.incident_chosen.connect(self._on_incident_chosen)
        floor.detail_entered.connect(self._on_detail_entered)
        if bridge.is_open:
            self._on_opened()

    def log(self) -> None:
        """Open the quick log, at once or as soon as the desk is open."""
        if self._overlay is None or self.quick_log is None:
            self._wants_to_log = True
            return
        self._overlay.open_over()
        self.quick_log.start()

    def keep_drafts(self) -> None:
        """Send everything that is being typed to the disk at once."""
        from hospitality_desk.gui.draft_keeper import DraftKeeper  # the screens that keep drafts bring it along

        for keeper in self._window.findChildren(DraftKeeper):
            keeper.keep_now()

    def _on_opened(self) -> None:
        if self._overlay is not None:
            return
        # These bring the store's libraries with them, which are read in after the first paint.
        from hospitality_desk.gui.incident.page import IncidentPage
        from hospitality_desk.gui.quick_log.panel import QuickLogPanel

        self._ask_people()
        self.incident = IncidentPage(self._around)
        self.incident.toast.connect(self._window.notices.toast)
        self._window.floor.set_detail(self.incident)
        self.quick_log = QuickLogPanel(self._around)
        self._overlay = Overlay(
            self._window, self.quick_log, self._around, "quick_log_overlay", width=QUICK_LOG_WIDTH, top=QUICK_LOG_TOP
        )
        self._overlay.close_asked.connect(self.quick_log.leave)
        self.quick_log.closed.connect(self._overlay.close_over)
        self.quick_log.logged.connect(self._on_logged)
        if self._window.floor.chosen is not None:
            self.incident.show_incident(self._window.floor.chosen)
        if self._wants_to_log:
            self.log()

    def _on_logged(self, incident_id: IncidentId, open_it: bool, undo: Callable[[], None]) -> None:
        self._window.notices.toast(_("Logged."), undo)
        if open_it and self.incident is not None:
            self._window.floor.choose(incident_id)
            self.incident.show_incident(incident_id)  # at once: the list may not have its row yet
            self.incident.write()

    def _on_incident_chosen(self, incident_id: IncidentId | None) -> None:
        if self.incident is None:
            return
        if incident_id is None:
            self.incident.clear()
        else:
            self.incident.show_incident(incident_id)

    def _on_detail_entered(self) -> None:
        if self.incident is not None and self._window.floor.chosen is not None:
            _give_focus(self.incident)

    def _on_tell(self) -> None:
        if self.incident is not None and self._window.floor.chosen is not None:
            self.incident.tell()

    def _on_settle(self) -> None:
        if self.incident is not None and self._window.floor.chosen is not None:
            self.incident.settle()

    def _on_kind(self, kind: EntryKind) -> None:
        if self.incident is not None and self._window.floor.chosen is not None:
            self.incident.choose_kind(kind)

    def _on_step(self, step: int) -> None:
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractItemView) and here is not self._window.floor.pane.list:
            key = Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up
            QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        else:
            self._window.floor.pane.list.move_choice(step)

    def _on_next_pane(self, step: int) -> None:
        here = QApplication.focusWidget()
        panes = [pane for pane in self._panes() if pane.isVisible()]
        at = next((n for n, pane in enumerate(panes) if here is pane or (here and pane.isAncestorOf(here))), -1)
        for n in range(1, len(panes) + 1):
            if _give_focus(panes[(at + step * n) % len(panes)]):
                return

    def _panes(self) -> list[QWidget]:
        window = self._window
        shown = self.incident if self.incident is not None and self.incident.isVisible() else window.floor.empty
        return [window.rail, window.floor.pane, shown]

    def _on_changed(self, changes: Changes) -> None:
        if changes.people:
            self._ask_people()

    def _ask_people(self) -> None:
        from hospitality_desk.queries.staff import colleagues  # after the first paint: the store's libraries

        self._window.floor.questions.ask(colleagues, self._on_people, "people")

    def _on_people(self, people: tuple[Person, ...]) -> None:
        who = self._around.acting
        who.know(people)
        if who.person is not None:
            return
        wanted = self._acting_name
        if wanted is not None:
            named = next((person for person in who.people if folded(person.name) == folded(wanted)), None)
            self._acting_name = None
            if named is not None:
                who.act_as(named.person_id)
                return
            self._around.bridge.said.emit(_("There is nobody called {name} here.").format(name=wanted))
        kept = self._around.bridge.station.preference(acting.PREFERENCE)
        if isinstance(kept, str):
            who.act_as(PersonId(kept))

    def _on_person_chosen(self, person_id: str) -> None:
        self._around.acting.act_as(PersonId(person_id))
        self._around.bridge.note(lambda station: station.prefer(acting.PREFERENCE, person_id), self)


def _give_focus(pane: QWidget) -> bool:
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() is not None:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
    stops = focus_stops(pane)
    if stops:
        stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
    return bool(stops)
