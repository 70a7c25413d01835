"""At the foot: what a story still lacks before it may be released, and what is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.stories.gate_words import GateLine, gate_lines
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.paragraph import Paragraph
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_ICON, _LEFT, _MOST, _SHARE = 18, 16, 210, 0.24
"""Pixels at 100 %, the most its lines take, and the share of the window they take at most."""


class GatePart(QWidget):
    """Open circles first, then filled checks; it scrolls when it is long."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gate_part")
        self._around, self._scale = around, around.percent / 100
        self.heading = WordsLabel(around, Role.BODY_BOLD, around.theme.text, "gate_heading")
        self.count = WordsLabel(around, Role.SMALL, around.theme.text2, "gate_count")
        self._lines: tuple[GateLine, ...] = ()
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self._px(6))
        self._area = TallScroll("gate_area", inside, self)
        inside.installEventFilter(self)
        self._area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._px(_LEFT), self._px(12), self._px(14), self._px(12))
        column.setSpacing(self._px(8))
        column.addLayout(top)
        column.addWidget(self._area)

    def show_now(self, now: StoryNow) -> None:
        """Show what is left and what is done."""
        lines = gate_lines(now)
        done = sum(line.is_done for line in lines)
        self.heading.show_words(_heading(now))
        self.count.show_words(_("{done} of {all}").format(done=done, all=len(lines)))
        if lines != self._lines:
            self._lines = lines
            while (item := self._rows.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for line in lines:
                self._rows.addWidget(_Line(self._around, line))
            self._fit()

    def resizeEvent(self, event: object) -> None:
        """Measure again at the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type] # a resize event
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when lines have come."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        wide = self.width() - self._px(_LEFT) - self._px(14)
        tall, most = self._area.tall_for(wide), min(self._px(_MOST), round(self.window().height() * _SHARE))
        policy = Qt.ScrollBarPolicy  # a bar that comes for a moment would make the lines longer, and stay
        self._area.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if tall > most else policy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(min(most, tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its upper edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._around.theme.raised))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._around.theme.line2))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)


class _Line(QWidget):
    def __init__(self, around: Around, line: GateLine) -> None:
        super().__init__()
        self.setObjectName("gate_line")
        self._theme, self._scale, self._is_done = around.theme, around.percent / 100, line.is_done
        ink = around.theme.text2 if line.is_done else around.theme.text
        self.words = Paragraph(around, "gate_words", Role.SMALL, ink, line=18, parent=self)
        self.words.setText(line.words)
        state = _("done") if line.is_done else _("still open")
        self.words.setAccessibleName(_("{words}, {state}").format(words=line.words, state=state))
        across = QHBoxLayout(self)
        across.setContentsMargins(round(26 * self._scale), 0, 0, 0)
        across.addWidget(self.words, 1)

    def sizeHint(self) -> QSize:
        """Return the room of its words."""
        return QSize(200, self.words.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle or the check."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(_ICON * self._scale)
        left = self.width() - side if self.isRightToLeft() else 0
        name, ink = ("check-circle", self._theme.text2) if self._is_done else ("circle-outline", self._theme.accent)
        paint_icon(painter, QRect(left, 0, side, side), name, ink)


def _heading(now: StoryNow) -> str:
    match now.story.status:
        case StoryStatus.RELEASED if not now.whole.gate:
            return _("Released")
        case StoryStatus.WITHDRAWN:
            return _("Withdrawn")
        case _other:
            return _("Ready to release") if now.is_ready else _("Not ready to release")
