"""One recognised part of the line, as a chip to tap."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.quick_log.part_words import ChipFace
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.words import _

HEIGHT = 56
_ICON, _ICON_LEFT, _TEXT_LEFT, _RIGHT = 18, 14, 41, 14
_WIDEST_VALUE = 300
_RADIUS = 7


class Chip(QAbstractButton):
    """Shows a caption over a value beside an icon; dashed while it is our guess. A tap or Enter asks to change it."""

    def __init__(self, around: Around, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._around = around
        self._face: ChipFace | None = None
        self._caption_font = around.font(Role.CAPTION)
        self._value_font = around.font(Role.ROW_GUEST)
        self._value_font.setWeight(around.font(Role.BODY_MEDIUM).weight())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_face(self, face: ChipFace) -> None:
        """Show this; nothing is painted anew when nothing differs."""
        if face == self._face:
            return
        self._face = face
        said = f"{face.caption}: {face.value}"
        self.setAccessibleName(said)
        self.setAccessibleDescription(_("Press to change it."))
        is_cut = self._value_width() > self._scaled(_WIDEST_VALUE)
        self.setToolTip(f"<p>{escape(said)}</p>" if is_cut else "")
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    @property
    def face(self) -> ChipFace | None:
        """Return what it shows."""
        return self._face

    def sizeHint(self) -> QSize:
        """Be as wide as the words, to a limit; they are elided beyond it."""
        if self._face is None:
            return QSize(self._scaled(_TEXT_LEFT + _RIGHT), self._scaled(HEIGHT))
        caption = QFontMetrics(self._caption_font).horizontalAdvance(self._face.caption)
        words = max(caption, min(self._value_width(), self._scaled(_WIDEST_VALUE)))
        return QSize(self._scaled(_TEXT_LEFT) + words + self._scaled(_RIGHT), self._scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        if self._face is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, self._face)
        theme = self._around.theme
        icon = self._scaled(_ICON)
        icon_box = QRect(self._scaled(_ICON_LEFT), (self.height() - icon) // 2, icon, icon)
        words = self.rect().adjusted(self._scaled(_TEXT_LEFT), 0, -self._scaled(_RIGHT) + 2, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            icon_box.moveRight(self.rect().right() - icon_box.left())
            words = self.rect().adjusted(self._scaled(_RIGHT) - 2, 0, -self._scaled(_TEXT_LEFT), 0)
        is_quiet = self._face.is_guess or self._face.is_left_out or not self.isEnabled()
        paint_icon(painter, icon_box, self._face.icon, theme.text2 if is_quiet else theme.accent)
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        middle = self.height() // 2
        painter.setFont(self._caption_font)
        painter.setPen(QColor(theme.text3))
        caption_box = QRect(words.left(), self._scaled(9), words.width(), middle - self._scaled(9))
        painter.drawText(caption_box, int(align), self._face.caption)
        painter.setFont(self._value_font)
        painter.setPen(QColor(theme.text3 if self._face.is_left_out else theme.text))
        value_box = QRect(words.left(), middle - self._scaled(3), words.width(), self._scaled(22))
        value = QFontMetrics(self._value_font).elidedText(self._face.value, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(value_box, int(align), value)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter ask to change it, as Space does."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def _paint_frame(self, painter: QPainter, face: ChipFace) -> None:
        theme = self._around.theme
        ground = theme.raised if face.is_guess or face.is_left_out else theme.surface
        is_over = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(QColor(theme.hover if is_over else ground))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            return
        pen = QPen(QColor(theme.ctl if face.is_guess or face.is_left_out else theme.line2), 1)
        if face.is_guess or face.is_left_out:
            pen.setDashPattern([3.0, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _value_width(self) -> int:
        if self._face is None:
            return 0
        return QFontMetrics(self._value_font).horizontalAdvance(self._face.value) + 1

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._around.percent / 100)
