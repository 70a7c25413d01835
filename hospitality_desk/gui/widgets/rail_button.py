"""A screen's name in the rail, and the one button that is always filled: Log."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring

_BAR = 3
"""The bar at the window's edge beside the screen that is shown."""


class RailButton(QToolButton):
    """An icon over a word. `filled` is for Log alone; others are checkable and show a bar when checked."""

    def __init__(
        self, words: str, icon: str, around: Around, name: str, *, filled: bool = False, key: str = ""
    ) -> None:
        super().__init__(None)
        self.setObjectName(name)
        self.setText(words)
        self.setAccessibleName(f"{words}, {key}" if key else words)
        self.setCheckable(not filled)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon_name, self._around, self._filled, self._key = icon, around, filled, key
        scale = around.percent / 100
        self._block = QSize(round((64 if filled else 76) * scale), round((60 if filled else 56) * scale))
        self.setFixedSize(round(84 * scale), self._block.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint block, icon and word."""
        theme, scale = self._around.theme, self._around.percent / 100
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = QRect((self.width() - self._block.width()) // 2, 0, self._block.width(), self._block.height())
        ground = self._ground()
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(block, 8, 8)
        ink = theme.onaccent if self._filled else theme.accent if self.isChecked() else theme.text2
        if self.isChecked() and not self._filled:
            tall = round(28 * scale)
            from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            edge = self.width() - _BAR if from_right else -_BAR
            bar = QRectF(edge, (self.height() - tall) / 2, 2 * _BAR, tall)
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(bar, 2, 2)
        side = round(22 * scale)
        paint_icon(painter, QRect(block.center().x() - side // 2 + 1, round(10 * scale), side, side),
                   self._icon_name, ink)  # fmt: skip
        self._paint_words(painter, block, ink, scale)
        if self.hasFocus():
            ring = block.toRectF()
            if self._filled:
                painter.setPen(QPen(QColor(theme.onaccent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(ring.adjusted(3, 3, -3, -3), 6, 6)
            else:
                paint_focus_ring(painter, ring, theme)

    def _ground(self) -> str | None:
        theme = self._around.theme
        if self._filled:
            return theme.accenthover if self.underMouse() or self.isDown() else theme.accentfill
        if self.isChecked():
            return theme.sel if theme.is_dark else theme.raised
        return theme.hover if self.underMouse() else None

    def _paint_words(self, painter: QPainter, block: QRect, ink: str, scale: float) -> None:
        strong = self._filled or self.isChecked()
        face: QFont = self._around.font(Role.CAPTION_BOLD if strong else Role.CAPTION)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        words = f"{self.text()}  {self._key}" if self._key else self.text()
        shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, block.width() - 4)
        line = QRect(block.left(), round(33 * scale), block.width(), round(18 * scale))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), shown)
