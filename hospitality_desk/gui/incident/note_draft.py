"""The draft of each problem's next note: kept while it is typed, forgotten once it is a note."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from hospitality_desk.domain.ids import CommandId, IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.station.station import Draft, Station


class NoteDraft(QObject):
    """One keeper a problem, so that a note sent for one never touches the draft of another."""

    is_kept = Signal(bool)
    """Whether the draft that is shown is on the disk; said when that was tried."""

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._keepers: dict[IncidentId, DraftKeeper] = {}
        self._asked = 0

    def keeper(self, incident_id: IncidentId) -> DraftKeeper:
        """Return the keeper of a problem's draft."""
        found = self._keepers.get(incident_id)
        if found is None:
            found = DraftKeeper(self._around.bridge, _name(incident_id), self)
            found.kept.connect(self._on_kept)
            found.not_kept.connect(self._on_not_kept)
            self._keepers[incident_id] = found
        return found

    def _on_kept(self) -> None:
        self.is_kept.emit(True)

    def _on_not_kept(self) -> None:
        self.is_kept.emit(False)

    def typed(self, incident_id: IncidentId, text: str, choices: NoteChoices) -> None:
        """Take in what the form of a problem holds now."""
        self.keeper(incident_id).typed(text, choices.to_json())

    def keep_now(self) -> None:
        """Write down what is not on the disk yet."""
        for keeper in self._keepers.values():
            keeper.keep_now()

    def load(
        self,
        incident_id: IncidentId,
        here: Callable[[str, NoteChoices], None],
        done_before: Callable[[CommandId, datetime], None],
    ) -> None:
        """Fetch the draft: `here` gets it (no words: there is none), `done_before` follows if it was added already.

        Where the store cannot say, it was not added: its ids make a second sending the same act. Only the draft that
        was asked for last is answered.
        """
        bridge = self._around.bridge
        self._let_go_of_others(incident_id)
        self._asked += 1
        asked = self._asked

        def found(draft: Draft | None) -> None:
            if asked != self._asked:
                return
            if draft is None:
                here("", NoteChoices())
                return
            choices = NoteChoices.from_json(draft.choices)
            here(draft.text, choices)
            bridge.was_done(choices.command_id, decided(choices.command_id), self, refused=lambda _error: None)

        def decided(command_id: CommandId) -> Callable[[datetime | None], None]:
            def home(done_at: datetime | None) -> None:
                if done_at is not None and asked == self._asked:
                    done_before(command_id, done_at)

            return home

        self.keeper(incident_id).load(found)

    def _let_go_of_others(self, incident_id: IncidentId) -> None:
        """Keep no keeper of a problem that was left; each goes once all it has written is on the disk."""
        for other in [each for each in self._keepers if each != incident_id]:
            keeper = self._keepers.pop(other)
            keeper.kept.disconnect(self._on_kept)  # what becomes of it is no news of the one that is shown
            keeper.not_kept.disconnect(self._on_not_kept)
            keeper.let_go()

    def put_behind(self, incident_id: IncidentId, text: str, choices: NoteChoices) -> None:
        """Put words that were typed before the draft was read behind it."""
        at = self._around.bridge.now()
        self._around.bridge.note(lambda station: _put_behind(station, _name(incident_id), text, choices, at), self)

    def take_out(self, incident_id: IncidentId, command_id: CommandId, saved: str | None) -> None:
        """Forget the saved words of a draft that is not shown, and keep what was typed behind them."""
        at = self._around.bridge.now()
        self._around.bridge.note(lambda station: _take_out(station, _name(incident_id), command_id, saved, at), self)


def _name(incident_id: IncidentId) -> str:
    return f"composer:{incident_id}"


def _put_behind(station: Station, name: str, text: str, choices: NoteChoices, at: datetime) -> None:
    draft = station.draft(name)
    if draft is None:
        station.keep_draft(name, text, choices.to_json(), at)
    else:
        station.keep_draft(name, f"{draft.text}\n{text}", draft.choices, at)


def _take_out(station: Station, name: str, command_id: CommandId, saved: str | None, at: datetime) -> None:
    draft = station.draft(name)
    choices = NoteChoices() if draft is None else NoteChoices.from_json(draft.choices)
    if draft is None or choices.command_id != command_id:
        return
    rest, another = choices.after(draft.text, saved)
    if rest:
        station.keep_draft(name, rest, another.to_json(), at)
    else:
        station.drop_draft(name)
