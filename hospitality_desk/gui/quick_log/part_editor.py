"""A small field over the quick log that puts one part of the line right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from hospitality_desk.desk.quick_log import ChosenValue
from hospitality_desk.domain.quick_line import LineContext, PartName
from hospitality_desk.domain.time_words import read_time
from hospitality_desk.errors import WrongUse
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.quick_log.part_words import CAPTIONS
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _

TIMES = (PartName.PROMISE_BY, PartName.HAPPENED_AT)
_LONGEST_FIELD = 200
_LARGEST_PARTY = 999
_HALF_A_DAY = 12 * 3600


class PartEditor(QWidget):
    """Asks for one value. Enter or the button takes it, Esc leaves everything as it was."""

    chosen = Signal(object, object)
    """The PartName and the value a person gave it; None leaves the part out."""
    wrong = Signal(str)
    """A sentence: what was written cannot be that part. The field stays open."""
    closed = Signal()

    def __init__(self, around: Around, form: QWidget) -> None:
        super().__init__(form)
        self.setObjectName("part_editor")
        self._around, self._form = around, form
        self._name = PartName.PLACE
        self._context: LineContext | None = None
        self._was: ChosenValue = None
        self._shown = ""
        self._is_left_out = False
        self._caption = QLabel(self)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setFont(around.font(Role.BODY))
        self.field = QLineEdit(self)
        self.field.setObjectName("part_field")
        self.field.setFont(around.font(Role.BODY))
        self.field.setMaxLength(_LONGEST_FIELD)
        self.field.returnPressed.connect(self.take)
        take = Button(_("Change"), ButtonKind.NEXT, "part_take", self)
        take.clicked.connect(self.take)
        self._leave_out = Button(_("Leave it out"), ButtonKind.QUIET, "part_leave_out", self)
        self._leave_out.clicked.connect(self._on_leave_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(8)
        for widget in (self._caption, self.field, take, self._leave_out):
            row.addWidget(widget, 1 if widget is self.field else 0)
        for button in (take, self._leave_out):
            button.setFont(around.font(Role.BODY_MEDIUM))
        self.hide()

    def open_for(
        self, name: PartName, value: ChosenValue, context: LineContext, under: QPoint, *, is_left_out: bool
    ) -> None:
        """Show the field for a part with its value so far, at a point of the form."""
        self._name, self._was, self._context, self._is_left_out = name, value, context, is_left_out
        caption = _(CAPTIONS[name])
        self._caption.setText(caption)
        self.field.setAccessibleName(caption)
        self._shown = _in_field(value, context)
        self.field.setText(self._shown)
        self.field.selectAll()
        self._leave_out.setVisible(value is not None and not is_left_out)
        self._place(under, round((360 if name in TIMES else 520) * self._around.percent / 100))
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def take(self) -> None:
        """Take the value in the field: an empty field leaves the part out, one that cannot be read stays open."""
        if self.field.text() == self._shown:
            value = self._was
        else:
            try:
                value = self._value()
            except WrongUse as error:
                self.field.selectAll()
                self.wrong.emit(error.say)
                return
        if value == self._was and not self._is_left_out:
            self._close()
        else:
            self._choose(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, and take nothing; Enter presses the button it stands on."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        here = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, Button):
            here.click()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint its ground and frame: it lies over the form."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._around.theme.raised))
        painter.setPen(QColor(self._around.theme.ctl))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _place(self, under: QPoint, width: int) -> None:
        room = self._form.rect().adjusted(16, 8, -16, -8)
        size = QSize(min(room.width(), max(self.sizeHint().width(), width)), self.sizeHint().height())
        self.resize(size)
        left = max(room.left(), min(under.x(), room.right() - size.width()))
        self.move(left, max(room.top(), min(under.y(), room.bottom() - size.height())))

    def _value(self) -> ChosenValue:
        """Read the field; raises WrongUse with a sentence."""
        words = " ".join(self.field.text().split())
        if not words:
            return None
        if self._name in TIMES and self._context is not None:
            is_past = self._name == PartName.HAPPENED_AT
            return read_time(words, self._context.now, self._context.zone, last=is_past)
        if self._name == PartName.PARTY_SIZE:
            if not (words.isdecimal() and 0 < int(words) <= _LARGEST_PARTY):
                raise WrongUse(_("A party is a number from 1 to 999."))
            return int(words)
        return words

    def _on_leave_out(self) -> None:
        self._choose(None)

    def _choose(self, value: ChosenValue) -> None:
        self.hide()
        self.chosen.emit(self._name, value)
        self.closed.emit()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _in_field(value: ChosenValue, context: LineContext) -> str:
    """Return a value as a person would type it: a time with its day only where the day is not plain."""
    if not isinstance(value, datetime):
        return "" if value is None else str(value)
    if abs((value - context.now).total_seconds()) < _HALF_A_DAY:
        return time_words(value, context.zone)
    return f"{value.astimezone(context.zone):%Y-%m-%d %H:%M}"
