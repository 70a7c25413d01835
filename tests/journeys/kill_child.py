"""A host who types without pause: opens the real window on a folder, and says on standard output what was done.

Ended from outside, at any moment. Lines written: `restored <json>` (what stood in the form at the start), `c LINE N`
(so many characters of a line typed), `e LINE` (Enter pressed), `l LINE` (the window said it is logged).
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.quick_log.panel import QuickLogPanel
from hospitality_desk.gui.run import make_app, run
from tests.journeys.kill_lines import line

KEY_MS = 40
"""25 characters a second."""
_LOOK_MS = 10
_SETTLED_MS = 300
"""Time for the draft to come and for the house to say whether it was saved already."""


class Typist(QObject):
    """Types line after line, beginning with this one, from where its draft stands."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self._line, self._at = first, 0
        self._panel: QuickLogPanel | None = None
        self._navigation: Navigation | None = None
        self._look = QTimer(self)
        self._look.timeout.connect(self._look_for_the_form)
        self._look.start(_LOOK_MS)

    def _look_for_the_form(self) -> None:
        for window in QApplication.topLevelWidgets():
            navigation = window.findChild(Navigation)
            if navigation is not None and navigation.quick_log is not None:
                self._look.stop()
                self._navigation, self._panel = navigation, navigation.quick_log
                self._panel.logged.connect(self._on_logged)
                navigation.log()
                QTimer.singleShot(_SETTLED_MS, self, self._begin)
                return

    def _begin(self) -> None:
        assert self._panel is not None
        restored = self._panel.line.text()
        say("restored " + json.dumps(restored))
        self._at = len(restored)
        self._type()

    def _type(self) -> None:
        assert self._panel is not None
        text = line(self._line)
        if self._at < len(text):
            char = text[self._at]
            self._press(ord(char.upper()), char)
            self._at += 1
            say(f"c {self._line} {self._at}")
            QTimer.singleShot(KEY_MS, self, self._type)
        else:
            say(f"e {self._line}")
            self._press(Qt.Key.Key_Return, "\r")

    def _press(self, key: int, text: str) -> None:
        assert self._panel is not None
        for sort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(sort, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self._panel.line, event)

    def _on_logged(self) -> None:
        assert self._navigation is not None
        say(f"l {self._line}")
        self._line, self._at = self._line + 1, 0
        self._navigation.log()
        QTimer.singleShot(KEY_MS, self, self._type)


def say(words: str) -> None:
    """Write a line at once, past every buffer of ours."""
    os.write(1, words.encode() + b"\n")


if __name__ == "__main__":
    make_app()
    typist = Typist(int(sys.argv[2]))
    sys.exit(run(Path(sys.argv[1])))
