"""A button that shows the key that does the same."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role

_RADIUS, _CAP_RADIUS = 7, 4
_CAP_HEIGHT, _CAP_PAD, _GAP = 20, 6, 8


class Piece(NamedTuple):
    """A word of the button, or a key shown as a key."""

    words: str
    is_key: bool


class KeyedButton(QAbstractButton):
    """The main button (filled) or a quiet one (words only), with its keys beside the words."""

    def __init__(
        self,
        around: Around,
        pieces: tuple[Piece, ...],
        *,
        is_main: bool,
        height: int,
        name: str,
        parent: QWidget,
        role: Role | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._around, self._pieces, self._is_main = around, pieces, is_main
        self._height = round(height * around.percent / 100)
        self._font = around.font(role or (Role.ROW_TITLE if is_main else Role.SMALL))
        self._key_font = around.font(Role.CAPTION_MEDIUM if is_main else Role.CAPTION)
        self._side = round((23 if is_main else 8) * around.percent / 100)
        self.setAccessibleName(" ".join(piece.words for piece in pieces if not piece.is_key))
        self.setAccessibleDescription("+".join(piece.words for piece in pieces if piece.is_key))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Be as wide as words and keys."""
        inner = sum(self._width(piece) for piece in self._pieces) + _GAP * (len(self._pieces) - 1)
        return QSize(inner + 2 * self._side, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, words and keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        inner = self.sizeHint().width() - 2 * self._side
        left = (self.width() - inner) / 2
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for piece in self._pieces:
            wide = self._width(piece)
            at = self.width() - left - wide if is_mirrored else left
            self._paint_piece(painter, piece, QRectF(at, 0, wide, self.height()), ink)
            left += wide + _GAP

    def _paint_ground(self, painter: QPainter) -> QColor:
        theme = self._around.theme
        is_over = self.isEnabled() and (self.underMouse() or self.isDown())
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not self.isEnabled():
            painter.setPen(QPen(QColor(theme.line2), 1) if self._is_main else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            return QColor(theme.text3)
        if self._is_main:
            painter.setPen(QPen(QColor(theme.text), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accenthover if is_over else theme.accentfill))
            painter.drawRoundedRect(box if self.hasFocus() else QRectF(self.rect()), _RADIUS, _RADIUS)
            return QColor(theme.onaccent)
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover) if is_over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        return QColor(theme.text2)

    def _paint_piece(self, painter: QPainter, piece: Piece, box: QRectF, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(self._key_font if piece.is_key else self._font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), piece.words)
        if piece.is_key:
            tall = _CAP_HEIGHT * self._around.percent / 100
            cap = QRectF(box.left() + 0.5, (self.height() - tall) / 2 + 0.5, box.width() - 1, tall - 1)
            edge = QColor(ink) if self._is_main else QColor(self._around.theme.line2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(edge)
            painter.drawRoundedRect(cap, _CAP_RADIUS, _CAP_RADIUS)

    def _width(self, piece: Piece) -> int:
        if piece.is_key:
            return QFontMetrics(self._key_font).horizontalAdvance(piece.words) + 2 * _CAP_PAD
        return QFontMetrics(self._font).horizontalAdvance(piece.words) + 1
