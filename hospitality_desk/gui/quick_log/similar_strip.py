"""The strip under the chips: this may be logged already. Add the line to it, or keep the two apart."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.similarity import Reason
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.quick_log.add_button import AddButton
from hospitality_desk.gui.quick_log.strip_words import StripWords, Words
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.clock_words import since_words
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from hospitality_desk.queries.similar import SimilarProblem

HEIGHT, AFTER = 68, 14
"""Of the strip alone, and of the room under it, which is absent with it."""
_ICON, _ICON_MIDDLE, _TEXT_LEFT, _RIGHT, _PAD, _GAP, _RADIUS = 24, 26, 50, 12, 12, 8, 8
_LEAST_WORDS = 220
"""The words get at least so much width, or the buttons go under them."""
_HOLE = "\0"
_REASONS = {
    Reason.PHONE: N_("the same phone"),
    Reason.GUEST: N_("the same guest"),
    Reason.PLACE: N_("the same place"),
    Reason.WORDS: N_("words in common"),
}


class SimilarStrip(QWidget):
    """Absent while nothing is alike. It takes no key and no focus by itself: Enter still logs the line."""

    add_asked = Signal(object)
    """The SimilarProblem whose button was pressed."""
    apart_asked = Signal(object)
    """The SimilarProblem that is another one, says the person."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("similar_strip")
        self._around = around
        self._problem: SimilarProblem | None = None
        self._pressed: IncidentId | None = None
        self._words = StripWords(around, self)
        self.keep_apart = Button(_("Keep apart"), ButtonKind.OTHER, "quick_log_keep_apart", self)
        self.keep_apart.setFont(around.font(Role.BODY_MEDIUM))
        self.keep_apart.setAccessibleDescription(_("It is another problem."))
        self.add = AddButton(around, self)
        for button in (self.keep_apart, self.add):
            button.pressed.connect(self._on_pressed)
        self.keep_apart.clicked.connect(self._on_keep_apart)
        self.add.clicked.connect(self._on_add)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def problem(self) -> SimilarProblem | None:
        """Return the problem it speaks of; None while it is away."""
        return self._problem

    @property
    def says(self) -> tuple[str, str]:
        """Return what it says, in two sentences."""
        return self._words.whole

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (self.keep_apart, self.add)

    @property
    def holds_focus(self) -> bool:
        """Tell whether the keyboard is on one of its buttons."""
        return self.keep_apart.hasFocus() or self.add.hasFocus()

    def go_away(self) -> None:
        """Be absent: nothing is alike."""
        self._problem = None
        self.hide()

    def show_problem(self, problem: SimilarProblem, now: datetime, acting: PersonId | None = None) -> None:
        """Speak of this problem; another one than before is said aloud once."""
        before, self._problem = self._problem, problem
        title = _title(problem, now)
        is_mine = acting is not None and problem.logged_by_id == acting
        self._words.say(title, _wrote(problem, is_mine=is_mine))
        because = ", ".join(_(_REASONS[reason]) for reason in problem.reasons)
        self._words.setAccessibleDescription(because[:1].upper() + because[1:])
        self.add.show_number(problem.number)
        self._place(self.width())
        self.updateGeometry()
        self.show()
        if before is None or before.incident_id != problem.incident_id:
            say = " ".join((f"{title}.", _("Alt+A adds the line to it.")))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, say))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what words and buttons need, side by side or one over the other."""
        return self._flow(width, place=False) + AFTER

    def sizeHint(self) -> QSize:
        """Ask for a strip as in the design paper, or for more where the words are long."""
        width = max(self.width(), self._px(_LEAST_WORDS))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never be less than a strip as in the design paper; the height for the width asks for more."""
        return QSize(self._px(_LEAST_WORDS), self._px(HEIGHT) + AFTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow anew."""
        self._place(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted ground and the icon."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, -AFTER), _RADIUS, _RADIUS)
        side = self._px(_ICON)
        words = self._words.geometry()
        left = self._px(_ICON_MIDDLE) - side / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - side
        box = QRectF(left, words.center().y() + 1 - side / 2, side, side)
        paint_icon(painter, box, "call-merge", theme.accent)

    def _place(self, width: int) -> None:
        self._flow(width, place=True)

    def _flow(self, width: int, *, place: bool) -> int:
        """Return the height at a width; with `place`, put everything there."""
        pad, gap, right = self._px(_PAD), self._px(_GAP), self._px(_RIGHT)
        apart, add = self.keep_apart.sizeHint(), self.add.sizeHint()
        tall = max(apart.height(), add.height())
        buttons = apart.width() + gap + add.width()
        beside = width - self._px(_TEXT_LEFT) - 2 * gap - buttons - right
        is_one_row = beside >= self._px(_LEAST_WORDS)
        room = beside if is_one_row else width - self._px(_TEXT_LEFT) - right
        words = self._words.heightForWidth(room)
        if is_one_row:
            height = max(self._px(HEIGHT), words + 2 * pad, tall + 2 * pad)
            top, words_top = (height - tall) // 2, (height - words) // 2
        else:
            height = pad + words + gap + tall + pad
            top, words_top = pad + words + gap, pad
        if place:
            left = width - right - buttons if is_one_row else min(self._px(_TEXT_LEFT), width - right - buttons)
            places = (
                (self._words, QRect(self._px(_TEXT_LEFT), words_top, room, words)),
                (self.keep_apart, QRect(left, top, apart.width(), tall)),
                (self.add, QRect(left + apart.width() + gap, top, add.width(), tall)),
            )
            for widget, box in places:
                if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                    box.moveRight(width - 1 - box.left())
                widget.setGeometry(box)
        return height

    def _on_pressed(self) -> None:
        self._pressed = None if self._problem is None else self._problem.incident_id

    def _on_add(self) -> None:
        if self._is_still_the_same():
            self.add_asked.emit(self._problem)

    def _on_keep_apart(self) -> None:
        if self._is_still_the_same():
            self.apart_asked.emit(self._problem)

    def _is_still_the_same(self) -> bool:
        """Tell whether the problem is the one the finger went down on: the strip may have changed under it."""
        pressed, self._pressed = self._pressed, None
        return self._problem is not None and pressed in (None, self._problem.incident_id)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _title(problem: SimilarProblem, now: datetime) -> str:
    minutes = max(0, int((now - problem.logged_at).total_seconds() // 60))
    if minutes == 0:
        return _("Looks like #{number}, logged just now").format(number=problem.number)
    span = since_words(minutes)
    return _("Looks like #{number}, logged {span} ago").format(number=problem.number, span=span)


def _wrote(problem: SimilarProblem, *, is_mine: bool) -> Words:
    """Return where it is and who wrote what; the guest is named where that is why, or where no place is."""
    by_guest = Reason.GUEST in problem.reasons or Reason.PHONE in problem.reasons or not problem.place
    where = ", ".join(part for part in (problem.place, problem.guest if by_guest else None) if part)
    # The guest's words stand in their own quotation marks; ours need something before them.
    if is_mine:
        sentence = _("you wrote {words}") if problem.own_words else _("you wrote: {words}")
    else:
        sentence = _("{person} wrote {words}") if problem.own_words else _("{person} wrote: {words}")
    sentence = sentence.format(person=problem.logged_by, words=_HOLE)
    whole = _("{where}, {who_wrote}").format(where=where, who_wrote=sentence) if where else sentence
    whole = whole[:1].upper() + whole[1:]
    before, _hole, after = whole.partition(_HOLE)
    return Words(before, problem.wrote, after, problem.own_words)
