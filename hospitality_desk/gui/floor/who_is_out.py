"""Who is out of the house: said in the foot of the Floor, and beside a next step that is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.floor.footer import FloorFooter
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.questions import Questions
from hospitality_desk.gui.widgets.moments import when_words
from hospitality_desk.words import _

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.queries.tasks import OutRow


class WhoIsOut(QObject):
    """Asks again when something changed; `show` lets the words go on with the clock."""

    def __init__(self, bridge: Bridge, questions: Questions, model: IncidentModel, footer: FloorFooter) -> None:
        super().__init__(footer)
        self._bridge, self._questions, self._model, self._footer = bridge, questions, model, footer
        self._rows: tuple[OutRow, ...] = ()

    def ask(self) -> None:
        """Ask who is out now."""
        from hospitality_desk.queries.tasks import who_is_out  # after the first paint: the store's libraries

        self._questions.ask(who_is_out, self._on_out, "out")

    def show(self) -> None:
        """Say it: "Carlo is out till 13:35"; past that, when they were to be back."""
        now, zone = self._bridge.now(), self._bridge.house.zone
        said = []
        for row in self._rows:
            words = _("{name} is out till {time}") if row.back_by > now else _("{name} was to be back at {time}")
            said.append(words.format(name=row.name, time=when_words(row.back_by, now, zone)))
        self._footer.show_out(", ".join(said))

    def _on_out(self, rows: tuple[OutRow, ...]) -> None:
        self._rows = rows
        self._model.know_out({row.person_id: row.back_by for row in rows})
        if self._bridge.is_open:
            self.show()
