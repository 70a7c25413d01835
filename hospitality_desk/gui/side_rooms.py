"""The rooms beside the Floor: settings, the wall and the sheet of keys, each built when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.keys.key_list import key_lines
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.shortcuts import Shortcuts
from hospitality_desk.gui.widgets.overlay import Overlay

if TYPE_CHECKING:  # read in on the first visit
    from hospitality_desk.gui.settings.page import SettingsPage
    from hospitality_desk.gui.wall.page import WallPage


class SideRooms(QObject):
    """Shows one of them, and brings back what was shown before."""

    def __init__(self, around: Around, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._window = around, window
        self.settings: SettingsPage | None = None
        self.wall: WallPage | None = None
        self._keys: Overlay | None = None
        self._focus_before: QWidget | None = None
        self.state_before = Qt.WindowState.WindowNoState
        """How the window stood before the wall filled the screen."""
        self.shortcuts: Shortcuts | None = None
        """Set once, by whoever makes both."""

    def show_settings(self) -> None:
        """Show how this PC likes things."""
        if self.settings is None:
            from hospitality_desk.gui.settings.page import SettingsPage  # on the first visit

            self.settings = SettingsPage(self._around)
            self.settings.look_changed.connect(self._window.look_changed)
            self.settings.sample_asked.connect(self._window.sample_asked)
            self.settings.sample_left_asked.connect(self._window.sample_left_asked)
            self.settings.stand_named.connect(self._window.floor.tick)
            self.settings.keys_asked.connect(self.show_keys)
            self.settings.wall_asked.connect(self.show_wall)
        self._window.frame.show_screen(self.settings)
        self._window.rail.settings_button.setChecked(True)
        self.settings.begin()

    def show_floor(self) -> None:
        """Show the Floor with what is open, and the keyboard in the list."""
        self._window.frame.show_screen(self._window.floor)
        self._window.rail.floor_button.setChecked(True)
        self._window.floor.pane.show_closed(False)
        self._window.floor.focus_list()

    @property
    def is_on_floor(self) -> bool:
        """Tell whether the Floor is what is shown."""
        return self._window.frame.is_usual and self._window.stack.currentWidget() is self._window.floor

    @property
    def is_on_wall(self) -> bool:
        """Tell whether the wall is what is shown."""
        return not self._window.frame.is_usual

    def show_wall(self) -> None:
        """Fill the screen with the open problems, to be read from across the room."""
        window = self._window
        if self.is_on_wall or not self._around.bridge.is_open:
            return
        self._focus_before, self.state_before = QApplication.focusWidget(), window.windowState()
        self.put_wall_up()
        window.showFullScreen()

    def put_wall_up(self) -> None:
        """Show the wall in the window as it is."""
        if self.wall is None:
            from hospitality_desk.gui.wall.page import WallPage  # on the first visit

            self.wall = WallPage(self._around, lambda: self._window.floor.model.rows)
            self._window.floor.model.merged.connect(self.wall.look_again)
            self.wall.left.connect(self.leave_wall)
        self._window.frame.fill_with(self.wall)
        if self.shortcuts is not None:
            self.shortcuts.still_for_the_wall()
        self.wall.start()

    def leave_wall(self) -> None:
        """Show again what was there before, in a window as it was before."""
        window = self._window
        if not self.is_on_wall:
            return
        if self.wall is not None:
            self.wall.stop()
        window.frame.show_usual()
        if self.shortcuts is not None:
            self.shortcuts.wake()
        if self.state_before & Qt.WindowState.WindowMaximized:
            window.showMaximized()
        else:
            window.showNormal()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.is_on_floor:
            window.floor.focus_list()

    def turn_wall(self) -> None:
        """Show the wall, or leave it."""
        if self.is_on_wall:
            self.leave_wall()
        else:
            self.show_wall()

    def show_keys(self) -> None:
        """Show what the keys do, over whatever is there; a second time takes it away."""
        if self._keys is not None and self._keys.isVisible():
            self._keys.close_over()
            return
        from hospitality_desk.gui.keys.sheet import COLUMN_WIDTH, MOST_COLUMNS, KeySheet  # on the first visit

        if self._keys is not None:
            self._keys.deleteLater()  # the window may be another size now
        room = self._window.width() / (COLUMN_WIDTH * self._around.percent / 100)
        columns = max(1, min(MOST_COLUMNS, int(room)))
        lines = key_lines(self._window.actions(), letters=self._around.letters)
        sheet = KeySheet(self._around, lines, columns=columns)
        width = columns * COLUMN_WIDTH
        self._keys = Overlay(self._window, sheet, self._around, "keys_overlay", width=width)
        self._keys.close_asked.connect(self._keys.close_over)
        sheet.close_asked.connect(self._keys.close_over)
        self._keys.open_over()

    @property
    def are_keys_shown(self) -> bool:
        """Tell whether the sheet of keys is open."""
        return self._keys is not None and self._keys.isVisible()
