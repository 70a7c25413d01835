"""The wall: the open problems as a kitchen or an office reads them from three metres; it acts on nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hospitality_desk.domain.guest_clock import ClockState, board_order
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.wall.row_paint import RowPaint, WallSizes, face, wall_owner, wall_place
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.clock_words import spoken_clock
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from datetime import datetime

    from hospitality_desk.queries.incidents import BoardRow

ROW, HEAD, FOOT = 1 / 8, 1 / 9, 1 / 12
"""How tall a row, the head and the foot are, as shares of the wall's height."""
LOOK_AGAIN_MS = 5_000
"""The wall's own look at the clock; it paints again only when a word on it changes."""


class WallPage(QWidget):
    """Shows what `rows` returns, late first, as many as fit. Guests' names and words never stand here."""

    left = Signal()

    def __init__(self, around: Around, rows: Callable[[], Sequence[BoardRow]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wall")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._around, self._rows = around, rows
        self._shown: tuple[str, ...] = ()
        self.button = Button(_("Back to the desk") + "  Esc", ButtonKind.QUIET, "wall_back_button", self)
        self.button.setAccessibleName(_("Back to the desk"))
        self.button.setFont(around.font(Role.BODY))
        self.button.clicked.connect(self.left)
        self._timer = QTimer(self)
        self._timer.setObjectName("wall_clock")
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look_again)

    def start(self) -> None:
        """Begin to look at the clock; called each time the wall is shown."""
        self._timer.start()
        self.look_again()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Rest until it is shown again."""
        self._timer.stop()

    def look_again(self) -> None:
        """Paint again if anything reads differently now."""
        said = self.words()
        self.setAccessibleName(_("The wall") + ". " + " ".join(said))
        if said != self._shown:
            self._shown = said
            self.update()

    def words(self) -> tuple[str, ...]:
        """Return all that is written on the wall now, row by row."""
        if not self._around.bridge.is_open:
            return ()
        now, zone = self._around.bridge.now(), self._around.bridge.house.zone
        rows, more = self._fitting(now)
        said = [time_words(now, zone), self._counts(now)]
        for row in rows:
            said.append(f"{wall_place(row)}. {spoken_clock(row.clock_at(now), zone)}. {wall_owner(row)}.")
        if not rows:
            said.append(_("Nobody is waiting"))
        if more:
            said.append(_more(more))
        return tuple(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the way back in its corner."""
        super().resizeEvent(event)
        size = self.button.sizeHint()
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._margin() if right else self.width() - self._margin() - size.width()
        foot = round(self.height() * FOOT)
        y = self.height() - foot + (foot - size.height()) // 2
        self.button.setGeometry(QRect(x, y, size.width(), size.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head, the rows and the foot."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.raised))
        if not self._around.bridge.is_open:
            return
        bridge, height, margin = self._around.bridge, self.height(), self._margin()
        now, sizes = bridge.now(), WallSizes.of(height)
        head = QRectF(margin, 0, self.width() - 2 * margin, height * HEAD)
        self._head(painter, head, now, sizes)
        rows, more = self._fitting(now)
        if not rows:
            painter.setFont(face(Role.TITLE, sizes.place))
            painter.setPen(QColor(theme.text2))
            middle = QRectF(margin, head.bottom(), head.width(), height * (1 - HEAD - FOOT))
            painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter), _("Nobody is waiting"))
        paint = RowPaint(painter, theme, sizes, bridge.house.zone, self._from_right())
        for n, row in enumerate(rows):
            box = QRectF(margin, head.bottom() + n * height * ROW, head.width(), height * ROW)
            paint.paint(row, row.clock_at(now), box)
            painter.fillRect(QRectF(margin, round(box.bottom()), head.width(), 1), QColor(theme.line))
        if more:
            painter.setFont(face(Role.BODY_BOLD, sizes.words))
            painter.setPen(QColor(theme.text))
            foot = QRectF(margin, height * (1 - FOOT), head.width() - self.button.width(), height * FOOT)
            foot.moveLeft(foot.left() + (self.button.width() if self._from_right() else 0))
            painter.drawText(foot, self._side() | int(Qt.AlignmentFlag.AlignVCenter), _more(more))

    def _head(self, painter: QPainter, head: QRectF, now: datetime, sizes: WallSizes) -> None:
        theme, zone = self._around.theme, self._around.bridge.house.zone
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(theme.text))
        painter.setFont(face(Role.TITLE, sizes.place))
        far = Qt.AlignmentFlag.AlignLeft if self._from_right() else Qt.AlignmentFlag.AlignRight
        painter.drawText(head, int((far | Qt.AlignmentFlag.AlignAbsolute).value) | middle, time_words(now, zone))
        painter.setFont(face(Role.BODY_BOLD, sizes.words))
        painter.setPen(QColor(theme.text2))
        painter.drawText(head, self._side() | middle, self._counts(now))
        painter.fillRect(QRectF(head.left(), round(head.bottom()) - 1, head.width(), 1), QColor(theme.line2))

    def _counts(self, now: datetime) -> str:
        rows = self._rows()
        many = ngettext("{n} open", "{n} open", len(rows)).format(n=len(rows))
        late = sum(row.clock_at(now).state == ClockState.LATE for row in rows)
        if not late:
            return many
        return _("{open}, {late}").format(open=many, late=ngettext("{n} late", "{n} late", late).format(n=late))

    def _fitting(self, now: datetime) -> tuple[list[BoardRow], int]:
        """Return the rows that fit, closest to the promise first, and how many do not."""
        ordered = sorted(self._rows(), key=lambda row: (*board_order(row.clock_at(now)), row.number))
        fit = max(1, int((1 - HEAD - FOOT) / ROW + 0.01))
        return ordered[:fit], max(0, len(ordered) - fit)

    def _margin(self) -> int:
        return max(16, self.height() // 30)

    def _from_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _side(self) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._from_right() else Qt.AlignmentFlag.AlignLeft
        return int((side | Qt.AlignmentFlag.AlignAbsolute).value)


def _more(more: int) -> str:
    return ngettext("and {n} more", "and {n} more", more).format(n=more)
