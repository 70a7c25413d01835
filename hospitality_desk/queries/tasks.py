"""Who is out of the house."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.queries.base import Reading
from hospitality_desk.storage.tables import incidents, people, tasks

_TO_DO = text("tasks.state IN ('open', 'offered', 'taken', 'waiting')")
"""Written out, or the partial index would not serve it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """A colleague who is out on an errand of an open problem, and when they are back (the latest, of several)."""

    person_id: PersonId
    name: str
    back_by: datetime


def who_is_out(reading: Reading) -> tuple[OutRow, ...]:
    """Return everybody who is out now, also past the time they meant to be back; the first back stands first."""
    back_by = func.max(tasks.c.out_until).label("back_by")
    rows = reading.connection.execute(
        select(tasks.c.owner_id, people.c.name, back_by)
        .select_from(
            tasks.join(incidents, tasks.c.incident_id == incidents.c.incident_id).join(
                people, tasks.c.owner_id == people.c.person_id
            )
        )
        .where(_TO_DO, tasks.c.out_until.is_not(None), incidents.c.status == "open")
        .group_by(tasks.c.owner_id, people.c.name)
        .order_by(back_by, people.c.name)
    ).all()
    return tuple(OutRow(person_id=PersonId(row.owner_id), name=row.name, back_by=row.back_by) for row in rows)
