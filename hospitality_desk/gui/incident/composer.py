"""Where a note is written: kind, words, what it carries, and Add."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from hospitality_desk.domain.entries import FACT_KINDS, EntryKind, GuestKnows
from hospitality_desk.domain.ids import CommandId, IncidentId
from hospitality_desk.domain.kind_guess import guess_kind, named_kind
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.domain.timeline import start_state
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.composer_parts import ComposerParts
from hospitality_desk.gui.incident.composer_words import check_words, placeholder
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.gui.incident.note_draft import NoteDraft
from hospitality_desk.gui.incident.note_sender import NoteSender
from hospitality_desk.gui.incident.promise_guess import guess_promise, typed_as
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _


class Composer(ComposerParts):
    """Adds notes to the problem that is shown. What is typed is kept as a draft of that problem, also on leaving it."""

    added = Signal()
    """A note is on the timeline now."""
    left = Signal()
    """Esc: the keyboard goes back to what happened; the words stay."""
    when_asked = Signal(object, QRect)
    """When it happened is to be asked for: the datetime so far (None: now), and the place in the window."""

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.scene: Scene | None = None
        self._choices = NoteChoices()
        self._named: EntryKind | None = None
        self._filling = False
        self._seen = ""
        self._draft_is_here = self._is_behind = False
        self._sent: tuple[CommandId, NoteChoices] | None = None
        self._sender = NoteSender(acts, self.add_button, self)
        self.drafts = NoteDraft(around, self)
        self._connect()

    def _connect(self) -> None:
        self.kinds.decided.connect(self._on_decided)
        self.knows.clicked.connect(self._on_knows)
        self.options.changed.connect(self._on_choices)
        self.options.entered.connect(self.add)
        self.options.taken.connect(self.field.setFocus)
        self.options.guess_came.connect(self._let_be_seen)
        self.options.come_after(self.knows)
        self.field.textChanged.connect(self._on_text)
        self.field.entered.connect(self.add)
        self.field.kind_key.connect(self.choose_kind)
        self.field.was_cut.connect(self.show_cut)
        self.field.grew.connect(self.place_when)
        self.field.installEventFilter(self)
        self.when.clicked.connect(self._ask_when)
        self.add_button.clicked.connect(self._on_add_tap)
        self._sender.taken_back.connect(self._on_taken_back)
        self._sender.added.connect(self._on_added)
        self._sender.refused.connect(self._on_refused)
        self.drafts.is_kept.connect(self.show_kept)
        self._around.acting.changed.connect(self._on_acting)

    def show_scene(self, scene: Scene, *, fresh: bool) -> None:
        """Show the problem's composer; `fresh` is another problem, whose own draft comes back."""
        if fresh:
            self.keep_now()
        self.scene = scene
        untold = {note.n for note in scene.untold}
        self._choices = replace(self._choices, tells=self._choices.tells & untold)  # kept back or told meanwhile
        if fresh:
            self._draft_is_here = self._is_behind = False
            self._fill("", NoteChoices())
            self.refusal.hide()
            self.drafts.load(scene.incident.incident_id, self._on_draft, self._on_done_before)
        self._refresh()

    def keep_now(self) -> None:
        """Write the draft down at once: the window loses the keyboard, closes or is ended."""
        self.drafts.keep_now()
        text = self.field.text()
        if self.scene is not None and text and not (self._draft_is_here or self._is_behind):
            self._is_behind = True
            self.drafts.put_behind(self.scene.incident.incident_id, text, self._choices)

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind and go to the field."""
        self.kinds.choose(kind)
        self._on_decided(kind)

    def tell(self, notes: frozenset[int] | None = None) -> None:
        """Open as Told guest with these untold notes ticked; None ticks all of them."""
        if self.scene is None:
            return
        told = notes if notes is not None else frozenset(note.n for note in self.scene.untold)
        self._choices = replace(self._choices, tells=self._choices.tells | told)
        self.choose_kind(EntryKind.TOLD)

    def keep(self, promise: int) -> None:
        """Open as Did that keeps this promise."""
        self._choices = replace(self._choices, keeps=promise, moves=None)
        self.choose_kind(EntryKind.DID)

    def promise(self, moves: int | None = None) -> None:
        """Open as Told guest at the time that is promised; `moves` is the promise whose new time it is."""
        self._choices = replace(self._choices, moves=moves, keeps=None if moves else self._choices.keeps)
        self.choose_kind(EntryKind.TOLD)
        self.options.ask_time()

    def cost(self, words: str, amount: str) -> None:
        """Open as Cost of this sum; `words` stand there only where nothing is typed yet. A person adds it."""
        self._choices = replace(self._choices, amount=amount)
        if not self.field.text():
            self.field.put(words)
        self.choose_kind(EntryKind.COST)

    def add(self) -> None:
        """Add the note, or say why not right above the words; they stay either way until it is added."""
        scene, text = self.scene, self.field.text()
        if scene is None:
            return
        kind = self.kinds.kind or EntryKind.DID
        try:
            check_words(text, kind, self.kinds.chosen)
            make = self._choices.command(text, kind, scene)
        except KnownError as error:
            self._show_refusal(error, take_keyboard=True)
            return
        self._choices = replace(self._choices, sent=self._choices.sent or text)
        self._keep()
        self._sent = (self._choices.command_id, self._choices)
        self._sender.send(make, scene.incident.incident_id, kind, text, self._choices.command_id)

    def _on_acting(self) -> None:
        """Let a refusal go once somebody acts: who that is may be what was missing."""
        if self._around.acting.person_id is not None:
            self.refusal.hide()

    def _on_add_tap(self) -> None:
        """Add, and let the next word be typed at once."""
        self.field.setFocus()
        self.add()

    def _on_taken_back(self, incident_id: IncidentId, command_id: CommandId, text: str) -> None:
        """Bring the words of a note back that was undone, into an empty line: they were meant some other way."""
        if self._shows(incident_id) and self._draft_is_here and not self.field.text():
            sent_id, choices = self._sent or (None, NoteChoices())
            self._fill(text, choices.again() if sent_id == command_id else NoteChoices())
            self._keep()
            self._refresh()

    def _on_added(self, incident_id: IncidentId, command_id: CommandId, saved: str | None) -> None:
        """Empty the field of what was sent; a second Enter sent the same act, and that was done before."""
        if not self._shows(incident_id):
            self.drafts.take_out(incident_id, command_id, saved)
        elif command_id == self._choices.command_id:
            self._take_out(saved)
            self.added.emit()

    def _on_refused(self, incident_id: IncidentId, command_id: CommandId, error: KnownError) -> None:
        """Say why not where the note was written; the keyboard stays with whoever has it by now."""
        if command_id == self._choices.command_id and isinstance(error, Refused):
            self._choices = replace(self._choices, sent=None)  # the store did not take it, that is sure
            self._keep()
        if self._shows(incident_id) and self.isVisible():
            focus = QApplication.focusWidget()
            self._show_refusal(error, take_keyboard=focus is not None and self.isAncestorOf(focus))
        else:
            self._around.bridge.said.emit(error.say)

    def _show_refusal(self, error: KnownError, *, take_keyboard: bool) -> None:
        self.refusal.show_words(error.say)
        self.refusal.show()
        if take_keyboard:
            self.field.setFocus()

    def _shows(self, incident_id: IncidentId) -> bool:
        return self.scene is not None and self.scene.incident.incident_id == incident_id

    def _take_out(self, saved: str | None) -> None:
        """Let the words go that are saved; what was typed after them is another note."""
        self.refusal.hide()
        self._fill(*self._choices.after(self.field.text(), saved))
        self._keep()
        self.drafts.keep_now()
        self._refresh()

    def _on_draft(self, text: str, draft: NoteChoices) -> None:
        self._draft_is_here = True
        if text:
            self._fill(*draft.with_typed(text, self.field.text(), self._choices))
        self._refresh()
        if self.field.text():  # one that could not be read is left where it is
            self._keep()

    def _on_done_before(self, command_id: CommandId, done_at: datetime) -> None:
        if command_id == self._choices.command_id:
            self._take_out(None)
            saved = time_words(done_at, self._around.bridge.house.zone)
            self._around.bridge.said.emit(_("Saved {time}.").format(time=saved))

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
        self._choices = replace(self._choices, knows=GuestKnows.KNOWS if checked else GuestKnows.UNTOLD)
        self._keep()

    def _on_choices(self, choices: NoteChoices) -> None:
        self.refusal.hide()
        self._choices = choices
        self._refresh()
        self._keep()

    def _keep(self) -> None:
        """Keep the draft; before the one on the disk was read there is nothing to put in its place."""
        if self.scene is not None and self._draft_is_here:
            self.drafts.typed(self.scene.incident.incident_id, self.field.text(), self._choices)

    def _refresh(self) -> None:
        scene = self.scene
        if scene is None:
            return
        text, kind = self.field.text(), self.kinds.kind
        told = kind == EntryKind.TOLD
        self.restarts.setVisible(told)
        self.knows.setVisible(kind is None or kind in FACT_KINDS)
        self.knows.setEnabled(kind is not None)
        knows = self._choices.knows or (start_state(kind, text, log_line=False) if kind is not None else None)
        self.knows.setChecked(knows == GuestKnows.KNOWS)
        self.field.show_hint(placeholder(self.kinds.chosen, scene.spoken_of))
        self.options.show_options(kind if text or self.kinds.chosen else None, self._choices, scene)
        if kind == EntryKind.COST:
            minor = self._choices.minor_amount(text, scene.currency)
            self.options.show_amount("" if minor is None else str(Money(minor=minor, currency=scene.currency)))
        self.vague.look_at(text if told else None)
        self._offer_promise(text if told else "", scene)
        self.show_button(ready=has_a_word(text))
        tells = len(self._choices.tells) if told else 0
        self._sender.show_words(_("Add note, tells {n}").format(n=tells) if tells else _("Add note"))
        self.show_when(scene.when(self._choices.happened_at) if self._choices.happened_at else _("now"))

    def _offer_promise(self, text: str, scene: Scene) -> None:
        """Offer the time that the words promise; a person decides whether it is one."""
        by = guess_promise(text, scene.now, scene.zone) if text and not self._choices.promise_by.strip() else None
        if by is None:
            self.options.show_guess("", "")
        else:
            words = _("By {time}").format(time=scene.when(by))
            self.options.show_guess(words, typed_as(by, scene.now, scene.zone))

    def _let_be_seen(self, chip: QWidget) -> None:
        """Scroll the options to a chip once they have their new height."""
        QTimer.singleShot(0, chip, lambda: self._options_scroll.ensureWidgetVisible(chip, 0, 0))

    def _ask_when(self) -> None:
        at = QRect(self.when.mapTo(self.window(), QPoint(0, 0)), self.when.size())
        self.when_asked.emit(self._choices.happened_at, at)

    def set_happened(self, happened_at: datetime | None) -> None:
        """Let it have happened then; None is now."""
        self._on_choices(replace(self._choices, happened_at=happened_at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the draft when the field loses the keyboard; Esc leaves it; keep the time at the field's end."""
        if event.type() == QEvent.Type.FocusOut:
            self.drafts.keep_now()
        elif event.type() == QEvent.Type.Resize:
            self.place_when()
        elif isinstance(event, QKeyEvent):
            return self._is_not_the_fields(event)
        return False

    def _is_not_the_fields(self, event: QKeyEvent) -> bool:
        """Take Esc, let Tab come by a promise that was read, leave Ctrl+Z in an empty line to the toast's Undo."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            return self.options.took_keyboard()
        asks_undo = event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo)
        if asks_undo and not self.field.text():
            event.ignore()
            return True
        return False
