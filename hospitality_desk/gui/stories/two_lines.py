"""An answer to tap: a word for it, and a line that says more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.plain_tip import plain_tip

_HEIGHT, _LEFT = 50, 8


class TwoLines(QAbstractButton):
    """50 px high; what does not fit of the second line is in its tool tip."""

    step_asked = Signal(int)
    """Down (1) or Up (-1): the list goes along its answers."""

    def __init__(self, around: Around, name: str, words: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._around, self._scale, self._more = around, around.percent / 100, more
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._faces = around.font(Role.BODY_BOLD), around.font(Role.SMALL)

    def sizeHint(self) -> QSize:
        """Return the fixed height."""
        return QSize(200, round(_HEIGHT * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too; the arrows are the list's."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step_asked.emit(step)
            event.accept()
        elif not took_enter(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether the words fit."""
        super().resizeEvent(event)
        bold, small = (QFontMetrics(face) for face in self._faces)
        room = self.width() - 2 * self._px(_LEFT)
        fits = bold.horizontalAdvance(self.text()) <= room and small.horizontalAdvance(self._more) <= room
        self.setToolTip("" if fits else plain_tip(f"{self.text()}\n{self._more}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lines."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        inks = theme.text, theme.text2
        tops = self._px(6), self._px(27)
        for words, face, ink, top in zip((self.text(), self._more), self._faces, inks, tops, strict=True):
            box = QRect(self._px(_LEFT), top, self.width() - 2 * self._px(_LEFT), self._px(19))
            painter.setFont(face)
            painter.setPen(QColor(ink))
            shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value), shown)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
