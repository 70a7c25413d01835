"""How alike a line that is being typed is to a problem that is open, and why.

The rule. What speaks for "this is the same problem" and against it is added up; from ENOUGH on it is said.

- The same phone is enough. The same guest is enough while nothing speaks against it: accents and case do not count,
  nor does a first name that only one of them has. Ms Lee and Mr Lee take the same place, or a word in common.
- The same place with a number ("Table 12") is one guest's place. It is enough only while the problem is fresh, a
  quarter of an hour old at most, and nothing speaks against it; later it takes words in common. A place without a
  number ("Bar") is everybody's: it takes words in common, always.
- Words in common count by their share in both lines, a rare word more than one that many open problems have; one word
  alone counts half. They are enough alone only when nearly all are the same and neither place nor guest differs.
- Against it: another guest, most of all; another place; two kinds of problem where no word is in common.

So the same table with another guest's name takes nearly the same words, and the same words at two tables are two
problems. A false alarm costs a glance, a miss costs a double: the weights were set to say nothing rather than too
much where only one thing agrees.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from math import log, sqrt

from hospitality_desk.domain.incidents import NOT_YET_KNOWN
from hospitality_desk.domain.similar_words import address_of, name_words, telling_words
from hospitality_desk.domain.text import folded

ENOUGH = 0.6
"""The score from which two are said to be alike."""
FRESH, RECENT = timedelta(minutes=15), timedelta(minutes=60)
_PHONE, _GUEST, _WORDS, _KIND = 1.0, 0.6, 0.78, 0.1
_NUMBERED_PLACE, _SHARED_PLACE, _IS_FRESH, _IS_RECENT = 0.35, 0.15, 0.25, 0.1
_OTHER_GUEST, _OTHER_PLACE, _OTHER_KIND, _OTHER_TITLE = -0.5, -0.3, -0.15, -0.05
_FEW, _SEEN = 50, 2
"""Problems imagined beside the open ones, and how many have a word: two open problems make no word common."""


class Reason(StrEnum):
    """Why two are alike."""

    PHONE = "phone"
    GUEST = "guest"
    PLACE = "place"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is compared of a line or a problem. `text` is what happened, best without its place, guest and phone.

    `at` is when it was logged, for a line being typed: now.
    """

    text: str
    at: datetime
    place: str | None = None
    guest: str | None = None
    phone: str | None = None
    kind: str | None = None
    words: frozenset[str] = field(init=False)
    name: frozenset[str] = field(init=False)
    address: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Cut the texts into words once."""
        object.__setattr__(self, "words", telling_words(self.text))
        object.__setattr__(self, "name", name_words(self.guest))
        object.__setattr__(self, "address", address_of(self.guest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two are: from ENOUGH on they may be one. `in_common` are the words both have."""

    score: float
    reasons: tuple[Reason, ...] = ()
    in_common: frozenset[str] = frozenset()

    @property
    def is_enough(self) -> bool:
        """Tell whether it is worth a person's glance."""
        return self.score > ENOUGH - 1e-9  # weights are added up: a hair below is the same


class Rarity:
    """How much each word tells among the problems that are open."""

    def __init__(self, problems: Iterable[Traits]) -> None:
        counted: Counter[str] = Counter()
        self._all = _FEW
        for each in problems:
            self._all += 1
            counted.update(each.words)
        self._of: Mapping[str, int] = counted

    def weight(self, words: frozenset[str]) -> float:
        """Return what these words weigh together."""
        return sum(log(self._all / (self._of.get(word, 0) + _SEEN)) for word in words)


def likeness(line: Traits, problem: Traits, rarity: Rarity) -> Likeness:
    """Return how alike they are, by the rule of this room."""
    if not (line.words or line.name or line.phone):
        return Likeness(score=0.0)  # a place alone says nothing yet: it is still being typed
    reasons: list[Reason] = []
    score = 0.0
    if line.phone and line.phone == problem.phone:
        score += _PHONE
        reasons.append(Reason.PHONE)
    if line.name and problem.name:
        if line.name <= problem.name or problem.name <= line.name:
            score += _GUEST + _title(line, problem)
            reasons.append(Reason.GUEST)
        elif not line.name & problem.name:
            score += _OTHER_GUEST
    place = _place(line, problem)
    score += place
    if place > 0:
        reasons.append(Reason.PLACE)
    in_common = line.words & problem.words
    if in_common:
        score += _WORDS * _share(line, problem, in_common, rarity)
        reasons.append(Reason.WORDS)
    score += _kind(line, problem, bool(in_common))
    return Likeness(score=score, reasons=tuple(reasons), in_common=in_common)


def most_alike(line: Traits, problems: Iterable[Traits]) -> tuple[int, Likeness] | None:
    """Return which of the problems the line is most like, by its place in order, the newest of equals.

    None when none is alike enough.
    """
    all_of_them = list(problems)
    rarity = Rarity(all_of_them)
    found = [(likeness(line, each, rarity), each.at, n) for n, each in enumerate(all_of_them)]
    best = max(found, key=lambda one: (one[0].score, one[1]), default=None)
    return None if best is None or not best[0].is_enough else (best[2], best[0])


def _place(line: Traits, problem: Traits) -> float:
    if not line.place or not problem.place:
        return 0.0
    if folded(line.place) != folded(problem.place):
        return _OTHER_PLACE
    if not any(one.isdecimal() for one in line.place):
        return _SHARED_PLACE
    age = line.at - problem.at
    return _NUMBERED_PLACE + (_IS_FRESH if age <= FRESH else _IS_RECENT if age <= RECENT else 0.0)


def _title(line: Traits, problem: Traits) -> float:
    """Return what speaks against one guest where Ms and Mr share a name and neither place nor words."""
    is_one = None in (line.address, problem.address) or line.address == problem.address
    if is_one or line.words & problem.words or _place(line, problem) > 0:
        return 0.0
    return _OTHER_TITLE


def _share(line: Traits, problem: Traits, in_common: frozenset[str], rarity: Rarity) -> float:
    """Return 0 to 1: what the words in common weigh beside all the words of both."""
    whole = sqrt(rarity.weight(line.words) * rarity.weight(problem.words))
    share = rarity.weight(in_common) / whole if whole else 0.0
    return share if len(in_common) > 1 else share / 2


def _kind(line: Traits, problem: Traits, has_words: bool) -> float:
    known = [each.kind for each in (line, problem) if each.kind and each.kind != NOT_YET_KNOWN]
    if len(known) < 2:
        return 0.0
    if known[0] == known[1]:
        return _KIND
    return 0.0 if has_words else _OTHER_KIND
