"""Changes the window's look while it runs: at once when somebody asks, unnoticed when the hour or the system does."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
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
        self._rests = self._is_due = False
        self._width = window.width()
        self._seen_frame = window.frame
        window.look_changed.connect(self._on_asked)
        # Queued: whoever acted last must have heard all of it before its screen is taken down.
        window.around.bridge.rested.connect(self._wear_what_is_due, Qt.ConnectionType.QueuedConnection)
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
        """Change nothing meanwhile: the house is being changed for another. What was asked for comes after."""
        self._rests = rests
        if not rests:
            QTimer.singleShot(0, self, self._wear_what_is_due)

    def look(self) -> None:
        """Wear what is due by itself, if nobody would be disturbed."""
        if self._wanted() != self._worn():
            if self.is_calm():
                self.wear()
        elif self._seen_frame is not self._window.frame and self.is_calm():
            self._seen_frame = self._window.frame
            self.calm_after_change.emit()

    def is_calm(self) -> bool:
        """Tell whether nothing is open over the screens or under way, and nobody has typed or moved for a while."""
        if self._seconds() - self._last_input < CALM_SECONDS or self._window.around.bridge.is_acting:
            return False
        return not something_is_open(self._window)

    def wear(self) -> None:
        """Change into what is wanted now, if that is another look.

        While a command is under way it waits: the screen that sent it hears what came of it.
        """
        wanted = self._wanted()
        if wanted == self._worn():
            self._is_due = False
            return
        self._is_due = self._rests or self._window.around.bridge.is_acting
        if self._is_due:
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

    def _wear_what_is_due(self) -> None:
        if self._is_due:
            self.wear()

    def _worn(self) -> Look:
        around = self._window.around
        return Look(theme=around.theme, percent=around.percent, moves=around.moves, letters=around.letters)

    def _wanted(self) -> Look:
        prefers = self._window.around.bridge.station.preference
        if self._window.frame.is_usual:
            self._width = self._window.width()  # the wall fills the screen, and its own text is as large as that asks
        look = look_for(prefers, hour=self._hour(), window_width=self._width, system=SystemLook.now())
        return look if self._theme is None else replace(look, theme=self._theme)
