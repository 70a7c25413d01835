"""The words the command line understands, all in one parser; each noun adds its own."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from hospitality_desk.cli.answer import WRONG_USE, Answer
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session

Run = Callable[["Session", argparse.Namespace], Answer]
_MARK = "\x00"
"""Stands before what looks like an option and is none; no argument of a real process can hold it."""
_NUMBER = re.compile(r"-?[0-9]{1,18}")


class OneLineParser(argparse.ArgumentParser):
    """A parser without guesses: no shortened options, and an error is one line and exit status 2."""

    def __init__(self, **options: object) -> None:
        super().__init__(allow_abbrev=False, **options)  # type: ignore[arg-type] # passed on as they came

    def error(self, message: str) -> NoReturn:
        """Say what was wrong and where to look."""
        say = _("{command}: {message}. See {command} --help.")
        self.exit(WRONG_USE, " ".join(say.format(command=self.prog, message=message).split()) + "\n")


Commands = argparse._SubParsersAction  # argparse has no public name for it
"""Where the nouns add their commands."""


def everywhere() -> OneLineParser:
    """Return the options that may stand before the command or after it."""
    shared = OneLineParser(add_help=False)
    group = shared.add_argument_group(_("everywhere"))
    suppress = argparse.SUPPRESS  # or the default of the command would undo what stood before it
    group.add_argument("--data", metavar="DIR", default=suppress, help=_("this PC's folder"))
    group.add_argument("--store", metavar="URL", default=suppress, help=_("the store's address, without a password"))
    group.add_argument("--as", dest="acting", metavar="NAME", default=suppress, help=_("who acts"))
    group.add_argument("--json", action="store_true", default=suppress, help=_("answer with one JSON document"))
    return shared


def add_command(
    commands: "Commands[OneLineParser]", name: str, run: Run, help_line: str, *, shared: OneLineParser
) -> OneLineParser:
    """Add a command with its one-line help and return its parser for the rest."""
    made = commands.add_parser(name, help=help_line, description=help_line, parents=[shared])
    made.set_defaults(run=run)
    return made


def add_late(parser: OneLineParser, name: str, *, metavar: str, kind: Callable[[str], object]) -> None:
    """Add a last word that may be left out, and that is found after options too.

    Python's own parser before 3.12.7 gives such a word up where an option stands before it: `put_late` comes after.
    """
    late = parser.add_argument(name, metavar=metavar, type=kind, nargs="?")
    parser.set_defaults(late=late)


def put_late(parser: OneLineParser, args: argparse.Namespace, left: Sequence[str]) -> None:
    """Take the one word the parser left over for the late one; anything else left over is a wrong use (exit 2)."""
    late: argparse.Action | None = getattr(args, "late", None)
    is_it = late is not None and len(left) == 1 and (left[0] == "-" or not left[0].startswith("-"))
    if not (late is not None and is_it and getattr(args, late.dest) is None):
        parser.error(_("not understood: {words}").format(words=" ".join(words(each) for each in left)))
    try:
        setattr(args, late.dest, late.type(left[0]) if callable(late.type) else left[0])
    except argparse.ArgumentTypeError as wrong:
        parser.error(str(wrong))


def marked(argv: Sequence[str]) -> list[str]:
    """Take the first `--` out and mark what follows: after it, nothing is an option."""
    words = list(argv)
    if "--" not in words:
        return words
    at = words.index("--")
    return words[:at] + [_MARK + word if word.startswith("-") and word != "-" else word for word in words[at + 1 :]]


def words(value: str) -> str:
    """Return a text as it was given (an argparse type, so that marks come off)."""
    return value.removeprefix(_MARK)


def whole_number(value: str) -> int:
    """Return a whole number written in digits."""
    if not _NUMBER.fullmatch(words(value)):
        raise argparse.ArgumentTypeError(_("“{value}” is no whole number").format(value=words(value)[:40]))
    return int(words(value))


def numbers(value: str) -> tuple[int, ...]:
    """Return whole numbers with commas between them."""
    return tuple(whole_number(part.strip()) for part in words(value).split(","))
