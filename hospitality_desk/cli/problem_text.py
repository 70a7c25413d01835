"""One problem as a person reads it: who, the clock, what was promised, the timeline."""

from collections.abc import Mapping
from datetime import datetime

from hospitality_desk.cli.clock_words import clock_words, minutes_words, time_words
from hospitality_desk.domain.entries import EntryKind, GuestKnows, Judgement
from hospitality_desk.domain.guest_clock import read_clock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.promises import happened_order
from hospitality_desk.domain.timeline import Note
from hospitality_desk.words import N_, _, ngettext

_KINDS = {
    EntryKind.SAW: N_("Saw"),
    EntryKind.HEARD: N_("Heard"),
    EntryKind.THINK: N_("Think"),
    EntryKind.DID: N_("Did"),
    EntryKind.TOLD: N_("Told"),
    EntryKind.COST: N_("Cost"),
}
_JUDGED = {
    Judgement.RIGHT: N_("was right"),
    Judgement.WRONG: N_("was wrong"),
    Judgement.NEVER_KNOWN: N_("was never known"),
}
_INDENT = " " * 13


def incident_text(incident: Incident, names: Mapping[PersonId, str], house: House, now: datetime) -> str:
    """Return it in short lines, the timeline in the order things happened."""
    lines = [*_head(incident, names, house, now), *_promises(incident, house, now)]
    lines += ["", *_timeline(incident, names, house, now)]
    for task in incident.tasks:
        due = "" if task.due is None else "  " + _("due {time}").format(time=time_words(task.due, house.zone, now))
        lines.append(
            _("Task {n}: {title}").format(n=task.n, title=task.title) + f"  {names.get(task.owner)}  {task.state}{due}"
        )
    for verdict in incident.verdicts:
        words = "" if verdict.words is None else f"  {verdict.words}"
        lines.append(_("Verdict: {score} of 5").format(score=verdict.score) + words)
    return "\n".join(lines)


def _head(incident: Incident, names: Mapping[PersonId, str], house: House, now: datetime) -> list[str]:
    size = incident.party_size
    party = None if size is None else _("party of {n}").format(n=size)
    owner = None if incident.owner is None else names.get(incident.owner)
    who = [incident.place, incident.guest, party, incident.phone]
    about = [incident.severity.value, _(incident.kind), incident.status.value, owner]
    lines = [f"#{incident.number}  " + "  ".join(each for each in (*who, *about) if each)]
    facts = incident.clock_facts()
    if facts is not None:
        reading = read_clock(facts, now)
        minutes, words = minutes_words(reading.minutes), clock_words(reading, house.zone)
        lines.append(_("{minutes} since the guest heard from us. {words}.").format(minutes=minutes, words=words))
    untold = incident.untold(now)
    if untold:
        say = ngettext(
            "We know {n} thing the guest has not been told: {which}.",
            "We know {n} things the guest has not been told: {which}.",
            len(untold),
        )
        lines.append(say.format(n=len(untold), which=", ".join(str(note.n) for note in untold)))
    if incident.cost:
        lines.append(_("Cost so far {sum}.").format(sum=Money(minor=incident.cost, currency=house.currency)))
    if incident.outcome is not None and incident.asked is not None:
        lines.append(_("Ended: {outcome}; asked: {asked}.").format(outcome=incident.outcome, asked=incident.asked))
    if incident.withdrawn is not None:
        lines.append(_("Withdrawn: {reason}").format(reason=incident.withdrawn))
    return lines


def _promises(incident: Incident, house: House, now: datetime) -> list[str]:
    say = _("Promise {n}: {what} by {time}, {state}")
    return [
        say.format(
            n=each.n, what=each.what or _("a word"), time=time_words(each.by, house.zone, now), state=each.state(now)
        )
        for each in incident.promises
    ]


def _timeline(incident: Incident, names: Mapping[PersonId, str], house: House, now: datetime) -> list[str]:
    lines: list[str] = []
    for note in sorted(incident.notes, key=happened_order):
        when = time_words(note.happened_at, house.zone, now)
        text = note.text.replace("\n", "\n" + _INDENT)
        marks = "".join(f"  ({mark})" for mark in _marks(note))
        lines.append(f"{when:>5} {note.n:>3}  {_(_KINDS[note.kind]):<6} {names.get(note.by)}: {text}{marks}")
    return lines


def _marks(note: Note) -> list[str]:
    marks: list[str] = []
    if note.amount is not None and note.currency is not None:
        marks.append(str(Money(minor=note.amount, currency=note.currency)))
    if note.guest_knows == GuestKnows.UNTOLD:
        marks.append(_("untold"))
    if note.guest_knows == GuestKnows.TOLD:
        marks.append(_("told by note {n}").format(n=note.told_by))
    if note.guest_knows == GuestKnows.KEPT_BACK:
        marks.append(_("kept back: {reason}").format(reason=note.kept_back_reason))
    if note.judged is not None:
        marks.append(_(_JUDGED[note.judged]))
    if note.corrections:
        marks.append(_("corrected"))
    if note.withdrawn is not None:
        marks.append(_("withdrawn: {reason}").format(reason=note.withdrawn))
    return marks
