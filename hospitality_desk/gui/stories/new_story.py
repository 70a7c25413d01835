"""A story that rests on no problem begins with its title, asked for where it will stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hospitality_desk.domain.text import LONGEST
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.station.station import Draft

DRAFT = "story:new"


class NewStory(QWidget):
    """Enter begins it, Esc closes the line and keeps the words."""

    begun = Signal(str)
    closed = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_story")
        scale = around.percent / 100
        self._keeper = DraftKeeper(around.bridge, DRAFT, self)
        self.field = QLineEdit(self)
        self.field.setObjectName("new_story_title")
        self.field.setFont(around.font(Role.WORDS_HEADER))
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(_("What is the story called?"))
        self.field.setAccessibleName(_("Title of the new story"))
        self.field.setFixedHeight(round(46 * scale))
        self.field.textEdited.connect(lambda words: self._keeper.typed(words if words.strip() else "", {}))
        self.field.returnPressed.connect(self._begin)
        self.go = Button(_("Begin"), ButtonKind.NEXT, "new_story_begin", self)
        self.go.clicked.connect(self._begin)
        close = Button(_("Close"), ButtonKind.QUIET, "new_story_close", self)
        close.clicked.connect(self.closed)
        self._refusal = WordsLabel(around, Role.SMALL, around.theme.text, "new_story_refusal", wrap=True)
        self._refusal.hide()
        across = QHBoxLayout()
        across.setSpacing(round(8 * scale))
        across.addWidget(self.field, 1)
        across.addWidget(self.go)
        across.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(6 * scale))
        column.addLayout(across)
        column.addWidget(self._refusal)
        self._keeper.load(self._on_draft)

    def begin(self) -> None:
        """Give the line the keyboard."""
        self.show()
        self.go.setEnabled(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say why it was not begun."""
        self.go.setEnabled(True)
        self._refusal.show_words(words)
        self._refusal.show()

    def done(self) -> None:
        """Forget the words: the story is begun."""
        self._keeper.drop()
        self.field.clear()
        self._refusal.hide()
        self.go.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        if self.go.isEnabled():
            self.go.setEnabled(False)
            self._refusal.hide()
            self.begun.emit(self.field.text())

    def _on_draft(self, draft: Draft | None) -> None:
        if draft is not None and not self.field.text():
            self.field.setText(draft.text)
