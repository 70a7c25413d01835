"""The tag that says all along that these guests are not real, and the way out of the sample venue."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.words import _

TOUCH = 44
_TALL, _ICON, _PAD, _RADIUS = 24, 14, 7, 4


class PracticeTag(QAbstractButton):
    """Painted 24 px high, touched 44 px high. Only the sample venue can be left from here."""

    left_asked = Signal()
    changed = Signal()
    """It came, went, or says something else: it needs other room."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("practice_tag")
        self._around, self._scale = around, around.percent / 100
        self._is_sample = False
        self.setFont(around.font(Role.CAPTION_MEDIUM))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._menu = QMenu(self)
        self._menu.setObjectName("practice_menu")
        self.leave_action = self._menu.addAction(_("Leave the sample venue"))
        self.leave_action.triggered.connect(self.left_asked)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_house(self, *, practice: bool, sample: bool) -> None:
        """Stand there in a practice house, and lead out of the sample venue."""
        self._is_sample = sample
        self.setText(_("Sample venue") if sample else _("Practice"))
        self.setEnabled(sample)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sample else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if sample else Qt.CursorShape.ArrowCursor)
        why = _("Nothing here is about a real guest.")
        self.setToolTip(why if not sample else _("These guests are made up. Tap to leave the sample venue."))
        self.setAccessibleName(f"{self.text()}. {why}")
        self.setVisible(practice)
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """Return the room for icon and words."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + self._px(2 * _PAD + _ICON + 5), self._px(TOUCH))

    def least_width(self) -> int:
        """Return the room for the icon alone, where the words have none."""
        return self._px(2 * _PAD + _ICON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed frame, the flask and the words."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall = self._px(_TALL)
        box = QRectF(0, (self.height() - tall) / 2, self.width(), tall)
        pen = QPen(QColor(theme.accentline), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(theme.tint if self.isEnabled() and self.underMouse() else theme.raised))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        side = self._px(_ICON)
        mirrored = self.layoutDirection()
        icon = QRect(self._px(_PAD), (self.height() - side) // 2, side, side)
        if self.width() < self.sizeHint().width():
            icon.moveLeft((self.width() - side) // 2)
        else:
            words = QRect(icon.right() + 1 + self._px(5), 0, self.width(), self.height())
            words.setRight(self.width() - self._px(_PAD) + 2)
            painter.setPen(QColor(theme.text2))
            flags = Qt.AlignmentFlag.AlignCenter
            painter.drawText(self.style().visualRect(mirrored, self.rect(), words), int(flags.value), self.text())
        paint_icon(painter, self.style().visualRect(mirrored, self.rect(), icon), "flask-outline", theme.accent)
        if self.hasFocus():
            paint_focus_ring(painter, box, theme, _RADIUS)

    def _on_clicked(self) -> None:
        if self._is_sample:
            below = QPoint(0, (self.height() + self._px(_TALL)) // 2 + 2)
            self._menu.popup(self.mapToGlobal(below))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
