"""Enter presses a button that has the keyboard, as Space does; held down it presses once. Arrows are the pane's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def took_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click the button when the key is a plain Enter; False leaves the key to the button (Ctrl+Enter is a form's).

    An arrow on a button that stands alone goes on to the pane it is in: Left is the way back to the list, where Qt
    would take it for the next button.
    """
    if event.key() in _ARROWS and button.group() is None:
        event.ignore()
        return True
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True
