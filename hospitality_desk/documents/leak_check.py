"""The last look before a paper leaves: the finished PDF is read back, and nobody it was drawn from may be in it.

Importing this is cheap; the PDF libraries come in with the first check.
"""

import bisect
import io
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hospitality_desk.documents.pdf_corners import Where, corners, stream_bytes
from hospitality_desk.documents.pdf_texts import PageText, read_by_pdfium, read_by_pypdf
from hospitality_desk.domain.deidentify.finds import Find, FindType
from hospitality_desk.errors import FileTrouble
from hospitality_desk.words import _

if TYPE_CHECKING:
    import pypdf

Finds = Callable[[str], Sequence[Find]]
_SEAM = 300
"""Characters looked at on each side of the end of a page."""
_SHORTEST = 4
"""Letters a known value has at least that is looked for in bytes: shorter ones stand there by chance."""
_BROKEN_WORD = re.compile(r"^(\S+)\n(?=\S)", re.MULTILINE)
_SEPARATORS = re.compile(r"[_\-.+]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """One thing in the finished file that points at a person."""

    where: Where
    page: int | None
    """Counted from 1, for what stands on a page."""
    value: str
    """As it stands in the file."""
    type: FindType
    known: str | None
    """The known value it is, in whatever disguise; None for what only looks like something."""
    story: int | None = None
    """Which story of the pack it stands in, from 1, where that can be told."""
    sentence: str | None = None
    """The sentence of that story it stands in."""


def leaks_in(
    pdf: bytes | Path,
    file_name: str,
    finds: Finds,
    furniture: Sequence[str],
    sentences: Sequence[tuple[int, str]],
    values: Collection[str] = (),
) -> tuple[Leak, ...]:
    """Return everything `finds` finds anywhere in the file or its name: none means it may go out.

    `furniture` is what `BuiltPack` says we drew ourselves, page by page; it is let pass only where the file marks
    exactly that text as ours. `sentences` are the stories' own, with the story's number from 1: a leak is traced to
    one of them. `values` are looked for letter by letter in every unpacked stream as well. Raises FileTrouble when the
    file cannot be read back.
    """
    raw = _bytes_of(pdf)
    found = _Found(finds)
    starts = _look(raw, found, furniture, values)
    for name in dict.fromkeys([file_name, Path(file_name).stem, _SEPARATORS.sub(" ", Path(file_name).stem)]):
        found.look(Where.FILE_NAME, name)
    return tuple(_traced(found.leaks, finds, sentences, starts))


def _bytes_of(pdf: bytes | Path) -> bytes:
    if isinstance(pdf, bytes):
        return pdf
    try:
        return pdf.read_bytes()
    except OSError as error:
        raise FileTrouble(_("{file} cannot be read back.").format(file=pdf.name)) from error


def _look(raw: bytes, found: "_Found", furniture: Sequence[str], values: Collection[str]) -> list[int]:
    """Look through the whole file; return the page each story begins on, from its outline."""
    # Large libraries, needed for nothing but this.
    import pypdf
    import pypdfium2
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(raw), strict=True)
        for corner in corners(reader, raw):
            found.look(corner.where, corner.text)
        for data in stream_bytes(reader):
            found.look_for(values, data)
        starts = _starts(reader)
        by_pypdf = list(read_by_pypdf(reader, furniture))
        for page in by_pypdf:
            for text in page.hidden:
                found.look(Where.INSIDE, text, page.page)
        _look_at_pages(by_pypdf, found)
        document = pypdfium2.PdfDocument(raw)
        try:
            _look_at_pages(list(read_by_pdfium(document, [page.is_ours_known for page in by_pypdf])), found)
        finally:
            document.close()
    except (PyPdfError, pypdfium2.PdfiumError) as error:
        raise FileTrouble(_("The finished paper cannot be read back, so nothing is given out.")) from error
    return starts


def _starts(reader: "pypdf.PdfReader") -> list[int]:
    numbers = (reader.get_destination_page_number(each) for each in reader.outline if not isinstance(each, list))
    return [number + 1 for number in numbers if number is not None]


def _look_at_pages(pages: Sequence[PageText], found: "_Found") -> None:
    for n, page in enumerate(pages):
        for text in _readings(page.text):
            found.look(Where.TEXT, text, page.page)
        if n and page.text.strip():
            before = pages[n - 1].text.rstrip()[-_SEAM:]
            seam = len(" ".join(before.split()))
            joined = " ".join((before + "\n" + page.text.lstrip()[:_SEAM]).split())
            found.look(Where.TEXT, joined, pages[n - 1].page, over=seam)


def _readings(text: str) -> Iterator[str]:
    """Give the text as sentences run over its lines, and once more with words put together that a line end broke."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    flat = " ".join(lines.split())
    yield flat
    whole = " ".join(_BROKEN_WORD.sub(r"\1", lines).split())
    if whole != flat:
        yield whole


class _Found:
    """What was found so far, each thing once for the place it stands in."""

    def __init__(self, finds: Finds) -> None:
        self._finds = finds
        self._seen: set[str] = set()
        self._leaks: dict[tuple[str, int | None, str], Leak] = {}

    @property
    def leaks(self) -> list[Leak]:
        """Return them in the order found."""
        return list(self._leaks.values())

    def look(self, where: Where, text: str, page: int | None = None, over: int | None = None) -> None:
        """Take down what is found in a text; with `over`, only what stands across that place in it."""
        if where == Where.INSIDE and text in self._seen:
            return  # a title of the outline is a string of the file as well
        self._seen.add(text)
        for each in self._finds(text):
            if over is None or each.start < over < each.end:
                self._add(where, page, each.value, each.type, each.known)

    def look_for(self, values: Collection[str], data: bytes) -> None:
        """Take down which of the values stand in bytes as they are, written in any usual way."""
        low = data.lower()
        for value in values:
            if len(value) >= _SHORTEST and any(
                value.lower().encode(encoding, "replace") in low
                for encoding in ("utf-8", "utf-16-be", "utf-16-le", "latin-1")
            ):
                self._add(Where.INSIDE, None, value, FindType.WORD, value)

    def _add(self, where: Where, page: int | None, value: str, sort: FindType, known: str | None) -> None:
        key = (where.value, page, (known or value).casefold())
        self._leaks.setdefault(key, Leak(where=where, page=page, value=value, type=sort, known=known))


def _traced(
    leaks: Sequence[Leak], finds: Finds, sentences: Sequence[tuple[int, str]], starts: Sequence[int]
) -> Iterator[Leak]:
    """Give the leaks, each with the sentence it stands in where one holds the same thing."""
    if not leaks:
        return
    held: dict[str, list[tuple[int, str]]] = {}
    for story, sentence in sentences:
        for each in finds(sentence):
            held.setdefault((each.known or each.value).casefold(), []).append((story, sentence))
    for leak in leaks:
        on_page = bisect.bisect(starts, leak.page) if leak.page and starts else 0
        places = held.get((leak.known or leak.value).casefold(), [])
        story, sentence = next((each for each in places if on_page in (0, each[0])), (on_page, ""))
        yield Leak(
            where=leak.where,
            page=leak.page,
            value=leak.value,
            type=leak.type,
            known=leak.known,
            story=story or None,
            sentence=sentence or None,
        )
