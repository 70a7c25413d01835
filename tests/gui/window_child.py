"""The real window in a process of its own, for tests that end it: types a line into the quick log and waits.

    python -m tests.gui.window_child FOLDER [WORDS]

It says "ready" when the house is open, and "typed" when the words stand in the form.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.run import make_app, run


class Hand:
    """Looks for the window, and types once its form is there."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._app = make_app()
        self._timer = QTimer(self._app)
        self._timer.timeout.connect(self.look)
        self._timer.start(10)

    def look(self) -> None:
        windows = [each for each in self._app.topLevelWidgets() if isinstance(each, MainWindow)]
        navigation = windows[0].findChild(Navigation) if windows else None
        if not isinstance(navigation, Navigation) or navigation.quick_log is None:
            return
        self._timer.stop()
        say("ready")
        if self._words:
            navigation.log()
            navigation.quick_log.line.insertPlainText(self._words)
            say("typed")


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    hand = Hand(" ".join(sys.argv[2:]))
    sys.exit(run(Path(sys.argv[1])))
