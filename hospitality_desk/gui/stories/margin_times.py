"""Beside a scene's words: when that happened on the house's clock, and which sentences are the editor's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.plain_tip import plain_tip

WIDTH = 58
_TALL, _SIGN, _DOT = 16, 13, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One sign: the line it belongs to (its middle, in pixels), a time or no words for the editor's pencil."""

    middle: float
    words: str
    tip: str
    is_changed: bool = False
    """The note was changed after the sentence was written."""


class MarginTimes(QWidget):
    """Signs of several sentences on one line go under each other; what has no room is in the tool tip of the last."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("margin_times")
        self._around, self._scale = around, around.percent / 100
        self.setFixedWidth(round(WIDTH * self._scale))
        self._signs: tuple[Beside, ...] = ()
        self._face = around.font(Role.CAPTION)

    def show_signs(self, signs: Sequence[Beside], line: float, room: float) -> None:
        """Show these, each at its line or at the next free one; `room` is how far down there is any."""
        placed: list[Beside] = []
        for sign in signs:
            if placed and placed[-1].words == sign.words and sign.is_changed == placed[-1].is_changed:
                continue
            middle = max(sign.middle, placed[-1].middle + line) if placed else sign.middle
            if middle + line / 4 > room:
                if placed and sign.words:
                    placed[-1] = _joined(placed[-1], sign)
                continue
            placed.append(Beside(middle=middle, words=sign.words, tip=sign.tip, is_changed=sign.is_changed))
        if tuple(placed) != self._signs:
            self._signs = tuple(placed)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the times."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._face)
        for sign in self._signs:
            box = self._box(sign)
            if not sign.words:
                side = self._scale * _SIGN
                right = box.left() if self.isRightToLeft() else box.right() + 1 - side
                paint_icon(painter, QRectF(right, sign.middle - side / 2, side, side), "pencil-outline", theme.text3)
                continue
            painter.setPen(QColor(theme.text3))
            painter.drawText(box, int((Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter).value),
                             sign.words)  # fmt: skip
            if sign.is_changed:
                self._dot(painter, box, sign)

    def _dot(self, painter: QPainter, box: QRect, sign: Beside) -> None:
        wide = painter.fontMetrics().horizontalAdvance(sign.words) + 5 + _DOT
        left = box.left() + wide - _DOT if self.isRightToLeft() else box.right() + 1 - wide
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._around.theme.accent))
        painter.drawEllipse(QRectF(left, sign.middle - _DOT / 2, _DOT, _DOT))

    def _box(self, sign: Beside) -> QRect:
        tall = round(_TALL * self._scale)
        return QRect(0, round(sign.middle - tall / 2), self.width() - round(6 * self._scale), tall)

    def event(self, event: QEvent) -> bool:
        """Say which notes a time stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = next((each for each in self._signs if self._box(each).contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), plain_tip(found.tip) if found is not None else "", self)
            return True
        return super().event(event)


def _joined(last: Beside, more: Beside) -> Beside:
    tip = last.tip if more.tip in last.tip else f"{last.tip}\n{more.tip}"
    return Beside(middle=last.middle, words=last.words, tip=tip, is_changed=last.is_changed or more.is_changed)
