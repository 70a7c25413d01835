"""What a note of one kind may carry: what a Think rests on, what a Told tells and promises, what a Cost comes to."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from hospitality_desk.domain.entries import EntryKind, How
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident import option_taps, options_offered
from hospitality_desk.gui.incident.clock_field import ClockField
from hospitality_desk.gui.incident.names import how_name
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.chip import Chip
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.kinds import KIND_ICONS
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_FIRST_WORDS = 18
"""Characters of a note on its chip: two of one minute are told apart."""


class ComposerOptions(QWidget):
    """Shows the options of a kind; `changed` carries the NoteChoices after a tap or a key."""

    changed = Signal(object)
    taken = Signal()
    """A guess of ours was confirmed; the keyboard belongs in the note again."""
    guess_came = Signal(object)
    """The chip of a time that was read in the words appeared; it must be seen."""
    entered = Signal()
    """Enter was pressed in one of the promise's fields: the note is complete."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer_options")
        self._around = around
        self._flow = FlowLayout(8, self)
        self._choices = NoteChoices()
        self._shown: tuple[object, ...] = ()
        self._ticks: list[tuple[Chip, Callable[[NoteChoices], bool]]] = []
        self._amount: QLineEdit | None = None
        self._by: ClockField | None = None
        self._guess: Chip | None = None
        self._guessed = self._been_at = ""
        self._before: QWidget | None = None
        self.hide()

    def come_after(self, widget: QWidget) -> None:
        """Let Tab come here from this widget: what is made while the window stands would be its last stop."""
        self._before = widget

    def show_guess(self, words: str, typed: str) -> None:
        """Offer a time that was read in the words ("By 13:00") for the field of the promised time; no words: none."""
        if self._guess is None or self._by is None:
            return
        offered = typed if not self._by.text().strip() else ""
        self._guessed = offered
        self._been_at = self._been_at if offered else ""
        comes = bool(offered) and self._guess.isHidden()
        self._guess.setVisible(bool(offered))
        if comes:
            self.guess_came.emit(self._guess)
        if offered:
            self._guess.show_words(_("{words}, our guess").format(words=words))

    def took_keyboard(self) -> bool:
        """Go to the time that was read in the words, once; False where there is none, or somebody was there."""
        if self._guess is None or self._guess.isHidden() or self._been_at == self._guessed:
            return False
        self._been_at = self._guessed
        self._guess.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def show_options(self, kind: EntryKind | None, choices: NoteChoices, scene: Scene) -> None:
        """Show what this kind may carry, with what is chosen; nothing is made anew while nothing else is offered."""
        self._choices = choices
        offered = (
            kind,
            scene.incident.incident_id,
            options_offered.offered(kind, choices, scene),
            choices.entry_id,
            choices.how,
        )
        if offered != self._shown:
            self._shown = offered
            typing = self._typing()
            self._build(kind, scene)
            self._go_on_typing(*typing)
        self._tick()

    def show_amount(self, words: str) -> None:
        """Show the sum that was read from the words, while nobody typed one."""
        if self._amount is not None and self._choices.amount is None and self._amount.text() != words:
            self._amount.setText(words)

    def ask_time(self) -> None:
        """Go to the field of the promised time."""
        found = [each for each in self.findChildren(QLineEdit, "promise_by") if not each.isHidden()]
        if found:
            found[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _typing(self) -> tuple[str, int]:
        """Return the field somebody is typing in and where, so that news from elsewhere does not disturb them."""
        here = next((each for each in self.findChildren(QLineEdit) if each.hasFocus()), None)
        return ("", 0) if here is None else (here.objectName(), here.cursorPosition())

    def _go_on_typing(self, name: str, at: int) -> None:
        found = [each for each in self.findChildren(QLineEdit, name) if not each.isHidden()] if name else []
        if found:
            found[-1].setFocus()
            found[-1].setCursorPosition(at)

    def _build(self, kind: EntryKind | None, scene: Scene) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._ticks = []
        self._amount = self._by = self._guess = None
        match kind:
            case EntryKind.THINK:
                self._rests_on(scene)
            case EntryKind.DID:
                self._follows(scene)
                self._promises(scene, moves=False)
            case EntryKind.TOLD:
                self._tells(scene)
                self._promises(scene, moves=True)
                self._promise()
                self._how()
            case EntryKind.COST:
                self._cost(scene)
            case _other:
                pass
        self.setVisible(self._flow.count() > 0)
        self._order_stops()
        self.updateGeometry()

    def _order_stops(self) -> None:
        before = self._before
        for n in range(self._flow.count()):
            item = self._flow.itemAt(n)
            widget = item.widget() if item is not None else None
            if widget is None or before is None:
                continue
            inside: list[QWidget] = list(widget.findChildren(QLineEdit))
            for stop in inside or [widget]:
                if stop.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    QWidget.setTabOrder(before, stop)
                    before = stop

    def _rests_on(self, scene: Scene) -> None:
        cues = options_offered.cues(self._choices, scene)
        if not cues:
            self._caption(_("Rests on nothing yet"))
            return
        self._caption(_("Rests on"))
        for note in cues:
            self._note_chip(
                note, scene, f"rests_on_{note.n}",
                is_on=partial(option_taps.has_rests_on, note.n),
                tap=partial(option_taps.tap_rests_on, note.n),
            )  # fmt: skip

    def _follows(self, scene: Scene) -> None:
        thinks = options_offered.thinks(scene)
        if thinks:
            self._caption(_("Follows"))
        for note in thinks:
            self._note_chip(
                note, scene, f"follows_{note.n}",
                is_on=partial(option_taps.has_follows, note.n),
                tap=partial(option_taps.tap_follows, note.n),
            )  # fmt: skip

    def _tells(self, scene: Scene) -> None:
        notes = options_offered.tellable(self._choices, scene)
        if notes:
            self._caption(_("Tells"))
        for note in notes:
            self._note_chip(
                note, scene, f"tells_{note.n}",
                is_on=partial(option_taps.has_tells, note.n),
                tap=partial(option_taps.tap_tells, note.n),
            )  # fmt: skip

    def _promises(self, scene: Scene, *, moves: bool) -> None:
        for promise in options_offered.open_things(scene):
            words = _("Keeps “{what}”").format(what=_short(promise.what or ""))
            self._chip(
                words, f"keeps_{promise.n}", promise.what or "",
                is_on=partial(option_taps.has_keeps, promise.n),
                tap=partial(option_taps.tap_keeps, promise.n),
            )  # fmt: skip
            if moves:
                self._chip(
                    _("Moves it"), f"moves_{promise.n}", _("A new time for: {what}").format(what=promise.what),
                    is_on=partial(option_taps.has_moves, promise.n),
                    tap=partial(option_taps.tap_moves, promise.n),
                )  # fmt: skip

    def _promise(self) -> None:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        caption = WordsLabel(self._around, Role.SMALL, self._around.theme.text2, "option_caption")
        caption.show_words(_("Promise: by"))
        row.addWidget(caption)
        by = ClockField(self._around, "promise_by", _("The time promised"), self)
        by.setText(self._choices.promise_by)
        by.textEdited.connect(lambda words: self._change(replace(self._choices, promise_by=words)))
        what = QLineEdit(self._choices.promise_what, self)
        what.setObjectName("promise_what")
        what.setFont(self._around.font(Role.BODY))
        what.setAccessibleName(_("The thing promised"))
        what.setPlaceholderText(_("a word from us, or what"))
        what.setToolTip(_("What is promised by then; without it a word from us is"))
        what.setFixedWidth(self._px(200))
        what.textEdited.connect(lambda words: self._change(replace(self._choices, promise_what=words)))
        for field in (by, what):
            field.returnPressed.connect(self.entered)
            row.addWidget(field)
        self._flow.addWidget(group)
        self._by = by
        key = _("Tab, Enter")
        self._guess = Chip(
            self._around, "", "promise_guess", icon="flag-outline", key=key, check=False, parent=self
        )  # fmt: skip
        self._guess.setCheckable(False)
        self._guess.set_guess(True)
        self._guess.setAccessibleDescription(_("Promises it: a word from us by then"))
        self._guess.clicked.connect(self._take_guess)
        self._guess.hide()
        self._flow.addWidget(self._guess)

    def _take_guess(self) -> None:
        """Promise what was guessed: a person said so."""
        if self._by is not None and self._guess is not None:
            self._by.setText(self._guessed)
            self._guess.hide()
            self._change(replace(self._choices, promise_by=self._guessed))
            self.taken.emit()

    def _how(self) -> None:
        button = Button(how_name(self._choices.how), ButtonKind.QUIET, "told_how", self)
        button.setAccessibleName(_("How the guest was told: {how}").format(how=how_name(self._choices.how)))
        menu = QMenu(button)
        for how in How:
            action = QAction(how_name(how), menu)
            action.triggered.connect(lambda _on=False, how=how: self._change(replace(self._choices, how=how)))
            menu.addAction(action)
        button.setMenu(menu)
        self._flow.addWidget(button)

    def _cost(self, scene: Scene) -> None:
        self._caption(_("Comes to"))
        amount = QLineEdit(self._choices.amount or "", self)
        amount.setObjectName("cost_amount")
        amount.setFont(self._around.font(Role.BODY))
        amount.setAccessibleName(_("The sum in {currency}; nothing for a gesture without a price").format(
            currency=scene.currency))  # fmt: skip
        amount.setPlaceholderText(_("no price"))
        amount.setFixedWidth(self._px(110))
        amount.textEdited.connect(lambda words: self._change(replace(self._choices, amount=words)))
        self._amount = amount
        self._flow.addWidget(amount)
        self._caption(scene.currency)

    def _note_chip(
        self, note: Note, scene: Scene, name: str, *, is_on: Callable[[NoteChoices], bool],
        tap: Callable[[NoteChoices], NoteChoices],
    ) -> None:  # fmt: skip
        words = f"{scene.note_words(note)}  {_short(note.text, _FIRST_WORDS)}"
        self._chip(words, name, note.text, is_on=is_on, tap=tap, icon=KIND_ICONS[note.kind])

    def _chip(
        self, words: str, name: str, tip: str, *, is_on: Callable[[NoteChoices], bool],
        tap: Callable[[NoteChoices], NoteChoices], icon: str | None = None,
    ) -> None:  # fmt: skip
        chip = Chip(self._around, words, name, parent=self)
        chip.setToolTip(plain_tip(tip))
        chip.setAccessibleDescription(tip)
        chip.clicked.connect(lambda _on=False: self._change(tap(self._choices)))
        self._ticks.append((chip, is_on))
        self._flow.addWidget(chip)

    def _caption(self, words: str) -> None:
        caption = WordsLabel(self._around, Role.SMALL, self._around.theme.text2, "option_caption", parent=self)
        caption.show_words(words)
        self._flow.addWidget(caption)

    def _change(self, choices: NoteChoices) -> None:
        self._choices = choices
        self._tick()
        self.changed.emit(choices)

    def _tick(self) -> None:
        for chip, is_on in self._ticks:
            chip.setChecked(is_on(self._choices))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _short(words: str, most: int = 28) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
