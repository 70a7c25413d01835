"""One open problem as a card: the clock, then place and guest, their words, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.row_words import guest_words, place_words, said_words, step_owner, step_words
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.guest_clock import HEIGHT, NARROWEST, paint_guest_clock

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.gui.floor.model import IncidentModel
    from hospitality_desk.queries.incidents import BoardRow

ROW_HEIGHT = 76
_EDGE, _PAD, _GAP, _RIGHT = 3, 10, 12, 15


class IncidentDelegate(QStyledItemDelegate):
    """Paints rows from the theme. `clock_width` is one for the whole list, as wide as its longest words."""

    def __init__(self, around: Around, model: IncidentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._model = around, model
        self.by_keyboard = False
        """The last one in the list came by keyboard: the row that has it wears a ring."""
        self._direction = Qt.LayoutDirection.LeftToRight
        self._scale = around.percent / 100
        self.clock_width = round(NARROWEST * self._scale)
        self._place = around.font(Role.ROW_TITLE)
        self._guest = around.font(Role.ROW_GUEST)
        self._own_words = around.font(Role.WORDS)
        self._gist = around.font(Role.BODY)
        self._small = around.font(Role.SMALL)
        self._mine = around.font(Role.SMALL_BOLD)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height."""
        return QSize(0, round(ROW_HEIGHT * self._scale))

    def clock_rect(self, row: QRect) -> QRect:
        """Return where the clock is painted in a row, in the row's own direction."""
        left, top = row.left() + round(_PAD * self._scale), row.top() + round(8 * self._scale)
        clock = QRect(left, top, self.clock_width, round(HEIGHT * self._scale))
        return QStyle.visualRect(self._direction, row, clock)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the card."""
        around, row = self._around, self._model.row_at(index)
        rect, state = option.rect, option.state
        self._direction = option.direction
        painter.save()
        self._paint_ground(painter, rect, state)
        reading = row.clock_at(around.bridge.now())
        paint_guest_clock(painter, self.clock_rect(rect), reading, around, around.bridge.house.zone)
        left = rect.left() + round((_PAD + _GAP) * self._scale) + self.clock_width
        text = QRect(left, rect.top(), rect.right() + 1 - round(_RIGHT * self._scale) - left, rect.height())
        self._paint_first(painter, self._line(text, 7, 20), rect, row)
        said_face = self._own_words if row.own_words else self._gist
        self._write(painter, self._line(text, 27, 22), rect, said_words(row), said_face, around.theme.text)
        self._paint_step(painter, self._line(text, 50, 18), rect, row)
        if state & QStyle.StateFlag.State_HasFocus and self.by_keyboard:
            paint_focus_ring(painter, rect.toRectF().adjusted(_EDGE, 0, 0, -1), around.theme, 4)
        painter.restore()

    def _line(self, text: QRect, top: int, height: int) -> QRect:
        return QRect(text.left(), text.top() + round(top * self._scale), text.width(), round(height * self._scale))

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._around.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.sel))
            edge = QRect(rect.left(), rect.top(), _EDGE, rect.height())
            painter.fillRect(QStyle.visualRect(self._direction, rect, edge), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))

    def _paint_first(self, painter: QPainter, line: QRect, card: QRect, row: BoardRow) -> None:
        place = place_words(row)
        theme = self._around.theme
        used = self._write(painter, line, card, place, self._place, theme.text if row.place else theme.text3)
        rest = line.adjusted(used + round(9 * self._scale), 0, 0, 0)
        if rest.width() > round(24 * self._scale):
            self._write(painter, rest, card, guest_words(row), self._guest, theme.text2)

    def _paint_step(self, painter: QPainter, line: QRect, card: QRect, row: BoardRow) -> None:
        around, theme = self._around, self._around.theme
        owner = step_owner(row)
        mine = around.acting.person is not None and around.acting.person.name == owner
        face = self._mine if mine else self._small
        owner_room = min(QFontMetrics(face).horizontalAdvance(owner), line.width() // 3)
        side = round(15 * self._scale)
        icon = QRect(line.left(), line.center().y() - side // 2, side, side)
        self._paint_arrow(painter, QStyle.visualRect(self._direction, card, icon))
        step = line.adjusted(round(22 * self._scale), 0, -owner_room - round(12 * self._scale), 0)
        now, zone = around.bridge.now(), around.bridge.house.zone
        dim = theme.text2 if row.next_title is not None else theme.text3
        self._write(painter, step, card, step_words(row, now, zone), self._small, dim)
        right = QRect(line.right() + 1 - owner_room, line.top(), owner_room + 1, line.height())
        self._write(painter, right, card, owner, face, theme.accent if mine else theme.text2)

    def _paint_arrow(self, painter: QPainter, box: QRect) -> None:
        """Point the way the words run."""
        painter.save()
        if self._direction == Qt.LayoutDirection.RightToLeft:
            painter.translate(box.left() + box.right() + 1, 0)
            painter.scale(-1, 1)
        paint_icon(painter, box, "arrow-right", self._around.theme.text2)
        painter.restore()

    def _write(self, painter: QPainter, line: QRect, card: QRect, words: str, face: QFont, color: str) -> int:
        """Write one line, cut short where it must be, and return its width."""
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, line.width()))
        painter.setFont(face)
        painter.setPen(QColor(color))
        side = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        flat = int(flags.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(QStyle.visualRect(self._direction, card, line), flat, shown)
        return metrics.horizontalAdvance(shown)
