"""Where a note is written: kind, words, what it carries, and Add."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.timeline import WithdrawNote
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.entries import FACT_KINDS, EntryKind, GuestKnows
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.kind_guess import guess_kind, named_kind
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.domain.timeline import start_state
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.acts import Acts
from hospitality_desk.gui.incident.composer_parts import ComposerParts
from hospitality_desk.gui.incident.composer_words import placeholder
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.gui.incident.note_draft import NoteDraft
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _


class Composer(ComposerParts):
    """Adds notes to the problem that is shown. What is typed is kept as a draft of that problem, also on leaving it."""

    added = Signal()
    """A note is on the timeline now."""
    when_asked = Signal(object, QRect)
    """When it happened is to be asked for: the datetime so far (None: now), and the place in the window."""

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._acts = acts
        self._scene: Scene | None = None
        self._choices = NoteChoices()
        self._named: EntryKind | None = None
        self._filling = False
        self._seen = ""
        self.drafts = NoteDraft(around, self)
        self._connect()

    def _connect(self) -> None:
        self.kinds.decided.connect(self._on_decided)
        self.knows.clicked.connect(self._on_knows)
        self.options.changed.connect(self._on_choices)
        self.field.textChanged.connect(self._on_text)
        self.field.entered.connect(self.add)
        self.field.kind_key.connect(self.choose_kind)
        self.field.was_cut.connect(self.show_cut)
        self.field.grew.connect(self.place_when)
        self.field.installEventFilter(self)
        self.when.clicked.connect(self._ask_when)
        self.add_button.clicked.connect(self.add)

    def show_scene(self, scene: Scene, *, fresh: bool) -> None:
        """Show the problem's composer; `fresh` is another problem, whose own draft comes back."""
        self._scene = scene
        if fresh:
            self.keep_now()
            self._fill("", NoteChoices())
            self.refusal.hide()
            incident_id = scene.incident.incident_id
            self.drafts.load(incident_id, partial(self._on_draft, incident_id))
        self._refresh()

    def keep_now(self) -> None:
        """Write the draft down at once: the window loses the keyboard, closes or is ended."""
        self.drafts.keep_now()

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind and go to the field."""
        self.kinds.choose(kind)
        self._on_decided(kind)

    def tell(self, notes: frozenset[int] | None = None) -> None:
        """Open as Told guest with these untold notes ticked; None ticks all of them."""
        if self._scene is None:
            return
        told = frozenset(note.n for note in self._scene.untold) if notes is None else notes
        self._choices = replace(self._choices, tells=self._choices.tells | told)
        self.choose_kind(EntryKind.TOLD)

    def add(self) -> None:
        """Add the note, or say why not right above the words; they stay either way until it is added."""
        scene, text = self._scene, self.field.text()
        if scene is None:
            return
        if not has_a_word(text):
            self._refuse(Refused(_("Write at least one word.")))
            return
        kind = self.kinds.kind or EntryKind.DID
        if kind == EntryKind.TOLD and self.kinds.chosen is None:
            self._refuse(Refused(_("Did you tell the guest? Choose Told guest, or what else it is.")))
            return
        try:
            make = self._choices.command(text, kind, scene)
        except KnownError as error:
            self._refuse(error)
            return
        added = partial(self._on_added, scene.incident.incident_id, kind, text)
        command_id = self._choices.command_id
        self._acts.do(make, owner=self, command_id=command_id, then=added, refused=self._refuse)

    def _on_added(self, incident_id: IncidentId, kind: EntryKind, sent: str, outcome: Outcome) -> None:
        """Empty the field of what was sent; a second Enter sent the same act, and that was done before."""
        self._say_added(incident_id, kind, outcome)
        if self._scene is None or self._scene.incident.incident_id != incident_id:
            self.drafts.keeper(incident_id).drop()
            return
        if outcome.command_id != self._choices.command_id:
            return
        self.drafts.keeper(incident_id).drop()
        text = self.field.text()
        rest = text[len(sent) :].lstrip() if text.startswith(sent) else text
        self.refusal.hide()
        self._fill(rest, NoteChoices())
        self._keep()
        self._refresh()
        self.added.emit()

    def _say_added(self, incident_id: IncidentId, kind: EntryKind, outcome: Outcome) -> None:
        number = outcome.answer.get("entry")
        if outcome.was_done_before or not isinstance(number, int):
            return
        words = _("Told guest: the clock starts again.") if kind == EntryKind.TOLD else _("Note added.")
        take_back = partial(WithdrawNote, incident_id=incident_id, note=number, reason=_("Added by mistake"))
        self._acts.toast.emit(words, self._acts.undo_with(take_back))

    def _refuse(self, error: KnownError) -> None:
        self.refusal.show_words(error.say)
        self.refusal.show()
        self.field.setFocus()

    def _on_draft(self, incident_id: IncidentId, text: str, choices: NoteChoices) -> None:
        shown = self._scene is not None and self._scene.incident.incident_id == incident_id
        if shown and not self.field.text():
            self._fill(text, choices)
            self._refresh()

    def _fill(self, text: str, choices: NoteChoices) -> None:
        self._filling = True
        self._choices, self._named = choices, None
        self.kinds.choose(choices.kind)
        self.field.put(text)
        self._filling = False
        self._seen = self.field.text()
        self._read()

    def _on_text(self) -> None:
        text = self.field.text()
        if self._filling or text == self._seen:
            return
        self._seen = text
        self.refusal.hide()
        self._read()
        self._refresh()
        self._keep()

    def _read(self) -> None:
        """Guess the kind from the words; one named at the start ("saw:") is decided."""
        text = self.field.text()
        named = named_kind(text)
        kind = named.kind if named is not None else None
        if kind is not None and kind != self._named:
            self.kinds.choose(kind)
        elif kind is None and self._named is not None and self.kinds.chosen == self._named:
            self.kinds.choose(None)
        self._named = kind
        self._choices = replace(self._choices, kind=self.kinds.chosen)
        self.kinds.guess(guess_kind(text))

    def _on_decided(self, kind: EntryKind | None) -> None:
        self.refusal.hide()
        self._choices = replace(self._choices, kind=kind, knows=None)
        self._refresh()
        self._keep()
        self.field.setFocus()

    def _on_knows(self, checked: bool) -> None:
        knows = GuestKnows.KNOWS if checked else GuestKnows.UNTOLD
        self._choices = replace(self._choices, knows=knows)
        self._keep()

    def _on_choices(self, choices: NoteChoices) -> None:
        self.refusal.hide()
        self._choices = choices
        self._refresh()
        self._keep()

    def _keep(self) -> None:
        if self._scene is not None:
            keeper = self.drafts.keeper(self._scene.incident.incident_id)
            keeper.typed(self.field.text(), self._choices.to_json())

    def _refresh(self) -> None:
        scene = self._scene
        if scene is None:
            return
        text, kind = self.field.text(), self.kinds.kind
        told = kind == EntryKind.TOLD
        self.restarts.setVisible(told)
        self.knows.setVisible(kind is None or kind in FACT_KINDS)
        self.knows.setEnabled(kind is not None)
        knows = self._choices.knows or (start_state(kind, text, log_line=False) if kind is not None else None)
        self.knows.setChecked(knows == GuestKnows.KNOWS)
        self.field.setPlaceholderText(placeholder(self.kinds.chosen, scene.spoken_of))
        self.options.show_options(kind if text or self.kinds.chosen else None, self._choices, scene)
        if kind == EntryKind.COST:
            minor = self._choices.minor_amount(text, scene.currency)
            self.options.show_amount("" if minor is None else str(Money(minor=minor, currency=scene.currency)))
        self.vague.look_at(text if told else None)
        self.show_button(ready=has_a_word(text))
        happened = self._choices.happened_at
        self.show_when(_("now") if happened is None else scene.when(happened))

    def _ask_when(self) -> None:
        at = QRect(self.when.mapTo(self.window(), QPoint(0, 0)), self.when.size())
        self.when_asked.emit(self._choices.happened_at, at)

    def set_happened(self, happened_at: datetime | None) -> None:
        """Let the note have happened then; None is now."""
        self._on_choices(replace(self._choices, happened_at=happened_at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the draft when the field loses the keyboard; keep the time at the field's end."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep_now()
        elif event.type() == QEvent.Type.Resize:
            self.place_when()
        return False
