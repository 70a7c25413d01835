"""Lines of any script, laid out by Qt: joined, reordered, set from the right where it reads so; drawn as outlines.

The one room below the window that uses Qt, and only inside its functions: papers in Latin script need none. Without a
running window it starts an invisible Qt of its own (then it must first be used on the main thread). Under the outlines
lie the letters themselves, unpainted, for search, copy and the leak check.
"""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from hospitality_desk.documents import script_runs
from hospitality_desk.documents.fonts import INVISIBLE, OTHER_SCRIPTS, Cut, font, shipped_characters
from hospitality_desk.documents.pen import Line, Pen, Style
from hospitality_desk.documents.unseen_text import Stand, UnseenWord, unseen_words
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
    """Return those of the characters that neither a shipped cut nor a font of this system has an outline for.

    Only Chinese, Japanese and Korean are asked of the system: Qt ends the process when it is asked for the shapes of a
    script that no font here can set (6.11, Telugu without a Telugu font).
    """
    return frozenset(
        char
        for char in characters
        if char not in INVISIBLE and char not in shipped_characters() and not (_is_wide(char) and _has_shape(char))
    )


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F", "H") and unicodedata.category(char) not in (
        "Cn",
        "Co",
        "Cs",
    )


def _has_shape(char: str) -> bool:
    layout = _laid_out(char, Cut.SERIF, _EM * 9, from_right=False)
    shapes = [(run.rawFont(), glyph) for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    if any(glyph == 0 for _raw, glyph in shapes):
        return False
    is_space = unicodedata.category(char).startswith("Z")
    return is_space or any(raw.pathForGlyph(glyph).elementCount() for raw, glyph in shapes)


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
    if unknown := {char for char in set(text) - shipped_characters() - INVISIBLE if not _is_wide(char)}:
        raise BugError("no font draws " + ", ".join(f"U+{ord(char):04X}" for char in sorted(unknown)))
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
        # A system's font stands upright: Qt would slant it, and a slanted shape goes by the same number.
        look.setFont(_qt_font(name or Cut.SERIF))
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
    # Qt: see `_ready`.
    from PySide6.QtGui import QTextLayout

    places = _qt_places(text)
    start, end = (places.index(place) for place in (line.textStart(), line.textStart() + line.textLength()))
    typed = text[start:end].rstrip()
    letters = {place: n for n, place in enumerate(places[start : start + len(typed)])}
    baseline = line.y() + line.ascent()
    found: list[tuple[tuple[str, int], QRawFont, float, float]] = []
    stands: dict[int, Stand] = {}
    for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        raw, from_run = run.rawFont(), run.isRightToLeft()
        name = f"{raw.familyName()} {raw.styleName()}"
        shapes = run.glyphIndexes()
        widths = raw.advancesForGlyphIndexes(shapes)
        for shape, at, width, place in zip(shapes, run.positions(), widths, run.stringIndexes(), strict=True):
            if (n := letters.get(place)) is not None:  # not the spaces at its end
                x = at.x() / _EM
                found.append(((name, shape), raw, x, (baseline - at.y()) / _EM))
                stand = Stand(x, x + width.x() / _EM, from_run)
                stands[n] = stands[n].with_(stand) if n in stands else stand
    left = min((each.left for each in stands.values()), default=0.0)
    wide = max((each.right for each in stands.values()), default=0.0) - left
    words = tuple(word.moved(-left) for word in unseen_words(typed, stands))
    glyphs = tuple(_Glyph(key, raw, x - left, y) for key, raw, x, y in found)
    return ComplexLine(typed, style, wide * style.size, from_right, glyphs, words)


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
