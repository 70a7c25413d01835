"""The command line: find the command, run it, print its answer, turn what went wrong into a line and a number."""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

from hospitality_desk import __version__
from hospitality_desk.cli import house, imports, line, people, problems, settling, tasks, timeline
from hospitality_desk.cli.answer import AWAY, DAMAGED, DONE, REFUSED, STOPPED, WRONG_USE, Answer
from hospitality_desk.cli.parser import OneLineParser, everywhere, marked
from hospitality_desk.cli.terminal import Terminal
from hospitality_desk.errors import KnownError, Refused, StoreBusy, StoreDamaged, StoreUnreachable, WrongUse
from hospitality_desk.logs import start_logging
from hospitality_desk.paths import LOG_FOLDER, data_folder
from hospitality_desk.words import _

log = logging.getLogger(__name__)

NOUNS = (house, people, line, timeline, problems, tasks, settling, imports)


def build_parser() -> OneLineParser:
    """Return the parser of the whole command line."""
    shared = everywhere()
    parser = OneLineParser(
        prog="hospitality-desk",
        description=_("Log a guest's problem, mend it together, tell the guest. Without a command the window opens."),
        epilog=_("tour -o DIR plays the story of the lost purse into pictures, without a screen."),
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"hospitality-desk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    for noun in NOUNS:
        noun.add_to(commands, shared)
    return parser


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; `command` is None when none is named, and the window should open.

    Raises SystemExit after --help and --version (0), and after one line about a wrong use (2).
    """
    blank = argparse.Namespace(command=None, data=None, store=None, acting=None, json=False)
    return build_parser().parse_args(marked(argv), namespace=blank)


def main(argv: Sequence[str]) -> int:
    """Run one command and return the exit status; never raises, never shows a traceback."""
    terminal = Terminal()
    try:
        args = parse(argv)
        if args.command is None:
            terminal.say(build_parser().format_help())
            return WRONG_USE
        return _answered(args, terminal)
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as end:
        terminal.finish()
        return int(end.code or DONE)


def _answered(args: argparse.Namespace, terminal: Terminal) -> int:
    try:
        answer = _run(args, terminal)
    except KnownError as trouble:
        return _trouble(trouble, terminal, as_json=args.json)
    except Exception as error:  # noqa: BLE001 # the last net: our own mistakes are logged, never shown
        return _bug(args, error, terminal)
    _print(answer, terminal, as_json=args.json)
    return answer.status


def _run(args: argparse.Namespace, terminal: Terminal) -> Answer:
    # The desk brings SQLAlchemy with it: --help and --version are there at once without it.
    from hospitality_desk.cli.session import Session

    with Session(args, terminal) as session:
        answer: Answer = args.run(session, args)
        return answer


def _print(answer: Answer, terminal: Terminal, *, as_json: bool) -> None:
    if as_json:
        terminal.say_json(answer.whole_document)
        return
    terminal.say(answer.text)
    for sentence in answer.said:
        terminal.warn(sentence)


def _trouble(trouble: KnownError, terminal: Terminal, *, as_json: bool) -> int:
    terminal.warn(trouble.say)
    match trouble:
        case WrongUse():
            return WRONG_USE
        case StoreUnreachable() | StoreBusy():
            return AWAY
        case StoreDamaged():
            return DAMAGED
    if as_json:
        missing = trouble.missing if isinstance(trouble, Refused) else ()
        terminal.say_json({"refused": trouble.say, "missing": list(missing)})
    return REFUSED


def _bug(args: argparse.Namespace, error: Exception, terminal: Terminal) -> int:
    """Log our own mistake and apologise."""
    folder = data_folder(args.data)
    try:
        start_logging(folder)
    except OSError:
        folder = Path()
    log.error("the command %s failed", args.command, exc_info=error)
    say = _(
        "Something went wrong that is our mistake. Nothing was changed that was not finished. The log is in {folder}."
    )
    terminal.warn(say.format(folder=folder / LOG_FOLDER))
    return REFUSED
