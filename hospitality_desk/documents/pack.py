"""A story pack: several stories one after another, each on a page of its own, in one PDF.

Importing this is cheap; ReportLab comes in when a pack is built.
"""

import io
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospitality_desk.documents.fonts import Cut, font
from hospitality_desk.documents.glyphs import undrawable
from hospitality_desk.documents.imprint import sign
from hospitality_desk.documents.page_foot import Around, Frame
from hospitality_desk.documents.pen import Pen
from hospitality_desk.documents.sheet import SHEETS
from hospitality_desk.documents.story_page import set_story
from hospitality_desk.documents.text_lines import seen
from hospitality_desk.domain.stories.paper import PaperPack
from hospitality_desk.errors import BugError

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SAVING = threading.Lock()
"""ReportLab reads a font's file through one place in it, so two papers are never closed at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPack:
    """A finished PDF, whole in memory (about 10 kB a story), and what the leak check must know of it."""

    pdf: bytes
    pages: int
    furniture: tuple[str, ...]
    """Page by page, all text that is ours and not the story's, one piece after another without gaps."""
    starts: tuple[int, ...]
    """The page each story begins on, counted from 1."""


def build_pack(pack: PaperPack, progress: Callable[[int, int], None] | None = None) -> BuiltPack:
    """Return the pack as a PDF. `progress(done, all)` counts stories; what it raises ends the work and passes through.

    Ask `undrawable(pack)` first: a character nobody here can draw is a BugError. Text in a script other than Latin,
    Greek and Cyrillic needs Qt (see `complex_text`).
    """
    if found := undrawable(pack):
        raise BugError("no font draws " + ", ".join(sorted({each.code for each in found})))
    written = io.BytesIO()
    canvas = _canvas(pack, written)
    sheet = SHEETS[pack.paper]
    pen = Pen(canvas, sheet.height)
    frame = Frame(pack.title, pack.house, sheet)
    starts: list[int] = []
    if progress:
        progress(0, len(pack.stories))
    for number, story in enumerate(pack.stories, 1):
        pages = set_story(story, sheet)
        around = Around(
            number=number,
            minutes_aloud=story.minutes_aloud,
            has_told=any(moment.told for moment in story.moments),
        )
        starts.append(len(pen.furniture) + 1)
        _enter_in_outline(canvas, number, story.title)
        for page in range(pages.count):
            frame.draw_head(around, pen, is_first=page == 0)
            pages.draw(page, sheet, pen)
            frame.draw_foot(around, len(pen.furniture) + 1, pen)
            pen.turn_page()
        if progress:
            progress(number, len(pack.stories))
    with _SAVING:
        canvas.save()
    return BuiltPack(
        pdf=written.getvalue(), pages=len(pen.furniture), furniture=tuple(pen.furniture), starts=tuple(starts)
    )


def _canvas(pack: PaperPack, written: io.BytesIO) -> "Canvas":
    sheet = SHEETS[pack.paper]
    first = font(Cut.SERIF).fontName  # registers it; without a font of ours every page would list Helvetica
    # ReportLab is slow to import, and the window must not wait for it.
    from reportlab.pdfgen.canvas import Canvas

    # Invariant: the same pack gives the same bytes.
    canvas = Canvas(
        written,
        pagesize=(sheet.width, sheet.height),
        pageCompression=1,
        invariant=1,
        initialFontName=first,
        lang=pack.language,
        pdfVersion=(1, 4),  # the first that knows a language
    )
    sign(canvas, seen(pack.title))
    return canvas


def _enter_in_outline(canvas: "Canvas", number: int, title: str) -> None:
    key = f"story-{number}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(" ".join(seen(title).split()) or str(number), key, 0)
