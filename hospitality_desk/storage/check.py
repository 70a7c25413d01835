"""Is everything sound: file, references, guards, chain, feed, and the lists read off the journal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select, text
from sqlalchemy.exc import DBAPIError, NoResultFound

from hospitality_desk.domain.entries import STORY_KINDS
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.errors import StoreDamaged
from hospitality_desk.storage import guards
from hospitality_desk.storage.incidents import entries_of, incident_row, task_rows, whole
from hospitality_desk.storage.journal import FIRST_PREV, Header, commitment
from hospitality_desk.storage.story_check import check_stories
from hospitality_desk.storage.tables import change_feed, entries, heads, incidents, metadata, payloads, tasks
from hospitality_desk.words import _, ngettext

PAGE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at: its name, whether it is sound, and what was seen, in words."""

    name: str
    ok: bool
    detail: str


def check_store(connection: Connection, house: House) -> tuple[Check, ...]:
    """Look at everything; never changes anything, and never stops at the first fault."""
    looks: tuple[tuple[str, Callable[[], tuple[bool, str]]], ...] = (
        ("integrity", lambda: _integrity(connection)),
        ("foreign_keys", lambda: _foreign_keys(connection)),
        ("guards", lambda: _guards(connection)),
        ("chain", lambda: _chain(connection)),
        ("feed", lambda: _feed(connection)),
        ("lists", lambda: _lists(connection, house)),
        ("stories", lambda: check_stories(connection)),
    )
    found: list[Check] = []
    for name, look in looks:
        try:
            with connection.begin_nested():
                ok, detail = look()
        except StoreDamaged as error:
            ok, detail = False, error.say
        except (DBAPIError, NoResultFound, ValueError, LookupError, TypeError) as error:
            ok, detail = False, _("It cannot be read ({why}).").format(why=type(error).__name__)
        found.append(Check(name=name, ok=ok, detail=detail))
    return tuple(found)


def _integrity(connection: Connection) -> tuple[bool, str]:
    if connection.dialect.name == "sqlite":
        said = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
        return said == ["ok"], _("The file is whole.") if said == ["ok"] else said[0]
    count = sum(
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in metadata.sorted_tables
    )
    return True, ngettext("{n} row is readable.", "{n} rows are readable.", count).format(n=count)


def _foreign_keys(connection: Connection) -> tuple[bool, str]:
    lost: list[str] = []
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            child, parent = key.parent, key.column
            other = parent.table.alias("other")
            count = connection.execute(
                select(func.count())
                .select_from(table.outerjoin(other, child == other.c[parent.name]))
                .where(child.is_not(None), other.c[parent.name].is_(None))
            ).scalar_one()
            if count:
                lost.append(f"{table.name}.{child.name}")
    if lost:
        return False, _("Rows point at nothing: {columns}.").format(columns=", ".join(lost))
    return True, _("Every row points at one that is there.")


def _guards(connection: Connection) -> tuple[bool, str]:
    gone = guards.missing(connection)
    if gone:
        return False, _("Guards of the history are missing: {names}.").format(names=", ".join(gone))
    count = len(list(guards.guards_for(connection.dialect.name)))
    return True, _("All {n} guards of the history stand.").format(n=count)


def _chain(connection: Connection) -> tuple[bool, str]:
    prev, seq, erased = FIRST_PREV, 0, 0
    for row in _journal(connection):
        seq += 1
        header = Header(
            seq=row.seq, entry_id=row.entry_id, incident_id=row.incident_id, kind=row.kind, actor_id=row.actor_id,
            recorded_at=row.recorded_at, commitment=row.commitment, prev=row.prev,
        )  # fmt: skip
        if row.seq != seq or row.prev != prev or header.hash() != row.hash:
            return False, _("The journal is broken at line {n}.").format(n=seq)
        if row.body is None:
            erased += 1
        elif commitment(row.salt, row.body) != row.commitment:
            return False, _("Line {n} of the journal was changed.").format(n=seq)
        prev = row.hash
    head = connection.execute(select(heads)).one()
    if (head.journal_seq, head.journal_hash) != (seq, prev):
        return False, _("The journal ends at line {n}; line {head} was written.").format(n=seq, head=head.journal_seq)
    say = ngettext("{n} line is unbroken, {erased} erased.", "{n} lines are unbroken, {erased} erased.", seq)
    return True, say.format(n=seq, erased=erased)


def _journal(connection: Connection) -> Iterator[Row[Any]]:
    """Yield the journal's lines with their bodies, fetched a page at a time (Any: columns of many types)."""
    joined = entries.outerjoin(payloads, entries.c.seq == payloads.c.seq)
    last = 0
    while True:
        page = connection.execute(
            select(entries, payloads.c.salt, payloads.c.body)
            .select_from(joined)
            .where(entries.c.seq > last)
            .order_by(entries.c.seq)
            .limit(PAGE)
        ).all()
        if not page:
            return
        yield from page
        last = page[-1].seq


def _feed(connection: Connection) -> tuple[bool, str]:
    count, newest = connection.execute(select(func.count(), func.max(change_feed.c.seq))).one()
    head = connection.execute(select(heads.c.feed_seq)).scalar_one()
    if not count == (newest or 0) == head:
        return False, _("The news has gaps: {count} of {head} are there.").format(count=count, head=head)
    return True, ngettext("{n} piece of news, no gap.", "{n} pieces of news, no gap.", count).format(n=count)


def _lists(connection: Connection, house: House) -> tuple[bool, str]:
    """Fold every timeline again and hold it against its row."""
    count = 0
    for incident_id, number in _incident_ids(connection):
        count += 1
        timeline = entries_of(connection, incident_id)
        if not timeline or timeline[0].body is None:
            continue  # its words were erased: there is nothing left to fold
        incident = whole(timeline)
        row = connection.execute(select(incidents).where(incidents.c.incident_id == incident_id)).one()._mapping
        stored = [
            dict(each._mapping)
            for each in connection.execute(select(tasks).where(tasks.c.incident_id == incident_id).order_by(tasks.c.n))
        ]
        told = incident_row(incident, house)
        if any(row[name] != value for name, value in told.items()) or stored != task_rows(incident):
            return False, _("#{number} in the lists is not what its timeline says.").format(number=number)
    orphans = connection.execute(
        select(func.count(entries.c.incident_id.distinct())).where(
            entries.c.incident_id.is_not(None),
            entries.c.kind.not_in(sorted(STORY_KINDS)),
            entries.c.incident_id.not_in(select(incidents.c.incident_id)),
        )
    ).scalar_one()
    if orphans:
        return False, ngettext(
            "{n} timeline is missing from the lists.", "{n} timelines are missing from the lists.", orphans
        ).format(n=orphans)
    return True, ngettext("{n} problem as its timeline says.", "{n} problems as their timelines say.", count).format(
        n=count
    )


def _incident_ids(connection: Connection) -> Iterator[tuple[IncidentId, int]]:
    last = 0
    while True:
        page = connection.execute(
            select(incidents.c.incident_id, incidents.c.number)
            .where(incidents.c.number > last)
            .order_by(incidents.c.number)
            .limit(PAGE)
        ).all()
        if not page:
            return
        yield from ((IncidentId(incident_id), number) for incident_id, number in page)
        last = page[-1].number
