"""`python -m hospitality_desk`: the window, or the command line when words follow."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.folder import chosen_folder
from hospitality_desk.cli.main import main as command_line
from hospitality_desk.errors import FileTrouble, WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; the window's first paint needs none
    from hospitality_desk.cli.session import Session

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What names a screen on Linux; without any, Qt would end the process with words of its own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window or one command, and return the exit status."""
    return command_line(sys.argv[1:] if argv is None else argv, window=open_window, tour=run_tour)


def open_window(args: argparse.Namespace) -> int:
    """Open the window on this PC's folder."""
    folder = chosen_folder(args.data)
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        say = _("There is no screen here for the window. Work by command (see --help); tour -o DIR makes pictures.")
        raise WrongUse(say)
    from hospitality_desk.gui.run import run  # brings Qt along, which no command needs

    return run(folder, args.store, args.acting)


def run_tour(session: "Session", args: argparse.Namespace) -> Answer:
    """Play the purse story in the real window without a screen, and keep pictures of it."""
    from hospitality_desk.gui.pictures import take_pictures  # brings Qt along, which no other command needs

    try:
        taken = take_pictures(Path(args.folder))
    except OSError:
        say = _("The pictures cannot be written to {folder}. Name another folder.")
        raise FileTrouble(say.format(folder=args.folder)) from None
    return Answer(document=taken, text=lambda: _("The pictures are in {folder}").format(folder=args.folder))


if __name__ == "__main__":
    sys.exit(main())
