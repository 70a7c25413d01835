"""The foot of the Floor: what was settled today, or who still waits while one looks at that."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _

HEIGHT = 52
_SIGN, _LEFT = 18, 18


class FloorFooter(QWidget):
    """One quiet line, 52 px high, and the way to the other list."""

    other_asked = Signal()
    """Show the list that is not shown now."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floor_footer")
        self._theme = around.theme
        self._scale = around.percent / 100
        self._sign: str | None = None
        self._said = self._out = ""
        self.setFixedHeight(round(HEIGHT * self._scale))
        self.words = ElidedLabel("settled_words", around.font(Role.SMALL), around.theme.text2)
        self.button = Button(_("Show"), ButtonKind.LINK, "footer_button", self)
        self.button.setFont(around.font(Role.SMALL_BOLD))
        self.button.clicked.connect(self.other_asked)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(round(8 * self._scale))
        self._layout.addWidget(self.words, 1)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_settled(0, any_closed=False)

    def show_settled(self, settled: int, *, any_closed: bool) -> None:
        """Show how many were settled on this service date; `any_closed` offers the list of them."""
        self._say(_("Settled today: {n}").format(n=settled) if settled else _("Nothing settled yet today"))
        self._show(sign="check-all" if settled else None, button=any_closed)
        self.button.setAccessibleName(_("Show what was settled today"))

    def show_open(self, words: str) -> None:
        """Show how many still wait, while the list shows what was settled."""
        self._say(words)
        self._show(sign="view-agenda-outline", button=True)
        self.button.setAccessibleName(_("Show the open problems"))

    def show_out(self, words: str) -> None:
        """Say who is out of the house, behind the rest; no words where everybody is in."""
        self._out = words
        self._say(self._said)

    def _say(self, words: str) -> None:
        self._said = words
        shown = _("{some}. {more}").format(some=words, more=self._out) if self._out else words
        if shown != self.words.text():
            self.words.setText(shown)

    def _show(self, *, sign: str | None, button: bool) -> None:
        self._sign = sign
        left = round((44 if sign else _LEFT) * self._scale)
        right = round(3 * self._scale)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self._layout.setContentsMargins(left, round(5 * self._scale), right, round(2 * self._scale))
        self.button.setVisible(button)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the upper edge and the sign."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line))
        if self._sign is not None:
            side = round(_SIGN * self._scale)
            sign = QRect(round(_LEFT * self._scale), (self.height() - side) // 2 + 1, side, side)
            place = QStyle.visualRect(self.layoutDirection(), self.rect(), sign)
            paint_icon(painter, place, self._sign, self._theme.text2)
