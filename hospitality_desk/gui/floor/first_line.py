"""The one field of the first evening."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class FirstLine(QLineEdit):
    """While it is empty, Ctrl+Z is not its own: what a toast speaks of can be taken back from here too."""

    def event(self, event: QEvent) -> bool:
        """Leave Undo to the window where there is nothing of the field's own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_for_window(event):
            event.ignore()
            return True
        return super().event(event)

    def _is_for_window(self, event: QKeyEvent) -> bool:
        return not self.text() and event.matches(QKeySequence.StandardKey.Undo)
