"""The button that adds the line to the problem it looks like, with its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.keyed_button import KeyedButton, Piece
from hospitality_desk.words import _

_HEIGHT, _SIDE, _RADIUS = 44, 17, 7
_CAP_HEIGHT, _CAP_RADIUS = 20, 4


class AddButton(KeyedButton):
    """The next step, tinted with an accent border: it may be due, and Enter does something else."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(around, (), is_main=True, height=_HEIGHT, name="quick_log_add", parent=parent)
        self._font = around.font(Role.BODY_BOLD)
        self._side = round(_SIDE * around.percent / 100)

    def show_number(self, number: int) -> None:
        """Name the problem the line would be added to."""
        words = _("Add to #{number}").format(number=number)
        self._pieces = (Piece(words, False), Piece(_("Alt+A"), True))
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("Alt+A"))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def _paint_ground(self, painter: QPainter) -> QColor:
        theme = self._around.theme
        is_over = self.isEnabled() and (self.underMouse() or self.isDown())
        ink = QColor(theme.accent if self.isEnabled() else theme.text3)
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(theme.accent if self.isEnabled() else theme.line2), wide))
        painter.setBrush(QColor(theme.sel if is_over else theme.tint))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), _RADIUS, _RADIUS
        )
        return ink

    def _paint_piece(self, painter: QPainter, piece: Piece, box: QRectF, ink: QColor) -> None:
        if not piece.is_key:
            super()._paint_piece(painter, piece, box, ink)
            return
        painter.setPen(ink)
        painter.setFont(self._key_font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), piece.words)
        tall = _CAP_HEIGHT * self._around.percent / 100
        cap = QRectF(box.left() + 0.5, (self.height() - tall) / 2 + 0.5, box.width() - 1, tall - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._around.theme.accentline))
        painter.drawRoundedRect(cap, _CAP_RADIUS, _CAP_RADIUS)
