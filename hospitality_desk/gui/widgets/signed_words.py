"""Words with a sign before them, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.words_label import WordsLabel

_ICON, _GAP = 18, 8


class SignedWords(QWidget):
    """The sign is decoration: the words say all of it."""

    def __init__(self, around: Around, name: str, picture: str, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._scale, self._picture, self._color = around.percent / 100, picture, color
        self.words = WordsLabel(around, Role.BODY, around.theme.text2, f"{name}_words", wrap=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(round((_ICON + _GAP) * self._scale), 0, 0, 0)
        across.addWidget(self.words, 1)

    def show_words(self, words: str, picture: str | None = None, color: str | None = None) -> None:
        """Say something else, perhaps under another sign; no words take it away."""
        self._picture, self._color = picture or self._picture, color or self._color
        self.words.show_words(words)
        self.setVisible(bool(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside the first line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(_ICON * self._scale)
        left = self.width() - side if self.isRightToLeft() else 0
        top = (self.height() - side) // 2
        paint_icon(painter, QRect(left, top, side, side), self._picture, self._color)
