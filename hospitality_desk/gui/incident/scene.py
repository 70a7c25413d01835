"""Everything the page shows of one problem, read in one go, and the moment it is shown for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from hospitality_desk.desk.quick_log import phone_words
from hospitality_desk.domain.guest_clock import ClockReading, read_clock
from hospitality_desk.domain.ids import IncidentId, PersonId, StoryId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Sort, Status
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.regions import region_of
from hospitality_desk.domain.staff import Person
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.incident.spoken_of import SpokenOf
from hospitality_desk.gui.widgets.kinds import kind_name
from hospitality_desk.gui.widgets.moments import time_words, when_words
from hospitality_desk.queries.base import Reading
from hospitality_desk.queries.incidents import incident_whole
from hospitality_desk.queries.staff import colleagues, names
from hospitality_desk.queries.stories import stories_of
from hospitality_desk.queries.tasks import who_is_out


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """What the store holds for the page."""

    incident: Incident
    names: Mapping[PersonId, str]
    people: tuple[Person, ...]
    stories: tuple[StoryId, ...] = ()
    """What was told of it for training, in the order of the stories' numbers."""
    out: Mapping[PersonId, datetime] = field(default_factory=dict)
    """Who is out of the house, and when they are back."""


def read_page(reading: Reading, incident_id: IncidentId) -> PageRead | None:
    """Return the problem whole with everybody's names; None when there is none of that id."""
    incident = incident_whole(reading, incident_id)
    if incident is None:
        return None
    active = tuple(person for person in colleagues(reading) if person.active)
    told = stories_of(reading, incident_id)
    out = {each.person_id: each.back_by for each in who_is_out(reading)}
    return PageRead(incident=incident, names=names(reading), people=active, stories=told, out=out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One problem at one moment, as one person looks at it."""

    incident: Incident
    names: Mapping[PersonId, str]
    people: tuple[Person, ...]
    now: datetime
    zone: ZoneInfo
    currency: str
    acting: PersonId | None
    stories: tuple[StoryId, ...] = ()
    may_draw: bool = False
    """Who acts here may tell it as a story."""
    out: Mapping[PersonId, datetime] = field(default_factory=dict)
    """Who is out of the house on an errand, of this problem or another, and when they are back."""

    @property
    def clock(self) -> ClockReading | None:
        """Return the guest clock; None for what has none."""
        facts = self.incident.clock_facts()
        return None if facts is None else read_clock(facts, self.now)

    def looks_like(self, before: Scene) -> bool:
        """Tell whether the page is the same as at another moment but for the minutes since our last word."""
        day, day_before = (each.now.astimezone(each.zone).date() for each in (self, before))
        if day != day_before or self.incident != before.incident or self.acting != before.acting:
            return False
        if (self.stories, self.may_draw, self.out) != (before.stories, before.may_draw, before.out):
            return False
        if self.untold != before.untold or self.names != before.names or self.people != before.people:
            return False
        clock, clock_before = self.clock, before.clock
        if (clock and clock.state) != (clock_before and clock_before.state):
            return False
        return all(each.state(self.now) == each.state(before.now) for each in self.incident.promises)

    @property
    def spoken_of(self) -> SpokenOf:
        """Return how the guest is spoken of."""
        return SpokenOf.guest(self.incident.guest)

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither settled nor withdrawn."""
        return self.incident.status == Status.OPEN

    @property
    def is_problem(self) -> bool:
        """Tell a problem from praise and near misses."""
        return self.incident.sort == Sort.PROBLEM

    @property
    def untold(self) -> tuple[Note, ...]:
        """Return what we know and the guest does not, now."""
        return self.incident.untold(self.now)

    @property
    def place_words(self) -> str:
        """Return what names the problem in a sentence: its place, its guest, else its number."""
        return self.incident.place or self.incident.guest or f"#{self.incident.number}"

    @property
    def phone(self) -> str:
        """Return the guest's phone number as people here write it; no words when there is none."""
        phone = self.incident.phone
        return phone_words(phone, region_of(self.zone.key, self.currency)) if phone else ""

    def name(self, person_id: PersonId) -> str:
        """Return a colleague's name, also of one who left."""
        return self.names.get(person_id, "")

    def time(self, moment: datetime) -> str:
        """Return the time of day in the house."""
        return time_words(moment, self.zone)

    def when(self, moment: datetime) -> str:
        """Return the time of day, with the day where that is not clear."""
        return when_words(moment, self.now, self.zone)

    def money(self, minor: int) -> str:
        """Return a sum of the house's money."""
        return str(Money(minor=minor, currency=self.currency))

    def note_words(self, note: Note) -> str:
        """Return how another note speaks of this one: "Saw 12:31"."""
        return f"{kind_name(note.kind)} {self.time(note.happened_at or note.recorded_at)}"
