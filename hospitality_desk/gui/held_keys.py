"""Holds what is typed while nobody has the keyboard yet, and hands it on in order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


class HeldKeys(QObject):
    """Keeps every key of one window from now until `hand_on`: a letter of a word must not become a command."""

    pressed = Signal()
    """Somebody pressed the mouse: they want something else than to type on."""

    def __init__(self, handle: QWindow | None, held: list[QKeyEvent], parent: QObject) -> None:
        super().__init__(parent)
        self._handle = handle
        self.held = held
        """What was typed so far; begins with what somebody else held before."""
        self._app = QApplication.instance()
        if handle is not None and self._app is not None:
            # Qt asks what has the keyboard first whether a key is its own, past the window's handle.
            self._app.installEventFilter(self)

    def hand_on(self) -> None:
        """Let the keys go where the keyboard is now, and hold no more."""
        handle, self._handle = self._handle, None
        held, self.held = self.held, []
        if handle is not None and self._app is not None:
            self._app.removeEventFilter(self)
            for each in held:
                QApplication.sendEvent(handle, each)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold keys, and keep them from being the window's own keys meanwhile."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if watched is self._handle and kind in _KEYS and isinstance(event, QKeyEvent):
            self.held.append(event.clone())
            return True
        if watched is self._handle and kind in _PRESSES:
            self.pressed.emit()
        return False
