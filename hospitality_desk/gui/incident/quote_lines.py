"""The guest's own words under the place, in the serif, on two lines at most."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

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
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._px(_LINE * _LINES))

    def show_words(self, words: str, *, own_words: bool) -> None:
        """Show the guest's own words in the serif, or our line in the sans."""
        self._words = " ".join(words[:_LOOKED_AT].split())
        self._own = own_words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(self._px(200), self._px(_LINE * _LINES))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the first line, and what is left on the second."""
        theme = self._around.theme
        painter = QPainter(self)
        face = self._around.font(Role.WORDS_HEADER if self._own else Role.ROW_GUEST)
        painter.setFont(face)
        painter.setPen(QColor(theme.text))
        left = self._px(_PAD)
        room = self.width() - left - 4
        metrics = QFontMetricsF(face)
        layout = QTextLayout(self._words, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        if not first.isValid():
            layout.endLayout()
            return
        first.setLineWidth(room)
        layout.endLayout()
        tall = self._px(_LINE)
        first.setPosition(QPointF(0, 0))
        rest = self._rest(first.textLength())
        baseline = (tall + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, baseline), self._start(first.textLength()))
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, baseline + tall), shown)
        self.setToolTip("" if shown == rest else plain_tip(self._words))

    def _start(self, units: int) -> str:
        return self._words.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")

    def _rest(self, units: int) -> str:
        return self._words.encode("utf-16-le")[units * 2 :].decode("utf-16-le", "ignore")

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
