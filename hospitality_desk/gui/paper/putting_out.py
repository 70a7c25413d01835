"""Puts finished pages out: into a file where a person wants it, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.making import Tell
from hospitality_desk.gui.notices import Ways
from hospitality_desk.gui.paper.print_run import PrintRun, set_sheet
from hospitality_desk.gui.paper.sheets import FOLDER, folder_for
from hospitality_desk.gui.preferring import prefer
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Desk
    from hospitality_desk.desk.papers import MadePaper


class PuttingOut(QObject):
    """Its dialogs stand over the window. A file that cannot be written leaves the old one as it was."""

    told = Signal(str, object)
    """Words for a toast, and what can be done about them (`Ways`)."""
    no_printer = Signal()
    print_begun = Signal()
    printed = Signal(int, int)
    """The page that is out, and how many there are."""
    print_ended = Signal()

    def __init__(self, around: Around, page: QWidget) -> None:
        super().__init__(page)
        self._around, self._page = around, page
        self.printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames
        """What names this PC's printers; they are looked for when somebody prints."""
        self._run: PrintRun | None = None

    @property
    def is_printing(self) -> bool:
        """Tell whether pages are on their way to a printer."""
        return self._run is not None

    def save(self, made: MadePaper) -> None:
        """Ask where the file goes, and put it there."""
        folder = str(folder_for(self._around.bridge))
        dialog = QFileDialog(self._page, _("Save PDF"), folder, _("PDF files") + " (*.pdf)")
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(made.file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self.write, made))
        dialog.open()

    def write(self, made: MadePaper, name: str) -> None:
        """Put the file there; the folder is remembered for the next one."""
        path = Path(name)
        prefer(self._around.bridge, self, FOLDER, str(path.parent), lambda: None)

        def work(_desk: Desk, _tell: Tell) -> None:
            from hospitality_desk.desk.papers import write_paper  # on the lane: libraries that draw pages

            write_paper(path, made)

        self._around.bridge.make(work, owner=self, then=lambda _done: self._tell_saved(path))

    def print(self, made: MadePaper, paper: Paper) -> None:
        """Ask for the printer, and print; `no_printer` where this PC knows none."""
        if self._run is not None:
            return
        if not self.printers():
            self.no_printer.emit()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_sheet(printer, paper)
        printer.setDocName(Path(made.file_name).stem)
        dialog = QPrintDialog(printer, self._page)
        dialog.setObjectName("print_dialog")
        dialog.setMinMax(1, made.pages)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda *_printer: self.print_on(printer, made))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, made: MadePaper) -> None:
        """Put the pages on this printer."""
        self._run = PrintRun(printer, made.pdf, self)
        self._run.progress.connect(self.printed)
        self._run.finished.connect(self._on_end)
        self.print_begun.emit()
        self._run.start()

    def cancel(self) -> None:
        """Print no further page."""
        if self._run is not None:
            self._run.cancel()

    def _on_end(self, went_well: bool) -> None:
        self._run = None
        self.print_ended.emit()
        said = _("Printed.") if went_well else _("Printing was ended. Pages that are out already stay out.")
        self.told.emit(said, ())

    def _tell_saved(self, path: Path) -> None:
        ways: Ways = (
            (_("Open"), partial(self._open_file, path)),
            (_("Show in folder"), partial(self._open_file, path.parent)),
        )
        self.told.emit(_("Saved: {file}").format(file=path.name), ways)

    def _open_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._around.bridge.said.emit(_("Nothing here opens it. It is at {path}.").format(path=path))
