"""The purse table (product paper, 3) in the real window on a real screen: by keyboard alone, and by pointer.

Keys and pointer come from outside as X events; the numbers of each step are read from the store by this process, and
the clock's words from the screen. Steps 8, 13 and 17 are tries and the errand, which are not built yet.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import NOW_VARIABLE, Address, make_desk, open_desk
from hospitality_desk.domain.entries import EntryKind, Judgement
from hospitality_desk.domain.guest_clock import read_clock
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Asked, Outcome, Status
from hospitality_desk.domain.staff import Person
from hospitality_desk.paths import LOG_FOLDER
from hospitality_desk.queries.incidents import incident_numbered, incident_whole
from hospitality_desk.queries.staff import colleagues
from tests.helpers.evening import Evening
from tests.journeys.real_screen import RealScreen, RealWindow, until
from tests.journeys.ways import ByKeyboard, ByPointer, Way

ZONE = ZoneInfo("America/New_York")
LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
MINUTE = timedelta(minutes=1)


def moment(local: str) -> datetime:
    hour, minute = (int(part) for part in local.split(":"))
    return datetime(2026, 11, 20, hour, minute, tzinfo=ZONE)


@pytest.fixture(scope="module")
def screen() -> Iterator[RealScreen]:
    made = RealScreen()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A practice house with Dana, Carlo, Ana and Tom, at 12:32."""
    monkeypatch.setenv(NOW_VARIABLE, moment("12:32").isoformat())
    desk = make_desk(Address(data=tmp_path), name="Bayside House", zone_name=ZONE.key, currency="USD", practice=True)
    Evening(desk).staffed()
    desk.close()
    return tmp_path


class Telling:
    """The story as it is told, and what the store has of it by now."""

    def __init__(self, window: RealWindow, way: Way, desk: Desk) -> None:
        self.window, self.way, self._desk = window, way, desk
        self._now = moment("12:32")
        self.people: dict[str, Person] = {person.name: person for person in desk.ask(colleagues)}

    def at(self, local: str, who: str) -> Way:
        """Let it be this time, and let somebody act."""
        self._now = moment(local)
        self.window.at(self._now)
        self.way.act_as(who)
        return self.way

    def whole(self) -> Incident:
        incident_id = until(lambda: self._desk.ask(incident_numbered, 1), "the problem in the store")
        found = self._desk.ask(incident_whole, incident_id)
        assert found is not None
        return found

    def notes(self, n: int) -> Incident:
        """Wait for the note of that number, and return the problem."""
        until(lambda: len(self.whole().notes) >= n, f"note {n} in the store")
        whole = self.whole()
        assert len(whole.notes) == n
        return whole

    def check(
        self, minutes: int, by: str, state: str = "in_touch", *, notes: int, untold: tuple[int, ...] = (), cost: int = 0,
        chains: tuple[tuple[int, int, int], ...] = (), promises: str = "open",
    ) -> Incident:  # fmt: skip
        """See that the store has these numbers, and that the clock on the screen says the same."""
        whole = self.notes(notes)
        facts = whole.clock_facts()
        assert facts is not None
        reading = read_clock(facts, self._now)
        found = reading.minutes, f"{reading.by.astimezone(ZONE):%H:%M}", reading.state.value
        assert found == (minutes, by, state)
        assert tuple(note.n for note in whole.untold(self._now)) == untold
        assert whole.cost == cost
        assert whole.chains == chains
        assert " ".join(promise.state(self._now).value for promise in whole.promises) == promises
        shown = f"{(self._now - reading.by) // MINUTE} min late" if state == "late" else by
        until(lambda: _clock_says(self.window, minutes, shown), f"{minutes} min, {shown} in the header's clock")
        return whole

    def close(self) -> None:
        self._desk.close()


def _clock_says(window: RealWindow, minutes: int, by: str) -> bool:
    clock = window.ask("screen").partition("== clock\n")[2].partition("==")[0]
    return clock.startswith(f"{minutes} min") and by in clock


@pytest.fixture(params=[ByKeyboard, ByPointer], ids=["keyboard alone", "pointer"])
def telling(request: pytest.FixtureRequest, screen: RealScreen, folder: Path) -> Iterator[Telling]:
    window = RealWindow(screen, folder, "Carlo", moment("12:32"))
    made = Telling(window, request.param(window), open_desk(Address(data=folder)))
    yield made
    made.close()
    assert window.close() == 0
    log = (folder / LOG_FOLDER / "hospitality-desk.log").read_text("utf-8")
    assert [line for line in log.splitlines() if " ERROR " in line or " WARNING " in line] == []


def test_the_purse(telling: Telling) -> None:
    try:
        _until_the_first_word(telling)
        _until_the_picture(telling)
        _until_the_purse_is_back(telling)
        _settled(telling)
    except AssertionError as error:
        error.add_note(
            f"the keyboard is in {telling.window.ask('focus')}; on the screen:\n{telling.window.ask('screen')}"
        )
        raise


def _until_the_first_word(telling: Telling) -> None:
    carlo = telling.at("12:32", "Carlo")
    carlo.log(LINE)
    carlo.set_party(4)
    carlo.set_severity("Serious")
    until(lambda: telling.whole().severity == Severity.SERIOUS and telling.whole().severity_sure, "Serious")
    whole = telling.check(0, "12:42", notes=1)
    assert (whole.place, whole.guest, whole.phone) == ("Table 12", "Ms Rivera", "+19175550147")
    assert whole.party_size == 4
    assert whole.owner == telling.people["Carlo"].person_id
    assert whole.notes[0].kind == EntryKind.HEARD
    assert whole.promises[0].is_of_a_thing
    assert whole.promises[0].by == moment("13:40")

    carlo.note("saw", "Came in alone, patting her pockets, pale.", when="12:31")
    assert telling.check(1, "12:41", notes=2).notes[1].happened_at == moment("12:31")

    carlo.note("think", "Her phone is in the purse. Someone may hear it.", ties=("rests_on_1", "rests_on_2"))
    assert telling.check(1, "12:41", notes=3).notes[2].rests_on == (1, 2)

    telling.at("12:33", "Carlo").note("told", "Join your friends, settle up another time.")
    told = telling.check(0, "12:43", notes=4).notes[3]
    assert told.happened_at is not None
    assert told.happened_at - moment("12:31") == 2 * MINUTE


def _until_the_picture(telling: Telling) -> None:
    chains = ((1, 3, 5), (2, 3, 5))
    carlo = telling.at("12:35", "Carlo")
    carlo.note("did", "Seated her. Asked for her number, Ana calls it.", ties=("follows_3",))
    telling.check(2, "12:43", notes=5, chains=chains)

    telling.at("12:36", "Ana").task("Call the phone", "Ana")
    until(lambda: [task.title for task in telling.whole().tasks] == ["Call the phone"], "the task")
    assert telling.check(3, "12:43", notes=5, chains=chains).tasks[0].owner == telling.people["Ana"].person_id

    telling.at("12:38", "Dana").note("cost", "Lunch to the house account $64")
    telling.check(5, "12:43", notes=6, cost=6400, chains=chains)

    telling.at("12:42", "Ana")
    telling.check(9, "12:43", "soon", notes=6, cost=6400, chains=chains)

    carlo = telling.at("12:45", "Carlo")
    telling.check(12, "12:43", "late", notes=6, cost=6400, chains=chains)
    carlo.note("told", "Still calling. I will be back by 13:00.", promise_by="13:00")
    telling.check(0, "13:00", notes=7, cost=6400, chains=chains, promises="open open")

    telling.at("12:48", "Ana").note("heard", "It rings out each time, so it is on.")
    telling.check(3, "13:00", notes=8, untold=(8,), cost=6400, chains=chains, promises="open open")

    telling.at("12:52", "Tom").note("heard", "Taxi office has asked its drivers.")
    telling.check(7, "13:00", notes=9, untold=(8, 9), cost=6400, chains=chains, promises="open open")

    telling.at("12:56", "Tom")  # the picture
    telling.check(11, "13:00", "soon", notes=9, untold=(8, 9), cost=6400, chains=chains, promises="open open")
    shown = telling.window.ask("screen")
    assert "We know 2 things the guest has not been told" in shown
    assert "9 notes" in shown


def _until_the_purse_is_back(telling: Telling) -> None:
    story = {"cost": 6400, "chains": ((1, 3, 5), (2, 3, 5))}
    telling.at("12:59", "Carlo").tell("It rings, and the taxi office is asking.")
    whole = telling.check(0, "13:09", notes=10, promises="open kept", **story)
    assert whole.notes[9].tells == (8, 9)

    ana = telling.at("13:02", "Ana")
    ana.note("heard", "The driver has it, several miles north, in the Bronx.")
    telling.check(3, "13:09", notes=11, untold=(11,), promises="open kept", **story)
    ana.judge_right("Her phone is in the purse")
    until(lambda: telling.whole().notes[2].judged == Judgement.RIGHT, "the Think judged right")
    ana.finish_task("Call the phone")
    until(lambda: not telling.whole().tasks[0].is_open, "the task done")

    carlo = telling.at("13:04", "Carlo")
    carlo.tell("We have found it. I am meeting the driver, back by 13:35.", promise_by="13:35")
    whole = telling.check(0, "13:35", notes=12, promises="open kept open", **story)
    assert whole.notes[11].tells == (11,)

    carlo = telling.at("13:31", "Carlo")
    carlo.note("did", "Purse beside her plate as she finishes her coffee.", ties=("keeps_1",))
    telling.check(27, "13:35", "soon", notes=13, promises="kept kept open", **story)
    carlo.note("told", "Here it is.")
    telling.check(0, "13:41", notes=14, promises="kept kept kept", **story)
    carlo.note("cost", "Fare and thanks to the driver $45")
    telling.check(0, "13:41", notes=15, promises="kept kept kept", cost=10900, chains=story["chains"])


def _settled(telling: Telling) -> None:
    telling.at("13:33", "Carlo").settle("recovered", 5, "You are angels.")
    until(lambda: telling.whole().status == Status.SETTLED, "the problem settled")
    whole = telling.whole()
    assert (whole.outcome, whole.asked) == (Outcome.RECOVERED, Asked.ALOUD)
    assert [(verdict.score, verdict.words) for verdict in whole.verdicts] == [(5, "You are angels.")]
    told = [note.happened_at for note in whole.notes if note.kind == EntryKind.TOLD and note.happened_at]
    silences = [(after - before) // MINUTE for before, after in zip([moment("12:31"), *told], told, strict=False)]
    assert silences == [2, 12, 14, 5, 27]
    assert whole.settled_at is not None
    assert (whole.settled_at - moment("12:31")) // MINUTE == 62
    assert whole.chains == ((1, 3, 5), (2, 3, 5))
    assert whole.cost == 10900
