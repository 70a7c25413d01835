"""Our own mistakes: written down by number, and said to the person; nothing fails in silence."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import SIGNAL, QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from hospitality_desk.domain.ids import new_id
from hospitality_desk.words import _

log = logging.getLogger(__name__)

_SAID = SIGNAL("said(QString)")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Mishaps(QObject):
    """Hears of every exception nobody caught, on any thread.

    `said` carries the sentence for the person; while nobody listens, before there is a window, the terminal gets it.
    """

    said = Signal(str)

    def listen(self) -> None:
        """Take the place of Python's and Qt's own ways, which write to a terminal nobody reads."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._qt_before = qInstallMessageHandler(_on_qt_message)

    def stop(self) -> None:
        """Give the places back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._qt_before)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        digits = new_id()[:8]
        number = f"{digits[:4]}x{digits[4:]}"  # the log takes long rows of figures out, for they may be a phone number
        log.error("mishap %s", number, exc_info=(kind, error, trace))
        say = _("That did not work, and nothing was saved. Try again. In the log it is {number}.")
        if not self.receivers(_SAID):
            sys.stderr.write(say.format(number=number) + "\n")
        self.said.emit(say.format(number=number))

    def _on_thread_exception(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self._on_exception(failed.exc_type, failed.exc_value, failed.exc_traceback)


def _on_qt_message(sort: QtMsgType, context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(sort, logging.WARNING), "Qt %s: %s", context.category or "", message)
