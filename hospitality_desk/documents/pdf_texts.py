"""The text of a finished PDF, read back page by page by two libraries that know nothing of each other.

Importing this reads no PDF library; the readers bring theirs in.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_ulong, c_ushort
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdf
    import pypdfium2
    from pypdf.generic import ContentStream

Operation = tuple[Any, bytes]
_ARTIFACT = "/Artifact"
_MAY_HOLD = (str, bytes, dict, list, tuple)
_STAMP = re.compile(rb"q [\d. -]+ cm\n/(FormXob\.shape\d+) Do\nQ\n")
"""How `Pen.stamp` draws an outline."""
_NAME = 64
"""Letters of the name of a mark that are read; ours is shorter."""
_SHOWS_TEXT = (b"Tj", b"TJ", b"'", b'"')


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One page as one reader reads it, without our furniture."""

    page: int
    """Counted from 1."""
    text: str
    hidden: tuple[str, ...] = ()
    """Strings in its drawing operators besides the letters shown: properties of marks, pictures written into it."""
    is_ours_known: bool = True
    """Whether what is marked as our furniture is what we put there; if not, nothing was taken off."""


def read_by_pypdf(reader: "pypdf.PdfReader", furniture: Sequence[str]) -> Iterator[PageText]:
    """Give the pages as pypdf reads them. `furniture` holds, page by page, the text that was marked as ours."""
    # pypdf is slow to import, and only this needs it.
    from pypdf.generic import ContentStream, DecodedStreamObject, NameObject

    shapes: dict[str, bool] = {}
    for n, page in enumerate(reader.pages):
        contents = page.get("/Contents")
        if contents is None:
            yield PageText(page=n + 1, text="", is_ours_known=not _letters(furniture, n))
            continue
        lean = DecodedStreamObject()
        lean.set_data(_without_shapes(ContentStream(contents.get_object(), reader).get_data(), page, shapes))
        stream = ContentStream(lean, reader)
        every = list(stream.operations)
        ours, rest = _parted(every)
        known = Counter("".join(_text_of(page, stream, ours).split())) == Counter(_letters(furniture, n))
        kept = rest if known else every
        yield PageText(
            page=n + 1,
            text=_text_of(page, stream, kept),
            hidden=tuple(_strings(kept)),
            is_ours_known=known,
        )
        page[NameObject("/Contents")] = contents  # the reader keeps its pages: not with all their operations


def read_by_pdfium(document: "pypdfium2.PdfDocument", trusted: Sequence[bool]) -> Iterator[PageText]:
    """Give the pages as PDFium reads them; furniture is taken off the pages that are `trusted` to mark only that."""
    # PDFium is a large library, and only this needs it.
    from pypdfium2 import raw

    for n in range(len(document)):
        page = document[n]
        if n < len(trusted) and trusted[n]:
            for shown in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)):
                if _is_marked_ours(shown.raw):
                    page.remove_obj(shown)
        words = page.get_textpage()
        text = words.get_text_range(errors="replace")
        words.close()
        page.close()
        # PDFium writes these for a hyphen at the end of a line.
        yield PageText(page=n + 1, text=text.replace("\x02", "-").replace("\ufffe", "-"))


def _letters(furniture: Sequence[str], n: int) -> str:
    return "".join(furniture[n].split()) if n < len(furniture) else ""


def _text_of(page: "pypdf.PageObject", stream: "ContentStream", operations: list[Operation]) -> str:
    from pypdf.generic import NameObject  # slow to import, see above

    stream.operations = operations
    page[NameObject("/Contents")] = stream
    # With a visitor pypdf reads the operations as they are, and does not write them out first.
    return page.extract_text(visitor_operand_before=lambda *_seen: None)


def _parted(operations: Sequence[Operation]) -> tuple[list[Operation], list[Operation]]:
    """Return what stands inside marks of an artifact, and the rest."""
    ours: list[Operation] = []
    rest: list[Operation] = []
    marks: list[bool] = []
    for operands, operator in operations:
        if operator in (b"BMC", b"BDC"):
            marks.append(bool(operands) and operands[0] == _ARTIFACT)
        (ours if any(marks) else rest).append((operands, operator))
        if operator == b"EMC" and marks:
            marks.pop()
    return ours, rest


def _without_shapes(code: bytes, page: "pypdf.PageObject", shapes: dict[str, bool]) -> bytes:
    """Return the page's code without the outlines of other scripts, thousands of forms with no letter in them.

    `shapes` keeps what was learnt of a form under its name; within one file of ours a name means one form.
    """

    def kept(match: re.Match[bytes]) -> bytes:
        name = "/" + match[1].decode("latin-1")
        if name not in shapes:
            shapes[name] = _is_shape(name, page)
        return b"" if shapes[name] else match[0]

    return _STAMP.sub(kept, code)


def _is_shape(name: str, page: "pypdf.PageObject") -> bool:
    named: Any = page["/Resources"]
    found = named.get("/XObject", {}).get_object().get(name)
    if found is None:
        return False
    return is_outline(found.get_object())


def is_outline(stream: Any) -> bool:
    """Tell whether a stream is a form that shows no letter and nothing else's: the outline of one."""
    is_form = stream.get("/Subtype") == "/Form" and not stream.get("/Resources", {}).get_object()
    return is_form and not _shows_text(stream.get_data())


def _shows_text(code: bytes) -> bool:
    return any(operator in code for operator in _SHOWS_TEXT)


def _strings(operations: Sequence[Operation]) -> Iterator[str]:
    """Give every string in operands that is not a letter shown."""
    for operands, operator in operations:
        if operator not in _SHOWS_TEXT and any(isinstance(each, _MAY_HOLD) for each in operands):
            yield from strings_in(operands)


def strings_in(value: Any) -> Iterator[str]:
    """Give every string inside a PDF object, through its lists and dictionaries, not through its references."""
    # slow to import, see above
    from pypdf.generic import NameObject

    return _inside(value, NameObject)


def _inside(value: Any, name: type) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _inside(key, name)
            yield from _inside(inside, name)
    elif isinstance(value, list | tuple):
        for inside in value:
            if isinstance(inside, _MAY_HOLD):
                yield from _inside(inside, name)
    elif isinstance(value, bytes):
        yield bytes(value).decode("latin-1")
    elif isinstance(value, str) and not isinstance(value, name):
        yield value


def _is_marked_ours(shown: Any) -> bool:
    from pypdfium2 import raw  # a large library, see above

    for n in range(max(0, raw.FPDFPageObj_CountMarks(shown))):
        mark = raw.FPDFPageObj_GetMark(shown, n)
        name, length = (c_ushort * _NAME)(), c_ulong()
        raw.FPDFPageObjMark_GetName(mark, name, _NAME * 2, length)  # UTF-16, its length in bytes with the final zero
        if "".join(map(chr, name[: length.value // 2])).rstrip("\0") == _ARTIFACT.removeprefix("/"):
            return True
    return False
