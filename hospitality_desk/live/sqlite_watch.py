"""The doorbell of an embedded store: rings soon after anybody, in any process, has committed to the file."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from hospitality_desk.errors import KnownError
from hospitality_desk.storage.store import DataVersion

log = logging.getLogger(__name__)

LOOK_EVERY = 0.04
"""Seconds between two looks. One look costs some microseconds; a change is heard within this and one reading."""
LOOK_EVERY_WHEN_AWAY = 1.0
"""Seconds between two looks while the file cannot be read."""


class SqliteWatch:
    """Looks at SQLite's `data_version` on a lasting connection of its own, and calls `ring` when it has moved.

    It rings once at the start, for what was committed before the first look. The number moves for every commit of
    another connection, also this process's own, and for none that was rolled back. `ring` is called on the watch's own
    thread, once for all that was committed since the last look. While the file cannot be read it stays silent, and
    rings once it can be read again.
    """

    def __init__(self, data_version: DataVersion, ring: Callable[[], None]) -> None:
        self._data_version, self._ring = data_version, ring
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="sqlite-watch", daemon=True)

    def start(self) -> None:
        """Ring from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Ring no more; returns when the watch's connection is closed."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        last = self._look()
        self._ring_once()  # for what was committed between the listener's beginning and this first look
        try:
            while not self._over.wait(LOOK_EVERY_WHEN_AWAY if last is None else LOOK_EVERY):
                found = self._look()
                if found is not None and found != last:
                    self._ring_once()
                last = found
        finally:
            with suppress(KnownError):
                self._data_version.close()

    def _ring_once(self) -> None:
        try:
            self._ring()
        except Exception:  # a listener that fails once must hear the next change
            log.exception("the bell's listener failed")

    def _look(self) -> int | None:
        try:
            return self._data_version.read()
        except KnownError:
            return None
        except Exception:
            log.exception("the watch cannot look")
            return None
