"""The pen on one PDF: writes and draws in points from the top left, and keeps apart what is ours on each page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from hospitality_desk.documents.fonts import Cut, font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Ink(NamedTuple):
    """A colour, each part from 0 to 1."""

    red: float
    green: float
    blue: float


def _ink(code: int) -> Ink:
    return Ink((code >> 16) / 255, (code >> 8 & 255) / 255, (code & 255) / 255)


BLACK, DARK, GREY, PETROL = _ink(0x14201F), _ink(0x36423F), _ink(0x57666A), _ink(0x0B5F73)
"""Text, its second voice, what is ours around it, and the one accent (design paper, section 3)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: the cut, its size and the distance of its lines in points, its colour."""

    cut: Cut
    size: float
    leading: float
    ink: Ink = BLACK


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

    @contextmanager
    def ours(self) -> Iterator[None]:
        """Mark what is drawn meanwhile as the page's own furniture (an artifact, ISO 32000-1 section 14.8.2.2)."""
        # The canvas has no way of its own to mark content.
        self.canvas._code.append("/Artifact BMC")
        self._is_ours = True
        yield
        self._is_ours = False
        self.canvas._code.append("EMC")

    def note(self, text: str) -> None:
        """Take down a text that was drawn, when it is ours."""
        if self._is_ours:
            self._ours.append(text)

    def write(self, text: str, cut: Cut, style: Style, x: float, y: float) -> None:
        """Write letters from `x` on the baseline `y`."""
        self.fill_with(style.ink)
        words = self.canvas.beginText(x, self.height - y)
        words.setFont(font(cut).fontName, style.size)
        words.textOut(text)
        self.canvas.drawText(words)
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
        self._draw_with(PETROL)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, self.height - y, to_x, self.height - to_y)

    def disc(self, x: float, y: float, radius: float) -> None:
        """Draw a filled petrol mark."""
        self.fill_with(PETROL)
        self.canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        """Draw an open petrol mark, white inside."""
        self._draw_with(PETROL)
        self.fill_with(Ink(1, 1, 1))
        self.canvas.setLineWidth(width)
        self.canvas.circle(x, self.height - y, radius, stroke=1, fill=1)

    def turn_page(self) -> None:
        """End this page and begin the next."""
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
