"""One open problem as a card: the clock, then place and guest, their words, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.card import ROW_HEIGHT, no_row, paint_card, paint_card_ring, with_pointer
from hospitality_desk.gui.floor.row_layout import PAD, SIGN, RowLayout, RowText
from hospitality_desk.gui.floor.step_signs import ANYTHING, step_sign
from hospitality_desk.gui.floor.text_lines import tell_cut_words, write_texts
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.guest_clock import HEIGHT, NARROWEST, paint_guest_clock

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.gui.floor.model import IncidentModel
    from hospitality_desk.queries.incidents import BoardRow

_Index = QModelIndex | QPersistentModelIndex


class IncidentDelegate(QStyledItemDelegate):
    """Paints rows from the theme. `clock_width` is one for the whole list, as wide as its longest words."""

    def __init__(self, around: Around, model: IncidentModel) -> None:
        super().__init__(None)
        self._around, self._model = around, model
        self.by_keyboard = False
        """The last one in the list came by keyboard: the row that has it wears a ring."""
        self.pointed_row: Callable[[], int] = no_row
        """The row under the pointer at this moment, from the list that is painted."""
        self._direction = Qt.LayoutDirection.LeftToRight
        self._scale = around.percent / 100
        self._layout = RowLayout(around)
        self.clock_width = round(NARROWEST * self._scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the fixed height."""
        return QSize(0, round(ROW_HEIGHT * self._scale))

    def clock_rect(self, row: QRect) -> QRect:
        """Return where the clock is painted in a row, in the row's own direction."""
        left, top = row.left() + round(PAD * self._scale), row.top() + round(8 * self._scale)
        clock = QRect(left, top, self.clock_width, round(HEIGHT * self._scale))
        return QStyle.visualRect(self._direction, row, clock)

    def mark_rect(self, row: QRect, index: _Index) -> QRect:
        """Return where the change mark of a row is painted; empty when it has none."""
        incident, mark = self._model.row_at(index), self._model.mark_at(index)
        if mark is None:
            return QRect()
        line = self._layout.mark_line(self._layout.words_area(row, self.clock_width))
        text = self._layout.mark_text(line, incident, mark)
        return QStyle.visualRect(self._direction, row, text.box.united(self._layout.mark_dot(text)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the card; nothing while the house is closed, the clock with it."""
        if not self._around.bridge.is_open:
            return
        around, row = self._around, self._model.row_at(index)
        rect, state = option.rect, option.state
        self._direction = option.direction
        painter.save()
        paint_card(painter, rect, with_pointer(state, index.row() == self.pointed_row()), around.theme, self._direction)
        reading = row.clock_at(self._model.moment)
        paint_guest_clock(painter, self.clock_rect(rect), reading, around, around.bridge.house.zone)
        area = self._layout.words_area(rect, self.clock_width)
        texts = self._layout.texts(area, row, self._model.mark_at(index))
        if self._model.mark_at(index) is not None:
            self._paint_dot(painter, rect, texts[0])
        write_texts(painter, rect, texts, self._direction)
        self._paint_sign(painter, rect, self._layout.step_line(area), row)
        if state & QStyle.StateFlag.State_HasFocus and self.by_keyboard:
            paint_card_ring(painter, rect, around.theme)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Say in a tool tip what is cut short under the pointer."""
        if not index.isValid() or not self._around.bridge.is_open:
            return False
        area = self._layout.words_area(option.rect, self.clock_width)
        return tell_cut_words(
            event, view, self._layout.texts(area, self._model.row_at(index), self._model.mark_at(index))
        )

    def _paint_dot(self, painter: QPainter, card: QRect, mark: RowText) -> None:
        dot = QStyle.visualRect(self._direction, card, self._layout.mark_dot(mark))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mark.color))
        painter.drawEllipse(dot)
        painter.restore()

    def _paint_sign(self, painter: QPainter, card: QRect, line: QRect, row: BoardRow) -> None:
        """Paint what the step is; the arrow points the way the words run."""
        side = round(SIGN * self._scale)
        box = QStyle.visualRect(self._direction, card, QRect(line.left(), line.center().y() - side // 2, side, side))
        sign = ANYTHING if row.next_title is None else step_sign(row.next_title)
        painter.save()
        if sign == ANYTHING and self._direction == Qt.LayoutDirection.RightToLeft:
            painter.translate(box.left() + box.right() + 1, 0)
            painter.scale(-1, 1)
        paint_icon(painter, box, sign, self._around.theme.text2)
        painter.restore()
