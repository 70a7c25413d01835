"""The sample venue: a house with an evening under way and eight weeks behind it, to look around and practise in."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add demo."""
    add_command(commands, "demo", run_demo, _("Load the sample venue into an empty folder."), shared=shared)


def run_demo(session: "Session", args: argparse.Namespace) -> Answer:
    """Load it; refused where a house stands already."""
    # The stories are read in for this one command alone.
    from hospitality_desk.desk.sample import SAMPLE_NAME, load_sample

    counts = load_sample(session.address)
    session.has_done = True
    say = _("{name} is ready in {where}: {incidents} problems, {people} people. Nobody in it is real.")
    next_step = _("Open the window to look around, or see who waits now: hospitality-desk board")
    return Answer(
        document={"incidents": counts.incidents, "people": counts.people, "stories": counts.stories},
        text=lambda: (
            say.format(name=SAMPLE_NAME, where=session.address.data, incidents=counts.incidents, people=counts.people)
            + f"\n{next_step}"
        ),
    )
