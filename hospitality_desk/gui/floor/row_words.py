"""A row of the Floor in words: for the eye in three short lines, for the ear whole."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hospitality_desk.domain.text import folded
from hospitality_desk.gui.widgets.clock_words import since_words, spoken_clock
from hospitality_desk.gui.widgets.moments import time_words, when_words
from hospitality_desk.gui.widgets.verdicts import outcome_name, verdict_name
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # these bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.live.feed import Mark
    from hospitality_desk.queries.incidents import BoardRow, ClosedRow

_TITLES = frozenset(
    {
        "ms", "mr", "mrs", "miss", "mx", "dr", "prof", "herr", "hr", "frau", "fr", "fraulein",
        "senor", "senora", "senorita", "sr", "sra", "srta", "dona",
    }
)  # fmt: skip
"""Left out in the list only. "Don" is none of them: it is a first name as well."""

_LINE_AT_MOST = 240
"""Characters of a line that are measured at all; the widest pane shows fewer."""


def place_words(row: BoardRow | ClosedRow) -> str:
    """Return where it is."""
    return row.place or _("Place not known")


def guest_words(row: BoardRow | ClosedRow) -> str:
    """Return who it is, as the list shows it, short: "Rivera, 4"."""
    guest = _without_titles(row.guest) if row.guest else None
    if guest and row.party_size:
        return _("{guest}, {n}").format(guest=guest, n=row.party_size)
    if guest:
        return guest
    return _("party of {n}").format(n=row.party_size) if row.party_size else ""


def _without_titles(guest: str) -> str:
    """Return the name without "Ms" and the like before it; a name that is a title alone stays."""
    words = guest.split()
    while len(words) > 1 and folded(words[0]).rstrip(".ªº") in _TITLES:
        words = words[1:]
    return " ".join(words)


def mark_words(mark: Mark, now: datetime) -> str:
    """Return where and how long ago another stand changed it: "Bar stand, 4 min"."""
    return _("{station}, {span}").format(station=mark.station, span=since_words(_minutes_since(mark, now)))


def _minutes_since(mark: Mark, now: datetime) -> int:
    return max(0, int((now - mark.at).total_seconds() // 60))


def said_words(row: BoardRow | ClosedRow) -> str:
    """Return the guest's own words or the gist, on one line."""
    return " ".join(row.said[:_LINE_AT_MOST].split())


def step_words(row: BoardRow, now: datetime, zone: ZoneInfo) -> str:
    """Return what comes next: "Call the phone again, 12:58"."""
    if row.next_title is None:
        return _("No next step yet")
    title = " ".join(row.next_title[:_LINE_AT_MOST].split())
    if row.next_due is None:
        return title
    return _("{step}, {time}").format(step=title, time=when_words(row.next_due, now, zone))


def step_owner(row: BoardRow) -> str:
    """Return whose the next step is, and that they are out; or whose the problem is while there is none."""
    name = (row.next_owner if row.next_title is not None else row.owner) or ""
    is_out = row.next_title is not None and row.next_owner_out is not None
    return _("{name}, out").format(name=name) if is_out else name


def spoken_row(row: BoardRow, now: datetime, zone: ZoneInfo, mark: Mark | None = None) -> str:
    """Return the whole row as a screen reader says it (design paper, 11, names)."""
    who = [place_words(row), row.guest or "", _("party of {n}").format(n=row.party_size) if row.party_size else ""]
    next_step = step_words(row, now, zone)
    if row.next_title is not None:
        next_step = _("Next: {step}").format(step=next_step[:1].lower() + next_step[1:])
    owner = step_owner(row)
    said = [
        ", ".join(part for part in who if part),
        spoken_clock(row.clock_at(now), zone),
        f"{next_step}, {owner}" if owner else next_step,
    ]
    if mark is not None:
        minutes = _minutes_since(mark, now)
        ago = ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
        said.append(_("New from {station}, {ago}").format(station=mark.station, ago=ago))
    return " ".join(f"{sentence}." for sentence in said)


def ended_words(row: ClosedRow) -> str:
    """Return how it ended, and what the guest said to it: "Recovered. Yes, and more"."""
    if row.outcome is None:
        reason = " ".join((row.reason or "")[:_LINE_AT_MOST].split())
        return _("Withdrawn: {reason}").format(reason=reason) if reason else _("Withdrawn")
    if row.verdict is None:
        return outcome_name(row.outcome)
    return _("{outcome}. {verdict}").format(outcome=outcome_name(row.outcome), verdict=verdict_name(row.verdict))


def spoken_closed(row: ClosedRow, zone: ZoneInfo) -> str:
    """Return a settled or withdrawn problem as a screen reader says it."""
    who = [place_words(row), row.guest or "", _("party of {n}").format(n=row.party_size) if row.party_size else ""]
    ended = _("{time}, {name}").format(time=time_words(row.closed_at, zone), name=row.closed_by)
    said = [", ".join(part for part in who if part), ended_words(row), ended]
    return " ".join(f"{sentence}." for sentence in said)
