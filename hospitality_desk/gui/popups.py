"""Is anything open that a person is in the middle of: a panel, a small form, a menu."""

from PySide6.QtWidgets import QApplication, QWidget

from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.widgets.toast import Toast


def something_is_open(window: MainWindow) -> bool:
    """Tell whether anything but a toast lies over the screens of this window."""
    if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
        return True
    over = [child for child in window.children() if isinstance(child, QWidget) and child is not window.frame]
    return any(each.isVisible() and not isinstance(each, Toast) for each in over)
