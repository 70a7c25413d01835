"""What makes the window's thread stand still: the longest pause of each thing a host does, the first and the second time."""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospitality_desk.desk.open import NOW_VARIABLE
from hospitality_desk.domain.changes import Changes
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.opening import Opening
from hospitality_desk.gui.rebuild import build_anew
from hospitality_desk.gui.run import make_app, make_window
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from hospitality_desk.gui.tidy import Tidying
from hospitality_desk.station.station import Station
from tests.helpers.crowded_house import NOW, PROBLEMS, make_crowded
from tests.helpers.heartbeat import Heartbeat

LINE = 50
"""Milliseconds (performance paper, 3)."""
_SETTLE = 0.15


class Acts:
    """The window on a crowded house, and what a host does in it."""

    def __init__(self, folder: Path) -> None:
        self._longest = make_crowded(folder)
        self._folder = folder
        gc.collect()
        began = time.perf_counter()
        self._app = make_app()
        said("application and fonts", (time.perf_counter() - began) * 1000, "")
        self._tidying = Tidying()
        self.bridge = Bridge(Station(folder))
        began = time.perf_counter()
        self.window = make_window(self._app, self.bridge, LIGHT, "Carlo", 100)
        said("the window is built", (time.perf_counter() - began) * 1000, "")
        self.window.resize(1366, 768)

    @property
    def navigation(self) -> Navigation:
        found = self.window.findChildren(Navigation)[-1]
        assert isinstance(found, Navigation)
        return found

    def timed(self, name: str, act: Callable[[], object], done: Callable[[], bool] = lambda: True) -> None:
        """Do it, wait until it is done and a moment longer, and say how long the thread stood still at most."""
        heart = Heartbeat()
        heart.start()
        self._spin(time.monotonic() + 0.05)
        act()
        end = time.monotonic() + 20
        while not done() or self.bridge._under_way:
            assert time.monotonic() < end, name
            self._app.processEvents()
        self._spin(time.monotonic() + _SETTLE)
        heart.stop()
        said(name, heart.longest, heart.worst(1) if heart.longest > LINE else "")

    def _spin(self, end: float) -> None:
        while time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.001)

    def play(self) -> None:
        """All of it."""
        window = self.window
        self.timed("first paint", window.show)
        os.environ[NOW_VARIABLE] = NOW.isoformat()
        opening = Opening(self.bridge, self._folder)
        self.timed("the house opens, 60 rows", opening.start, self._floor_is_there)
        for turn in ("first", "again"):
            self.timed(f"200 notes, {turn}", lambda: window.floor.choose(self._longest), self._page_is_there)
            self.timed(f"quick log, {turn}", self.navigation.log)
            self.timed(f"a letter in it, {turn}", lambda: QTest.keyClicks(QApplication.focusWidget(), "t"))
            self.timed(f"quick log left, {turn}", lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape))
            self.timed(f"settle sheet, {turn}", self._settle)
            self.timed(f"settle left, {turn}", lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape))
            self.timed(f"settings, {turn}", lambda: window.rail.settings_button.click())
            self.timed(f"back on the floor, {turn}", lambda: window.rail.floor_button.click())
            self.timed(f"all keys, {turn}", self._keys)
            self.timed(f"keys left, {turn}", lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape))
            self.timed(f"all 60 changed, {turn}", self._all_news)
        self.timed("everything collected", lambda: gc.collect(2))
        gc.freeze()
        self.timed("everything collected, what is there set aside", lambda: gc.collect(2))
        for theme in (DARK, LIGHT):
            self.timed(f"other colours: {theme.name}", lambda theme=theme: self._wear(theme))
        self._tidying.stop()
        window.close()
        self.bridge.settle_down()

    def _floor_is_there(self) -> bool:
        return len(self.window.floor.model.rows) == PROBLEMS and self.navigation.incident is not None

    def _page_is_there(self) -> bool:
        page = self.navigation.incident
        return page is not None and page.scene is not None

    def _settle(self) -> None:
        page = self.navigation.incident
        assert page is not None
        page.settle()

    def _keys(self) -> None:
        action = self.window.findChild(QAction, "all_keys_qaction")
        assert action is not None
        action.trigger()

    def _all_news(self) -> None:
        rows = self.window.floor.model.rows
        self.bridge.changed.emit(Changes(incidents=frozenset(row.incident_id for row in rows)))

    def _wear(self, theme: Theme) -> None:
        build_anew(self._app, self.window, replace(self.window.around, theme=theme))


def said(name: str, most: float, where: str) -> None:
    """Print one line, and where the thread stood when it was over the line."""
    over = f"   OVER\n{where}" if most > LINE else ""
    sys.stdout.write(f"{name:<44} most {most:8.3f} ms   line {LINE:g}{over}\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Acts(Path(folder)).play()


if __name__ == "__main__":
    main()
