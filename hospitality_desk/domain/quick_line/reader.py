"""Reads the one line a host types into place, guest, phone, promise, owner and kind, and shows where each stands."""

from hospitality_desk.domain.quick_line.kinds import find_kind, find_severities
from hospitality_desk.domain.quick_line.names import find_guests
from hospitality_desk.domain.quick_line.owner import find_owners
from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName, ReadLine
from hospitality_desk.domain.quick_line.party import find_parties
from hospitality_desk.domain.quick_line.phones import find_phones
from hospitality_desk.domain.quick_line.places import find_places
from hospitality_desk.domain.quick_line.text import LineText, read_text
from hospitality_desk.domain.quick_line.times import TimeSort, times_in
from hospitality_desk.domain.quick_line.when import find_when


def read_line(text: str, context: LineContext) -> ReadLine:
    """Read a line. Never refuses, never changes the text; at most one part of each name, the surest, then the first.

    Takes time in step with the text's length. A line with hundreds of names or numbers is read up to a limit of each.
    """
    line = read_text(text)
    times = times_in(line, context.now, context.zone, context.words)
    places = find_places(line, context)
    when = find_when(line, times, context)
    owners = find_owners(line, context)
    said = [(span.start, span.end) for span in times if span.sort != TimeSort.DAY]
    standing = [(place.start, place.end) for place in places if any(one.isdecimal() for one in place.raw)]
    phones = find_phones(line, _words_of(line, said + standing), context)
    busy = said + standing + [(phone.start, phone.end) for phone in phones]
    found = [
        *places,
        *when,
        *owners,
        *phones,
        *find_parties(line, _words_of(line, busy), context),
        *find_guests(line, places, context),
        *find_severities(line, context),
    ]
    parts = _one_of_each(_without_overlaps(found))
    kind = find_kind(line, context)
    if kind is not None:
        parts.append(kind)
    return ReadLine(text=text, parts=tuple(sorted(parts, key=lambda part: (part.start, part.end))))


def _words_of(line: LineText, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Give the numbers of the words that stand on these positions of the typed text."""
    return frozenset(number for start, end in spans for number in line.words_in(start, end))


def _without_overlaps(found: list[Part]) -> list[Part]:
    """Of parts on the same characters keep the sure one, else the longer, else the first."""
    kept: list[Part] = []
    for part in sorted(found, key=lambda one: (not one.sure, one.start - one.end, one.start)):
        if not any(part.overlaps(other) for other in kept):
            kept.append(part)
    return kept


def _one_of_each(found: list[Part]) -> list[Part]:
    """Keep one part of each name: the surest, then the first."""
    kept: dict[PartName, Part] = {}
    for part in sorted(found, key=lambda one: (not one.sure, one.start)):
        kept.setdefault(part.part, part)
    return list(kept.values())
