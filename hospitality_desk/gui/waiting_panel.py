"""What stands over the window while the house is changed for another: one sentence, and nothing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role


class WaitingPanel(QWidget):
    """Holds the keyboard meanwhile, so that nothing is typed into a house that is not open."""

    def __init__(self, around: Around, words: str) -> None:
        super().__init__()
        self.setObjectName("waiting_panel")
        scale = around.percent / 100
        self.words = QLabel(words, self)
        self.words.setObjectName("waiting_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.words.setFont(around.font(Role.BODY_MEDIUM))
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words.setAccessibleName(words)
        column = QVBoxLayout(self)
        pad = round(28 * scale)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(self.words)
