"""The idea of the house in one line: a guest tells us, we tell them again and again, before the promise."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.words import _

_TOLD_AT = (0.26, 0.538, 0.782)
_PROMISE_AT = 0.869
_LINE_Y, _BELOW, _ABOVE, _TEXT_LINE, _END_ROOM = 38, 21, 33, 16, 56
_HEIGHT, _EDGE = 84, 4
"""At 100 %, and what the words at either end need beside themselves."""


class JourneyLine(QWidget):
    """A picture for the first evening; a screen reader hears it as one sentence.

    Where the words under it have no room beside each other they are wrapped, and it grows by a line or two.
    """

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journey_line")
        self._around = around
        self._scale = around.percent / 100
        self._captions = (
            _("A guest tells you"),
            _("You tell them"),
            _("and again"),
            _("before the promise"),
            _("Put right"),
        )
        self._promised = _("promised")
        self.setFont(around.font(Role.CAPTION))
        self.setAccessibleName(_("A guest tells you, you tell them, and again, before the promise, until it is right."))
        self.setFixedHeight(round(_HEIGHT * self._scale))

    def show_promise(self, time: str) -> None:
        """Show the promise as one of this hour: "10:30 promised"."""
        self._promised = _("{time} promised").format(time=time)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it likes."""
        return QSize(round(636 * self._scale), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow by the lines that the words need."""
        super().resizeEvent(event)
        middles = self._middles()
        lines = 1
        for middle, words, room in zip(middles, self._captions, self._rooms(middles), strict=True):
            tall = self._caption_box(middle, room, words).height()
            lines = max(lines, round(tall / self.fontMetrics().height()))
        self.setFixedHeight(round((_HEIGHT + _TEXT_LINE * (lines - 1)) * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its marks and their words."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        middles = self._middles()
        first, *told, last = middles
        promise = first + (last - first) * _PROMISE_AT
        self._marks(painter, [self._sided(x) for x in (first, *told, last)], self._sided(promise))
        painter.setPen(QColor(theme.text2))
        flags = int((Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value)
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        for middle, words, room in zip(middles, self._captions, self._rooms(middles), strict=True):
            box = self._caption_box(middle, room, words)
            box.moveCenter(QPointF(self._sided(middle), box.center().y()))
            painter.drawText(box.adjusted(-1, 0, 1, 0), flags | wrap, words)
        wide = self.fontMetrics().horizontalAdvance(self._promised) + 2
        left = max(0.0, min(self._sided(promise) - wide / 2, self.width() - wide))
        above = QRectF(left, (_LINE_Y - _ABOVE) * self._scale, wide, _TEXT_LINE * self._scale)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter.value), self._promised)

    def _marks(self, painter: QPainter, at: list[float], promise: float) -> None:
        theme, y, dot = self._around.theme, _LINE_Y * self._scale, 8 * self._scale
        first, *told, last = at
        painter.setPen(QPen(QColor(theme.line2), 2))
        painter.drawLine(QLineF(first, y, last, y))
        painter.setPen(QPen(QColor(theme.text2), 2))
        painter.setBrush(QColor(theme.raised))
        painter.drawEllipse(QPointF(first, y), dot - 1, dot - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accentfill))
        for x in told:
            painter.drawEllipse(QPointF(x, y), dot, dot)
        tall, side = 13 * self._scale, 13 * self._scale
        painter.fillRect(QRectF(promise - 1, y - tall, 2, 2 * tall), QColor(theme.text))
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.raised))
        painter.drawEllipse(QPointF(last, y), dot + 1, dot + 1)
        paint_icon(painter, QRectF(last - side / 2, y - side / 2, side, side), "check", theme.accent)

    def _middles(self) -> list[float]:
        """Return where the five marks stand, from the reading side."""
        wide = self.fontMetrics().horizontalAdvance
        slot = self.width() / 5.4
        left = min(wide(self._captions[0]) + _EDGE, slot) / 2
        right = self.width() - max(
            min(_END_ROOM * self._scale, slot / 2), min(wide(self._captions[-1]) + _EDGE, slot) / 2
        )
        return [left, *(left + (right - left) * share for share in _TOLD_AT), right]

    def _rooms(self, middles: list[float]) -> list[float]:
        """Return how wide the words under each mark may be: twice the way to the nearer neighbour's half."""
        gaps = [after - before for before, after in pairwise(middles)]
        edges = [2 * middles[0], *gaps, 2 * (self.width() - middles[-1])]
        gap = 8 * self._scale
        inner = [min(edges[n], edges[n + 1]) - gap for n in range(1, len(middles) - 1)]
        return [min(edges[0], gaps[0] - gap), *inner, min(edges[-1], gaps[-1] - gap)]

    def _caption_box(self, middle: float, room: float, words: str) -> QRectF:
        top = (_LINE_Y + _BELOW) * self._scale
        flags = int((Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value) | int(
            Qt.TextFlag.TextWordWrap.value
        )
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in words.split()) + 1
        box = self.fontMetrics().boundingRect(0, 0, max(1, round(max(room, longest))), 1000, flags, words)
        return QRectF(middle - box.width() / 2, top, box.width(), box.height())

    def _sided(self, x: float) -> float:
        return self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
