"""The tour: the purse story told in a practice house, and a picture of every screen, in light and dark."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.json_form import Json
from hospitality_desk.errors import BugError
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.main_window import HEIGHT, WIDTH, MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.run import make_app, make_window
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from hospitality_desk.gui.tour_story import FIRST_LINE_AT, HOUSE, LINE, PICTURE_AT, ZONE, TourStory, moment
from hospitality_desk.station.station import STATION_NAME, Station

LARGE, LARGE_TEXT = (1920, 1080), 112
STAND = "Door stand"
"""What the stand in the pictures is called."""
WALL_AT = "13:06"
"""When two are late, two soon, one is in touch and one resting."""
_PATIENCE, _LOOK_EVERY, _CALM = 20.0, 0.005, 0.3
"""Seconds: for the window to be ready at most, between two looks, and for the last paint."""
_Told = TypeVar("_Told")
Scene = Callable[[MainWindow, Navigation], None]


def take_pictures(folder: Path) -> dict[str, Json]:
    """Tell the story, save `SCREEN-light.png` and `SCREEN-dark.png` and `tour.json`, and return what was made.

    Works in a folder of its own that is gone afterwards. Raises OSError when `folder` cannot be written.
    """
    # No window opens on anybody's screen, and no screen's size has a say in the pictures'.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder.mkdir(parents=True, exist_ok=True)
    before = qInstallMessageHandler(_on_qt_message)
    try:
        app = make_app()
        with tempfile.TemporaryDirectory(prefix="hospitality-desk-tour-") as hidden:
            tour = _Tour(app, Path(hidden), folder)
            facts = tour.play()
    finally:
        qInstallMessageHandler(before)
    made: dict[str, Json] = {"screens": [*tour.screens], "papers": [], "facts": facts}
    (folder / "tour.json").write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return made


def _on_qt_message(_sort: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for the one thing it says of every window that has a smallest size and no screen."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(message + "\n")


class _Tour:
    """One telling: the story goes on between pictures, never during one."""

    def __init__(self, app: QApplication, hidden: Path, folder: Path) -> None:
        self._app, self._hidden, self._folder = app, hidden, folder
        self._house = Address(data=hidden / "house")
        self._story = TourStory()
        self._who: str | None = "Carlo"
        self._windows = 0
        self.screens: list[str] = []

    def play(self) -> dict[str, Json]:
        """Tell it all and return the story's numbers."""
        desk = make_desk(self._house, name=HOUSE, zone_name=ZONE, currency="USD", practice=True)
        self._tell(desk, self._story.before_the_line)
        self._take("quick-log", FIRST_LINE_AT, self._type_the_line)
        self._tell(open_desk(self._house), self._story.until_the_picture)
        self._take("floor", PICTURE_AT, self._choose_the_purse)
        self._take("floor", PICTURE_AT, self._choose_the_purse, size=LARGE, text=LARGE_TEXT)
        self._take("settle", PICTURE_AT, self._ask_to_settle)
        self._take("wall", WALL_AT, self._show_the_wall)
        self._take("keys", PICTURE_AT, self._show_the_keys)
        self._take("settings", PICTURE_AT, self._show_settings)
        facts = self._tell(open_desk(self._house), self._story.to_the_end)
        self._house, self._who = Address(data=self._hidden / "empty"), None
        make_desk(self._house, name=HOUSE, zone_name=ZONE, currency="USD", practice=True).close()
        self._take("empty", "10:02", lambda window, _navigation: self._until(window.floor.first_run.isVisible))
        return facts

    def _tell(self, desk: Desk, part: Callable[[Desk], _Told]) -> _Told:
        try:
            return part(desk)
        finally:
            desk.close()

    def _take(
        self, name: str, at: str, scene: Scene, *, size: tuple[int, int] = (WIDTH, HEIGHT), text: int = 100
    ) -> None:
        """Open the window at a time of the story, in both themes, and keep a picture of each."""
        larger = f"-{size[0]}" if size != (WIDTH, HEIGHT) else ""
        for theme in (LIGHT, DARK):
            path = self._folder / f"{name}-{theme.name}{larger}.png"
            self._take_one(path, at, scene, size, text, theme)
            self.screens.append(str(path))

    def _take_one(self, path: Path, at: str, scene: Scene, size: tuple[int, int], text: int, theme: Theme) -> None:
        self._windows += 1  # each has a station of its own: no draft of one is in the next
        station = Station(self._hidden / f"station-{self._windows}")
        station.prefer(STATION_NAME, STAND)
        bridge = Bridge(station)
        window = make_window(self._app, bridge, theme, self._who, text)
        navigation = window.findChild(Navigation, "navigation")
        if not isinstance(navigation, Navigation):
            raise BugError("a window without its navigation")
        window.resize(*size)
        window.show()
        bridge.open(lambda: self._open_at(at))
        self._until(lambda: navigation.incident is not None)
        scene(window, navigation)
        calm = time.monotonic() + _CALM
        self._until(lambda: time.monotonic() > calm)
        picture = window.grab()
        if (picture.width(), picture.height()) != size:
            raise BugError("a picture of another size than asked for")
        if not picture.save(str(path)):
            raise OSError(f"{path} cannot be written")
        window.close()
        bridge.settle_down()
        window.deleteLater()
        self._app.processEvents()

    def _open_at(self, at: str) -> Desk:
        desk = open_desk(self._house)
        desk.clock = SetClock(moment(at))
        return desk

    def _type_the_line(self, window: MainWindow, navigation: Navigation) -> None:
        self._until(lambda: len(window.floor.model.rows) == 4)
        self._until(lambda: window.rail.person_button.words == "Carlo")
        navigation.log()
        panel = navigation.quick_log
        if panel is not None:
            panel.line.insertPlainText(LINE)
            self._until(lambda: any(chip.isVisible() for chip in panel.chips.chips.values()))

    def _choose_the_purse(self, window: MainWindow, navigation: Navigation) -> None:
        self._until(lambda: len(window.floor.model.rows) == 6)
        self._until(lambda: window.rail.person_button.words == "Carlo")
        window.floor.choose(self._story.purse)
        page = navigation.incident
        self._until(lambda: page is not None and page.scene is not None)

    def _ask_to_settle(self, window: MainWindow, navigation: Navigation) -> None:
        self._choose_the_purse(window, navigation)
        if navigation.incident is not None:
            navigation.incident.settle()

    def _show_the_wall(self, window: MainWindow, navigation: Navigation) -> None:
        self._until(lambda: len(window.floor.model.rows) == 6)
        navigation.rooms.put_wall_up()  # in a window of the picture's size, not on a whole screen

    def _show_the_keys(self, window: MainWindow, navigation: Navigation) -> None:
        self._choose_the_purse(window, navigation)
        navigation.rooms.show_keys()

    def _show_settings(self, window: MainWindow, navigation: Navigation) -> None:
        self._until(lambda: window.rail.person_button.words == "Carlo")
        navigation.rooms.show_settings()

    def _until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise BugError("the window was not ready in time")
            self._app.processEvents()
            time.sleep(_LOOK_EVERY)
