"""Bring in problems that were written down elsewhere: reviews, an old log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Name, Text, handles
from hospitality_desk.commands.checks import check_problem_kind
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import EntryKind, NoteMade, Opened, Settled, VerdictGiven
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import NOT_YET_KNOWN, Asked, Outcome, Sort, Source, Status
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.timeline import start_state
from hospitality_desk.words import N_

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProblem:
    """One row of a file, read and checked. `source_key` knows the row again; `rating` is kept as written."""

    incident_id: IncidentId
    source_key: str
    text: Text
    title: Name | None = None
    when: datetime | None = None
    place: Name | None = None
    guest: Name | None = None
    kind: Name | None = None
    rating: Name | None = None
    source_id: Name | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProblems(Command):
    """Bring in the rows of a file in one transaction; a row that is here already is passed over."""

    sentence: ClassVar[str] = N_("Brought in problems from a file.")

    problems: tuple[ImportedProblem, ...]


@handles(ImportProblems, needs=Permission.IMPORT)
def import_problems(command: ImportProblems, work: UnitOfWork) -> Done:
    """Open each, and settle it on its own date unless its row says it is open."""
    fresh: dict[str, ImportedProblem] = {}
    known = work.known_source_keys({each.source_key for each in command.problems})
    for problem in command.problems:
        if problem.source_key not in known:
            fresh.setdefault(problem.source_key, problem)
    for problem in fresh.values():
        _bring_in(problem, command, work)
    changes = Changes(incidents=frozenset(each.incident_id for each in fresh.values()))
    return Done(changes=changes, answer={"imported": len(fresh), "already": len(command.problems) - len(fresh)})


def _bring_in(problem: ImportedProblem, command: ImportProblems, work: UnitOfWork) -> None:
    opened = Opened(
        number=work.next_incident_number(),
        sort=Sort.PROBLEM,
        source=Source.REVIEW,
        gist=problem.title or problem.text,
        place=problem.place or None,
        guest=problem.guest or None,
        severity=Severity.MIDDLING,
        kind=check_problem_kind(problem.kind) or NOT_YET_KNOWN,
        kind_sure=bool(problem.kind),
        happened_at=problem.when,
        owner=command.by if problem.is_open else None,
        title=problem.title or None,
        rating=problem.rating or None,
        source_id=problem.source_id or None,
    )
    work.append(EntryKind.OPENED, opened, by=command.by, incident_id=problem.incident_id)
    note = NoteMade(
        text=problem.text,
        happened_at=problem.when,
        guest_knows=start_state(EntryKind.HEARD, problem.text, log_line=True),
    )
    work.append(EntryKind.HEARD, note, by=command.by, incident_id=problem.incident_id)
    if not problem.is_open:
        work.append(EntryKind.SETTLED, _settled(problem, command), by=command.by, incident_id=problem.incident_id)
    work.save_new(problem.incident_id, problem.source_key)


def _settled(problem: ImportedProblem, command: ImportProblems) -> Settled:
    rating = (problem.rating or "").strip()
    verdict = None
    if rating in {"1", "2", "3", "4", "5"}:
        verdict = VerdictGiven(score=int(rating), heard_at=problem.when or command.at)
    asked = Asked.ALOUD if verdict else Asked.NO_ANSWER
    return Settled(outcome=Outcome.UNKNOWN, asked=asked, verdict=verdict, happened_at=problem.when)


IMPORTED_STATUSES = {Status.OPEN.value: True, Status.SETTLED.value: False}
"""Words a mapped status column may hold, and whether such a row is open."""
