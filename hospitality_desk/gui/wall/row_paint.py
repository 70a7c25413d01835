"""One line of the wall: how long the guest has waited, where, by when, and who has it; never who the guest is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from hospitality_desk.domain.guest_clock import ClockReading, ClockState
from hospitality_desk.gui.fonts import Role, font
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.theme import Theme
from hospitality_desk.gui.widgets.clock_words import clock_words, since_parts
from hospitality_desk.gui.widgets.guest_clock import CLOCK_ICONS, clock_ink
from hospitality_desk.words import _

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from zoneinfo import ZoneInfo

    from hospitality_desk.queries.incidents import BoardRow

NUMBER = 1 / 12.5
"""How tall the figures are, as a share of the wall's height."""
_FIGURES = 0.73
"""How tall a figure stands in a font of size 1."""
_BOX_LIKES, _BOX_AT_MOST = 3.6, 0.44
"""The clock's width: in heights of its figures, and as a share of the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallSizes:
    """How large things are on a wall of this height, in pixels."""

    figures: float
    place: float
    words: float
    pad: float

    @classmethod
    def of(cls, height: int) -> WallSizes:
        """Return the sizes for a wall this high: what is read first is largest."""
        return cls(figures=height * NUMBER / _FIGURES, place=height / 18, words=height / 28, pad=height / 64)


def face(role: Role, size: float) -> QFont:
    """Return a face of the house in a size that comes from the wall's height."""
    made = font(role)
    made.setPixelSize(max(1, round(size)))
    return made


def wall_place(row: BoardRow) -> str:
    """Return where it is."""
    return row.place or _("Place not known")


def wall_owner(row: BoardRow) -> str:
    """Return who has it, else whose the next step is."""
    return row.owner or row.next_owner or _("Nobody has it yet")


class RowPaint:
    """Paints one row after another with the same colours and sizes."""

    def __init__(self, painter: QPainter, theme: Theme, sizes: WallSizes, zone: ZoneInfo, from_right: bool) -> None:
        self._painter, self._theme, self._sizes, self._zone = painter, theme, sizes, zone
        self._from_right = from_right

    def paint(self, row: BoardRow, reading: ClockReading, box: QRectF) -> None:
        """Paint one problem into `box`."""
        sizes, pad = self._sizes, self._sizes.pad
        wide = min(sizes.figures * _BOX_LIKES, box.width() * _BOX_AT_MOST)
        self._clock(reading, QRectF(box.left(), box.top() + pad / 2, wide, box.height() - pad))
        left = box.left() + wide + 2 * pad
        owner = wall_owner(row)
        owner_face = face(Role.BODY_BOLD if row.owner or row.next_owner else Role.BODY, sizes.words)
        room = box.right() - left
        owner_wide = min(QFontMetricsF(owner_face).horizontalAdvance(owner) + pad, room * 0.4)
        place_box = QRectF(left, box.top() + pad / 2, room - owner_wide - pad, (box.height() - pad) * 0.58)
        words_box = QRectF(left, place_box.bottom(), place_box.width(), box.height() - pad - place_box.height())
        owner_box = QRectF(box.right() - owner_wide, place_box.top(), owner_wide, place_box.height())
        late = reading.state == ClockState.LATE
        soon = reading.state == ClockState.SOON
        said = self._theme.red if late else self._theme.amber if soon else self._theme.text2
        self._line(wall_place(row), place_box, face(Role.TITLE, sizes.place), self._theme.text)
        self._line(clock_words(reading, self._zone), words_box, face(Role.BODY_BOLD, sizes.words), said)
        self._line(owner, owner_box, owner_face, self._theme.text2, far=True)

    def _clock(self, reading: ClockReading, box: QRectF) -> None:
        # As in a problem's header: in a dim room a late clock this large is outlined, not filled.
        outlined = self._theme.is_dark and reading.state == ClockState.LATE
        ink, pad, painter = clock_ink(self._theme, reading.state, header=outlined), self._sizes.pad, self._painter
        placed = self._placed(box)
        radius = pad * 0.7
        if ink.ground is not None and ink.border is not None:
            painter.setBrush(QColor(ink.ground))
            painter.setPen(QPen(QColor(ink.border), max(1.0, pad / 8) * ink.border_width))
            painter.drawRoundedRect(placed, radius, radius)
        elif reading.state == ClockState.RESTING:
            pen = QPen(QColor(self._theme.ctl), max(1.0, pad / 6))
            pen.setDashPattern([5, 4])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawRoundedRect(placed, radius, radius)
        icon = CLOCK_ICONS.get(reading.state)
        side = self._sizes.words * 1.35
        room = box.width() - 2 * pad - (side + pad if icon is not None else 0)
        self._number(reading, box, room, ink.number, ink.unit)
        if icon is not None:
            sign = QRectF(box.right() - pad - side, box.center().y() - side / 2, side, side)
            paint_icon(painter, self._placed(sign), icon, ink.unit)

    def _number(self, reading: ClockReading, box: QRectF, room: float, ink: str, unit_ink: str) -> None:
        """Paint figures and units on one line, smaller where they would not fit."""
        big, small = face(Role.CLOCK, self._sizes.figures), face(Role.BODY_BOLD, self._sizes.words)
        gap = self._sizes.pad * 0.5
        parts = since_parts(reading.minutes)
        wanted = sum(QFontMetricsF(big if is_big else small).horizontalAdvance(text) + gap for text, is_big in parts)
        if wanted > room:
            big.setPixelSize(max(1, int(big.pixelSize() * room / wanted)))
            small.setPixelSize(max(1, int(small.pixelSize() * room / wanted)))
        baseline = box.center().y() + QFontMetricsF(big).capHeight() / 2
        x = box.left() + self._sizes.pad
        for text, is_big in parts:
            used = big if is_big else small
            wide = QFontMetricsF(used).horizontalAdvance(text)
            self._painter.setFont(used)
            self._painter.setPen(QColor(ink if is_big else unit_ink))
            self._painter.drawText(self._placed(QRectF(x, baseline, wide, 0)).topLeft(), text)
            x += wide + gap

    def _line(self, words: str, box: QRectF, used: QFont, color: str, *, far: bool = False) -> None:
        shown = QFontMetricsF(used).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, box.width())
        self._painter.setFont(used)
        self._painter.setPen(QColor(color))
        side = Qt.AlignmentFlag.AlignRight if far != self._from_right else Qt.AlignmentFlag.AlignLeft
        # Absolute: the painter of a mirrored widget would mirror the side once more.
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        how = int(where.value) | int(Qt.TextFlag.TextDontClip.value)
        self._painter.drawText(self._placed(box), how, shown)

    def _placed(self, box: QRectF) -> QRectF:
        """Mirror a place where people read from the right."""
        if not self._from_right:
            return box
        whole = self._painter.viewport().width()
        return QRectF(whole - box.right(), box.top(), box.width(), box.height())
