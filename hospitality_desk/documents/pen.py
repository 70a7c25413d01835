"""The pen on one PDF: writes and draws in points from the top left, and keeps apart what is ours on each page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from hospitality_desk.documents.fonts import Cut, font
from hospitality_desk.documents.kerning import kerns
from hospitality_desk.documents.unseen_text import WIDTH, UnseenWord, unseen_font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Ink(NamedTuple):
    """A colour, each part from 0 to 1."""

    red: float
    green: float
    blue: float


def _ink(code: int) -> Ink:
    return Ink((code >> 16) / 255, (code >> 8 & 255) / 255, (code & 255) / 255)


WHITE = _ink(0xFFFFFF)
BLACK, DARK, GREY, PETROL = _ink(0x14201F), _ink(0x36423F), _ink(0x57666A), _ink(0x0B5F73)
"""Text, its second voice, what is ours around it, and the one accent (design paper, section 3)."""


_REACH = 4000
"""How far a shape may reach from its origin, in thousandths of an em."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: the cut, its size and the distance of its lines in points, its colour.

    Large text `is_kerned`: letters such as the W and a of Waiter stand closer.
    """

    cut: Cut
    size: float
    leading: float
    ink: Ink = BLACK
    is_kerned: bool = False


@cache
def _round(radius: float) -> str:
    """Return a circle around the origin as four curves."""
    near = radius * 0.5523  # the usual distance of the handles of a quarter circle
    curves = []
    for a, b, c, d in ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)):  # from and to, in radii
        points = (a * radius + c * near, b * radius + d * near, c * radius + a * near, d * radius + b * near)
        curves.append(" ".join(f"{each:.3f}" for each in (*points, c * radius, d * radius)) + " c")
    return f"{radius:.3f} 0 m {' '.join(curves)}"


class Pen:
    """Draws on one canvas. `furniture` holds, page by page, the text that was written inside `ours`, in that order."""

    def __init__(self, canvas: "Canvas", height: float) -> None:
        self.canvas = canvas
        self.height = height
        self.furniture: list[str] = []
        self._ours: list[str] = []
        self._is_ours = False
        self._ink: Ink | None = None
        self._line_ink: Ink | None = None
        self._stamps: dict[tuple[str, int], str] = {}
        self._is_writing = False
        self._face = ""
        self._names: dict[Cut, str] = {}

    @contextmanager
    def ours(self) -> Iterator[None]:
        """Mark what is drawn meanwhile as the page's own furniture (an artifact, ISO 32000-1 section 14.8.2.2)."""
        # The canvas has no way of its own to mark content.
        self._stop_writing()
        self.canvas._code.append("/Artifact BMC")
        self._is_ours = True
        yield
        self._is_ours = False
        self._stop_writing()
        self.canvas._code.append("EMC")

    def note(self, text: str) -> None:
        """Take down a text that was drawn, when it is ours."""
        if self._is_ours:
            self._ours.append(text)

    def write(self, text: str, cut: Cut, style: Style, x: float, y: float) -> None:
        """Write letters from `x` on the baseline `y`."""
        self.fill_with(style.ink)
        # Many lines share one text object, and known letters are looked up at once: the canvas's own way to write a
        # line takes three times as long.
        put = self.canvas._code.append
        if not self._is_writing:
            put("BT")
            self._is_writing, self._face = True, ""
        put(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm")
        for name, letters in self._encoded(text, cut, is_kerned=style.is_kerned):
            face = f"{name} {style.size:g} Tf"
            if face != self._face:
                put(face)
                self._face = face
            put(letters)
        self.note(text)

    def _encoded(self, text: str, cut: Cut, *, is_kerned: bool) -> Iterator[tuple[str, str]]:
        """Give the text in pieces: the font of the file that holds its letters, and the operator that shows them."""
        escape = self.canvas._escape
        if not is_kerned:
            for name, letters in self._codes(text, cut):
                yield name, f"({escape(letters)}) Tj"
            return
        start = 0
        for end, closer in enumerate([*kerns(cut, text), None], 1):
            if closer == 0:
                continue
            pieces = self._codes(text[start:end], cut)
            for n, (name, letters) in enumerate(pieces, 1):
                gap = f" {-1000 * closer:.0f}" if closer and n == len(pieces) else ""
                yield name, f"[({escape(letters)}){gap}] TJ"
            start = end

    def _codes(self, text: str, cut: Cut) -> list[tuple[str, bytes]]:
        """Return the codes of letters, in pieces by the font of the file that has them."""
        shipped, file = font(cut), self.canvas._doc
        name = self._names.get(cut)
        if name is not None:
            codes = shipped.state[file].assignments
            if all(map(codes.__contains__, map(ord, text))):
                with suppress(UnicodeEncodeError):  # a letter of a further part of the font
                    return [(name, text.translate(codes).encode("latin-1"))]
        pieces = [(shipped.getSubsetInternalName(n, file), letters) for n, letters in shipped.splitString(text, file)]
        self._names[cut] = shipped.getSubsetInternalName(0, file)
        return pieces

    def _stop_writing(self) -> None:
        if self._is_writing:
            self.canvas._code.append("ET")
            self._is_writing = False

    def stamp(self, key: tuple[str, int], outline: Callable[[], str], x: float, y: float, scale: float) -> None:
        """Draw a shape with its origin there. `outline` is asked once for each key: path operators, without painting.

        An outline without a point (a space) draws nothing.
        """
        if key not in self._stamps:
            path = outline()
            self._stamps[key] = self._form(path) if path else ""
        if name := self._stamps[key]:
            self._stop_writing()
            self.canvas._code.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {self.height - y:.2f} cm")
            self.canvas.doForm(name)
            self.canvas._code.append("Q")

    def _form(self, path: str) -> str:
        # ReportLab is slow to import, and the window must not wait for it. Its own way to make a form puts a font in.
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFFormXObject

        name = f"shape{len(self._stamps)}"
        form = PDFFormXObject(-_REACH, -_REACH, _REACH, _REACH)
        form.compression = 1
        form.Resources = PDFDictionary({})  # a shape needs no fonts
        form.setStreamList([path, "f"])
        self.canvas._doc.addForm(name, form)
        return name

    def write_unseen(self, text: str, words: Sequence[UnseenWord], size: float, x: float, y: float) -> None:
        """Lay the letters of a line under its outlines, so that readers of the PDF find them at their place."""
        self._stop_writing()
        letters = self.canvas.beginText()
        letters.setTextRenderMode(3)
        for word in words:
            letters.setFont(unseen_font().fontName, size)  # each time: it tells pypdf where a word begins
            letters.setTextOrigin(x + word.x * size, self.height - y)
            letters.setHorizScale(max(1.0, 100 * word.width / (WIDTH * len(word.letters))))
            letters.textOut(word.letters)
        letters.setHorizScale(100)
        letters.setTextRenderMode(0)
        self.canvas.drawText(letters)
        self.note(text)

    def fill_with(self, ink: Ink) -> None:
        """Take this colour for letters and fills."""
        if ink != self._ink:
            self.canvas.setFillColorRGB(*ink)
            self._ink = ink

    def _draw_with(self, ink: Ink) -> None:
        if ink != self._line_ink:
            self.canvas.setStrokeColorRGB(*ink)
            self._line_ink = ink

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float) -> None:
        """Draw a petrol line, `width` points thick."""
        self._stop_writing()
        self._draw_with(PETROL)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, self.height - y, to_x, self.height - to_y)

    def disc(self, x: float, y: float, radius: float) -> None:
        """Draw a filled petrol mark."""
        self.fill_with(PETROL)
        self._circle(x, y, radius, "f")

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        """Draw an open petrol mark, white inside."""
        self._draw_with(PETROL)
        self.fill_with(WHITE)
        self.canvas.setLineWidth(width)
        self._circle(x, y, radius, "b")

    def _circle(self, x: float, y: float, radius: float, paint: str) -> None:
        self._stop_writing()
        self.canvas._code.append(f"q 1 0 0 1 {x:.2f} {self.height - y:.2f} cm {_round(radius)} {paint} Q")

    def turn_page(self) -> None:
        """End this page and begin the next."""
        self._stop_writing()
        self.canvas.showPage()
        self.furniture.append("".join(self._ours))
        self._ours = []
        self._ink = self._line_ink = None


class Line(Protocol):
    """One line of text, ready to be drawn."""

    @property
    def text(self) -> str:
        """Return the text as it was typed."""

    @property
    def width(self) -> float:
        """Return its width in points."""

    @property
    def from_right(self) -> bool:
        """Tell whether its column is set from the right."""

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its left end at `x` and its baseline `y` points below the top of the page."""
