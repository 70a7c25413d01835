"""The problems: all that are open, one whole, its own fields, its rest."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.board_form import board_json, board_text
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, whole_number, words
from hospitality_desk.cli.problem_json import incident_json
from hospitality_desk.cli.problem_text import incident_text
from hospitality_desk.commands.incidents import ChangeIncident, GuestIsHere, GuestLeft, LeaveInPeace
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Source
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session

_FIELDS = ("place", "guest", "party", "phone", "severity", "kind", "owner", "source", "happened")


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add board, show, change, quiet and gone."""
    add_command(commands, "board", run_board, _("List the open problems by guest clock."), shared=shared)
    show = add_command(commands, "show", run_show, _("Show one problem whole."), shared=shared)
    show.add_argument("ref", metavar="REF", type=words, help=_("the problem's number"))
    change = add_command(commands, "change", run_change, _("Mend a problem's own fields."), shared=shared)
    change.add_argument("ref", metavar="REF", type=words)
    change.add_argument("--place", metavar="P")
    change.add_argument("--guest", metavar="G")
    change.add_argument("--party", metavar="N", type=whole_number)
    change.add_argument("--phone", metavar="P")
    change.add_argument("--severity", type=str.lower, choices=[severity.value for severity in Severity])
    change.add_argument("--kind", metavar="K", help=_("what it is about, from the house's list"))
    change.add_argument("--owner", metavar="NAME")
    change.add_argument("--source", choices=[source.value for source in Source])
    say = _("when the problem happened; for the note's own time: correct REF 1 --happened TIME")
    change.add_argument("--happened", metavar="TIME", help=say)
    quiet = add_command(commands, "quiet", run_quiet, _("Leave the guest in peace until a time."), shared=shared)
    quiet.add_argument("ref", metavar="REF", type=words)
    quiet.add_argument("--until", metavar="TIME", required=True)
    quiet.add_argument("--reason", metavar="TEXT", required=True)
    gone = add_command(commands, "gone", run_gone, _("The guest has left the house."), shared=shared)
    gone.add_argument("ref", metavar="REF", type=words)
    gone.add_argument("--undo", action="store_true", help=_("no, the guest is here again"))


def incident_answer(session: "Session", incident_id: IncidentId, said: tuple[str, ...] = ()) -> Answer:
    """Answer with one problem whole, as `show` does."""
    incident, names = session.incident(incident_id), session.names()
    house, now = session.desk.house, session.now
    return Answer(
        document=incident_json(incident, names, house.currency, now),
        text=lambda: incident_text(incident, names, house, now),
        said=said,
    )


def run_board(session: "Session", args: argparse.Namespace) -> Answer:
    """List them, the most urgent first."""
    rows, now, zone = session.board(), session.now, session.zone
    return Answer(document=board_json(rows, now), text=lambda: board_text(rows, zone, now))


def run_show(session: "Session", args: argparse.Namespace) -> Answer:
    """Show it."""
    return incident_answer(session, session.incident_id(args.ref))


def run_change(session: "Session", args: argparse.Namespace) -> Answer:
    """Change what is named; an empty text clears a field."""
    if all(getattr(args, field) is None for field in _FIELDS):
        raise WrongUse(_("Say what to change: {fields}.").format(fields=", ".join(f"--{field}" for field in _FIELDS)))
    incident_id = session.incident_id(args.ref)
    command = ChangeIncident(
        **session.act(),
        incident_id=incident_id,
        place=args.place,
        guest=args.guest,
        party_size=args.party,
        phone=args.phone,
        severity=None if args.severity is None else Severity(args.severity),
        kind=args.kind,
        owner=None if args.owner is None else session.person(args.owner),
        source=None if args.source is None else Source(args.source),
        happened_at=session.last_time(args.happened),
    )
    return incident_answer(session, incident_id, session.do(command).notices)


def run_quiet(session: "Session", args: argparse.Namespace) -> Answer:
    """Let the clock rest."""
    command = LeaveInPeace(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        until=session.time(args.until, last=False),
        reason=session.text(args.reason),
    )
    return Answer(document={"entry": None}, text=lambda: _("Done."), said=session.do(command).notices)


def run_gone(session: "Session", args: argparse.Namespace) -> Answer:
    """Note that they have left, or take that back."""
    command = GuestIsHere if args.undo else GuestLeft
    session.do(command(**session.act(), incident_id=session.incident_id(args.ref)))
    return Answer(document={"entry": None}, text=lambda: _("Done."))
