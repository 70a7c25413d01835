"""Says what happened in the words typed: the line without its recognised parts, tidied."""

import re
from collections.abc import Iterable

from hospitality_desk.domain.quick_line.digits import without_phones
from hospitality_desk.domain.quick_line.english import ENGLISH

_HOLE = "\0"
_MARKS = ",;:."
_OWN = re.compile(r"\0['’]s\b")
_CUT = re.compile(r"[^\w\s\0]|_|\0|[^\W_]+(?:['’][^\W_]+)*")


Spans = Iterable[tuple[int, int]]


def gist_of(text: str, taken: Spans, phones: Spans) -> str:
    """Take spans out of a text; when no word is left, give the whole text without phone numbers."""
    shown = _tidy(_OWN.sub(_HOLE, _HOLE.join(_pieces(text, taken))) + _HOLE)
    if not any(one.isalnum() for one in shown):
        shown = " ".join(" ".join(_pieces(text, phones)).split())
    return shown[:1].upper() + shown[1:]


def _pieces(text: str, taken: Spans) -> list[str]:
    """What stands between the spans, without anything that may be a phone number."""
    pieces: list[str] = []
    at = 0
    for start, end in taken:
        pieces.append(text[at:start])
        at = max(at, end)
    return [without_phones(piece.replace(_HOLE, " ")) for piece in (*pieces, text[at:])]


def _tidy(text: str) -> str:
    """Drop small words left hanging before a hole ("at the"), doubled marks, marks at the ends and odd spaces."""
    kept: list[tuple[str, bool]] = []
    for found in _CUT.finditer(text):
        word = found.group()
        before = text[found.start() - 1 : found.start()]
        if word == _HOLE:
            while kept and kept[-1][0].lower() in ENGLISH.dangling:
                kept.pop()
        kept.append((word, not before or before.isspace() or before == _HOLE))
    return _joined(kept)


def _joined(kept: list[tuple[str, bool]]) -> str:
    shown = ""
    for word, spaced in kept:
        if word == _HOLE:
            continue
        if word in _MARKS and (not shown or shown[-1] in _MARKS):
            continue
        joint = "" if not shown or not spaced or word in _MARKS else " "
        shown += joint + word
    return shown.strip(" ,;:-/&")
