"""A table from a file as other programs write it: any usual encoding and separator, cells with line breaks in them.

Source of the rules: RFC 4180, and the bad-input table of the house for the limits.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hospitality_desk.domain.text import clean_name
from hospitality_desk.errors import FileTrouble
from hospitality_desk.words import _

LARGEST_FILE = 200_000_000
MOST_ROWS = 500_000
MOST_COLUMNS = 100

_DELIMITERS = (",", ";", "\t", "|")
_LOOK_AT = 64_000
"""Characters of the beginning that decide the separator."""
_LOOK_AT_ROWS = 20
_ANY_LENGTH = 2**31 - 1
_END = "\x00end of the file\x00"
"""A line of our own after the last one: found inside a cell, a quotation mark was never closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """One row of data. `n` counts the rows from 1 below the header, `line` the lines of the file."""

    n: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvTable:
    """A header and its rows. A row may be shorter or longer than the header; blank lines are no rows."""

    columns: tuple[str, ...]
    rows: tuple[CsvRow, ...]


def read_csv_file(path: Path) -> CsvTable:
    """Read a file once and return its table. Raises FileTrouble, with the way out in words."""
    try:
        with path.open("rb") as file:
            written = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError):  # ValueError: a name no file can have
        say = _("The file {path} cannot be read. Look at its name and its rights.")
        raise FileTrouble(say.format(path=path)) from None
    if len(written) > LARGEST_FILE:
        raise FileTrouble(_("The file is larger than 200 MB. Split it, then bring in the parts."))
    return read_csv(written)


def read_csv(written: bytes) -> CsvTable:
    """Return the table these bytes hold. Raises FileTrouble where there is none, or one beyond the limits."""
    text = _decoded(written)
    delimiter, text = _named_delimiter(text)
    # A cell may be as long as the file; the limit of the module is 131,072 characters for the whole process.
    usual_limit = csv.field_size_limit(_ANY_LENGTH)
    try:
        return _table(text, delimiter or _likely_delimiter(text))
    finally:
        csv.field_size_limit(usual_limit)


def _table(text: str, delimiter: str) -> CsvTable:
    lines = _rows(text, delimiter)
    _line, header = next(lines, (1, ()))
    columns = tuple(clean_name(cell).text for cell in header)
    if not any(columns):
        raise FileTrouble(_("The file is empty. Its first line names the columns."))
    if len(columns) > MOST_COLUMNS:
        say = _("The file has {n:,} columns; {most} is the most we read. Take out what is not needed.")
        raise FileTrouble(say.format(n=len(columns), most=MOST_COLUMNS))
    rows: list[CsvRow] = []
    for line, cells in lines:
        if len(rows) == MOST_ROWS:
            raise FileTrouble(_("The file has more than {most:,} rows. Split it.").format(most=MOST_ROWS))
        rows.append(CsvRow(n=len(rows) + 1, line=line, cells=cells))
    return CsvTable(columns=columns, rows=tuple(rows))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give each row that is not a blank line, with the line it begins on."""
    reader = csv.reader(_lines(text), delimiter=delimiter)
    before = n = 0
    for cells in reader:
        line, before = before + 1, reader.line_num
        if cells and cells[-1].endswith(_END):
            if cells == [_END]:
                return
            say = _("A quotation mark in row {row} (line {line}) or before it is never closed. Close it and try again.")
            raise FileTrouble(say.format(row=max(n, 1), line=line))
        if cells:
            n += 1
            yield line, tuple(cells)


def _lines(text: str) -> Iterator[str]:
    yield from io.StringIO(text, newline="")
    yield _END


def _decoded(written: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if written.startswith(mark):
            return written[len(mark) :].decode(encoding, errors="replace")
    start = written[:2_000]
    if start[1::2].count(0) > len(start) // 4:
        return written.decode("utf-16-le", errors="replace")
    if start[::2].count(0) > len(start) // 4:
        return written.decode("utf-16-be", errors="replace")
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        # Files put together from several programs mix the two; a line is of one of them.
        return "".join(_decoded_line(line) for line in written.splitlines(keepends=True))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _named_delimiter(text: str) -> tuple[str | None, str]:
    """Return the separator that a first line `sep=;` names (spreadsheets write it), and the text below."""
    first, _end, rest = text.partition("\n")
    named = first.rstrip("\r").removeprefix("sep=")
    return (named, rest) if first.startswith("sep=") and named in _DELIMITERS else (None, text)


def _likely_delimiter(text: str) -> str:
    """Return the separator by which the header has several columns and most rows have as many."""
    return max(_DELIMITERS, key=lambda each: _fit(text[:_LOOK_AT], each, whole=len(text) <= _LOOK_AT))


def _fit(start: str, delimiter: str, *, whole: bool) -> tuple[bool, float, int]:
    rows = [cells for cells in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if cells]
    if not whole and len(rows) > 1:
        rows.pop()  # it may have been cut
    if not rows:
        return False, 0.0, 0
    columns, below = len(rows[0]), rows[1 : _LOOK_AT_ROWS + 1]
    alike = sum(len(cells) == columns for cells in below)
    return columns > 1, alike / len(below) if below else 1.0, columns
