"""Hostile strings as log line, note and word to the guest: the same text on both stores, or one clear refusal."""

import json
from collections.abc import Callable

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.text import clean_text, has_a_word
from hospitality_desk.errors import Refused
from tests.helpers.evening import Evening
from tests.helpers.shared import shared_file

MORE = [
    "",
    " ",
    "a",
    "\0",
    "\ud800x",
    "x" * 1_000_000,
    "line\n" * 100_000,
    "a\u2029b",
    "\u0663\u0664",
    "4111 1111 1111 1111 x",
]


def refused(act: Callable[[], object]) -> str | None:
    """Return the sentence of a refusal, None when it was done."""
    try:
        act()
    except Refused as error:
        return error.say
    return None


def test_every_hostile_string_is_stored_as_the_gate_leaves_it(evening: Evening) -> None:
    strings = [*json.loads(shared_file("17_naughty_strings/blns.json").read_text(encoding="utf-8")), *MORE]
    elsewhere = evening.log("where a note without a word would go")
    stored = 0
    for typed in strings:
        kept = clean_text(typed).text
        made: list[IncidentId] = []
        why = refused(lambda: made.append(evening.log(typed)))  # noqa: B023 - called at once
        assert (why is None) is has_a_word(kept)
        where = made[0] if made else elsewhere
        assert refused(lambda: evening.note(where, EntryKind.SAW, typed)) == why  # noqa: B023 - called at once
        if made:
            stored += 1
            assert [note.text for note in evening.whole(made[0]).notes] == [kept, kept]
        else:
            assert why == "Write at least one word."
    assert stored > 450
    assert all(check.ok for check in evening.desk.check())
