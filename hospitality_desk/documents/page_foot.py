"""What stands on every page around the story: whose turn it is above, what the marks mean and the page number below."""

from dataclasses import dataclass

from hospitality_desk.documents.fonts import Cut
from hospitality_desk.documents.pen import GREY, PETROL, Line, Pen, Style
from hospitality_desk.documents.sheet import Sheet
from hospitality_desk.documents.text_lines import fit
from hospitality_desk.words import _, ngettext

_QUIET = Style(Cut.SANS, 9, 12, GREY)
_STRONG = Style(Cut.SANS_BOLD, 9, 12, PETROL)
_GAP = 15
_DISC, _DISC_X, _WORDS_X = 3.75, 4.5, 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What one story's pages say around it: its place in the pack, and how long it is to read aloud."""

    number: int
    minutes_aloud: int
    has_told: bool
    """Whether one of its marks is filled, so that the foot says what that means."""


class Frame:
    """Draws around the stories of one pack: its title in the running head, house and page number in the foot."""

    def __init__(self, title: str, house: str, sheet: Sheet) -> None:
        self._title = title
        self._house = house
        self._sheet = sheet
        self._fitted: dict[tuple[str, float], Line | None] = {}

    def draw_head(self, around: Around, pen: Pen, *, is_first: bool) -> None:
        """Draw the running head; a story's first page also says how long it is to read aloud."""
        sheet = self._sheet
        with pen.ours():
            y, end = sheet.head, sheet.right
            number = _left(pen, fit(str(around.number), _STRONG, 100), sheet.text_left, y)
            x = sheet.text_left + max(_GAP, number - _GAP / 2)
            minutes = ngettext("{n} minute aloud", "{n} minutes aloud", around.minutes_aloud)
            aloud = self._fit(minutes.format(n=around.minutes_aloud), 200) if is_first else None
            room = end - x - (aloud.width + _GAP if aloud else 0)
            _left(pen, self._fit(self._title, room), x, y)
            _right(pen, aloud, end, y)

    def draw_foot(self, around: Around, page: int, pen: Pen) -> None:
        """Draw the foot of the pack's page `page`, counted from 1."""
        sheet = self._sheet
        with pen.ours():
            x, y = sheet.left, sheet.foot
            if around.has_told:
                pen.disc(x + _DISC_X, y - 3.2, _DISC)
                x += _WORDS_X + _left(pen, self._fit(_("we told the guest"), 200), x + _WORDS_X, y)
            x += _left(pen, self._fit(_("Names and details are changed."), 250), x, y)
            number = fit(str(page), _STRONG, 100)
            end = sheet.right - (number.width + _GAP if number else 0)
            _right(pen, self._fit(self._house, end - x), end, y)
            _right(pen, number, sheet.right, y)

    def _fit(self, text: str, room: float) -> Line | None:
        """Return a quiet line; the same ones stand on every page."""
        key = (text, room)
        if key not in self._fitted:
            self._fitted[key] = fit(text, _QUIET, room)
        return self._fitted[key]


def _left(pen: Pen, line: Line | None, x: float, y: float) -> float:
    """Draw it from `x`; return how far the next thing stands behind, a gap included."""
    if line is None:
        return 0
    line.draw(pen, x, y)
    return line.width + _GAP


def _right(pen: Pen, line: Line | None, end: float, y: float) -> None:
    if line is not None:
        line.draw(pen, end - line.width, y)
