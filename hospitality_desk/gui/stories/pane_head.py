"""The head of a pane: what it is, and a count at its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.words_label import WordsLabel

HEIGHT = 44


class PaneHead(QWidget):
    """A heading, a count, and a button after it where `at_end` takes one; a hairline below unless `line` is off."""

    def __init__(
        self, around: Around, name: str, words: str, *, line: bool = True, left: int = 16, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(name)
        theme, scale = around.theme, around.percent / 100
        self._theme, self._line = theme, line
        self.heading = WordsLabel(around, Role.BODY_BOLD, theme.text, f"{name}_words")
        self.heading.show_words(words)
        self.count = ElidedLabel(f"{name}_count", around.font(Role.SMALL), theme.text2)
        self.count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(round(HEIGHT * scale))
        self.at_end = QHBoxLayout(self)
        self.at_end.setContentsMargins(round(left * scale), 0, round(14 * scale), 0)
        self.at_end.setSpacing(round(8 * scale))
        self.at_end.addWidget(self.heading)
        self.at_end.addWidget(self.count, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline."""
        if self._line:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
