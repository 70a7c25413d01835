"""The threads behind the window: writing, reading, the station's file, papers; answers come home to it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from hospitality_desk.errors import KnownError
from hospitality_desk.words import _

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Then = Callable[[Answer], None]
LEAVE_WITHIN = 3.0
"""Seconds the window waits for work under way when it closes; what is not done by then is in the drafts."""
_READERS = 2
_READS_WITHIN = 10.0
"""Seconds a change of the house waits for reads that are under way."""
KEEP_WITHIN = 0.5
"""Seconds a session that ends is held up for drafts."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who waits for an answer on the window's thread."""

    owner: QObject
    then: Callable[[Any], None] | None  # Any: each takes its own answer
    refused: Then[KnownError] | None


class Lanes(QObject):
    """Starts work off the window's thread. `say` hears the reasons that nobody else wants to hear.

    Who waits for an answer is kept on the window's thread alone: a lane that held the last reference to a widget
    would take it down, from a thread where no widget may be touched.
    """

    _home = Signal(int, object)

    def __init__(self, say: Then[KnownError], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self.writes = ThreadPoolExecutor(1, thread_name_prefix="writes")
        self.reads = ThreadPoolExecutor(_READERS, thread_name_prefix="reads")
        self.notes = ThreadPoolExecutor(1, thread_name_prefix="station")
        self.papers = ThreadPoolExecutor(1, thread_name_prefix="papers")
        self.ending: list[threading.Event] = []
        """Set to end the papers that are being made at their next step."""
        self.under_way: set[Future[None]] = set()
        self._waiting: dict[int, _Waiting] = {}
        self._started = 0
        self._is_over = False
        self._home.connect(self._on_home, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], Answer],
        owner: QObject,
        then: Then[Answer] | None,
        refused: Then[KnownError] | None,
    ) -> None:
        """Do the work on a lane; `then` gets its answer unless `owner` is gone, `refused` the reason for none."""

        if self._is_over:
            return
        self._started += 1
        self._waiting[self._started] = _Waiting(owner, then, refused)
        future = lane.submit(self._run, self._started, work)
        self.under_way.add(future)
        future.add_done_callback(self.under_way.discard)

    def _run(self, started: int, work: Callable[[], object]) -> None:
        """Work on a lane, and send the answer home, or the reason why there is none; an answer may be a reason, too."""
        answer, reason = None, None
        try:
            answer = work()
        except KnownError as error:
            reason = error
        except Exception:
            log.exception("a lane failed")
            reason = KnownError(_("That did not work, and nothing was saved. Try again."))
        if isValid(self):
            self._home.emit(started, (answer, reason))

    def wait_for_reads(self) -> None:
        """Wait until every read that was started has ended; from the writing lane, before the desk is closed."""
        gate = threading.Barrier(_READERS + 1)
        for _reader in range(_READERS):
            self.reads.submit(_pass, gate)
        _pass(gate)

    def end_papers(self) -> None:
        """Give up the papers that are being made, and wait until they have ended; from the writing lane."""
        for given_up in tuple(self.ending):
            given_up.set()
        wait([self.papers.submit(_nothing)], timeout=_READS_WITHIN)

    def wait_for_notes(self) -> None:
        """Wait for the station's lane, at most KEEP_WITHIN seconds: the one wait on the window's thread."""
        if not self._is_over:
            wait([self.notes.submit(_nothing)], timeout=KEEP_WITHIN)

    def end(self) -> None:
        """Let what is under way end, at most LEAVE_WITHIN seconds; nothing comes home or starts any more."""
        self._is_over = True
        for given_up in tuple(self.ending):
            given_up.set()
        left = wait(set(self.under_way), timeout=LEAVE_WITHIN).not_done
        for lane in (self.writes, self.reads, self.notes, self.papers):
            lane.shutdown(wait=not left, cancel_futures=True)  # no thread of ours is left when widgets are taken down
        self._waiting.clear()
        QCoreApplication.removePostedEvents(self)  # nobody is there to hear what has come home since

    @Slot(int, object)
    def _on_home(self, started: int, came: tuple[object, KnownError | None]) -> None:
        waiting = self._waiting.pop(started, None)
        if waiting is None:
            return  # the window is closing: nobody is there to hear it any more
        answer, reason = came
        if reason is not None:
            (waiting.refused or self._say)(reason)
        elif waiting.then is not None and isValid(waiting.owner):
            waiting.then(answer)


def _pass(gate: threading.Barrier) -> None:
    with suppress(threading.BrokenBarrierError):
        gate.wait(_READS_WITHIN)


def _nothing() -> None:
    """Come to an end when all before it on the lane has."""
