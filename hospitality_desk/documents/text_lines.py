"""Text in lines: ragged right, never hyphenated, a word longer than the line broken where it must.

Latin, Greek and Cyrillic are measured and written here; any other script is laid out in `complex_text`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hospitality_desk.documents.fonts import Cut, font, plain_cut
from hospitality_desk.documents.kerning import kerns
from hospitality_desk.documents.pen import Line, Pen, Style

_NOT_DRAWN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
"""Controls, soft hyphens and direction marks: nothing of them is seen on paper."""
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""What a line may end at; a no-break space is none of them."""
_PIECE = re.compile(rf"[{_SPACES}]+|[^{_SPACES}]+?(?:(?<=\w[-\u2010\u2013\u2014])(?=\w)|(?=[{_SPACES}])|$)")
"""Spaces, or a word up to the spaces behind it or a dash inside it: a line may end behind each."""
_PARTS = re.compile(rf"[{_SPACES}\-\u2010\u2013\u2014]")
ELLIPSIS = "…"
_LONGEST_LINE = 500
"""Letters no line of ours holds: of a longer word not more is measured at a time."""


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line written letter by letter in one cut."""

    text: str
    cut: Cut
    style: Style
    width: float
    from_right: bool = False

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its left end at `x` and its baseline `y` points below the top of the page."""
        pen.write(self.text, self.cut, self.style, x, y)


def seen(text: str) -> str:
    """Return the text without what nobody sees; every kind of line end becomes a line feed, a tab a space."""
    if text.isprintable():
        return text  # nearly always
    return _NOT_DRAWN.sub("", _LINE_ENDS.sub("\n", text.replace("\t", " ")))


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """Return the lines of a text no wider than `width` points; an empty text has none.

    A line feed in it ends a line. Text with a character the style's cut cannot write letter by letter is set whole by
    `complex_text`, which needs Qt.
    """
    lines: list[Line] = []
    for part in seen(text).split("\n"):
        words = part.strip(_SPACES)
        if not words:
            continue
        cut = plain_cut(words, style.cut)
        if cut is None:
            from hospitality_desk.documents.complex_text import complex_lines  # Qt: only where a script needs it

            lines.extend(complex_lines(words, style, width))
        else:
            lines.extend(_plain_lines(words, cut, style, width))
    return lines


def fit(text: str, style: Style, width: float) -> Line | None:
    """Return the text as one line, cut short with … where it is wider than `width` points; None when it is empty."""
    whole = " ".join(seen(text).split())
    lines = set_lines(whole, style, width)
    if len(lines) < 2:
        return lines[0] if lines else None
    most = len(lines[0].text) + 1
    low, high = 0, most  # the most characters that leave room for the …
    while low < high:
        middle = (low + high + 1) // 2
        if len(set_lines(_short(whole, middle), style, width)) == 1:
            low = middle
        else:
            high = middle - 1
    short = set_lines(_short(whole, low), style, width)
    return short[0] if short else None


def _short(text: str, count: int) -> str:
    return text[:count].rstrip(_SPACES + ",.;:") + ELLIPSIS


def _plain_lines(text: str, cut: Cut, style: Style, width: float) -> Iterator[PlainLine]:
    size = style.size
    line: list[str] = []
    used = gap_width = 0.0
    gap = ""
    for piece in _pieces(text):
        wide = _ems(cut, piece[:_LONGEST_LINE], style.is_kerned) * size
        if piece[0] in _SPACES:
            gap, gap_width = gap + piece, gap_width + wide
            continue
        if line and used + gap_width + wide > width:
            yield PlainLine("".join(line), cut, style, used)
            line, used, gap, gap_width = [], 0.0, "", 0.0
        while not line and wide > width:
            fits = _longest_start(piece, cut, size, width)
            yield PlainLine(piece[:fits], cut, style, _ems(cut, piece[:fits], style.is_kerned) * size)
            piece = piece[fits:]
            wide = _ems(cut, piece[:_LONGEST_LINE], style.is_kerned) * size
        line += gap, piece
        used += gap_width + wide
        gap, gap_width = "", 0.0
    if line:
        yield PlainLine("".join(line), cut, style, used)


def _pieces(text: str) -> Iterator[str]:
    """Give words and the spaces between them in turn; a word is parted behind a dash inside it."""
    for part in text.split(" "):
        if part and _PARTS.search(part):
            yield from _PIECE.findall(part)
        elif part:
            yield part
        yield " "


@lru_cache(maxsize=20_000)
def _ems(cut: Cut, piece: str, is_kerned: bool) -> float:
    """Return how wide letters are, in parts of their size."""
    wide: float = font(cut).stringWidth(piece, 1)
    return wide + sum(kerns(cut, piece)) if is_kerned else wide


def _longest_start(word: str, cut: Cut, size: float, width: float) -> int:
    """Return how many letters of a word fit, at least one."""
    measure = font(cut).stringWidth
    low, high = 1, min(len(word), _LONGEST_LINE)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low
