"""Hears what other windows and commands commit: when the store's bell rings, and when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.lanes import Lanes, Then

if TYPE_CHECKING:  # the desk brings the store's libraries with it, which are read in after the first paint
    from hospitality_desk.desk.desk import Desk
    from hospitality_desk.live.feed import News


class Hearing(QObject):
    """Reads the feed on a reading lane, one look at a time, and tells the window what is new."""

    changed = Signal(object)
    marked = Signal(object)
    _rang = Signal()
    """The store's bell, from its own thread."""

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._desk: Desk | None = None
        self._is_looking = self._rang_meanwhile = False
        self._rang.connect(self._on_rang)

    def ring(self) -> None:
        """Have it look soon; may be called on any thread."""
        self._rang.emit()

    def listen_to(self, desk: Desk | None) -> None:
        """Read the feed of this desk from now on; None reads none."""
        self._desk = desk

    def look(self, then: Callable[[], None], refused: Then[KnownError]) -> None:
        """Let the signals go out for whatever was committed elsewhere since the last look."""
        desk = self._desk
        if desk is None or self._is_looking:
            return
        self._is_looking = True

        def home(news: News) -> None:
            self._is_looking = False
            then()
            if self._desk is desk:
                self._tell(news)
            self._look_again()

        def away(error: KnownError) -> None:
            self._is_looking = False
            refused(error)
            self._look_again()

        self._lanes.start(self._lanes.reads, desk.feed.news, self, home, away)

    def _tell(self, news: News) -> None:
        if news.marks:
            self.marked.emit(news.marks)
        if news.changes:
            self.changed.emit(news.changes)

    def _on_rang(self) -> None:
        """Look at once; a ring during a look may be for what that look did not see yet."""
        if self._is_looking:
            self._rang_meanwhile = True
        else:
            self.look(_nothing, _nothing_of)  # a store that is away is said by whoever asks by the clock

    def _look_again(self) -> None:
        if self._rang_meanwhile:
            self._rang_meanwhile = False
            self._on_rang()


def _nothing() -> None:
    """Nobody waits for the end of this look."""


def _nothing_of(_error: KnownError) -> None:
    """Nobody waits for the reason either."""
