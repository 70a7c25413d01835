"""The head of the Floor: how many guests wait, how many too long, and what time it is here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _, ngettext

HEIGHT = 72


class FloorHeader(QWidget):
    """Two lines left, two right; 72 px high."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floor_header")
        self._theme = around.theme
        scale = around.percent / 100
        self.setFixedHeight(round(HEIGHT * scale))
        theme = around.theme
        title = _label(_("Floor"), "floor_title", around, Role.TITLE, theme.text)
        self.open_words = _label("", "open_words", around, Role.BODY, theme.text2)
        self.late_words = _label("", "late_words", around, Role.BODY_BOLD, theme.text)
        self.order_words = ElidedLabel("order_words", around.font(Role.SMALL), theme.text2)
        self.wall_time = _label("", "wall_time", around, Role.TITLE, theme.text)
        self.wall_time.setAccessibleName(_("The time in the house"))
        self.house_words = ElidedLabel("house_words", around.font(Role.SMALL), theme.text2)
        self.house_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        counts = QHBoxLayout()
        counts.setSpacing(0)
        counts.addWidget(title, 0, Qt.AlignmentFlag.AlignBaseline)
        counts.addSpacing(round(10 * scale))
        counts.addWidget(self.open_words, 0, Qt.AlignmentFlag.AlignBaseline)
        counts.addSpacing(round(4 * scale))
        counts.addWidget(self.late_words, 0, Qt.AlignmentFlag.AlignBaseline)
        counts.addStretch(1)
        counts.addWidget(self.wall_time, 0, Qt.AlignmentFlag.AlignBaseline)
        under = QHBoxLayout()
        under.setSpacing(round(12 * scale))
        under.addWidget(self.order_words, 3)
        under.addWidget(self.house_words, 2)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(round(18 * scale), round(7 * scale), round(16 * scale), round(11 * scale))
        lines.setSpacing(0)
        lines.addLayout(counts)
        lines.addLayout(under)

    def show_counts(self, open_ones: int, late: int, late_out_of_sight: str | None) -> None:
        """Show how many are open and late; a late place that is scrolled out of sight is named."""
        if not open_ones:
            self.open_words.setText("")
            self.late_words.setText("")
            self.order_words.setText(_("Nobody is waiting"))
            return
        many = ngettext("{n} open", "{n} open", open_ones).format(n=open_ones)
        self.open_words.setText(f"{many}," if late else many)
        self.late_words.setText(ngettext("{n} late", "{n} late", late).format(n=late) if late else "")
        if late_out_of_sight is None:
            self.order_words.setText(_("Closest to the promise first"))
        else:
            self.order_words.setText(_("{place} is late").format(place=late_out_of_sight))

    def show_house(self, time: str, house: str) -> None:
        """Show the wall time and whose house this is."""
        self.wall_time.setText(time)
        self.house_words.setText(house)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lower edge."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))


def _label(words: str, name: str, around: Around, role: Role, color: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(around.font(role))
    label.setStyleSheet(f"color: {color};")
    return label
