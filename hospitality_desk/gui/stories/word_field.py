"""A small field that opens where a decision is made: for other words, or for the reason why something may stay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hospitality_desk.domain.text import LONGEST
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _


class WordField(QWidget):
    """Enter sends it, Esc closes it and keeps nothing; a refusal is said under it and the words stay."""

    sent = Signal(str)
    closed = Signal()
    typed = Signal(str)

    def __init__(self, around: Around, caption: str, send: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("word_field")
        self.field = QLineEdit(words, self)
        self.field.setObjectName("deciding_words")
        self.field.setFont(around.font(Role.BODY))
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(caption)
        self.field.setFixedHeight(round(44 * around.percent / 100))
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(self._send)
        label = WordsLabel(around, Role.CAPTION, around.theme.text2, "deciding_caption", wrap=True)
        label.show_words(caption)
        label.setBuddy(self.field)
        self._refusal = WordsLabel(around, Role.SMALL, around.theme.text, "deciding_refusal", wrap=True)
        self._refusal.hide()
        self._button = Button(send, ButtonKind.NEXT, "deciding_send", self)
        self._button.clicked.connect(self._send)
        close = Button(_("Close"), ButtonKind.QUIET, "deciding_close", self)
        close.clicked.connect(self.closed)
        ways = QWidget(self)
        flow = FlowLayout(8, ways)
        flow.addWidget(self._button)
        flow.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (label, self.field, self._refusal, ways):
            column.addWidget(each)

    def begin(self) -> None:
        """Give it the keyboard."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def say(self, words: str) -> None:
        """Say why it was not taken."""
        self._button.setEnabled(True)
        self._refusal.show_words(words)
        self._refusal.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        if self._button.isEnabled():
            self._button.setEnabled(False)
            self.sent.emit(self.field.text())
