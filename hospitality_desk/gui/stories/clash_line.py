"""Under a box: somebody else wrote here meanwhile. Both are kept until a person chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_MOST = 1_200
"""Characters shown of the other text; taken is all of it."""


class ClashLine(QWidget):
    """Hidden while nobody else has written; shows a refusal in the same place."""

    theirs_asked = Signal()
    mine_asked = Signal()

    def __init__(self, around: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_clash")
        self._theme = around.theme
        self._says = WordsLabel(around, Role.SMALL, around.theme.text, f"{name}_clash_says", wrap=True)
        self._theirs = WordsLabel(around, Role.WORDS, around.theme.text2, f"{name}_clash_theirs", wrap=True)
        self.take = Button(_("Take the other words"), ButtonKind.OTHER, f"{name}_take_theirs", self)
        self.take.clicked.connect(self.theirs_asked)
        self.keep = Button(_("Keep mine"), ButtonKind.NEXT, f"{name}_keep_mine", self)
        self.keep.clicked.connect(self.mine_asked)
        self._ways = QWidget(self)
        ways = FlowLayout(8, self._ways)
        ways.addWidget(self.keep)
        ways.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        for each in (self._says, self._theirs, self._ways):
            column.addWidget(each)
        self.hide()

    def show_theirs(self, words: str | None) -> None:
        """Offer the other words, or take the line away."""
        self._theirs.setVisible(words is not None)
        self._ways.setVisible(words is not None)
        if words is None:
            self.hide()
            return
        self._says.show_words(_("Somebody wrote here meanwhile. Yours stay in the box; theirs are:"))
        shown = words if len(words) <= _MOST else words[: _MOST - 1] + "…"
        self._theirs.show_words(shown or _("nothing"))
        self.show()

    def say(self, words: str) -> None:
        """Say why the words were not written; no words take the line away."""
        if self._ways.isHidden() or not self.isVisible():
            self._theirs.hide()
            self._ways.hide()
            self._says.show_words(words)
            self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint its ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.line2))
        painter.setBrush(QColor(self._theme.tint))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
