"""Paints the timeline: time, disc on the spine, words, tags, author, and the diamond that is now."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.guest_clock import ClockState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.incident.rows_model import ROW, Index
from hospitality_desk.gui.incident.timeline_layout import (
    AUTHOR,
    DISC,
    DISC_MIDDLE,
    DOTS,
    NOTE_HEIGHT,
    RIGHT,
    TAG_ICON,
    TAG_PAD,
    TEXT_LEFT,
    TIME_LEFT,
    PlacedTag,
    RowLayout,
    TimelineLayouts,
)
from hospitality_desk.gui.incident.timeline_row import Row, RowSort, Spine
from hospitality_desk.gui.widgets.plain_tip import plain_tip

_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class TimelineDelegate(QStyledItemDelegate):
    """One row of the timeline. `whole` holds the keys of long notes that are shown whole.

    Everything is measured from the reading side: `_sided` puts it where it is painted.
    """

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._from_right = parent.isRightToLeft()
        self._width = 0
        self.layouts = TimelineLayouts(around, from_right=self._from_right)
        self.whole: set[str] = set()

    def height(self, row: Row, width: int) -> int:
        """Return how tall a row is at a width."""
        return self._laid(row, width).height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's size at the view's width."""
        width: int = option.rect.width()
        return QSize(width, self.height(index.data(ROW), width))

    def dots_rect(self, rect: QRect) -> QRect:
        """Return where a row's dots menu is, for a note's rectangle in the view."""
        side = self.layouts.px(DOTS)
        left = rect.right() - side - self.layouts.px(RIGHT - 6)
        if self._from_right:
            left = rect.left() + rect.right() - left - side + 1
        return QRect(left, rect.top(), side, self.layouts.px(NOTE_HEIGHT))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say whole what is cut with dots in this row."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        tips = self._laid(index.data(ROW), view.visualRect(index).width()).tips
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(tips)) if tips else "", view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        active = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        self._width = rect.width()
        laid = self._laid(row, rect.width())
        size = QSize(rect.width(), rect.height())
        self._ground(painter, row, size, state)
        self._spine(painter, row, size)
        match row.sort:
            case RowSort.NOTE:
                self._note(painter, row, laid, size, active=active)
            case RowSort.NOW:
                self._now(painter, row, size)
            case _other:
                self._quiet(painter, row, laid, size)
        painter.restore()

    def _laid(self, row: Row, width: int) -> RowLayout:
        return self.layouts.of(row, width, whole=row.key in self.whole)

    def _ground(self, painter: QPainter, row: Row, size: QSize, state: QStyle.StateFlag) -> None:
        theme, px = self._around.theme, self.layouts.px
        if row.sort in (RowSort.DAY, RowSort.NOW):
            return
        chosen, hovered = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
        box = QRectF(px(TEXT_LEFT) - 8, 1, size.width() - px(TEXT_LEFT) + 8 - 4, size.height() - 2)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sel if chosen else theme.hover))
            painter.drawRoundedRect(self._sided(box), 7, 7)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._sided(box).adjusted(1, 1, -1, -1), 7, 7)

    def _sided(self, box: QRectF) -> QRectF:
        """Return a box of the row where it is painted."""
        if not self._from_right:
            return box
        return QRectF(self._width - box.right(), box.top(), box.width(), box.height())

    def _spine(self, painter: QPainter, row: Row, size: QSize) -> None:
        x, middle = self.layouts.px(DISC_MIDDLE), self._middle(row, size)
        for spine, top, bottom in ((row.above, 0.0, middle), (row.below, middle, float(size.height()))):
            if spine == Spine.NONE:
                continue
            hot = spine == Spine.HOT
            color = self._around.theme.spine(row.state) if hot else self._around.theme.line
            wide = 3 if hot else 2
            painter.fillRect(self._sided(QRectF(x - wide / 2, top, wide, bottom - top)), QColor(color))

    def _middle(self, row: Row, size: QSize) -> float:
        return self.layouts.px(NOTE_HEIGHT) / 2 if row.sort == RowSort.NOTE else min(size.height() / 2, 16)

    def _note(self, painter: QPainter, row: Row, laid: RowLayout, size: QSize, *, active: bool) -> None:
        theme, px = self._around.theme, self.layouts.px
        self._time(painter, row, px(NOTE_HEIGHT), theme.text2, Role.SMALL)
        self._disc(painter, row)
        color = theme.text3 if row.withdrawn else theme.text
        self._text(painter, laid, color, strike=row.withdrawn)
        for tag in laid.tags:
            self._tag(painter, tag)
        self._details(painter, laid)
        right = QRectF(0, 0, size.width() - px(RIGHT), px(NOTE_HEIGHT))
        if active:
            dots = QRectF(self.dots_rect(QRect(0, 0, size.width(), size.height())))  # on its side already
            side = px(20)
            at = QRectF(dots.center().x() - side / 2, dots.center().y() - side / 2, side, side)
            paint_icon(painter, at, "dots-horizontal", theme.text2)
        else:
            painter.setFont(self.layouts.author_face)
            painter.setPen(QColor(theme.text3))
            metrics = QFontMetricsF(self.layouts.author_face)
            words = metrics.elidedText(row.author, Qt.TextElideMode.ElideRight, px(AUTHOR))
            painter.drawText(self._sided(right), _MIDDLE_RIGHT, words)

    def _time(self, painter: QPainter, row: Row, tall: int, color: str, role: Role) -> None:
        px = self.layouts.px
        painter.setFont(self._around.font(role))
        painter.setPen(QColor(color))
        at = QRectF(px(TIME_LEFT), 0, px(DISC_MIDDLE - TIME_LEFT - 14), tall)
        painter.drawText(self._sided(at), _MIDDLE_LEFT, row.time)

    def _disc(self, painter: QPainter, row: Row) -> None:
        theme, px = self._around.theme, self.layouts.px
        side = px(DISC)
        box = self._sided(QRectF(px(DISC_MIDDLE) - side / 2, px(NOTE_HEIGHT) / 2 - side / 2, side, side))
        told = row.kind == EntryKind.TOLD and not row.withdrawn
        painter.setPen(QPen(QColor(theme.accentfill if told else theme.line2), 1))
        painter.setBrush(QColor(theme.accentfill if told else theme.raised))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if row.icon is not None:
            inset = px(4.5)
            ink = theme.onaccent if told else (theme.text3 if row.withdrawn else theme.text2)
            paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), row.icon, ink)

    def _text(self, painter: QPainter, laid: RowLayout, color: str, *, strike: bool = False, indent: int = 0) -> None:
        if laid.text is None:
            return
        painter.setPen(QColor(color))
        left = self.layouts.px(TEXT_LEFT) + indent
        place = self._sided(QRectF(left, laid.text_top, laid.room, laid.text_clip))
        painter.save()
        if laid.is_cut:
            painter.setClipRect(place)
        laid.text.draw(painter, place.topLeft())
        painter.restore()
        if strike:
            for n in range(laid.text.lineCount()):
                line = laid.text.lineAt(n)
                y, words = place.top() + line.y() + line.ascent() * 0.68, line.naturalTextRect()
                start = place.left() + words.left()
                painter.drawLine(QPointF(start, y), QPointF(start + words.width(), y))

    def _tag(self, painter: QPainter, placed: PlacedTag) -> None:
        theme, px, tag = self._around.theme, self.layouts.px, placed.tag
        pen = QPen(QColor(theme.accentline if tag.strong else theme.line2), 1)
        if tag.strong:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(self._sided(placed.box.adjusted(0.5, 0.5, -0.5, -0.5)), 4, 4)
        ink = theme.accent if tag.strong else theme.text2
        left = placed.box.left() + px(TAG_PAD)
        if tag.icon is not None:
            side = px(TAG_ICON)
            at = QRectF(left, placed.box.center().y() - side / 2, side, side)
            paint_icon(painter, self._sided(at), tag.icon, ink)
            left += px(TAG_ICON + 4)
        face = self.layouts.strong_face if tag.strong else self.layouts.tag_face
        painter.setFont(face)
        painter.setPen(QColor(ink))
        room = QRectF(left, placed.box.top(), placed.box.right() - px(TAG_PAD) - left + 2, placed.box.height())
        words = QFontMetricsF(face).elidedText(tag.words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(self._sided(room), _MIDDLE_LEFT, words)

    def _details(self, painter: QPainter, laid: RowLayout) -> None:
        theme, px = self._around.theme, self.layouts.px
        for each in laid.words:
            left = each.left
            if each.icon is not None:
                side = px(TAG_ICON)
                at = QRectF(left, each.middle - side / 2, side, side)
                paint_icon(painter, self._sided(at), each.icon, theme.text3)
                left += px(TAG_ICON + 4)
            painter.setFont(self.layouts.detail_face)
            painter.setPen(QColor(theme.text3))
            room = QRectF(left, each.middle - px(10), self._width - left, px(20))
            painter.drawText(self._sided(room), _MIDDLE_LEFT, each.words)

    def _quiet(self, painter: QPainter, row: Row, laid: RowLayout, size: QSize) -> None:
        theme, px = self._around.theme, self.layouts.px
        middle = self._middle(row, size)
        if row.sort == RowSort.DAY:
            painter.fillRect(self._sided(QRectF(px(DISC_MIDDLE) - 2, 0, 4, size.height())), QColor(theme.raised))
            painter.setFont(self._around.font(Role.CAPTION_BOLD))
            painter.setPen(QColor(theme.text2))
            room = QRectF(px(TEXT_LEFT), 0, size.width() - px(TEXT_LEFT), size.height())
            painter.drawText(self._sided(room), _MIDDLE_LEFT, row.text)
            return
        dot = px(7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line2))
        painter.drawEllipse(self._sided(QRectF(px(DISC_MIDDLE) - dot / 2, middle - dot / 2, dot, dot)))
        indent = 0
        if row.sort == RowSort.FOLD:
            side = px(16)
            closed = "chevron-left" if self._from_right else "chevron-right"
            at = QRectF(px(TEXT_LEFT), middle - side / 2, side, side)
            paint_icon(painter, self._sided(at), "chevron-down" if row.is_open else closed, theme.text2)
            indent = px(20)
        self._text(painter, laid, theme.text3, indent=indent)
        self._time(painter, row, round(2 * middle), theme.text3, Role.CAPTION)
        painter.setPen(QColor(theme.text3))
        painter.setFont(self.layouts.author_face)
        words = QFontMetricsF(self.layouts.author_face).elidedText(
            row.author, Qt.TextElideMode.ElideRight, px(AUTHOR)
        )  # fmt: skip
        painter.drawText(self._sided(QRectF(0, 0, size.width() - px(RIGHT), 2 * middle)), _MIDDLE_RIGHT, words)

    def _now(self, painter: QPainter, row: Row, size: QSize) -> None:
        theme, px = self._around.theme, self.layouts.px
        ink = {ClockState.SOON: theme.amber, ClockState.LATE: theme.red}.get(row.state, theme.text2)
        half, y = px(11) / 2 + 1, self._middle(row, size)
        x = self._sided(QRectF(px(DISC_MIDDLE), y, 0, 0)).left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        points = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        painter.drawPolygon(QPolygonF(points))
        self._time(painter, row, round(2 * y), ink, Role.SMALL_BOLD)
        painter.setFont(self._around.font(Role.SMALL_BOLD))
        painter.setPen(QColor(ink))
        room = QRectF(px(TEXT_LEFT), 0, size.width() - px(TEXT_LEFT) - px(RIGHT), 2 * y)
        words = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(self._sided(room), _MIDDLE_LEFT, words)
