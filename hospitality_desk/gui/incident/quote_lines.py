"""The guest's own words under the place, in the serif, on two lines at most."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.plain_tip import plain_tip

_LINE, _LINES = 24, 2
_LOOKED_AT = 1_000
_PAD = 6


class QuoteLines(QWidget):
    """Shows the words; what does not fit is cut with dots and whole in the tool tip."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guest_words")
        self._around = around
        self._words = ""
        self._own = False
        self._second_is_left = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._px(_LINE * _LINES))

    def show_words(self, words: str, *, own_words: bool) -> None:
        """Show the guest's own words in the serif, or our line in the sans."""
        self._words = " ".join(words[:_LOOKED_AT].split())
        self._own = own_words
        self.setAccessibleName(words)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(self._px(200), self._px(_LINE * _LINES))

    def leave_second_line(self, left: bool) -> None:
        """Keep the room of the second line also where one is enough, or give it back."""
        self._second_is_left = left
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again how many lines there are."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = _LINES if self._second_is_left or self._rest(self._first_units()) else 1
        self.setFixedHeight(self._px(_LINE * lines))

    def _face(self) -> QFont:
        return self._around.font(Role.WORDS_HEADER if self._own else Role.ROW_GUEST)

    def _room(self) -> int:
        return self.width() - self._px(_PAD) - 4

    def _first_units(self) -> int:
        """Return how many UTF-16 units stand on the first line."""
        layout = QTextLayout(self._words, self._face())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(max(1, self._room()))
        layout.endLayout()
        return first.textLength() if first.isValid() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the first line, and what is left on the second."""
        painter, units = QPainter(self), self._first_units()
        painter.setFont(self._face())
        painter.setPen(QColor(self._around.theme.text))
        rest = self._rest(units)
        shown = QFontMetricsF(self._face()).elidedText(rest, Qt.TextElideMode.ElideRight, self._room())
        tall = self._px(_LINE)
        for n, words in enumerate((self._start(units), shown)):
            at = QRect(self._px(_PAD), n * tall, self._room() + 4, tall)
            sided = QStyle.visualRect(self.layoutDirection(), self.rect(), at)
            painter.drawText(sided, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words.rstrip())
        self.setToolTip("" if shown == rest else plain_tip(self._words))

    def _start(self, units: int) -> str:
        return self._words.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")

    def _rest(self, units: int) -> str:
        return self._words.encode("utf-16-le")[units * 2 :].decode("utf-16-le", "ignore")

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
