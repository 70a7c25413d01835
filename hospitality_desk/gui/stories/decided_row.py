"""One value that is decided: what it was, and what stands in its place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.stories.scenes import Decision
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.stories.find_signs import decided_icon, outcome_words
from hospitality_desk.gui.stories.word_field import WordField
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.words import _

HEIGHT = 34
_ICON, _LEFT, _ARROW = 18, 16, 16


class DecidedRow(QWidget):
    """A line 34 px high; its pencil opens a field for other words."""

    decided = Signal(str)
    opened = Signal(bool)

    def __init__(
        self, around: Around, n: int, decision: Decision, *, may_write: bool, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(f"decided_row_{n}")
        self.decision = decision
        theme, self._around, self._scale = around.theme, around, around.percent / 100
        outcome = outcome_words(decision)
        self.value = ElidedLabel("decided_value", around.font(Role.SMALL), theme.text2, decision.value)
        self.outcome = ElidedLabel("decided_outcome", around.font(Role.SMALL), theme.text, outcome)
        self.pencil = IconButton(
            around, "pencil-outline", _("Other words for {value}").format(value=decision.value), f"decided_pencil_{n}",
            theme.text2, self,
        )  # fmt: skip
        self.pencil.setFixedHeight(self._px(HEIGHT))
        self.pencil.setVisible(may_write)
        self.pencil.clicked.connect(lambda: self.open())
        self.setAccessibleName(_("{value}: {outcome}").format(value=decision.value, outcome=outcome))
        self._line = QWidget(self)
        self._line.setFixedHeight(self._px(HEIGHT))
        across = QHBoxLayout(self._line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addSpacing(self._px(_LEFT + _ICON + 8))
        across.addWidget(self.value, 46)
        across.addSpacing(self._px(_ARROW + 12))
        across.addWidget(self.outcome, 54)
        across.addWidget(self.pencil)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, self._px(8), 1)
        self._column.setSpacing(self._px(4))
        self._column.addWidget(self._line)
        self.field: WordField | None = None

    def open(self, words: str | None = None) -> None:
        """Open the field with what stands there, or with what was typed into it before."""
        self.close_field()
        before = self.decision.replacement or ""
        caption = _("Other words in its place; none removes it")
        self.field = WordField(self._around, caption, _("Put in"), before if words is None else words)
        self.field.sent.connect(self.decided)
        self.field.closed.connect(self._on_closed)
        self.field.setContentsMargins(self._px(_LEFT), 0, self._px(6), self._px(8))
        self._column.addWidget(self.field)
        self.opened.emit(True)

    def close_field(self) -> None:
        """Take the field away."""
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
            self.field = None

    def say(self, words: str) -> None:
        """Say why it was not changed."""
        if self.field is None:
            self.open()
        if self.field is not None:
            self.field.say(words)

    def wake(self) -> None:
        """Close the field: what was put in stands there already."""
        if self.field is not None:
            self._on_closed()

    def _on_closed(self) -> None:
        self.close_field()
        self.pencil.setFocus()
        self.opened.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, the arrow and the hairline below."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        side, arrow = self._px(_ICON), self._px(_ARROW)
        middle = self._line.y() + self._line.height() // 2
        right = self.isRightToLeft()
        left = self.width() - self._px(_LEFT) - side if right else self._px(_LEFT)
        paint_icon(painter, QRect(left, middle - side // 2, side, side), decided_icon(self.decision.type), theme.text2)
        gap = (
            self.value.geometry().left() - self._px(6) - arrow if right else self.value.geometry().right() + self._px(7)
        )
        picture = "arrow-left" if right else "arrow-right"
        paint_icon(painter, QRect(gap, middle - arrow // 2, arrow, arrow), picture, theme.text2)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
