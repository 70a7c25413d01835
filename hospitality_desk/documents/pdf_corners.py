"""What a PDF carries besides the text of its pages: properties, outline, links, attachments, pictures, strings."""

import base64
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from hospitality_desk.documents.imprint import MADE_BY, subject
from hospitality_desk.documents.pdf_texts import is_outline, strings_in

if TYPE_CHECKING:
    import pypdf

_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_RUN = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{3,}")
_TAG = re.compile(r"<[^>]*>")
_FONT_PARTS = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode")


class Where(StrEnum):
    """Where in a file something was found."""

    TEXT = "text"
    METADATA = "metadata"
    OUTLINE = "outline"
    LINK = "link"
    ATTACHMENT = "attachment"
    IMAGE = "image"
    FILE_NAME = "file name"
    INSIDE = "inside"
    """A string or stream that shows nowhere."""


class Corner(NamedTuple):
    """A piece of text from a corner of the file."""

    where: Where
    text: str


def corners(reader: "pypdf.PdfReader", raw: bytes) -> Iterator[Corner]:
    """Give every text of the file that is not on a page; what we always write into papers is left out."""
    yield from _metadata(reader)
    yield from _outline(reader.outline)
    yield from _links(reader)
    for name, contents in reader.attachments.items():
        yield Corner(Where.ATTACHMENT, name)
        for content in contents:
            yield from (Corner(Where.ATTACHMENT, run) for run in _runs(content))
    for each in _objects(reader):
        yield from _object(each)
    yield from (Corner(Where.INSIDE, run) for run in _runs(_STREAM.sub(b"", raw)) if run.startswith("%"))


def stream_bytes(reader: "pypdf.PdfReader") -> Iterator[bytes]:
    """Give the content of every stream but fonts, pages and outlines of letters, unpacked as far as it can be."""
    skipped = _font_parts(reader)
    for page in reader.pages:
        skipped |= _numbers(page.get("/Contents"))
    for number, each in _numbered(reader):
        if number not in skipped and hasattr(each, "get_data") and not is_outline(each):
            yield _unpacked(each)


def _metadata(reader: "pypdf.PdfReader") -> Iterator[Corner]:
    ours = {MADE_BY, subject()}
    for value in (reader.metadata or {}).values():
        text = str(value.get_object())
        if text not in ours:
            yield Corner(Where.METADATA, text)
    xmp = reader.root_object.get("/Metadata")
    if xmp is not None:
        written = xmp.get_object().get_data().decode("utf-8", "replace")
        yield Corner(Where.METADATA, _TAG.sub(" ", written))
        yield Corner(Where.METADATA, written)


def _outline(entries: Any) -> Iterator[Corner]:
    for each in entries:
        if isinstance(each, list):
            yield from _outline(each)
        else:
            yield Corner(Where.OUTLINE, str(each.title))


def _links(reader: "pypdf.PdfReader") -> Iterator[Corner]:
    for page in reader.pages:
        for note in page.get("/Annots", []) or []:
            for text in _deep_strings(note, set()):
                yield Corner(Where.LINK, text)


def _deep_strings(value: Any, seen: set[int]) -> Iterator[str]:
    """Give the strings of an annotation, through its references but not back to the page."""
    number = getattr(value, "idnum", None)
    if number in seen:
        return
    if number is not None:
        seen.add(number)
    found = value.get_object() if hasattr(value, "get_object") else value
    if isinstance(found, dict):
        for name, inside in found.items():
            if name not in ("/P", "/Parent", "/Dest", "/D"):
                yield from _deep_strings(inside, seen)
    elif isinstance(found, list):
        for inside in found:
            yield from _deep_strings(inside, seen)
    else:
        yield from strings_in(found)


def _numbered(reader: "pypdf.PdfReader") -> Iterator[tuple[int, Any]]:
    from pypdf.generic import IndirectObject  # slow to import, and only this needs it

    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if found is not None:
            yield number, found


def _objects(reader: "pypdf.PdfReader") -> Iterator[Any]:
    skipped = _font_parts(reader)
    skipped |= _numbers(reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None)
    for number, each in _numbered(reader):
        if number not in skipped:
            yield each


def _font_parts(reader: "pypdf.PdfReader") -> set[int]:
    """Return the numbers of font programs and their tables: they hold the names of type designers, and no text."""
    return {
        number
        for _number, each in _numbered(reader)
        if isinstance(each, dict)
        for part in _FONT_PARTS
        for number in _numbers(dict.get(each, part))  # the reference itself, not what it leads to
    }


def _numbers(reference: Any) -> set[int]:
    if isinstance(reference, list):
        return {number for each in reference for number in _numbers(each)}
    return {reference.idnum} if hasattr(reference, "idnum") else set()


def _object(found: Any) -> Iterator[Corner]:
    if isinstance(found, dict) and found.get("/Type") == "/Metadata":
        return  # read as a whole already
    for text in strings_in(found):
        if text != MADE_BY:
            yield Corner(Where.INSIDE, text)
    if hasattr(found, "get_data") and found.get("/Subtype") == "/Image":
        yield from (
            Corner(Where.IMAGE, run) for part in _told_in_picture(_packed_picture(found)) for run in _runs(part)
        )


def _packed_picture(stream: Any) -> bytes:
    """Return a picture's bytes as the camera wrote them: readers of pictures leave out what it told about itself."""
    data: bytes = stream._data  # pypdf has no public way to the bytes
    filters = stream.get("/Filter", [])
    for name in filters if isinstance(filters, list) else [filters]:
        if name == "/ASCII85Decode":
            data = base64.a85decode(data.strip().removesuffix(b"~>"))
        elif name == "/ASCIIHexDecode":
            data = bytes.fromhex(data.strip().removesuffix(b">").decode("ascii", "ignore"))
        elif name == "/FlateDecode":
            import zlib  # only for pictures packed twice

            data = zlib.decompressobj().decompress(data)
        else:
            break
    return data


def _told_in_picture(data: bytes) -> Iterator[bytes]:
    """Give the parts of a JPEG that are not picture: application segments (Exif, XMP, IPTC) and comments."""
    if data[:2] != b"\xff\xd8":
        return
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xE0 <= data[at + 1] <= 0xEF or data[at + 1] == 0xFE:
            yield data[at + 4 : at + 2 + length]
        at += 2 + length


def _runs(data: bytes) -> Iterator[str]:
    """Give what can be read in bytes of any kind, whichever way letters are written."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield from _RUN.findall(data.decode(encoding, "replace"))


def _unpacked(stream: Any) -> bytes:
    from pypdf.errors import PyPdfError  # slow to import, and only this needs it

    if stream.get("/Subtype") == "/Image":
        return _packed_picture(stream)
    try:
        data: bytes = stream.get_data()
    except (PyPdfError, NotImplementedError):
        return bytes(stream._data)
    return data
