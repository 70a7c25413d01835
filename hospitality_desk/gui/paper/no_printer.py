"""There is no printer on this PC: said kindly, with the other way to paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.signed_words import SignedWords
from hospitality_desk.words import _


class NoPrinter(QWidget):
    """Hidden until somebody prints in vain."""

    save_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("no_printer")
        self._theme, scale = around.theme, around.percent / 100
        self.says = SignedWords(around, "no_printer_says", "printer-outline", around.theme.text2, self)
        self.says.show_words(_("This PC knows no printer. Save the PDF, and print it from one that does."))
        self.save = Button(_("Save PDF"), ButtonKind.NEXT, "no_printer_save", self)
        self.save.clicked.connect(self.save_asked)
        self.save.clicked.connect(self.hide)
        close = Button(_("Close"), ButtonKind.QUIET, "no_printer_close", self)
        close.clicked.connect(self.hide)
        across = QHBoxLayout(self)
        across.setContentsMargins(round(20 * scale), round(8 * scale), round(16 * scale), round(8 * scale))
        across.setSpacing(round(8 * scale))
        across.addWidget(self.says, 1)
        across.addWidget(close)
        across.addWidget(self.save)
        self.hide()

    def begin(self) -> None:
        """Say it, with the keyboard on the other way."""
        self.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.says.words.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tint))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
