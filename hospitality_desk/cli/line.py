"""The quick line: read it, or log it."""

import argparse
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.clock_words import time_words
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, words
from hospitality_desk.domain.ids import IncidentId, new_id
from hospitality_desk.domain.incidents import Sort, Source
from hospitality_desk.domain.json_form import Json, to_json
from hospitality_desk.domain.text import clean_text
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session
    from hospitality_desk.domain.quick_line import Part, ReadLine

_SORTS = {"problem": Sort.PROBLEM, "praise": Sort.PRAISE, "near-miss": Sort.NEAR_MISS}


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add parse and log."""
    parse = add_command(
        commands, "parse", run_parse, _("Read a line and say what is in it; keep nothing."), shared=shared
    )
    parse.add_argument("line", metavar="LINE", type=words, help=_("a line as a host types it, - for standard input"))
    log = add_command(commands, "log", run_log, _("Log a problem with one line."), shared=shared)
    log.add_argument("line", metavar="LINE", type=words, help=_("a line as a host types it, - for standard input"))
    log.add_argument("--happened", metavar="TIME", help=_("when it happened, if not now and not in the line"))
    log.add_argument("--source", choices=[source.value for source in Source], default=Source.TOLD.value)
    log.add_argument("--sort", choices=list(_SORTS), default="problem")


def run_parse(session: "Session", args: argparse.Namespace) -> Answer:
    """Read the line as this house would, or as this PC would where there is no house."""
    # Phone numbers take a while to import; only these two commands read lines.
    from hospitality_desk.desk.gate import Taken
    from hospitality_desk.domain.quick_line import read_line

    context = session.line_context()
    cleaned = clean_text(session.text(args.line))
    read = read_line(cleaned.text, context)
    return Answer(
        document={"text": read.text, "parts": _parts(read)},
        text=lambda: _part_lines(read.parts, context.zone, context.now) or _("Nothing but words."),
        said=Taken(cut=cleaned.cut, masked=cleaned.masked).sentences(),
    )


def run_log(session: "Session", args: argparse.Namespace) -> Answer:
    """Log the line; --happened wins over a time in it."""
    # As in run_parse.
    from hospitality_desk.desk.quick_log import log_command
    from hospitality_desk.domain.quick_line import read_line

    raw = session.text(args.line)
    context = session.line_context()
    read = read_line(clean_text(raw).text, context)
    command = log_command(
        read,
        session.colleagues(),
        **session.act(),
        incident_id=IncidentId(new_id()),
        entry_id=session.new_entry(),
        source=Source(args.source),
        sort=_SORTS[args.sort],
        happened_at=session.last_time(args.happened),
    )
    # The gate takes from the line as it was typed, and says what it took.
    outcome = session.do(replace(command, text=raw))
    number = str(outcome.answer["incident"])
    say = _("#{number} is logged.").format(number=number)
    return Answer(
        document={"incident": number, "id": command.incident_id, "parts": _parts(read)},
        text=lambda: "\n".join([say, _part_lines(read.parts, context.zone, context.now)]).rstrip("\n"),
        said=outcome.notices,
    )


def _parts(read: "ReadLine") -> list[Json]:
    return [
        {
            "part": each.part.value,
            "value": to_json(each.value),
            "raw": each.raw,
            "start": each.start,
            "end": each.end,
            "sure": each.sure,
        }
        for each in read.parts
    ]


def _part_lines(parts: "tuple[Part, ...]", zone: ZoneInfo, now: datetime) -> str:
    lines: list[str] = []
    for each in parts:
        value = time_words(each.value, zone, now) if isinstance(each.value, datetime) else each.value
        guess = "" if each.sure else "  " + _("(our guess)")
        lines.append(f"  {each.part:<11}  {value}{guess}")
    return "\n".join(lines)
