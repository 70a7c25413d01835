"""One part of the settings: a title, and lines of a label, what can be chosen, and a word about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import delete

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.choice_chips import ChoiceChips
from hospitality_desk.gui.widgets.flow_layout import FlowLayout

LABEL_WIDTH = 168
_GAP = 8
_AS_WIDE_AS_IT_MAY = 1_000
"""The share of a control against the room behind it, which begins where the control's largest width ends."""


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
        self._label_width, self._gap = round(LABEL_WIDTH * scale), round(16 * scale)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(round(12 * scale))
        column.addLayout(self._lines)

    def begin(self) -> None:
        """See again what is true now; the page is about to be shown."""

    def add_line(self, label: str, control: QWidget) -> None:
        """Add a control behind its label; without words it stands under the control before."""
        if isinstance(control, ChoiceChips):
            let_wrap(control)
        words = plain_label(self.around, label, Role.BODY, self.around.theme.text2)
        words.setWordWrap(True)
        words.setBuddy(control)
        words.setFixedWidth(self._label_width)
        row = QHBoxLayout()
        row.setSpacing(self._gap)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(control, _AS_WIDE_AS_IT_MAY)
        row.addStretch(1)
        self._lines.addLayout(row)

    def add_words(self, words: str, name: str) -> QLabel:
        """Add a quiet sentence under the line before, and return it."""
        said = plain_label(self.around, words, Role.SMALL, self.around.theme.text3, name)
        said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(self._label_width + self._gap)
        row.addWidget(said, 1)
        self._lines.addLayout(row)
        return said

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline under the section."""
        line = QColor(self.around.theme.line)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


def let_wrap(control: QWidget) -> None:
    """Let what stands side by side in a control go on in a next row where the window is narrow."""
    row = control.layout()
    if row is None:
        return
    items = [row.itemAt(n) for n in range(row.count())]
    inside = [widget for item in items if item is not None and (widget := item.widget()) is not None]
    delete(row)  # what it placed stays; a widget takes no second layout
    flow = FlowLayout(_GAP, control)
    for each in inside:
        flow.addWidget(each)


def plain_label(around: Around, words: str, role: Role, color: str, name: str = "") -> QLabel:
    """Return words that are shown as they are."""
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(around.font(role))
    label.setStyleSheet(f"color: {color};")
    return label
