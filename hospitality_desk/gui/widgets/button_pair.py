"""Two answers side by side, each as wide as the other; one below the other where their words need the room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hospitality_desk.gui.widgets.button import Button

_GAP, _BESIDE = 8, 36
"""Pixels between the two, and a button's own padding and edges."""


class ButtonPair(QWidget):
    """Takes the two buttons; the first stands first, and on top."""

    def __init__(self, first: Button, second: Button, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._first, self._second = first, second
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether they fit side by side."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide = max(each.fontMetrics().horizontalAdvance(each.text()) for each in (self._first, self._second))
        stacked = 2 * (wide + _BESIDE) + _GAP > self.width()
        self._grid.addWidget(self._first, 0, 0)
        self._grid.addWidget(self._second, int(stacked), int(not stacked))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(not stacked))
