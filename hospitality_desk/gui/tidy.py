"""Python's waste is collected on the window's thread alone: a widget taken down on another thread crashes Qt.

Left to itself, Python collects wherever it happens to be, and that may be a lane that reads or writes the store.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2_000


class Tidying(QObject):
    """Takes the collecting over from Python until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setObjectName("tidying_timer")
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        gc.disable()
        self._timer.start()

    def look(self) -> None:
        """Collect as far as Python would have by now."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def set_aside(self) -> None:
        """Leave what is there now out of every later collection, which is quick then.

        For when the screens have come: they, and all libraries, stay. What is waste already stays with them.
        """
        gc.freeze()

    def tidy_whole(self) -> None:
        """Collect everything, also what was set aside, and set the rest aside again.

        It stands the window still for a tenth of a second: for when nobody is there, after screens were taken down.
        """
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Give the collecting back; only when no other thread is at work any more."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
