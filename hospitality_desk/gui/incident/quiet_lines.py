"""What happened to a problem besides its notes, each in one short sentence for the timeline."""

from datetime import datetime

from hospitality_desk.domain.entries import (
    Changed,
    Entry,
    FieldChange,
    Gone,
    Offered,
    Quiet,
    Reopened,
    Restored,
    Settled,
    VerdictGiven,
    Withdrawn,
)
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.text import is_own_words
from hospitality_desk.gui.incident.names import asked_name, severity_name, source_name
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.verdicts import outcome_name, verdict_name
from hospitality_desk.words import _


def quiet_words(line: Entry, scene: Scene) -> str | None:
    """Return the sentence; None for what stands elsewhere: in its note (corrections, judgements) or among the tasks."""
    match line.body:
        case Changed() as body:
            return " ".join(change_words(each, scene) for each in body.changes)
        case Quiet() as body:
            words = _("Left in peace until {time}: {reason}")
            return words.format(time=scene.when(body.until), reason=_one_line(body.reason))
        case Gone():
            return _("The guest has left.")
        case Offered() as body:
            return _("Offered to {name}.").format(name=scene.name(body.to))
        case Settled() as body:
            return _settled(body)
        case Reopened() as body:
            return _("Open again: {reason}").format(reason=_one_line(body.reason))
        case VerdictGiven() as body:
            return _verdict(body)
        case Withdrawn(note=None) as body:
            return _("Withdrawn: {reason}").format(reason=_one_line(body.reason))
        case Restored(note=None):
            return _("Brought back.")
        case _other:
            return None


def change_words(change: FieldChange, scene: Scene) -> str:
    """Return the sentence for one field that was changed."""
    new = _value(change, scene)
    if change.new is None:
        return {
            "place": _("The place is not known any more."),
            "guest": _("The guest is not named any more."),
            "phone": _("The phone number was taken out."),
            "party_size": _("The party is not counted any more."),
            "gone_at": _("The guest is here again."),
        }.get(change.field, _("A field was cleared."))
    return {
        "place": _("The place is {new} now."),
        "guest": _("The guest is {new}."),
        "party_size": _("The party is {new}."),
        "phone": _("The phone is {new}."),
        "severity": _("Severity is {new} now."),
        "kind": _("The kind is {new}."),
        "owner": _("{new} has it now."),
        "source": _("How we heard: {new}."),
        "happened_at": _("It happened at {new}."),
    }[change.field].format(new=new)


def _value(change: FieldChange, scene: Scene) -> str:
    new = change.new or ""
    match change.field:
        case "severity":
            return severity_name(Severity(new))
        case "kind":
            return _(new)
        case "owner":
            return scene.name(PersonId(new))
        case "source":
            return source_name(Source(new))
        case "happened_at":
            return scene.when(datetime.fromisoformat(new))
        case _other:
            return new


def _settled(body: Settled) -> str:
    words = _("Settled: {outcome}.").format(outcome=outcome_name(body.outcome).lower())
    return f"{words} {_verdict(body.verdict)}" if body.verdict is not None else f"{words} {asked_name(body.asked)}."


def _verdict(body: VerdictGiven) -> str:
    words = _("Put right? {verdict} ({score} of 5).").format(verdict=verdict_name(body.score), score=body.score)
    if not body.words:
        return words
    said = _one_line(body.words)
    return f"{words} {said}" if is_own_words(said) else f"{words} “{said}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())
