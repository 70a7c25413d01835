"""A scene's own words: undecided names in a dashed box, words that replace a name underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.scene_marks import Mark, Place, Sort
from hospitality_desk.gui.widgets.growing_text import GrowingText
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _

LINE = 25
"""Pixels from line to line."""


class SceneText(GrowingText):
    """Shows the marks it was given last until it is given others; a tool tip tells what a sentence rests on."""

    def __init__(self, around: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(around, name, Role.WORDS_HEADER, line=LINE, parent=parent)
        self._theme = around.theme
        self._marks: tuple[Mark, ...] = ()
        self._places: tuple[Place, ...] = ()
        self._tips: dict[tuple[int, ...], str] = {}

    def show_marks(self, marks: tuple[Mark, ...], places: tuple[Place, ...], tips: dict[tuple[int, ...], str]) -> None:
        """Mark these pieces; `tips` tells of the notes behind a sentence."""
        self._marks, self._places, self._tips = marks, places, tips
        self.viewport().update()

    def select(self, value: str) -> bool:
        """Choose the first place where an undecided value stands; False where it does not."""
        mark = next((each for each in self._marks if each.sort == Sort.OPEN and each.value == value), None)
        if mark is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes and lines under the words, then the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            for box in self.line_boxes(mark.start, mark.end):
                self._paint(painter, mark, box)
        painter.end()
        super().paintEvent(event)

    def _paint(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        if mark.sort == Sort.REPLACED:
            under = QRectF(box.left(), box.bottom() - 1, box.width(), 2)
            painter.fillRect(under, QColor(self._theme.accentline))
            return
        pen = QPen(QColor(self._theme.accent), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme.tint))
        painter.drawRoundedRect(box.adjusted(-2, 0.5, 2, 0.5), 4, 4)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _tip_at(self, point: QPoint) -> str:
        at = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if at < 0:
            return ""
        mark = next((each for each in self._marks if each.start <= at < each.end), None)
        if mark is not None and mark.sort == Sort.OPEN:
            return _("“{value}” is not decided yet.").format(value=mark.value)
        if mark is not None:
            return _("In place of “{value}”").format(value=mark.value)
        place = next((each for each in self._places if each.start <= at < each.end), None)
        return "" if place is None else self._tips.get(place.entries, "")
