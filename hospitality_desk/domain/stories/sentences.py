"""A text in sentences, and which notes each still rests on after a person has rewritten it."""

import re
from collections import deque

from hospitality_desk.domain.quick_line.words import word_set
from hospitality_desk.domain.stories.likeness import Free
from hospitality_desk.domain.stories.scenes import Sentence
from hospitality_desk.domain.text import folded

_ENDS = re.compile(r"(?<=[.!?…])[\"”’»)\]]*(?=\s)|(?<=[。！？؟।។])[\"”’»」)\]]*")
_SHORT = word_set(
    """
    mr mrs ms dr prof sr sra st no nr vs etc approx min max a.m p.m e.g i.e fr hr bzw ca ggf z.b d.h
    """
)
"""What ends in a point without ending a sentence."""
_FEW = 600
"""Pairs of an old and a new sentence up to which every one is compared."""


def split_sentences(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the sentences of a text in order, each with whether it begins a further paragraph (a line break)."""
    found: list[tuple[str, bool]] = []
    for n, paragraph in enumerate(line for line in text.splitlines() if line.strip()):
        for k, sentence in enumerate(_sentences(" ".join(paragraph.split()))):
            found.append((sentence, n > 0 and k == 0))
    return tuple(found)


def _sentences(line: str) -> list[str]:
    cut: list[str] = []
    begin = 0
    for end in _ENDS.finditer(line):
        piece = line[begin : end.end()].strip()
        if piece and not _is_open(piece) and not _goes_on(piece, line[end.end() :]):
            cut.append(piece)
            begin = end.end()
    rest = line[begin:].strip()
    return [*cut, rest] if rest else cut


def _is_open(piece: str) -> bool:
    """Tell whether a quotation is not closed yet: what somebody says in several sentences stays together."""
    return piece.count('"') % 2 == 1 or any(piece.count(a) > piece.count(b) for a, b in ("“”", "«»", "「」"))


def _goes_on(piece: str, rest: str) -> bool:
    """Tell whether the point at the end was that of "Mr." or "M.", or small letters follow: no sentence ends there."""
    if not piece.endswith("."):
        return rest.lstrip()[:1].islower() and piece[-1] not in "。！？؟।។"
    last = folded(piece.split()[-1]).strip("“\"'(.")
    return last in _SHORT or (len(last) == 1 and last.isalpha()) or rest.lstrip()[:1].islower()


def as_sentence(text: str) -> str:
    """Return a note's own words as a sentence: a capital first, a point at the end unless one stands there."""
    plain = " ".join(text.split()).strip()
    if not plain:
        return ""
    plain = plain[0].upper() + plain[1:]
    return plain if plain[-1] in ".!?…。！？؟।។" or plain[-1] in '"”’»」)' else plain.rstrip(",;:") + "."


def rewritten(before: tuple[Sentence, ...], text: str) -> tuple[Sentence, ...]:
    """Return a new text in sentences; each keeps the notes of the sentence it was, or grew out of.

    The same words keep theirs; a changed sentence keeps those of the most alike one that is free; any other rests on
    nothing and is the editor's. The same two texts always give the same answer.
    """
    pieces = split_sentences(text)
    same: dict[str, deque[int]] = {}
    for n, sentence in enumerate(before):
        same.setdefault(sentence.text, deque()).append(n)
    came_from: dict[int, int] = {}
    for k, (piece, _opens) in enumerate(pieces):
        if same.get(piece):
            came_from[k] = same[piece].popleft()
    changed = [k for k in range(len(pieces)) if k not in came_from]
    free = Free({n: folded(before[n].text) for n in sorted(set(range(len(before))) - set(came_from.values()))})
    free.compares_all = len(changed) * len(free.texts) <= _FEW
    for k in changed:
        best = free.most_alike(folded(pieces[k][0]))
        if best is not None:
            came_from[k] = best
            free.take(best)
    return tuple(
        Sentence(text=piece, entries=before[came_from[k]].entries if k in came_from else (), opens=opens)
        for k, (piece, opens) in enumerate(pieces)
    )
