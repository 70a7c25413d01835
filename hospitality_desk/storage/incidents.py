"""An incident ↔ its row: what the lists need, taken from what the timeline folds to."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from hospitality_desk.domain.clock import iso
from hospitality_desk.domain.entries import Entry, EntryKind, GuestKnows
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import EntryId, IncidentId, PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incident_log import fold
from hospitality_desk.domain.tasks import next_task
from hospitality_desk.errors import StoreDamaged
from hospitality_desk.storage.journal import read_body
from hospitality_desk.storage.tables import entries, incidents, payloads, tasks
from hospitality_desk.words import _

_KEYS_AT_ONCE = 500
Row = dict[str, Any]
"""Any: a row's columns have many types; `incident_row` is the one place that fills it."""


def entries_of(connection: Connection, incident_id: IncidentId) -> list[Entry]:
    """Return the timeline of one incident, in order; an erased body is None. Raises StoreDamaged for a broken line."""
    joined = entries.outerjoin(payloads, entries.c.seq == payloads.c.seq)
    rows = connection.execute(
        select(
            entries.c.seq, entries.c.entry_id, entries.c.incident_id, entries.c.kind, entries.c.actor_id,
            entries.c.recorded_at, payloads.c.body,
        )
        .select_from(joined)
        .where(entries.c.incident_id == incident_id)
        .order_by(entries.c.seq)
    ).all()  # fmt: skip
    try:
        return [read_entry(row) for row in rows]
    except (ValueError, LookupError) as error:
        raise _damaged() from error


def whole(timeline: list[Entry]) -> Incident:
    """Return the incident a timeline tells; raises StoreDamaged for one that cannot be told."""
    try:
        return fold(timeline)
    except (ValueError, LookupError) as error:
        raise _damaged() from error


def _damaged() -> StoreDamaged:
    return StoreDamaged(_("A line of this problem's history cannot be read. Nothing was changed. Run check."))


def read_entry(row: Any) -> Entry:
    """Return the entry a joined row of header and body holds (Any: its columns have many types)."""
    kind = EntryKind(row.kind)
    return Entry(
        seq=row.seq,
        entry_id=EntryId(row.entry_id),
        incident_id=IncidentId(row.incident_id) if row.incident_id else None,
        kind=kind,
        by=PersonId(row.actor_id),
        recorded_at=row.recorded_at,
        body=None if row.body is None else read_body(kind, row.body),
    )


def incident_row(incident: Incident, house: House) -> Row:
    """Return the incident's row for the lists."""
    facts = incident.clock_facts()
    own_words = incident.own_words
    coming = next_task(incident.tasks)
    settled = incident.settled_at
    return {
        "incident_id": incident.incident_id,
        "number": incident.number,
        "sort": incident.sort.value,
        "status": incident.status.value,
        "source": incident.source.value,
        "place": incident.place,
        "guest": incident.guest,
        "party_size": incident.party_size,
        "severity": incident.severity.value,
        "severity_sure": incident.severity_sure,
        "kind": incident.kind,
        "owner_id": incident.owner,
        "offered_to_id": incident.offered_to,
        "said": incident.said,
        "own_words": own_words is not None,
        "happened_at": incident.happened_at,
        "opened_at": incident.opened_at,
        "service_date": house.service_date(incident.happened_at or incident.opened_at),
        "settled_at": settled,
        "settled_date": house.service_date(settled) if settled else None,
        "outcome": incident.outcome.value if incident.outcome else None,
        "clock_start": facts.start if facts else None,
        "is_gone": facts.is_gone if facts else False,
        "word_by": facts.word_by if facts else None,
        "thing_by": facts.thing_by if facts else None,
        "quiet_until": facts.quiet_until if facts else None,
        "untold": sum(note.counts and note.guest_knows == GuestKnows.UNTOLD for note in incident.notes),
        "look_again": _look_again(incident),
        "next_title": coming.title if coming else None,
        "next_owner_id": coming.owner if coming else None,
        "next_due": coming.due if coming else None,
        "last_seq": incident.last_seq,
    }


def _look_again(incident: Incident) -> str | None:
    times = [
        iso(note.look_again)
        for note in incident.notes
        if note.counts and note.guest_knows == GuestKnows.KEPT_BACK and note.look_again is not None
    ]
    return json.dumps(sorted(times)) if times else None


def read_look_again(written: str | None) -> list[datetime]:
    """Return the moments at which things kept back come back."""
    return [datetime.fromisoformat(each) for each in json.loads(written)] if written else []


def task_rows(incident: Incident) -> list[Row]:
    """Return the rows of the incident's tasks."""
    return [
        {
            "incident_id": incident.incident_id,
            "n": task.n,
            "title": task.title,
            "owner_id": task.owner,
            "state": task.state.value,
            "due": task.due,
            "offered_to_id": task.offered_to,
            "out_until": task.errand.back_by if task.errand is not None and task.is_out else None,
        }
        for task in incident.tasks
    ]


def save(connection: Connection, row: Row, task_list: list[Row], *, is_new: bool) -> None:
    """Write what the incident is now over what it was."""
    if is_new:
        connection.execute(insert(incidents), row)
    else:
        its_row = incidents.c.incident_id == row["incident_id"]
        connection.execute(update(incidents).where(its_row).values(row))
        connection.execute(delete(tasks).where(tasks.c.incident_id == row["incident_id"]))
    if task_list:
        connection.execute(insert(tasks), task_list)


def known_source_keys(connection: Connection, keys: set[str]) -> set[str]:
    """Return which of these keys belong to problems that were brought in before."""
    wanted = sorted(keys)
    found: set[str] = set()
    for start in range(0, len(wanted), _KEYS_AT_ONCE):
        some = wanted[start : start + _KEYS_AT_ONCE]
        rows = connection.execute(select(incidents.c.source_key).where(incidents.c.source_key.in_(some)))
        found |= {key for (key,) in rows}
    return found
