"""One story as a row: a check mark where it can be printed, the title in the serif, where it stands, whose it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.stories.row_words import more_words, status_words, title_words
from hospitality_desk.gui.stories.stories_model import StoriesModel
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.plain_tip import plain_tip

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, CHECK = 66, 52
"""Pixels at 100 %: a row, and its part that takes the check mark."""
_ICON, _GAP = 20, 12


class StoryDelegate(QStyledItemDelegate):
    """Paints rows from the theme."""

    def __init__(self, around: Around, model: StoriesModel) -> None:
        super().__init__(None)
        self._around, self._model, self._scale = around, model, around.percent / 100
        self.pointed_row: Callable[[], int] = lambda: -1
        self._title, self._small, self._bold = (
            around.font(Role.WORDS_HEADER), around.font(Role.SMALL), around.font(Role.SMALL_BOLD),
        )  # fmt: skip

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the fixed height."""
        return QSize(0, self._px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row; nothing while the house is closed."""
        if not self._around.bridge.is_open:
            return
        theme, card = self._around.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.is_chosen(index):
            painter.fillRect(card, QColor(theme.sel))
        elif index.row() == self.pointed_row():
            painter.fillRect(card, QColor(theme.hover))
        painter.fillRect(card.left(), card.bottom(), card.width(), 1, QColor(theme.line))
        if self._model.can_choose(index):
            self._paint_check(painter, option, index)
        for rect, words, face, ink in self._texts(card, index):
            box = QStyle.visualRect(option.direction, card, rect)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(box, int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value), shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, QRectF(card).adjusted(1, 1, -1, -2), theme)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Say in a tool tip what is cut short."""
        if not index.isValid() or not self._around.bridge.is_open:
            return False
        cut = [
            words
            for rect, words, face, _ink in self._texts(option.rect, index)
            if QFontMetrics(face).horizontalAdvance(words) > rect.width()
        ]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(cut)) if cut else "", view)
        return True

    def _paint_check(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        side, card = self._px(_ICON), option.rect
        middle = card.top() + card.height() // 2 - side // 2
        box = QRect(card.left() + (self._px(CHECK) - side) // 2, middle, side, side)
        chosen, theme = self._model.is_chosen(index), self._around.theme
        name, ink = ("checkbox-marked", theme.accent) if chosen else ("checkbox-blank-outline", theme.ctl)
        paint_icon(painter, QStyle.visualRect(option.direction, card, box), name, ink)

    def _texts(self, card: QRect, index: _Index) -> list[tuple[QRect, str, QFont, str]]:
        row, theme, bridge = self._model.row_at(index), self._around.theme, self._around.bridge
        left, end = card.left() + self._px(CHECK), card.right() + 1 - self._px(_GAP)
        status = status_words(row)
        face = self._bold if row.status == StoryStatus.RELEASED else self._small
        most = (end - left) * 2 // 5
        wide = min(most, QFontMetrics(face).horizontalAdvance(status) + 2)
        ink = theme.accent if row.status == StoryStatus.RELEASED else theme.text2
        gone = row.status == StoryStatus.WITHDRAWN
        first, second = (QRect(left, card.top() + self._px(top), end - left, self._px(24)) for top in (9, 34))
        title = first.adjusted(0, 0, -wide - self._px(_GAP), 0)
        at_end = QRect(end - wide, first.top(), wide, first.height())
        return [
            (title, title_words(row), self._title, theme.text2 if gone else theme.text),
            (at_end, status, face, ink),
            (second, more_words(row, bridge.now(), bridge.house.zone), self._small, theme.text2),
        ]

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
