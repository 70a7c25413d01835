"""The keepers of half-typed tasks, one a problem."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.draft_keeper import DraftKeeper


def draft_name(incident_id: IncidentId) -> str:
    """Return the name a problem's half-typed task is kept under."""
    return f"task:{incident_id}"


class TaskKeepers:
    """`kept` and `not_kept` hear of the problem that is shown, and of no other."""

    def __init__(
        self, bridge: Bridge, owner: QObject, kept: Callable[[], object], not_kept: Callable[[], object]
    ) -> None:
        self._bridge, self._owner, self._kept, self._not_kept = bridge, owner, kept, not_kept
        self._keepers: dict[IncidentId, DraftKeeper] = {}

    def of(self, incident_id: IncidentId) -> DraftKeeper:
        """Return the problem's keeper."""
        found = self._keepers.get(incident_id)
        if found is None:
            found = self._keepers[incident_id] = DraftKeeper(self._bridge, draft_name(incident_id), self._owner)
            found.kept.connect(self._kept)
            found.not_kept.connect(self._not_kept)
        return found

    def let_go(self, incident_id: IncidentId) -> None:
        """Keep no keeper of a problem that was left; it goes once all it has written is on the disk."""
        keeper = self._keepers.pop(incident_id)
        keeper.kept.disconnect(self._kept)  # what becomes of it is no news of the one that is shown
        keeper.not_kept.disconnect(self._not_kept)
        keeper.let_go()
