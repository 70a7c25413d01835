"""The refusals that several commands share, each one clear sentence."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hospitality_desk.commands.base import Done
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import PROBLEM_KINDS, Status, problem_kind
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import Refused
from hospitality_desk.words import _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork

AHEAD_AT_MOST = timedelta(hours=1)
"""How far ahead of the acting person's clock a thing may have happened: two PCs differ a little."""
BACK_AT_MOST = timedelta(days=366)
LARGEST_PARTY = 999


def about(work: UnitOfWork, incident_id: IncidentId, **answer: Json) -> Done:
    """Save what the incident is now and return the news of it."""
    work.save(incident_id)
    return Done(changes=Changes(incidents=frozenset({incident_id})), answer=answer)


def open_incident(work: UnitOfWork, incident_id: IncidentId) -> Incident:
    """Return the incident; refuse when it is settled or withdrawn."""
    incident = not_withdrawn(work, incident_id)
    if incident.status == Status.SETTLED:
        raise Refused(_("#{number} is settled. Open it again first.").format(number=incident.number))
    return incident


def not_withdrawn(work: UnitOfWork, incident_id: IncidentId) -> Incident:
    """Return the incident, open or settled; refuse when it is withdrawn."""
    incident = work.incident(incident_id)
    if incident.status == Status.WITHDRAWN:
        raise Refused(_("#{number} is withdrawn. Bring it back first.").format(number=incident.number))
    return incident


def check_words(text: str, say: str | None = None) -> str:
    """Return the text; refuse one without a letter or digit."""
    if not has_a_word(text):
        raise Refused(say or _("Write at least one word."))
    return text


def check_happened(happened_at: datetime, at: datetime) -> datetime:
    """Return the time; refuse one more than an hour ahead or more than a year back."""
    if happened_at > at + AHEAD_AT_MOST:
        raise Refused(_("That time lies ahead. Write when it happened."))
    if happened_at < at - BACK_AT_MOST:
        raise Refused(_("That is more than a year ago. Look at the date again."))
    return happened_at


def check_coming(moment: datetime | None, at: datetime) -> datetime | None:
    """Return a time that lies ahead; refuse one that has passed, or is more than a year away."""
    if moment is not None and moment <= at:
        raise Refused(_("That time has passed. Name a later one."))
    return check_near(moment, at)


def check_near(moment: datetime | None, at: datetime) -> datetime | None:
    """Return a time within a year of now, before or behind; refuse any other."""
    if moment is not None and abs(moment - at) > BACK_AT_MOST:
        raise Refused(_("That is more than a year away. Look at the date again."))
    return moment


def check_party_size(size: int | None) -> int | None:
    """Return the size; refuse what is no party."""
    if size is not None and not 1 <= size <= LARGEST_PARTY:
        raise Refused(_("A party is 1 to {most} people.").format(most=LARGEST_PARTY))
    return size


def check_problem_kind(kind: str | None) -> str | None:
    """Return the house's own word for the kind; refuse one that is not on its list."""
    if not kind:
        return None
    known = problem_kind(kind)
    if known is None:
        kinds = ", ".join(_(each) for each in PROBLEM_KINDS)
        raise Refused(_("The house has no such kind of problem. It has: {kinds}.").format(kinds=kinds))
    return known


def check_score(score: int) -> int:
    """Return the verdict; refuse what is not on the scale."""
    if not 1 <= score <= 5:
        raise Refused(_("A verdict is 1 to 5."))
    return score


def note_of(incident: Incident, n: int) -> Note:
    """Return the note of that number; refuse a number that is none."""
    note = incident.note(n)
    if note is None:
        raise Refused(_("#{number} has no note {n}.").format(number=incident.number, n=n))
    return note


def standing_note(incident: Incident, n: int) -> Note:
    """Return the note of that number; refuse a withdrawn one."""
    note = note_of(incident, n)
    if not note.counts:
        raise Refused(_("Note {n} is withdrawn. Bring it back first.").format(n=n))
    return note
