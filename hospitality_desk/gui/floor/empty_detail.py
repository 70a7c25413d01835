"""What stands beside the list while no problem is chosen: one sentence, one action at most."""

from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.paragraph import Paragraph
from hospitality_desk.words import _


class Emptiness(Enum):
    """Why there is nothing to show."""

    NOT_OPEN_YET = auto()
    NOBODY_WAITING = auto()
    NONE_CHOSEN = auto()


class EmptyDetail(QWidget):
    """A sentence in the middle, and a button when nobody waits."""

    log_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_detail")
        self._theme = around.theme
        scale = around.percent / 100
        middle = Qt.AlignmentFlag.AlignHCenter
        self.words = Paragraph(
            around, "empty_words", Role.BODY, around.theme.text2, line=20, alignment=middle, parent=self
        )
        self.button = Button(_("Log a problem"), ButtonKind.MAIN, "empty_log_button", self)
        self.button.setFont(around.font(Role.BODY_BOLD))
        self.button.clicked.connect(self.log_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(round(32 * scale), 0, round(32 * scale), 0)
        column.setSpacing(round(20 * scale))
        column.addStretch(2)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_why(Emptiness.NOT_OPEN_YET)

    def show_why(self, why: Emptiness) -> None:
        """Show the words for this emptiness."""
        self.button.setVisible(why == Emptiness.NOBODY_WAITING)
        self.words.setText(
            {
                Emptiness.NOT_OPEN_YET: "",
                Emptiness.NOBODY_WAITING: _("Nobody is waiting. The next problem you log appears here."),
                Emptiness.NONE_CHOSEN: _("Choose a problem to see what happened and what comes next."),
            }[why]
        )

    def minimumSizeHint(self) -> QSize:
        """Return room for the narrowest window."""
        return QSize(self.button.sizeHint().width() + 64, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the detail pane."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.raised))
