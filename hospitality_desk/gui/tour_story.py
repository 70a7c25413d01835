"""The purse story as a practice house lives it, minute by minute, through the one door (product paper, 3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hospitality_desk.commands import incidents, staff, tasks, timeline, tries
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk, Outcome
from hospitality_desk.desk.quick_log import line_context, log_command
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.entries import EntryKind, Judgement
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, PersonId, new_id
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Asked, Source
from hospitality_desk.domain.incidents import Outcome as Ending
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.quick_line import read_line
from hospitality_desk.domain.staff import Role
from hospitality_desk.domain.tasks import TryOutcome
from hospitality_desk.gui.tour_facts import at_the_picture, clock_step, numbers
from hospitality_desk.queries.incidents import incident_whole
from hospitality_desk.queries.staff import colleagues

HOUSE, ZONE = "Northgate House", "America/New_York"
LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
FIRST_LINE_AT, PICTURE_AT = "12:32", "12:56"
_FRIDAY = (2026, 11, 20)
_STAFF = {
    "Dana": Role.MANAGER, "Carlo": Role.HOST, "Ana": Role.SERVER, "Tom": Role.SERVER, "Priya": Role.SERVER,
}  # fmt: skip
_MORNING = (
    ("Table 2", "The toast was burnt", 5), ("Room 11", "No towels after the swim", 4), ("Table 6", "Wrong eggs", 4),
    ("Lobby", "Waited for the lift with a pram", 5), ("Table 15", "The coffee was cold", 3),
)  # fmt: skip
"""What was settled before lunch: place, words, the guest's verdict."""


def moment(local: str) -> datetime:
    """Return a time of the story's Friday in its house, such as "12:56"."""
    hour, minute = (int(part) for part in local.split(":"))
    return datetime(*_FRIDAY, hour, minute, tzinfo=ZoneInfo(ZONE))


class TourStory:
    """Told in three parts, in order: `before_the_line`, `until_the_picture`, `to_the_end`.

    Each part is given the open practice house; its clock is set, part by part.
    """

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._ids: dict[str, PersonId] = {}
        self._open: dict[str, IncidentId] = {}
        self._steps: list[Json] = []
        self.purse = IncidentId("")
        """The incident of Table 12, once its line is logged."""

    def before_the_line(self, desk: Desk) -> None:
        """The morning, and four tables that wait when the purse is reported."""
        self._desk = desk
        self._at("10:55")
        for name, role in _STAFF.items():
            person_id = PersonId(new_id())
            self._do(staff.AddPerson, "Dana" if self._ids else None, person_id=person_id, name=name, role=role)
            self._ids[name] = person_id
        for n, (place, words, verdict) in enumerate(_MORNING):
            self._at(f"11:{10 + 9 * n}")
            self._log(place, words, "Ana")
            self._told(place, "Sorry. A new one is on its way.", "Ana")
            self._do(
                incidents.SettleIncident, "Ana", incident_id=self._open.pop(place), outcome=Ending.RECOVERED,
                asked=Asked.ALOUD, verdict=verdict,
            )  # fmt: skip
        self._at("12:05")
        self._log("Table 18", "“Please let us finish the toasts first.”", "Tom", guest="Haddad", party_size=8)
        self._task("Table 18", "Cake at 13:30", "Tom")
        self._at("12:12")
        self._log("Room 7", "“The shower only runs cold.”", "Priya", guest="Lindqvist", party_size=2)
        self._at("12:23")
        self._told("Table 18", "We come when you wave.", "Tom")
        self._rest("Table 18", "13:30")
        self._at("12:25")
        self._told("Room 7", "The plumber is coming.", "Priya", promise_by=moment("12:50"))
        self._log("Table 3", "“We were told this table was by the window.”", "Carlo", guest="Walk-in", party_size=2)
        self._task("Table 3", "Move to table 9 when it clears", "Carlo")
        self._task("Room 7", "Plumber on the way", "Priya", due=moment("13:05"))
        self._at("12:28")
        self._log("Bar 5", "“I said no nuts, twice.”", "Dana", guest="Ferrari", party_size=1)
        self._told("Table 3", "One by the window clears by one.", "Carlo", promise_by=moment("12:52"))
        self._task("Bar 5", "Chef to speak with him", "Dana")
        self._at("12:30")
        self._told("Bar 5", "The chef is coming to see you.", "Dana", promise_by=moment("12:54"))
        self._at(FIRST_LINE_AT)

    def until_the_picture(self, desk: Desk) -> None:
        """Steps 1 to 12 of the purse table, and what the other tables hear meanwhile."""
        self._desk = desk
        self._at(FIRST_LINE_AT)
        self._first_line()
        self._note(EntryKind.SAW, "Came in alone, patting her pockets, pale.", "Carlo", happened_at=moment("12:31"))
        self._note(EntryKind.THINK, "Her phone is in the purse. Someone may hear it.", "Carlo", rests_on=(1, 2))
        self._at("12:33")
        self._told("Table 12", "Join your friends, settle up another time.", "Carlo")
        self._at("12:35")
        self._note(EntryKind.DID, "Seated her. Asked for her number, Ana calls it.", "Carlo", follows=3)
        self._task("Table 12", "Seat her with her party", "Dana")
        self._do(tasks.FinishTask, "Dana", incident_id=self.purse, task=1)
        self._told("Table 18", "Take your time.", "Tom")
        self._rest("Table 18", "13:30")
        self._at("12:36")
        self._task("Table 12", "Call the phone", "Ana", every=4)
        self._try(TryOutcome.NO_ANSWER)
        self._at("12:38")
        self._note(EntryKind.COST, "Lunch to the house account", "Dana", amount=6400)
        self._at("12:42")
        self._try(TryOutcome.NO_ANSWER)
        self._at("12:45")
        self._told("Table 12", "Still calling. I will be back by 13:00.", "Carlo", promise_by=moment("13:00"))
        self._at("12:47")
        self._told("Room 7", "He is on his way, here by five past.", "Priya", promise_by=moment("13:07"))
        self._at("12:48")
        self._try(TryOutcome.NO_ANSWER)
        self._note(EntryKind.HEARD, "It rings out each time, so it is on.", "Ana")
        self._at("12:50")
        self._task("Table 12", "Ask the taxi office to radio", "Tom")
        self._task("Table 12", "Meet the driver halfway", "Carlo")
        self._told("Table 3", "Table 9 is at its coffee now.", "Carlo", promise_by=moment("13:05"))
        self._at("12:52")
        self._note(EntryKind.HEARD, "Taxi office has asked its drivers.", "Tom")
        self._told("Bar 5", "New plate, made apart.", "Dana", promise_by=moment("13:07"))
        self._at("12:53")
        self._log("Lobby", "“The car we booked never came.”", "Priya", guest="Osei", party_size=3)
        self._task("Lobby", "Taxi ordered", "Priya", due=moment("13:04"))
        self._at("12:54")
        self._try(TryOutcome.NO_ANSWER)
        self._told("Lobby", "A taxi is ordered.", "Priya", promise_by=moment("13:24"))
        self._at(PICTURE_AT)

    def one_like_it(self, desk: Desk) -> None:
        """The same evening with one line more: a colleague at the bar has heard of the purse already."""
        self._desk = desk
        self._at("12:29")
        self._log("Table 12", "“A lady’s bag went off in a cab.”", "Tom")
        self._at(FIRST_LINE_AT)

    def to_the_end(self, desk: Desk) -> dict[str, Json]:
        """Steps 13 to 19; return the story's numbers."""
        self._desk = desk
        self._at(PICTURE_AT)
        picture = at_the_picture(self._whole(), desk.now())
        self._at("12:58")
        self._try(TryOutcome.NO_ANSWER)
        self._at("12:59")
        self._told("Table 12", "It rings, and the taxi office is asking.", "Carlo", tells=(8, 9))
        self._at("13:02")
        self._try(TryOutcome.ANSWERED, "The driver has it, several miles north, in the Bronx.")
        self._do(timeline.JudgeThink, "Ana", incident_id=self.purse, note=3, judgement=Judgement.RIGHT)
        self._do(tasks.FinishTask, "Ana", incident_id=self.purse, task=3)
        self._at("13:04")
        self._told(
            "Table 12", "We have found it. I am meeting the driver, back by 13:35.", "Carlo",
            tells=(11,), promise_by=moment("13:35"),
        )  # fmt: skip
        self._at("13:31")
        self._note(EntryKind.DID, "Purse beside her plate as she finishes her coffee.", "Carlo", keeps=1)
        self._told("Table 12", "Here it is.", "Carlo")
        self._note(EntryKind.COST, "Fare and thanks to the driver", "Carlo", amount=4500)
        self._do(tasks.FinishTask, "Carlo", incident_id=self.purse, task=4)
        self._at("13:33")
        self._do(
            incidents.SettleIncident, "Carlo", incident_id=self.purse, outcome=Ending.RECOVERED, asked=Asked.ALOUD,
            verdict=5, words="You are angels.",
        )  # fmt: skip
        end = numbers(self._whole(), desk.now(), desk.house)
        return {PICTURE_AT: picture, "steps": [*self._steps], "end": end}

    def person(self, name: str) -> PersonId:
        """Return somebody of the house."""
        return self._ids[name]

    def _first_line(self) -> None:
        desk = self._house
        read = read_line(LINE, desk.ask(line_context))
        self.purse = self._open["Table 12"] = IncidentId(new_id())
        desk.do(
            log_command(
                read, desk.ask(colleagues), command_id=CommandId(new_id()), incident_id=self.purse,
                entry_id=EntryId(new_id()), by=self._ids["Carlo"], at=desk.now(), source=Source.TOLD,
            )
        )  # fmt: skip
        self._do(incidents.ChangeIncident, "Carlo", incident_id=self.purse, severity=Severity.SERIOUS, party_size=4)

    @property
    def _house(self) -> Desk:
        if self._desk is None:
            raise RuntimeError("the story has no house yet")
        return self._desk

    def _whole(self) -> Incident:
        whole = self._house.ask(incident_whole, self.purse)
        if whole is None:
            raise RuntimeError("the story has not begun")
        return whole

    def _at(self, local: str) -> None:
        """Let it be that time; what the purse's clock said just before is one of the story's numbers."""
        if self.purse and isinstance(self._house.clock, SetClock):
            step = clock_step(self._whole(), self._house.now(), self._house.house.zone)
            if step is not None:
                self._steps.append(step)
        self._house.clock = SetClock(moment(local))

    def _do(self, command: type[Command], who: str | None, **fields: Any) -> Outcome:
        """Any: the fields of one command or another, checked when it is made."""
        by = self._ids[who] if who else THE_HOUSE
        return self._house.do(command(command_id=CommandId(new_id()), by=by, at=self._house.now(), **fields))

    def _log(self, place: str, words: str, who: str, **fields: Any) -> None:
        incident_id = self._open[place] = IncidentId(new_id())
        self._do(
            incidents.LogIncident, who, incident_id=incident_id, entry_id=EntryId(new_id()), text=words, gist=words,
            place=place, **fields,
        )  # fmt: skip

    def _told(self, place: str, words: str, who: str, **fields: Any) -> None:
        self._do(
            timeline.TellGuest, who, incident_id=self._open[place], entry_id=EntryId(new_id()), text=words, **fields
        )

    def _note(self, kind: EntryKind, words: str, who: str, **fields: Any) -> None:
        self._do(
            timeline.AddNote, who, incident_id=self.purse, entry_id=EntryId(new_id()), kind=kind, text=words, **fields
        )

    def _task(self, place: str, title: str, owner: str, **fields: Any) -> None:
        self._do(tasks.AddTask, owner, incident_id=self._open[place], title=title, owner=self._ids[owner], **fields)

    def _try(self, outcome: TryOutcome, said: str | None = None) -> None:
        """Let Ana call the phone in the purse once more."""
        self._do(tries.LogTry, "Ana", incident_id=self.purse, task=2, outcome=outcome, said=said)

    def _rest(self, place: str, until: str) -> None:
        self._do(incidents.LeaveInPeace, "Tom", incident_id=self._open[place], until=moment(until), reason="toasts")
