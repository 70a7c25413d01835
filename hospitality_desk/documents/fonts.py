"""The type of the papers: the shipped TrueType cuts, registered with ReportLab, and which characters each can draw.

Importing this costs nothing: ReportLab comes in with the first paper (the window starts without it).
"""

import threading
import unicodedata
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from hospitality_desk.errors import BugError
from hospitality_desk.paths import fonts_folder

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont


class Cut(StrEnum):
    """The cuts a page is set in; the value is the name of the file and of the font in the PDF."""

    SERIF = "SourceSerif4-Regular"
    ITALIC = "SourceSerif4-Italic"
    DISPLAY = "DeskSerifDisplay-Light"
    SANS = "Inter-Regular"
    SANS_BOLD = "Inter-SemiBold"


STANDS_IN = {Cut.DISPLAY: Cut.SERIF, Cut.ITALIC: Cut.SERIF}
"""The cut that takes a whole text over when one of its letters is missing (Display has no Cyrillic)."""

OTHER_SCRIPTS = (
    "NotoNaskhArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansThai-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansBengali-Regular",
    "NotoSansKhmer-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoEmoji-Regular",
)
"""The shipped cuts for what Source Serif and Inter lack, in the order they are asked."""

INVISIBLE = frozenset("\n\u200c\u200d\ufe0e\ufe0f")
"""What needs no shape: line feeds, joiners, and what chooses between two looks of an emoji."""

_REGISTERING = threading.Lock()


@cache
def font(name: str) -> "TTFont":
    """Return a shipped cut, registered with ReportLab under the name of its file. Raises BugError when it is not there.

    The first call closes ReportLab's doors to the net and to files as well: no picture of ours comes from an address.
    """
    # ReportLab is slow to import, and the window must not wait for it.
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    with _REGISTERING:
        rl_config.trustedHosts = None
        rl_config.trustedSchemes = []
        rl_config.useA85 = 0  # it would write all streams as letters, a quarter longer
        try:
            made = TTFont(name, str(fonts_folder() / f"{name}.ttf"))
        except TTFError as error:
            raise BugError(f"the font {name} is not in the resources") from error
        pdfmetrics.registerFont(made)
    return made


@cache
def characters(name: str) -> frozenset[str]:
    """Return every character that cut has a shape for; what it draws for private ones is not what anybody meant."""
    return frozenset(char for char in map(chr, font(name).face.charToGlyph) if unicodedata.category(char) != "Co")


@cache
def _set_plainly(cut: Cut) -> frozenset[str]:
    """Return what can be written letter by letter: no marks to be placed on others, no joining, left to right."""
    return frozenset(
        char
        for char in characters(cut)
        if unicodedata.category(char) not in ("Mn", "Me", "Mc", "Cf", "Cc")
        and unicodedata.bidirectional(char) not in ("R", "AL", "AN")
    )


def plain_cut(text: str, cut: Cut) -> Cut | None:
    """Return the cut that writes the whole text letter by letter: the wanted one, else its stand-in, else None."""
    used = set(text)
    if used <= _set_plainly(cut):
        return cut
    second = STANDS_IN.get(cut)
    return second if second and used <= _set_plainly(second) else None


@cache
def shipped_characters() -> frozenset[str]:
    """Return every character at least one shipped cut has a shape for."""
    return frozenset().union(*(characters(name) for name in (*Cut, *OTHER_SCRIPTS)))
