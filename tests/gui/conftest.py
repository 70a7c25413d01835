"""What the window's tests stand on: a real desk and a real bridge on a real store, with a clock that is set."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.commands.staff import AddPerson
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import NOW_VARIABLE, Address, make_desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, PersonId, new_id
from hospitality_desk.domain.staff import Role
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.fonts import load_fonts
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.queries.staff import colleagues
from hospitality_desk.station.station import Station

ZONE = ZoneInfo("America/New_York")
NOON_LOG = datetime(2026, 11, 20, 12, 32, tzinfo=ZONE)
"""When the purse was reported: every test's clock starts here."""


@pytest.fixture(scope="session", autouse=True)
def dressed_app(qapp: QApplication) -> QApplication:
    """The application in our faces and colours."""
    load_fonts()
    qapp.setStyle("Fusion")
    qapp.setPalette(LIGHT.palette())
    qapp.setStyleSheet(style_sheet(LIGHT))
    return qapp


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
    return Around(bridge=bridge, acting=Acting(bridge), theme=LIGHT)


@pytest.fixture
def staff(desk: Desk, around: Around) -> dict[str, PersonId]:
    """Dana (manager), Carlo, Ana and Tom by name; Carlo acts."""
    added: dict[str, PersonId] = {}
    for name, role in (("Dana", Role.MANAGER), ("Carlo", Role.HOST), ("Ana", Role.SERVER), ("Tom", Role.SERVER)):
        person_id = PersonId(new_id())
        by = added.get("Dana", THE_HOUSE)
        desk.do(
            AddPerson(command_id=CommandId(new_id()), by=by, at=desk.now(), person_id=person_id, name=name, role=role)
        )
        added[name] = person_id
    around.acting.know(desk.ask(colleagues))
    around.acting.act_as(added["Carlo"])
    return added


def minutes(n: int) -> timedelta:
    """Return a span to let pass."""
    return timedelta(minutes=n)
