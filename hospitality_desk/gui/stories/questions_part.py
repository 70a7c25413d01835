"""To talk about: the questions a story ends in, each edited where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.commands.stories import WriteQuestion
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.autosave import Autosave
from hospitality_desk.gui.stories.clash_line import ClashLine
from hospitality_desk.gui.stories.pane_head import PaneHead
from hospitality_desk.gui.stories.story_acts import StoryActs
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.growing_text import EDGE, PAD, GrowingText
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome
    from hospitality_desk.station.station import Draft

_FORM, _LEFT = "form", 16


class QuestionsPart(QWidget):
    """An emptied question goes. The last box is for another one; it is there while somebody wants it."""

    is_saving = Signal(object)

    def __init__(self, around: Around, acts: StoryActs, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questions_part")
        self._around, self._acts, self._now = around, acts, now
        self._scale = around.percent / 100
        self.boxes: list[GrowingText] = []
        self.savings: list[Autosave] = []
        self.head = PaneHead(around, "questions_head", _("To talk about"), line=False)
        self.plus = IconButton(around, "plus", _("Add a question"), "question_plus", around.theme.accent, self)
        self.plus.clicked.connect(self.ask)
        self.head.at_end.addWidget(self.plus)
        self.head.at_end.setContentsMargins(round(_LEFT * self._scale), 0, 0, 0)
        self._none = WordsLabel(around, Role.SMALL, around.theme.text3, "questions_none", wrap=True)
        self._none.show_words(_("What should colleagues talk about after reading it?"))
        self._none.setContentsMargins(round(_LEFT * self._scale), 0, 0, 0)
        self.another = self._box("question_new")
        self.another.setPlaceholderText(_("A question that has no one answer"))
        self.another.setAccessibleName(_("Another question"))
        self.another.typed.connect(self._on_typed)
        self.another.entered.connect(partial(self._send, True))
        self.another.left.connect(partial(self._send, False))
        self.another.hide()
        self._clash = ClashLine(around, "question_new", self)
        self._is_sending = False
        self._keeper = DraftKeeper(around.bridge, f"story:{now.story_id}:question:new", self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        left = round((_LEFT - EDGE - PAD) * self._scale)
        column.setContentsMargins(0, 0, round(8 * self._scale), round(10 * self._scale))
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._none)
        inner = QVBoxLayout()
        inner.setContentsMargins(left, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(self._rows)
        inner.addWidget(self.another)
        inner.addWidget(self._clash)
        column.addLayout(inner)
        self._is_asked = False

    def show_now(self, now: StoryNow) -> None:
        """Show the questions as they stand."""
        self._now = now
        questions = now.text.questions
        while len(self.boxes) > len(questions):
            box, saving = self.boxes.pop(), self.savings.pop()
            saving.deleteLater()
            box.hide()
            box.deleteLater()
        for n in range(len(self.boxes) + 1, len(questions) + 1):
            self._add(n)
        for box, saving, words in zip(self.boxes, self.savings, questions, strict=True):
            box.setReadOnly(not now.may_edit)
            saving.show(words, may_write=now.may_edit)
        self.plus.setVisible(now.may_edit)
        if now.may_edit and not self._is_asked:
            self._is_asked = True
            self._keeper.load(self._on_draft)
        self._none.setVisible(not questions and self.another.isHidden())

    def ask(self) -> None:
        """Open the box for another question."""
        self.another.show()
        self._none.hide()
        self.another.setFocus()

    def let_go(self) -> None:
        """Put what is typed on the disk, and send no more."""
        self._keeper.keep_now()
        self._is_sending = True

    def _box(self, name: str) -> GrowingText:
        return GrowingText(self._around, name, Role.BODY, line=20, one_line=True, parent=self)

    def _add(self, n: int) -> None:
        box = self._box(f"question_{n}")
        box.setAccessibleName(_("Question {n}").format(n=n))
        draft = f"story:{self._now.story_id}:question:{n}"
        saving = Autosave(self._around, self._acts.acts, draft, box, partial(self._make, n), box)
        box.typed.connect(saving.typed)
        box.left.connect(saving.write_now)
        box.entered.connect(saving.write_now)
        self.boxes.append(box)
        self.savings.append(saving)
        self._rows.addWidget(box)
        self.is_saving.emit(saving)

    def _make(self, n: int, words: str, was: str) -> partial[WriteQuestion]:
        return partial(WriteQuestion, story_id=self._now.story_id, n=n, text=words, seen=was)

    def _on_typed(self) -> None:
        words = self.another.text()
        self._keeper.typed(_FORM if words.strip() else "", {"words": words})

    def _send(self, goes_on: bool) -> None:
        words = self.another.text()
        if not words.strip():
            if not goes_on:
                self.another.hide()
                self._none.setVisible(not self.boxes)
            return
        if self._is_sending:
            return
        self._is_sending = True

        def done(_outcome: Outcome) -> None:
            self._is_sending = False
            self._clash.say("")
            self._keeper.drop()
            if self.another.text() == words:
                self.another.put("")
                self.another.setVisible(self.another.hasFocus())

        def refused(error: KnownError) -> None:
            self._is_sending = False
            self._clash.say(error.say)

        make = partial(WriteQuestion, story_id=self._now.story_id, text=words)
        if not self._acts.acts.do(make, owner=self, then=done, refused=refused):
            self._is_sending = False

    def _on_draft(self, draft: Draft | None) -> None:
        words = draft.choices.get("words") if draft is not None else None
        if isinstance(words, str) and not self.another.text():
            self.another.put(words)
            self.another.show()
            self._none.hide()
