"""Which words of names are believed: those that stand together, have a title, or carry their capital inside a sentence.

Believed words of one name become one span, with the title before it and the small words between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hospitality_desk.domain.deidentify.name_keys import Hit, NameKeys, Rule
from hospitality_desk.domain.deidentify.ordinary_words import ORDINARY
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.quick_line.english import ENGLISH

_JOINERS = frozenset("-.,'&")
_CUES = frozenset(["named", "called", "name", "surname", "names"])
_PAST_CUES = frozenset(["is", "was", ":", "under"])
_BEFORE_NAMES = _CUES | frozenset(ENGLISH.titles)
_NEAR = 24
"""Characters between two parts of one name, at most."""
_SAYING = ENGLISH.name_verbs - frozenset(
    ["is", "was", "has", "want", "wants", "can't", "cannot", "isn't", "doesn't", "hasn't", "needs"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A believed name: positions in `line.plain`, which known it is, and whether that is sure."""

    start: int
    end: int
    known: int
    sure: bool


def believed(seen: SeenText, hits: Sequence[Hit], keys: NameKeys) -> Iterator[NameSpan]:
    """Yield the names that are believed, in order."""
    inside = {hit.word for hit in hits if hit.rule == Rule.CAPITAL and _is_inside_capital(seen, hit)}
    for group in _groups(seen, _worth_asking(seen, hits), keys):
        known = _known_of(group)
        verdict = [_counts(seen, hit, len(group) > 1, inside) for hit in group]
        together = sum(hit.rule < Rule.BESIDE for hit in group) > 1
        if not together and not any(one is not None for one in verdict):
            continue
        believed_hits = group if together else [h for h, one in zip(group, verdict, strict=True) if one is not None]
        if any(hit.rule == Rule.BESIDE for hit in group) and not together:
            believed_hits = group
        sure = together or any(verdict)
        meant = believed_hits[0].knowns if len(group) == 1 else (known,)
        parts = frozenset[str]().union(*(keys.parts.get(one, frozenset()) for one in meant))
        yield NameSpan(
            start=_with_lead(seen, believed_hits[0].start, parts),
            end=_with_tail(seen, believed_hits[-1].end, parts),
            known=known,
            sure=sure,
        )


def _worth_asking(seen: SeenText, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out everyday words in small letters that stand apart from every other hit: nearly all of many."""
    kept: list[Hit] = []
    line, last = seen.line, len(hits) - 1
    for number, hit in enumerate(hits):
        if hit.rule != Rule.FREE and line.plain[hit.start].islower():
            is_near = (number and hit.start - hits[number - 1].end < _NEAR) or (
                number < last and hits[number + 1].start - hit.end < _NEAR
            )
            at = seen.word_at(hit.start)
            before = line.word(at - 1)
            if not is_near and before not in _BEFORE_NAMES and line.word(at - 2) not in _BEFORE_NAMES:
                continue
        kept.append(hit)
    return kept


def _known_of(group: Sequence[Hit]) -> int:
    common = set(group[0].knowns)
    for hit in group[1:]:
        common &= set(hit.knowns)
    return min(common) if common else group[0].knowns[0]


def _groups(seen: SeenText, hits: Sequence[Hit], keys: NameKeys) -> Iterator[list[Hit]]:
    """Yield hits that stand side by side and may be parts of the same name."""
    group: list[Hit] = []
    common: set[int] = set()
    for hit in hits:
        shared = common & set(hit.knowns)
        if group and shared and _is_beside(seen, group[-1], hit, keys, shared):
            group.append(hit)
            common = shared
            continue
        if group:
            yield group
        group, common = [hit], set(hit.knowns)
    if group:
        yield group


def _is_beside(seen: SeenText, left: Hit, right: Hit, keys: NameKeys, shared: set[int]) -> bool:
    if right.start - left.end > _NEAR:
        return False
    line = seen.line
    first, after = seen.word_at(left.end), seen.word_at(right.start)
    if line.word(first) == "." and first < after and not line.glued(first) and left.end - left.start > 1:
        return False
    allowed = frozenset().union(*(keys.parts.get(known, frozenset()) for known in shared))
    return all(
        word in _JOINERS or word.replace("'", "") in allowed or len(word) == 1 or word in ENGLISH.particles
        for word in line.words[first:after]
    ) and all(mark not in line.words[first:after] for mark in ("and", "&"))


def _is_inside_capital(seen: SeenText, hit: Hit) -> bool:
    at = seen.word_at(hit.start)
    return seen.line.is_capital(at) and not seen.opens_sentence(at) and not seen.is_shouted


def _counts(seen: SeenText, hit: Hit, beside: bool, inside: set[str]) -> bool | None:
    """Tell whether a hit counts and is sure (True), counts as a question (False), or does not count."""
    line, at = seen.line, seen.word_at(hit.start)
    if hit.rule == Rule.FREE:
        return hit.sure
    if hit.rule == Rule.BESIDE:
        return None
    if _is_titled(seen, at) or _is_named(seen, at):
        return True
    if not line.is_capital(at):
        return None
    if hit.rule == Rule.SHORT:
        return True
    if seen.is_shouted:
        return False
    if not seen.opens_sentence(at) or hit.word in inside or beside:
        return True
    following = seen.word_at(hit.end)
    possessive = line.plain[hit.end : hit.end + 2].lower() == "'s"
    is_acting = line.word(following) in _SAYING and (len(hit.word) > 2 or hit.word not in ORDINARY)
    return possessive or is_acting


def _is_titled(seen: SeenText, at: int) -> bool:
    line = seen.line
    before = at - 1 - (line.word(at - 1) == "." and at > 1)
    title = line.word(before)
    return title in ENGLISH.titles and (title not in ENGLISH.common_titles or line.is_capital(before))


def _is_named(seen: SeenText, at: int) -> bool:
    """Tell whether "name is" or "called" stands before: then a name may have lost its capital."""
    line = seen.line
    before = line.word(at - 1)
    return before in _CUES or (before in _PAST_CUES and line.word(at - 2) in _CUES)


def _with_lead(seen: SeenText, start: int, parts: frozenset[str]) -> int:
    """Take in the title, the initial and the small words of the name that stand right before."""
    line = seen.line
    first = seen.word_at(start)
    while first > 0 and line.word(first - 1) in parts & ENGLISH.particles:
        first -= 1
    initials = {part[0] for part in parts if part}
    at = first - 1 - (line.word(first - 1) == ".")
    if at >= 0 and line.word(at) in initials and line.is_capital(at) and line.word(at) != "i":
        first = at
    while True:
        at = first - 1 - (line.word(first - 1) == "." and first > 1)
        if at < 0 or line.word(at) not in ENGLISH.titles or "\n\n" in seen.gap(at):
            break
        if line.word(at) in ENGLISH.common_titles and not (line.is_capital(at) and len(line.word(at)) > 1):
            break
        first = at
        joined = line.word(at - 1) in ENGLISH.joining and line.word(at - 2) in ENGLISH.titles
        first -= joined
    return min(start, line.starts[first])


def _with_tail(seen: SeenText, end: int, parts: frozenset[str]) -> int:
    """Take in the initial that stands right behind: Maria R."""
    line = seen.line
    after = seen.word_at(end)
    word = line.word(after)
    is_initial = len(word) == 1 and word.isalpha() and line.is_capital(after) and word != "i"
    if is_initial and any(part.startswith(word) for part in parts) and line.starts[after] - end == 1:
        if line.glued(after) and line.word(after + 1)[:1].isalnum():
            return end
        dot = line.word(after + 1) == "." and line.glued(after) and after + 2 < len(line.words)
        return line.ends[after + dot]
    return end
