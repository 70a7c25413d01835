"""The one open problem that a line being typed is most like, so that it is not logged twice."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, select, text

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.similarity import Reason, Traits, most_alike
from hospitality_desk.domain.text import is_own_words
from hospitality_desk.queries.base import Reading
from hospitality_desk.storage.tables import entries, incidents, payloads, people

MOST = 500
"""How many of the newest open problems are compared; no floor has more that are live."""
_OPEN = "incidents.status = 'open' AND incidents.sort = 'problem'"
"""Written out, or the partial index would not serve it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """What a line being typed says: `gist` is what happened, without the parts."""

    gist: str
    place: str | None = None
    guest: str | None = None
    phone: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarProblem:
    """An open problem that may be the same one, as its first line told it."""

    incident_id: IncidentId
    number: int
    place: str | None
    guest: str | None
    logged_at: datetime
    logged_by: str
    """The name of who logged it, who also wrote `wrote`."""
    logged_by_id: PersonId
    wrote: str
    """The guest's own words (with their quotation marks) when `own_words`, else the log line without its parts."""
    own_words: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """An open problem with what its row does not hold."""

    row: Any
    """Any: columns of many types."""
    gist: str
    first_line: str
    phone: str | None

    @property
    def wrote(self) -> str:
        return self.first_line if is_own_words(self.first_line) else self.gist

    def traits(self) -> Traits:
        """Return what is compared: how it began, and the guest's own words where they came later."""
        began, said = self.wrote, self.row.said
        return Traits(
            text=said if began == said else f"{began}\n{said}",
            at=self.row.opened_at,
            place=self.row.place,
            guest=self.row.guest,
            phone=self.phone,
            kind=self.row.kind,
        )


def similar_open(
    reading: Reading, line: TypedLine, apart: Collection[IncidentId] = frozenset()
) -> SimilarProblem | None:
    """Return the open problem the line is most like, or None; those in `apart` are kept apart by hand."""
    found = [
        each
        for each in _open_problems(reading, with_phones=line.phone is not None)
        if each.row.incident_id not in apart
    ]
    typed = Traits(text=line.gist, at=reading.now, place=line.place, guest=line.guest, phone=line.phone, kind=line.kind)
    best = most_alike(typed, [each.traits() for each in found])
    if best is None:
        return None
    alike, why = found[best[0]], best[1]
    row = alike.row
    return SimilarProblem(
        incident_id=IncidentId(row.incident_id), number=row.number, place=row.place, guest=row.guest,
        logged_at=row.opened_at, logged_by=row.logged_by, logged_by_id=PersonId(row.logged_by_id), wrote=alike.wrote,
        own_words=row.line_kind == EntryKind.HEARD.value and is_own_words(alike.wrote),
        reasons=why.reasons,
    )  # fmt: skip


def _open_problems(reading: Reading, *, with_phones: bool) -> list[_Open]:
    """Return the open problems, the newest first; one whose opening was erased is left out. No row holds a phone."""
    first = (
        select(func.min(entries.c.seq))
        .where(entries.c.incident_id == incidents.c.incident_id)
        .correlate(incidents)
        .scalar_subquery()
    )
    opening, opened = entries.alias("opening"), payloads.alias("opened")
    line, lined = entries.alias("line"), payloads.alias("lined")
    # The line is written right after the opening, in the same act.
    joined = (
        incidents.join(opening, opening.c.seq == first)
        .join(people, people.c.person_id == opening.c.actor_id)
        .outerjoin(opened, opened.c.seq == opening.c.seq)
        .outerjoin(line, and_(line.c.seq == opening.c.seq + 1, line.c.incident_id == incidents.c.incident_id))
        .outerjoin(lined, lined.c.seq == line.c.seq)
    )
    rows = reading.connection.execute(
        select(
            incidents.c.incident_id, incidents.c.number, incidents.c.place, incidents.c.guest, incidents.c.kind,
            incidents.c.said, incidents.c.opened_at, people.c.name.label("logged_by"),
            people.c.person_id.label("logged_by_id"),
            opened.c.body.label("opened_body"), line.c.kind.label("line_kind"), lined.c.body.label("line_body"),
        )
        .select_from(joined)
        .where(text(_OPEN))
        .order_by(incidents.c.number.desc())
        .limit(MOST)
    ).all()  # fmt: skip
    if not rows:
        return []
    phones = _changed_phones(reading, [row.incident_id for row in rows]) if with_phones else {}
    found = []
    for row in rows:
        opening_said, line_said = _form(row.opened_body), _form(row.line_body)
        if opening_said:
            phone = phones.get(row.incident_id, _text(opening_said, "phone"))
            gist, first_line = _text(opening_said, "gist") or row.said, _text(line_said, "text") or ""
            found.append(_Open(row=row, gist=gist, first_line=first_line, phone=phone))
    return found


def _form(written: str | None) -> dict[str, Json]:
    """Return a body as it is written, bare: the records of 200 problems would take too long at every pause of a hand.

    One that was erased or cannot be read is empty: the problem's own page says so.
    """
    try:
        form = json.loads(written or "{}")
    except ValueError:
        return {}
    return form if isinstance(form, dict) else {}


def _text(form: dict[str, Json], name: str) -> str | None:
    value = form.get(name)
    return value if isinstance(value, str) else None


def _changed_phones(reading: Reading, ids: list[str]) -> dict[str, str | None]:
    """Return the phones that were put right since these problems were logged."""
    # Asked for by id: the store would walk the whole journal to find what is open from there.
    rows = reading.connection.execute(
        select(entries.c.seq, entries.c.incident_id, payloads.c.body)
        .select_from(entries.join(payloads, payloads.c.seq == entries.c.seq))
        .where(entries.c.incident_id.in_(ids), entries.c.kind == EntryKind.CHANGED.value)
    ).all()
    found: dict[str, str | None] = {}
    for row in sorted(rows, key=lambda row: row.seq):
        changes = _form(row.body).get("changes")
        for change in changes if isinstance(changes, list) else ():
            if isinstance(change, dict) and change.get("field") == "phone":
                found[row.incident_id] = _text(change, "new")
    return found
