"""Builds the window's screens anew where they stand, in another look, and brings back where everybody was."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.notices import Standing
from hospitality_desk.gui.style import style_sheet

if TYPE_CHECKING:  # these bring the store's libraries with them
    from hospitality_desk.gui.incident.timeline_place import TimelinePlace
    from hospitality_desk.live.feed import Mark

log = logging.getLogger(__name__)

_LOOK_EVERY_MS, _PATIENCE = 4, 0.3
"""Between two looks whether the new screens know what the old ones knew, and the seconds until nobody waits more."""
SETTLE_OVERLAY = "settle_overlay"
Field = QLineEdit | QPlainTextEdit | QTextEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typing:
    """What has the keyboard, by name, and where in its text."""

    name: str
    text: str | None = None
    cursor: int = 0
    anchor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a person was in the old screens."""

    chosen: IncidentId | None
    list_at: int
    timeline: TimelinePlace | None
    marks: tuple[Mark, ...]
    shows_closed: bool
    shows_list_alone: bool
    """The window has room for one pane, and it was the list."""
    typing: _Typing | None
    is_logging: bool
    is_settling: bool
    on_settings: bool
    on_wall: bool
    state_before_wall: Qt.WindowState
    keys_shown: bool
    trouble: str | None
    """Why the house is not open, while that is what is shown."""
    named: str | None
    notices: Standing
    percent: int


def dress(app: QApplication, around: Around) -> None:
    """Give the application these colours and this text size."""
    app.setPalette(around.theme.palette())
    sheet = style_sheet(around.theme)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    app.setFont(around.font(Role.BODY))


def build_anew(app: QApplication, window: MainWindow, around: Around, *, other_house: bool = False) -> Navigation:
    """Take the window's screens down and put others up; drafts are kept before, and found again after.

    Only from the event loop itself. For `other_house` nobody is brought back to where they were: it is not there.
    """
    began = time.perf_counter()
    before = window.findChild(Navigation, "navigation")
    place = _place(window, before)
    if before is not None:
        before.keep_drafts()
        around.bridge.wait_for_notes()
    window.setUpdatesEnabled(False)
    try:
        window.take_down()
        dress(app, around)
        window.put_up(around)
        navigation = Navigation(around, window, place.named)
    except BaseException:
        window.setUpdatesEnabled(True)
        raise
    if other_house:
        window.setUpdatesEnabled(True)
    else:
        _Return(window, navigation, place)  # shows them once they are filled: an empty list would flash up
    log.info("screens built anew in %d ms", (time.perf_counter() - began) * 1000)
    return navigation


def _place(window: MainWindow, navigation: Navigation | None) -> _Place:
    page = navigation.incident if navigation is not None else None
    rooms = navigation.rooms if navigation is not None else None
    overlay = window.findChild(QWidget, SETTLE_OVERLAY)
    floor = window.floor
    marks = [floor.model.mark_at(floor.model.index(at)) for at in range(floor.model.rowCount())]
    return _Place(
        chosen=floor.chosen,
        list_at=floor.pane.list.verticalScrollBar().value(),
        timeline=page.timeline_position() if page is not None and page.scene is not None else None,
        marks=tuple(mark for mark in marks if mark is not None),
        shows_closed=floor.pane.shows_closed,
        shows_list_alone=floor.panes.is_narrow and not floor.panes.shows_right,
        typing=_typing(),
        is_logging=navigation is not None and navigation.is_logging,
        is_settling=overlay is not None and overlay.isVisible(),
        on_settings=rooms is not None and window.stack.currentWidget() is rooms.settings,
        on_wall=rooms is not None and rooms.is_on_wall,
        state_before_wall=rooms.state_before if rooms is not None else Qt.WindowState.WindowNoState,
        keys_shown=rooms is not None and rooms.are_keys_shown,
        trouble=window.trouble.words.text() if window.stack.currentWidget() is window.trouble else None,
        named=navigation.who.named if navigation is not None else None,
        notices=window.notices.standing(),
        percent=window.around.percent,
    )


def _typing() -> _Typing | None:
    here = QApplication.focusWidget()
    if here is None or not here.objectName():
        return None
    if isinstance(here, QLineEdit):
        return _Typing(name=here.objectName(), text=here.text(), cursor=here.cursorPosition())
    if isinstance(here, QPlainTextEdit | QTextEdit):
        at = here.textCursor()
        return _Typing(
            name=here.objectName(), text=here.toPlainText(), cursor=at.position(), anchor=at.anchor()
        )  # fmt: skip
    return _Typing(name=here.objectName())


class _Return(QObject):
    """Brings everybody back as the new screens come to know their problems; then it is gone."""

    def __init__(self, window: MainWindow, navigation: Navigation, place: _Place) -> None:
        super().__init__(navigation)
        self.setObjectName("return")
        self._window, self._navigation, self._place = window, navigation, place
        self._end = time.monotonic() + _PATIENCE
        self._begin()
        self._timer = QTimer(self)
        self._timer.setObjectName("return_timer")
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._steps: list[Callable[[], bool]] = [self._list, self._problem, self._show, self._keyboard]
        self._look()
        if self._steps:
            self._timer.start()

    def _begin(self) -> None:
        window, navigation, place = self._window, self._navigation, self._place
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
        if place.on_settings:
            navigation.rooms.show_settings()
        if place.on_wall:
            navigation.rooms.state_before = place.state_before_wall
            navigation.rooms.put_wall_up()
        if place.is_logging:
            navigation.log()
        if place.keys_shown:
            navigation.rooms.show_keys()

    def _look(self) -> None:
        if time.monotonic() > self._end:
            self._show()
            self._steps = []
        while self._steps and self._steps[0]():
            self._steps.pop(0)
        if not self._steps:
            self.deleteLater()

    def _list(self) -> bool:
        floor = self._window.floor
        if not floor.model.is_known:
            return not self._window.around.bridge.is_open
        scaled = round(self._place.list_at * self._window.around.percent / self._place.percent)
        floor.pane.list.verticalScrollBar().setValue(scaled)
        return True

    def _problem(self) -> bool:
        page, place = self._navigation.incident, self._place
        if page is None or place.chosen is None:
            return page is not None or not self._window.around.bridge.is_open
        if page.scene is None:
            return False
        if place.timeline is not None:
            page.restore_position(place.timeline)
        if place.is_settling:
            page.settle()
        return True

    def _show(self) -> bool:
        self._window.setUpdatesEnabled(True)
        return True

    def _keyboard(self) -> bool:
        """Give the keyboard to what had it; in a field, only when its words have come back, where the cursor was."""
        typing = self._place.typing
        if typing is None:
            return True
        found = self._window.findChild(QWidget, typing.name)
        if found is None or not found.isVisible():
            return False
        here = QApplication.focusWidget()
        if here is not found and not (here is not None and found.isAncestorOf(here)):
            found.setFocus()
        if not typing.text:
            return True
        return isinstance(found, Field) and isValid(found) and _set_cursor(found, typing)


def _set_cursor(field: Field, typing: _Typing) -> bool:
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
