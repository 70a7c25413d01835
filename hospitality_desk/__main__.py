"""`python -m hospitality_desk`: the window, or the command line when words follow."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hospitality_desk.words import _

_WITH_A_VALUE = ("--data", "--store", "--as")
"""Options that may stand before a command, with a word of their own behind them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window or one command, and return the exit status."""
    # Each way brings its own libraries along, so they are read in where they are needed: a command needs no Qt.
    from hospitality_desk.cli.main import main as command_line
    from hospitality_desk.cli.main import parse

    words = list(sys.argv[1:] if argv is None else argv)
    if _first_command(words) == "tour":
        return _tour(words)
    if _first_command(words) is not None or any(word in ("--help", "-h", "--version") for word in words):
        return command_line(words)
    try:
        chosen = parse(words)
    except SystemExit as end:  # a wrong use; it is said already
        return int(end.code or 0)
    from hospitality_desk.gui.run import run
    from hospitality_desk.paths import data_folder

    return run(data_folder(chosen.data), chosen.store, chosen.acting)


def _first_command(words: Sequence[str]) -> str | None:
    """Return the first word that is no option and no option's value."""
    rest = iter(words)
    for word in rest:
        if word in _WITH_A_VALUE:
            next(rest, None)
        elif not word.startswith("-"):
            return word
    return None


def _tour(words: Sequence[str]) -> int:
    """Play the purse story in the real window without a screen, and keep pictures of it."""
    import json  # only the tour needs it here

    from hospitality_desk.cli.parser import OneLineParser, everywhere

    parser = OneLineParser(prog="hospitality-desk tour", parents=[everywhere()])
    parser.add_argument("command", choices=["tour"], metavar="tour", help=_("the purse story, in pictures"))
    parser.add_argument("-o", dest="folder", metavar="DIR", required=True, help=_("where the pictures go"))
    chosen = parser.parse_args(list(words))
    from hospitality_desk.gui.pictures import take_pictures  # brings Qt and the whole window along

    try:
        taken = take_pictures(Path(chosen.folder))
    except OSError:
        say = _("The pictures cannot be written to {folder}. Name another folder.")
        sys.stderr.write(say.format(folder=chosen.folder) + "\n")
        return 1
    if getattr(chosen, "json", False):
        sys.stdout.write(json.dumps(taken, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_("The pictures are in {folder}").format(folder=chosen.folder) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
