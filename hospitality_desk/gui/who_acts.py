"""Finds out who is in the house and who of them stands here: by name at the start, else as last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.text import folded
from hospitality_desk.gui import acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.questions import Questions
from hospitality_desk.words import _

if TYPE_CHECKING:  # the queries are read in after the first paint
    from hospitality_desk.domain.changes import Changes
    from hospitality_desk.domain.staff import Person


class WhoActs(QObject):
    """Keeps `around.acting` right. `named` is the name given at the start, which goes before the kept one."""

    def __init__(self, around: Around, questions: Questions, named: str | None, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._questions = around, questions
        self.named = named
        """Still to be looked for; None once the house has said who is in it."""
        around.bridge.opened.connect(self.ask)
        around.bridge.changed.connect(self._on_changed)

    def ask(self) -> None:
        """Ask who is active in the house."""
        from hospitality_desk.queries.staff import colleagues  # after the first paint: the store's libraries

        self._questions.ask(colleagues, self._on_people, "people")

    def act_as(self, person_id: str) -> None:
        """Let somebody act who said so, and keep it for the next start."""
        self._around.acting.act_as(PersonId(person_id))
        self._around.bridge.note(lambda station: station.prefer(acting.PREFERENCE, person_id), self)

    def _on_changed(self, changes: Changes) -> None:
        if changes.people:
            self.ask()

    def _on_people(self, people: tuple[Person, ...]) -> None:
        who = self._around.acting
        who.know(people)
        if who.person is not None:
            return
        wanted, self.named = self.named, None
        if wanted is not None:
            found = next((person for person in who.people if folded(person.name) == folded(wanted)), None)
            if found is not None:
                who.act_as(found.person_id)
                return
            self._around.bridge.said.emit(_("There is nobody called {name} here.").format(name=wanted))
        kept = self._around.bridge.station.preference(acting.PREFERENCE)
        if isinstance(kept, str):
            who.act_as(PersonId(kept))
