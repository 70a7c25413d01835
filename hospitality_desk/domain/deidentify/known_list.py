"""Everything known that points at a person, and where it stands in a text, in whatever disguise."""

from collections.abc import Iterable, Iterator

from hospitality_desk.domain.deidentify.caseless import CaselessNames
from hospitality_desk.domain.deidentify.digit_groups import STARTERS, digit_groups, runs_of
from hospitality_desk.domain.deidentify.finds import Find, FindType, Known
from hospitality_desk.domain.deidentify.known_numbers import KnownCodes, KnownPhones, is_telling_number
from hospitality_desk.domain.deidentify.known_phrases import KnownAddresses, KnownPhrases
from hospitality_desk.domain.deidentify.known_places import KnownPlaces, read_place
from hospitality_desk.domain.deidentify.name_groups import believed
from hospitality_desk.domain.deidentify.name_hits import NameHits
from hospitality_desk.domain.deidentify.name_keys import NameKeys, Rule
from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.spans import Span, disjoint
from hospitality_desk.domain.deidentify.tags import Tags

_CODES = (FindType.NUMBER, FindType.PLATE, FindType.ACCOUNT, FindType.CARD)
_TAG_MARKS = ("#", "＃", "@")
_LONGEST = 400
"""Characters of one known value that are looked at; names and addresses are far shorter."""


class KnownList:
    """Known values, compiled once; then a text is read in time that hardly grows with their number."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = tuple(known)
        self._keys = NameKeys()
        self._caseless = CaselessNames()
        self._phones, self._codes, self._places = KnownPhones(), KnownCodes(), KnownPlaces()
        self._phrases, self._addresses = KnownPhrases(), KnownAddresses()
        for at, one in enumerate(self._known):
            self._add(one.value[:_LONGEST], one.type, at)
        self._names = NameHits(self._keys)
        self._tags = Tags(self._keys)
        self._has_digits = bool(self._phones or self._codes or self._places)

    def _add(self, value: str, sort: FindType, at: int) -> None:
        if sort in (FindType.NAME, FindType.WORD):
            self._keys.add_name(value, at)
            self._phrases.add_letters(value, at)
            self._caseless.add(value, at)
        elif sort == FindType.PHONE:
            self._phones.add(value, at)
        elif sort in (FindType.EMAIL, FindType.HANDLE):
            self._addresses.add(value, at)
        elif sort in _CODES:
            if sort != FindType.NUMBER or is_telling_number(value):
                self._codes.add(value, at)
        elif sort == FindType.PLACE and (place := read_place(value)) is not None:
            self._places.add(place, at)
        else:
            self._add_phrase(value, sort, at)

    def _add_phrase(self, value: str, sort: FindType, at: int) -> None:
        words = self._phrases.add(value, at)
        self._caseless.add(value, at)
        if sort in (FindType.PLACE, FindType.ADDRESS):
            self._keys.add_distinct(words, at)
            for run in {"".join(words), "".join(words[1:])} if len(words) > 1 else ():
                if len(run) > 5 and run.isalpha():
                    self._keys.add(run, at, Rule.FREE)

    def finds(self, text: str) -> tuple[Find, ...]:
        """Return every place where a known value stands, in order, none overlapping.

        Sure, except a name that is an everyday word as well and stands where a capital proves nothing, and two
        capitals without points that may be somebody's initials.
        """
        return self.finds_in(see(text))

    def finds_in(self, seen: SeenText) -> tuple[Find, ...]:
        """Do the same for a text that has been looked at already."""
        return tuple(self._find(seen.typed, each) for each in disjoint(self._spans(seen)))

    def _spans(self, seen: SeenText) -> Iterator[Span]:
        for each in believed(seen, self._names.hits(seen), self._keys):
            yield Span(start=seen.place(each.start), end=seen.place(each.end), known=each.known, sure=each.sure)
        for tag in self._tags.hits(seen):
            yield Span(start=seen.place(tag.start), end=seen.place(tag.end), known=tag.knowns[0], sure=tag.sure)
        yield from self._caseless.spans(seen)
        yield from self._phrases.spans(seen)
        if self._addresses:
            yield from self._addresses.spans(seen)
        if self._has_digits and any(word[0].isdecimal() or word in STARTERS for word in seen.line.words):
            groups = digit_groups(seen)
            runs = runs_of(seen, groups)
            yield from self._phones.spans(seen, runs)
            yield from self._codes.spans(seen, runs_of(seen, [group for group in groups if not group.spoken]))
            yield from self._places.spans(seen, groups)
        elif self._codes:
            yield from self._codes.spans(seen, [])
        if self._places:
            yield from self._places.said(seen)

    def _find(self, text: str, span: Span) -> Find:
        known = self._known[span.known]
        is_tag = text[span.start] in _TAG_MARKS and text[span.start + 1 : span.start + 2].isalpha()
        return Find(
            start=span.start,
            end=span.end,
            type=FindType.HANDLE if is_tag else known.type,
            value=text[span.start : span.end],
            replacement=known.replacement,
            sure=span.sure,
            known=known.value,
        )
