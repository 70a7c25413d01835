"""The purse story's house at 12:56, made once and copied, and the whole window open on it."""

import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.run import make_app, make_window
from hospitality_desk.gui.theme import Theme
from hospitality_desk.gui.tour_story import HOUSE, PICTURE_AT, ZONE, TourStory, moment
from hospitality_desk.gui.tour_telling import TourTelling
from hospitality_desk.station.station import Station

STAND = "Door stand"


class Houses:
    """Closed houses: the story's at 12:56, one in which nothing was ever logged, and two in which it is told."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._made = folder, 0
        self.story = TourStory()
        full = self._make("full")
        self.story.before_the_line(full)
        self.story.until_the_picture(full)
        full.close()
        self._make("empty").close()

    @cached_property
    def telling(self) -> TourTelling:
        """The houses "told" (two names are undecided) and "released", made when they are first wanted."""
        story = TourStory()
        told = self._make("told")
        for part in (story.before_the_line, story.until_the_picture, story.to_the_end):
            part(told)
        telling = TourTelling(story)
        telling.tell(told)
        told.close()
        shutil.copytree(self._folder / "told", self._folder / "released")
        released = open_desk(Address(data=self._folder / "released"))
        telling.release(released)
        released.close()
        return telling

    def _make(self, name: str) -> Desk:
        desk = make_desk(Address(data=self._folder / name), name=HOUSE, zone_name=ZONE, currency="USD", practice=True)
        desk.clock = SetClock(moment("10:30"))
        return desk

    def copy(self, name: str) -> Path:
        """Return a folder with a copy of one of them."""
        self._made += 1
        folder = self._folder / f"{name}-{self._made}"
        shutil.copytree(self._folder / name, folder)
        return folder


class Window:
    """The real window on a copy of a house, its clock set, Carlo at the stand."""

    def __init__(
        self, houses: Houses, qtbot: QtBot, theme: Theme, *, size: tuple[int, int], percent: int = 100,
        house: str = "full", at: str = PICTURE_AT,
    ) -> None:  # fmt: skip
        self.qtbot, self.story = qtbot, houses.story
        if house in ("told", "released"):
            self.telling = houses.telling
        folder = houses.copy(house)
        station = Station(folder)
        station.prefer("station_name", STAND)
        self.bridge = Bridge(station)
        who = {"full": "Carlo", "told": "Dana", "released": "Dana"}.get(house)
        self.window: MainWindow = make_window(make_app(), self.bridge, theme, who, percent)
        self.window.resize(*size)
        QCursor.setPos(0, 0)  # wherever the test before left the pointer: a row under it shows its dots
        self.window.show()
        self.size = size
        self.bridge.open(lambda: self._open(folder, at))
        found = self.window.findChild(Navigation, "navigation")
        assert isinstance(found, Navigation)
        self.navigation = found
        self.until(lambda: found.incident is not None and self.window.floor.model.is_known)
        if house == "full":
            self.until(lambda: len(self.window.floor.model.rows) == 6 and self.window.rail.person_button.words == who)
        self.until(lambda: who is None or self.window.rail.person_button.words == who)
        self.window.resize(*size)
        self.calm()

    def _open(self, folder: Path, at: str) -> Desk:
        desk = open_desk(Address(data=folder))
        desk.clock = SetClock(moment(at))
        return desk

    @property
    def page(self) -> IncidentPage:
        assert self.navigation.incident is not None
        return self.navigation.incident

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=10_000)

    def calm(self) -> None:
        """Let everything asked come home, and what it caused be laid out."""
        self.until(lambda: not self.bridge._under_way)
        for _round in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def part(self, name: str) -> QWidget:
        """Return a widget that is seen, by its object name."""
        found = [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def close(self) -> None:
        """Close it as a person would."""
        self.window.close()
        self.bridge.settle_down()
        self.window.deleteLater()
        QApplication.processEvents()
