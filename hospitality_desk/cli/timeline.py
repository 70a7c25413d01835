"""The notes of a problem: add one, tell the guest, keep back, judge, correct, take back, bring back, move."""

import argparse
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import Answer
from hospitality_desk.cli.parser import (
    Commands,
    OneLineParser,
    Run,
    add_command,
    add_late,
    numbers,
    whole_number,
    words,
)
from hospitality_desk.commands.base import Command
from hospitality_desk.commands.incidents import RestoreIncident, WithdrawIncident
from hospitality_desk.commands.timeline import (
    AddNote,
    CorrectNote,
    JudgeThink,
    KeepBack,
    MoveNote,
    RestoreNote,
    TellGuest,
    WithdrawNote,
)
from hospitality_desk.domain.entries import EntryKind, GuestKnows, How, Judgement
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.plain_words import vague_words
from hospitality_desk.domain.text import clean_text
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session

_KINDS = [kind.value for kind in (EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.COST)]
_JUDGEMENTS = {"right": Judgement.RIGHT, "wrong": Judgement.WRONG, "never-known": Judgement.NEVER_KNOWN}


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add note, told, keep-back, judge, correct, withdraw, restore-note and move."""
    note = _on_a_problem(
        commands, shared, "note", run_note, _("Add a note: what you saw, heard, think, did, or what it cost.")
    )
    note.add_argument("kind", metavar="KIND", type=str.lower, choices=_KINDS, help=", ".join(_KINDS))
    note.add_argument("text", metavar="TEXT", type=words)
    note.add_argument(
        "--rests-on", metavar="N,N", type=numbers, default=(), help=_("the saw and heard a think rests on")
    )
    note.add_argument("--follows", metavar="N", type=whole_number, help=_("the think a did follows from"))
    note.add_argument("--keeps", metavar="P", type=whole_number, help=_("the promise a did keeps"))
    _add_mendable(note)
    told = _on_a_problem(
        commands, shared, "told", run_told, _("Write down what the guest was told; their clock starts again.")
    )
    told.add_argument("text", metavar="TEXT", type=words)
    told.add_argument("--tells", metavar="N,N", type=numbers, default=(), help=_("the notes the guest now knows"))
    told.add_argument(
        "--promise", metavar="WHAT", help=_("the thing promised; without it --by promises a word from us")
    )
    told.add_argument("--by", metavar="TIME", help=_("by when; a clock time is the next one after --happened"))
    told.add_argument("--keeps", metavar="P", type=whole_number, help=_("the promise this keeps"))
    told.add_argument("--moves", metavar="P", type=whole_number, help=_("the promise whose new time is --by"))
    told.add_argument("--how", choices=[how.value for how in How], default=How.ALOUD.value)
    told.add_argument("--happened", metavar="TIME", help=_("when they were told, if not now"))
    keep = _on_a_note(commands, shared, "keep-back", run_keep_back, _("Say why the guest is not told of a note."))
    keep.add_argument("--reason", metavar="TEXT", required=True)
    keep.add_argument("--look-again", metavar="TIME", help=_("when to look at it again"))
    judge = _on_a_note(commands, shared, "judge", run_judge, _("Say how a think turned out."))
    judge.add_argument("judgement", metavar="HOW", choices=list(_JUDGEMENTS), help=", ".join(_JUDGEMENTS))
    _add_taking_back(commands, shared)


def _add_taking_back(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    correct = _on_a_note(
        commands, shared, "correct", run_correct, _("Correct a note; the earlier wording stays visible.")
    )
    add_late(correct, "text", metavar="TEXT", kind=words)
    _add_mendable(correct)
    withdraw = _on_a_problem(commands, shared, "withdraw", run_withdraw, _("Take a note back, or the whole problem."))
    add_late(withdraw, "n", metavar="N", kind=whole_number)
    withdraw.add_argument("--reason", metavar="TEXT", required=True)
    say = _("Bring a withdrawn note back, or without N the problem.")
    restore = _on_a_problem(commands, shared, "restore-note", run_restore, say)
    add_late(restore, "n", metavar="N", kind=whole_number)
    move = _on_a_note(commands, shared, "move", run_move, _("Move a note to another problem, where it belongs."))
    move.add_argument("--to", metavar="REF", type=words, required=True, help=_("the other problem's number"))


def _on_a_problem(
    commands: "Commands[OneLineParser]", shared: OneLineParser, name: str, run: Run, help_line: str
) -> OneLineParser:
    made = add_command(commands, name, run, help_line, shared=shared)
    made.add_argument("ref", metavar="REF", type=words, help=_("the problem's number"))
    return made


def _on_a_note(
    commands: "Commands[OneLineParser]", shared: OneLineParser, name: str, run: Run, help_line: str
) -> OneLineParser:
    made = _on_a_problem(commands, shared, name, run, help_line)
    made.add_argument("n", metavar="N", type=whole_number, help=_("the note's number"))
    return made


def _add_mendable(parser: OneLineParser) -> None:
    parser.add_argument("--happened", metavar="TIME", help=_("when it happened"))
    parser.add_argument("--amount", metavar="MINOR", type=whole_number, help=_("what it cost, in cents"))
    knows = parser.add_mutually_exclusive_group()
    knows.add_argument("--guest-knows", dest="knows", action="store_const", const=GuestKnows.KNOWS)
    knows.add_argument("--untold", dest="knows", action="store_const", const=GuestKnows.UNTOLD)


def run_note(session: "Session", args: argparse.Namespace) -> Answer:
    """Add the note."""
    command = AddNote(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        entry_id=session.new_entry(),
        kind=EntryKind(args.kind),
        text=session.text(args.text),
        happened_at=session.last_time(args.happened),
        rests_on=args.rests_on,
        follows=args.follows,
        guest_knows=args.knows,
        keeps=args.keeps,
        amount=args.amount,
    )
    return _entry(session, command)


def run_told(session: "Session", args: argparse.Namespace) -> Answer:
    """Write it down, and name the words that leave a question open."""
    happened = session.last_time(args.happened)
    command = TellGuest(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        entry_id=session.new_entry(),
        text=session.text(args.text),
        happened_at=happened,
        tells=args.tells,
        promise_what=args.promise,
        promise_by=session.next_time(args.by, after=happened),
        keeps=args.keeps,
        moves=args.moves,
        how=How(args.how),
    )
    outcome = session.do(command)
    vague = vague_words(clean_text(command.text).text)
    n = outcome.answer["entry"]
    say = _("“{words}” leaves a question open: {asks}")
    open_questions: list[Json] = [{"words": each.words, "asks": each.asks} for each in vague]
    return Answer(
        document={"entry": n, "vague": open_questions},
        text=lambda: "\n".join(
            [_("Note {n}.").format(n=n), *(say.format(words=each.words, asks=each.asks) for each in vague)]
        ),
        said=outcome.notices,
    )


def run_keep_back(session: "Session", args: argparse.Namespace) -> Answer:
    """Keep it back, with the reason."""
    command = KeepBack(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        note=args.n,
        reason=session.text(args.reason),
        look_again=session.next_time(args.look_again),
    )
    return _entry(session, command)


def run_judge(session: "Session", args: argparse.Namespace) -> Answer:
    """Judge it."""
    incident_id = session.incident_id(args.ref)
    judgement = _JUDGEMENTS[args.judgement]
    return _entry(session, JudgeThink(**session.act(), incident_id=incident_id, note=args.n, judgement=judgement))


def run_correct(session: "Session", args: argparse.Namespace) -> Answer:
    """Correct what is named; the rest stays."""
    if args.text is None and args.happened is None and args.amount is None and args.knows is None:
        raise WrongUse(_("Say what to correct: the text, --happened, --amount, --guest-knows or --untold."))
    command = CorrectNote(
        **session.act(),
        incident_id=session.incident_id(args.ref),
        note=args.n,
        text=session.optional_text(args.text),
        happened_at=session.last_time(args.happened),
        amount=args.amount,
        guest_knows=args.knows,
    )
    return _entry(session, command)


def run_withdraw(session: "Session", args: argparse.Namespace) -> Answer:
    """Withdraw the note, or the problem when no note is named."""
    incident_id, reason = session.incident_id(args.ref), session.text(args.reason)
    if args.n is None:
        return _entry(session, WithdrawIncident(**session.act(), incident_id=incident_id, reason=reason))
    return _entry(session, WithdrawNote(**session.act(), incident_id=incident_id, note=args.n, reason=reason))


def run_restore(session: "Session", args: argparse.Namespace) -> Answer:
    """Bring the note back, or the problem when no note is named."""
    incident_id = session.incident_id(args.ref)
    if args.n is None:
        return _entry(session, RestoreIncident(**session.act(), incident_id=incident_id))
    return _entry(session, RestoreNote(**session.act(), incident_id=incident_id, note=args.n))


def run_move(session: "Session", args: argparse.Namespace) -> Answer:
    """Move the note, and answer with its number there."""
    incident_id, to = session.incident_id(args.ref), session.incident_id(args.to)
    command = MoveNote(**session.act(), incident_id=incident_id, note=args.n, to=to, entry_id=session.new_entry())
    outcome = session.do(command)
    n, number = outcome.answer["entry"], outcome.answer["incident"]
    return Answer(
        document={"entry": n, "incident": number},
        text=lambda: _("Note {n} of #{number}.").format(n=n, number=number),
        said=outcome.notices,
    )


def _entry(session: "Session", command: Command) -> Answer:
    """Do it and answer with the note it made or touched, None when it was the whole problem."""
    outcome = session.do(command)
    n = outcome.answer.get("entry")
    return Answer(
        document={"entry": n},
        text=lambda: _("Done.") if n is None else _("Note {n}.").format(n=n),
        said=outcome.notices,
    )
