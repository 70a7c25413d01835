"""Paints a task: circle, title, owner and when, and whose it is as two letters."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.incident.rows_model import ROW, Index
from hospitality_desk.gui.incident.task_rows import TaskRow
from hospitality_desk.gui.widgets.avatar import initials, paint_avatar
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.plain_tip import plain_tip

HEIGHT, HIT, AVATAR = 53, 44, 24
_CIRCLE, _TEXT_LEFT, _RIGHT = 20, 36, 2
_LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class TasksDelegate(QStyledItemDelegate):
    """One row of 52 px and its hairline."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._view = around, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's height."""
        return QSize(100, self._px(HEIGHT))

    def circle_rect(self, rect: QRect) -> QRect:
        """Return where a tap means done, for a row's rectangle."""
        return self._sided(QRect(rect.left(), rect.top(), self._px(HIT), rect.height()), rect)

    def dots_rect(self, rect: QRect) -> QRect:
        """Return where a row's menu is."""
        side = self._px(HIT)
        return self._sided(QRect(rect.right() - side + 1, rect.top(), side, rect.height()), rect)

    def _sided(self, box: QRect, rect: QRect) -> QRect:
        """Return a box of a row on its reading side."""
        return QStyle.visualRect(self._view.layoutDirection(), rect, box)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say whole what is cut with dots in this row."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row: TaskRow = index.data(ROW)
        room = self._room(view.visualRect(index))
        faces = ((row.title, Role.BODY), (row.second, Role.CAPTION))
        cut = [words for words, face in faces if QFontMetrics(self._around.font(face)).horizontalAdvance(words) > room]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(cut)) if cut else "", view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: TaskRow = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, px = self._around.theme, self._px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sel if chosen else theme.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(-2, 1, 2, -2), 7, 7)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        self._circle(painter, row, rect)
        self._words(painter, row, rect)
        side = px(AVATAR)
        at = QRect(rect.right() - side - px(_RIGHT) + 1, rect.top() + (rect.height() - side) // 2, side, side)
        at = self._sided(at, rect)
        if (hovered or chosen) and row.is_open:
            paint_icon(painter, at.adjusted(2, 2, -2, -2), "dots-horizontal", theme.text2)
        else:
            letters = initials(row.owner)
            paint_avatar(painter, at, letters, theme, self._around.font(Role.CAPTION_BOLD), mine=row.mine)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, QRectF(rect).adjusted(-2, 0, 2, -1), theme)
        painter.restore()

    def _circle(self, painter: QPainter, row: TaskRow, rect: QRect) -> None:
        theme, side = self._around.theme, self._px(_CIRCLE)
        circle = QRect(rect.left() + 2, rect.top() + (rect.height() - side) // 2, side, side)
        at = QRectF(self._sided(circle, rect))
        if row.is_done:
            paint_icon(painter, at.adjusted(-1.5, -1.5, 1.5, 1.5), "check-circle", theme.text2)
            return
        painter.setPen(QPen(QColor(theme.ctl if row.is_open else theme.line2), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at.adjusted(1, 1, -1, -1))
        if not row.is_open:
            paint_icon(painter, at.adjusted(3, 3, -3, -3), "close", theme.text3)

    def _words(self, painter: QPainter, row: TaskRow, rect: QRect) -> None:
        theme, px = self._around.theme, self._px
        left, room = rect.left() + px(_TEXT_LEFT), self._room(rect)
        title = self._around.font(Role.BODY)
        title.setStrikeOut(not row.is_open)
        painter.setFont(title)
        painter.setPen(QColor(theme.text if row.is_open else theme.text3))
        shown = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        at = QRect(left, rect.top() + px(8), room + 2, px(20))
        painter.drawText(self._sided(at, rect), _LEFT_MIDDLE, shown)
        painter.setFont(self._around.font(Role.CAPTION))
        painter.setPen(QColor(theme.text3))
        shown = painter.fontMetrics().elidedText(row.second, Qt.TextElideMode.ElideRight, room)
        at = QRect(left, rect.top() + px(26), room + 2, px(18))
        painter.drawText(self._sided(at, rect), _LEFT_MIDDLE, shown)

    def _room(self, rect: QRect) -> int:
        return rect.width() - self._px(_TEXT_LEFT) - self._px(AVATAR + 10) - 1

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
