"""Puts the pages on paper: one at a time, so that the window stays alive and it can be given up."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from hospitality_desk.domain.stories.paper import Paper

DOTS = 300
"""An inch: what a reader can tell apart."""
_SHEETS = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def set_sheet(printer: QPrinter, paper: Paper) -> None:
    """Let the printer take this sheet whole: the margins are on our pages."""
    printer.setPageSize(QPageSize(_SHEETS[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setResolution(min(DOTS, max(printer.supportedResolutions() or [DOTS])))


class PrintRun(QObject):
    """Prints the pages the person chose in the dialog. It is gone after `finished`."""

    progress = Signal(int, int)
    finished = Signal(bool)
    """Whether all pages went out."""

    def __init__(self, printer: QPrinter, pdf: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("print_run")
        self._printer = printer
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._painter = QPainter()
        first, last = printer.fromPage() or 1, printer.toPage() or self._document.pageCount()
        self._left = list(range(first - 1, min(last, self._document.pageCount())))
        self._all, self._is_over = len(self._left), False
        self._timer = QTimer(self)
        self._timer.setObjectName("print_timer")
        self._timer.timeout.connect(self._print_next)

    def start(self) -> None:
        """Begin with the first page, once whoever asked has heard."""
        if not self._left or not self._painter.begin(self._printer):
            QTimer.singleShot(0, self, lambda: self._end(False))
            return
        self._timer.start(0)

    def cancel(self) -> None:
        """Print no further page; what the printer holds already it may put out."""
        self._printer.abort()
        self._end(False)

    def _print_next(self) -> None:
        page = self._left.pop(0)
        done = self._all - len(self._left)
        if done > 1 and not self._printer.newPage():
            self._end(False)
            return
        whole: QRect = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(whole, self._document.render(page, whole.size()))
        self.progress.emit(done, self._all)
        if not self._left:
            self._end(True)  # unless who heard of the last page has ended it

    def _end(self, went_well: bool) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()
        self._left = []
        self.finished.emit(went_well)
        self.deleteLater()
