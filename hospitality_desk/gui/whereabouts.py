"""Where everybody was in the window's screens, so that they can be brought back to it in others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.notices import Standing
from hospitality_desk.gui.story_rooms import AtStories

if TYPE_CHECKING:  # these bring the store's libraries with them
    from hospitality_desk.gui.incident.form_opener import FormOpener
    from hospitality_desk.gui.incident.page import IncidentPage
    from hospitality_desk.gui.incident.timeline_place import TimelinePlace
    from hospitality_desk.live.feed import Mark

TASKS_TAB, SETTINGS_AREA = "pane_tab_1", "settings_area"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """What has the keyboard, by name, and where in its text."""

    name: str
    text: str | None = None
    """None where nobody writes."""
    cursor: int = 0
    anchor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AtProblem:
    """Where a person was on the page of the chosen problem."""

    timeline: TimelinePlace
    on_tasks: bool
    """The page has room for one pane, and it was the tasks."""
    is_settling: bool
    is_later: bool
    """The sheet asks for a later verdict."""
    form: Callable[[FormOpener], None] | None
    """Opens the small form again that stood over the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a person was in the old screens."""

    chosen: IncidentId | None
    list_at: int
    problem: AtProblem | None
    marks: tuple[Mark, ...]
    shows_closed: bool
    shows_list_alone: bool
    """The window has room for one pane, and it was the list."""
    typing: Typing | None
    is_logging: bool
    stories: AtStories | None
    """The place among the stories, while these are shown."""
    settings_at: int | None
    """How far the settings were scrolled, while they are shown."""
    on_wall: bool
    state_before_wall: Qt.WindowState
    keys_shown: bool
    trouble: str | None
    """Why the house is not open, while that is what is shown."""
    named: str | None
    notices: Standing
    percent: int

    @classmethod
    def now(cls, window: MainWindow, navigation: Navigation | None) -> Whereabouts:
        """Look where everybody is."""
        page = navigation.incident if navigation is not None else None
        rooms = navigation.rooms if navigation is not None else None
        floor = window.floor
        marks = [floor.model.mark_at(floor.model.index(at)) for at in range(floor.model.rowCount())]
        on_settings = rooms is not None and window.stack.currentWidget() is rooms.settings
        return cls(
            chosen=floor.chosen,
            list_at=floor.pane.list.verticalScrollBar().value(),
            problem=_at_problem(page) if page is not None and page.scene is not None else None,
            marks=tuple(mark for mark in marks if mark is not None),
            shows_closed=floor.pane.shows_closed,
            shows_list_alone=floor.panes.is_narrow and not floor.panes.shows_right,
            typing=_typing(page),
            is_logging=navigation is not None and navigation.is_logging,
            stories=navigation.stories.place() if navigation is not None else None,
            settings_at=scrolled(window, SETTINGS_AREA) if on_settings else None,
            on_wall=rooms is not None and rooms.is_on_wall,
            state_before_wall=rooms.state_before if rooms is not None else Qt.WindowState.WindowNoState,
            keys_shown=rooms is not None and rooms.are_keys_shown,
            trouble=window.trouble.words.text() if window.stack.currentWidget() is window.trouble else None,
            named=navigation.who.named if navigation is not None else None,
            notices=window.notices.standing(),
            percent=window.around.percent,
        )


def scrolled(window: QWidget, name: str) -> int:
    """Return how far the area of this name is scrolled."""
    area = window.findChild(QScrollArea, name)
    return area.verticalScrollBar().value() if area is not None else 0


def _at_problem(page: IncidentPage) -> AtProblem:
    tab = page.findChild(QAbstractButton, TASKS_TAB)
    return AtProblem(
        timeline=page.timeline_position(),
        on_tasks=tab is not None and tab.isChecked(),
        is_settling=page.settling.is_open,
        is_later=page.settling.is_later,
        form=page.forms.again(),
    )


def _typing(page: IncidentPage | None) -> Typing | None:
    """Return what has the keyboard; for a form that cannot be opened again, what it was opened from."""
    here = QApplication.focusWidget()
    editor = page.forms.editor if page is not None else None
    if page is not None and editor is not None and here is not None and editor.isAncestorOf(here):
        here = here if page.forms.again() is not None else editor.opened_from
    if here is None or not here.objectName():
        return None
    if isinstance(here, QLineEdit):
        return Typing(name=here.objectName(), text=here.text(), cursor=here.cursorPosition())
    if isinstance(here, QPlainTextEdit | QTextEdit):
        at = here.textCursor()
        return Typing(name=here.objectName(), text=here.toPlainText(), cursor=at.position(), anchor=at.anchor())
    return Typing(name=here.objectName())
