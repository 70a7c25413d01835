"""What is still open when somebody wants to settle, in words."""

from datetime import datetime

from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.promises import Promise
from hospitality_desk.domain.tasks import Task
from hospitality_desk.domain.timeline import Note
from hospitality_desk.words import _


def missing_sentences(incident: Incident, now: datetime) -> tuple[str, ...]:
    """Return one short phrase for each untold note, open task and broken promise nobody spoke of since."""
    return tuple(_phrase(each) for each in incident.still_open(now))


def _phrase(thing: Note | Task | Promise) -> str:
    match thing:
        case Note():
            return _("note {n} is not told: {text}").format(n=thing.n, text=_short(thing.text))
        case Task():
            return _("task {n} is not done: {title}").format(n=thing.n, title=_short(thing.title))
        case Promise():
            what = _short(thing.what or "")
            return _("promise {n} is broken and the guest has not heard since: {what}").format(n=thing.n, what=what)


def _short(text: str) -> str:
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= 60 else line[:59] + "…"
