"""What takes a while: how far it is, and a way to give it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_BAR = 6


class BusyPanel(QWidget):
    """Words, a bar, and Cancel. The bar moves by what is done, never by itself."""

    cancelled = Signal()

    def __init__(self, around: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        theme, scale = around.theme, around.percent / 100
        self.words = WordsLabel(around, Role.BODY_MEDIUM, theme.text, f"{name}_words", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(round(_BAR * scale))
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.line2}; border: none; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {theme.accentfill}; border-radius: 3px; }}"
        )
        self.cancel = Button(_("Cancel"), ButtonKind.OTHER, f"{name}_cancel", self)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cancel.clicked.connect(self.cancelled)
        held = QWidget(self)
        held.setMaximumWidth(round(420 * scale))
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(held)
        column.setSpacing(round(14 * scale))
        column.addStretch(1)
        for each in (self.words, self.bar):
            column.addWidget(each)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        across = QHBoxLayout(self)
        across.addWidget(held)

    def begin(self, words: str) -> None:
        """Begin anew."""
        self.words.show_words(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 100)
        self.bar.setValue(0)

    def show_progress(self, done: int, of: int) -> None:
        """Say how far it is."""
        self.bar.setValue(round(100 * done / max(1, of)))
