"""What stands beside the list while no problem is chosen: one sentence, one action at most."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.journey_line import JourneyLine
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.words import _


class Emptiness(Enum):
    """Why there is nothing to show."""

    NOT_OPEN_YET = auto()
    NEVER_LOGGED = auto()
    NOBODY_WAITING = auto()
    NONE_CHOSEN = auto()


class EmptyDetail(QWidget):
    """The first evening gets a picture, two sentences and a button; later one sentence is enough."""

    log_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_detail")
        self._theme = around.theme
        scale = around.percent / 100
        self.journey = JourneyLine(around, self)
        self.title = _label("empty_title", around, Role.TITLE, around.theme.text)
        self.words = _label("empty_words", around, Role.BODY, around.theme.text2)
        self.words.setWordWrap(True)
        self.button = Button(_("Log a problem"), ButtonKind.MAIN, "empty_log_button", self)
        self.button.setFont(around.font(Role.BODY_BOLD))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.log_asked)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(12 * scale))
        column.addStretch(2)
        column.addWidget(self.journey)
        column.addSpacing(round(24 * scale))
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(round(8 * scale))
        column.addWidget(self.button)
        column.addStretch(3)
        held = QWidget(self)
        held.setLayout(column)
        held.setMaximumWidth(round(636 * scale))
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        across = QHBoxLayout(self)
        across.setContentsMargins(round(32 * scale), 0, round(32 * scale), 0)
        across.addWidget(held)
        self.show_why(Emptiness.NOT_OPEN_YET)

    def show_why(self, why: Emptiness) -> None:
        """Show the words for this emptiness."""
        first = why == Emptiness.NEVER_LOGGED
        self.journey.setVisible(first)
        self.title.setVisible(first)
        self.title.setText(_("Log the first problem"))
        self.button.setVisible(why in (Emptiness.NEVER_LOGGED, Emptiness.NOBODY_WAITING))
        middle = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignHCenter
        self.words.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
        layout = self.button.parentWidget()
        inner = layout.layout() if layout is not None else None
        if inner is not None:
            inner.setAlignment(self.button, middle)
        self.words.setText(
            {
                Emptiness.NOT_OPEN_YET: "",
                Emptiness.NEVER_LOGGED: _(
                    "Write what the guest told you, in one line. Their clock starts, and everyone on the floor can see"
                    " who is on it."
                ),
                Emptiness.NOBODY_WAITING: _("Nobody is waiting. The next problem you log appears here."),
                Emptiness.NONE_CHOSEN: _("Choose a problem on the left to see what happened and what comes next."),
            }[why]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the detail pane."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.raised))


def _label(name: str, around: Around, role: Role, color: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(around.font(role))
    label.setStyleSheet(f"color: {color};")
    return label
