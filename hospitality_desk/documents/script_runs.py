"""Which shipped cut draws each letter of a text in mixed scripts, so that Qt need not guess."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from hospitality_desk.documents.fonts import OTHER_SCRIPTS, STANDS_IN, Cut, characters

_EMOJI = "NotoEmoji-Regular"
_MAKES_EMOJI = frozenset("\ufe0f\u20e3")
"""Behind a character these ask for its picture."""
_FOLLOWS = ("Mn", "Me", "Mc", "Cf", "Sk")
_NEUTRAL = frozenset(["EN", "ES", "ET", "CS", "WS", "ON", "B", "S", "AN", "NSM", "BN"])
"""Bidirectional classes of what belongs to no script: figures, marks, spaces (UAX 9, table 4)."""


def runs(text: str, cut: Cut) -> Iterator[tuple[int, int, str | None]]:
    """Give the text's pieces (start, end) with the cut that draws each; None for what only a system's font may have.

    Marks and joiners stay with the letter before them; figures and spaces with the script around them.
    """
    start, before = 0, _first(text, cut)
    for at, char in enumerate(text):
        chosen = _chosen(char, text[at + 1 : at + 2], before, cut)
        if chosen != before:
            if at > start:
                yield start, at, before
            start, before = at, chosen
    if text:
        yield start, len(text), before


def _first(text: str, cut: Cut) -> str | None:
    """Return what draws the first letter that belongs to a script: what stands before it goes with it."""
    letter = next((char for char in text if unicodedata.bidirectional(char) not in _NEUTRAL), None)
    return _covering(letter, cut) if letter else cut


def _chosen(char: str, behind: str, before: str | None, cut: Cut) -> str | None:
    if behind in _MAKES_EMOJI and char in characters(_EMOJI):
        return _EMOJI
    if unicodedata.category(char) in _FOLLOWS and (
        before is None or char in characters(before) or char in "\u200d\ufe0f"
    ):
        return before
    is_script = unicodedata.bidirectional(char) not in _NEUTRAL
    if not is_script and before and before != _EMOJI and char in characters(before):
        return before
    return _covering(char, cut)


@cache
def _covering(char: str, cut: Cut) -> str | None:
    order = dict.fromkeys([cut, STANDS_IN.get(cut, cut), Cut.SANS, *OTHER_SCRIPTS])
    return next((name for name in order if char in characters(name)), None)
