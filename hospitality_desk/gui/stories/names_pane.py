"""The right side of the editor: names and numbers, behaviours, questions, and at the foot what is left to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.stories.behaviours_part import BehavioursPart
from hospitality_desk.gui.stories.gate_part import GatePart
from hospitality_desk.gui.stories.names_part import NamesPart
from hospitality_desk.gui.stories.pane_head import PaneHead
from hospitality_desk.gui.stories.questions_part import QuestionsPart
from hospitality_desk.gui.stories.story_acts import StoryActs
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.words import _

WIDTH, WIDE = 340, 380


class NamesPane(QWidget):
    """Everything but the foot scrolls."""

    is_saving = Signal(object)

    def __init__(self, around: Around, acts: StoryActs, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("names_pane")
        self._theme = around.theme
        self.head = PaneHead(around, "names_head", _("Names and numbers"))
        self.names = NamesPart(around, acts, now)
        self.behaviours = BehavioursPart(around, acts, now)
        self.questions = QuestionsPart(around, acts, now)
        self.questions.is_saving.connect(self.is_saving)
        self.gate = GatePart(around)
        self.names.finished.connect(self.behaviours.plus.setFocus)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (self.names, self.behaviours, _Hairline(around), self.questions):
            inner.addWidget(part)
        inner.addStretch(1)
        self.area = TallScroll("names_area", inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self.gate)

    def show_now(self, now: StoryNow) -> None:
        """Show all parts as they stand."""
        self.names.show_now(now)
        self.head.count.setText(self.names.words_for_count if now.may_write else "")
        self.behaviours.show_now(now)
        self.questions.show_now(now)
        self.gate.show_now(now)

    def let_go(self) -> None:
        """Keep what is typed, send nothing more, and close what is open beside it."""
        self.names.let_go()
        self.questions.let_go()
        self.behaviours.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the edge to the story."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(edge, 0, 1, self.height(), QColor(self._theme.line))


class _Hairline(QWidget):
    def __init__(self, around: Around) -> None:
        super().__init__()
        self._color = around.theme.line
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), QColor(self._color))
