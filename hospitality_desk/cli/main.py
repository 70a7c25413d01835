"""The command line: find the command, run it, print its answer, turn what went wrong into a line and a number."""

import argparse
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from hospitality_desk import __version__
from hospitality_desk.cli import (
    deidentify,
    demo,
    house,
    imports,
    line,
    papers,
    people,
    problems,
    settling,
    stories,
    tasks,
    timeline,
)
from hospitality_desk.cli.answer import AWAY, DAMAGED, DONE, REFUSED, STOPPED, WRONG_USE, one_line
from hospitality_desk.cli.folder import start_log
from hospitality_desk.cli.parser import OneLineParser, Run, add_command, everywhere, marked, put_late
from hospitality_desk.cli.terminal import Terminal
from hospitality_desk.errors import (
    FileTrouble,
    KnownError,
    Refused,
    StoreBusy,
    StoreDamaged,
    StoreUnreachable,
    WrongUse,
)
from hospitality_desk.words import _

log = logging.getLogger(__name__)

NOUNS = (house, demo, people, line, timeline, problems, tasks, settling, imports, stories, papers, deidentify)
Window = Callable[[argparse.Namespace], int]
"""Opens the window and returns the exit status when it is closed."""


class _DoneUnshown(Exception):
    """The command was done, and what should be shown of it raised; its cause says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """An answer ready to be printed, when the house is closed again."""

    text: str
    said: tuple[str, ...]
    status: int
    is_done: bool


def build_parser(tour: Run) -> OneLineParser:
    """Return the parser of the whole command line."""
    shared = everywhere()
    parser = OneLineParser(
        prog="hospitality-desk",
        description=_("Log a guest's problem, mend it together, tell the guest. Without a command the window opens."),
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"hospitality-desk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    for noun in NOUNS:
        noun.add_to(commands, shared)
    say = _("Play the story of the lost purse into pictures, without a screen.")
    pictures = add_command(commands, "tour", tour, say, shared=shared)
    pictures.add_argument("-o", dest="folder", metavar="DIR", required=True, help=_("where the pictures go"))
    return parser


def parse(argv: Sequence[str], tour: Run) -> argparse.Namespace:
    """Read the arguments; `command` is None when none is named, and the window should open.

    Raises SystemExit after --help and --version (0), and after one line about a wrong use (2).
    """
    blank = argparse.Namespace(command=None, data=None, store=None, acting=None, json=False)
    parser = build_parser(tour)
    args, left = parser.parse_known_args(marked(argv), namespace=blank)
    if left:
        put_late(parser, args, left)
    return args


def main(argv: Sequence[str], *, window: Window, tour: Run) -> int:
    """Run one command, or open the window, and return the exit status; never raises, never shows a traceback.

    `window` and `tour` need Qt, which the command line does without: whoever calls brings them.
    """
    _keep_logs_off_the_terminal()
    terminal = Terminal()
    try:
        args = parse(argv, tour)
        return _run(args, terminal, window)
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as end:
        finished = _finished(terminal)
        return int(end.code or finished)


def _keep_logs_off_the_terminal() -> None:
    """Without any handler Python prints warnings and errors, with the words they carry."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())


def _finished(terminal: Terminal) -> int:
    try:
        terminal.finish()
    except FileTrouble as trouble:
        terminal.warn(trouble.say)
        return REFUSED
    return DONE


def _run(args: argparse.Namespace, terminal: Terminal, window: Window) -> int:
    try:
        if args.command is None:
            return window(args)
        written = _answered(args, terminal)
    except KnownError as trouble:
        return _trouble(trouble, terminal, as_json=args.json)
    except _DoneUnshown as lost:
        return _bug(args, lost.__cause__, terminal, _("It was done, and cannot be shown."))
    except Exception as error:  # noqa: BLE001 # the last net: our own mistakes are logged, never shown
        say = _("Something went wrong that is our mistake. Nothing was changed that was not finished.")
        return _bug(args, error, terminal, say)
    return _print(written, terminal, as_json=args.json)


def _answered(args: argparse.Namespace, terminal: Terminal) -> _Written:
    # The desk brings SQLAlchemy with it: --help, --version and the window's first paint do without it.
    from hospitality_desk.cli.session import Session

    with Session(args, terminal) as session:
        try:
            answer = args.run(session, args)
            text = answer.written(as_json=args.json)
        except Exception as error:
            if session.has_done:
                raise _DoneUnshown from error
            raise
        return _Written(text=text, said=answer.said, status=answer.status, is_done=session.has_done)


def _print(written: _Written, terminal: Terminal, *, as_json: bool) -> int:
    try:
        terminal.say(written.text)
    except FileTrouble as trouble:
        terminal.warn(_("It was done, and cannot be shown.") if written.is_done else trouble.say)
        return REFUSED
    if not as_json:
        for sentence in written.said:
            terminal.warn(sentence)
    return written.status


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
        with suppress(FileTrouble):  # the reason stands on standard error already
            terminal.say(one_line({"refused": trouble.say, "missing": list(missing)}))
    return REFUSED


def _bug(args: argparse.Namespace, error: BaseException | None, terminal: Terminal, say: str) -> int:
    """Log our own mistake where that is possible, and apologise."""
    folder = start_log(args.data)
    log.error("the command %s failed", args.command, exc_info=error)
    if folder is not None:
        say += " " + _("The log is in {folder}.").format(folder=folder)
    terminal.warn(say)
    return REFUSED
