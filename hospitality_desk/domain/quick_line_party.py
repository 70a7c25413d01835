"""Finds how many they are: "party of 4", "4 adults and 2 children", "six of us", "me and my wife"."""

from collections.abc import Callable

from hospitality_desk.domain.quick_line_clocks import goes_on, read_number, starts_inside
from hospitality_desk.domain.quick_line_parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line_text import LineText
from hospitality_desk.domain.quick_line_times import phrase_at
from hospitality_desk.domain.quick_line_words import LineWords

_MOST_GUESTS = 999
_MOST = 40
_MOST_TRIED = 400
"""Numbers and party words looked at in one line."""
_MOST_PIECES = 6
_Found = tuple[int, int, int, bool]
"""How many, the first word, the word behind, sure."""


def find_parties(line: LineText, taken: frozenset[int], context: LineContext) -> list[Part]:
    """Find party sizes from 1 to 999, outside the words that are taken by places, phones and times."""
    words = context.words
    finders: tuple[Callable[[LineText, int, LineWords], _Found | None], ...] = (
        _party_of,
        _people,
        _of_us,
        _we_are,
        _couple,
        _for,
    )
    starters = _starters(line, words)[:_MOST_TRIED]
    for finder in finders:
        parts: list[Part] = []
        after = 0
        for at in starters:
            found = finder(line, at, words) if at >= after else None
            if found is None or not 0 < found[0] <= _MOST_GUESTS or taken.intersection(range(found[1], found[2])):
                continue
            start, end = line.span(found[1], found[2])
            parts.append(
                Part(part=PartName.PARTY_SIZE, value=found[0], raw=line.typed[start:end], start=start, end=end, sure=found[3])
            )
            after = found[2]
            if len(parts) == _MOST:
                break
        if parts:
            return parts
    return []


def _starters(line: LineText, words: LineWords) -> list[int]:
    cues = {phrase[0] for phrase in words.we_are}
    return [
        at
        for at, word in enumerate(line.words)
        if word[0].isdecimal()
        or word in words.ones
        or word in words.tens
        or word in words.party_nouns
        or word in words.selves
        or word in words.owners
        or word in words.couple
        or word == "for"
        or word in words.dozen
        or word in cues
    ]


def _count(line: LineText, at: int, words: LineWords) -> tuple[int, int] | None:
    """Read a number that is nothing else: no time, no sum, no piece of something longer."""
    read = read_number(line, at, words)
    if read is None or starts_inside(line, at) or goes_on(line, read[1]):
        return None
    following = line.word(read[1])
    if following in words.meridiem or following in words.oclock or following in words.ish:
        return None
    return read


def _party_of(line: LineText, at: int, words: LineWords) -> _Found | None:
    """Party of 4, table for six, group size 12; 4-top."""
    if line.word(at) in words.party_nouns:
        after = at + 1 + (line.word(at + 1) == "size")
        verb = line.word(after) in ("is", "was", "of", "for", ":", "to")
        if not verb and after == at + 1:
            return None
        after += verb
        after += line.word(after) in ("just", "about", "only", "the", "all")
        people = _people_sum(line, after, words)
        if people is not None:
            return people[0], at, people[1], True
        count = _count(line, after, words)
        if count is None or not _stands_free(line, count[1], words):
            return None
        return count[0], at, count[1], True
    count = _count(line, at, words)
    if count is None:
        read = read_number(line, at, words)
        count = read if read and line.word(read[1]) == "-" and not starts_inside(line, at) else None
    if count is None:
        return None
    dash = line.word(count[1]) == "-"
    if line.word(count[1] + dash) == "top":
        return count[0], at, count[1] + 1 + dash, True
    return None


def _stands_free(line: LineText, after: int, words: LineWords) -> bool:
    """Say whether nothing that is counted follows: "for 4" does, "for 4 nights" does not."""
    following = line.word(after)
    return not following or not following[0].isalnum() or following in words.after_for or following in words.days


def _people(line: LineText, at: int, words: LineWords) -> _Found | None:
    """4 people, 4 adults and 2 children, me and my wife."""
    first = at - (line.word(at - 1) == "for")
    total = _people_sum(line, at, words)
    return (total[0], first, total[1], total[2]) if total else None


def _people_sum(line: LineText, at: int, words: LineWords) -> tuple[int, int, bool] | None:
    """Add up people said one after the other; a single self, or a single wife, is no party."""
    total, after, strong, pieces = 0, at, False, 0
    position = at
    while pieces < _MOST_PIECES:
        piece = _piece(line, position, words)
        if piece is None:
            break
        pieces += 1
        total, after = total + piece[0], piece[1]
        strong = strong or piece[2]
        joined = line.word(after) == ","
        joint = line.word(after + joined)
        joined += joint in words.joining or joint in ("plus", "with")
        if not joined:
            break
        position = after + joined
    if not pieces or (pieces == 1 and not strong and not line.is_number(at) and line.word(at) not in words.ones):
        return None
    if pieces == 1 and line.word(at) in words.selves:
        return None
    return total, after, strong or pieces > 1


def _piece(line: LineText, at: int, words: LineWords) -> tuple[int, int, bool] | None:
    """One kind of people: "4 adults", "my wife", "me", "2 others": how many, the word behind, sure."""
    word = line.word(at)
    if word in words.selves:
        return 1, at + 1, False
    owned = at + (word in words.owners)
    owned += line.word(owned) in ("other", "two" if False else "little")
    if owned > at and line.word(owned) in words.relations:
        return 1, owned + 1, False
    count = _count(line, owned, words)
    if count is None:
        return None
    after = count[1]
    for _adjective in range(2):
        if line.word(after) in ("other", "more", "small", "young", "little", "hungry", "unhappy", "of", "elderly", "my", "her", "his", "our", "additional"):
            after += 1
    following = line.word(after)
    if following in ("couples",):
        return count[0] * 2, after + 1, True
    strong = following in words.people
    if not strong and following not in words.some_people and following not in words.others and following not in words.relations:
        return None
    return count[0], after + 1, strong


def _of_us(line: LineText, at: int, words: LineWords) -> _Found | None:
    """11 of us, six in total."""
    count = _count(line, at, words)
    if count is None:
        return None
    length = phrase_at(line, count[1], words.of_us)
    return (count[0], at, count[1] + length, True) if length else None


def _we_are(line: LineText, at: int, words: LineWords) -> _Found | None:
    """We are 13, there will be 6."""
    length = phrase_at(line, at, words.we_are)
    if not length:
        return None
    after = at + length
    while line.word(after) in ("now", "a", "party", "group", "of", "just", "only", "all", "actually", "about", "total", "for", "be"):
        after += 1
    count = _count(line, after, words)
    return (count[0], at, count[1], True) if count and _stands_free(line, count[1], words) else None


def _couple(line: LineText, at: int, words: LineWords) -> _Found | None:
    """A couple is two, "a couple of drinks" is not."""
    if line.word(at) not in words.couple or line.word(at + 1) == "of" or line.word(at + 1) in words.units:
        return None
    return 2, at, at + 1, True


def _for(line: LineText, at: int, words: LineWords) -> _Found | None:
    """For 4, for the four."""
    if line.word(at) != "for":
        return None
    after = at + 1
    while line.word(after) in ("just", "all", "the", "about", "us", "only", "around"):
        after += 1
    count = _count(line, after, words)
    return (count[0], at, count[1], False) if count and _stands_free(line, count[1], words) else None
