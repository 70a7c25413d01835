"""The people of the house: who is here, who joins, who leaves."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, words
from hospitality_desk.commands.staff import AddPerson, LetPersonLeave
from hospitality_desk.domain.ids import PersonId, new_id
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.staff import Person, Role
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add people add, people list and people leave."""
    say = _("Who is here; let colleagues join and leave.")
    people = add_command(commands, "people", run_list, say, shared=shared)
    verbs = people.add_subparsers(dest="verb", metavar="add | list | leave", required=True)
    add = add_command(verbs, "add", run_add, _("Add a colleague; the first one is a manager."), shared=shared)
    add.add_argument("name", metavar="NAME", type=words)
    add.add_argument("--role", choices=[role.value for role in Role], required=True)
    add_command(verbs, "list", run_list, _("List everybody who is or was here."), shared=shared)
    leave = add_command(verbs, "leave", run_leave, _("Let a colleague leave; what they wrote stays."), shared=shared)
    leave.add_argument("name", metavar="NAME", type=words)


def run_add(session: "Session", args: argparse.Namespace) -> Answer:
    """Add them and answer with the list."""
    person_id = PersonId(new_id())
    session.do(AddPerson(**session.act(), person_id=person_id, name=args.name, role=Role(args.role)))
    return run_list(session, args)


def run_leave(session: "Session", args: argparse.Namespace) -> Answer:
    """Let them leave and answer with the list."""
    session.do(LetPersonLeave(**session.act(), person_id=session.person(args.name)))
    return run_list(session, args)


def run_list(session: "Session", args: argparse.Namespace) -> Answer:
    """Answer with everybody, by name."""
    people = session.colleagues()
    listed: list[Json] = [{"name": each.name, "role": each.role.value, "active": each.active} for each in people]
    return Answer(document=listed, text=lambda: _list_text(people))


def _list_text(people: tuple[Person, ...]) -> str:
    width = max((len(each.name) for each in people), default=0)
    left = "  " + _("left")
    lines = [f"{each.name:<{width}}  {each.role}{'' if each.active else left}" for each in people]
    return "\n".join(lines) or _("Nobody yet. Add a manager first: people add NAME --role manager")
