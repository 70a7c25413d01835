"""Under the pages: that nobody was found on them, that all stories are released, and how many sheets they take."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.signed_words import SignedWords
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _, ngettext


class PaperFoot(QWidget):
    """Says only what was looked at: nothing of a draft."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_foot")
        self._theme, scale = around.theme, around.percent / 100
        accent = around.theme.accent
        self.clean = SignedWords(around, "paper_clean", "shield-check-outline", accent, self)
        self.released = SignedWords(around, "paper_released", "check", accent, self)
        self.sheets = WordsLabel(around, Role.BODY, around.theme.text2, "paper_sheets", wrap=True)
        self.sheets.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        across = QHBoxLayout(self)
        across.setContentsMargins(round(20 * scale), round(10 * scale), round(20 * scale), round(10 * scale))
        across.setSpacing(round(22 * scale))
        across.addWidget(self.clean, 5)
        across.addWidget(self.released, 4)
        across.addWidget(self.sheets, 4)
        self.setMinimumHeight(round(52 * scale))

    def show_made(self, pages: int, stories: int, why_not: str) -> None:
        """Say what was looked at; `why_not` is why it is only a draft."""
        if why_not:
            self.clean.show_words(why_not, "information-outline", self._theme.text2)
            self.released.show_words("")
        else:
            found = ngettext(
                "No names or numbers found on {n} page", "No names or numbers found on {n} pages", pages
            ).format(n=pages)  # fmt: skip
            self.clean.show_words(found, "shield-check-outline", self._theme.accent)
            all_out = ngettext("The story is released", "All {n} stories are released", stories).format(n=stories)
            self.released.show_words(all_out)
        count = ngettext("{n} page", "{n} pages", pages).format(n=pages)
        both = -(-pages // 2)
        sheets = ngettext("{n} sheet both sides", "{n} sheets both sides", both).format(n=both)
        self.sheets.show_words(_("{pages}, {sheets}").format(pages=count, sheets=sheets))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its upper edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line))
