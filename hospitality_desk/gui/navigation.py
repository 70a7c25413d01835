"""Joins the screens, which do not know each other: what one asks for, another does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.shortcuts import Shortcuts
from hospitality_desk.gui.side_rooms import SideRooms
from hospitality_desk.gui.story_rooms import StoryRooms
from hospitality_desk.gui.text_size import TextSize
from hospitality_desk.gui.who_acts import WhoActs
from hospitality_desk.gui.widgets.focus_stops import focus_stops
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.words import _

if TYPE_CHECKING:  # these screens and the queries are read in after the first paint
    from hospitality_desk.gui.incident.page import IncidentPage
    from hospitality_desk.gui.quick_log.panel import QuickLogPanel

QUICK_LOG_WIDTH, QUICK_LOG_TOP = 940, 40


class Navigation(QObject):
    """The only one who knows all screens. `acting_name` is the name given at the start, which goes before the kept one.

    The screens beside the Floor are made when the desk is open; a wish to log before that is remembered. It lives as
    long as the window's frame: with another look another one joins the new screens.
    """

    def __init__(self, around: Around, window: MainWindow, acting_name: str | None = None) -> None:
        super().__init__(window.frame)
        self.setObjectName("navigation")
        self._around, self._window = around, window
        self.incident: IncidentPage | None = None
        self.quick_log: QuickLogPanel | None = None
        self._overlay: Overlay | None = None
        self._to_log: str | None = None
        """The words of a wish to log that came before the desk was open; None where nobody wished it."""
        self.who = WhoActs(around, window.floor.questions, acting_name, self)
        self.rooms = SideRooms(around, window, self)
        self.stories = StoryRooms(around, window, self)
        self.sizes = TextSize(around, window, self)
        self.shortcuts = self.rooms.shortcuts = Shortcuts(
            window, self._acts_of_keys(), self._on_kind, letters=around.letters
        )
        self._join()
        if around.bridge.is_open:
            self._on_opened()

    def _acts_of_keys(self) -> dict[str, Callable[[], None]]:
        return {
            "log": self.log,
            "floor": self.rooms.show_floor,
            "stories": self.stories.show_stories,
            "print": self.stories.print,
            "save_pdf": self.stories.save,
            "settings": self.rooms.show_settings,
            "next_pane": partial(self._on_next_pane, 1),
            "last_pane": partial(self._on_next_pane, -1),
            "undo": self._window.notices.undo,
            "all_keys": self.rooms.show_keys,
            "wall": self.rooms.turn_wall,
            "larger": partial(self.sizes.step, 1),
            "smaller": partial(self.sizes.step, -1),
            "usual_size": self.sizes.suit_the_window,
            "down": partial(self._on_step, 1),
            "up": partial(self._on_step, -1),
            "tell": self._of_problem(lambda page: page.tell()),
            "settle": self._of_problem(lambda page: page.settle()),
            "no_answer": self._of_problem(lambda page: page.no_answer()),
            "reached": self._of_problem(lambda page: page.reached()),
            "take_offered": self._of_problem(lambda page: page.tasks.take_offered()),
        }

    def _join(self) -> None:
        window, rail, floor = self._window, self._window.rail, self._window.floor
        window.leaving.connect(self.keep_drafts)
        self._around.bridge.opened.connect(self._on_opened)
        rail.log_asked.connect(self.log)
        rail.floor_asked.connect(self.rooms.show_floor)
        rail.stories_asked.connect(self.stories.show_stories)
        rail.settings_asked.connect(self.rooms.show_settings)
        rail.keys_asked.connect(self.rooms.show_keys)
        rail.person_chosen.connect(self.who.act_as)
        floor.log_asked.connect(self.log)
        floor.incident_chosen.connect(self._on_incident_chosen)
        floor.detail_entered.connect(self._on_detail_entered)
        floor.sample_asked.connect(window.sample_asked)
        floor.sample_left_asked.connect(window.sample_left_asked)
        floor.wall_asked.connect(self.show_wall)
        floor.questions.back.connect(self.stories.tick)

    def log(self, words: str = "") -> None:
        """Open the quick log, at once or as soon as the desk is open; `words` are typed into it already."""
        if self._overlay is None or self.quick_log is None:
            self._to_log = (self._to_log or "") + words
            return
        self._overlay.open_over()
        self.quick_log.start()
        if words:
            self.quick_log.write(words)

    def show_wall(self) -> None:
        """Fill the screen with the open problems, to be read from across the room."""
        self.rooms.show_wall()

    @property
    def is_logging(self) -> bool:
        """Tell whether the quick log is open."""
        return self._overlay is not None and self._overlay.isVisible()

    def keep_drafts(self) -> None:
        """Send everything that is being typed to the disk at once; the small fields without a draft are taken."""
        from hospitality_desk.gui.draft_keeper import DraftKeeper  # the screens that keep drafts bring it along

        if self.quick_log is not None:
            self.quick_log.chooser.take_open()
        if self.rooms.settings is not None:
            self.rooms.settings.stand.keep_now()
        if self.incident is not None:
            self.incident.keep_drafts()  # also a note that was begun before its draft was read
        for keeper in self._window.findChildren(DraftKeeper):
            keeper.keep_now()

    def _on_opened(self) -> None:
        if self._overlay is not None:
            return
        # These bring the store's libraries with them, which are read in after the first paint.
        from hospitality_desk.gui.incident.page import IncidentPage
        from hospitality_desk.gui.quick_log.panel import QuickLogPanel

        self.who.ask()
        self.incident = IncidentPage(self._around)
        self.incident.toast.connect(self._window.notices.toast)
        self.incident.back_asked.connect(self._window.floor.show_list)
        self.incident.story_asked.connect(self.stories.open_story)
        self._window.floor.one_pane_changed.connect(self.incident.show_back)
        self._window.notices.keep_off(self.incident.composer)
        self.incident.show_back(self._window.floor.panes.is_narrow)
        self._window.floor.set_detail(self.incident)
        self.quick_log = QuickLogPanel(self._around)
        self._overlay = Overlay(
            self._window, self.quick_log, self._around, "quick_log_overlay", width=QUICK_LOG_WIDTH, top=QUICK_LOG_TOP
        )
        self._overlay.close_asked.connect(self.quick_log.leave)
        self.quick_log.closed.connect(self._overlay.close_over)
        self.quick_log.logged.connect(self._on_logged)
        self.quick_log.added.connect(self._on_added)
        if self._window.floor.chosen is not None:
            self.incident.show_incident(self._window.floor.chosen)
        if self._to_log is not None:
            self.log(self._to_log)

    def _on_logged(self, incident_id: IncidentId, open_it: bool, undo: Callable[[], None]) -> None:
        self._window.notices.toast(_("Logged."), undo)
        if open_it and self.incident is not None:
            self.rooms.show_floor()
            self._window.floor.choose(incident_id)
            self.incident.show_incident(incident_id)  # at once: the list may not have its row yet
            self.incident.write()

    def _on_added(self, incident_id: IncidentId, number: int, undo: Callable[[], None] | None) -> None:
        self._window.notices.toast(_("Added to #{number}.").format(number=number), undo)
        if self.incident is not None:
            self.rooms.show_floor()
            self._window.floor.choose(incident_id)
            self.incident.show_incident(incident_id)

    def _on_incident_chosen(self, incident_id: IncidentId | None) -> None:
        if self.incident is None:
            return
        if incident_id is None:
            self.incident.clear()
        else:
            self.incident.show_incident(incident_id)

    def _on_detail_entered(self) -> None:
        page = self._shown_problem()
        if page is not None:
            _give_focus(page)

    def _of_problem(self, act: Callable[[IncidentPage], object]) -> Callable[[], None]:
        """Return a key's act on the problem that is seen; where none is, the key does nothing."""

        def on_key() -> None:
            page = self._shown_problem()
            if page is not None:
                act(page)

        return on_key

    def _on_kind(self, kind: EntryKind) -> None:
        page = self._shown_problem()
        if page is not None:
            page.choose_kind(kind)

    def _shown_problem(self) -> IncidentPage | None:
        """Return the page of the chosen problem, when that is what a person sees."""
        seen = self.rooms.is_on_floor and self._window.floor.chosen is not None
        return self.incident if seen else None

    def _on_step(self, step: int) -> None:
        if not self.rooms.is_on_floor:
            return
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractItemView) and here is not self._window.floor.pane.current_list:
            key = Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up
            QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        else:
            self._window.floor.pane.current_list.move_choice(step)

    def _on_next_pane(self, step: int) -> None:
        here = QApplication.focusWidget()
        panes = [pane for pane in self._panes() if pane.isVisible()]
        # From nowhere as from the rail: on to the list, back to what stands last.
        at = next((n for n, pane in enumerate(panes) if here is pane or (here and pane.isAncestorOf(here))), 0)
        for n in range(1, len(panes) + 1):
            pane = panes[(at + step * n) % len(panes)]
            rows = self._window.floor.pane.current_list
            # To the rows of the list, not to what stands in its head.
            if _give_focus(rows if pane is self._window.floor.pane and rows.isVisible() else pane):
                return

    def _panes(self) -> list[QWidget]:
        window = self._window
        if not self.rooms.is_on_floor:
            if self.stories.is_shown:
                return [window.rail, *self.stories.panes()]
            screen = window.stack.currentWidget()
            return [window.rail] if screen is None else [window.rail, screen]
        shown = self.incident if self.incident is not None and self.incident.isVisible() else window.floor.beside
        return [window.rail, window.floor.pane, shown]


def _give_focus(pane: QWidget) -> bool:
    if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() is not None:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
    stops = focus_stops(pane)
    if stops:
        stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
    return bool(stops)
