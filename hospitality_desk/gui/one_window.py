"""One window a folder: a second start calls the first one forward, and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:  # read in after the first paint, where it is needed
    from PySide6.QtNetwork import QLocalServer

LOCK_FILE = "window.lock"
_PATIENCE_MS = 2_000


class OneWindow(QObject):
    """Held for as long as the window lives. A lock left behind by a killed window is taken over at once."""

    called = Signal()
    """Somebody started the desk again on this folder."""

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "hospitality-desk-" + hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:20]
        self._lock = QLockFile(str(data / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # a lock never grows stale by age, only by its owner's death
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Be the one window of this folder; False when there is one already."""
        if self._lock.tryLock(0):
            return True
        # A folder that cannot be written holds no other window; whoever writes there next says so in words.
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear calls from further starts; only after `take`."""
        from PySide6.QtNetwork import QLocalServer  # after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(self._name)

    def call_the_other(self) -> bool:
        """Call the window that is there forward; False when it does not hear."""
        from PySide6.QtNetwork import QLocalSocket  # only a second start needs it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(b"raise\n")
        heard = socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return heard

    def let_go(self) -> None:
        """Let the next start be the one window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_call(self) -> None:
        caller = self._server.nextPendingConnection() if self._server is not None else None
        if caller is not None:
            caller.disconnected.connect(caller.deleteLater)
            self.called.emit()
