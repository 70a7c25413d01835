"""Room around things, said from the reading side: Qt mirrors what stands in a layout, but not its margins."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget


def margins(widget: QWidget, start: int, top: int, end: int, bottom: int) -> QMargins:
    """Return the margins with `start` on the side where reading begins."""
    if widget.isRightToLeft():
        return QMargins(end, top, start, bottom)
    return QMargins(start, top, end, bottom)
