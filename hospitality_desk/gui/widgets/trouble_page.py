"""What stands in the window while the house cannot be opened: why, and one way to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.words import _


class TroublePage(QWidget):
    """A sentence in the middle, and Try again."""

    try_again = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self._theme = around.theme
        title = QLabel(_("The desk is not open"), self)
        title.setObjectName("trouble_title")
        title.setFont(around.font(Role.TITLE))
        self.words = QLabel(self)
        self.words.setObjectName("trouble_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setWordWrap(True)
        self.words.setFont(around.font(Role.BODY))
        self.words.setStyleSheet(f"color: {around.theme.text2};")
        self.button = Button(_("Try again"), ButtonKind.MAIN, "try_again_button", self)
        self.button.setFont(around.font(Role.BODY_BOLD))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._on_clicked)
        scale = around.percent / 100
        held = QWidget(self)
        held.setMaximumWidth(round(560 * scale))
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(12 * scale))
        column.addStretch(2)
        for each in (title, self.words, self.button):
            column.addWidget(each)
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.setContentsMargins(32, 0, 32, 0)
        across.addWidget(held)

    def say(self, words: str) -> None:
        """Show why the house is not open."""
        self.words.setText(words)
        self.button.setEnabled(True)
        self.button.setText(_("Try again"))
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_clicked(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(_("Trying…"))
        self.try_again.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.surface))
