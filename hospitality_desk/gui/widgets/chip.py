"""A chip of 44 px: a choice that is on, off, or a guess of ours."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring

HEIGHT = 44
_PAD, _ICON, _GAP, _KEY_GAP, _RADIUS = 10, 18, 6, 7, 7
_WIDEST = 300
_RING_INSET = 2


class Chip(QAbstractButton):
    """Icon, words and a key digit. A chosen chip without an icon wears a check mark, unless `check` is off."""

    def __init__(
        self, around: Around, words: str, name: str, *, icon: str | None = None, key: str = "", check: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(" ".join(words.split()))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._around, self._icon, self._key, self._check = around, icon, key, check
        self._guess = False
        self._strong = around.font(Role.BODY_BOLD)
        self._plain = around.font(Role.BODY_MEDIUM)

    @property
    def is_guess(self) -> bool:
        """Tell whether it is dashed: our guess, not a choice."""
        return self._guess

    def show_words(self, words: str) -> None:
        """Say something else."""
        if words != self.accessibleName():
            self.setText(" ".join(words.split()))
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def set_guess(self, guess: bool) -> None:
        """Dash it, or not."""
        if guess != self._guess:
            self._guess = guess
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose it; on a chosen one Enter is for the form it stands in."""
        if self.isChecked() or not took_enter(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return room for the words in their widest face, so that nothing moves when it is chosen."""
        words = min(QFontMetrics(self._strong).horizontalAdvance(self.text()), self._px(_WIDEST)) + 2
        key = QFontMetrics(self._key_face()).horizontalAdvance(self._key) + self._px(_KEY_GAP) if self._key else 0
        wide = self._lead() + words + key + self._px(_PAD if self._icon or self._check else _PAD + 4)
        return QSize(wide, self._px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = theme.sel if chosen else (theme.hover if self.underMouse() else theme.raised)
        pen = QPen(QColor(theme.accent if chosen else (theme.ctl if self._guess else theme.line2)), 1)
        if self._guess and not chosen:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self.hasFocus():
            inset = _RING_INSET  # the border stays seen: the ring alone is no choice
            paint_focus_ring(painter, box.adjusted(inset, inset, -inset, -inset), theme, _RADIUS - 2)
        ink = theme.accent if chosen or self._guess else theme.text2
        self._paint_words(painter, ink)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        chosen = self.isChecked()
        icon = self._icon or ("check" if chosen and self._check else None)
        side = self._px(_ICON)
        if icon is not None:
            paint_icon(painter, self._sided(QRect(self._px(_PAD), (self.height() - side) // 2, side, side)), icon, ink)
        face = self._strong if chosen else self._plain
        painter.setFont(face)
        painter.setPen(QColor(ink))
        left, right = self._lead(), self.width() - self._px(_PAD)
        if self._key:
            painter.setFont(self._key_face())
            wide = QFontMetrics(self._key_face()).horizontalAdvance(self._key)
            painter.setPen(QColor(ink if chosen else self._around.theme.text3))
            at = QRect(right - wide, -1, wide + 2, self.height())
            painter.drawText(self._sided(at), int(Qt.AlignmentFlag.AlignVCenter), self._key)
            right -= wide + self._px(_KEY_GAP)
            painter.setFont(face)
            painter.setPen(QColor(ink))
        words = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left + 2)
        if icon is None:
            left = self._px(_PAD)
            room, flag = QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignCenter
        else:
            room, flag = QRect(left, 0, right - left + 2, self.height()), Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._sided(room), int(flag), words)

    def _sided(self, rect: QRect) -> QRect:
        """Return the rectangle on the reading side."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _lead(self) -> int:
        if self._icon is None and not self._check:
            return self._px(_PAD + 4)
        return self._px(_PAD + _ICON + _GAP)

    def _key_face(self) -> QFont:
        return self._around.font(Role.CAPTION_MEDIUM)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
