"""The guest clock as everybody sees it: minutes since our last word, the tape towards the promise, and by when."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from hospitality_desk.domain.guest_clock import ClockReading, ClockState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.theme import Theme
from hospitality_desk.gui.widgets.clock_words import clock_words, header_clock_words, since_parts
from hospitality_desk.words import _

NARROWEST, WIDEST, HEIGHT = 108, 136, 60
"""The clock in the list, in pixels at 100 %: it grows with its words and stops at the widest."""
HEADER_WIDTH, HEADER_HEIGHT = 200, 112
CLOCK_ICONS = {
    ClockState.SOON: "clock-alert-outline",
    ClockState.LATE: "alert-octagon",
    ClockState.RESTING: "pause-circle-outline",
}
_LONGER_THAN_PROMISED = 1.2
"""How far the tape goes on behind the promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockInk:
    """The colours of one state in one theme; None leaves a part out."""

    ground: str | None
    border: str | None
    number: str
    unit: str
    words: str
    fill: str
    track: QColor
    tick: str
    border_width: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Where things stand in the box, in pixels at 100 %: baselines from the top, margins from the sides."""

    pad: float
    number: float
    since: float
    tape: float
    words: float
    icon: float
    icon_middle: float
    thick: float
    tick: float
    radius: float


_LIST = _Layout(
    pad=9, number=27, since=0, tape=35, words=53, icon=15, icon_middle=19.5, thick=3, tick=9, radius=7
)  # fmt: skip
_HEADER = _Layout(
    pad=15, number=40, since=59, tape=71, words=94, icon=22, icon_middle=28, thick=4, tick=11, radius=8
)  # fmt: skip


def clock_width(reading: ClockReading, around: Around, zone: ZoneInfo) -> int:
    """Return how wide the clock in the list must be for these words, in pixels at this text size."""
    scale = around.percent / 100
    words = QFontMetricsF(around.font(_words_role(reading.state))).horizontalAdvance(clock_words(reading, zone))
    return min(round(WIDEST * scale), max(round(NARROWEST * scale), round(words + 2 * _LIST.pad * scale) - 2))


def paint_guest_clock(
    painter: QPainter,
    rect: QRect,
    reading: ClockReading,
    around: Around,
    zone: ZoneInfo,
    *,
    header: bool = False,
    pronoun_words: str | None = None,
) -> None:
    """Paint the clock into `rect`; `pronoun_words` says whose wait it is in a header ("since she heard from us")."""
    layout = _HEADER if header else _LIST
    ink = clock_ink(around.theme, reading.state, header)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Face(painter, QRectF(rect), layout, ink, around).paint(
        reading,
        words=header_clock_words(reading, zone) if header else clock_words(reading, zone),
        since=(pronoun_words or _("since they heard from us")) if header else None,
    )
    painter.restore()


def _words_role(state: ClockState) -> Role:
    return Role.CAPTION_BOLD if state in (ClockState.SOON, ClockState.LATE) else Role.CAPTION


def clock_ink(theme: Theme, state: ClockState, header: bool) -> ClockInk:
    """Return the colours of a state, as the clock in the list or the one in a header has them."""
    if state == ClockState.SOON:
        return ClockInk(
            ground=theme.amberfill, border=theme.amberline, number=theme.amber, unit=theme.amber, words=theme.amber,
            fill=theme.amberline, track=_faint(theme.amberline, 0.5), tick=theme.amber,
        )  # fmt: skip
    if state == ClockState.LATE and header and theme.is_dark:
        return ClockInk(
            ground=theme.redtint, border=theme.red, number=theme.red, unit=theme.red, words=theme.red,
            fill=theme.red, track=_faint(theme.red, 0.4), tick=theme.red, border_width=2,
        )  # fmt: skip
    if state == ClockState.LATE:
        edge = theme.red if theme.is_dark else theme.redfill
        return ClockInk(
            ground=theme.redfill, border=edge, number=theme.onred, unit=theme.onred, words=theme.onred,
            fill=theme.onred, track=_faint(theme.onred, 0.5), tick=theme.onred,
        )  # fmt: skip
    resting = state == ClockState.RESTING
    return ClockInk(
        ground=theme.raised if header else None,
        border=theme.line2 if header else None,
        number=theme.text3 if resting and not header else theme.text,
        unit=theme.text if header else theme.text3,
        words=theme.text if header else theme.text2,
        fill=theme.text2,
        track=QColor(theme.line2),
        tick=theme.text,
    )


def _faint(token: str, share: float) -> QColor:
    color = QColor(token)
    color.setAlphaF(share)
    return color


class _Face:
    """One painting of one clock. Everything is measured from the reading side, so that it can run from the right."""

    def __init__(self, painter: QPainter, box: QRectF, layout: _Layout, ink: ClockInk, around: Around) -> None:
        self._painter, self._box, self._layout, self._ink, self._around = painter, box, layout, ink, around
        self._scale = around.percent / 100
        self._from_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._pad = layout.pad * self._scale

    def paint(self, reading: ClockReading, *, words: str, since: str | None) -> None:
        self._box_and_border(dashed=reading.state == ClockState.RESTING)
        self._number(reading)
        self._icon(CLOCK_ICONS.get(reading.state))
        if since is not None:
            self._line(since, self._layout.since, Role.CAPTION, self._ink.unit)
        self._tape(reading)
        role = Role.BODY_BOLD if since is not None else _words_role(reading.state)
        self._line(words, self._layout.words, role, self._ink.words)

    def _box_and_border(self, *, dashed: bool) -> None:
        ink, width = self._ink, self._ink.border_width
        if ink.ground is None:
            return
        pen = QPen(Qt.PenStyle.NoPen)
        if ink.border is not None:
            pen = QPen(QColor(ink.border), width)
            if dashed:
                pen.setDashPattern([3, 2])
        self._painter.setPen(pen)
        self._painter.setBrush(QColor(ink.ground))
        inset = width / 2
        radius = self._layout.radius * self._scale
        self._painter.drawRoundedRect(self._box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _number(self, reading: ClockReading) -> None:
        header = self._layout is _HEADER
        big = self._around.font(Role.CLOCK_HEADER if header else Role.CLOCK)
        if reading.state == ClockState.RESTING:
            big.setWeight(QFont.Weight.Medium)
        small = self._around.font(Role.BODY_MEDIUM if header else Role.CAPTION)
        x = self._pad
        for text, is_big in since_parts(reading.minutes):
            face = big if is_big else small
            advance = QFontMetricsF(face).horizontalAdvance(text)
            self._text(x, advance, self._layout.number, text, face, self._ink.number if is_big else self._ink.unit)
            x += advance + 4 * self._scale

    def _line(self, text: str, baseline: float, role: Role, color: str) -> None:
        face = self._around.font(role)
        room = self._box.width() - 2 * self._pad + 3
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._text(self._pad, QFontMetricsF(face).horizontalAdvance(shown), baseline, shown, face, color)

    def _text(self, x: float, advance: float, baseline: float, text: str, face: QFont, color: str) -> None:
        self._painter.setFont(face)
        self._painter.setPen(QColor(color))
        left = self._box.right() - x - advance if self._from_right else self._box.left() + x
        self._painter.drawText(QRectF(left, self._box.top() + baseline * self._scale, 0, 0).topLeft(), text)

    def _icon(self, name: str | None) -> None:
        if name is None:
            return
        side = self._layout.icon * self._scale
        x = self._box.left() + self._pad if self._from_right else self._box.right() - self._pad - side
        top = self._box.top() + self._layout.icon_middle * self._scale - side / 2
        paint_icon(self._painter, QRectF(x, top, side, side), name, self._ink.unit)

    def _tape(self, reading: ClockReading) -> None:
        y = self._box.top() + self._layout.tape * self._scale
        left, right = self._box.left() + self._pad, self._box.right() - self._pad
        if reading.state == ClockState.RESTING:
            pen = QPen(self._ink.track, 1)
            pen.setDashPattern([4, 3])
            self._painter.setPen(pen)
            self._painter.drawLine(QLineF(left, round(y) + 0.5, right, round(y) + 0.5))
            return
        elapsed = max(0.0, (reading.now - reading.start).total_seconds())
        interval = max(0.0, (reading.by - reading.start).total_seconds())
        whole = max(_LONGER_THAN_PROMISED * interval, elapsed, 1.0)
        self._stripe(left, right, y, 1.0, self._ink.track)
        self._stripe(left, right, y, elapsed / whole, QColor(self._ink.fill))
        tick = self._along(left, right, interval / whole)
        tall = self._layout.tick * self._scale
        self._painter.fillRect(QRectF(round(tick) - 1, y - tall / 2, 2, tall), QColor(self._ink.tick))

    def _along(self, left: float, right: float, share: float) -> float:
        reach = (right - left) * share
        return right - reach if self._from_right else left + reach

    def _stripe(self, left: float, right: float, y: float, share: float, color: QColor) -> None:
        thick = self._layout.thick * self._scale
        end = self._along(left, right, share)
        start = right if self._from_right else left
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color)
        stripe = QRectF(min(start, end), y - thick / 2, abs(end - start), thick)
        self._painter.drawRoundedRect(stripe, thick / 2, thick / 2)
