"""Between the window and the desk: every question, every command and every signal across them lives here.

Writes go one after another on one lane, reads on two, the station's own file on one. Answers come back on the
window's thread; an answer for a widget that is gone, or older than one already asked again, is dropped.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.hearing import Hearing
from hospitality_desk.gui.lanes import Lanes, Then
from hospitality_desk.station.station import STATION_NAME
from hospitality_desk.words import _

if TYPE_CHECKING:  # the desk brings the store's libraries with it, which are read in after the first paint
    from datetime import datetime

    from hospitality_desk.commands.base import Command
    from hospitality_desk.desk.desk import Desk, Outcome
    from hospitality_desk.domain.house import House
    from hospitality_desk.domain.ids import CommandId
    from hospitality_desk.queries.base import Reading
    from hospitality_desk.station.station import Station

log = logging.getLogger(__name__)

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


class Bridge(QObject):
    """Hands commands and questions to the desk and brings the answers home to the window's thread."""

    opened = Signal()
    """The desk is open: `do` and `ask` work from now on."""
    changed = Signal(object)
    """A `Changes`: something was committed, here or elsewhere; every screen asks again for what it names."""
    marked = Signal(object)
    """A tuple of `live.feed.Mark`: where and when others changed a problem last. Goes out before `changed`."""
    said = Signal(str)
    """A whole sentence for the person: why something did not work, or what became of their text."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.station = station
        self._desk: Desk | None = None
        self._instead_of_said: Then[KnownError] | None = None
        self._lanes = Lanes(self._say, self)
        self._under_way = self._lanes.under_way
        self._tickets: dict[tuple[int, str], int] = {}
        self._hearing = Hearing(self._lanes, self)
        self._hearing.marked.connect(self.marked)
        self._hearing.changed.connect(self.changed)

    def open(self, open_desk: Callable[[], Desk], refused: Then[KnownError] | None = None) -> None:
        """Open the desk on the writing lane; `opened` follows, or `refused` (without it `said`) with the reason."""
        self._lanes.start(self._lanes.writes, lambda: self._begin(open_desk), self, self._keep, refused)

    def change_house(
        self,
        work: Callable[[], Answer],
        open_desk: Callable[[], Desk],
        then: Then[Answer | KnownError],
        refused: Then[KnownError],
    ) -> None:
        """Close the desk, do `work` on the house's files, and open again, whatever came of the work.

        There is no desk from now on until `opened`. Before that `then` gets what the work answered, or the reason why
        it was not done; `refused` hears why the house did not open again. Nobody may ask for anything meanwhile.
        """
        desk, self._desk = self._desk, None
        self._hearing.listen_to(None)

        def changing() -> tuple[Answer | KnownError, Desk]:
            self._lanes.wait_for_reads()
            if desk is not None:
                desk.close()
            answer: Answer | KnownError
            try:
                answer = work()
            except KnownError as error:
                answer = error
            except Exception:
                log.exception("the house was not changed")
                answer = KnownError(_("That did not work, and nothing was changed. Try again."))
            return answer, self._begin(open_desk)

        def home(found: tuple[Answer | KnownError, Desk]) -> None:
            answer, opened = found
            then(answer)
            self._keep(opened)

        self._lanes.start(self._lanes.writes, changing, self, home, refused)

    def _begin(self, open_desk: Callable[[], Desk]) -> Desk:
        """Open the desk, on the writing lane, and hear from its feed."""
        desk = open_desk()
        desk.station = self.station.name
        try:
            desk.feed.begin()  # before anything is read: what comes after it is news
        except KnownError:
            desk.close()
            raise
        desk.listen(self._hearing.ring)
        return desk

    def _keep(self, desk: Desk) -> None:
        desk.keep_off(threading.get_ident())
        self._desk = desk
        self._hearing.listen_to(desk)
        self.opened.emit()

    @property
    def is_open(self) -> bool:
        """Tell whether the desk is open."""
        return self._desk is not None

    @property
    def house(self) -> House:
        """Return the house's fixed facts; only once the desk is open."""
        return self._open_desk().house

    def now(self) -> datetime:
        """Return what time it is in the house; only once the desk is open."""
        return self._open_desk().now()

    def do(
        self,
        command: Command,
        *,
        owner: QObject,
        then: Then[Outcome] | None = None,
        refused: Then[KnownError] | None = None,
    ) -> None:
        """Carry a command out on the writing lane.

        `then` gets the outcome after the commit, before `changed` goes out; `refused` gets the reason when nothing
        was changed, also when that was our own mistake (without it, `said` does). Neither is called once `owner` is
        gone; the command is done all the same.
        """
        desk = self._open_desk()
        refused = refused or self._instead_of_said

        def home(outcome: Outcome) -> None:
            if then is not None and isValid(owner):
                then(outcome)
            for notice in outcome.notices:
                self.said.emit(notice)
            if outcome.changes:
                self.changed.emit(outcome.changes)

        self._lanes.start(
            self._lanes.writes, lambda: desk.do(command), self, home, _while_valid(owner, refused, self._say)
        )

    def trying(self, act: Callable[[], None], refused: Then[KnownError]) -> None:
        """Call `act`; the reason of a command it gives to `do` comes to `refused`, where `said` would have it."""
        self._instead_of_said = refused
        try:
            act()
        finally:
            self._instead_of_said = None

    def ask(
        self,
        query: Callable[Concatenate[Reading, Args], Answer],
        then: Then[Answer],
        owner: QObject,
        topic: str,
        *args: Args.args,
        **kwargs: Args.kwargs,
    ) -> None:
        """Ask a question on a reading lane; `then` gets the answer, `said` the reason when there is none.

        An answer is dropped when `owner` is gone or has asked again under the same `topic`.
        """
        self.try_ask(query, then, None, owner, topic, *args, **kwargs)

    def try_ask(
        self,
        query: Callable[Concatenate[Reading, Args], Answer],
        then: Then[Answer],
        refused: Then[KnownError] | None,
        owner: QObject,
        topic: str,
        *args: Args.args,
        **kwargs: Args.kwargs,
    ) -> None:
        """Ask as `ask` does, and hand the reason to `refused` when the store gives no answer.

        Whoever shows what was asked for must ask again then: the store may be back at the next tick.
        """
        desk = self._open_desk()
        key = (id(owner), topic)
        ticket = self._tickets.get(key, 0) + 1
        self._tickets[key] = ticket

        def home(answer: Answer) -> None:
            if isValid(owner) and self._tickets.get(key) == ticket:
                then(answer)

        def away(error: KnownError) -> None:
            if not isValid(owner) or self._tickets.get(key) != ticket:
                return
            (refused or self._say)(error)

        self._lanes.start(self._lanes.reads, lambda: desk.ask(query, *args, **kwargs), self, home, away)

    def was_done(
        self,
        command_id: CommandId,
        then: Then[datetime | None],
        owner: QObject,
        refused: Then[KnownError] | None = None,
    ) -> None:
        """Ask whether a command was done, and when: a draft may already be saved.

        Where the store cannot say, `refused` is called: the draft is as good as not sent, its ids make a second
        sending the same act.
        """
        desk = self._open_desk()
        self._lanes.start(
            self._lanes.reads, lambda: desk.done_at(command_id), owner, then, _while_valid(owner, refused, self._say)
        )

    def look_for_news(self, then: Callable[[], None], refused: Then[KnownError]) -> None:
        """Let `changed` go out for whatever was committed elsewhere since the last look; one look at a time."""
        self._hearing.look(then, refused)

    def name_station(self, name: str) -> None:
        """Call this stand so from now on, here and in the marks of others; an empty name takes the PC's own."""

        def named(_kept: None) -> None:
            if self._desk is not None:
                self._desk.station = self.station.name

        self.note(lambda station: station.prefer(STATION_NAME, name), self, named)

    def note(self, work: Callable[[Station], Answer], owner: QObject, then: Then[Answer] | None = None) -> None:
        """Work with the station's own file on its lane, strictly in order."""
        station = self.station
        self._lanes.start(self._lanes.notes, lambda: work(station), owner, then, None)

    def wait_for_notes(self) -> None:
        """Let what is on its way to the station's file arrive, for half a second at most: the session ends."""
        self._lanes.wait_for_notes()

    def settle_down(self) -> None:
        """Let what is under way end (at most LEAVE_WITHIN seconds), then close desk and station.

        The last call: a widget that is taken down later may still ask for something, and nothing comes of it.
        """
        self._hearing.listen_to(None)
        self._lanes.end()
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        self.station.close()

    def _open_desk(self) -> Desk:
        if self._desk is None:
            raise RuntimeError("the desk is not open yet")
        return self._desk

    def _say(self, error: KnownError) -> None:
        self.said.emit(error.say)


def _while_valid(owner: QObject, refused: Then[KnownError] | None, say: Then[KnownError]) -> Then[KnownError] | None:
    """Return `refused`, or `say` once its owner is gone: a reason is never lost."""
    if refused is None:
        return None

    def home(error: KnownError) -> None:
        if isValid(owner):
            refused(error)
        else:
            say(error)

    return home
