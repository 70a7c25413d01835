"""The counter of the house: `do` a command, `ask` a question."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, TypeVar

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.catalogue import CATALOGUE
from hospitality_desk.desk.gate import Taken, through_gate
from hospitality_desk.domain.changes import Changes, Origin
from hospitality_desk.domain.clock import Clock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import CommandId, PersonId, new_id
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.staff import PERMISSION_WORDS, Permission, Person
from hospitality_desk.errors import BugError, Refused
from hospitality_desk.live.feed import Feed
from hospitality_desk.live.sqlite_watch import SqliteWatch
from hospitality_desk.queries.base import Reading
from hospitality_desk.storage import change_feed
from hospitality_desk.storage.check import Check, check_store
from hospitality_desk.storage.done_commands import done_at
from hospitality_desk.storage.people import people_of
from hospitality_desk.storage.store import Store
from hospitality_desk.storage.unit_of_work import UnitOfWork
from hospitality_desk.words import _

log = logging.getLogger(__name__)

Asked = ParamSpec("Asked")
Answered = TypeVar("Answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command came to: its news, its numbers, and what the gate took from its texts."""

    command_id: CommandId
    changes: Changes
    answer: Mapping[str, Json] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    was_done_before: bool = False


class Desk:
    """One open house. `do` and `ask` may be called from any thread; writes wait for each other in the store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self.clock = clock
        self.station = ""
        """What this stand is called, for the marks of others; empty where there is no stand."""
        self._origin_id = new_id()
        self.feed = Feed(store, self._origin_id)
        self._watch: SqliteWatch | None = None

    @property
    def _origin(self) -> Origin:
        return Origin(origin_id=self._origin_id, station=self.station)

    @property
    def house(self) -> House:
        """Return the house's fixed facts."""
        return self._store.house

    def now(self) -> datetime:
        """Return what time it is in this house."""
        return self.clock.now()

    def do(self, command: Command) -> Outcome:
        """Carry a command out, whole or not at all.

        The same command again answers what it answered the first time and changes nothing. Raises Refused (with the
        reason in words), StoreBusy or StoreUnreachable; then nothing was changed.
        """
        command, taken = through_gate(command)
        with self._store.write(self.clock, self._origin) as work:
            outcome = _carry_out(command, taken, work)
        if outcome.changes:
            self.feed.did(work.news_seq)
        if not outcome.was_done_before:
            log.info("%s done as %s", type(command).__name__, command.command_id)
        return outcome

    def do_in_turn(self, commands: Iterable[Command]) -> None:
        """Tell a new practice house its past: each command recorded at its own `at`, all of them or none.

        The times only go on and end by now. Raises as `do` does, and BugError in a house in which something was done
        already, and in a real one, where nothing is ever recorded at another time than now.
        """
        if not self.house.practice:
            raise BugError("a real house records at the time it is")
        with self._store.write(self.clock, self._origin) as work:
            if work.news_seq:
                raise BugError("a past is told before anything else is done")
            latest, end = datetime.min.replace(tzinfo=UTC), work.now
            for command in commands:
                if not latest <= command.at <= end:
                    raise BugError("a past is told in its order, up to now")
                latest = work.now = command.at
                _carry_out(*through_gate(command), work)
        for seq in range(1, work.news_seq + 1):
            self.feed.did(seq)

    def ask(
        self,
        query: Callable[Concatenate[Reading, Asked], Answered],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Answered:
        """Return the answer of one query, read in one consistent view of the store."""
        with self._store.read() as connection:
            reading = Reading(connection=connection, house=self.house, now=self.now())
            return query(reading, *args, **kwargs)

    def check_may(self, by: PersonId, permission: Permission) -> None:
        """Refuse what is asked rather than done (making a paper) to whoever may not do it."""
        with self._store.read() as connection:
            _check_person(by, people_of(connection), permission)

    def listen(self, ring: Callable[[], None]) -> None:
        """Call `ring`, on a thread of its own, soon after anybody has committed; `feed` then tells what it was.

        A store on a server has no bell yet: there `feed` is to be read now and then.
        """
        data_version = self._store.data_version()
        if data_version is not None and self._watch is None:
            self._watch = SqliteWatch(data_version, ring)
            self._watch.start()

    def newest_news(self) -> int:
        """Return the newest feed number."""
        with self._store.read() as connection:
            return change_feed.newest(connection)

    def done_at(self, command_id: CommandId) -> datetime | None:
        """Return when a command was done, or None: how a draft learns that it was saved."""
        with self._store.read() as connection:
            return done_at(connection, command_id)

    def keep_off(self, thread: int) -> None:
        """Let no statement run on this thread: the window hands itself in, so that it never waits for the store."""
        self._store.keep_off(thread)

    def check(self) -> tuple[Check, ...]:
        """Look whether everything in the store is sound; changes nothing."""
        with self._store.read() as connection:
            return check_store(connection, self.house)

    def versions(self) -> dict[str, str]:
        """Return what the store is, for the doctor."""
        return self._store.versions()

    def close(self) -> None:
        """Close the house."""
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        self._store.close()


def _carry_out(command: Command, taken: Taken, work: UnitOfWork) -> Outcome:
    """Run a command that came through the gate, inside a transaction that the caller commits."""
    handling = CATALOGUE[type(command)]
    before = work.answer_of(command.command_id)
    if before is not None:
        return Outcome(command_id=command.command_id, changes=Changes(), answer=before, was_done_before=True)
    _check_actor(command, work)
    done = handling.run(command, work)
    work.finish(command.command_id, type(command).__name__, command.by, done.answer, done.changes)
    return Outcome(command_id=command.command_id, changes=done.changes, answer=done.answer, notices=taken.sentences())


def _check_actor(command: Command, work: UnitOfWork) -> None:
    """Refuse an actor who is not here, may not do this, or is the house itself once it has people."""
    _check_person(command.by, work.people(), CATALOGUE[type(command)].needs)


def _check_person(by: PersonId, people: list[Person], needs: Permission) -> None:
    active = [person for person in people if person.active]
    actor = next((person for person in active if person.person_id == by), None)
    if actor is None:
        raise Refused(_("That colleague is not here any more. Choose somebody else."))
    if actor.is_the_house and any(not person.is_the_house for person in active):
        raise Refused(_("This house has people now. Say who is acting: at the foot of the rail, or with --as NAME."))
    if not actor.may(needs):
        say = _("{name} may not {act} here. Ask a manager.")
        raise Refused(say.format(name=actor.name, act=_(PERMISSION_WORDS[needs])))
