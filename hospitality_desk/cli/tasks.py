"""The tasks of a problem: add, offer, take, wait, try, finish, drop."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, Run, add_command, whole_number, words
from hospitality_desk.cli.problem_json import task_json
from hospitality_desk.commands.base import Command
from hospitality_desk.commands.tasks import (
    AddTask,
    AwaitOthers,
    DeclineTask,
    DropTask,
    FinishTask,
    OfferTask,
    SeeTask,
    TakeTask,
)
from hospitality_desk.commands.tries import LogTry, TakeTryBack
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.tasks import TryOutcome
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session

_ANSWERED = "answered"
_OUTCOMES = {outcome.value.replace("_", "-"): outcome for outcome in TryOutcome}


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add task and its verbs."""
    say = _("Add a task, offer it, take it, try it, finish it, drop it.")
    task = commands.add_parser("task", help=say, parents=[shared])
    verbs = task.add_subparsers(dest="verb", metavar="VERB", required=True, title=_("verbs"))
    _add_add(verbs, shared)
    for name, run, help_line in (
        ("take", run_take, _("Take a task: it is yours from now on.")),
        ("seen", run_seen, _("Note that you have seen the task you were offered.")),
        ("not-now", run_not_now, _("Say not now to an offered task; it stays with its owner.")),
        ("untry", run_untry, _("Take the last try back: it was a slip.")),
    ):
        _numbered(verbs, name, run, help_line, shared)
    done = _numbered(verbs, "done", run_done, _("Report a task done."), shared)
    done.add_argument("--cash-back", metavar="MINOR", type=whole_number, help=_("cash that came back, in minor units"))
    drop = _numbered(verbs, "drop", run_drop, _("Drop a task: it need not be done any more."), shared)
    drop.add_argument("--reason", metavar="TEXT")
    offer = _numbered(verbs, "offer", run_offer, _("Offer a task; until they take it, it stays where it is."), shared)
    offer.add_argument("--to", metavar="NAME", required=True)
    offer.add_argument("--although-out", action="store_true", help=_("also to somebody who is out just now"))
    wait = _numbered(verbs, "wait", run_wait, _("Let a task wait for somebody else."), shared)
    wait.add_argument("--for", dest="waiting_for", metavar="WHO", required=True)
    wait.add_argument("--next-check", metavar="TIME", required=True)
    tried = _numbered(verbs, "try", run_try, _("Log a try and what came of it."), shared)
    tried.add_argument("outcome", choices=list(_OUTCOMES))
    tried.add_argument("--said", metavar="TEXT", help=_("what they answered: it is noted as Heard"))
    tried.add_argument("--happened", metavar="TIME")


def _add_add(verbs: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    add = add_command(verbs, "add", run_add, _("Add a task; without --owner it is yours."), shared=shared)
    add.add_argument("ref", metavar="REF", type=words)
    add.add_argument("title", metavar="TITLE", type=words)
    add.add_argument("--owner", metavar="NAME")
    add.add_argument("--due", metavar="TIME")
    add.add_argument("--every", metavar="MIN", type=whole_number, help=_("try every so many minutes"))
    add.add_argument("--until", metavar="answered|TIME|COUNT", help=_("when trying ends; answered always ends it"))
    add.add_argument("--errand", action="store_true", help=_("it leads out of the house"))
    add.add_argument("--where", metavar="TEXT")
    add.add_argument("--back-by", metavar="TIME")
    add.add_argument("--cover", metavar="NAME", help=_("who looks after their section"))
    add.add_argument("--cash", metavar="MINOR", type=whole_number, help=_("cash taken along, in minor units"))
    add.add_argument("--although-out", action="store_true", help=_("also to somebody who is out just now"))


def _numbered(
    verbs: "Commands[OneLineParser]", name: str, run: Run, help_line: str, shared: OneLineParser
) -> OneLineParser:
    verb = add_command(verbs, name, run, help_line, shared=shared)
    verb.add_argument("ref", metavar="REF", type=words)
    verb.add_argument("n", metavar="N", type=whole_number, help=_("the task's number"))
    return verb


def run_add(session: "Session", args: argparse.Namespace) -> Answer:
    """Add it."""
    if args.errand != (args.where is not None):
        raise WrongUse(_("An errand is --errand --where TEXT --back-by TIME."))
    until_time, until_count = _until(session, args.until)
    command = AddTask(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        title=args.title,
        owner=None if args.owner is None else session.person(args.owner),
        due=session.next_time(args.due),
        every=args.every,
        until_time=until_time,
        until_count=until_count,
        where=args.where,
        back_by=session.next_time(args.back_by),
        cover=None if args.cover is None else session.person(args.cover),
        cash=args.cash,
        although_out=args.although_out,
    )
    outcome = session.do(command)
    n = outcome.answer["task"]
    return Answer(document={"task": n}, text=lambda: _("Task {n}.").format(n=n), said=outcome.notices)


def _until(session: "Session", given: str | None) -> tuple[datetime | None, int | None]:
    """Return the time or the number of tries that ends it; answered, and nothing, name neither."""
    if given is None or given == _ANSWERED:
        return None, None
    if given.isascii() and given.isdigit():
        return None, int(given[:18])
    return session.next_time(given), None


def run_take(session: "Session", args: argparse.Namespace) -> Answer:
    """Take it."""
    incident_id = session.incident_id(args.ref)
    return _moved(session, incident_id, args.n, TakeTask(**session.act(), incident_id=incident_id, task=args.n))


def run_seen(session: "Session", args: argparse.Namespace) -> Answer:
    """Note it."""
    incident_id = session.incident_id(args.ref)
    return _moved(session, incident_id, args.n, SeeTask(**session.act(), incident_id=incident_id, task=args.n))


def run_not_now(session: "Session", args: argparse.Namespace) -> Answer:
    """Leave it where it is."""
    incident_id = session.incident_id(args.ref)
    return _moved(session, incident_id, args.n, DeclineTask(**session.act(), incident_id=incident_id, task=args.n))


def run_done(session: "Session", args: argparse.Namespace) -> Answer:
    """Finish it; posts no cost."""
    incident_id = session.incident_id(args.ref)
    command = FinishTask(**session.act(), incident_id=incident_id, task=args.n, cash_back=args.cash_back)
    return _moved(session, incident_id, args.n, command)


def run_drop(session: "Session", args: argparse.Namespace) -> Answer:
    """Drop it."""
    incident_id = session.incident_id(args.ref)
    command = DropTask(**session.act(), incident_id=incident_id, task=args.n, reason=args.reason)
    return _moved(session, incident_id, args.n, command)


def run_offer(session: "Session", args: argparse.Namespace) -> Answer:
    """Offer it."""
    incident_id, to = session.incident_id(args.ref), session.person(args.to)
    command = OfferTask(**session.act(), incident_id=incident_id, task=args.n, to=to, although_out=args.although_out)
    return _moved(session, incident_id, args.n, command)


def run_wait(session: "Session", args: argparse.Namespace) -> Answer:
    """Let it wait."""
    incident_id = session.incident_id(args.ref)
    command = AwaitOthers(
        **session.act(), incident_id=incident_id, task=args.n, waiting_for=args.waiting_for,
        next_check=session.time(args.next_check, last=False),
    )  # fmt: skip
    return _moved(session, incident_id, args.n, command)


def run_try(session: "Session", args: argparse.Namespace) -> Answer:
    """Log it, with what they said as Heard where they said something."""
    incident_id = session.incident_id(args.ref)
    command = LogTry(
        **session.act(), incident_id=incident_id, task=args.n, outcome=_OUTCOMES[args.outcome],
        happened_at=session.last_time(args.happened), said=session.optional_text(args.said),
        entry_id=session.new_entry(),
    )  # fmt: skip
    return _moved(session, incident_id, args.n, command)


def run_untry(session: "Session", args: argparse.Namespace) -> Answer:
    """Take it back."""
    incident_id = session.incident_id(args.ref)
    return _moved(session, incident_id, args.n, TakeTryBack(**session.act(), incident_id=incident_id, task=args.n))


def _moved(session: "Session", incident_id: IncidentId, n: int, command: Command) -> Answer:
    """Do it and answer with the task as it stands."""
    outcome = session.do(command)
    task = session.incident(incident_id).tasks[n - 1]
    names = session.names()
    return Answer(
        document=task_json(task, names),
        text=lambda: f"{task.n}  {task.title}  {names[task.owner]}  {task.state}",
        said=outcome.notices,
    )
