"""A few fields in a popover: how a value, a reason or a time is asked for, where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.domain.text import LONGEST
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.clock_field import ClockField
from hospitality_desk.gui.incident.note_field import NoteField
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.chip import Chip
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.popover import Popover
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _


class FieldSort(StrEnum):
    """What a field takes."""

    LINE = "line"
    WORDS = "words"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its name for the code, its caption for the person."""

    name: str
    caption: str
    sort: FieldSort = FieldSort.LINE
    value: str = ""
    hint: str = ""


Save = Callable[[dict[str, str], "FieldEditor"], None]


class FieldEditor(Popover):
    """Asks for some fields. `save` gets their texts and the editor: it calls `close_over`, or `say` with a reason.

    Between `wait` and one of these two nothing is saved again. A reason that comes after it was closed is said by the
    bridge.
    """

    edited = Signal()
    """A person changed a text."""

    def __init__(
        self,
        around: Around,
        window: QWidget,
        title: str,
        fields: tuple[Field, ...],
        save: Save,
        *,
        save_words: str | None = None,
        width: int = 340,
    ) -> None:
        super().__init__(around, window, "field_editor", width=width)
        self._bridge = around.bridge
        self._save = save
        self.act = OneAct()
        self._inputs: dict[str, QLineEdit | NoteField] = {}
        self._last_stop: QWidget = self
        heading = WordsLabel(around, Role.BODY_BOLD, around.theme.text, "editor_title", wrap=True)
        heading.show_words(title)
        self.setAccessibleName(title)
        self.inside.addWidget(heading)
        for field in fields:
            self._add(around, field)
        self._refusal = WordsLabel(around, Role.SMALL, around.theme.text, "editor_refusal", wrap=True)
        self._refusal.hide()
        self._answers: list[Chip] = []
        self._line_above = self._last_stop
        self._offered = QVBoxLayout()
        self._offered.setSpacing(8)
        self.inside.addLayout(self._offered)
        self.inside.addWidget(self._refusal)
        self.inside.addLayout(self._buttons(save_words or _("Save")))

    def _add(self, around: Around, field: Field) -> None:
        if field.caption:
            caption = WordsLabel(around, Role.CAPTION, around.theme.text2, f"editor_{field.name}_caption")
            caption.show_words(field.caption)
            self.inside.addWidget(caption)
        made = self._input(around, field)
        made.installEventFilter(self)
        made.textChanged.connect(self.edited)
        self._inputs[field.name] = made
        self._last_stop = made
        self.inside.addWidget(made)

    def _input(self, around: Around, field: Field) -> QLineEdit | NoteField:
        spoken, name = field.caption or field.name, f"editor_{field.name}"
        if field.sort == FieldSort.WORDS:
            words = NoteField(around, name, most_lines=5)
            words.setAccessibleName(spoken)
            words.show_hint(field.hint)
            words.put(field.value)
            words.entered.connect(self._on_save)
            words.grew.connect(self.place)
            return words
        if field.sort == FieldSort.TIME:
            clock = ClockField(around, name, spoken, self)
            clock.setText(field.value)
            return clock
        line = QLineEdit(field.value, self)
        line.setObjectName(name)
        line.setFont(around.font(Role.BODY))
        line.setAccessibleName(spoken)
        line.setPlaceholderText(field.hint)
        line.setMaxLength(LONGEST)
        return line

    def _buttons(self, save_words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        close = Button(_("Close"), ButtonKind.QUIET, "editor_close", self)
        close.clicked.connect(self.close_over)
        self._save_button = Button(save_words, ButtonKind.NEXT, "editor_save", self)
        self._save_button.clicked.connect(self._on_save)
        row.addWidget(close)
        row.addWidget(self._save_button)
        return row

    def open_at(self, anchor: QRect) -> None:
        """Show it with the keyboard in its first field, or on its answer where it has none."""
        super().open_at(anchor)
        first = next(iter(self._inputs.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
            first.selectAll()
        else:  # only a question
            self._save_button.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def texts(self) -> dict[str, str]:
        """Return what the fields hold."""
        return {name: made.text() for name, made in self._inputs.items()}

    def offer(self, words: str, name: str, act: Callable[[], None]) -> None:
        """Offer one answer more that takes a tap, or Enter on it, in place of typing."""
        chip = Chip(self._around, words, name, check=False, parent=self)
        chip.setCheckable(False)
        chip.setToolTip(plain_tip(words))
        chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(lambda: act())
        QWidget.setTabOrder(self._last_stop, chip)
        self._last_stop = chip
        chip.installEventFilter(self)
        self._answers.append(chip)
        self._offered.addWidget(chip)
        chip.show()
        self.place()

    def put(self, texts: Mapping[str, object]) -> None:
        """Put texts that were typed before back into their fields."""
        for name, made in self._inputs.items():
            words = texts.get(name)
            if isinstance(words, str):
                made.put(words) if isinstance(made, NoteField) else made.setText(words)

    def wait(self) -> None:
        """Take no second Save while the first is under way."""
        self._save_button.setEnabled(False)

    def say(self, error: KnownError) -> None:
        """Show why it was not saved; what was typed stays."""
        self._save_button.setEnabled(True)
        if not self.isVisible():
            self._bridge.said.emit(error.say)
            return
        self._refusal.show_words(error.say)
        self._refusal.show()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Enter in a line; Down goes to what is offered below, and on, and Up back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._went_along(watched, event):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self._on_save()
                return True
        return False

    def _went_along(self, watched: QObject, event: QKeyEvent) -> bool:
        """Go from the line to the answers that are offered, or from one to the next."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._answers or not isinstance(watched, QLineEdit | Chip):
            return False
        along = [watched if isinstance(watched, QLineEdit) else self._line_above, *self._answers]
        at = along.index(watched) + step
        if 0 <= at < len(along):
            along[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_save(self) -> None:
        if self._save_button.isEnabled():
            self._save(self.texts, self)
