"""Larger and smaller text by a key: one step of the four sizes, kept for this stand."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.look import SIZES, TEXT_SIZE
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.preferring import prefer


class TextSize(QObject):
    """Prefers another size, and tells the window that it did."""

    def __init__(self, around: Around, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._window = around, window

    def step(self, step: int) -> None:
        """Take the next larger (1) or smaller (-1) size; the last one stays."""
        now = self._around.percent
        beside = [size for size in SIZES if (size - now) * step > 0]
        if beside:
            self._prefer(min(beside) if step > 0 else max(beside))

    def suit_the_window(self) -> None:
        """Take the size that suits the window, whatever it will be."""
        self._prefer(None)

    def _prefer(self, size: int | None) -> None:
        prefer(self._around.bridge, self, TEXT_SIZE, size, self._window.look_changed.emit)
