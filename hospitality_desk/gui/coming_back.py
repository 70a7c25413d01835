"""Brings everybody back to where they were, as the new screens come to know their problems."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from hospitality_desk.gui.held_keys import HeldKeys
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.whereabouts import SETTINGS_AREA, TASKS_TAB, AtProblem, Typing, Whereabouts
from hospitality_desk.gui.widgets.focus_stops import focus_stops

_LOOK_EVERY_MS = 4
PAINT_WITHIN = 0.3
"""Seconds after which the new screens are shown, whatever they know yet."""
GIVE_UP_AFTER = 10.0
"""Seconds after which somebody who was writing is not brought back any more: the store does not answer."""
_IDLE_AFTER = 1.0
"""The same where nobody was writing, and where all has come back but what had the keyboard."""
Field = QLineEdit | QPlainTextEdit | QTextEdit


class ComingBack(QObject):
    """Holds the keys until what had the keyboard has it again; then it is gone.

    It ends early when somebody presses the mouse or the keyboard has gone elsewhere; somebody has it in any case.
    `held` are the keys that were held before these screens were built; `seconds` only go forward.
    """

    def __init__(
        self,
        window: MainWindow,
        navigation: Navigation,
        place: Whereabouts,
        held: list[QKeyEvent],
        seconds: Callable[[], float],
    ) -> None:
        super().__init__(navigation)
        self.setObjectName("return")
        self.place, self._window, self._navigation, self._seconds = place, window, navigation, seconds
        self._began = seconds()
        is_writing = place.typing is not None and place.typing.text is not None
        self._end = self._began + (GIVE_UP_AFTER if is_writing else _IDLE_AFTER)
        self.keys = HeldKeys(window.windowHandle(), held, self)
        self.keys.pressed.connect(self._finish)
        self._begin()
        self._had_focus: QWidget | None = window.focusWidget()
        self._steps: list[Callable[[], bool]] = [
            self._list,
            self._problem,
            self._stories,
            self._all_is_there,
            self._keyboard,
        ]
        self._timer = QTimer(self)
        self._timer.setObjectName("return_timer")
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    @property
    def is_over(self) -> bool:
        """Tell whether everybody is back, or nobody waits for it any more."""
        return not self._timer.isActive()

    def _begin(self) -> None:
        window, navigation, place = self._window, self._navigation, self.place
        window.notices.stand_again(place.notices)
        if place.trouble is not None:
            window.show_trouble(place.trouble)
        window.floor.model.mark(place.marks)
        if place.shows_closed:
            window.floor.pane.show_closed(True)
        if place.chosen is not None:
            window.floor.choose(place.chosen)
        if place.shows_list_alone:
            window.floor.show_list()
        if place.stories is not None and window.around.bridge.is_open:
            navigation.stories.go_back_to(place.stories)
        if place.settings_at is not None:
            navigation.rooms.show_settings()
        if place.on_wall:
            navigation.rooms.state_before = place.state_before_wall
            navigation.rooms.put_wall_up()
        if place.is_logging:
            navigation.log()
        if place.keys_shown:
            navigation.rooms.show_keys()

    def _look(self) -> None:
        if self._seconds() > self._began + PAINT_WITHIN:
            self._window.setUpdatesEnabled(True)
        here: QWidget | None = self._window.focusWidget()
        if self._seconds() > self._end or (self._had_focus is not None and here not in (self._had_focus, None)):
            self._finish()
            return
        while self._steps and self._steps[0]():
            self._steps.pop(0)
        self._had_focus = self._window.focusWidget()
        if not self._steps:
            self._finish()

    def _finish(self) -> None:
        """Let the window go on, whatever has come back; somebody has the keyboard."""
        if self.is_over:
            return
        self._timer.stop()
        self._window.setUpdatesEnabled(True)
        if not self._somebody_has_it() and self._navigation.rooms.is_on_floor:
            self._window.floor.focus_list()
        stops = focus_stops(self._window.frame)
        if not self._somebody_has_it() and stops:  # there is no list yet, or another room is in front
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys.hand_on()
        self.deleteLater()

    def _somebody_has_it(self) -> bool:
        here: QWidget | None = self._window.focusWidget()
        return here is not None and here.isVisible()

    def _list(self) -> bool:
        floor = self._window.floor
        if not floor.model.is_known:
            return not self._window.around.bridge.is_open
        floor.pane.list.verticalScrollBar().setValue(self._scaled(self.place.list_at))
        return True

    def _scaled(self, at: int) -> int:
        return round(at * self._window.around.percent / self.place.percent)

    def _problem(self) -> bool:
        page, place = self._navigation.incident, self.place
        if page is None or place.chosen is None:
            return page is not None or not self._window.around.bridge.is_open
        if page.scene is None:
            return False
        if place.problem is not None:
            self._problem_again(place.problem)
        return True

    def _stories(self) -> bool:
        stories, place = self._navigation.stories, self.place
        if place.stories is None or stories.stories is None:
            return True
        return stories.is_back(place.stories, self._window.around.percent / place.percent)

    def _problem_again(self, at: AtProblem) -> None:
        page = self._navigation.incident
        assert page is not None
        page.restore_position(at.timeline)
        tab = page.findChild(QAbstractButton, TASKS_TAB)
        if at.on_tasks and tab is not None:
            tab.setChecked(True)
        if at.is_settling and at.is_later:
            page.settling.open(later=True)
        elif at.is_settling:
            page.settle()
        if at.form is not None:
            at.form(page.forms)

    def _all_is_there(self) -> bool:
        """Show the screens; what had the keyboard may take a moment more: a draft is read."""
        self._window.setUpdatesEnabled(True)
        self._end = min(self._end, self._seconds() + _IDLE_AFTER)
        area = self._window.findChild(QScrollArea, SETTINGS_AREA)
        if self.place.settings_at is not None and area is not None:
            area.verticalScrollBar().setValue(self._scaled(self.place.settings_at))
        return True

    def _keyboard(self) -> bool:
        """Give the keyboard to what had it; in a field, only when its words have come back, where the cursor was."""
        typing = self.place.typing
        if typing is None:
            return True
        found = self._window.findChild(QWidget, typing.name)
        if found is None or not found.isVisible():
            return False
        here = QApplication.focusWidget()
        if here is not found and not (here is not None and found.isAncestorOf(here)):
            found.setFocus()
        return not typing.text or not isinstance(found, Field) or _set_cursor(found, typing)


def _set_cursor(field: Field, typing: Typing) -> bool:
    """Put the cursor back; False while other words stand there."""
    if isinstance(field, QLineEdit):
        if field.text() != typing.text:
            return False
        field.setCursorPosition(typing.cursor)
        return True
    if field.toPlainText() != typing.text:
        return False
    at = field.textCursor()
    at.setPosition(typing.anchor)
    at.setPosition(typing.cursor, at.MoveMode.KeepAnchor)
    field.setTextCursor(at)
    return True
