"""The draft of each problem's next note: kept while it is typed, forgotten once it is a note."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _


class NoteDraft(QObject):
    """One keeper a problem, so that a note sent for one never touches the draft of another."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._keepers: dict[IncidentId, DraftKeeper] = {}

    def keeper(self, incident_id: IncidentId) -> DraftKeeper:
        """Return the keeper of a problem's draft."""
        found = self._keepers.get(incident_id)
        if found is None:
            found = DraftKeeper(self._around.bridge, f"composer:{incident_id}", self)
            self._keepers[incident_id] = found
        return found

    def keep_now(self) -> None:
        """Write down what is not on the disk yet."""
        for keeper in self._keepers.values():
            keeper.keep_now()

    def load(self, incident_id: IncidentId, then: Callable[[str, NoteChoices], None]) -> None:
        """Fetch the draft; one whose note was added already is forgotten, and that is said."""
        keeper, bridge = self.keeper(incident_id), self._around.bridge

        def found(draft: object) -> None:
            text, form = getattr(draft, "text", ""), getattr(draft, "choices", {})
            if not text:
                return
            choices = NoteChoices.from_json(form)

            def decided(done_at: object) -> None:
                if done_at is None:
                    then(text, choices)
                    return
                keeper.drop()
                saved = time_words(done_at, bridge.house.zone)  # type: ignore[arg-type] # a datetime, see was_done
                bridge.said.emit(_("Saved {time}.").format(time=saved))

            bridge.was_done(choices.command_id, decided, self)

        keeper.load(found)
