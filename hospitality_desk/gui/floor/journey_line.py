"""The idea of the house in one line: a guest tells us, we tell them again and again, before the promise."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.words import _

_TOLD_AT = (0.26, 0.538, 0.782)
_PROMISE_AT = 0.869


class JourneyLine(QWidget):
    """A picture for the first evening; a screen reader hears it as one sentence."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journey_line")
        self._around = around
        self._scale = around.percent / 100
        self._promised = _("promised")
        self.setAccessibleName(_("A guest tells you, you tell them, and again, before the promise, until it is right."))
        self.setFixedHeight(round(84 * self._scale))

    def show_promise(self, time: str) -> None:
        """Show the promise as one of this hour: "10:30 promised"."""
        self._promised = _("{time} promised").format(time=time)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it likes."""
        return QSize(round(636 * self._scale), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its marks and their words."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._around.font(Role.CAPTION))
        marks = (_("A guest tells you"), _("You tell them"), _("and again"), _("before the promise"))
        first, last = marks[0], _("Put right")
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(first) / 2
        right = self.width() - max(56 * self._scale, metrics.horizontalAdvance(last) / 2)
        y = 38 * self._scale
        reach = right - left
        painter.setPen(QPen(QColor(theme.line2), 2))
        painter.drawLine(QLineF(left, y, right, y))
        dot = 8 * self._scale
        painter.setPen(QPen(QColor(theme.text2), 2))
        painter.setBrush(QColor(theme.raised))
        painter.drawEllipse(QPointF(left, y), dot - 1, dot - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accentfill))
        for share in _TOLD_AT:
            painter.drawEllipse(QPointF(left + reach * share, y), dot, dot)
        promise = left + reach * _PROMISE_AT
        tall = 12 * self._scale
        painter.fillRect(QRectF(promise - 1, y - tall, 2, 2 * tall), QColor(theme.text))
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.raised))
        painter.drawEllipse(QPointF(right, y), dot + 1, dot + 1)
        paint_icon(painter, QRectF(right - 6, y - 6, 12, 12), "check", theme.accent)
        below, above = y + 30 * self._scale, y - 24 * self._scale
        for share, words in zip((0.0, *_TOLD_AT), marks, strict=True):
            self._words(painter, left + reach * share, below, words)
        self._words(painter, right, below, last)
        self._words(painter, promise, above, self._promised)

    def _words(self, painter: QPainter, middle: float, y: float, words: str) -> None:
        painter.setPen(QColor(self._around.theme.text2))
        wide, tall = 160 * self._scale, 18 * self._scale
        box = QRectF(middle - wide / 2, y - tall / 2, wide, tall)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), words)
