"""A task that is offered to whoever acts: who asks, for what, and the two answers."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hospitality_desk.domain.tasks import Task
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.button_pair import ButtonPair
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_PAD, _LONGEST = 11, 120
"""Pixels inside the frame, and characters of a title that are shown; the rest is in the tool tip."""


class OfferCard(QFrame):
    """On the tint of what asks for an answer. It stays its owner's until *Take it*."""

    taken = Signal(int)
    declined = Signal(int)

    def __init__(self, around: Around, n: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"offer_card_{n}")
        self._around, self.n = around, n
        scale = around.percent / 100
        self.words = WordsLabel(around, Role.BODY_BOLD, around.theme.text, f"offer_words_{n}", wrap=True)
        self.stays = WordsLabel(around, Role.SMALL, around.theme.text2, f"offer_stays_{n}", wrap=True)
        self.take = Button(_("Take it"), ButtonKind.NEXT, f"offer_take_{n}", self)
        self.not_now = Button(_("Not now"), ButtonKind.OTHER, f"offer_not_now_{n}", self)
        self.take.setFont(around.font(Role.BODY))
        self.not_now.setFont(around.font(Role.BODY))
        if around.letters:
            self.take.setAccessibleDescription("Y")
        column = QVBoxLayout(self)
        pad = round(_PAD * scale)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(round(4 * scale))
        column.addWidget(self.words)
        column.addWidget(self.stays)
        column.addSpacing(round(4 * scale))
        column.addWidget(ButtonPair(self.take, self.not_now, f"offer_answers_{n}", self))
        self.take.clicked.connect(lambda: self.taken.emit(self.n))
        self.not_now.clicked.connect(lambda: self.declined.emit(self.n))

    def show_task(self, task: Task, scene: Scene) -> None:
        """Show who asks for what."""
        name, title = scene.name(task.owner), " ".join(task.title.split())
        short = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
        words = _("{name} asks: {title}")
        self.words.show_words(words.format(name=name, title=short))
        self.words.setToolTip("" if short == title else plain_tip(title))
        self.stays.show_words(_("It stays with {name} until you say yes.").format(name=name))
        self.setAccessibleName(words.format(name=name, title=title))
        self.take.setAccessibleName(_("Take it: {title}").format(title=title))
        self.not_now.setAccessibleName(_("Not now: {title}").format(title=title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Y for this very task, where letters are keys."""
        if event.key() == Qt.Key.Key_Y and self._around.letters and not event.modifiers():
            if not event.isAutoRepeat():
                self.taken.emit(self.n)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._around.theme.tint))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
