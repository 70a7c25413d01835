"""The text of a finished PDF, read back page by page by two libraries that know nothing of each other.

Importing this reads no PDF library; the readers bring theirs in.
"""

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
    from pypdf.generic import ContentStream

    shapes: dict[Any, bool] = {}
    for n, page in enumerate(reader.pages):
        contents = page.get("/Contents")
        if contents is None:
            yield PageText(page=n + 1, text="", is_ours_known=not _letters(furniture, n))
            continue
        stream = ContentStream(contents.get_object(), reader)
        every = [each for each in stream.operations if not _is_shape(each, page, shapes)]
        ours, rest = _parted(every)
        known = Counter("".join(_text_of(page, stream, ours).split())) == Counter(_letters(furniture, n))
        kept = rest if known else every
        yield PageText(
            page=n + 1,
            text=_text_of(page, stream, kept),
            hidden=tuple(_strings(kept)),
            is_ours_known=known,
        )


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


def _is_shape(operation: Operation, page: "pypdf.PageObject", shapes: dict[Any, bool]) -> bool:
    """Tell whether it draws a form without a letter in it; thousands of those are the outlines of other scripts."""
    operands, operator = operation
    if operator != b"Do" or not operands:
        return False
    named: Any = page["/Resources"]
    found = named.get("/XObject", {}).get_object().get(operands[0])
    if found is None:
        return False
    form = found.get_object()
    key = getattr(form.indirect_reference, "idnum", None) or id(form)
    if key not in shapes:
        shapes[key] = form.get("/Subtype") == "/Form" and "/XObject" not in form.get("/Resources", {}).get_object()
        shapes[key] = shapes[key] and not _shows_text(form.get_data())
    return shapes[key]


def _shows_text(code: bytes) -> bool:
    return any(operator in code for operator in _SHOWS_TEXT)


def _strings(operations: Sequence[Operation]) -> Iterator[str]:
    """Give every string in operands that is not a letter shown."""
    for operands, operator in operations:
        if operator not in _SHOWS_TEXT:
            yield from strings_in(operands)


def strings_in(value: Any) -> Iterator[str]:
    """Give every string inside a PDF object, through its lists and dictionaries, not through its references."""
    # slow to import, see above
    from pypdf.generic import ByteStringObject, NameObject

    if isinstance(value, dict):
        for name, inside in value.items():
            yield from strings_in(name)
            yield from strings_in(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from strings_in(inside)
    elif isinstance(value, bytes | ByteStringObject):
        yield bytes(value).decode("latin-1")
    elif isinstance(value, str) and not isinstance(value, NameObject):
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
