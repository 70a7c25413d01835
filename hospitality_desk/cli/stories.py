"""Stories: draw one from a settled problem, write it well, decide its names, have it read, release it."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, Run, add_command, add_late, whole_number, words
from hospitality_desk.cli.story_form import list_text, row_json, story_json, story_text
from hospitality_desk.commands.base import Command
from hospitality_desk.domain.ids import StoryId, new_id
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add story and its verbs."""
    say = _("Stories for training: draw, write, decide, read, release, withdraw.")
    story = add_command(commands, "story", run_list, say, shared=shared)
    verbs = story.add_subparsers(dest="verb", metavar="VERB", required=True, title=_("verbs"))
    add_command(verbs, "list", run_list, _("List the stories, the one changed last first."), shared=shared)
    start = add_command(verbs, "start", run_start, _("Draw a story from a settled problem."), shared=shared)
    add_late(start, "ref", metavar="REF", kind=words)
    start.add_argument("--blank", action="store_true", help=_("a story that was never a problem"))
    start.add_argument("--title", metavar="T")
    _add_writing(verbs, shared)
    decide = _numbered(verbs, "decide", run_decide, _("Decide what becomes of a name or number."), shared)
    decide.add_argument("value", metavar="VALUE", type=words)
    add_late(decide, "replacement", metavar="REPLACEMENT", kind=words)
    decide.add_argument("--keep", action="store_true", help=_("it may stay"))
    decide.add_argument("--reason", metavar="TEXT", help=_("why it may stay"))
    for name, run, help_line in (
        ("show", run_show, _("Show a story whole.")),
        ("check", run_show, _("Look what in a story is still undecided.")),
        ("read", run_read, _("Read a story as the second person, and find nobody in it.")),
        ("release", run_release, _("Release a story: it may be printed and told.")),
        ("withdraw", run_withdraw, _("Withdraw a story: it is printed and told no more.")),
    ):
        verb = _numbered(verbs, name, run, help_line, shared)
        if name in ("read", "release"):
            verb.add_argument("--seen", metavar="HASH", help=_("the hash of the text you read, as show --json has it"))


def _add_writing(verbs: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    write = _numbered(verbs, "write", run_write, _("Write a scene anew."), shared)
    write.add_argument("scene", metavar="SCENE", choices=[scene.value for scene in Scene])
    write.add_argument("text", metavar="TEXT", type=words)
    title = _numbered(verbs, "title", run_title, _("Give a story its title, and the line under it."), shared)
    title.add_argument("text", metavar="TEXT", type=words)
    title.add_argument("--subtitle", metavar="TEXT", help=_("the line under the title; empty takes it away"))
    question = _numbered(verbs, "question", run_question, _("Add a question to talk about."), shared)
    question.add_argument("text", metavar="TEXT", type=words)
    question.add_argument("--change", metavar="K", type=whole_number, help=_("write question K anew; empty removes it"))
    behaviour = _numbered(verbs, "behaviour", run_behaviour, _("Say which behaviour shows in which note."), shared)
    behaviour.add_argument("name", metavar="NAME", type=words)
    where = behaviour.add_mutually_exclusive_group(required=True)
    where.add_argument("--entry", metavar="E", type=whole_number, help=_("the note it shows in"))
    where.add_argument("--remove", action="store_true", help=_("take it away"))
    margin = _numbered(verbs, "margin", run_margin, _("Write the words beside a note's mark in the margin."), shared)
    margin.add_argument("entry", metavar="E", type=whole_number, help=_("the note's number"))
    margin.add_argument("label", metavar="TEXT", type=words, help=_("empty takes the mark away"))


def _numbered(
    verbs: "Commands[OneLineParser]", name: str, run: Run, help_line: str, shared: OneLineParser
) -> OneLineParser:
    verb = add_command(verbs, name, run, help_line, shared=shared)
    verb.add_argument("n", metavar="N", type=words, help=_("the story's number"))
    return verb


def run_list(session: "Session", args: argparse.Namespace) -> Answer:
    """Answer with every story's line."""
    rows = session.stories()
    return Answer(document=[row_json(row) for row in rows], text=lambda: list_text(rows))


def run_start(session: "Session", args: argparse.Namespace) -> Answer:
    """Draw it, or begin a blank one; answer with the story."""
    # The rules of names bring the phone numbers along, which take a while to import.
    from hospitality_desk.commands.stories import DrawStory, StartStory

    story_id = StoryId(new_id())
    if args.blank:
        if args.ref is not None or not args.title:
            raise WrongUse(_("A blank story takes --title and no problem: story start --blank --title T."))
        return _did(session, story_id, StartStory(**session.act(), story_id=story_id, title=args.title))
    if args.ref is None:
        raise WrongUse(_("Say which problem: story start REF; or story start --blank --title T."))
    incident_id = session.incident_id(args.ref)
    drawn = DrawStory(**session.act(), story_id=story_id, incident_id=incident_id, title=args.title)
    return _did(session, story_id, drawn)


def run_show(session: "Session", args: argparse.Namespace) -> Answer:
    """Answer with the story."""
    return _answer(session, session.story_id(args.n))


def run_write(session: "Session", args: argparse.Namespace) -> Answer:
    """Write it."""
    from hospitality_desk.commands.stories import WriteScene  # as in run_start

    story_id, text = session.story_id(args.n), session.text(args.text)
    return _did(session, story_id, WriteScene(**session.act(), story_id=story_id, scene=Scene(args.scene), text=text))


def run_title(session: "Session", args: argparse.Namespace) -> Answer:
    """Give it."""
    from hospitality_desk.commands.stories import TitleStory  # as in run_start

    story_id, title = session.story_id(args.n), session.text(args.text)
    return _did(session, story_id, TitleStory(**session.act(), story_id=story_id, title=title, subtitle=args.subtitle))


def run_question(session: "Session", args: argparse.Namespace) -> Answer:
    """Add it, or change the one that is named."""
    from hospitality_desk.commands.stories import WriteQuestion  # as in run_start

    story_id, text = session.story_id(args.n), session.text(args.text)
    return _did(session, story_id, WriteQuestion(**session.act(), story_id=story_id, text=text, n=args.change))


def run_behaviour(session: "Session", args: argparse.Namespace) -> Answer:
    """Tie it, or take it away."""
    from hospitality_desk.commands.stories import ShowBehaviour  # as in run_start

    story_id = session.story_id(args.n)
    return _did(session, story_id, ShowBehaviour(**session.act(), story_id=story_id, name=args.name, entry=args.entry))


def run_margin(session: "Session", args: argparse.Namespace) -> Answer:
    """Write it."""
    from hospitality_desk.commands.stories import LabelMoment  # as in run_start

    story_id = session.story_id(args.n)
    return _did(session, story_id, LabelMoment(**session.act(), story_id=story_id, entry=args.entry, label=args.label))


def run_decide(session: "Session", args: argparse.Namespace) -> Answer:
    """Decide it: other words, or it stays."""
    from hospitality_desk.commands.stories import DecideValue  # as in run_start

    if args.keep == (args.replacement is not None):
        raise WrongUse(_("Say what stands in its place, or --keep --reason TEXT."))
    story_id = session.story_id(args.n)
    decision = DecideValue(
        **session.act(), story_id=story_id, value=args.value, replacement=args.replacement, reason=args.reason
    )
    return _did(session, story_id, decision)


def run_read(session: "Session", args: argparse.Namespace) -> Answer:
    """Read it; refused for an author, and while something is undecided."""
    from hospitality_desk.commands.stories import ReadStory  # as in run_start

    story_id = session.story_id(args.n)
    return _did(session, story_id, ReadStory(**session.act(), story_id=story_id, seen=args.seen))


def run_release(session: "Session", args: argparse.Namespace) -> Answer:
    """Release it; refused with what is open."""
    from hospitality_desk.commands.stories import ReleaseStory  # as in run_start

    story_id = session.story_id(args.n)
    return _did(session, story_id, ReleaseStory(**session.act(), story_id=story_id, seen=args.seen))


def run_withdraw(session: "Session", args: argparse.Namespace) -> Answer:
    """Withdraw it."""
    from hospitality_desk.commands.stories import WithdrawStory  # as in run_start

    story_id = session.story_id(args.n)
    return _did(session, story_id, WithdrawStory(**session.act(), story_id=story_id))


def _did(session: "Session", story_id: StoryId, command: Command) -> Answer:
    outcome = session.do(command)
    return _answer(session, story_id, outcome.notices)


def _answer(session: "Session", story_id: StoryId, said: tuple[str, ...] = ()) -> Answer:
    found = session.story(story_id)
    return Answer(document=story_json(found), text=lambda: story_text(found), said=said)
