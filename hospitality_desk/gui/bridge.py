"""Between the window and the desk: every question, every command and every signal across them lives here.

Writes go one after another on one lane, reads on two, the station's own file on one, papers on one. Answers come back
on the window's thread; an answer for a widget that is gone, or older than one already asked again, is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.hearing import Hearing
from hospitality_desk.gui.housing import Housing
from hospitality_desk.gui.lanes import Lanes, Then
from hospitality_desk.gui.making import Making, Tell
from hospitality_desk.station.station import STATION_NAME

if TYPE_CHECKING:  # the desk brings the store's libraries with it, which are read in after the first paint
    from datetime import datetime

    from hospitality_desk.commands.base import Command
    from hospitality_desk.desk.desk import Desk, Outcome
    from hospitality_desk.domain.house import House
    from hospitality_desk.domain.ids import CommandId
    from hospitality_desk.queries.base import Reading
    from hospitality_desk.station.station import Station

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
    rested = Signal()
    """Every command that was under way has come home, and everybody has heard of it."""
    said = Signal(str)
    """A whole sentence for the person: why something did not work, or what became of their text."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.station = station
        self._acting = 0
        self._instead_of_said: Then[KnownError] | None = None
        self._lanes = Lanes(self._say, self)
        self._under_way = self._lanes.under_way
        self._tickets: dict[tuple[int, str], int] = {}
        self._hearing = Hearing(self._lanes, self)
        self._housing = Housing(station, self._lanes, self._hearing, self)
        self._housing.opened.connect(self.opened)
        self._hearing.marked.connect(self.marked)
        self._hearing.changed.connect(self.changed)

    def open(self, open_desk: Callable[[], Desk], refused: Then[KnownError] | None = None) -> None:
        """Open the desk on the writing lane; `opened` follows, or `refused` (without it `said`) with the reason."""
        self._housing.open(open_desk, refused)

    def change_house(
        self,
        work: Callable[[], Answer],
        open_desk: Callable[[], Desk],
        then: Then[Answer | KnownError],
        refused: Then[KnownError],
    ) -> None:
        """Do `work` on the house's files with no desk open, from now until `opened`: see `Housing.change`."""
        self._housing.change(work, open_desk, then, refused)

    @property
    def is_open(self) -> bool:
        """Tell whether the desk is open."""
        return self._housing.desk is not None

    @property
    def is_acting(self) -> bool:
        """Tell whether a command is under way: what is being typed may be saved already, or not; `rested` follows."""
        return self._acting > 0

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
        why_not = _while_valid(owner, refused or self._instead_of_said, self._say) or self._say

        def home(outcome: Outcome) -> None:
            try:
                if then is not None and isValid(owner):
                    then(outcome)
                for notice in outcome.notices:
                    self.said.emit(notice)
                if outcome.changes and self._housing.desk is desk:
                    self.changed.emit(outcome.changes)
            finally:
                self._came_home()

        def away(error: KnownError) -> None:
            try:
                why_not(error)
            finally:
                self._came_home()

        self._acting += 1
        self._lanes.start(self._lanes.writes, lambda: desk.do(command), self, home, away)

    def _came_home(self) -> None:
        self._acting -= 1
        if not self._acting:
            self.rested.emit()

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

    def make(
        self,
        work: Callable[[Desk, Tell], Answer],
        *,
        owner: QObject,
        then: Then[Answer],
        refused: Then[KnownError] | None = None,
    ) -> Making:
        """Do a work that takes a while on the lane of papers, one after the other.

        Its `progress` says how far it is, and `cancel` gives it up. Neither `then` nor `refused` (without it `said`)
        is called once it was given up, or `owner` is gone.
        """
        desk = self._open_desk()
        making = Making(self._lanes, self)
        making.start(lambda tell: work(desk, tell), owner, then, refused or self._say)
        return making

    def look_for_news(self, then: Callable[[], None], refused: Then[KnownError]) -> None:
        """Let `changed` go out for whatever was committed elsewhere since the last look; one look at a time."""
        self._hearing.look(then, refused)

    def name_station(self, name: str) -> None:
        """Call this stand so from now on, here and in the marks of others; an empty name takes the PC's own."""

        def named(_kept: None) -> None:
            if self._housing.desk is not None:
                self._housing.desk.station = self.station.name

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
        self._housing.close()
        self.station.close()

    def _open_desk(self) -> Desk:
        if self._housing.desk is None:
            raise RuntimeError("the desk is not open yet")
        return self._housing.desk

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
