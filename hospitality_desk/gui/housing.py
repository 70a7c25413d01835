"""The house behind the window: opened on the writing lane, and changed for another while nobody asks for anything."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.hearing import Hearing
from hospitality_desk.gui.lanes import Lanes, Then
from hospitality_desk.words import _

if TYPE_CHECKING:  # the desk brings the store's libraries with it, which are read in after the first paint
    from hospitality_desk.desk.desk import Desk
    from hospitality_desk.station.station import Station

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class Housing(QObject):
    """Holds the one open desk. `desk` is None before `opened` and while the house is changed."""

    opened = Signal()

    def __init__(self, station: Station, lanes: Lanes, hearing: Hearing, parent: QObject) -> None:
        super().__init__(parent)
        self._station, self._lanes, self._hearing = station, lanes, hearing
        self.desk: Desk | None = None

    def open(self, open_desk: Callable[[], Desk], refused: Then[KnownError] | None) -> None:
        """Open the desk; `opened` follows, or `refused` with the reason."""
        self._lanes.start(self._lanes.writes, lambda: self._begin(open_desk), self, self._keep, refused)

    def change(
        self,
        work: Callable[[], Answer],
        open_desk: Callable[[], Desk],
        then: Then[Answer | KnownError],
        refused: Then[KnownError],
    ) -> None:
        """Close the desk, do `work` on the house's files, and open again, whatever came of the work.

        There is no desk from now on until `opened`. Before that `then` gets what the work answered, or the reason why
        it was not done, always; `refused` hears after it why the house did not open again.
        """
        desk, self.desk = self.desk, None
        self._hearing.listen_to(None)

        def changing() -> tuple[Answer | KnownError, Desk | KnownError]:
            self._lanes.end_papers()
            self._lanes.wait_for_reads()
            if desk is not None:
                desk.close()
            sorry = KnownError(_("That did not work, and nothing was changed. Try again."))
            return _or_reason(work, sorry), _or_reason(lambda: self._begin(open_desk), sorry)

        def home(found: tuple[Answer | KnownError, Desk | KnownError]) -> None:
            answer, opened = found
            then(answer)
            if isinstance(opened, KnownError):
                refused(opened)
            else:
                self._keep(opened)

        self._lanes.start(self._lanes.writes, changing, self, home, refused)

    def close(self) -> None:
        """Close the desk; every lane has ended."""
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    def _begin(self, open_desk: Callable[[], Desk]) -> Desk:
        """Open the desk, on the writing lane, and hear from its feed."""
        desk = open_desk()
        desk.station = self._station.name
        try:
            desk.feed.begin()  # before anything is read: what comes after it is news
        except KnownError:
            desk.close()
            raise
        desk.listen(self._hearing.ring)
        return desk

    def _keep(self, desk: Desk) -> None:
        desk.keep_off(threading.get_ident())
        self.desk = desk
        self._hearing.listen_to(desk)
        self.opened.emit()


def _or_reason(work: Callable[[], Answer], sorry: KnownError) -> Answer | KnownError:
    """Do it; return the reason where it was not done, `sorry` when that was our own mistake."""
    try:
        return work()
    except KnownError as error:
        return error
    except Exception:
        log.exception("the house was not changed")
        return sorry
