"""The tour: the purse story told in a practice house, and a picture of every screen, in light and dark."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.json_form import Json
from hospitality_desk.errors import BugError
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.look import THEME
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.run import make_app, make_window
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from hospitality_desk.gui.tour_scenes import LARGE, LARGE_TEXT, SCENES, USUAL, Scene, Scenes, Size, until
from hospitality_desk.gui.tour_story import HOUSE, ZONE, TourStory, moment
from hospitality_desk.gui.tour_telling import PAPERS, TourTelling
from hospitality_desk.station.station import STATION_NAME, Station

STAND = "Door stand"
_CALM = 0.15
"""Seconds for the last paint."""
_Told = TypeVar("_Told")


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
    made: dict[str, Json] = {"screens": [*tour.screens], "papers": [*tour.papers], "facts": facts}
    (folder / "tour.json").write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return made


def _on_qt_message(_sort: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for the one thing it says of every window that has a smallest size and no screen."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(message + "\n")


class _Tour:
    """The story is told first, the house put aside at each of its turns; then every screen is opened on one of them."""

    def __init__(self, app: QApplication, hidden: Path, folder: Path) -> None:
        self._app, self._hidden, self._folder = app, hidden, folder
        self._story = TourStory()
        self._telling = TourTelling(self._story)
        self._scenes = Scenes(app, self._story, self._telling)
        self._windows = 0
        self.screens: list[str] = []
        self.papers: list[str] = []

    def play(self) -> dict[str, Json]:
        """Tell it all, take all pictures, and return the story's numbers."""
        facts = self._tell_all()
        for theme in (LIGHT, DARK):  # one after the other: a change of colours dresses every widget there is
            for scene in SCENES:
                for size in scene.sizes:
                    self._take(scene, size, theme)
        return facts

    def _tell_all(self) -> dict[str, Json]:
        make_desk(Address(data=self._hidden / "empty"), name=HOUSE, zone_name=ZONE, currency="USD").close()
        here = self._hidden / "house"
        desk = make_desk(Address(data=here), name=HOUSE, zone_name=ZONE, currency="USD", practice=True)
        _tell(desk, self._story.before_the_line)
        _tell(open_desk(self._put_aside(here, "line")), self._story.one_like_it)
        _tell(open_desk(Address(data=here)), self._story.until_the_picture)
        self._put_aside(here, "picture")
        facts = _tell(open_desk(Address(data=here)), self._story.to_the_end)
        self._put_aside(here, "end")
        _tell(open_desk(Address(data=here)), self._telling.tell)
        self._put_aside(here, "told")
        _tell(open_desk(Address(data=here)), self._telling.release)
        _tell(open_desk(self._put_aside(here, "released")), self._print)
        return facts

    def _print(self, desk: Desk) -> None:
        """Keep the released story as it goes to an office printer."""
        for name, paper in PAPERS.items():
            path = self._folder / f"{name}.pdf"
            path.write_bytes(self._telling.paper(desk, paper))
            self.papers.append(str(path))

    def _put_aside(self, here: Path, name: str) -> Address:
        shutil.copytree(here, self._hidden / name)
        return Address(data=self._hidden / name)

    def _take(self, scene: Scene, size: Size, theme: Theme) -> None:
        """Open the window at a time of the story, and keep a picture of it."""
        larger = f"-{size[0]}" if size != USUAL else ""
        path = self._folder / f"{scene.name}-{theme.name}{larger}.png"
        self._windows += 1  # each has a station of its own: no draft of one is in the next
        station = Station(self._hidden / f"station-{self._windows}")
        station.prefer(STATION_NAME, STAND)
        station.prefer(THEME, theme.name)  # the settings say what is worn
        bridge = Bridge(station)
        text = LARGE_TEXT if size == LARGE else 100
        window = make_window(self._app, bridge, theme, scene.who, text, store_is_here=True)
        navigation = window.findChild(Navigation, "navigation")
        if not isinstance(navigation, Navigation):
            raise BugError("a window without its navigation")
        window.resize(*size)
        window.show()
        bridge.open(lambda: self._open(scene))
        until(self._app, lambda: navigation.incident is not None)
        scene.go(self._scenes, window, navigation)
        calm = time.monotonic() + _CALM
        until(self._app, lambda: time.monotonic() > calm)
        picture = window.grab()
        if (picture.width(), picture.height()) != size:
            raise BugError("a picture of another size than asked for")
        if not picture.save(str(path)):
            raise OSError(f"{path} cannot be written")
        self.screens.append(str(path))
        window.close()
        bridge.settle_down()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no loop runs that would do it

    def _open(self, scene: Scene) -> Desk:
        desk = open_desk(Address(data=self._hidden / scene.house))
        desk.clock = SetClock(moment(scene.at))
        return desk


def _tell(desk: Desk, part: Callable[[Desk], _Told]) -> _Told:
    try:
        return part(desk)
    finally:
        desk.close()
