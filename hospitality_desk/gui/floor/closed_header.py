"""The head of the list of what was settled today, with the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.header import HEIGHT
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _, ngettext


class ClosedHeader(QWidget):
    """As high as the head of the Floor."""

    back_asked = Signal()

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("closed_header")
        self._theme = around.theme
        scale = around.percent / 100
        self.setFixedHeight(round(HEIGHT * scale))
        self.back = Button("", ButtonKind.QUIET, "closed_back", self)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.back.setIcon(icon("chevron-right" if from_right else "chevron-left", around.theme.text2))
        self.back.setIconSize(self.back.iconSize() * scale * 1.4)
        self.back.setStyleSheet("padding: 0;")
        self.back.setFixedSize(round(44 * scale), round(44 * scale))
        self.back.setToolTip(_("Back to the open problems (Left)"))
        self.back.setAccessibleName(_("Back to the open problems"))
        self.back.clicked.connect(self.back_asked)
        title = QLabel(_("Settled today"), self)
        title.setObjectName("closed_title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(around.font(Role.TITLE))
        self.words = ElidedLabel("closed_words", around.font(Role.SMALL), around.theme.text2, parent=self)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, round(13 * scale), 0, 0)
        lines.setSpacing(round(1 * scale))
        for label, tall in ((title, 28), (self.words, 18)):
            label.setFixedHeight(round(tall * scale))
            lines.addWidget(label)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        near, far = round(6 * scale), round(16 * scale)
        row.setContentsMargins(far if from_right else near, 0, near if from_right else far, 0)
        row.setSpacing(round(4 * scale))
        row.addWidget(self.back)
        row.addLayout(lines, 1)

    def show_counts(self, settled: int, withdrawn: int) -> None:
        """Show how many there are of each."""
        said = []
        if settled:
            said.append(ngettext("{n} settled", "{n} settled", settled).format(n=settled))
        if withdrawn:
            said.append(ngettext("{n} withdrawn", "{n} withdrawn", withdrawn).format(n=withdrawn))
        self.words.setText(", ".join(said) or _("Nothing yet"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lower edge."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
