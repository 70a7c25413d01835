"""Asks which open problem the line is like, once the hand rests; no key ever waits for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hospitality_desk.desk.quick_log import Chosen
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.quick_line import PartName, ReadLine
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.queries.similar import SimilarProblem, TypedLine, similar_open

if TYPE_CHECKING:
    from collections.abc import Set

_REST = 250
"""Milliseconds after the last key: a word half typed is like nothing, and would come and go."""
_AGAIN = 30_000
"""Milliseconds between two looks while a problem is shown: its minutes go by, and others may have settled it."""


class SimilarAsker(QObject):
    """Holds what was asked last; an answer to anything else is dropped. Where the store is silent nothing is alike."""

    answered = Signal(object)
    """A SimilarProblem, or None: nothing open is like the line."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = around.bridge
        self._wanted: tuple[TypedLine, frozenset[IncidentId]] | None = None
        self._is_watched = False
        self._rest = self._timer("similar_rest", _REST)
        self._again = self._timer("similar_again", _AGAIN)
        self._bridge.changed.connect(self._on_changed)

    def look(self, read: ReadLine, chosen: Chosen, apart: Set[IncidentId]) -> None:
        """Take in the line as it stands now; an answer follows when it says something else than before."""
        line = typed_line(read, chosen) if self._bridge.is_open else None
        wanted = None if line is None else (line, frozenset(apart))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted is None:
            self._stop()
            self.answered.emit(None)
        else:
            self._rest.start()

    def look_again(self) -> None:
        """Ask the same again: something was refused, and the problem may have ended meanwhile."""
        if not self._rest.isActive():
            self._ask()

    def watch(self, is_watched: bool) -> None:
        """Ask as the house changes while the form is open, and at once when it opens; behind a closed form rest."""
        self._is_watched = is_watched
        if not is_watched:
            self._again.stop()
        else:
            self.look_again()

    def _ask(self) -> None:
        if self._wanted is None or not self._bridge.is_open:
            return
        self._rest.stop()
        wanted = self._wanted
        line, apart = wanted

        def home(found: SimilarProblem | None) -> None:
            if wanted == self._wanted:
                if found is not None and self._is_watched:
                    self._again.start()
                else:
                    self._again.stop()
                self.answered.emit(found)

        def away(_why: KnownError) -> None:
            home(None)  # the line can be logged all the same; the screens that need the store say what is amiss

        self._bridge.try_ask(similar_open, home, away, self, "similar", line, apart)

    def _on_changed(self, changes: Changes) -> None:
        if changes.incidents and self._is_watched and not self._rest.isActive():
            self._ask()

    def _stop(self) -> None:
        self._rest.stop()
        self._again.stop()

    def _timer(self, name: str, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._ask)
        return timer


def typed_line(read: ReadLine, chosen: Chosen) -> TypedLine | None:
    """Return what a line says for comparing, what a person chose in place of what was read; None while it says nothing.

    A line that is nothing but a place says nothing yet.
    """

    def said(name: PartName) -> str | None:
        part = read.first(name)
        value = chosen.get(name, None if part is None else part.value)
        return value if isinstance(value, str) and value else None

    tells = has_a_word(_without_parts(read))
    guest, phone = said(PartName.GUEST), said(PartName.PHONE)
    if not (tells or guest or phone):
        return None
    return TypedLine(
        gist=read.gist() if tells else "",
        place=said(PartName.PLACE),
        guest=guest,
        phone=phone,
        kind=said(PartName.KIND),
    )


def _without_parts(read: ReadLine) -> str:
    """Return what stands between the parts; a kind is guessed from words that tell something."""
    left, at = "", 0
    for part in read.parts:
        if part.part != PartName.KIND:
            left += read.text[at : max(at, part.start)] + " "
            at = max(at, part.end)
    return left + read.text[at:]
