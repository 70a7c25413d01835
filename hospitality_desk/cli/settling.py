"""How a problem ends: settle it, open it again, write down a later verdict."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, whole_number, words
from hospitality_desk.cli.problems import incident_answer
from hospitality_desk.commands.incidents import AddVerdict, ReopenIncident, SettleIncident
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add settle, reopen and verdict."""
    say = _("End a problem: how it ended, and what the guest said it was like.")
    settle = add_command(commands, "settle", run_settle, say, shared=shared)
    settle.add_argument("ref", metavar="REF", type=words)
    settle.add_argument("--outcome", choices=[outcome.value for outcome in Outcome], required=True)
    asked = settle.add_mutually_exclusive_group(required=True)
    asked.add_argument("--verdict", metavar="1..5", type=whole_number, help=_("the guest's verdict, asked aloud"))
    asked.add_argument("--declined", dest="asked", action="store_const", const=Asked.DECLINED)
    asked.add_argument("--no-answer", dest="asked", action="store_const", const=Asked.NO_ANSWER)
    asked.add_argument("--invite", choices=[Asked.CARD.value, Asked.EMAIL.value], help=_("how the guest was invited"))
    settle.add_argument("--words", metavar="TEXT", help=_("the verdict in the guest's own words"))
    reopen = add_command(commands, "reopen", run_reopen, _("Open a settled problem again."), shared=shared)
    reopen.add_argument("ref", metavar="REF", type=words)
    reopen.add_argument("--reason", metavar="TEXT", required=True)
    say = _("Write down a later verdict; an unhappy one opens the problem again.")
    verdict = add_command(commands, "verdict", run_verdict, say, shared=shared)
    verdict.add_argument("ref", metavar="REF", type=words)
    verdict.add_argument("score", metavar="1..5", type=whole_number)
    verdict.add_argument("--words", metavar="TEXT", help=_("in the guest's own words"))


def run_settle(session: "Session", args: argparse.Namespace) -> Answer:
    """Settle it, or refuse and name what is still open."""
    if args.words is not None and args.verdict is None:
        raise WrongUse(_("--words are the words of a --verdict."))
    asked = Asked.ALOUD if args.verdict is not None else args.asked or Asked(args.invite)
    incident_id = session.incident_id(args.ref)
    command = SettleIncident(
        **session.act(),
        incident_id=incident_id,
        outcome=Outcome(args.outcome),
        asked=asked,
        verdict=args.verdict,
        words=session.optional_text(args.words),
    )
    return incident_answer(session, incident_id, session.do(command).notices)


def run_reopen(session: "Session", args: argparse.Namespace) -> Answer:
    """Open it again; its clock starts now."""
    incident_id = session.incident_id(args.ref)
    command = ReopenIncident(**session.act(), incident_id=incident_id, reason=session.text(args.reason))
    return incident_answer(session, incident_id, session.do(command).notices)


def run_verdict(session: "Session", args: argparse.Namespace) -> Answer:
    """Append it; the earlier ones stay."""
    incident_id = session.incident_id(args.ref)
    said = session.optional_text(args.words)
    command = AddVerdict(**session.act(), incident_id=incident_id, verdict=args.score, words=said)
    return incident_answer(session, incident_id, session.do(command).notices)
