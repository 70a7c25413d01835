"""The tasks of a problem: add, take, finish, drop."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, whole_number, words
from hospitality_desk.cli.problem_json import task_json
from hospitality_desk.commands.tasks import AddTask, DropTask, FinishTask, TakeTask
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session

Move = type[TakeTask] | type[FinishTask] | type[DropTask]


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add task add, task take, task done and task drop."""
    task = commands.add_parser("task", help=_("Add a task, take it, finish it, drop it."), parents=[shared])
    verbs = task.add_subparsers(dest="verb", metavar="add | take | done | drop", required=True)
    add = add_command(verbs, "add", run_add, _("Add a task; without --owner it is yours."), shared=shared)
    add.add_argument("ref", metavar="REF", type=words)
    add.add_argument("title", metavar="TITLE", type=words)
    add.add_argument("--owner", metavar="NAME")
    add.add_argument("--due", metavar="TIME")
    moves: tuple[tuple[str, Move, str], ...] = (
        ("take", TakeTask, _("Take a task: it is yours from now on.")),
        ("done", FinishTask, _("Report a task done.")),
        ("drop", DropTask, _("Drop a task: it need not be done any more.")),
    )
    for name, move, help_line in moves:
        verb = add_command(verbs, name, run_move, help_line, shared=shared)
        verb.set_defaults(move=move)
        verb.add_argument("ref", metavar="REF", type=words)
        verb.add_argument("n", metavar="N", type=whole_number, help=_("the task's number"))


def run_add(session: "Session", args: argparse.Namespace) -> Answer:
    """Add it."""
    command = AddTask(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        title=args.title,
        owner=None if args.owner is None else session.person(args.owner),
        due=session.next_time(args.due),
    )
    outcome = session.do(command)
    n = outcome.answer["task"]
    return Answer(document={"task": n}, text=lambda: _("Task {n}.").format(n=n), said=outcome.notices)


def run_move(session: "Session", args: argparse.Namespace) -> Answer:
    """Move it and answer with the task as it stands."""
    incident_id = session.incident_id(args.ref)
    move: Move = args.move
    outcome = session.do(move(**session.act(), incident_id=incident_id, task=args.n))
    task = session.incident(incident_id).tasks[args.n - 1]
    names = session.names()
    return Answer(
        document=task_json(task, names),
        text=lambda: f"{task.n}  {task.title}  {names[task.owner]}  {task.state}",
        said=outcome.notices,
    )
