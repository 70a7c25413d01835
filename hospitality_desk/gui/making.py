"""Work that takes a while: it says how far it is, and can be given up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.lanes import Lanes, Then

Answer = TypeVar("Answer")
Tell = Callable[[int, int], None]
"""Called by the work, on its lane, with what is done and all there is; raises what ends a work that was given up."""


class GivenUp(KnownError):
    """Nobody waits for this work any more. Never shown."""


class Making(QObject):
    """One piece of work on the lane of papers. It lives until its answer has come home, or it was given up."""

    progress = Signal(int, int)
    """What is done and all there is, at most a hundred times."""

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("making")
        self._lanes = lanes
        self._is_given_up = threading.Event()
        self._told = -1
        lanes.ending.append(self._is_given_up)

    def start(
        self, work: Callable[[Tell], Answer], owner: QObject, then: Then[Answer], refused: Then[KnownError]
    ) -> None:
        """Begin, or wait for what is on the lane before; nobody hears of it once `owner` is gone."""
        watch = QObject(owner)  # goes with the owner, and else with this work
        watch.destroyed.connect(self._is_given_up.set, Qt.ConnectionType.DirectConnection)

        def end() -> None:
            if isValid(watch):
                watch.destroyed.disconnect()
                watch.deleteLater()
            self._end()

        def home(answer: Answer) -> None:
            end()
            if isValid(owner) and not self._is_given_up.is_set():
                then(answer)

        def away(error: KnownError) -> None:
            end()
            if isValid(owner) and not isinstance(error, GivenUp) and not self._is_given_up.is_set():
                refused(error)

        def working() -> Answer:
            self._tell(0, 1)
            return work(self._tell)

        self._lanes.start(self._lanes.papers, working, self, home, away)

    def cancel(self) -> None:
        """Give it up: it ends at its next step, and nothing comes of it."""
        self._is_given_up.set()

    def _tell(self, done: int, of: int) -> None:
        if self._is_given_up.is_set():
            raise GivenUp("")
        percent = done * 100 // max(1, of)
        if percent != self._told:
            self._told = percent
            self.progress.emit(done, of)

    def _end(self) -> None:
        if self._is_given_up in self._lanes.ending:
            self._lanes.ending.remove(self._is_given_up)
        self.deleteLater()
