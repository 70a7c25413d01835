"""Whether the window's thread ever stands still, for how long, and what it was doing meanwhile."""

import sys
import threading
import time
import traceback

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5
_STILL = 0.03
"""Seconds without a beat after which what the thread does is written down."""


class Heartbeat(QObject):
    """Beats on the window's thread; a second thread watches it."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        """Milliseconds by which each beat came later than it was due."""
        self.seen: list[tuple[float, str]] = []
        """What the thread was doing when it stood still: milliseconds so far, and where."""
        self._thread = threading.get_ident()
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._timer.start(EVERY_MS)
        self._watch.start()

    def stop(self) -> None:
        """End; `gaps` and `seen` are whole."""
        self._timer.stop()
        self._stop.set()
        self._watch.join()

    @property
    def longest(self) -> float:
        """Return the longest standstill in milliseconds."""
        return max(self.gaps, default=0.0)

    def worst(self, most: int = 5) -> str:
        """Return the longest standstills that were seen, with what the thread was doing."""
        return "\n\n".join(f"{gap:.0f} ms:\n{where}" for gap, where in sorted(self.seen, reverse=True)[:most])

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(max(0.0, (now - self._last) * 1000 - EVERY_MS))
        self._last = now

    def _look(self) -> None:
        noted = 0.0
        while not self._stop.wait(0.005):
            still = time.perf_counter() - self._last
            if still > _STILL and self._last != noted:
                noted = self._last
                frame = sys._current_frames().get(self._thread)
                where = "".join(traceback.format_stack(frame, limit=12)) if frame is not None else "gone"
                self.seen.append((still * 1000, where))
