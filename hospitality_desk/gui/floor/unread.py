"""A change from another stand counts as read when its problem has been open here for two seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.floor.model import IncidentModel

READ_AFTER_MS = 2_000


class Unread(QObject):
    """`shown` returns the problem that can be seen beside the list, or None."""

    def __init__(self, model: IncidentModel, shown: Callable[[], IncidentId | None], parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._shown = model, shown
        self._reading: IncidentId | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("unread_timer")
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._timer.timeout.connect(self._on_read)

    def look(self) -> None:
        """See which problem is open now: another one starts its two seconds anew."""
        shown = self._shown()
        if shown != self._reading:
            self._timer.stop()
        self._reading = shown
        if shown is not None and self._model.is_marked(shown) and not self._timer.isActive():
            self._timer.start()

    def _on_read(self) -> None:
        if self._reading is not None and self._reading == self._shown():
            self._model.read(self._reading)
