"""Lines of any script, laid out by Qt: joined, reordered, set from the right where it reads so; drawn as outlines.

The one room below the window that uses Qt, and only inside its functions: papers in Latin script need none. Without a
running window it starts an invisible Qt of its own (then it must first be used on the main thread). Under the outlines
lie the letters themselves, unpainted, for search, copy and the leak check.
"""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from hospitality_desk.documents import script_runs
from hospitality_desk.documents.fonts import OTHER_SCRIPTS, Cut, font
from hospitality_desk.documents.pen import Line, Pen, Style, UnseenWord
from hospitality_desk.errors import BugError
from hospitality_desk.paths import fonts_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QRawFont, QTextLayout, QTextLine

_EM = 1000
"""Pixels of an em while laying out: shapes come out in the units most fonts are drawn in."""
_FAMILIES = {
    Cut.SERIF: ("Source Serif 4", 400, False),
    Cut.ITALIC: ("Source Serif 4", 400, True),
    Cut.DISPLAY: ("Desk Serif Display", 300, False),
    Cut.SANS: ("Inter", 400, False),
    Cut.SANS_BOLD: ("Inter", 600, False),
}


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One shape, in ems from the left end of its line and above the baseline."""

    key: tuple[str, int]
    raw: "QRawFont"
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ComplexLine:
    """A line laid out by Qt; `unseen` are its words as typed, each where it stands, in ems."""

    text: str
    style: Style
    width: float
    from_right: bool
    glyphs: tuple[_Glyph, ...]
    unseen: tuple[UnseenWord, ...]

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its left end at `x` and its baseline `y` points below the top of the page."""
        size = self.style.size
        pen.fill_with(self.style.ink)
        for glyph in self.glyphs:
            pen.stamp(glyph.key, partial(_outline, glyph), x + glyph.x * size, y - glyph.y * size, size / _EM)
        pen.write_unseen(self.text, self.unseen, size, x, y)


def complex_lines(text: str, style: Style, width: float) -> list[Line]:
    """Return the lines of one paragraph, no wider than `width` points; a word longer than that is broken.

    The paragraph is set from the right when its first letter of any direction reads so (UAX 9, rule P2).
    """
    from_right = _reads_from_right(text)
    layout = _laid_out(text, style.cut, width * _EM / style.size, from_right=from_right)
    lines = (layout.lineAt(n) for n in range(layout.lineCount()))
    return [_line(text, line, style, from_right=from_right) for line in lines]


def without_shape(characters: Collection[str]) -> frozenset[str]:
    """Return those of the characters that neither a shipped cut nor a font of this system has an outline for."""
    return frozenset(char for char in characters if not _has_shape(char))


def _has_shape(char: str) -> bool:
    if unicodedata.category(char) in ("Cn", "Cs", "Co"):
        return False  # a system's font may have a private picture for it; ours would be another one
    layout = _laid_out(char, Cut.SERIF, _EM * 9, from_right=False)
    runs = layout.glyphRuns()
    if any(glyph == 0 for run in runs for glyph in run.glyphIndexes()):
        return False
    if unicodedata.category(char).startswith("Z"):
        return True
    return any(run.rawFont().pathForGlyph(glyph).elementCount() for run in runs for glyph in run.glyphIndexes())


@cache
def _ready() -> object:
    """Start Qt where no window runs, and load the shipped cuts it does not know yet; return what must be kept alive."""
    # Qt: an absent one must not stop papers in Latin script.
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    running = QCoreApplication.instance() or QGuiApplication(["hospitality-desk", "-platform", "offscreen"])
    known = set(QFontDatabase.families())
    wanted = {name: _family(name)[0] for name in (*Cut, *OTHER_SCRIPTS)}
    for name, family in wanted.items():
        if family not in known and QFontDatabase.addApplicationFont(str(fonts_folder() / f"{name}.ttf")) < 0:
            raise BugError(f"Qt cannot load the font {name}")
    return running


def _family(name: str) -> tuple[str, int, bool]:
    """Return family, weight and slant of a shipped cut."""
    return _FAMILIES[Cut(name)] if name in list(Cut) else (font(name).face.familyName.decode(), 400, False)


def _qt_font(name: str) -> "QFont":
    from PySide6.QtGui import QFont  # Qt: see `_ready`

    family, weight, is_italic = _family(name)
    made = QFont(family)
    made.setPixelSize(_EM)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(is_italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _laid_out(text: str, cut: Cut, width: float, *, from_right: bool) -> "QTextLayout":
    _ready()
    # Qt: see `_ready`.
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

    layout = QTextLayout(text, _qt_font(cut))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    option.setFlags(QTextOption.Flag.DisableEmojiParsing)  # it would look for coloured pictures, which have no outline
    layout.setTextOption(option)
    formats = []
    places = _qt_places(text)
    for start, end, name in script_runs.runs(text, cut):
        look = QTextCharFormat()
        look.setFont(_qt_font(name or cut))
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = places[start], places[end] - places[start], look
        formats.append(piece)
    layout.setFormats(formats)
    layout.beginLayout()
    line, y = layout.createLine(), 0.0
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += 2 * _EM
        line = layout.createLine()
    layout.endLayout()
    return layout


def _qt_places(text: str) -> list[int]:
    """Return where each character begins as Qt counts (UTF-16), and the end of the text."""
    places = [0]
    for char in text:
        places.append(places[-1] + (2 if ord(char) > 0xFFFF else 1))
    return places


def _line(text: str, line: "QTextLine", style: Style, *, from_right: bool) -> ComplexLine:
    places = _qt_places(text)
    start = places.index(line.textStart())
    end = places.index(line.textStart() + line.textLength())
    typed = text[start:end].rstrip()
    edges = [_edges(line, places[start + n]) for n in range(len(typed))]
    left = min((min(pair) for pair in edges), default=0.0)
    right = max((max(pair) for pair in edges), default=0.0)
    glyphs = []
    baseline = line.y() + line.ascent()
    for run in line.glyphRuns():
        raw = run.rawFont()
        name = f"{raw.familyName()} {raw.styleName()}"
        for index, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            glyphs.append(_Glyph((name, index), raw, (at.x() - left) / _EM, (baseline - at.y()) / _EM))
    words = tuple(_words(typed, [((a - left) / _EM, (b - left) / _EM) for a, b in edges]))
    return ComplexLine(typed, style, (right - left) * style.size / _EM, from_right, tuple(glyphs), words)


def _edges(line: "QTextLine", place: int) -> tuple[float, float]:
    """Return where a character begins and ends; it ends left of its beginning when it reads from the right."""
    leading, trailing = line.Edge.Leading, line.Edge.Trailing
    return _x(line.cursorToX(place, leading)), _x(line.cursorToX(place, trailing))


def _x(found: object) -> float:
    """Return the place alone: Qt for Python gives the corrected letter's number along with it."""
    place = found[0] if isinstance(found, tuple) else found
    assert isinstance(place, float)
    return place


def _words(text: str, edges: list[tuple[float, float]]) -> Iterator[UnseenWord]:
    """Give the line in pieces of one direction, each as the eye meets it from left to right.

    Readers of a PDF take letters by their place and turn what reads from the right; Arabic figures (which do not) stand
    one by one, because some turn those too.
    """
    piece: list[int] = []
    kind = ""
    for n, char in enumerate(text):
        found = _kind(char, edges[n], kind)
        if piece and (found != kind or kind in ("space", "figure")):
            yield _word(text, edges, piece, kind)
            piece = []
        piece.append(n)
        kind = found
    if piece:
        yield _word(text, edges, piece, kind)


def _kind(char: str, edge: tuple[float, float], before: str) -> str:
    if char.isspace():
        return "space"
    if unicodedata.bidirectional(char) == "AN":
        return "figure"
    if edge[0] == edge[1]:
        return before if before in ("left", "right") else "left"  # a mark goes with its letter
    return "right" if edge[1] < edge[0] else "left"


def _word(text: str, edges: list[tuple[float, float]], piece: list[int], kind: str) -> UnseenWord:
    typed = "".join(text[n] for n in piece)
    xs = [x for n in piece for x in edges[n]]
    return UnseenWord(typed[::-1] if kind == "right" else typed, min(xs), max(xs) - min(xs))


def _reads_from_right(text: str) -> bool:
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _outline(glyph: _Glyph) -> str:
    """Return the shape as operators of ISO 32000-1 section 8.5.2, in thousandths of an em."""
    path = glyph.raw.pathForGlyph(glyph.key[1])
    # Qt: see `_ready`.
    from PySide6.QtGui import QPainterPath

    kinds = QPainterPath.ElementType
    parts: list[str] = []
    n, count = 0, path.elementCount()
    while n < count:
        first = path.elementAt(n)
        if first.type == kinds.CurveToElement:
            points = [path.elementAt(n + k) for k in range(3)]
            parts.append(" ".join(f"{point.x:.0f} {-point.y:.0f}" for point in points) + " c")
            n += 3
        else:
            parts.append(f"{first.x:.0f} {-first.y:.0f} " + ("m" if first.type == kinds.MoveToElement else "l"))
            n += 1
    return "\n".join(parts)
