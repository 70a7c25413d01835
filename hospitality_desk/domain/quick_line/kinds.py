"""Guesses what the problem is about, and reads how bad it is."""

from functools import cache

from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText, phrase_at
from hospitality_desk.domain.quick_line.words import KindPair, LineWords, Phrase

_MOST = 200
_NEGATION_REACH = 3
_SERIOUS, _MINOR, _MIDDLING = "serious", "minor", "middling"


def find_kind(line: LineText, context: LineContext) -> Part | None:
    """Guess the kind by the loudest words; none when nothing speaks. Never sure."""
    words = context.words
    scores: dict[str, int] = {}
    loudest: dict[str, tuple[int, int, int]] = {}
    for kind, weight, first, after in _signs(line, words):
        if kind == words.praise and _is_negated(line, first, words):
            continue
        scores[kind] = scores.get(kind, 0) + weight
        if kind not in loudest or weight > loudest[kind][0]:
            loudest[kind] = (weight, first, after)
    if not scores:
        return None
    others = [kind for kind in scores if kind != words.praise]
    kind = max(others or scores, key=lambda one: (loudest[one][0], scores[one], -loudest[one][1]))
    _weight, first, after = loudest[kind]
    return _part(line, PartName.KIND, kind, first, after, sure=False)


def find_severities(line: LineText, context: LineContext) -> list[Part]:
    """Find how bad it is: said, or guessed from words like ambulance."""
    words = context.words
    said: list[Part] = []
    guessed: list[Part] = []
    minors = {phrase[0] for phrase in words.minor}
    for at, word in enumerate(line.words):
        if word in minors:
            length = phrase_at(line, at, words.minor)
            if length:
                said.append(_part(line, PartName.SEVERITY, _MINOR, at, at + length, sure=True))
        if (
            word in words.serious
            and not _is_negated(line, at, words)
            and line.word(at + 1) not in words.not_severity_after
        ):
            said.append(_part(line, PartName.SEVERITY, _SERIOUS, at, at + 1, sure=True))
        elif word in words.middling:
            said.append(_part(line, PartName.SEVERITY, _MIDDLING, at, at + 1, sure=True))
        elif word in words.alarming and not guessed and not _is_negated(line, at, words):
            guessed.append(_part(line, PartName.SEVERITY, _SERIOUS, at, at + 1, sure=False))
        elif word == "allergic" and line.word(at + 1) == "reaction":
            guessed.append(_part(line, PartName.SEVERITY, _SERIOUS, at, at + 2, sure=False))
        if len(said) > 20:
            break
    return said or guessed[:1]


def _part(line: LineText, name: PartName, value: str, first: int, after: int, *, sure: bool) -> Part:
    start, end = line.span(first, after)
    return Part(part=name, value=value, raw=line.typed[start:end], start=start, end=end, sure=sure)


def _is_negated(line: LineText, at: int, words: LineWords) -> bool:
    """Say whether a "not" stands a few words before, in the same clause."""
    for before in range(at - 1, max(-1, at - 1 - _NEGATION_REACH), -1):
        word = line.words[before]
        if word in words.negations:
            return True
        if not word[0].isalnum():
            return False
    return False


@cache
def _table(words: LineWords) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(words.kinds, key=len, reverse=True):
        table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


@cache
def _pair_starts(words: LineWords) -> dict[str, tuple[tuple[KindPair, frozenset[str]], ...]]:
    """For each word that can come first in a pair: the pair, and the words that may follow."""
    table: dict[str, tuple[tuple[KindPair, frozenset[str]], ...]] = {}
    for pair in words.kind_pairs:
        for word in pair.first:
            table[word] = (*table.get(word, ()), (pair, pair.second))
        for word in pair.second if pair.either_order else ():
            table[word] = (*table.get(word, ()), (pair, pair.first))
    return table


def _signs(line: LineText, words: LineWords) -> list[tuple[str, int, int, int]]:
    """Everything that speaks for a kind: kind, how loudly, first word, word behind."""
    phrases, pairs = _table(words), _pair_starts(words)
    found: list[tuple[str, int, int, int]] = []
    for at, word in enumerate(line.words):
        if word in phrases:
            length = phrase_at(line, at, phrases[word])
            if length:
                kind, weight = words.kinds[tuple(line.words[at : at + length])]
                found.append((kind, weight, at, at + length))
        for pair, seconds in pairs.get(word, ()):
            for other in range(at + 1, min(len(line.words), at + 2 + pair.gap)):
                if line.words[other] in ".;!?\n":
                    break
                if line.words[other] in seconds:
                    found.append((pair.kind, pair.weight, at, other + 1))
                    break
        if len(found) > _MOST:
            break
    return found
