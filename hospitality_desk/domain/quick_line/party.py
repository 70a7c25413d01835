"""Finds how many they are: "party of 4", "4 adults and 2 children", "six of us", "me and my wife"."""

from collections.abc import Callable

from hospitality_desk.domain.quick_line.clocks import goes_on, read_clock, read_number, starts_inside
from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText, phrase_at
from hospitality_desk.domain.quick_line.words import LineWords

_MOST_GUESTS = 999
_MOST_UNNAMED = 99
"""More than this is a party only where people are named: "for 530" is a time."""
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
        _at_time,
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
                Part(
                    part=PartName.PARTY_SIZE,
                    value=found[0],
                    raw=line.typed[start:end],
                    start=start,
                    end=end,
                    sure=found[3],
                )
            )
            after = found[2]
            if len(parts) == _MOST:
                break
        if parts:
            return parts
    return []


def _starters(line: LineText, words: LineWords) -> list[int]:
    phrases = (*words.we_are, *words.maybe_we_are)
    starters = {"for", *(phrase[0] for phrase in phrases), *words.ones, *words.tens, *words.dozen}
    starters |= words.party_nouns | words.selves | words.owners | words.couple
    return [at for at, word in enumerate(line.words) if word[0].isdecimal() or word in starters]


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
    """Party of 4, table for six, group size 12, 4-top."""
    if line.word(at) not in words.party_nouns:
        return _top(line, at, words)
    after = at + 1 + (line.word(at + 1) == "size")
    verb = line.word(after) in words.party_of
    if not verb and after == at + 1 and line.word(at) not in words.people:
        return None
    after = _behind_only(line, after + verb, words)
    people = _people_sum(line, after, words)
    if people is not None:
        return people[0], at, people[1], True
    count = _count(line, after, words)
    if (
        count is None
        or count[0] > _MOST_UNNAMED
        or _is_time_word(line.word(count[1] + (line.word(count[1]) == "of")), words)
    ):
        return None
    return count[0], at, count[1], True


def _is_time_word(word: str, words: LineWords) -> bool:
    return word in words.units or word in words.months or word.removesuffix("s") in words.weekdays


def _top(line: LineText, at: int, words: LineWords) -> _Found | None:
    """4-top, 5 top, a 13 seater."""
    read = read_number(line, at, words)
    if read is None or starts_inside(line, at):
        return None
    dash = line.word(read[1]) == "-"
    return (read[0], at, read[1] + 1 + dash, True) if line.word(read[1] + dash) in words.tops else None


def _stands_free(line: LineText, after: int, words: LineWords) -> bool:
    """Say whether nothing that is counted follows: "for 4" does, "for 4 nights" does not."""
    following = line.word(after)
    return not following or not following[0].isalnum() or following in words.after_for or following in words.days


def _people(line: LineText, at: int, words: LineWords) -> _Found | None:
    """4 people, 4 adults and 2 children, me and my wife."""
    led = line.word(at - 1) == "for"
    if line.word(at - 1) in words.counts_more or (line.word(at - 1) == "from" and not led):
        return None
    total = _people_sum(line, at, words)
    if total is None:
        return None
    if total[0] == 1 and not led and not _stands_free(line, total[1], words):
        return None
    return total[0], at - led, total[1], total[2]


def _people_sum(line: LineText, at: int, words: LineWords) -> tuple[int, int, bool] | None:
    """Add up people said one after the other; a single self, a single wife or only children are no party."""
    total, after, strength, pieces, self_said = 0, at, 0, 0, False
    position = at
    while pieces < _MOST_PIECES:
        piece = _piece(line, position, words)
        speaks = line.word(position) == "i" and line.word(position + 1) in words.after_i
        if piece is None or (speaks and strength == 2):
            break
        pieces += 1
        self_said = self_said or line.word(position) in words.selves
        total, after, strength = total + piece[0], piece[1], max(strength, piece[2])
        joined = int(line.word(after) == ",")
        joined += line.word(after + joined) in words.joining or line.word(after + joined) in words.plus
        position = after + joined
        if not joined and _count(line, position, words) is None:
            break
    led = line.word(at - 1) == "for"
    if not pieces or strength + pieces + led + (self_said and pieces > 1) < 3:
        return None
    return total, after, strength > 1 or pieces > 1


def _piece(line: LineText, at: int, words: LineWords) -> tuple[int, int, int] | None:
    """One sort of people, "4 adults", "my wife", "me": how many, the word behind, how plainly (0 to 2)."""
    word = line.word(at)
    if word in words.selves:
        return 1, at + 1, 0
    owned = at + (word in words.owners)
    owned += line.word(owned) in words.adjectives
    following = line.word(owned)
    joined = line.word(at - 1) in words.joining or line.word(at - 1) == ","
    if (owned > at or joined) and (
        following in words.relations or (word in words.articles and following in words.small_people)
    ):
        return 1, owned + 1, 0
    if owned > at and following in words.both:
        return 2, owned + 1, 0
    count = _count(line, owned, words)
    if count is None:
        return None
    after = count[1]
    if joined and line.word(after) == "of" and line.word(after + 1) in words.owners:
        after += 2
    while after < count[1] + 2 and line.word(after) in words.adjectives:
        after += 1
    following = line.word(after)
    if following in words.couple or following == "couples":
        return count[0] * 2, after + 1, 2
    if following in words.people:
        return count[0], after + 1, 2
    if following in words.some_people:
        return count[0], after + 1, 2 if owned == at else 1
    if following in words.small_people or following.removesuffix("s") in words.relations:
        return count[0], after + 1, 1
    return (count[0], count[1] + 1, 1) if line.word(count[1]) in words.small_people else None


def _of_us(line: LineText, at: int, words: LineWords) -> _Found | None:
    """11 of us, six in total; not "two of us are vegan"."""
    count = _count(line, at, words)
    if count is None:
        return None
    length = phrase_at(line, count[1], words.of_us)
    part_only = line.word(count[1] + length) in words.partial or line.word(at - 1) in words.counts_more
    return (count[0], at, count[1] + length, True) if length and not part_only else None


def _we_are(line: LineText, at: int, words: LineWords) -> _Found | None:
    """We are 13, there will be 6."""
    said = phrase_at(line, at, words.we_are)
    length = said or phrase_at(line, at, words.maybe_we_are)
    if not length:
        return None
    count = _count(line, _behind_only(line, at + length, words), words)
    return (count[0], at, count[1], said > 0) if count and _stands_free(line, count[1], words) else None


def _at_time(line: LineText, at: int, words: LineWords) -> _Found | None:
    """4 at 7:30, 3 for quarter to eight."""
    count = _count(line, at, words)
    if count is None or line.word(count[1]) not in ("at", "for", "@") or line.word(at - 1) == "the":
        return None
    if line.word(count[1] + 1) in words.days or line.word(count[1] + 1) in words.weekdays:
        return count[0], at, count[1], False
    clock = read_clock(line, count[1] + 1, words)
    return (count[0], at, count[1], False) if clock and (clock.alone or line.word(count[1]) == "at") else None


def _behind_only(line: LineText, at: int, words: LineWords) -> int:
    """Step over a few words like "just" between "for" and the number."""
    after = at
    while after < at + 4 and line.word(after) in words.only:
        after += 1
    return after


def _couple(line: LineText, at: int, words: LineWords) -> _Found | None:
    """A couple is two, "a couple of drinks" is not."""
    if line.word(at) not in words.couple or line.word(at + 1) in words.of_more or line.word(at + 1) in words.units:
        return None
    return 2, at, at + 1, True


def _for(line: LineText, at: int, words: LineWords) -> _Found | None:
    """For 4, for the four."""
    if line.word(at) != "for":
        return None
    after = _behind_only(line, at + 1, words)
    count = _count(line, after, words)
    if count is None or count[0] > _MOST_UNNAMED or not _stands_free(line, count[1], words):
        return None
    asked_for_one = count[0] == 1 and not line.is_number(count[1] - 1)
    return None if asked_for_one else (count[0], at, count[1], False)
