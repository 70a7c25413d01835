"""In place of the pages: why there are none, line by line, and the story in which it is to be mended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.paragraph import Paragraph
from hospitality_desk.gui.widgets.signed_words import SignedWords
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_WIDEST = 620


class RefusalPanel(QWidget):
    """Shows all of a refusal: nobody prints a pack while one line of it is open."""

    open_asked = Signal()
    again_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_refusal")
        self._around, scale = around, around.percent / 100
        self.heading = WordsLabel(around, Role.ROW_TITLE, around.theme.text, "paper_refusal_heading", wrap=True)
        self.heading.show_words(_("Nothing is printed"))
        self.says = Paragraph(around, "paper_refusal_says", Role.BODY, around.theme.text, line=22)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(round(8 * scale))
        self.open = Button(_("Open the story"), ButtonKind.NEXT, "open_refused_story", self)
        self.open.clicked.connect(self.open_asked)
        self.again = Button(_("Try again"), ButtonKind.QUIET, "paper_again", self)
        self.again.clicked.connect(self.again_asked)
        for button in (self.open, self.again):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ways = QHBoxLayout()
        ways.addWidget(self.open)
        ways.addWidget(self.again)
        ways.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(round(_WIDEST * scale))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, round(36 * scale), 0, round(24 * scale))
        column.setSpacing(round(14 * scale))
        column.addWidget(self.heading)
        column.addWidget(self.says)
        column.addLayout(self._lines)
        column.addLayout(ways)
        column.addStretch(1)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(round(28 * scale), 0, round(28 * scale), 0)
        across.addStretch(0)
        across.addWidget(inner, 1)
        across.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TallScroll("paper_refusal_area", middle, self))

    def show_reason(self, error: KnownError) -> None:
        """Show why, one line each where there are several."""
        missing = error.missing if isinstance(error, Refused) else ()
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.says.setText(_lead(error.say, missing))
        self.says.setAccessibleName(error.say)
        for words in missing:
            line = SignedWords(self._around, "paper_leak", "account-question-outline", self._around.theme.accent)
            line.show_words(words)
            self._lines.addWidget(line)
        self.open.setVisible(isinstance(error, Refused))
        self.again.setVisible(not missing)
        first = self.open if isinstance(error, Refused) else self.again
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _lead(say: str, missing: tuple[str, ...]) -> str:
    """Return the sentence without the list in it, which stands below line by line."""
    listed = "; ".join(missing)
    before, found, after = say.partition(listed) if listed else (say, "", "")
    rest = after.lstrip(". ")
    return f"{before.rstrip(' :.')}. {rest}".strip() if found else say
