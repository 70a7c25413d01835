"""The sample venue's small stories, made from the lines in its file: when, by whom, how many minutes apart.

The same seed makes the same stories on every Python: only `Random.random` is used, whose numbers are promised.
"""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, TypeVar

from hospitality_desk.desk.sample_telling import DAYS, Told

SEED = 116
WEEKS = (0, 1, 2, 3, 4, 5, 6, 7, 7, 7)
"""Weeks back that a day is drawn from; the stories with a day of their own leave the last one thin."""
_MEALS = {
    "breakfast": (7 * 60 + 15, 10 * 60), "day": (10 * 60 + 30, 17 * 60), "lunch": (12 * 60 + 5, 14 * 60 + 5),
    "dinner": (18 * 60 + 15, 21 * 60 + 20), "night": (22 * 60 + 5, 22 * 60 + 45),
}  # fmt: skip
"""Minutes of the day between which a story may begin."""
_BUSY_DAYS = ("Mon", "Tue", "Wed", "Thu", "Thu", "Fri", "Fri", "Fri", "Sat", "Sat", "Sat", "Sun", "Sun")
_APART = 120
"""Minutes that lie between two stories of one place."""
_WHO = {"Table": ("Ana", "Tom", "Priya"), "Bar": ("Ana", "Tom"), "Garden": ("Priya", "Ana"), "Room": ("Priya", "Tom")}
_AT_THE_DOOR = ("Carlo", "Priya")
_GAPS = {
    "saw": (0, 1), "heard": (1, 4), "think": (0, 1), "did": (3, 7), "told": (3, 8), "cost": (0, 2), "task": (0, 0),
    "keep_back": (0, 1), "gone": (1, 3), "end": (5, 16),
}  # fmt: skip
"""Minutes since the step before, from and to."""
_NOT_SAID = ("declined", "no_answer", "card")
"""How a guest was asked who said nothing worth keeping."""
_FIRST_WORD, _FIRST_WORD_LATE = (1, 4), (7, 12)
_LINE = re.compile(
    r"(?:(?P<gap>\d+) )?(?P<verb>[a-z_]+)(?: (?P<by>[A-Z]\w+))?(?: (?P<how>[a-z0-9_ ]+))?(?:: (?P<text>.*))?"
)
_THING = re.compile(r" \[(.+)\]$")
Chosen = TypeVar("Chosen")


class Dice:
    """Chance that repeats itself."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def chance(self, of_ten: int) -> bool:
        """Return True that many times in ten."""
        return self._random.random() * 10 < of_ten

    def between(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def one_of(self, things: Sequence[Chosen]) -> Chosen:
        """Return one of them."""
        return things[self.between(0, len(things) - 1)]


def made_stories(parts: Told, seed: int = SEED) -> list[Told]:
    """Return a story for every line-up of parts; those whose day is not written find one that is free."""
    dice = Dice(seed)
    cases = [{**{key: group[key] for key in group if key != "cases"}, **case} for group in parts["groups"]
             for case in group["cases"]]  # fmt: skip
    taken = {_slot(case) for case in cases if "week" in case}
    found: list[Told] = []
    for case in cases:
        when = _when(case, dice, taken)
        found.append(_Maker(case, when, dice).story())
    return found


def _slot(case: Told) -> tuple[str, int, int]:
    """Return a place, a day and a minute of it."""
    hour, minute = (int(part) for part in case["at"].split(":"))
    return case["place"], case["week"] * 7 + DAYS.index(case["day"]), hour * 60 + minute


def _when(case: Told, dice: Dice, taken: set[tuple[str, int, int]]) -> dict[str, Any]:
    """Return week, day and time as the file says, else of a free hour (Any: numbers and texts)."""
    while "week" not in case:
        low, high = _MEALS[case["when"]]
        minute = dice.between(low, high)
        clock = case.get("at") or f"{minute // 60:02}:{minute % 60:02}"
        drawn = {"week": dice.one_of(WEEKS), "day": dice.one_of(_BUSY_DAYS), "at": clock}
        place, day, at = slot = _slot({**case, **drawn})
        if all(not (place == where and day == on and abs(at - then) < _APART) for where, on, then in taken):
            taken.add(slot)
            return drawn
    return {"week": case["week"], "day": case["day"], "at": case["at"]}


class _Maker:
    """Makes one story: reads its lines in order and keeps count of notes, promises and minutes."""

    def __init__(self, case: Told, when: dict[str, Any], dice: Dice) -> None:
        self._case, self._when, self._dice = case, when, dice
        self._owner: str = case.get("by") or dice.one_of(_WHO.get(case["place"].split()[0], _AT_THE_DOOR))
        self._minute, self._notes, self._promises, self._tasks = 0, 1, 0, 0
        self._cues, self._untold, self._thinks = [1], list[int](), dict[int, str]()
        self._think: int | None = None
        self._has_spoken = False
        self._by: int | None = None
        self._thing: int | None = None
        self._steps: list[Told] = []

    def story(self) -> Told:
        """Return the story as the house's own file would write it."""
        fields = ("place", "guest", "party_size", "severity", "kind", "source", "sort", "happened_at")
        log = {"by": self._owner, "text": self._case["said"], **{f: self._case[f] for f in fields if f in self._case}}
        if "happened_at" not in log and log["severity"] != "serious" and self._dice.chance(1):
            log["happened_at"] = -self._dice.between(3, 9)
        for line in self._case["steps"]:
            written = line if isinstance(line, str) else f"told: {line['told']}"
            self._take(written, {} if isinstance(line, str) else {"how": line["how"]})
        return {**self._when, "log": log, "steps": self._steps}

    def _take(self, written: str, more: Told) -> None:
        read = _LINE.fullmatch(written)
        if read is None:
            raise ValueError(f"a line of the sample nobody can read: {written}")
        verb, text = read["verb"], read["text"] or ""
        self._minute += int(read["gap"]) if read["gap"] else self._gap(verb)
        by = read["by"] or self._owner
        for step in self._made(verb, (read["how"] or "").split(), text, by):
            self._steps.append({"at": self._minute, **step, "by": by, **(more if "told" in step else {})})

    def _gap(self, verb: str) -> int:
        """Return minutes since the step before; a word or thing that was promised mostly comes in time."""
        low, high = _GAPS[verb]
        if verb == "told" and not self._has_spoken:
            low, high = _FIRST_WORD_LATE if self._dice.chance(1) else _FIRST_WORD
        gap = self._dice.between(low, high)
        if self._by is None or verb not in ("told", "did", "heard") or self._dice.chance(1):
            return gap
        left = self._by - self._minute
        return min(gap, max(left if verb == "told" or self._thing else left // 2, 0))

    def _made(self, verb: str, how: list[str], text: str, by: str) -> Iterator[Told]:
        match verb:
            case "end":
                yield from self._ending(how, text)
            case "task":
                self._tasks += 1
                yield {"task": text, "owner": by}
            case "gone":
                yield {"gone": True}
            case "keep_back":
                yield {"keep_back": self._untold.pop(), "reason": text}
            case _:
                self._notes += 1
                yield self._note(verb, how, text)

    def _note(self, verb: str, how: list[str], text: str) -> Told:
        match verb:
            case "saw" | "heard":
                self._cues.append(self._notes)
                if verb == "heard" and not text.startswith("“"):
                    self._untold.append(self._notes)
                return {verb: text}
            case "think":
                self._thinks[self._notes] = how[0]
                self._think = None if how[0] == "wrong" else self._notes
                return {verb: text, "rests_on": self._cues[-2:]}
            case "did":
                follows, self._think = self._think, None
                kept, self._thing = self._thing, None
                chain = {} if follows is None else {"follows": follows}
                return {verb: text, **chain, **({} if kept is None else {"keeps": kept})}
            case "cost":
                return {verb: text, "amount": int(how[0])}
            case _:
                return self._word(text)

    def _word(self, text: str) -> Told:
        """Return a word to the guest, with what it tells and what it promises by a round time."""
        self._has_spoken = True
        tells, self._untold = self._untold, []
        word: dict[str, Any] = {"told": text, **({"tells": tells} if tells else {})}  # Any: numbers and texts
        self._by = None
        if "{by}" not in text:
            return word
        thing = _THING.search(text)
        hour, minute = (int(part) for part in self._when["at"].split(":"))
        earliest = hour * 60 + minute + self._minute + self._dice.between(7, 13)
        self._by = -(-earliest // 5) * 5 - hour * 60 - minute
        self._promises += 1
        word |= {"told": _THING.sub("", text).replace("{by}", f"{{+{self._by}}}"), "promise_by": self._by}
        if thing is not None:
            self._thing = self._promises
            word["promise_what"] = thing[1]
        return word

    def _ending(self, how: list[str], text: str) -> Iterator[Told]:
        yield from ({"done": n} for n in range(1, self._tasks + 1))
        yield from ({"judge": n, "judgement": judged} for n, judged in self._thinks.items())
        outcome, asked = how
        if not text and asked.isdigit() and self._dice.chance(4):
            asked = self._dice.one_of(_NOT_SAID)
        if asked.isdigit():
            words = {"words": text} if text else {}
            yield {"settle": outcome, "asked": "aloud", "verdict": int(asked), **words}
        else:
            yield {"settle": outcome, "asked": asked}
