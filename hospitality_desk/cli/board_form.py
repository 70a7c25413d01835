"""The Floor as a list: the open problems, the most urgent first."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hospitality_desk.cli.clock_words import clock_words, minutes_words, time_words
from hospitality_desk.cli.problem_json import clock_json
from hospitality_desk.domain.json_form import Json, to_json
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # the queries bring the store with them; --help needs none
    from hospitality_desk.queries.incidents import BoardRow

_LONGEST_SAID = 60


def board_json(rows: "tuple[BoardRow, ...]", now: datetime) -> list[Json]:
    """Return one object a problem, in the Floor's order."""
    return [
        {
            "incident": str(row.number),
            "id": row.incident_id,
            "place": row.place,
            "guest": row.guest,
            "party_size": row.party_size,
            "said": row.said,
            "severity": row.severity.value,
            "owner": row.owner,
            "clock": clock_json(row.clock_at(now)),
            "untold": row.untold_at(now),
            "next": _next_json(row),
        }
        for row in rows
    ]


def _next_json(row: "BoardRow") -> Json:
    if row.next_title is None:
        return None
    return {"title": row.next_title, "owner": row.next_owner, "due": to_json(row.next_due)}


def board_text(rows: "tuple[BoardRow, ...]", zone: ZoneInfo, now: datetime) -> str:
    """Return two lines a problem, aligned."""
    if not rows:
        return _("Nothing is open.")
    heads = [(f"#{row.number}", *_clock(row, zone, now), _who(row), row.owner or "–") for row in rows]
    widths = [max(len(cells[at]) for cells in heads) for at in range(5)]
    lines: list[str] = []
    for row, cells in zip(rows, heads, strict=True):
        padded = [
            cell.rjust(width) if at == 1 else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
        lines.append(" " * (widths[0] + 2) + _below(row, zone, now))
    return "\n".join(lines)


def _clock(row: "BoardRow", zone: ZoneInfo, now: datetime) -> tuple[str, str]:
    reading = row.clock_at(now)
    return minutes_words(reading.minutes), clock_words(reading, zone)


def _who(row: "BoardRow") -> str:
    return ", ".join(part for part in (row.place, row.guest) if part) or _("no place yet")


def _below(row: "BoardRow", zone: ZoneInfo, now: datetime) -> str:
    said = " ".join(row.said.split())
    parts = [said if len(said) <= _LONGEST_SAID else said[: _LONGEST_SAID - 1] + "…"]
    untold = row.untold_at(now)
    if untold:
        parts.append(ngettext("{n} thing untold", "{n} things untold", untold).format(n=untold))
    if row.next_title is not None:
        due = "" if row.next_due is None else ", " + time_words(row.next_due, zone, now)
        parts.append(_("next: {title} ({owner}{due})").format(title=row.next_title, owner=row.next_owner, due=due))
    return "  ".join(parts)
