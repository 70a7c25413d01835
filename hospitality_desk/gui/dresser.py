"""Changes the window's look while it runs: at once when somebody asks, unnoticed when the hour or the system does."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hospitality_desk.gui.look import Look, SystemLook, look_for
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.popups import something_is_open
from hospitality_desk.gui.rebuild import build_anew
from hospitality_desk.gui.theme import Theme

CALM_SECONDS = 20.0
"""So long must nobody have typed or moved before colours change by themselves."""
LOOK_EVERY_MS = 5_000
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletPress,
)


class Dresser(QObject):
    """Watches the hour, the system and the window's hands. `wear` is the one way the look changes.

    `theme` holds these colours whatever anybody prefers. `hour` is this stand's, `seconds` only go forward.
    """

    calm_after_change = Signal()
    """Screens were taken down a while ago, and nobody is there: a good moment to clear up behind them."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        *,
        theme: Theme | None = None,
        hour: Callable[[], int] = lambda: datetime.now().astimezone().hour,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self.setObjectName("dresser")
        self._app, self._window, self._theme, self._hour, self._seconds = app, window, theme, hour, seconds
        self._last_input = seconds()
        self._rests = False
        self._seen_frame = window.frame
        window.look_changed.connect(self._on_asked)
        self._style_hints = app.styleHints()
        self._hints = self._style_hints.accessibility()  # held by a name: Qt's object goes with its Python one
        self._hints.contrastPreferenceChanged.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setObjectName("dresser_timer")
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def watch_hands(self) -> None:
        """Notice typing and moving from now on; the window is on the screen."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def rest(self, rests: bool) -> None:
        """Change nothing meanwhile: the house is being changed for another."""
        self._rests = rests

    def look(self) -> None:
        """Wear what is due by itself, if nobody would be disturbed."""
        if self._wanted() != self._worn():
            if self.is_calm():
                self.wear()
        elif self._seen_frame is not self._window.frame and self.is_calm():
            self._seen_frame = self._window.frame
            self.calm_after_change.emit()

    def is_calm(self) -> bool:
        """Tell whether nothing is open over the screens, and nobody has typed or moved for a while."""
        return self._seconds() - self._last_input >= CALM_SECONDS and not something_is_open(self._window)

    def wear(self) -> None:
        """Change into what is wanted now, if that is another look."""
        wanted = self._wanted()
        if self._rests or wanted == self._worn():
            return
        around = replace(
            self._window.around,
            theme=wanted.theme,
            percent=wanted.percent,
            moves=wanted.moves,
            letters=wanted.letters,
        )
        build_anew(self._app, self._window, around)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice hands."""
        if event.type() in _INPUT:
            self._last_input = self._seconds()
        return False

    def _on_asked(self) -> None:
        """Wear it as soon as the signal that asked has come home: its screen is taken down."""
        QTimer.singleShot(0, self, self.wear)

    def _worn(self) -> Look:
        around = self._window.around
        return Look(theme=around.theme, percent=around.percent, moves=around.moves, letters=around.letters)

    def _wanted(self) -> Look:
        prefers = self._window.around.bridge.station.preference
        look = look_for(prefers, hour=self._hour(), window_width=self._window.width(), system=SystemLook.now())
        return look if self._theme is None else replace(look, theme=self._theme)
