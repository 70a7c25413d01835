"""One part of the settings: a title, and lines of a label, what can be chosen, and a word about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role

LABEL_WIDTH = 168


class Section(QWidget):
    """A section adds its own lines; the page puts sections under each other and calls `begin` at each visit."""

    look_changed = Signal()
    """The station's preferences want another look, or other keys, from now on."""

    def __init__(self, around: Around, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.around = around
        scale = around.percent / 100
        column = QVBoxLayout(self)
        column.setContentsMargins(0, round(22 * scale), 0, round(24 * scale))
        column.setSpacing(round(14 * scale))
        column.addWidget(plain_label(around, title, Role.ROW_TITLE, around.theme.text, f"{name}_title"))
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(round(16 * scale))
        self._lines.setVerticalSpacing(round(12 * scale))
        self._lines.setColumnMinimumWidth(0, round(LABEL_WIDTH * scale))
        self._lines.setColumnStretch(1, 1)
        column.addLayout(self._lines)

    def begin(self) -> None:
        """See again what is true now; the page is about to be shown."""

    def add_line(self, label: str, control: QWidget) -> None:
        """Add a control behind its label."""
        row = self._lines.rowCount()
        words = plain_label(self.around, label, Role.BODY, self.around.theme.text2)
        words.setWordWrap(True)
        words.setBuddy(control)
        self._lines.addWidget(words, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines.addWidget(control, row, 1)

    def add_words(self, words: str, name: str) -> QLabel:
        """Add a quiet sentence under the lines, and return it."""
        said = plain_label(self.around, words, Role.SMALL, self.around.theme.text3, name)
        said.setWordWrap(True)
        said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._lines.addWidget(said, self._lines.rowCount(), 1)
        return said

    def add_whole(self, control: QWidget) -> None:
        """Add a control over the whole width."""
        self._lines.addWidget(control, self._lines.rowCount(), 0, 1, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline under the section."""
        line = QColor(self.around.theme.line)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


def plain_label(around: Around, words: str, role: Role, color: str, name: str = "") -> QLabel:
    """Return words that are shown as they are."""
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(around.font(role))
    label.setStyleSheet(f"color: {color};")
    return label
