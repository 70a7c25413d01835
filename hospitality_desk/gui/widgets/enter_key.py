"""Enter presses a button that has the keyboard, as Space does; held down it presses once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def took_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click the button when the key is a plain Enter; False leaves the key to the button (Ctrl+Enter is a form's)."""
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True
