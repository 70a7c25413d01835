"""A dimming veil over the whole window that holds one panel: the quick log, a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.focus_stops import focus_stops

MARGIN = 16
"""Room that always stays around the panel, in pixels."""
RADIUS = 12
FADE_MS = 120
OVER_VEIL = "over_veil"
"""The property of a window's action that works under the veil, too."""
_SHADOW = QColor("#081416")
_SHADOW_SHARE, _SHADOW_DOWN, _SHADOW_REACH = 0.28, 10, 32


class Overlay(QWidget):
    """Lies over `window` and keeps the keyboard inside its panel while it is shown.

    `panel` becomes its child; the overlay paints the panel's ground, and follows the panel's size hint as it grows.
    `width` is the panel's in pixels at 100 %; `top` its distance from the window's top, None for the middle. Esc and
    a click outside emit `close_asked`: whoever owns the panel decides, and calls `close_over`. The window's own keys
    (its actions) rest meanwhile, but for those marked OVER_VEIL.
    """

    close_asked = Signal()
    closed = Signal()

    def __init__(
        self, window: QWidget, panel: QWidget, around: Around, name: str, *, width: int = 480, top: int | None = None
    ) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.hide()
        self.panel = panel
        self._window = window
        panel.setParent(self)
        panel.show()
        self._theme = around.theme
        self._width = round(width * around.percent / 100)
        self._top = top
        self._before: QWidget | None = None
        self._stilled: list[QAction] = []
        self._veil = QColor(around.theme.veil)
        self._moves, self._shown = around.moves, 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setObjectName("veil_fade")
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._on_fade)
        window.installEventFilter(self)

    def open_over(self) -> None:
        """Show it, with the keyboard in the panel's first field; what had the keyboard gets it back at the end."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self._stilled = [key for key in self._window.actions() if key.isEnabled() and not key.property(OVER_VEIL)]
        for key in self._stilled:
            key.setEnabled(False)
        self.setGeometry(self._window.rect())
        self._place()
        self.raise_()
        if self._moves:
            self._fade.start()
        self.show()
        stops = focus_stops(self.panel)
        if stops and not self._holds_focus():
            stops[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def close_over(self) -> None:
        """Take it away; the panel keeps what was typed into it."""
        if not self.isVisible():
            return
        self.hide()
        self._fade.stop()
        above = self._next_above()
        if above is not None:
            above._stilled += self._stilled  # it gives back at its own end what this one has taken
            above._before = self._before
        else:
            for key in self._stilled:
                key.setEnabled(True)
            if self._before is not None and isValid(self._before) and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._stilled, self._before = [], None
        self.closed.emit()

    def _next_above(self) -> Overlay | None:
        """Return the veil that lies over this one."""
        beside = self._window.children()  # from the lowest to the one that is on top
        above = beside[beside.index(self) + 1 :]
        return next((each for each in above if isinstance(each, Overlay) and each.isVisible()), None)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go round inside the panel."""
        stops = focus_stops(self.panel)
        if not stops:
            return False
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else (-1 if next else 0)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Follow the panel when its contents grow."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc; no other key gets past the veil."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses from what lies under the veil."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to close on a click outside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_asked.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil, the one shadow, and the panel's ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._veil)
        veil.setAlphaF(veil.alphaF() * self._shown)
        painter.fillRect(event.rect(), veil)
        panel = QRectF(self.panel.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        if not self.panel.geometry().contains(event.rect()):
            _paint_shadow(painter, panel)
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(panel, RADIUS, RADIUS)
        if self._theme.is_dark:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._theme.line2))
            painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _place(self) -> None:
        room = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = min(self._width, room.width())
        layout = self.panel.layout()
        wanted = self.panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(width)
        height = min(max(wanted, self.panel.minimumSizeHint().height()), room.height())
        left = (self.width() - width) // 2
        top = (self.height() - height) // 2 if self._top is None else self._top
        top = max(MARGIN, min(top, room.bottom() + 1 - height))
        placed = QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1))
        if placed != self.panel.geometry():
            self.panel.setGeometry(placed)
            self.update()

    def _on_fade(self, shown: float) -> None:
        """Let the veil come; the panel is there at once, since somebody may type already."""
        self._shown = shown
        self.update()

    def _holds_focus(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)


def _paint_shadow(painter: QPainter, panel: QRectF) -> None:
    """Paint a soft shadow as rings, faint outside; an effect would paint the whole panel again at every key."""
    rings = _SHADOW_REACH // 2
    color = QColor(_SHADOW)
    for n in range(1, rings + 1):
        color.setAlphaF(_SHADOW_SHARE * 2 * n / (rings * (rings + 1)))
        painter.setBrush(color)
        grow = _SHADOW_REACH - 2 * n
        ring = panel.translated(0, _SHADOW_DOWN).adjusted(-grow, -grow, grow, grow)
        painter.drawRoundedRect(ring, RADIUS + grow, RADIUS + grow)
