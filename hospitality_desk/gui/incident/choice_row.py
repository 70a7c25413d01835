"""Chips of which one is chosen, or none yet."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.chip import Chip
from hospitality_desk.gui.widgets.flow_layout import FlowLayout

Value = TypeVar("Value")


class ChoiceRow(QWidget, Generic[Value]):
    """`value` is what was chosen; a second tap takes it back."""

    changed = Signal()

    def __init__(self, around: Around, words: Mapping[Value, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.value: Value | None = None
        self._chips: dict[Value, Chip] = {}
        row = FlowLayout(8, self)
        for value, said in words.items():
            chip = Chip(around, said, f"{name}_{value}", check=False, parent=self)
            chip.clicked.connect(lambda _on=False, value=value: self._on_tap(value))
            self._chips[value] = chip
            row.addWidget(chip)

    def choose(self, value: Value | None) -> None:
        """Show this one as chosen."""
        self.value = value
        for each, chip in self._chips.items():
            chip.setChecked(each == value)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return the chips in the order the keyboard comes to them."""
        return tuple(self._chips.values())

    def _on_tap(self, value: Value) -> None:
        self.choose(None if self.value == value else value)
        self.changed.emit()
