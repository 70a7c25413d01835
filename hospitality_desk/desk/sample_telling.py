"""A story of the sample venue, as its file tells it, turned into commands: who did what, how many minutes in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hospitality_desk.commands import incidents, staff, tasks, timeline
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.sample_tales import LATER, story_commands
from hospitality_desk.domain.entries import NOTE_KINDS, EntryKind, GuestKnows, How, Judgement
from hospitality_desk.domain.house import DAY_TURNS_AT, Severity
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, PersonId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome, Sort, Source
from hospitality_desk.domain.staff import Role

Told = Mapping[str, Any]
"""A story, its first line or one of its steps as the file writes it (Any: its values are texts, numbers and lists)."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MINUTE = timedelta(minutes=1)
_CLOCK = re.compile(r"\{([+-]\d+)\}")
_WORDS_OF = {
    "sort": Sort, "source": Source, "severity": Severity, "outcome": Outcome, "asked": Asked, "how": How,
    "guest_knows": GuestKnows, "judgement": Judgement,
}  # fmt: skip
"""Fields that hold a word of a fixed list."""
_MOMENTS = frozenset({"happened_at", "promise_by", "due", "look_again", "until"})
"""Fields that hold a time, written as minutes from the story's start."""
_PEOPLE = frozenset({"owner", "offer_to"})
_VERBS: dict[str, tuple[type[Command], str | None]] = {
    **dict.fromkeys(("saw", "heard", "think", "did", "cost"), (timeline.AddNote, "text")),
    "told": (timeline.TellGuest, "text"),
    "judge": (timeline.JudgeThink, "note"),
    "keep_back": (timeline.KeepBack, "note"),
    "correct": (timeline.CorrectNote, "note"),
    "withdraw_note": (timeline.WithdrawNote, "note"),
    "task": (tasks.AddTask, "title"),
    "done": (tasks.FinishTask, "task"),
    "drop": (tasks.DropTask, "task"),
    "quiet": (incidents.LeaveInPeace, "reason"),
    "gone": (incidents.GuestLeft, None),
    "settle": (incidents.SettleIncident, "outcome"),
    "verdict": (incidents.AddVerdict, "verdict"),
}
"""The first word of a step: the command it stands for, and which of its fields what follows is."""
_NOTES = {kind.value: kind for kind in NOTE_KINDS - {EntryKind.TOLD}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The moment everything is told from: a whole minute, never ahead of the clock."""

    now: datetime
    zone: ZoneInfo

    @classmethod
    def at(cls, moment: datetime, zone: ZoneInfo) -> "Today":
        """Return the day this moment belongs to."""
        return cls(now=moment.astimezone(UTC).replace(second=0, microsecond=0), zone=zone)

    @property
    def date(self) -> date:
        """Return the service date."""
        return (self.now.astimezone(self.zone) - DAY_TURNS_AT).date()

    @property
    def began(self) -> datetime:
        """Return when the service date turned."""
        turned = datetime.combine(self.date, datetime.min.time(), self.zone) + DAY_TURNS_AT
        return turned.astimezone(UTC)

    def local(self, days_back: int, clock: str) -> datetime:
        """Return a local time of an earlier service date, such as "20:18"."""
        hour, minute = (int(part) for part in clock.split(":"))
        day = self.date - timedelta(days=days_back)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone).astimezone(UTC)

    def days_back(self, week: int, day: str) -> int:
        """Return how long ago that weekday was: week 0 is the last one before today, 1 the one before that."""
        last = (self.date.weekday() - DAYS.index(day) - 1) % 7 + 1
        return last + 7 * week

    def meal(self) -> str:
        """Return what guests are having just now."""
        hour = self.now.astimezone(self.zone).hour
        return "breakfast" if 4 <= hour < 11 else "lunch" if hour < 16 else "dinner"

    def start_of(self, story: Told) -> datetime:
        """Return when a story's first line was logged, from its "ago", its "today" or its "week" and "day"."""
        if "week" in story:
            return self.local(self.days_back(story["week"], story["day"]), story["at"])
        if "at" in story:
            planned = self.local(0, story["at"])
            length = max(step["at"] for step in story["steps"]) * _MINUTE
            if planned + length < self.now:
                return planned
        ago: int = story["ago"]
        return self.now - ago * _MINUTE


class Telling:
    """Turns stories into commands. `ids` are the people of the house by name."""

    def __init__(self, today: Today, ids: Mapping[str, PersonId]) -> None:
        self._today = today
        self._ids = ids

    def commands(self, story: Told) -> Iterator[Command]:
        """Yield the story's commands in its order, each `at` its time."""
        start, incident_id = self._today.start_of(story), IncidentId(new_id())
        line = story["log"]
        fields = self._fields(line, start, without=("by",))
        fields.setdefault("gist", fields["text"])
        yield self._made(
            incidents.LogIncident, line, start, incident_id=incident_id, entry_id=EntryId(new_id()), **fields
        )
        for step in story["steps"]:
            at = self._time_of(step, start, story)
            yield self._step(step, start, at, incident_id, line["by"])
        if "story" in story:
            told_at = min(start + story["steps"][-1]["at"] * _MINUTE + LATER, self._today.now)
            yield from story_commands(story["story"], incident_id, told_at, self._ids)

    def _time_of(self, step: Told, start: datetime, story: Told) -> datetime:
        """Return when a step was taken; what was settled today stays on today's date."""
        planned: datetime = start + step["at"] * _MINUTE
        return max(planned, self._today.began) if "ago" in story and "settle" in step else planned

    def _step(self, step: Told, start: datetime, at: datetime, incident_id: IncidentId, owner: str) -> Command:
        verb = next(word for word in step if word not in ("at", "by"))
        said = step[verb]
        kind, words = _VERBS[verb]
        fields = self._fields(step, start, without=("at", "by", verb))
        if verb in _NOTES:
            fields |= {"kind": _NOTES[verb], "entry_id": EntryId(new_id())}
        elif verb == "told":
            fields["entry_id"] = EntryId(new_id())
        if words is not None:
            fields |= self._fields({words: said}, start, without=())
        who = {"by": step.get("by", owner)}
        return self._made(kind, who, at, incident_id=incident_id, **fields)

    def _fields(self, told: Told, start: datetime, *, without: tuple[str, ...]) -> dict[str, Any]:
        return {name: self._value(name, value, start) for name, value in told.items() if name not in without}

    def _value(self, name: str, value: Any, start: datetime) -> Any:
        """Any: a value of the file, and what the command takes for it."""
        if name in _MOMENTS:
            return start + value * _MINUTE
        if name in _WORDS_OF:
            return _WORDS_OF[name](value)
        if name in _PEOPLE:
            return self._ids[value]
        if isinstance(value, list):
            return tuple(value)
        return self._written(value, start) if isinstance(value, str) else value

    def _written(self, text: str, start: datetime) -> str:
        """Put clock times ("{+12}": twelve minutes in) and the meal of the day into a text."""
        zone, meal = self._today.zone, self._today.meal()
        timed = _CLOCK.sub(lambda m: f"{(start + int(m[1]) * _MINUTE).astimezone(zone):%H:%M}", text)
        return timed.replace("{meal}", meal).replace("{Meal}", meal.capitalize())

    def _made(self, kind: type[Command], told: Told, at: datetime, /, **fields: Any) -> Command:
        """Any: the fields of one command or another, checked when it is handled."""
        return kind(command_id=CommandId(new_id()), by=self._ids[told["by"]], at=at, **fields)


def arrivals(people: list[Told], at: datetime) -> tuple[dict[str, PersonId], list[Command]]:
    """Return the people of the house by name, and the commands that add them, the manager first."""
    ids = {person["name"]: PersonId(new_id()) for person in people}
    arriving: list[Command] = []
    for n, (name, person_id) in enumerate(ids.items()):
        by = THE_HOUSE if n == 0 else next(iter(ids.values()))
        role = Role(people[n]["role"])
        act = CommandId(new_id())
        arriving.append(staff.AddPerson(command_id=act, by=by, at=at, person_id=person_id, name=name, role=role))
    return ids, arriving
