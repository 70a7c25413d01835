"""A task that is tried again and again, as a card: whose it is, the tries so far, and the two answers a try has."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.tasks import Task, TryOutcome
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.incident.reached_form import ReachedForm
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.task_words import state_words
from hospitality_desk.gui.incident.try_times import TryTimes
from hospitality_desk.gui.incident.try_words import rule_words, standing_words
from hospitality_desk.gui.widgets.avatar import initials, paint_avatar
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.button_pair import ButtonPair
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_PAD, _SIGN, _AVATAR = 11, 18, 24


class TryCard(QFrame):
    """*No answer* logs at once, *Reached* asks what they said, the dots hold the rest. D is done, as in the list."""

    tried = Signal(int, object)
    """A task's number and the TryOutcome."""
    reached = Signal(int, str)
    """A task's number, and what they said."""
    done_asked = Signal(int)
    menu_asked = Signal(int, QRect)
    """A task's number, and where its menu belongs in the window."""

    def __init__(self, around: Around, incident_id: IncidentId, n: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"try_card_{n}")
        self._around, self.n = around, n
        self._owner, self._is_mine = "", False
        theme = around.theme
        self.title = ElidedLabel(f"try_title_{n}", around.font(Role.BODY_BOLD), theme.text)
        self.standing = WordsLabel(around, Role.SMALL, theme.text2, f"try_standing_{n}", wrap=True)
        self.rule = WordsLabel(around, Role.SMALL, theme.text2, f"try_rule_{n}", wrap=True)
        self.state = WordsLabel(around, Role.SMALL, theme.text2, f"try_state_{n}", wrap=True)
        self.times = TryTimes(around, f"try_times_{n}", self)
        self.dots = IconButton(around, "dots-horizontal", _("More"), f"try_dots_{n}", theme.text2, self)
        self.no_answer = Button(_("No answer"), ButtonKind.OTHER, f"no_answer_{n}", self)
        self.reach = Button(_("Reached"), ButtonKind.NEXT, f"reached_{n}", self)
        self.form = ReachedForm(around, incident_id, n, self)
        for button, key in ((self.no_answer, "X"), (self.reach, "R")):
            button.setFont(around.font(Role.BODY))
            if around.letters:
                button.setAccessibleDescription(key)
        self._lay_out()
        self.no_answer.clicked.connect(lambda: self.tried.emit(self.n, TryOutcome.NO_ANSWER))
        self.reach.clicked.connect(self.ask_what_they_said)
        self.dots.clicked.connect(self._ask_menu)
        self.form.entered.connect(partial(self.reached.emit, n))
        self.form.closed.connect(self._on_form_closed)

    def _lay_out(self) -> None:
        px = self._px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_PAD), px(1), px(_PAD), px(_PAD))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(margins(self, px(_SIGN + 8), 0, 0, 0))
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addSpacing(px(_AVATAR + 4))
        head.addWidget(self.dots)
        column.addLayout(head)
        column.addWidget(self.rule)
        column.addWidget(self.state)
        column.addWidget(self.standing)
        column.addSpacing(px(4))
        column.addWidget(self.times)
        column.addSpacing(px(4))
        self._answers = ButtonPair(self.no_answer, self.reach, f"try_answers_{self.n}", self)
        column.addWidget(self._answers)
        column.addWidget(self.form)

    def show_task(self, task: Task, scene: Scene) -> None:
        """Show how it stands."""
        title = " ".join(task.title.split())
        self._owner, self._is_mine = scene.name(task.owner), task.owner == scene.acting
        self.title.setText(title)
        assert task.rule is not None
        self.rule.show_words(
            _("{name}, {rule}").format(name=self._owner, rule=rule_words(task.rule, scene))
        )  # fmt: skip
        state = state_words(task, scene)
        self.state.show_words(state)
        self.state.setVisible(bool(state))
        self.setAccessibleName(title)
        self.dots.setAccessibleName(_("More about {title}").format(title=title))
        self.no_answer.setAccessibleName(_("No answer: {title}").format(title=title))
        self.reach.setAccessibleName(_("Reached: {title}").format(title=title))
        self.times.show_task(task, scene)
        self.show_now(task, scene)
        self.update()

    def show_now(self, task: Task, scene: Scene) -> None:
        """Say how long it is until the next try; nothing else changed but the time."""
        self.standing.show_words(standing_words(task, scene))

    def ask_what_they_said(self) -> None:
        """Ask in place of the two answers."""
        self._answers.hide()
        self.form.open()

    def _on_form_closed(self) -> None:
        self._answers.show()
        here = QApplication.focusWidget()
        if here is not None and self.form.isAncestorOf(here):
            self.reach.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.n, QRect(self.dots.mapTo(self.window(), QPoint(0, 0)), self.dots.size()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take D for done, where letters are keys."""
        if event.key() == Qt.Key.Key_D and self._around.letters and not event.modifiers():
            if not event.isAutoRepeat():
                self.done_asked.emit(self.n)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the sign before the title and whose it is."""
        theme, px = self._around.theme, self._px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line2), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        middle, side = self.title.geometry().center().y(), px(_SIGN)
        sign = QRect(px(_PAD), middle - side // 2, side, side)
        paint_icon(painter, self._sided(sign), "phone-outline", theme.accent)
        side = px(_AVATAR)
        left = self.width() - px(_PAD) - self.dots.width() - side
        ring = self._sided(QRect(left, middle - side // 2, side, side))
        face = self._around.font(Role.CAPTION_BOLD)
        paint_avatar(painter, ring, initials(self._owner), theme, face, mine=self._is_mine)

    def _sided(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right() - 1)
        return box

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
