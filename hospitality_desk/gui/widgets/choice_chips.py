"""A few choices side by side, of which one holds: for settings, where a list would hide the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind

_ROOM_BESIDE = 32
"""A button's own padding and edges."""


class Choice(NamedTuple):
    """What it stands for, and what a person reads."""

    value: str
    words: str


class ChoiceChips(QWidget):
    """Tab reaches the chosen one, Left and Right choose another. `chosen` goes out only for another than before."""

    chosen = Signal(str)

    def __init__(self, around: Around, name: str, label: str, choices: Sequence[Choice], value: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._value, self._label = value, label
        self._bold = QFontMetrics(around.font(Role.BODY_BOLD))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QAbstractButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for choice in choices:
            button = Button(choice.words, ButtonKind.CHOICE, f"{name}_{choice.value}", self)
            button.setFont(around.font(Role.BODY))
            button.setCheckable(True)
            button.setChecked(choice.value == value)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setProperty("value", choice.value)
            self._group.addButton(button)
            self.buttons[choice.value] = button
            self.say(choice.value, choice.words)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)
        self._let_tab_reach()

    def say(self, value: str, words: str) -> None:
        """Say something else on a choice."""
        button = self.buttons[value]
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(f"{self._label}: {words}")
        button.setMinimumWidth(self._bold.horizontalAdvance(words) + _ROOM_BESIDE)  # the chosen one is bold

    @property
    def value(self) -> str:
        """Return what is chosen."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the one beside it with Left and Right."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        values = list(self.buttons)
        at = values.index(self._value) + step
        if 0 <= at < len(values):
            self.buttons[values[at]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.buttons[values[at]].click()

    def _on_clicked(self, button: QAbstractButton) -> None:
        value = str(button.property("value"))
        if value != self._value:
            self._value = value
            self._let_tab_reach()
            self.chosen.emit(value)

    def _let_tab_reach(self) -> None:
        for value, button in self.buttons.items():
            reached = value == self._value
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)
