"""A small panel that opens beside what it edits, and lets the rest of the page be seen."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from hospitality_desk.gui.around import Around

_EDGE, _SHADOW, _RADIUS = 8, 14, 8
_SHADOW_COLOR = "#081416"


class Popover(QWidget):
    """A child of the window, not a window of its own. Esc closes it and gives the keyboard back."""

    closed = Signal()
    closes_outside = False
    """A press anywhere else in the window closes it, too; for a panel into which nothing is typed."""

    def __init__(self, around: Around, window: QWidget, name: str, *, width: int) -> None:
        super().__init__(window, Qt.WindowType.SubWindow)
        self.setObjectName(name)
        self._around, self._window = around, window
        self._before: QWidget | None = None
        self.setFixedWidth(round(width * around.percent / 100) + 2 * _SHADOW)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(_SHADOW + 16, _SHADOW + 14, _SHADOW + 16, _SHADOW + 16)
        self.inside.setSpacing(8)
        self.hide()

    def open_at(self, anchor: QRect) -> None:
        """Show it under a rectangle of the window, or above it where there is more room."""
        self._before = QApplication.focusWidget()
        self._anchor = anchor
        self.place()
        self.show()
        self.raise_()
        app = QApplication.instance()
        if self.closes_outside and app is not None:
            app.installEventFilter(self)

    @property
    def opened_from(self) -> QWidget | None:
        """Return what had the keyboard before, and gets it back."""
        return self._before if self._before is not None and isValid(self._before) else None

    def place(self) -> None:
        """Keep it beside its anchor and inside the window, as its contents grow."""
        window = self._window
        self.ensurePolished()
        tall = self.inside.totalHeightForWidth(self.width())
        if tall < 0:
            tall = self.sizeHint().height()
        self.resize(self.width(), tall)
        top = self._anchor.bottom() + 1 - _SHADOW + 4
        if top + tall > window.height() - _EDGE + _SHADOW:
            above = self._anchor.top() - tall + _SHADOW - 4
            top = above if above >= 0 else max(0, window.height() - tall)
        left = min(self._anchor.left() - _SHADOW, window.width() - self.width() + _SHADOW - _EDGE)
        self.move(QPoint(max(_EDGE - _SHADOW, left), top))

    def close_over(self) -> None:
        """Take it away; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        before = self.opened_from
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when somebody presses beside it; the press goes on to where it was meant."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            beside = watched is not self and not self.isAncestorOf(watched)
            if self.isVisible() and beside and watched.window() is self._window:
                self.close_over()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; keep the other keys from the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep letters from the window's own keys: what is typed here is for this panel."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain(event):
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up above everything else."""
        self.raise_()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow, the ground and its edge."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(_SHADOW_COLOR)
        shade.setAlphaF(0.035)
        painter.setBrush(shade)
        for grow in range(1, _SHADOW, 2):
            painter.drawRoundedRect(panel.adjusted(-grow, -grow + 4, grow, grow), _RADIUS + grow, _RADIUS + grow)
        painter.setPen(QColor(theme.line2))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _is_plain(event: QKeyEvent) -> bool:
    """Tell whether the key writes something, rather than asking for something with Ctrl or Alt."""
    asks = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & asks
