"""Five faces and their words: the guest's answer to whether we put it right. None is chosen beforehand."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.verdicts import FACES, verdict_name
from hospitality_desk.words import _

_HEIGHT, _ICON = 76, 30


class _Face(QAbstractButton):
    def __init__(self, around: Around, score: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"verdict_{score}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(verdict_name(score))
        self.setAccessibleName(_("{verdict}, {score} of 5").format(verdict=verdict_name(score), score=score))
        self.setFont(around.font(Role.CAPTION_MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._around, self._icon = around, FACES[score - 1][0]

    def sizeHint(self) -> QSize:
        """Return the face's size."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 12
        return QSize(max(self._px(72), words), self._px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose it; on the chosen one Enter is for the form."""
        if self.isChecked() or not took_enter(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the face and its words."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.line2), 2 if chosen else 1))
        painter.setBrush(QColor(theme.sel if chosen else (theme.hover if self.underMouse() else theme.raised)))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        if self.hasFocus():
            paint_focus_ring(painter, box.adjusted(3, 3, -3, -3), theme, 5)
        ink = theme.accent if chosen else theme.text2
        side = self._px(_ICON)
        paint_icon(painter, QRect((self.width() - side) // 2, self._px(13), side, side), self._icon, ink)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        at = QRect(2, self._px(47), self.width() - 4, self._px(22))
        painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


class VerdictFaces(QWidget):
    """One of five, or none; the arrow keys go along, 1 to 5 choose."""

    chosen = Signal(int)
    """The score that a person chose."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_faces")
        self.score: int | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.faces = [_Face(around, score, self) for score in range(1, 6)]
        for score, face in enumerate(self.faces, start=1):
            face.clicked.connect(lambda _on=False, score=score: self._on_tap(score))
            self._group.addButton(face, score)
            row.addWidget(face)

    def show_score(self, score: int | None) -> None:
        """Show this one as chosen; None takes the choice back."""
        self.score = score
        for n, face in enumerate(self.faces, start=1):
            face.setChecked(n == score)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, go along by arrow."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if self.took_digit(event):
            return
        if step is not None:
            at = next((n for n, face in enumerate(self.faces) if face.hasFocus()), 0)
            self.faces[(at + step) % len(self.faces)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def took_digit(self, event: QKeyEvent) -> bool:
        """Choose the face of a plain digit from 1 to 5; False for any other key."""
        digit = event.key() - Qt.Key.Key_1
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain or not 0 <= digit < len(self.faces):
            return False
        self._on_tap(digit + 1)
        self.faces[digit].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_tap(self, score: int) -> None:
        self.show_score(score)
        self.chosen.emit(score)
