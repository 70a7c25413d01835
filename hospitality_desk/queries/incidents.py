"""The Floor's rows, one problem whole, and a number found."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select, text

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.guest_clock import ClockFacts, ClockReading, board_order, read_clock
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Outcome, Status
from hospitality_desk.queries.base import Reading
from hospitality_desk.queries.staff import names
from hospitality_desk.storage import change_feed
from hospitality_desk.storage.incidents import entries_of, read_look_again, whole
from hospitality_desk.storage.tables import entries, incidents, people


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One open problem as a line of the Floor. Its clock is read at any later moment by `clock_at`."""

    incident_id: IncidentId
    number: int
    place: str | None
    guest: str | None
    party_size: int | None
    said: str
    """The guest's own words (with their quotation marks) when `own_words`, else the log line without its parts."""
    own_words: bool
    severity: Severity
    severity_sure: bool
    owner_id: PersonId | None
    owner: str | None
    next_title: str | None
    next_owner: str | None
    next_due: datetime | None
    facts: ClockFacts
    untold_now: int
    look_again: tuple[datetime, ...]
    """When each thing kept back comes back as untold."""
    last_seq: int
    next_owner_id: PersonId | None = None
    next_owner_out: datetime | None = None
    """When whoever has the next step is back from out of the house; None here: `who_is_out` knows, for all rows."""

    def clock_at(self, now: datetime) -> ClockReading:
        """Read the guest clock at a moment."""
        return read_clock(self.facts, now)

    def untold_at(self, now: datetime) -> int:
        """Return how many things we know and the guest does not, at a moment."""
        return self.untold_now + sum(moment <= now for moment in self.look_again)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRow:
    """One problem (or praise, or near miss) that was settled or withdrawn, as a line of a list."""

    incident_id: IncidentId
    number: int
    place: str | None
    guest: str | None
    party_size: int | None
    said: str
    own_words: bool
    status: Status
    outcome: Outcome | None
    verdict: int | None
    """What the guest said last, 1 to 5."""
    reason: str | None
    """Why it was withdrawn."""
    closed_at: datetime
    closed_by: str
    """The name of who settled or withdrew it."""


_LOOK_BACK = 2_000
"""How many of the newest incidents are looked through for the places a house uses."""
_owner = people.alias("owner")
_next_owner = people.alias("next_owner")


def _board() -> Select[Any]:  # Any: many columns of many types
    """Return the Floor's query; its condition is written out, or the partial index would not serve it."""
    columns = (
        incidents.c.incident_id, incidents.c.number, incidents.c.place, incidents.c.guest, incidents.c.party_size,
        incidents.c.said, incidents.c.own_words, incidents.c.severity, incidents.c.severity_sure, incidents.c.owner_id,
        _owner.c.name.label("owner"), incidents.c.next_title, _next_owner.c.name.label("next_owner"),
        incidents.c.next_due, incidents.c.clock_start, incidents.c.is_gone, incidents.c.word_by, incidents.c.thing_by,
        incidents.c.quiet_until, incidents.c.untold, incidents.c.look_again, incidents.c.last_seq,
        incidents.c.next_owner_id,
    )  # fmt: skip
    joined = incidents.outerjoin(_owner, incidents.c.owner_id == _owner.c.person_id).outerjoin(
        _next_owner, incidents.c.next_owner_id == _next_owner.c.person_id
    )
    return select(*columns).select_from(joined).where(text("incidents.status = 'open' AND incidents.sort = 'problem'"))


def board_rows(reading: Reading, only: Collection[IncidentId] | None = None) -> tuple[BoardRow, ...]:
    """Return the open problems in the Floor's order at the time of reading; `only` asks for some of them again."""
    query = _board()
    if only is not None:
        query = query.where(incidents.c.incident_id.in_(sorted(only)))
    rows = [_board_row(row) for row in reading.connection.execute(query).all()]
    return tuple(sorted(rows, key=lambda row: (*board_order(row.clock_at(reading.now)), row.number)))


def _board_row(row: Row[Any]) -> BoardRow:
    severity = Severity(row.severity)
    facts = ClockFacts(
        start=row.clock_start, severity=severity, is_gone=row.is_gone, word_by=row.word_by, thing_by=row.thing_by,
        quiet_until=row.quiet_until,
    )  # fmt: skip
    return BoardRow(
        incident_id=IncidentId(row.incident_id), number=row.number, place=row.place, guest=row.guest,
        party_size=row.party_size, said=row.said, own_words=row.own_words, severity=severity,
        severity_sure=row.severity_sure, owner_id=row.owner_id, owner=row.owner, next_title=row.next_title,
        next_owner=row.next_owner, next_due=row.next_due, facts=facts, untold_now=row.untold,
        look_again=tuple(read_look_again(row.look_again)), last_seq=row.last_seq,
        next_owner_id=row.next_owner_id,
    )  # fmt: skip


def incident_whole(reading: Reading, incident_id: IncidentId) -> Incident | None:
    """Return one incident with its notes, promises and tasks; None when there is none of that id."""
    timeline = entries_of(reading.connection, incident_id)
    return whole(timeline) if timeline else None


def incident_numbered(reading: Reading, number: int) -> IncidentId | None:
    """Return the id behind a visible number."""
    found = reading.connection.execute(
        select(incidents.c.incident_id).where(incidents.c.number == number)
    ).scalar_one_or_none()
    return None if found is None else IncidentId(found)


def closed_counts(reading: Reading, service_date: date) -> tuple[int, int]:
    """Return how many were settled on a service date, and how many withdrawn: as many as `closed_on` holds."""
    rows = reading.connection.execute(_closed_ids(reading, service_date)).all()
    settled = sum(row.status == Status.SETTLED.value for row in rows)
    return settled, len(rows) - settled


def _closed_ids(reading: Reading, service_date: date) -> Select[Any]:  # Any: columns of two types
    """Return the query for ids and states; who was withdrawn is asked of the journal, whose lines have no index."""
    begins, ends = reading.house.service_day(service_date)
    # The newest such line of a withdrawn problem is the problem's own: no note of it can be withdrawn any more.
    withdrawn_at = (
        select(func.max(entries.c.recorded_at))
        .where(entries.c.incident_id == incidents.c.incident_id, entries.c.kind == EntryKind.WITHDRAWN.value)
        .scalar_subquery()
    )
    settled = (incidents.c.settled_date == service_date) & text("incidents.status = 'settled'")
    withdrawn = text("incidents.status = 'withdrawn'") & (withdrawn_at >= begins) & (withdrawn_at < ends)
    return select(incidents.c.incident_id, incidents.c.status).where(settled | withdrawn)


def closed_on(reading: Reading, service_date: date) -> tuple[ClosedRow, ...]:
    """Return what was settled on a service date, and what was withdrawn on it, the newest first."""
    called = names(reading)
    rows = [
        _closed_row(whole(entries_of(reading.connection, found.incident_id)), called)
        for found in reading.connection.execute(_closed_ids(reading, service_date)).all()
    ]
    return tuple(sorted(rows, key=lambda row: (row.closed_at, row.number), reverse=True))


def _closed_row(incident: Incident, called: Mapping[PersonId, str]) -> ClosedRow:
    is_settled = incident.status == Status.SETTLED
    ending = EntryKind.SETTLED if is_settled else EntryKind.WITHDRAWN
    last = [entry for entry in incident.lines if entry.kind == ending][-1]
    return ClosedRow(
        incident_id=incident.incident_id, number=incident.number, place=incident.place, guest=incident.guest,
        party_size=incident.party_size, said=incident.said, own_words=incident.own_words is not None,
        status=incident.status, outcome=incident.outcome if is_settled else None,
        verdict=incident.verdicts[-1].score if is_settled and incident.verdicts else None,
        reason=None if is_settled else incident.withdrawn,
        closed_at=incident.settled_at if is_settled and incident.settled_at else last.recorded_at,
        closed_by=called.get(last.by, ""),
    )  # fmt: skip


def is_untouched(reading: Reading) -> bool:
    """Tell whether this is a new real house in a file of its own, in which nothing was ever done."""
    if reading.house.practice or reading.connection.dialect.name != "sqlite":
        return False
    return change_feed.newest(reading.connection) == 0


def known_places(reading: Reading, most: int = 500) -> tuple[str, ...]:
    """Return the places the house has used, the latest first."""
    latest = select(incidents).order_by(incidents.c.number.desc()).limit(_LOOK_BACK).subquery()
    rows = reading.connection.execute(
        select(latest.c.place)
        .where(latest.c.place.is_not(None), latest.c.source != "review")
        .group_by(latest.c.place)
        .order_by(func.max(latest.c.number).desc())
        .limit(most)
    ).all()
    return tuple(place for (place,) in rows)
