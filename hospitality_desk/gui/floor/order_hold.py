"""No row moves under a hand: the order waits until the pointer has been still for three seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

HOLD_SECONDS = 3.0


class OrderHold(QObject):
    """Holds the order from each movement or touch in the list for three seconds; a pointer at rest holds nothing."""

    released = Signal()
    """Three seconds have passed since the last movement."""

    def __init__(self, parent: QObject, seconds: Callable[[], float]) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._until = float("-inf")
        self._timer = QTimer(self)
        self._timer.setObjectName("order_hold_timer")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def is_held(self) -> bool:
        """Tell whether somebody's hand is on the list."""
        return self._seconds() < self._until

    def seconds(self) -> float:
        """Return the time the hold goes by."""
        return self._seconds()

    def touched(self) -> None:
        """Hold from now on."""
        self._until = self._seconds() + HOLD_SECONDS
        if not self._timer.isActive():
            self._timer.start(round(HOLD_SECONDS * 1000))

    def look(self) -> None:
        """Release when the time has come, else look again when it will have."""
        left = self._until - self._seconds()
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
        else:
            self.released.emit()
