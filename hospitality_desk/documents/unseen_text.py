"""The letters under outlines: nobody sees them, but search, copy and the leak check read them."""

import threading
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from hospitality_desk.paths import fonts_folder

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

NAME = "DeskUnseen"
WIDTH = 0.5
"""How wide each letter of it is, in parts of its size."""

_MAKING = threading.Lock()


class UnseenWord(NamedTuple):
    """Letters to lie unpainted under outlines: from left to right, their left end and their width in ems."""

    letters: str
    x: float
    width: float

    def moved(self, by: float) -> "UnseenWord":
        """Return it that much further right."""
        return self._replace(x=self.x + by)


class Stand(NamedTuple):
    """Where a letter stands in its line, in ems, and which way it reads."""

    left: float
    right: float
    from_right: bool

    def with_(self, other: "Stand") -> "Stand":
        """Return the room both take together."""
        return Stand(min(self.left, other.left), max(self.right, other.right), self.from_right)


def unseen_words(text: str, stands: Mapping[int, Stand]) -> Iterator[UnseenWord]:
    """Give the line in words of one direction, in the order typed, the letters of each from left to right.

    Readers of a PDF take letters by their place and turn what reads from the right; some turn Arabic figures too (which
    never turn), so those stand one by one.
    """
    here = stands.get(0, Stand(0, 0, False))
    piece, kind = "", ""
    left, right = here[:2]
    for n, char in enumerate(text):
        here = stands.get(n, here)  # a letter without a shape of its own stands with the one before
        is_figure = unicodedata.bidirectional(char) in ("AN", "EN") and not char.isascii()
        found = "figure" if is_figure else "right" if here.from_right else "left"
        parts = piece and (
            piece[-1] == " " or found != kind or kind == "figure" or (kind == "right" and char.isspace())
        )
        if parts:
            yield _word(piece, kind, left, right)
            piece, (left, right) = "", here[:2]
        piece, kind = piece + (" " if char.isspace() else char), found
        if not char.isspace() or piece == " ":
            left, right = min(left, here.left), max(right, here.right)
    if piece:
        yield _word(piece, kind, left, right)


def _word(piece: str, kind: str, left: float, right: float) -> UnseenWord:
    letters = piece.rstrip(" ") or piece
    space = piece[len(letters) :]
    return UnseenWord(
        (letters[::-1] if kind == "right" else letters) + space, left, (right - left) * len(piece) / len(letters)
    )


class _EveryLetter(dict[int, int]):
    """Says of each character that there is a shape for it, always the same one."""

    def __init__(self, glyph: int) -> None:
        super().__init__()
        self._glyph = glyph

    def __contains__(self, code: object) -> bool:
        return True

    def __getitem__(self, code: int) -> int:
        return self._glyph


@cache
def unseen_font() -> "TTFont":
    """Return a font for every character of Unicode, registered with ReportLab as `NAME`. To be used unpainted only."""
    # ReportLab is slow to import, and the window must not wait for it.
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    class Unseen(TTFont):  # type: ignore[misc]  # ReportLab has no types
        """Inter's n for every character, with a table that says truly which character each stands for."""

        def addObjects(self, doc: Any) -> None:
            subsets = list(self.state[doc].subsets)
            names = [self.getSubsetInternalName(n, doc).removeprefix("/") for n in range(len(subsets))]
            super().addObjects(doc)
            for name, subset in zip(names, subsets, strict=True):
                table = doc.idToObject["BasicFonts"].dict[name].ToUnicode
                doc.idToObject[table.name].content = _to_unicode(subset)

    with _MAKING:
        font = Unseen(NAME, str(fonts_folder() / "Inter-Regular.ttf"), asciiReadable=0)
        font.face.charToGlyph = _EveryLetter(font.face.charToGlyph[ord("n")])
        font.face.charWidths = {}
        font.face.defaultWidth = round(WIDTH * 1000)
        font.face.name = NAME.encode()  # ReportLab keys its objects by it
        pdfmetrics.registerFont(font)
    return font


def _to_unicode(subset: list[int]) -> str:
    """Return the table of ISO 32000-1 section 9.10.3; ReportLab's own is wrong beyond U+FFFF."""
    pairs = [f"<{n:02X}> <{chr(code).encode('utf-16-be', 'surrogatepass').hex()}>" for n, code in enumerate(subset)]
    blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry ({NAME}) /Ordering ({NAME}) /Supplement 0 >> def",
            f"/CMapName /{NAME} def /CMapType 2 def",
            f"1 begincodespacerange <00> <{len(subset) - 1:02X}> endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
