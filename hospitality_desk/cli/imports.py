"""Bring in problems from a file that another program wrote."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, words
from hospitality_desk.commands.imports import ImportProblems
from hospitality_desk.documents.csv_reading import read_csv_file
from hospitality_desk.documents.problem_rows import FIELDS, ProblemRows, problem_rows
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session

_SHOWN = 20
"""Rejected rows that are named to a person; --json names them all."""


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add import."""
    say = _("Bring in problems from a CSV file; rows that are here already are passed over.")
    brought = add_command(commands, "import", run_import, say, shared=shared)
    brought.add_argument("file", metavar="FILE", type=words)
    say = _("which column is what; fields: {fields}; text is needed").format(fields=", ".join(FIELDS))
    brought.add_argument("--map", metavar="FIELD=COLUMN,...", required=True, help=say)
    brought.add_argument("--dry-run", action="store_true", help=_("count only; change nothing"))


def run_import(session: "Session", args: argparse.Namespace) -> Answer:
    """Bring the good rows in, in one transaction, and list the others."""
    mapping = read_mapping(args.map)
    table = read_csv_file(Path(args.file))
    rows = problem_rows(table, mapping, zone=session.zone, region=session.region(), now=session.now)
    said = rows.said
    if args.dry_run:
        keys = {problem.source_key for problem in rows.problems}
        imported = len(keys - session.known_source_keys(keys))
    else:
        outcome = session.do(ImportProblems(**session.act(), problems=rows.problems))
        imported, said = int(str(outcome.answer["imported"])), (*said, *outcome.notices)
    already = len(rows.problems) - imported
    return Answer(
        document={
            "rows": len(table.rows),
            "imported": imported,
            "already": already,
            "rejected": [{"row": each.row, "reason": each.reason} for each in rows.rejected],
        },
        text=lambda: _text(len(table.rows), imported, already, rows),
        said=said,
    )


def _text(all_rows: int, imported: int, already: int, rows: ProblemRows) -> str:
    say = _("{rows:,} rows: {imported:,} brought in, {already:,} here already, {rejected:,} rejected.")
    lines = [say.format(rows=all_rows, imported=imported, already=already, rejected=len(rows.rejected))]
    lines += [_("Row {row}: {reason}").format(row=each.row, reason=each.reason) for each in rows.rejected[:_SHOWN]]
    more = len(rows.rejected) - _SHOWN
    if more > 0:
        lines.append(_("… and {n:,} more; --json names them all.").format(n=more))
    return "\n".join(lines)


def read_mapping(given: str) -> dict[str, str]:
    """Read `field=column,...`; a column's name may hold commas. Raises WrongUse."""
    mapping: dict[str, str] = {}
    last = ""
    for piece in given.split(","):
        field, equals, column = piece.partition("=")
        if equals and field.strip() in FIELDS:
            last = field.strip()
            if last in mapping:
                raise WrongUse(_("--map names {field} twice.").format(field=last))
            mapping[last] = column
        elif last:
            mapping[last] += f",{piece}"
        else:
            raise WrongUse(_("--map is FIELD=COLUMN,... with the fields: {fields}.").format(fields=", ".join(FIELDS)))
    if not mapping.get("text", "").strip():
        raise WrongUse(_("--map needs text=COLUMN: which column says what happened."))
    return mapping
