"""The first evening: the idea in one line, one field to log, and a house to look around in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.first_line import FirstLine
from hospitality_desk.gui.floor.journey_line import JourneyLine
from hospitality_desk.gui.floor.sample_offer import SampleOffer
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.keyed_button import KeyedButton, Piece
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.gui.widgets.paragraph import Paragraph
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _

WIDTH = 636
_FIELD_HEIGHT = 60
_WORDS_WIDTH, _HANG = 570, 6
"""How wide the words run, and how far the picture hangs out on either side, in pixels at 100 %."""
_SOON = timedelta(minutes=15)


class FirstRun(QWidget):
    """What is typed into the field goes on in the quick log from the first letter: there is one way to log."""

    log_asked = Signal(str)
    """What has been typed so far, which may be nothing; the field is empty again."""
    sample_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_run")
        self._around, self._scale = around, around.percent / 100
        self.journey = JourneyLine(around, self)
        self.title = self._label(_("Log the first problem"), "first_title", Role.FIRST_TITLE, around.theme.text)
        words = _(
            "Write what the guest told you, in one line. Their clock starts, and everyone on the floor can see"
            " who is on it."
        )
        self.words = Paragraph(around, "first_words", Role.LEAD, around.theme.text2, line=24, parent=self)
        self.words.setText(words)
        self.words.setMaximumWidth(self._px(_WORDS_WIDTH))
        self.field = self._make_field()
        pieces = (Piece(_("Log it"), is_key=False), Piece(_("Enter"), is_key=True))
        self.button = KeyedButton(
            around, pieces, is_main=True, height=_FIELD_HEIGHT, name="first_log_button", parent=self,
            role=Role.FIRST_BUTTON,
        )  # fmt: skip
        self.button.setMinimumWidth(self._px(143))
        self.button.clicked.connect(self._hand_over)
        self.sample = SampleOffer(around, self)
        self.sample.asked.connect(self.sample_asked)
        self._lay_out()

    def _make_field(self) -> FirstLine:
        field = FirstLine(self)
        field.setObjectName("first_line")
        field.setFont(self._around.font(Role.FIRST_LINE))
        field.setPlaceholderText(_("t12 left her purse in a taxi"))
        field.setAccessibleName(_("Log the first problem, in one line"))
        field.setFixedHeight(self._px(_FIELD_HEIGHT))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setMinimumWidth(self._px(160))
        field.setTextMargins(2, 0, 0, 0)
        field.setStyleSheet(f"QLineEdit {{ placeholder-text-color: {self._around.theme.text3}; }}")
        field.textEdited.connect(self._on_typed)
        field.returnPressed.connect(self._hand_over)
        return field

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._px(11))
        line.addWidget(self.field, 1)
        line.addWidget(self.button)
        column = QVBoxLayout()
        column.setContentsMargins(self._px(_HANG), 0, self._px(_HANG), 0)
        column.setSpacing(0)
        for widget, after in ((self.title, 8), (self.words, 18)):
            column.addWidget(widget)
            column.addSpacing(self._px(after))
        column.addLayout(line)
        column.addSpacing(self._px(44))
        column.addWidget(self.sample)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addStretch(2)
        whole.addWidget(self.journey)
        whole.addSpacing(self._px(37))
        whole.addLayout(column)
        whole.addStretch(3)
        held = QWidget(self)
        held.setLayout(whole)
        held.setMaximumWidth(self._px(WIDTH + 2 * _HANG))
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        across = QHBoxLayout(self)
        across.setContentsMargins(self._px(24), 0, self._px(24), 0)
        across.addWidget(held)

    def show_hour(self, now: datetime, zone: ZoneInfo) -> None:
        """Let the promise in the picture be one of this hour: on the next half hour that is 15 minutes away."""
        there = now.astimezone(zone) + _SOON
        half = timedelta(minutes=30 - there.minute % 30 if there.minute % 30 or there.second else 0)
        self.journey.show_promise(time_words((there + half).replace(second=0), zone))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the detail pane."""
        QPainter(self).fillRect(self.rect(), QColor(self._around.theme.raised))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the example whole where the field is too narrow for it."""
        super().resizeEvent(event)
        hint, margins = self.field.placeholderText(), self._px(34)
        cut = self.field.fontMetrics().horizontalAdvance(hint) + margins > self.field.width()
        self.field.setToolTip(plain_tip(hint) if cut else "")

    def minimumSizeHint(self) -> QSize:
        """Return room for the narrowest window."""
        return QSize(self._px(440), self._px(440))

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self._hand_over()

    def _hand_over(self) -> None:
        typed = self.field.text()
        self.field.clear()
        self.log_asked.emit(typed if typed.strip() else "")

    def _label(self, words: str, name: str, role: Role, color: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._around.font(role))
        label.setStyleSheet(f"color: {color};")
        return label

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
