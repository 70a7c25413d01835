"""The tries of a task side by side: a sign for what came of each over its time, and an empty circle for the next."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from hospitality_desk.domain.tasks import Task
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.try_words import outcome_inside, outcome_sign
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _

HEIGHT = 38
_ICON, _LEAST_GAP, _MOST_GAP = 16, 8, 16
_MOST = 12
"""Tries that are looked at at all; no pane shows more."""


@dataclass(frozen=True, slots=True)
class _Mark:
    icon: str
    time: str
    spoken: str
    is_next: bool = False


class TryTimes(QWidget):
    """Shows the latest tries that have room, the next one always; the rest is in the count above."""

    def __init__(self, around: Around, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._around = around
        self._marks: tuple[_Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._px(HEIGHT))

    @property
    def times(self) -> tuple[str, ...]:
        """Return the times that are painted at this width, the next one last."""
        return tuple(mark.time for mark, _left, _wide in self._placed())

    def show_task(self, task: Task, scene: Scene) -> None:
        """Show its tries, and when the next one is."""
        marks = [
            _Mark(
                outcome_sign(each.outcome),
                scene.time(each.at),
                _("{time} {outcome}").format(time=scene.time(each.at), outcome=outcome_inside(each.outcome)),
            )
            for each in task.attempts[-_MOST:]
        ]
        if task.is_open and task.due is not None:
            words = _("next {time}").format(time=scene.time(task.due))
            marks.append(_Mark("circle-outline", words, words, is_next=True))
        self._marks = tuple(marks)
        self.setAccessibleName(", ".join(mark.spoken for mark in marks))
        self.update()

    def sizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(120, self._px(HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Say what came of the try under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self._spoken_at(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each sign over its time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, icon = self._around.theme, self._px(_ICON)
        for mark, left, wide in self._placed():
            column = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, wide, self.height()))
            sign = QRect(column.center().x() - icon // 2, self._px(2), icon, icon)
            paint_icon(painter, sign, mark.icon, theme.accent if mark.is_next else theme.text2)
            painter.setFont(self._face(mark))
            painter.setPen(QColor(theme.accent if mark.is_next else theme.text2))
            words = QRect(column.left(), self._px(20), wide, self.height() - self._px(20))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), mark.time)

    def _placed(self) -> list[tuple[_Mark, int, int]]:
        """Return the marks that have room, with left and width; measured from the reading side."""
        shown: list[tuple[_Mark, int]] = []
        used, least = 0, self._px(_LEAST_GAP)
        for mark in reversed(self._marks):
            wide = QFontMetrics(self._face(mark)).horizontalAdvance(mark.time) + 2
            if shown and used + least + wide > self.width():
                break
            used += wide + (least if shown else 0)
            shown.insert(0, (mark, wide))
        gap = 0
        if len(shown) > 1:
            gap = min(self._px(_MOST_GAP) - least, (self.width() - used) // (len(shown) - 1))
        placed, left = [], 0
        for mark, wide in shown:
            placed.append((mark, left, wide))
            left += wide + least + max(0, gap)
        return placed

    def _face(self, mark: _Mark) -> QFont:
        return self._around.font(Role.CAPTION_BOLD if mark.is_next else Role.CAPTION)

    def _spoken_at(self, place: QPoint) -> str:
        for mark, left, wide in self._placed():
            column = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, wide, self.height()))
            if column.contains(place):
                return mark.spoken
        return ""

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
