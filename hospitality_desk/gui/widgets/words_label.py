"""Words in a role's font and one of the theme's colours: plain text always, whatever a guest is called."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role


class WordsLabel(QLabel):
    """A label that never reads its words as HTML; `wrap` lets it take several lines."""

    def __init__(
        self, around: Around, role: Role, color: str, name: str, *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(around.font(role))
        self.setWordWrap(wrap)
        self.setStyleSheet(f"color: {color};")

    def show_words(self, words: str) -> None:
        """Show the words."""
        self.setText(words)
        self.setAccessibleName(words)
