"""What a decision does to a story: the value is replaced wherever it stands, or stays for a reason."""

import re
from dataclasses import replace

from hospitality_desk.domain.deidentify.finding import replaced
from hospitality_desk.domain.deidentify.finds import Find, FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.pieces import changed_everywhere
from hospitality_desk.domain.stories.scenes import Decision, StoryText
from hospitality_desk.domain.text import folded

_DISGUISED = frozenset({FindType.NAME, FindType.PHONE, FindType.EMAIL})
"""What a decision goes after in every writing of it; all else only as it is written, whatever its case."""


def decided(text: StoryText, decision: Decision) -> StoryText:
    """Return the story with one more decision; one on the same value takes the place of the earlier.

    A value that is replaced goes from every piece, in whatever disguise it stands there. Where an earlier decision
    has already put its own words in, those words are changed for the new ones, but for what the editor wrote.
    """
    before = next((each for each in text.decisions if folded(each.value) == folded(decision.value)), None)
    others = tuple(each for each in text.decisions if each is not before)
    with_it = replace(text, decisions=(*others, decision))
    if decision.replacement is None:
        return with_it
    # A word that is no name of anybody we know has no disguises: "the Bronx. The host" is not a name turned round.
    listed = [Known(value=decision.value, type=decision.type, replacement=decision.replacement)]
    known = KnownList(listed if decision.type in _DISGUISED else ())
    new = decision.replacement
    changed = changed_everywhere(
        with_it, lambda piece: replaced(piece, _joined(known.finds(piece), _literal(piece, decision.value, new)))
    )
    if before is None or not before.replacement or _shared(before.replacement, others):
        return changed
    words = before.replacement
    return changed_everywhere(
        changed, lambda piece: replaced(piece, _literal(piece, words, new)), besides_the_editors=True
    )


def _shared(words: str, others: tuple[Decision, ...]) -> bool:
    """Tell whether these words stand for other values too: then nobody can tell whose they are."""
    return any(each.replacement is not None and folded(each.replacement) == folded(words) for each in others)


def _literal(piece: str, value: str, replacement: str) -> tuple[Find, ...]:
    """Return where a value stands just as it is written, whatever its case, as words of their own."""
    standing = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)", re.IGNORECASE)
    return tuple(
        Find(
            start=at.start(), end=at.end(), type=FindType.WORD, value=at.group(), replacement=replacement, sure=True,
            known=value,
        )
        for at in standing.finditer(piece)
    )  # fmt: skip


def _joined(first: tuple[Find, ...], second: tuple[Find, ...]) -> tuple[Find, ...]:
    """Return both in order; where two overlap, the first kind stands."""
    free = [each for each in second if all(each.end <= has.start or each.start >= has.end for has in first)]
    return tuple(sorted((*first, *free), key=lambda each: each.start))
