"""One problem as a document: every name and number that programs may read."""

from collections.abc import Mapping
from datetime import datetime

from hospitality_desk.domain.guest_clock import ClockReading, ClockState, read_clock
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.json_form import Json, to_json
from hospitality_desk.domain.tasks import Task
from hospitality_desk.domain.timeline import Correction, Note

Names = Mapping[PersonId, str]


def incident_json(incident: Incident, names: Names, currency: str, now: datetime) -> dict[str, Json]:
    """Return the whole of it; times are ISO 8601 UTC, money is in minor units, people by name."""
    facts = incident.clock_facts()
    return {
        "incident": str(incident.number),
        "number": incident.number,
        "id": incident.incident_id,
        "status": incident.status.value,
        "sort": incident.sort.value,
        "source": incident.source.value,
        "place": incident.place,
        "guest": incident.guest,
        "party_size": incident.party_size,
        "phone": incident.phone,
        "said": incident.said,
        "severity": incident.severity.value,
        "severity_sure": incident.severity_sure,
        "kind": incident.kind,
        "kind_sure": incident.kind_sure,
        "owner": _name(incident.owner, names),
        "offered_to": _name(incident.offered_to, names),
        "logged_by": _name(incident.logged_by, names),
        "opened_at": to_json(incident.opened_at),
        "happened_at": to_json(incident.happened_at),
        "gone_at": to_json(incident.gone_at),
        "settled_at": to_json(incident.settled_at),
        "outcome": to_json(incident.outcome),
        "asked": to_json(incident.asked),
        "withdrawn": incident.withdrawn,
        "title": incident.title,
        "rating": incident.rating,
        "source_id": incident.source_id,
        "clock": None if facts is None else clock_json(read_clock(facts, now)),
        "untold": len(incident.untold(now)),
        "promises": [
            {"n": each.n, "what": each.what, "by": to_json(each.by), "state": each.state(now).value, "entry": each.note}
            for each in incident.promises
        ],
        "entries": [note_json(note, names) for note in incident.notes],
        "tasks": [task_json(task, names) for task in incident.tasks],
        "costs": {"total": incident.cost, "currency": currency},
        "verdicts": [
            {
                "score": each.score,
                "words": each.words,
                "heard_by": _name(each.heard_by, names),
                "heard_at": to_json(each.heard_at),
            }
            for each in incident.verdicts
        ],
        "chains": [list(chain) for chain in incident.chains],
    }


def clock_json(reading: ClockReading) -> dict[str, Json]:
    """Return the guest clock, with the end of the quiet while it rests."""
    told: dict[str, Json] = {"minutes": reading.minutes, "state": reading.state.value, "by": to_json(reading.by)}
    if reading.state == ClockState.RESTING:
        told["quiet_until"] = to_json(reading.quiet_until)
    return told


def note_json(note: Note, names: Names) -> dict[str, Json]:
    """Return one of the six kinds of note as it stands; `corrected` are its earlier versions."""
    return {
        "n": note.n,
        "kind": note.kind.value,
        "text": note.text,
        "by": _name(note.by, names),
        "moved_by": _name(note.moved_by, names),
        "happened_at": to_json(note.happened_at),
        "recorded_at": to_json(note.recorded_at),
        "rests_on": list(note.rests_on),
        "follows": note.follows,
        "guest_knows": to_json(note.guest_knows),
        "told_by": note.told_by,
        "judged": to_json(note.judged),
        "amount": note.amount,
        "corrected": [_correction_json(each, names) for each in note.corrections] or None,
        "withdrawn": note.withdrawn,
        "tells": list(note.tells),
        "how": to_json(note.how),
        "keeps": note.keeps,
        "moves": note.moves,
        "kept_back_reason": note.kept_back_reason,
        "look_again": to_json(note.look_again),
    }


def _correction_json(before: Correction, names: Names) -> Json:
    return {
        "text": before.text,
        "happened_at": to_json(before.happened_at),
        "amount": before.amount,
        "guest_knows": to_json(before.guest_knows),
        "by": _name(before.by, names),
        "at": to_json(before.at),
    }


def task_json(task: Task, names: Names) -> dict[str, Json]:
    """Return one task; `every` is in minutes, cash in minor units."""
    rule, errand = task.rule, task.errand
    return {
        "n": task.n,
        "title": task.title,
        "owner": _name(task.owner, names),
        "state": task.state.value,
        "due": to_json(task.due),
        "every": None if rule is None else rule.every,
        "until_time": None if rule is None else to_json(rule.until_time),
        "until_count": None if rule is None else rule.until_count,
        "attempts": [
            {"at": to_json(each.at), "by": _name(each.by, names), "outcome": each.outcome.value}
            for each in task.attempts
        ],
        "offered_to": _name(task.offered_to, names),
        "seen": task.seen,
        "waiting_for": task.waiting_for,
        "errand": None
        if errand is None
        else {
            "where": errand.where,
            "back_by": to_json(errand.back_by),
            "cover": _name(errand.cover, names),
            "cash": errand.cash,
            "cash_back": task.cash_back,
            "spent": task.spent,
        },
        "dropped_because": task.dropped_because,
        "ended_at": to_json(task.ended_at),
        "also_done_by": [_name(each, names) for each in task.also_done_by],
    }


def _name(person: PersonId | None, names: Names) -> str | None:
    return None if person is None else names.get(person)
