"""An evening told step by step: the desk, its set clock, and short words for its commands."""

from datetime import datetime, timedelta
from typing import Any

from hospitality_desk.commands import imports, incidents, staff, tasks, timeline
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk, Outcome
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, PersonId, new_id
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.staff import Role
from hospitality_desk.queries import incidents as asked


class Evening:
    """Acts through the one door only. `who` is a name that was added, or None for the house itself."""

    def __init__(self, desk: Desk) -> None:
        assert isinstance(desk.clock, SetClock)
        self.desk = desk
        self.clock: SetClock = desk.clock
        self.ids: dict[str, PersonId] = {}

    def at(self, local: str) -> datetime:
        """Set the clock to a local time of the evening's day, and return it."""
        hour, minute, *second = (int(part) for part in local.split(":"))
        here = self.clock.moment.astimezone(self.desk.house.zone)
        moment = here.replace(hour=hour, minute=minute, second=second[0] if second else 0, microsecond=0)
        self.clock.moment = moment.astimezone(self.clock.moment.tzinfo)
        return self.clock.moment

    def later(self, **by: float) -> datetime:
        """Move the clock on and return it."""
        self.clock.moment += timedelta(**by)
        return self.clock.moment

    def time(self, local: str) -> datetime:
        """Return a local time of the evening's day without setting the clock."""
        kept = self.clock.moment
        found = self.at(local)
        self.clock.moment = kept
        return found

    def do(self, command_type: type[Command], who: str | None = None, **fields: Any) -> Outcome:
        """Do one command as somebody, now."""
        by = self.ids[who] if who else THE_HOUSE
        made = {"command_id": CommandId(new_id()), "by": by, "at": self.clock.moment, **fields}
        return self.desk.do(command_type(**made))

    def person(self, name: str, role: Role = Role.HOST, who: str | None = None) -> PersonId:
        person_id = PersonId(new_id())
        self.do(staff.AddPerson, who, person_id=person_id, name=name, role=role)
        self.ids[name] = person_id
        return person_id

    def staffed(self) -> None:
        """Add Dana (manager), Carlo, Ana and Tom."""
        self.person("Dana", Role.MANAGER)
        self.person("Carlo", who="Dana")
        self.person("Ana", Role.SERVER, who="Dana")
        self.person("Tom", Role.SERVER, who="Dana")

    def log(self, text: str = "cold soup", who: str | None = None, **fields: Any) -> IncidentId:
        incident_id = IncidentId(new_id())
        given = {"gist": text, **fields}
        self.do(incidents.LogIncident, who, incident_id=incident_id, entry_id=EntryId(new_id()), text=text, **given)
        return incident_id

    def note(
        self, incident: IncidentId, kind: EntryKind, text: str = "a note", who: str | None = None, **fields: Any
    ) -> int:
        made = self.do(
            timeline.AddNote, who, incident_id=incident, entry_id=EntryId(new_id()), kind=kind, text=text, **fields
        )
        return int(str(made.answer["entry"]))

    def told(self, incident: IncidentId, text: str = "soon there", who: str | None = None, **fields: Any) -> int:
        made = self.do(timeline.TellGuest, who, incident_id=incident, entry_id=EntryId(new_id()), text=text, **fields)
        return int(str(made.answer["entry"]))

    def task(self, incident: IncidentId, title: str = "a task", who: str | None = None, **fields: Any) -> int:
        return int(str(self.do(tasks.AddTask, who, incident_id=incident, title=title, **fields).answer["task"]))

    def bring_in(self, *problems: imports.ImportedProblem) -> Outcome:
        return self.do(imports.ImportProblems, problems=problems)

    def whole(self, incident: IncidentId) -> Incident:
        found = self.desk.ask(asked.incident_whole, incident)
        assert found is not None
        return found

    def board(self) -> tuple[asked.BoardRow, ...]:
        return self.desk.ask(asked.board_rows)

    def clock_of(self, incident: IncidentId) -> tuple[int, str, str]:
        """Return minutes, state and local `by` of an incident on the Floor."""
        row = next(row for row in self.board() if row.incident_id == incident)
        reading = row.clock_at(self.clock.moment)
        return reading.minutes, reading.state.value, f"{reading.by.astimezone(self.desk.house.zone):%H:%M}"
