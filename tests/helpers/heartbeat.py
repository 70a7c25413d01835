"""Whether the window's thread ever stands still, for how long, and what it was doing meanwhile."""

import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5
_FRAMES = 12
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
                self.seen.append((still * 1000, "\n".join(_where(self._thread))))


def _where(thread: int) -> list[str]:
    """Return what a thread is doing, innermost first.

    Without a look at any file meanwhile: a frame held for longer would hold its painter, too, and Qt would complain.
    """
    frame = sys._current_frames().get(thread)
    found = []
    while frame is not None and len(found) < _FRAMES:
        found.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return [f"  {Path(file).name}:{line} {name}" for file, line, name in found]
