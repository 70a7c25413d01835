"""What they said when somebody was reached at last: asked in the task's own card."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.draft_trouble import DraftTrouble
from hospitality_desk.gui.incident.note_field import NoteField
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.station.station import Draft
from hospitality_desk.words import _


class ReachedForm(QWidget):
    """Enter logs it, with or without words; Esc closes it. What was typed is kept as a draft until it is logged."""

    entered = Signal(str)
    """What they said, as it was typed; no words where there is nothing to note."""
    closed = Signal()
    """It is about to go, and the keyboard with it if it is here."""

    def __init__(self, around: Around, incident_id: IncidentId, n: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"reached_form_{n}")
        self._around, self.name = around, f"reached:{incident_id}:{n}"
        self._keeper: DraftKeeper | None = None
        self._is_waiting = False
        question = WordsLabel(around, Role.BODY_BOLD, around.theme.text, f"reached_question_{n}", wrap=True)
        question.show_words(_("What did they say?"))
        self.field = NoteField(around, f"reached_words_{n}", parent=self)
        self.field.setAccessibleName(question.text())
        self.field.show_hint(_("Nothing to note? Enter."))
        self.refusal = WordsLabel(around, Role.SMALL, around.theme.text, f"reached_refusal_{n}", wrap=True, parent=self)
        self.refusal.hide()
        self._trouble = DraftTrouble(around, f"reached_trouble_{n}", self)
        close = Button(_("Close"), ButtonKind.QUIET, f"reached_close_{n}", self)
        log_it = Button(_("Log it"), ButtonKind.NEXT, f"reached_log_{n}", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (question, self.field, self.refusal, self._trouble):
            column.addWidget(each)
        buttons = FlowLayout(8)
        buttons.addWidget(log_it)
        buttons.addWidget(close)
        column.addLayout(buttons)
        close.clicked.connect(self.close_it)
        log_it.clicked.connect(self._on_entered)
        self.field.entered.connect(self._on_entered)
        self.field.textChanged.connect(self._remember)
        self.field.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it with the keyboard in its field, and what was typed before."""
        self._is_waiting = False
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._keeper is None:
            self._keeper = DraftKeeper(self._around.bridge, self.name, self)
            self._keeper.kept.connect(self._trouble.hide)
            self._keeper.not_kept.connect(self._trouble.show)
            self._keeper.load(partial(self._on_draft, self._keeper))

    def close_it(self) -> None:
        """Close it; the words are kept."""
        self.keep_now()
        self.closed.emit()
        self.hide()

    def keep_now(self) -> None:
        """Write the draft down at once."""
        if self._keeper is not None:
            self._keeper.keep_now()

    def let_go(self) -> None:
        """Let the draft be written by a keeper that outlives this form."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            for signal, slot in ((keeper.kept, self._trouble.hide), (keeper.not_kept, self._trouble.show)):
                signal.disconnect(slot)
            keeper.setParent(self._around.bridge)
            keeper.let_go()

    def forget(self) -> None:
        """Forget what was typed: it is logged."""
        if self._keeper is not None:
            self._keeper.drop()
        self.field.blockSignals(True)
        self.field.put("")
        self.field.blockSignals(False)
        self.closed.emit()
        self.hide()

    def say(self, error: KnownError) -> None:
        """Say why it was not logged; the words stay."""
        self._is_waiting = False
        self.refusal.show_words(error.say)
        self.refusal.show()

    def _on_entered(self) -> None:
        if not self._is_waiting:
            self._is_waiting = True
            self.entered.emit(self.field.text())

    def _on_draft(self, keeper: DraftKeeper, kept: Draft | None) -> None:
        """Bring the words back, before what was typed since."""
        if keeper is self._keeper and kept is not None:
            self.field.put(f"{kept.text} {self.field.text()}".strip())

    def _remember(self) -> None:
        self.refusal.hide()
        if self._keeper is not None:
            self._keeper.typed(self.field.text(), {})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Esc; keep the draft when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep_now()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return True
        return False
