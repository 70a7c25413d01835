"""One sentence above everything that stays while it is true, with one way out at most."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.button import Button, ButtonKind


class Banner(QFrame):
    """A quiet bar 44 px high, without colour, above the screens."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._theme = around.theme
        self._act: Callable[[], None] | None = None
        self.setMinimumHeight(round(44 * around.percent / 100))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(44, 0, 12, 0)
        self.words = QLabel(self)
        self.words.setObjectName("banner_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setFont(around.font(Role.BODY))
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.words, 1)
        self.button = Button("", ButtonKind.LINK, "banner_button", self)
        self.button.clicked.connect(self._on_clicked)
        layout.addWidget(self.button)
        self.hide()

    def say(
        self, words: str, button: str | None = None, act: Callable[[], None] | None = None, *, aloud: bool = True
    ) -> None:
        """Show a sentence, with a button when there is something to do about it; `aloud` tells a screen reader."""
        self._act = act
        self.words.setText(words)
        self.button.setText((button or "").replace("&", "&&"))
        self.button.setVisible(act is not None)
        self.show()
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_clicked(self) -> None:
        if self._act is not None:
            self._act()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, its lower edge and its sign."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.sunken))
        painter.setPen(QColor(self._theme.line2))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        sign = self.rect()
        sign.setRect(16, self.height() // 2 - 9, 18, 18)
        paint_icon(painter, sign, "information-outline", self._theme.text2)
