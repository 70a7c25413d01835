"""The foot of the quick log: a hint or what is amiss, and the two ways to log."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.keyed_button import KeyedButton, Piece
from hospitality_desk.words import _


class Foot(QWidget):
    """One row. A sentence that something is amiss takes the hint's place until the next key."""

    log_asked = Signal(bool)
    """Log the line; True: and open it."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._says = QLabel(self)
        self._says.setObjectName("quick_log_says")
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        open_pieces = (Piece(_("Ctrl"), True), Piece(_("Enter"), True), Piece(_("log and open"), False))
        log_pieces = (Piece(_("Log it"), False), Piece(_("Enter"), True))
        self.log_and_open = KeyedButton(
            around, open_pieces, is_main=False, height=44, name="quick_log_open", parent=self
        )
        self.log_it = KeyedButton(around, log_pieces, is_main=True, height=52, name="quick_log_log", parent=self)
        self.log_and_open.clicked.connect(lambda: self.log_asked.emit(True))
        self.log_it.clicked.connect(lambda: self.log_asked.emit(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._says, 1)
        row.addSpacing(12)
        row.addWidget(self.log_and_open)
        row.addWidget(self.log_it)
        self.setMinimumHeight(self.log_it.sizeHint().height())
        self.say(None)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (self.log_it, self.log_and_open)

    @property
    def said(self) -> str:
        """Return the sentence that stands here."""
        return self._says.text()

    def say(self, sentence: str | None) -> None:
        """Say what is amiss, aloud too; None brings the hint back."""
        theme = self._around.theme
        self._says.setText(sentence or _("Only the line is needed. Tap a part to change it."))
        self._says.setFont(self._around.font(Role.BODY_BOLD if sentence else Role.SMALL))
        self._says.setStyleSheet(f"color: {theme.text if sentence else theme.text2}")
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._says, sentence))
