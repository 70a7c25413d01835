"""Finds the guest: "Ms Rivera", "name is Beau Mardesich", "the Johnsons", "walk-in"."""

from collections.abc import Callable, Iterable
from functools import cache

from hospitality_desk.domain.quick_line.name_runs import (
    Name,
    is_name_word,
    is_short_for_something,
    is_shouted,
    read_name,
)
from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText, fold, phrase_at
from hospitality_desk.domain.quick_line.words import LineWords, Phrase

_MOST = 40


def find_guests(line: LineText, places: Iterable[Part], context: LineContext) -> list[Part]:
    """Find guests, the best sort only: a title, then "name is", then "under", then names beside a place."""
    words = context.words
    finders: tuple[Callable[[], Iterable[Part]], ...] = (
        lambda: _titled(line, words),
        lambda: _walk_in(line, words),
        lambda: _cued(line, words),
        lambda: _tailed(line, words),
        lambda: _weakly_cued(line, words),
        lambda: _beside_places(line, places, words),
        lambda: _opening(line, words),
        lambda: _closing(line, words),
        lambda: _families(line, words),
    )
    staff = {fold(person).split()[0] for person in context.people if person.strip()}
    for finder in finders:
        found = [part for part in finder() if part.sure or fold(str(part.value)) not in staff]
        if found:
            return found
    return []


def _part(line: LineText, first: int, name: Name, *, sure: bool, value: str | None = None) -> Part:
    end = line.ends[name.after - 1] - (2 if name.possessive else 0)
    text = value or line.plain_typed(line.starts[first], end)
    start, end = line.place_in(line.starts[first]), line.place_in(end)
    return Part(part=PartName.GUEST, value=text, raw=line.typed[start:end], start=start, end=end, sure=sure)


def _titled(line: LineText, words: LineWords) -> Iterable[Part]:
    found = 0
    for at in [at for at, word in enumerate(line.words) if word in words.titles]:
        if line.word(at - 1) == "@" or (line.glued(at - 1) and line.words[at - 1][-1].isalnum()):
            continue
        part = _titled_at(line, at, words)
        if part is not None:
            yield part
            found += 1
            if found == _MOST:
                return


def _titled_at(line: LineText, at: int, words: LineWords) -> Part | None:
    titles = [words.titles[line.words[at]]]
    after = at + 1 + (line.word(at + 1) == "." and line.glued(at))
    if line.word(after) in words.joining and line.word(after + 1) in words.titles:
        after += 1
        titles.append(words.titles[line.words[after]])
        after += 1 + (line.word(after + 1) == "." and line.glued(after))
    elif line.words[at] == "m" and after == at + 1:
        return None
    shy = line.words[at] in words.common_titles and len(titles) == 1
    if shy and not (line.is_capital(after) and (line.is_capital(at) or line.is_capital(after + 1))):
        return None
    name = _read_titled_name(line, after, words)
    if name is None or (shy and not is_name_word(line, after, words)):
        return None
    return _part(line, at, name, sure=True, value=_in_its_case(line, at, name, words))


def _read_titled_name(line: LineText, at: int, words: LineWords) -> Name | None:
    """Read the name behind a title, where even a word like May or Will is a name if it has its capital."""
    if line.is_capital(at) and not line.is_number(at) and line.word(at) not in words.particles:
        shouted = is_shouted(line)
        rest = None if shouted else read_name(line, at + 1, words, capitals=True, most=3)
        whole = read_name(line, at, words, capitals=True, most=1 if shouted else 4)
        if whole is not None:
            return whole
        if line.word(at) in words.weekdays or line.word(at) in words.numbered_places:
            return None
        return Name(first=at, after=rest.after if rest else at + 1, possessive=rest.possessive if rest else False)
    return read_name(line, at, words, capitals=False)


def _in_its_case(line: LineText, at: int, name: Name, words: LineWords) -> str:
    """Write a titled name as typed, but "ms rivera" as "Ms Rivera"."""
    shown: list[str] = []
    shouted = is_shouted(line)
    for number in range(at, name.after):
        end = line.ends[number] - (2 if name.possessive and number == name.after - 1 else 0)
        typed = line.plain_typed(line.starts[number], end)
        if number < name.first and line.words[number] in words.titles:
            typed = words.titles[line.words[number]]
        elif number >= name.first and shouted and len(typed) > 1:
            typed = typed.title()
        elif number >= name.first and typed.islower() and line.words[number] not in words.particles:
            typed = "'".join(piece[:1].upper() + piece[1:] for piece in typed.split("'"))
        shown.append(typed if number == at or line.glued(number - 1) else " " + typed)
    return "".join(shown)


def _walk_in(line: LineText, words: LineWords) -> Iterable[Part]:
    for at, word in enumerate(line.words):
        if word in ("walkin", "walkins"):
            yield _part(line, at, Name(first=at, after=at + 1), sure=True, value=words.walk_in)
            return
        if word == "walk":
            dash = line.word(at + 1) == "-"
            if line.word(at + 1 + dash) in ("in", "ins") and (
                dash or line.word(at + 2) not in ("the", "to", "on", "a")
            ):
                yield _part(line, at, Name(first=at, after=at + 2 + dash), sure=dash, value=words.walk_in)
                return


@cache
def _by_first_word(phrases: tuple[Phrase, ...]) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


def _cues(line: LineText, phrases: tuple[Phrase, ...]) -> Iterable[tuple[int, int]]:
    """Where the phrases stand: first word and the word behind."""
    table = _by_first_word(phrases)
    found = 0
    for at in [at for at, word in enumerate(line.words) if word in table]:
        length = phrase_at(line, at, table[line.words[at]])
        if length:
            yield at, at + length
            found += 1
            if found == _MOST:
                return


def _behind_fillers(line: LineText, at: int, words: LineWords) -> int:
    """Step over a few small words and marks between "name" and the name."""
    after = at
    while after < at + 4 and line.word(after) in words.name_fillers:
        after += 1
    return after


def _cued(line: LineText, words: LineWords) -> Iterable[Part]:
    """Name is X, last name X: two small-lettered words are a name here too."""
    for at, after in _cues(line, words.name_cues):
        after = _behind_fillers(line, after, words)
        name = read_name(line, after, words, capitals=line.is_capital(after))
        if name is None or _is_about_a_house(line, at, words):
            continue
        if not line.is_capital(after) and not name.possessive and is_name_word(line, name.after, words):
            name = Name(first=name.first, after=name.after + 1)
        yield _part(line, name.first, name, sure=False)


def _tailed(line: LineText, words: LineWords) -> Iterable[Part]:
    """X is my name, X party of 4."""
    if is_shouted(line):
        return
    for at, _after in _cues(line, words.name_tails):
        end = at - (line.word(at - 1) == ",")
        first = end
        while first > 0 and first > end - 4 and line.is_capital(first - 1) and is_name_word(line, first - 1, words):
            first -= 1
        if first < end and not line.is_number(first):
            yield _part(line, first, Name(first=first, after=end), sure=False)


def _weakly_cued(line: LineText, words: LineWords) -> Iterable[Part]:
    """Under X, for X, this is X: only with capitals, and not "looking for X" or "for X restaurant"."""
    if is_shouted(line):
        return
    for at, after in _cues(line, words.weak_name_cues):
        if any(line.word(before) in words.no_guest_before for before in range(max(0, at - 2), at)):
            continue
        after = _behind_fillers(line, after, words)
        name = read_name(line, after, words, capitals=True)
        house = line.word(name.after) in words.not_a_guest_after if name else True
        if name is not None and not house and not _is_about_a_house(line, at, words):
            yield _part(line, name.first, name, sure=False)


def _is_about_a_house(line: LineText, at: int, words: LineWords) -> bool:
    """Say whether "a restaurant called" or the like stands a few words before."""
    return any(line.words[before] in words.not_guest_lines for before in range(max(0, at - 5), at))


def _opening(line: LineText, words: LineWords) -> Iterable[Part]:
    """Maria Lopez, t12: two or more capitals at the start, with a mark, a verb or a day behind them."""
    at = 0
    while line.word(at) in words.opening_words and at < 3:
        at += 1
    name = read_name(line, at, words, capitals=True)
    if name is None or name.after - name.first < 2 or is_shouted(line):
        return
    following = line.word(name.after)
    if following in (",", ":", "-") or following in words.name_verbs or following in words.days:
        yield _part(line, name.first, name, sure=False)


def _closing(line: LineText, words: LineWords) -> Iterable[Part]:
    """Table of four, Maria Lopez: two or more capitals behind the last comma."""
    last = len(line.words) - (line.word(len(line.words) - 1) == ".")
    comma = next((at for at in range(last - 2, max(-1, last - 6), -1) if line.words[at] == ","), None)
    name = read_name(line, comma + 1, words, capitals=True) if comma else None
    if name is not None and name.after == last and name.after - name.first > 1 and not is_shouted(line):
        yield _part(line, name.first, name, sure=False)


def _beside_places(line: LineText, places: Iterable[Part], words: LineWords) -> Iterable[Part]:
    """T12 Rivera left, t12 rivera left: the name right behind a place."""
    for place in places:
        inside = line.words_in(place.start, place.end)
        if inside.start > 0 and not any(line.is_number(at) for at in inside):
            continue
        at = inside.stop
        at += line.word(at) in (",", ":", "-")
        name = read_name(line, at, words, capitals=line.is_capital(at))
        if name is not None and is_short_for_something(line, name.first):
            continue
        if name is not None and (line.is_capital(at) or line.word(name.after) in words.name_verbs):
            yield _part(line, name.first, name, sure=False)
        last = inside.start
        name = read_name(line, 0, words, capitals=True)
        if name is not None and name.after in (last, last - 1) and name.after > 1:
            yield _part(line, name.first, name, sure=False)


def _families(line: LineText, words: LineWords) -> Iterable[Part]:
    """The Johnsons."""
    for at, after in _cues(line, (("the",),)):
        word = line.word(after)
        if (
            line.is_capital(after)
            and is_name_word(line, after, words)
            and word[-1] == "s"
            and word[-2:] not in ("ss", "'s")
        ):
            yield _part(line, at, Name(first=at, after=after + 1), sure=False)
