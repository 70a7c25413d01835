"""One run of a command: the open desk behind it, who acts, and what REF, NAME, TIME and TEXT mean in this house."""

import argparse
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from hospitality_desk.cli.folder import chosen_folder
from hospitality_desk.cli.terminal import Terminal
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk, Outcome
from hospitality_desk.desk.open import DEFAULT_CURRENCY, Address, local_zone_name, make_desk, open_desk, practice_now
from hospitality_desk.domain.clock import SystemClock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, PersonId, StoryId, new_id
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.regions import region_of
from hospitality_desk.domain.staff import Permission, Person
from hospitality_desk.domain.text import clean_name, folded
from hospitality_desk.domain.time_words import read_time
from hospitality_desk.errors import KnownError, Refused, StoreBusy, StoreUnreachable
from hospitality_desk.queries.imports import known_source_keys
from hospitality_desk.queries.incidents import BoardRow, board_rows, incident_numbered, incident_whole
from hospitality_desk.queries.staff import colleagues, names, person_named
from hospitality_desk.words import _

if TYPE_CHECKING:  # phone numbers take a while to import; only two commands read lines
    from hospitality_desk.domain.quick_line import LineContext
    from hospitality_desk.queries.stories import StoryRow, StoryWhole

_LONGEST_NUMBER = 15


class Act(TypedDict):
    """What every command needs: its id, who acts, and when."""

    command_id: CommandId
    by: PersonId
    at: datetime


class Session:
    """Opens the house when it is first needed and closes it at the end."""

    def __init__(self, args: argparse.Namespace, terminal: Terminal) -> None:
        self.address = Address.chosen(str(chosen_folder(args.data)), args.store)
        self.terminal = terminal
        self.has_done = False
        """Whether something was done that stays done, whatever happens to its answer."""
        self._acting: str | None = args.acting
        self._desk: Desk | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._desk is not None:
            self._desk.close()

    @property
    def desk(self) -> Desk:
        """Return the open desk. Raises NoHouseYet when there is none here, StoreUnreachable, and WrongUse."""
        if self._desk is None:
            self._desk = open_desk(self.address)
        return self._desk

    def make_house(self, *, name: str | None, zone_name: str | None, currency: str | None, practice: bool) -> House:
        """Make a house and stay in it; refused where one stands already."""
        self._desk = make_desk(self.address, name=name, zone_name=zone_name, currency=currency, practice=practice)
        self.has_done = True
        return self._desk.house

    def has_house(self) -> bool:
        """Tell whether an embedded store's file is there; of another store only opening it can tell."""
        if not self.address.is_embedded:
            return True
        where = self.address.where
        path = where if isinstance(where, Path) else Path(where.partition("///")[2])
        return path.is_file() and path.stat().st_size > 0

    @property
    def now(self) -> datetime:
        """Return what time it is in this house."""
        return self.desk.now()

    @property
    def zone(self) -> ZoneInfo:
        """Return the house's time zone."""
        return self.desk.house.zone

    @property
    def by(self) -> PersonId:
        """Return who acts: the colleague named with --as, else the house itself (the desk says if it still may)."""
        if self._acting is None:
            return THE_HOUSE
        name = clean_name(self._acting).text
        if folded(name) == folded(self.names()[THE_HOUSE]):
            return THE_HOUSE
        return self.person(name)

    def person(self, name: str) -> PersonId:
        """Return the active colleague of that name; refuse one nobody knows."""
        found = self.desk.ask(person_named, name)
        if found is None:
            say = _("There is nobody called {name} here. See who is: hospitality-desk people list")
            raise Refused(say.format(name=clean_name(name).text or "“”"))
        return found.person_id

    def names(self) -> dict[PersonId, str]:
        """Return everybody's name by id."""
        return self.desk.ask(names)

    def colleagues(self) -> tuple[Person, ...]:
        """Return everybody who is or was here, by name."""
        return self.desk.ask(colleagues)

    def line_context(self) -> "LineContext":
        """Return what is known for reading a line: by the house, or where there is none by this PC alone."""
        # Phone numbers take a while to import; only two commands read lines.
        from hospitality_desk.desk.quick_log import line_context
        from hospitality_desk.domain.quick_line import LineContext

        if self.has_house():
            return self.desk.ask(line_context)
        zone_name = local_zone_name()
        return LineContext(
            now=practice_now() or SystemClock().now(),
            zone=ZoneInfo(zone_name),
            region=region_of(zone_name, DEFAULT_CURRENCY),
            people=(),
        )

    def region(self) -> str | None:
        """Return the country of the house, which decides how a date is written."""
        return region_of(self.desk.house.zone_name, self.desk.house.currency)

    def known_source_keys(self, keys: set[str]) -> frozenset[str]:
        """Return which rows of a file are here already."""
        return self.desk.ask(known_source_keys, keys)

    def act(self) -> Act:
        """Return what the next command needs: a fresh id, who acts, and now."""
        return Act(command_id=CommandId(new_id()), by=self.by, at=self.now)

    def do(self, command: Command) -> Outcome:
        """Carry a command out.

        Where the store's answer is lost the same command is sent once more: under its id it is done once at most.
        Raises StoreUnreachable, saying that nobody knows, when it stays lost.
        """
        try:
            outcome = self.desk.do(command)
        except (StoreUnreachable, StoreBusy) as trouble:
            outcome = self._once_more(command, trouble)
        self.has_done = True
        return outcome

    def _once_more(self, command: Command, first: KnownError) -> Outcome:
        try:
            return self.desk.do(command)
        except (StoreUnreachable, StoreBusy) as second:
            # A store in this process knows what it saved, and a busy one has saved nothing.
            if self.address.is_embedded or (isinstance(first, StoreBusy) and isinstance(second, StoreBusy)):
                raise
            say = _("It is not known whether this was saved. Look at the board before you try again.")
            raise StoreUnreachable(say) from second

    def incident_id(self, ref: str) -> IncidentId:
        """Return the id behind a visible number, with or without #; refuse a number nobody has."""
        number = ref.strip().removeprefix("#")
        found = None
        if number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER:
            found = self.desk.ask(incident_numbered, int(number))
        if found is None:
            raise Refused(_("There is no problem #{number} here.").format(number=clean_name(number).text[:40]))
        return found

    def incident(self, incident_id: IncidentId) -> Incident:
        """Return the incident as it stands."""
        found = self.desk.ask(incident_whole, incident_id)
        if found is None:
            raise Refused(_("There is no such problem here."))
        return found

    def story_id(self, given: str) -> StoryId:
        """Return the id behind a story's number; refuse a number nobody has."""
        # What finds names takes a while to import; only the stories need it.
        from hospitality_desk.queries.stories import story_numbered

        found = None
        if given.isascii() and given.isdigit() and len(given) <= _LONGEST_NUMBER:
            found = self.desk.ask(story_numbered, int(given))
        if found is None:
            raise Refused(_("There is no story {number} here.").format(number=clean_name(given).text[:40]))
        return found

    def story(self, story_id: StoryId) -> "StoryWhole":
        """Return the story as whoever acts may see it, with what is open."""
        # What finds names takes a while to import; only the stories need it.
        from hospitality_desk.queries.stories import story_for

        self.desk.check_may(self.by, Permission.READ_STORIES)
        found = self.desk.ask(story_for, story_id, self.by)
        if found is None:
            raise Refused(_("There is no such story here."))
        return found

    def stories(self) -> "tuple[StoryRow, ...]":
        """Return every story, the one changed last first."""
        # What finds names takes a while to import; only the stories need it.
        from hospitality_desk.queries.stories import stories_for

        self.desk.check_may(self.by, Permission.READ_STORIES)
        return self.desk.ask(stories_for, self.by)

    def board(self) -> tuple[BoardRow, ...]:
        """Return the open problems in the Floor's order."""
        return self.desk.ask(board_rows)

    def text(self, given: str) -> str:
        """Return a TEXT, LINE or WORDS as typed; `-` is standard input as it is."""
        return self.terminal.read() if given == "-" else given

    def optional_text(self, given: str | None) -> str | None:
        """Return the text, or None when none was given."""
        return None if given is None else self.text(given)

    def time(self, given: str, *, last: bool) -> datetime:
        """Return the TIME that is meant; raises WrongUse for what is no time."""
        return read_time(given, self.now, self.zone, last=last)

    def next_time(self, given: str | None, *, after: datetime | None = None) -> datetime | None:
        """Return the TIME that is meant; for a clock time the next one after now, or after another moment."""
        return None if given is None else read_time(given, after or self.now, self.zone, last=False)

    def last_time(self, given: str | None) -> datetime | None:
        """Return the TIME that is meant, the last one for a clock time."""
        return None if given is None else self.time(given, last=True)

    def new_entry(self) -> EntryId:
        """Return the id of a note that is about to be added."""
        return EntryId(new_id())
