"""Words of the header that are edited where they stand: a flat button that shows what a tap would change."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from hospitality_desk.domain.house import Severity
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.plain_tip import plain_tip

_PAD, _ICON, _GAP = 6, 16, 5
_LEAST, _WHOLE = 40, 300
"""Pixels of words at least: where they may be cut, and where they go before others."""
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_BARS = {Severity.MINOR: 1, Severity.MIDDLING: 2, Severity.SERIOUS: 3}


class FieldButton(QAbstractButton):
    """A value that a tap edits. A guess of ours wears a dashed frame until a person confirms it."""

    def __init__(self, around: Around, role: Role, color: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(around.font(role))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._around, self._color = around, color
        self._icon: str | None = None
        self._bars: Severity | None = None
        self._guess = False
        self._least = _LEAST
        self._flags = _MIDDLE
        self._lead_words = ""
        self._lead_face = around.font(Role.SMALL_BOLD)

    def show_value(
        self, words: str, *, spoken: str, icon: str | None = None, bars: Severity | None = None, guess: bool = False,
        lead: str = "",
    ) -> None:  # fmt: skip
        """Show the words, behind bold ones where `lead` has some; `spoken` is for screen readers and the tool tip."""
        self.setText(" ".join(words.split()))
        self._lead_words = lead
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))
        self._icon, self._bars, self._guess = icon, bars, guess
        self.updateGeometry()
        self.update()

    def never_cut(self) -> None:
        """Keep the whole width of the words: the place goes before the guest."""
        self._least = _WHOLE

    def keep_left_to_right(self) -> None:
        """Write it as a phone number is written in any script; it still stands on the reading side."""
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        plain = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side
        self._flags = int(plain) | int(Qt.TextFlag.TextForceLeftToRight)

    def cut_to(self, pixels: int) -> None:
        """Let the words be cut, to this width at 100 %."""
        self._least = pixels

    def sizeHint(self) -> QSize:
        """Return room for the whole words."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(self._lead() + words + self._px(_PAD), max(self._px(32), self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Return little width where the words may be cut."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._px(self._least)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the pointer, the frame of a guess, the mark and the words."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(box, 7, 7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._guess:
            painter.setPen(QPen(QColor(theme.accentline), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        if self.hasFocus():
            paint_focus_ring(painter, box, theme)
        self._paint_mark(painter)
        painter.setFont(self.font())
        painter.setPen(QColor(self._color))
        room = self.rect().adjusted(self._lead(), 0, -self._px(_PAD) + 1, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(self._sided(room), self._flags, shown)
        if self._lead_words:
            painter.setFont(self._lead_face)
            before = QRect(self._mark_end(), 0, self._lead() - self._mark_end(), self.height())
            painter.drawText(self._sided(before), _MIDDLE, self._lead_words)

    def _sided(self, rect: QRect) -> QRect:
        """Return the rectangle on the reading side."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _paint_mark(self, painter: QPainter) -> None:
        side = self._px(_ICON)
        at = self._sided(QRect(self._px(_PAD), (self.height() - side) // 2, side, side))
        if self._bars is not None:
            _paint_bars(painter, at, _BARS[self._bars], self._around)
        elif self._icon is not None:
            paint_icon(painter, at, self._icon, self._color)

    def _mark_end(self) -> int:
        mark = self._px(_ICON + _GAP) if self._icon is not None or self._bars is not None else 0
        return self._px(_PAD) + mark

    def _lead(self) -> int:
        words = QFontMetrics(self._lead_face).horizontalAdvance(self._lead_words) if self._lead_words else 0
        return self._mark_end() + (words + self._px(4) if words else 0)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _paint_bars(painter: QPainter, at: QRect, filled: int, around: Around) -> None:
    """Paint three rising bars, as many filled as it is bad."""
    wide = at.width() / 4.0
    for n in range(3):
        tall = at.height() * (0.36 + 0.27 * n)
        bar = QRectF(at.left() + n * (wide + 2), at.bottom() - 1 - tall, wide, tall)
        painter.fillRect(bar, QColor(around.theme.text2 if n < filled else around.theme.line2))
