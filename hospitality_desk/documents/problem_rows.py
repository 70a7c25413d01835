"""Rows of a table as problems: which column is what, and which rows cannot come in, with the reason."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hospitality_desk.commands.imports import IMPORTED_STATUSES, ImportedProblem
from hospitality_desk.documents.csv_dates import ColumnDates
from hospitality_desk.documents.csv_reading import CsvRow, CsvTable
from hospitality_desk.domain.ids import IncidentId, new_id
from hospitality_desk.domain.incidents import problem_kind
from hospitality_desk.domain.json_form import canonical
from hospitality_desk.domain.text import clean_name, clean_text, folded, has_a_word
from hospitality_desk.errors import FileTrouble
from hospitality_desk.words import _, ngettext

FIELDS = ("text", "title", "when", "place", "guest", "kind", "rating", "status", "source_id")
"""What a column can be; only the text is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row that cannot come in; `row` counts from 1 below the header."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRows:
    """What the rows of a table come to; each row is a problem or rejected."""

    problems: tuple[ImportedProblem, ...]
    rejected: tuple[RejectedRow, ...]
    said: tuple[str, ...]
    """What the person should hear besides: kinds the house does not have."""


def problem_rows(
    table: CsvTable, mapping: Mapping[str, str], *, zone: ZoneInfo, region: str | None, now: datetime
) -> ProblemRows:
    """Read every row. `mapping` says which column is which of FIELDS.

    Raises FileTrouble when a named column is not there, or there twice.
    """
    places = {field: _place_of(column, table.columns) for field, column in mapping.items()}
    cells_of = [{field: _cell(row, at) for field, at in places.items()} for row in table.rows]
    dates = ColumnDates((cells.get("when", "") for cells in cells_of), zone=zone, region=region, now=now)
    problems: list[ImportedProblem] = []
    rejected: list[RejectedRow] = []
    other_kinds = 0
    for row, cells in zip(table.rows, cells_of, strict=True):
        try:
            _check_width(row, len(table.columns))
            problem = _problem(cells, dates)
        except ValueError as reason:
            rejected.append(RejectedRow(row=row.n, reason=str(reason)))
            continue
        problems.append(problem)
        other_kinds += bool(cells.get("kind", "").strip()) and problem.kind is None
    return ProblemRows(problems=tuple(problems), rejected=tuple(rejected), said=_said(other_kinds))


def _problem(cells: Mapping[str, str], dates: ColumnDates) -> ImportedProblem:
    """Return the problem of one row; raises ValueError with the reason in words."""
    if not has_a_word(cells["text"]):
        raise ValueError(_("There is no text."))
    status = cells.get("status", "").strip()
    is_open = IMPORTED_STATUSES.get(status.casefold()) if status else False
    if is_open is None:
        raise ValueError(_("“{status}” is no status: write open or settled.").format(status=status[:40]))
    kind = cells.get("kind", "").strip()
    return ImportedProblem(
        incident_id=IncidentId(new_id()),
        source_key=_source_key(cells),
        text=cells["text"],
        title=cells.get("title"),
        when=dates.read(cells.get("when", "")),
        place=cells.get("place"),
        guest=cells.get("guest"),
        kind=problem_kind(kind) if kind else None,
        rating=cells.get("rating"),
        source_id=cells.get("source_id"),
        is_open=is_open,
    )


def _source_key(cells: Mapping[str, str]) -> str:
    """Return what knows the row again: its own id, else its mapped cells; a hash is all we keep of either.

    They are hashed as the gate leaves them: no hash of a card number is kept, which could be guessed back. An id in
    which the gate saw a card number is no id any more: others may share its last digits.
    """
    source_id = clean_name(cells.get("source_id", ""))
    if source_id.text and not source_id.masked:
        return f"id:{_hash(source_id.text)}"
    return f"row:{_hash(canonical({field: clean_text(cell).text for field, cell in cells.items()}))}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _place_of(column: str, columns: tuple[str, ...]) -> int:
    """Return where a column stands: by its name, or by its name in other case and spaces."""
    exact = [at for at, name in enumerate(columns) if name == column.strip()]
    found = exact or [at for at, name in enumerate(columns) if folded(name) == folded(column)]
    listed = ", ".join(name for name in columns if name)
    if not found:
        say = _("The file has no column {column}. It has: {columns}.")
        raise FileTrouble(say.format(column=column, columns=listed))
    if len(found) > 1:
        say = _("The file has {n} columns called {column}. Give them different names. It has: {columns}.")
        raise FileTrouble(say.format(n=len(found), column=column, columns=listed))
    return found[0]


def _cell(row: CsvRow, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _check_width(row: CsvRow, columns: int) -> None:
    if any(cell.strip() for cell in row.cells[columns:]):
        say = _("The row (line {line}) has {n} cells, the header {columns}: is a quotation mark missing?")
        raise ValueError(say.format(line=row.line, n=len(row.cells), columns=columns))


def _said(other_kinds: int) -> tuple[str, ...]:
    if not other_kinds:
        return ()
    say = ngettext(
        "{n} row has a kind the house does not have; it came in as Not yet known.",
        "{n} rows have a kind the house does not have; they came in as Not yet known.",
        other_kinds,
    )
    return (say.format(n=other_kinds),)
