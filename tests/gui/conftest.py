"""What the window's tests stand on: a real desk and a real bridge on a real store, with a clock that is set."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk, Outcome
from hospitality_desk.desk.open import NOW_VARIABLE, Address, make_desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.errors import StoreUnreachable
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.fonts import Role, load_fonts
from hospitality_desk.gui.run import make_window
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.queries.staff import colleagues
from hospitality_desk.station.station import Station
from tests.gui.incident_stage import Stage
from tests.gui.story_stage import StoryStage, settle_purse
from tests.helpers.evening import Evening

ZONE = ZoneInfo("America/New_York")
NOON_LOG = datetime(2026, 11, 20, 12, 32, tzinfo=ZONE)
"""When the purse was reported: every test's clock starts here."""
Answer = TypeVar("Answer")


@pytest.fixture(scope="session", autouse=True)
def dressed_app(qapp: QApplication) -> QApplication:
    """The application in our faces and colours."""
    load_fonts()
    qapp.setStyle("Fusion")
    qapp.setPalette(LIGHT.palette())
    qapp.setStyleSheet(style_sheet(LIGHT))
    return qapp


@pytest.fixture(scope="session")
def heap_before() -> None:
    """Set aside what is there before the first window: collecting after each test is quick then."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def tidied_on_this_thread(heap_before: None) -> Iterator[None]:
    """As in the window itself: no lane may take a widget down (see gui/tidy.py)."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An open practice house without people, at 12:32 in New York; the `bridge` closes it."""
    monkeypatch.setenv(NOW_VARIABLE, NOON_LOG.isoformat())
    address = Address(data=tmp_path)
    return make_desk(address, name="Northgate House", zone_name=ZONE.key, currency="USD", practice=True)


@pytest.fixture
def clock(desk: Desk) -> SetClock:
    """The house's clock; `clock.moment += timedelta(minutes=3)` lets time pass."""
    assert isinstance(desk.clock, SetClock)
    return desk.clock


@pytest.fixture
def bridge(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """The open bridge on the desk and a station of its own."""
    made = Bridge(Station(tmp_path))
    with qtbot.waitSignal(made.opened):
        made.open(lambda: desk)
    yield made
    made.settle_down()


@pytest.fixture
def around(bridge: Bridge) -> Around:
    """What every screen is handed, in the light theme; nobody is in the house yet, so the house itself acts."""
    acting = Acting(bridge)
    acting.know(())
    return Around(bridge=bridge, acting=acting, theme=LIGHT)


def aside(call: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
    """Call the desk from another thread: it takes no statement from the window's own."""
    with ThreadPoolExecutor(1) as lane:
        return lane.submit(call, *args, **kwargs).result()


def no_answer(*_asked: object, **_how: object) -> None:
    """Answer as a store does whose server has gone."""
    raise StoreUnreachable("The store is away. Nothing was changed.")


class OtherStand:
    """The same house as another stand uses it; what it does reaches this window as news."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        self._desk, self._bridge = desk, bridge
        self.clock = desk.clock

    @property
    def house(self) -> House:
        return self._desk.house

    def do(self, command: Command) -> Outcome:
        outcome = aside(self._desk.do, command)
        self._bridge.changed.emit(outcome.changes)
        return outcome

    def ask(self, *args: Any, **kwargs: Any) -> Any:
        return aside(self._desk.ask, *args, **kwargs)


@pytest.fixture
def evening(desk: Desk, bridge: Bridge) -> Evening:
    """Short words for commands, done at another stand of the same house."""
    return Evening(OtherStand(desk, bridge))  # type: ignore[arg-type] # it does what a desk does


@pytest.fixture
def staff(evening: Evening, around: Around) -> dict[str, PersonId]:
    """Dana (manager), Carlo, Ana and Tom by name; Carlo acts."""
    evening.staffed()
    around.acting.know(evening.desk.ask(colleagues))
    around.acting.act_as(evening.ids["Carlo"])
    return evening.ids


@pytest.fixture
def stage(desk: Desk, staff: dict[str, PersonId], around: Around, qtbot: QtBot) -> Stage:
    """The problem's page in a window of its own; Carlo acts."""
    evening = Evening(desk)
    evening.ids = dict(staff)
    return Stage(evening, around, qtbot)


@pytest.fixture
def purse(stage: Stage) -> Stage:
    """The same, showing the purse at 12:56."""
    stage.show(stage.purse())
    return stage


@pytest.fixture
def stories(
    qtbot: QtBot, qapp: QApplication, bridge: Bridge, evening: Evening, staff: dict[str, PersonId]
) -> Iterator[StoryStage]:
    """The whole window, Dana at the stand, the purse not told yet; `settled_purse` tells it."""
    window = make_window(qapp, bridge, LIGHT, "Dana", 100)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.around.acting.person is not None)
    yield StoryStage(window, evening, qtbot)
    qapp.setPalette(LIGHT.palette())
    qapp.setStyleSheet(style_sheet(LIGHT))
    qapp.setFont(window.around.font(Role.BODY))


@pytest.fixture
def settled_purse(stories: StoryStage) -> IncidentId:
    """The purse, settled at 13:31."""
    return settle_purse(stories.evening)


def minutes(n: int) -> timedelta:
    """Return a span to let pass."""
    return timedelta(minutes=n)
