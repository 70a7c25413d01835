"""One name or number that is undecided: what it could be, and the ways to decide it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.domain.stories.open_questions import OpenQuestion
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.stories.find_signs import open_icon
from hospitality_desk.gui.stories.word_field import WordField
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _, ngettext

KEEP, OTHER = "keep", "other"
_ICON, _LEFT = 18, 16
_SHORT = 24
"""Characters of a suggestion that are shown on its button; the rest is in its tool tip."""


class QuestionCard(QWidget):
    """The suggestion is one tap away. What is known to be in the problem has no Keep: it cannot stay."""

    decided = Signal(object, object)
    """Words to put in its place or None, and a reason to keep it or None."""
    opened = Signal(str)
    """A field was opened for it: KEEP or OTHER."""

    def __init__(
        self, around: Around, n: int, question: OpenQuestion, *, may_write: bool, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(f"question_card_{n}")
        self.question = question
        self._around, self._scale = around, around.percent / 100
        self.value = ElidedLabel("card_value", around.font(Role.BODY_BOLD), around.theme.text, question.value)
        self.value.setAccessibleName(question.value)
        self.says = ElidedLabel("card_says", around.font(Role.SMALL), around.theme.text2, _says(question))
        for label in (self.value, self.says):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        top = QWidget(self)
        top.setObjectName("card_top")
        top.setToolTip(plain_tip(question.sentence))
        head = FlowLayout(self._px(8), top)
        head.addWidget(self.value)
        head.addWidget(self.says)
        self.put_in = Button(_suggested(question.suggestion), ButtonKind.NEXT, f"card_{n}_suggestion", self)
        self.put_in.setToolTip(plain_tip(question.suggestion) if len(question.suggestion) > _SHORT else "")
        self.put_in.clicked.connect(self._take_suggestion)
        self.keep = Button(_("Keep"), ButtonKind.QUIET, f"card_{n}_keep", self)
        self.keep.clicked.connect(lambda: self.open(KEEP))
        self.keep.setVisible(question.known is None)
        self.other = Button(_("Other"), ButtonKind.QUIET, f"card_{n}_other", self)
        self.other.clicked.connect(lambda: self.open(OTHER))
        for button in (self.put_in, self.keep, self.other):
            words = button.text().replace("&&", "&")
            button.setAccessibleName(f"{question.value}: {words}")
            button.setAccessibleDescription(question.sentence)
        self.ways = QWidget(self)
        flow = FlowLayout(8, self.ways)
        for button in (self.put_in, self.keep, self.other):
            flow.addWidget(button)
        self.ways.setVisible(may_write)
        self._is_answered = False
        self.field: WordField | None = None
        self.sort = ""
        """Which field is open."""
        self._column = QVBoxLayout(self)
        left = self._px(_LEFT)
        self._column.setContentsMargins(left, self._px(12), self._px(14), self._px(10))
        self._column.setSpacing(self._px(7))
        self._top = top
        top.setContentsMargins(margins(self, self._px(26), 0, 0, 0))
        head.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(top)
        self._column.addWidget(self.ways)

    def open(self, sort: str, words: str = "") -> None:
        """Open the field for other words, or for a reason."""
        self.close_field()
        self.sort = sort
        if sort == KEEP:
            self.field = WordField(self._around, _("Why may it stay? A word or two."), _("Keep it"), words)
            self.field.sent.connect(lambda reason: self.decided.emit(None, reason))
        else:
            self.field = WordField(self._around, _("Other words in its place; none removes it"), _("Put in"), words)
            self.field.sent.connect(lambda other: self.decided.emit(other, None))
        self.field.closed.connect(self._on_closed)
        self._column.addWidget(self.field)
        self.ways.hide()
        self.opened.emit(sort)

    def close_field(self) -> None:
        """Take the field away."""
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
            self.field, self.sort = None, ""
            self.ways.show()

    def say(self, words: str) -> None:
        """Say why it was not decided so; it can be decided again."""
        self._is_answered = False
        if self.field is None:
            self.open(OTHER, self.question.suggestion)
        if self.field is not None:
            self.field.say(words)

    def wake(self) -> None:
        """Take an answer again: the one before changed nothing."""
        self._is_answered = False
        if self.field is not None:
            self.close_field()
            self.other.setFocus()

    def _take_suggestion(self) -> None:
        """Decide it once: a second click before the answer is the same one."""
        if not self._is_answered:
            self._is_answered = True
            self.decided.emit(self.question.suggestion, None)

    def _on_closed(self) -> None:
        button = self.keep if self.sort == KEEP else self.other
        self.close_field()
        button.setFocus()
        self.opened.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sign and the hairline below."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.tint))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        side = self._px(_ICON)
        middle = self._top.y() + self.value.geometry().center().y() + 1
        left = self.width() - self._px(_LEFT) - side if self.isRightToLeft() else self._px(_LEFT)
        paint_icon(painter, QRect(left, middle - side // 2, side, side), open_icon(self.question.type), theme.accent)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)


def _says(question: OpenQuestion) -> str:
    if question.known is not None:
        return _("is in this problem")
    if question.times > 1:
        return ngettext(
            "could point to a person, {n} time", "could point to a person, {n} times", question.times
        ).format(n=question.times)
    return _("could point to a person")


def _suggested(words: str) -> str:
    if not words:
        return _("Remove")
    return _("“{words}”").format(words=words if len(words) <= _SHORT else words[: _SHORT - 1] + "…")
