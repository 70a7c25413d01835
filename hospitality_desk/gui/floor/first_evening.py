"""Whether anything was ever logged here, and whether the sample venue can be offered instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.floor.first_run import FirstRun
from hospitality_desk.gui.floor.house_kind import HouseKind, house_kind
from hospitality_desk.gui.floor.practice_tag import PracticeTag
from hospitality_desk.gui.questions import Questions

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.domain.changes import Changes


class FirstEvening(QObject):
    """Asks the store, and keeps the first page and the tag in the head true."""

    known = Signal()
    """It is known now whether anything was ever logged."""

    def __init__(self, questions: Questions, page: FirstRun, tag: PracticeTag, *, store_is_here: bool) -> None:
        super().__init__(page)
        self._questions, self._page, self._tag, self._store_is_here = questions, page, tag, store_is_here
        self.is_over: bool | None = None
        """Something was logged here once; None while the store has not said."""

    def ask(self) -> None:
        """Ask, once the desk is open."""
        from hospitality_desk.queries.incidents import incident_numbered  # after the first paint: the store's libraries

        self._questions.ask(incident_numbered, self._on_first_known, "first", 1)
        self._questions.ask(house_kind, self._on_kind, "house")

    def see_rows(self) -> None:
        """Know that it is over: there are rows."""
        self.is_over = True

    def hear(self, changes: Changes) -> None:
        """Ask again what the house is, when somebody was added."""
        if changes.people and not self.is_over:
            self._questions.ask(house_kind, self._on_kind, "house")

    def _on_first_known(self, first: IncidentId | None) -> None:
        self.is_over = bool(self.is_over) or first is not None
        self.known.emit()

    def _on_kind(self, kind: HouseKind) -> None:
        self._tag.show_house(practice=kind.practice, sample=kind.is_sample)
        if kind.sample is not None and self._store_is_here:
            self._page.sample.offer(kind.sample.name, kind.sample.problems)
        else:
            self._page.sample.hide()
