"""For somebody who would rather look around first: a whole invented house, loaded with one tap."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.paragraph import Paragraph
from hospitality_desk.words import _

_HEIGHT, _WORDS_WIDTH = 102, 340


class SampleOffer(QWidget):
    """Shown only where the sample venue can really be loaded."""

    asked = Signal()

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_offer")
        self._around, self._scale = around, around.percent / 100
        title = QLabel(_("Rather look around first?"), self)
        title.setObjectName("sample_title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(around.font(Role.BODY_BOLD))
        self.words = Paragraph(around, "sample_words", Role.SMALL, around.theme.text2, line=18, parent=self)
        self.words.setMaximumWidth(self._px(_WORDS_WIDTH))
        self.button = Button("", ButtonKind.OTHER, "load_sample_button", self)
        self.button.setFont(around.font(Role.BODY_MEDIUM))
        self.button.setIcon(icon("flask-outline", around.theme.text))
        self.button.setIconSize(QSize(self._px(26), self._px(18)))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout()
        column.setSpacing(self._px(1))
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(self.words)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, self._px(22), 0, self._px(20))
        row.setSpacing(self._px(24))
        row.addLayout(column, 0)
        row.addStretch(1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(self._px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show_loading(loading=False)
        self.hide()

    def offer(self, house: str, problems: int) -> None:
        """Offer it."""
        say = _("{house} has {n} problems to try. One tap takes it away again.")
        self.words.setText(say.format(house=house, n=problems))
        self._show_loading(loading=False)
        self.show()

    def _on_clicked(self) -> None:
        """Ask once: this page goes with the house that is open now."""
        self._show_loading(loading=True)
        self.asked.emit()

    def _show_loading(self, *, loading: bool) -> None:
        self.button.setEnabled(not loading)
        self.button.setText(_("Loading the sample venue…") if loading else _("Load the sample venue"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairlines above and below."""
        painter = QPainter(self)
        for y in (0, self.height() - 1):
            painter.fillRect(0, y, self.width(), 1, QColor(self._around.theme.line))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
