"""Where the words and tags of one timeline row stand at a width: measured once, painted often."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.timeline_row import Detail, Row, RowSort, Tag
from hospitality_desk.words import _

NOTE_HEIGHT, QUIET_HEIGHT, NOW_HEIGHT, DETAIL_HEIGHT, LINE_HEIGHT = 38, 20, 30, 18, 20
FOLD_HEIGHT = 32
TIME_LEFT, DISC_MIDDLE, TEXT_LEFT, RIGHT = 22, 80, 104, 2
AUTHOR = 90
DISC, DOTS = 24, 44
TAG_HEIGHT, TAG_PAD, TAG_ICON, TAG_GAP = 18, 6, 12, 4
LONGEST_LINE = 680
"""Pixels: a note's line is never longer than this, however wide the window and large the text."""
MOST_LINES = 12
"""Lines of a note that are shown before it is opened whole."""
_KEPT = 1_500


@dataclass(slots=True)
class PlacedTag:
    """A tag and its frame, from the row's top left."""

    tag: Tag
    box: QRectF


@dataclass(slots=True)
class PlacedWords:
    """A few words of a second line, where they begin and how far down their middle is."""

    words: str
    left: float
    middle: float
    icon: str | None = None


@dataclass(slots=True)
class RowLayout:
    """One row measured at one width."""

    height: int
    text: QTextLayout | None = None
    text_top: float = 0
    text_clip: float = 0
    tags: list[PlacedTag] = field(default_factory=list)
    words: list[PlacedWords] = field(default_factory=list)
    room: float = 0
    """How wide the place of the words is."""
    is_cut: bool = False
    """There are more lines than are shown."""
    tips: list[str] = field(default_factory=list)
    """What is cut with dots, whole."""


class TimelineLayouts:
    """Measures rows and remembers the answers, by row and width."""

    def __init__(self, around: Around, *, from_right: bool = False) -> None:
        self._from_right = from_right
        self._scale = around.percent / 100
        self._known: dict[tuple[str, int, bool], tuple[object, RowLayout]] = {}
        self.author_face = around.font(Role.CAPTION)
        self.detail_face = around.font(Role.CAPTION)
        self.tag_face = around.font(Role.CAPTION)
        self.strong_face = around.font(Role.CAPTION_BOLD)
        self._author_metrics = QFontMetricsF(self.author_face)
        self._body, self._title = around.font(Role.BODY), around.font(Role.BODY_BOLD)
        self._own_words = around.font(Role.WORDS)
        self._gap_face = around.font(Role.CAPTION)
        self._gap_face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.8 * self._scale)

    def px(self, at_100: float) -> int:
        """Return pixels at this text size."""
        return round(at_100 * self._scale)

    def of(self, row: Row, width: int, *, whole: bool = False) -> RowLayout:
        """Return the row's layout at a width; `whole` shows every line of a long note."""
        key = (row.key, width, whole)
        says = (row.sort, row.title, row.text, row.own_words, row.author, row.tags, row.details)
        found = self._known.get(key)
        if found is None or found[0] != says:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = self._known[key] = (says, self._measured(row, width, whole=whole))
        return found[1]

    def _measured(self, row: Row, width: int, *, whole: bool) -> RowLayout:
        if row.sort == RowSort.NOTE:
            return self._note(row, width, whole=whole)
        if row.sort == RowSort.NOW:
            return RowLayout(height=self.px(NOW_HEIGHT))
        return self._quiet(row, width)

    def _author_width(self, row: Row) -> float:
        words = self._author_metrics.horizontalAdvance(row.author)
        return min(words, float(self.px(AUTHOR)))

    def _room(self, row: Row, width: int) -> float:
        room = width - self.px(TEXT_LEFT) - self.px(RIGHT) - self._author_width(row) - self.px(6)
        return max(float(self.px(80)), min(room, float(LONGEST_LINE)))

    def _note(self, row: Row, width: int, *, whole: bool) -> RowLayout:
        room = self._room(row, width)
        text = self._words(row)
        lines, is_cut = self._broken(text, room, MOST_LINES if not whole else 0)
        line = self.px(LINE_HEIGHT)
        top = (self.px(NOTE_HEIGHT) - line) / 2
        left = float(self.px(TEXT_LEFT))
        made = RowLayout(height=0, text=text, text_top=top, text_clip=lines * line, room=room, is_cut=is_cut)
        if self._author_metrics.horizontalAdvance(row.author) > self.px(AUTHOR):
            made.tips.append(row.author)
        last = text.lineAt(lines - 1)
        after = left + last.naturalTextWidth() + self.px(TAG_GAP)
        middle = top + (lines - 0.5) * line
        middle = self._place_tags(made, row.tags, left, after, middle, left + room, QFontMetricsF(self.strong_face))
        bottom = middle + line / 2
        if is_cut:
            bottom += self.px(DETAIL_HEIGHT)
            made.words.append(PlacedWords(_("Tap to read all of it"), left, bottom - self.px(DETAIL_HEIGHT) / 2))
        for detail in row.details:
            bottom = self._place_detail(made, detail, bottom, left, left + room)
        made.height = max(self.px(NOTE_HEIGHT), round(bottom + (self.px(NOTE_HEIGHT) - line) / 2))
        return made

    def _quiet(self, row: Row, width: int) -> RowLayout:
        room = self._room(row, width)
        text = QTextLayout(row.text, self.detail_face)
        lines, is_cut = self._broken(text, room, 3)
        line = self.px(16)
        pad = (self.px(FOLD_HEIGHT if row.sort == RowSort.FOLD else QUIET_HEIGHT) - line) / 2
        return RowLayout(
            height=round(lines * line + 2 * pad), text=text, text_top=pad, text_clip=lines * line, room=room,
            is_cut=is_cut, tips=[row.text] if is_cut else [],
        )  # fmt: skip

    def _words(self, row: Row) -> QTextLayout:
        title = row.title
        layout = QTextLayout(f"{title}  {row.text}".replace("\n", "\u2028"), self._body)
        formats = [_span(0, len(title), self._title), _span(len(title), 2, self._gap_face)]
        if row.own_words:
            start = len(title) + 2
            formats.append(_span(start, _units(row.text), self._own_words))
        layout.setFormats(formats)
        return layout

    def _broken(self, layout: QTextLayout, room: float, most: int) -> tuple[int, bool]:
        """Break the words into lines; return how many are shown, and whether there are more. `most` 0 is all."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._from_right:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        small = layout.font().pointSizeF() < self._body.pointSizeF()
        height = self.px(16) if small else self.px(LINE_HEIGHT)
        baseline = height * (0.75 if small else 0.73)
        layout.beginLayout()
        count, is_cut = 0, False
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            if most and count == most:
                is_cut = True
                line.setLineWidth(room)
                line.setPosition(QPointF(0, (count + 1) * height))
                break
            line.setLineWidth(room)
            line.setPosition(QPointF(0, count * height + baseline - line.ascent()))
            count += 1
        layout.endLayout()
        return max(1, count), is_cut

    def _tag_size(self, tag: Tag, metrics: QFontMetricsF) -> float:
        face = QFontMetricsF(self.strong_face if tag.strong else self.tag_face)
        icon = self.px(TAG_ICON + 4) if tag.icon is not None else 0
        return face.horizontalAdvance(tag.words) + icon + 2 * self.px(TAG_PAD)

    def _place_tags(
        self, made: RowLayout, tags: tuple[Tag, ...], left: float, at: float, middle: float, end: float,
        metrics: QFontMetricsF,
    ) -> float:  # fmt: skip
        """Put tags one after another, on the next line where one does not fit; return the middle of the last line."""
        tall = self.px(TAG_HEIGHT)
        for tag in tags:
            wanted = self._tag_size(tag, metrics)
            wide = min(wanted, end - left)
            if wanted > wide:
                made.tips.append(tag.words)
            if at + wide > end + 1 and at > left:
                at = left
                middle += self.px(DETAIL_HEIGHT + 2)
            made.tags.append(PlacedTag(tag, QRectF(at, middle - tall / 2, wide, tall)))
            at += wide + self.px(TAG_GAP)
        return middle

    def _place_detail(self, made: RowLayout, detail: Detail, bottom: float, left: float, end: float) -> float:
        metrics = QFontMetricsF(self.detail_face)
        middle = bottom + self.px(DETAIL_HEIGHT) / 2
        icon = self.px(TAG_ICON + 4) if detail.icon is not None else 0
        words = metrics.elidedText(detail.words, Qt.TextElideMode.ElideRight, end - left - icon)
        if words != detail.words:
            made.tips.append(detail.words)
        made.words.append(PlacedWords(words, left, middle, detail.icon))
        after = left + icon + metrics.horizontalAdvance(words) + self.px(TAG_GAP)
        middle = self._place_tags(made, detail.tags, left, after, middle, end, metrics)
        return middle + self.px(DETAIL_HEIGHT) / 2


def _span(start: int, length: int, face: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setFont(face)
    made.format = look
    return made


def _units(text: str) -> int:
    """Return how many UTF-16 units Qt counts in a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
