"""A button of one of our sorts: main, next, other, quiet, link, choice."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hospitality_desk.gui.widgets.enter_key import took_enter


class ButtonKind(StrEnum):
    """How much a button asks for: one main button a pane at most, and only when the step is due."""

    MAIN = "main"
    NEXT = "next"
    OTHER = "other"
    QUIET = "quiet"
    LINK = "link"
    CHOICE = "choice"
    """One of a few, of which the checked one holds."""


class Button(QPushButton):
    """A push button 44 px high. Its words are shown as they are: an ampersand is an ampersand."""

    def __init__(self, words: str, kind: ButtonKind, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setObjectName(name)
        self.setProperty("kind", kind.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)
