"""Papers of released stories."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, words
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add pack."""
    say = _("Make one PDF of released stories; refused when a name is found in it.")
    pack = add_command(commands, "pack", run_pack, say, shared=shared)
    pack.add_argument("numbers", metavar="N", type=words, nargs="+", help=_("the stories' numbers, in their order"))
    pack.add_argument("--form", choices=["pack"], default="pack")
    pack.add_argument("--paper", choices=[paper.value for paper in Paper], default=Paper.A4.value)
    pack.add_argument("--title", metavar="T", help=_("what stands at the head of the pages"))
    pack.add_argument("-o", dest="file", metavar="FILE", type=words, required=True, help=_("where the PDF goes"))


def run_pack(session: "Session", args: argparse.Namespace) -> Answer:
    """Make it, look through it, and only then write the file."""
    # Making papers brings ReportLab along, which no other command needs.
    from hospitality_desk.desk.papers import make_pack, write_paper

    story_ids = [session.story_id(number) for number in args.numbers]
    file = Path(args.file)
    made = make_pack(session.desk, session.by, story_ids, Paper(args.paper), title=args.title, file_name=file.name)
    write_paper(file, made)
    session.has_done = True
    say = ngettext("{n} page in {file}. No names or numbers found.", "{n} pages in {file}. No names or numbers found.",
                   made.pages)  # fmt: skip
    return Answer(
        document={"file": str(file), "pages": made.pages, "leaks": []},
        text=lambda: say.format(n=made.pages, file=file),
    )
