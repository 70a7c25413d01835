"""One settled problem as a card: the guest's answer as a face, then place, words, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hospitality_desk.domain.incidents import Status
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.card import ROW_HEIGHT, no_row, paint_card, paint_card_ring, with_pointer
from hospitality_desk.gui.floor.row_layout import RowText
from hospitality_desk.gui.floor.row_words import ended_words, guest_words, place_words, said_words
from hospitality_desk.gui.floor.text_lines import tell_cut_words, write_texts
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.gui.widgets.verdicts import FACES

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.gui.floor.closed_model import ClosedModel
    from hospitality_desk.queries.incidents import ClosedRow

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _WORDS_LEFT, _RIGHT, _FACE = 19, 76, 13, 28
_NO_VERDICT, _WITHDRAWN = "check", "close"


class ClosedDelegate(QStyledItemDelegate):
    """Paints rows from the theme; no clock runs in any of them."""

    def __init__(self, around: Around, model: ClosedModel) -> None:
        super().__init__(None)
        self._around, self._model, self._scale = around, model, around.percent / 100
        self.by_keyboard = False
        """The last one in the list came by keyboard: the row that has it wears a ring."""
        self.pointed_row: Callable[[], int] = no_row
        """The row under the pointer at this moment, from the list that is painted."""
        self._title, self._guest = around.font(Role.ROW_TITLE), around.font(Role.BODY)
        self._own_words, self._gist = around.font(Role.WORDS), around.font(Role.BODY)
        self._small, self._mine = around.font(Role.SMALL), around.font(Role.SMALL_BOLD)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the fixed height."""
        return QSize(0, self._px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the card; nothing while the house is closed."""
        if not self._around.bridge.is_open:
            return
        row, card, theme = self._model.row_at(index), option.rect, self._around.theme
        painter.save()
        paint_card(
            painter, card, with_pointer(option.state, index.row() == self.pointed_row()), theme, option.direction
        )
        side = self._px(_FACE)
        face = QRect(card.left() + self._px(_LEFT), card.top() + self._px(11), side, side)
        withdrawn = row.status == Status.WITHDRAWN
        sign = _WITHDRAWN if withdrawn else _NO_VERDICT if row.verdict is None else FACES[row.verdict - 1][0]
        ink = theme.text2 if row.verdict is not None else theme.text3
        paint_icon(painter, QStyle.visualRect(option.direction, card, face), sign, ink)
        write_texts(painter, card, self._texts(card, row), option.direction)
        if option.state & QStyle.StateFlag.State_HasFocus and self.by_keyboard:
            paint_card_ring(painter, card, theme)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Say in a tool tip what is cut short under the pointer."""
        if not index.isValid() or not self._around.bridge.is_open:
            return False
        return tell_cut_words(event, view, self._texts(option.rect, self._model.row_at(index)))

    def _texts(self, card: QRect, row: ClosedRow) -> list[RowText]:
        around, theme = self._around, self._around.theme
        left, end = card.left() + self._px(_WORDS_LEFT), card.right() + 1 - self._px(_RIGHT)
        first, second, third = (
            QRect(left, card.top() + self._px(top), end - left, self._px(tall))
            for top, tall in ((7, 20), (27, 22), (50, 18))
        )
        time = QRect(card.left() + self._px(_LEFT), third.top(), left - card.left() - self._px(_LEFT), third.height())
        place = min(self._wide(self._title, place_words(row)), first.width())
        guest = first.adjusted(place + self._px(9), 0, 0, 0)
        mine = around.acting.person is not None and around.acting.person.name == row.closed_by
        face = self._mine if mine else self._small
        by = min(self._wide(face, row.closed_by), third.width() // 3)
        return [
            RowText(0, time, time_words(row.closed_at, around.bridge.house.zone), self._small, theme.text2),
            RowText(1, QRect(left, first.top(), place, first.height()), place_words(row), self._title, theme.text),
            RowText(1, guest, guest_words(row), self._guest, theme.text2),
            RowText(2, second, said_words(row), self._own_words if row.own_words else self._gist, theme.text),
            RowText(3, third.adjusted(0, 0, -by - self._px(12), 0), ended_words(row), self._small, theme.text2),
            RowText(3, QRect(end - by, third.top(), by, third.height()), row.closed_by, face,
                    theme.accent if mine else theme.text2),
        ]  # fmt: skip

    def _wide(self, face: QFont, words: str) -> int:
        return QFontMetrics(face).horizontalAdvance(words) + 1

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
