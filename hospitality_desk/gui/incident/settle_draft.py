"""What was chosen and typed in the settle sheet, kept until the problem is settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.json_form import Json
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from hospitality_desk.station.station import Draft

_FORM = "form"
About = tuple[IncidentId, bool]
"""The problem, and whether only a later verdict is asked for."""


class SettleDraft(QObject):
    """One keeper for each problem the sheet was opened for."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._keepers: dict[About, DraftKeeper] = {}

    def load(self, about: About, then: Callable[[Mapping[str, Json]], None]) -> None:
        """Fetch what was kept; `then` is not called where there is nothing."""
        self._keeper(about).load(partial(_found, then))

    def keep(self, about: About, choices: Mapping[str, Json]) -> None:
        """Take in what the sheet holds now; a sheet without anything in it is no draft."""
        self._keeper(about).typed(_FORM if any(choices.values()) else "", choices)

    def drop(self, about: About) -> None:
        """Forget it: the problem is settled."""
        self._keeper(about).drop()

    def _keeper(self, about: About) -> DraftKeeper:
        found = self._keepers.get(about)
        if found is None:
            incident_id, later = about
            name = f"{'verdict' if later else 'settle'}:{incident_id}"
            found = self._keepers[about] = DraftKeeper(self._around.bridge, name, self)
        return found


def _found(then: Callable[[Mapping[str, Json]], None], draft: Draft | None) -> None:
    if draft is not None:
        then(draft.choices)
