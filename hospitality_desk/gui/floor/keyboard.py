"""The keyboard is never nowhere on the Floor: the keys for the list act from the first row on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hospitality_desk.gui.widgets.overlay import Overlay


class Keyboard(QObject):
    """Looks when what had the keyboard has gone, and calls `take`, once whatever goes on at that moment is over.

    Whoever has the keyboard and can be seen keeps it, and so does a panel that lies over the window.
    """

    def __init__(self, floor: QWidget, take: Callable[[], None]) -> None:
        super().__init__(floor)
        self._floor, self._take = floor, take
        self._timer = QTimer(self)
        self._timer.setObjectName("keyboard_timer")
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def look(self) -> None:
        """See soon whether anything has the keyboard: what the Floor shows is something else now."""
        self._timer.start()

    def _on_focus(self, _before: QWidget | None, _here: QWidget | None) -> None:
        self._timer.start()  # only then is it seen whether that one is in sight: its panel may be closing

    def _on_look(self) -> None:
        window = self._floor.window()
        lies_over = any(each.isVisible() for each in window.findChildren(Overlay))
        if not self._floor.isVisible() or lies_over or QApplication.activePopupWidget() is not None:
            return
        if not _takes_keys(window.focusWidget()):
            self._take()


def _takes_keys(widget: QWidget | None) -> bool:
    """Qt hands the keyboard to whatever stands in the place of what went, also to something that takes no keys."""
    return widget is not None and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
