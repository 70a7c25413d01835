"""Take out of a text what could tell who it was; needs no house and keeps nothing."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospitality_desk.cli.answer import DONE, REFUSED, Answer, one_line
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command, words
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.text import LONGEST, CleanText, clean_name, clean_text
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _

if TYPE_CHECKING:  # the session brings the store with it, and the finders a while to import; --help needs neither
    from hospitality_desk.cli.session import Session
    from hospitality_desk.domain.deidentify.finds import Find, Known


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add deidentify."""
    say = _("Take out of a text on standard input what could tell who it was; keep nothing.")
    made = add_command(commands, "deidentify", run_deidentify, say, shared=shared)
    made.add_argument(
        "--known",
        metavar="TEXT",
        action="append",
        default=[],
        type=words,
        help=_("a name, phone, table or other words known to point at somebody; may be given more than once"),
    )
    made.add_argument(
        "--jsonl",
        action="store_true",
        help=_('read lines {"id", "text", "known": [...]} and answer each with {"id", "text"}'),
    )


def run_deidentify(session: "Session", args: argparse.Namespace) -> Answer:
    """Replace what is known, what surely points at somebody, and what probably does."""
    # As in _Filter.
    from hospitality_desk.domain.deidentify.finding import known_from_text

    known = tuple(known_from_text(clean_name(each).text) for each in args.known if each.strip())
    if args.jsonl:
        return _Streamed(document=None, text=str, status=_stream(session, known))
    cleaned = clean_text(session.terminal.read())
    found, result = _Filter(known).run(cleaned.text, are_names_told=_has_names(known))
    return Answer(
        document={"text": cleaned.text, "found": [_find_form(each) for each in found], "deidentified": result},
        text=lambda: result,
        said=_cut(cleaned),
    )


def _has_names(known: "tuple[Known, ...]") -> bool:
    from hospitality_desk.domain.deidentify.finds import FindType  # as in _Filter

    return any(each.type == FindType.NAME for each in known)


class _Filter:
    """Finds and replaces with one list of known values."""

    def __init__(self, known: "tuple[Known, ...]") -> None:
        # Phone numbers and the tables of words take a while to import; no other command needs them.
        from hospitality_desk.domain.deidentify.known_list import KnownList

        self.known = known
        self._list = KnownList(known)

    def run(self, text: str, *, are_names_told: bool) -> "tuple[tuple[Find, ...], str]":
        """Return all that was found, and the text in which what needs no person's eye was replaced."""
        from hospitality_desk.domain.deidentify.finding import find_all, for_filter, replaced  # as above

        found = find_all(text, self._list)
        return found, replaced(text, for_filter(found, are_names_told=are_names_told))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Streamed(Answer):
    """An answer whose lines are written already."""

    def written(self, *, as_json: bool) -> str:
        return ""


def _stream(session: "Session", known: "tuple[Known, ...]") -> int:
    """Answer each line as it comes, in order; a line that cannot be read is named and passed over."""
    status = DONE
    kept = _Filter(known)
    for number, line in enumerate(_lines(), 1):
        if not line.strip():
            continue
        try:
            given = _read(line)
        except _Unreadable as trouble:
            session.terminal.warn(_("Line {n}: {reason}").format(n=number, reason=trouble))
            status = REFUSED
            continue
        if kept.known != known + given.known:
            kept = _Filter(known + given.known)
        for sentence in _cut(given.cleaned):
            session.terminal.warn(_("Line {n}: {reason}").format(n=number, reason=sentence))
        _found, result = kept.run(given.cleaned.text, are_names_told=given.are_names_told or _has_names(known))
        session.terminal.say(one_line({"id": given.id, "text": result}))
    return status


class _Unreadable(Exception):
    """Why a line cannot be read, as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """One line as it was given."""

    id: Json
    cleaned: CleanText
    known: "tuple[Known, ...]"
    are_names_told: bool
    """A list of what is known came with it, if only an empty one."""


def _read(line: str) -> _Given:
    from hospitality_desk.domain.deidentify.finding import known_from_text  # as in _Filter

    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise _Unreadable(_("this is no JSON. The other lines go on.")) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise _Unreadable(_('it needs a "text". The other lines go on.'))
    known = record.get("known") or []
    if not isinstance(known, list) or not all(isinstance(each, str) for each in known):
        raise _Unreadable(_('"known" is a list of texts. The other lines go on.'))
    return _Given(
        id=record.get("id"),
        cleaned=clean_text(record["text"]),
        known=tuple(known_from_text(clean_name(each).text) for each in known if each.strip()),
        are_names_told="known" in record,
    )


def _lines() -> Iterator[str]:
    """Yield the lines of standard input as they come; bytes that are no UTF-8 become marks which the gate drops."""
    if sys.stdin is None:
        raise WrongUse(_("There is no standard input to read the text from. Nothing was changed."))
    try:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8-sig", errors="surrogateescape")
    except OSError:
        raise WrongUse(_("Standard input cannot be read. Nothing was changed.")) from None


def _cut(cleaned: CleanText) -> tuple[str, ...]:
    if not cleaned.cut:
        return ()
    say = _("{kept:,} of {all:,} characters read; the text is longer than one text may be.")
    return (say.format(kept=LONGEST, all=LONGEST + cleaned.cut),)


def _find_form(find: "Find") -> Json:
    return {
        "start": find.start,
        "end": find.end,
        "type": find.type.value,
        "value": find.value,
        "replacement": find.replacement,
        "sure": find.sure,
    }
