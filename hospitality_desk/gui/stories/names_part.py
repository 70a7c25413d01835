"""Names and numbers: what is undecided on top, what is decided below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hospitality_desk.commands.stories import DecideValue
from hospitality_desk.domain.stories.open_questions import OpenQuestion
from hospitality_desk.domain.stories.scenes import Decision
from hospitality_desk.domain.text import folded
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.stories.decided_row import DecidedRow
from hospitality_desk.gui.stories.question_card import QuestionCard
from hospitality_desk.gui.stories.story_acts import StoryActs
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.station.station import Draft

_FORM, _CHANGE = "form", "change"
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class NamesPart(QWidget):
    """Cards and rows are made anew when something is decided; a field that is open stays open."""

    finished = Signal()
    """The last name was decided by whoever had the keyboard here."""

    def __init__(self, around: Around, acts: StoryActs, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("names_part")
        self._around, self._acts, self._story_id = around, acts, now.story_id
        self._shown: tuple[tuple[OpenQuestion, ...], tuple[Decision, ...], bool, bool] | None = None
        self._is_asked = False
        self.cards: list[QuestionCard] = []
        self.rows: list[DecidedRow] = []
        self._keeper = DraftKeeper(around.bridge, f"story:{now.story_id}:deciding", self)
        self._rest = QTimer(self)
        self._rest.setObjectName("deciding_rest")
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._end_rest)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_now(self, now: StoryNow) -> None:
        """Show what is undecided and what is decided now."""
        wanted = (now.undecided, now.decisions if now.may_write else (), now.may_write, now.may_edit)
        if wanted == self._shown:
            return
        self._shown = wanted
        field = self._open_field()
        stood_on = next((row.decision.value for row in self.rows if row.pencil.hasFocus()), None)
        here = QApplication.focusWidget()
        had_keyboard = here is not None and self.isAncestorOf(here)
        for each in (*self.cards, *self.rows):
            each.hide()
            each.deleteLater()
        self.cards = [self._card(n, each, now.may_write) for n, each in enumerate(wanted[0], start=1)]
        self.rows = [self._row(n, each, now.may_edit) for n, each in enumerate(wanted[1], start=1)]
        for widget in (*self.cards, *self.rows):
            self._column.addWidget(widget)
        if field is not None:
            self._open(*field, take=had_keyboard)
        elif had_keyboard:
            self._go_on(stood_on)
        if now.may_write and not self._is_asked:
            self._is_asked = True
            self._keeper.load(self._on_draft)

    def let_go(self) -> None:
        """Put what is typed on the disk."""
        self._keeper.keep_now()

    @property
    def words_for_count(self) -> str:
        """Return how much is decided of what there is: "5 of 7 decided"."""
        undecided, decided = len(self.cards), len(self.rows)
        return _("{decided} of {all} decided").format(decided=decided, all=undecided + decided)

    def _card(self, n: int, question: OpenQuestion, may_write: bool) -> QuestionCard:
        card = QuestionCard(self._around, n, question, may_write=may_write)
        card.decided.connect(partial(self._decide_open, card))
        card.opened.connect(partial(self._on_opened, card))
        return card

    def _row(self, n: int, decision: Decision, may_write: bool) -> DecidedRow:
        row = DecidedRow(self._around, n, decision, may_write=may_write)
        row.decided.connect(partial(self._change, row))
        row.opened.connect(partial(self._on_row_opened, row))
        return row

    def _decide_open(self, card: QuestionCard, words: str | None, reason: str | None) -> None:
        self._decide(card.question.value, words, reason, card)

    def _change(self, row: DecidedRow, words: str) -> None:
        self._decide(row.decision.value, words, None, row)

    def _decide(self, value: str, words: str | None, reason: str | None, where: QuestionCard | DecidedRow) -> None:
        make = partial(DecideValue, story_id=self._story_id, value=value, replacement=words, reason=reason)
        if words is None:
            said = _("“{value}” stays.").format(value=value)
        elif words:
            said = _("“{value}” is now “{words}”.").format(value=value, words=words)
        else:
            said = _("“{value}” is removed.").format(value=value)

        def refused(error: KnownError) -> None:
            # Cards and rows may have been made anew meanwhile: it is said in the form of the same name.
            here = where if where in (*self.cards, *self.rows) else self._place_of(value)
            if here is None:
                self._around.bridge.said.emit(error.say)
                return
            if here.field is not None:
                self._end_rest()  # nothing moves, and the form is to be sent again
            here.say(error.say)
            sort = here.sort if isinstance(here, QuestionCard) else _CHANGE
            if here.field is not None:
                self._keep(value, sort, here.field.field.text())

        def done(is_changed: bool) -> None:
            here = self._place_of(value)
            if isinstance(here, DecidedRow) or (here is not None and not is_changed):
                here.wake()

        self._begin_rest()
        if self._acts.change(self._story_id, make, said, refused, done):
            self._keeper.drop()

    def _place_of(self, value: str) -> QuestionCard | DecidedRow | None:
        card = next((each for each in self.cards if folded(each.question.value) == folded(value)), None)
        row = next((each for each in self.rows if folded(each.decision.value) == folded(value)), None)
        return card or row

    def _begin_rest(self) -> None:
        self._rest.start(QApplication.doubleClickInterval())
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _end_rest(self) -> None:
        self._rest.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take no click that may be the second half of the one before: what is under the pointer is another by now."""
        if event.type() in _CLICKS and isinstance(watched, QWidget):
            pane = self.parentWidget() or self
            return pane.isAncestorOf(watched)
        return super().eventFilter(watched, event)

    def _on_opened(self, card: QuestionCard, sort: str) -> None:
        self._close_others(card)
        self._begin(card, sort)

    def _on_row_opened(self, row: DecidedRow, is_open: bool) -> None:
        self._close_others(row)
        self._begin(row, _CHANGE if is_open else "")

    def _close_others(self, but: QuestionCard | DecidedRow) -> None:
        for card in self.cards:
            if card is not but:
                card.close_field()
        for row in self.rows:
            if row is not but:
                row.close_field()

    def _begin(self, where: QuestionCard | DecidedRow, sort: str) -> None:
        if not sort or where.field is None:
            self._keeper.drop()
            return
        value = where.question.value if isinstance(where, QuestionCard) else where.decision.value
        where.field.typed.connect(lambda words: self._keep(value, sort, words))
        where.field.begin()

    def _keep(self, value: str, sort: str, words: str) -> None:
        self._keeper.typed(_FORM, {"value": value, "sort": sort, "words": words})

    def _open_field(self) -> tuple[str, str, str] | None:
        for card in self.cards:
            if card.field is not None:
                return card.question.value, card.sort, card.field.field.text()
        for row in self.rows:
            if row.field is not None:
                return row.decision.value, _CHANGE, row.field.field.text()
        return None

    def _open(self, value: str, sort: str, words: str, *, take: bool) -> None:
        """Open a field again where it stood, unless its value is decided by now."""
        where, here = self._place_of(value), QApplication.focusWidget()
        if isinstance(where, QuestionCard) and sort != _CHANGE:
            where.open(sort, words)
        elif isinstance(where, DecidedRow) and sort == _CHANGE:
            where.open(words)
        elif take:
            self._go_on()
        if not take and here is not None:
            here.setFocus()

    def _go_on(self, stood_on: str | None = None) -> None:
        """Let who decides by keys go on with the next one, or where they stood."""
        row = None if stood_on is None else self._place_of(stood_on)
        if isinstance(row, DecidedRow):
            row.pencil.setFocus()
        elif self.cards:
            self.cards[0].put_in.setFocus()
        else:
            self.finished.emit()

    def _on_draft(self, draft: Draft | None) -> None:
        if draft is None or self._open_field() is not None:
            return
        value, sort, words = (draft.choices.get(each) for each in ("value", "sort", "words"))
        if isinstance(value, str) and isinstance(sort, str) and isinstance(words, str):
            self._open(value, sort, words, take=False)
            self._keep(value, sort, words)
