"""The line in the margin: minutes from the start, one mark a moment, filled where the guest was told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hospitality_desk.documents.fonts import Cut
from hospitality_desk.documents.pen import DARK, PETROL, Line, Pen, Style
from hospitality_desk.documents.sheet import Sheet
from hospitality_desk.documents.text_lines import fit, set_lines
from hospitality_desk.domain.stories.paper import Moment
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.words import _

Place = tuple[int, float]
"""A page of the story, counted from 0, and points below its top."""

_MINUTES = Style(Cut.SANS_BOLD, 9, 12, PETROL)
_LABEL = Style(Cut.SANS, 9, 12, DARK)
_LABEL_LINES = 2
_LABEL_X = 12
_GAP = 12
"""Between a label and the story beside it."""
_BELOW_HEADING = 9.75
_MINUTES_BELOW, _LABEL_BELOW = 3.2, 15.2
"""Baselines below the middle of the mark."""
_STEP = 18.0
"""From one mark to the next, besides the lines of the label."""
_OPEN, _FULL, _THIN = 2.7, 4.1, 0.75


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment on its page; `y` is the middle of the mark."""

    page: int
    y: float
    told: bool
    minutes: Line
    label: tuple[Line, ...]

    @property
    def end(self) -> float:
        """The baseline of its last line."""
        return self.y + (_LABEL_BELOW + 12 * (len(self.label) - 1) if self.label else _MINUTES_BELOW)


def place_marks(moments: Sequence[Moment], scenes: Mapping[Scene, Place], start: Place, sheet: Sheet) -> list[Mark]:
    """Return a mark for every moment, in order: beside its scene's heading, or below the one before.

    `scenes` says where the headings stand, `start` where the first mark may stand at the earliest. Labels take two
    lines at most and are cut short beyond.
    """
    marks: list[Mark] = []
    free = start
    width = sheet.text_left - sheet.left - _LABEL_X - _GAP
    for moment in moments:
        heading = scenes.get(moment.scene)
        page, y = max(free, (heading[0], heading[1] + _BELOW_HEADING)) if heading else free
        label = _label(moment.label, width)
        (minutes,) = set_lines(_minutes(moment.minutes), _MINUTES, width)[:1]
        mark = Mark(page, y, moment.told, minutes, label)
        if mark.end > sheet.bottom:
            mark = Mark(page + 1, sheet.top, moment.told, minutes, label)
        marks.append(mark)
        free = mark.page, mark.y + _STEP + 12 * (1 + max(0, len(label) - 1)) + 3
    return marks


def _label(text: str, width: float) -> tuple[Line, ...]:
    lines = set_lines(text, _LABEL, width)
    if len(lines) > _LABEL_LINES:
        rest = text[text.find(lines[0].text) + len(lines[0].text) :] if lines[0].text in text else lines[1].text
        short = fit(rest, _LABEL, width)
        lines = [lines[0], *([short] if short else [])]
    return tuple(lines)


def _minutes(minutes: int) -> str:
    if minutes < 100:
        return _("{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    return _("{hours} h {minutes:02}").format(hours=hours, minutes=rest)


def draw_marks(marks: Sequence[Mark], page: int, sheet: Sheet, pen: Pen) -> None:
    """Draw what belongs on that page: its piece of the line, the marks on it and their words."""
    here = [mark for mark in marks if mark.page == page]
    for top, end in _pieces(marks, here, page, sheet):
        with pen.ours():
            pen.line(sheet.left, top, sheet.left, end, _THIN)
    for mark in here:
        with pen.ours():
            if mark.told:
                pen.disc(sheet.left, mark.y, _FULL)
            else:
                pen.ring(sheet.left, mark.y, _OPEN, _THIN)
            mark.minutes.draw(pen, sheet.left + _LABEL_X, mark.y + _MINUTES_BELOW)
        width = max((line.width for line in mark.label), default=0.0)
        for n, line in enumerate(mark.label):
            shift = width - line.width if line.from_right else 0.0
            line.draw(pen, sheet.left + _LABEL_X + shift, mark.y + _LABEL_BELOW + 12 * n)


def _pieces(marks: Sequence[Mark], here: Sequence[Mark], page: int, sheet: Sheet) -> Iterator[tuple[float, float]]:
    """Give the stretch of the line on that page, from the mark or edge it comes from to the one it goes to."""
    if not marks or not marks[0].page <= page <= marks[-1].page:
        return
    top = sheet.top - _STEP if marks[0].page < page else here[0].y
    end = sheet.bottom + 3 if marks[-1].page > page else here[-1].y
    if end > top:
        yield top, end
