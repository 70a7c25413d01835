"""Finds what only looks as if it pointed at somebody: addresses, numbers, dates, times, titles, needless capitals."""

from collections.abc import Iterable, Iterator, Sequence

from hospitality_desk.domain.deidentify.clock_writings import written_clocks
from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.date_writings import month_looks, written_looks
from hospitality_desk.domain.deidentify.finds import Find, FindType
from hospitality_desk.domain.deidentify.looks import Look
from hospitality_desk.domain.deidentify.name_patterns import name_looks, word_looks
from hospitality_desk.domain.deidentify.number_patterns import net_looks, number_looks
from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.time_patterns import clock_looks, date_looks

NET = (FindType.EMAIL, FindType.LINK, FindType.HANDLE)
"""What is one thing whatever stands inside it: a name within an e-mail address is not replaced alone."""


def pattern_finds(
    text: str, context: Context | None = None, *, taken: Sequence[tuple[int, int]] = ()
) -> tuple[Find, ...]:
    """Return what looks like it could tell who it was, in order, none overlapping and none over `taken`.

    Sure are e-mail addresses, phones, cards, accounts, links, handles, clock times and full dates; the rest is a
    question. `taken` are spans of the text (start, end), as those of what is known; an address of the net that
    reaches beyond a taken span is returned all the same.
    """
    return patterns_in(see(text), context, taken=taken)


def patterns_in(
    seen: SeenText, context: Context | None = None, *, taken: Sequence[tuple[int, int]] = ()
) -> tuple[Find, ...]:
    """Do the same for a text that has been looked at already."""
    return tuple(_find(seen, look) for look in _disjoint(_looks(seen, context), seen, taken))


def _looks(seen: SeenText, context: Context | None) -> Iterator[Look]:
    """Yield looks, the more telling first: what is found by an earlier one is left alone by the later ones."""
    yield from net_looks(seen)
    yield from written_looks(seen, context)
    yield from date_looks(seen, context)
    yield from month_looks(seen)
    yield from written_clocks(seen, context)
    yield from clock_looks(seen, context)
    yield from number_looks(seen, context.region if context else None)
    yield from name_looks(seen)
    yield from word_looks(seen)


def _disjoint(looks: Iterable[Look], seen: SeenText, taken: Sequence[tuple[int, int]]) -> list[Look]:
    size = len(seen.line.plain)
    used = bytearray(size)
    places = {seen.place(at): at for at in range(size)} if taken else {}
    blocked = bytearray(size)
    for start, end in taken:
        for at in range(start, end):
            if at in places:
                blocked[places[at]] = 1
    kept: list[Look] = []
    for look in looks:
        span = slice(look.start, look.end)
        if look.end <= look.start or any(used[span]):
            continue
        if any(blocked[span]) and (look.type not in NET or all(blocked[span])):
            continue
        used[span] = b"\x01" * (look.end - look.start)
        kept.append(look)
    return sorted(kept)


def _find(seen: SeenText, look: Look) -> Find:
    start, end = seen.place(look.start), seen.place(look.end)
    while end > start and seen.typed[end - 1].isspace() and look.replacement:
        end -= 1
    return Find(
        start=start,
        end=end,
        type=look.type,
        value=seen.typed[start:end],
        replacement=look.replacement,
        sure=look.sure,
    )
