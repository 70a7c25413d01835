"""The system asks the window to end: Ctrl+C, a stopped service, a session that closes."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKS_TO_END = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class SystemSignals(QObject):
    """Python's own handlers do not run while Qt waits for events; a woken socket does."""

    end_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hear, self._tell = socket.socketpair()
        self._hear.setblocking(False)
        self._tell.setblocking(False)
        self._notifier = QSocketNotifier(self._hear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(self._tell.fileno(), warn_on_full_buffer=False)
        for number in _ASKS_TO_END:
            signal.signal(number, _only_wake)

    def _on_woken(self) -> None:
        try:
            numbers = self._hear.recv(64)
        except BlockingIOError:
            return
        if any(number in _ASKS_TO_END for number in numbers):
            self.end_asked.emit()

    def stop(self) -> None:
        """Go deaf, at the very end."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._hear.close()
        self._tell.close()


def _only_wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that there is a handler makes Python write to the socket."""
