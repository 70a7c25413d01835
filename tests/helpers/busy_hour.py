"""A busy hour in ten seconds: another process changes the house while somebody types here and the pointer moves."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.run import make_app, make_window
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.gui.tidy import Tidying
from hospitality_desk.station.station import Station
from tests.helpers.crowded_house import PROBLEMS, open_crowded
from tests.helpers.heartbeat import Heartbeat

ROOT = Path(__file__).resolve().parents[2]
CHANGES, SECONDS = 20, 10.0
STILL = 3.0
"""Seconds after a movement during which no row moves."""
TEXT = "The driver has it, several miles north, in the Bronx, and brings it to the door. "
_KEY_MS, _POINTER_MS, _MOVES_FOR = 70, 45, 0.55
"""Milliseconds between two letters and between two movements; the pointer rests for the last part of the time."""


@dataclass
class Figures:
    """What came of it, in milliseconds."""

    heart: Heartbeat
    shown: list[float] = field(default_factory=list)
    """From each commit in the other process to `changed` in this window."""
    lost: set[str] = field(default_factory=set)
    """Changes this window never heard of."""
    keys: list[float] = field(default_factory=list)
    """Each key, from its event to the end of what it caused at once."""
    moved_rows: list[str] = field(default_factory=list)
    """Rows that moved under the hand."""
    orders: int = 0
    """How often the order changed at all."""
    typed: str = ""
    kept_place: bool = False


class BusyHour(QObject):
    """The real window on a crowded house, another stand beside it, and two hands."""

    def __init__(self, folder: Path, longest: IncidentId) -> None:
        super().__init__()
        self._folder = folder
        self._app = make_app()
        self.bridge = Bridge(Station(folder))
        self.window: MainWindow = make_window(self._app, self.bridge, LIGHT, "Carlo", 100)
        self.window.resize(1366, 768)
        self.window.show()
        self.bridge.open(lambda: open_crowded(folder))
        navigation = self.window.findChild(Navigation, "navigation")
        assert isinstance(navigation, Navigation)
        self._navigation = navigation
        self._until(lambda: navigation.incident is not None and len(self._model.rows) == PROBLEMS)
        self._until(lambda: self.window.around.acting.person is not None)
        self.window.floor.choose(longest)
        self._longest = longest
        page = navigation.incident
        assert page is not None
        self.page = page
        self._until(lambda: page.scene is not None and not self.bridge._under_way)
        self._arrived: dict[str, list[float]] = {}
        self._moved_at = float("-inf")
        self._order: list[IncidentId] = []
        self.figures = Figures(Heartbeat())
        self.bridge.changed.connect(self._on_changed)

    @property
    def _model(self):  # type: ignore[no-untyped-def] # the floor's own
        return self.window.floor.model

    def play(self) -> Figures:
        """Let it all happen, and return what came of it."""
        other = self._start_the_other()
        tidying = Tidying()
        tidying.set_aside()  # as the window does once its screens have come
        self._order = self._rows()
        self.page.composer.field.setFocus()
        hands = [self._hand(_KEY_MS, self._type), self._hand(_POINTER_MS, self._move), self._hand(20, self._look)]
        began = time.monotonic()
        self._rest_at = began + SECONDS * _MOVES_FOR
        self._move()  # the hand is on the list before anything changes
        self.figures.heart.start()
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdin.write("go\n")
        other.stdin.flush()
        self._until(lambda: time.monotonic() > began + SECONDS + 1.0, patience=SECONDS + 30)
        committed = [line.split() for line in other.stdout.read().splitlines()]
        other.stdin.close()
        other.stdout.close()
        assert other.wait(20) == 0
        self._until(lambda: not self.bridge._under_way)
        self.figures.heart.stop()
        for hand in hands:
            hand.stop()
        tidying.stop()
        self._count(committed)
        return self.figures

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.bridge.settle_down()
        self.window.deleteLater()
        QApplication.processEvents()

    def shown_rows(self) -> list[IncidentId]:
        """Return the rows as they stand in the list."""
        return self._rows()

    def _start_the_other(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.helpers.busy_stand", str(self._folder), str(CHANGES), str(SECONDS)]
        other = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        return other

    def _hand(self, every_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(every_ms)
        return timer

    def _type(self) -> None:
        letter = TEXT[len(self.figures.typed) % len(TEXT)]
        began = time.perf_counter()
        QTest.keyClicks(self.page.composer.field, letter)
        self.figures.keys.append((time.perf_counter() - began) * 1000)
        self.figures.typed += letter

    def _move(self) -> None:
        if time.monotonic() > self._rest_at:
            return
        step = int(time.monotonic() * 200)
        ground = self.window.floor.pane.list.viewport()
        QTest.mouseMove(ground, QPoint(60 + step % 200, 40 + step * 3 % 500))
        self._moved_at = time.monotonic()

    def _look(self) -> None:
        """See whether a row that stood in the list stands elsewhere now."""
        rows = self._rows()
        here = set(rows)
        before = [row for row in self._order if row in here]
        after = [row for row in rows if row in set(before)]
        if before != after or len(before) != len(self._order):
            self.figures.orders += 1
            if time.monotonic() - self._moved_at < STILL - 0.05:
                since = time.monotonic() - self._moved_at
                moved = sum(old != new for old, new in zip(before, after, strict=True))
                self.figures.moved_rows.append(f"{moved} rows, {since:.2f} s after the pointer moved")
        self._order = rows

    def _rows(self) -> list[IncidentId]:
        model = self._model
        return [model.incident_at(model.index(at)) for at in range(model.rowCount())]

    def _on_changed(self, changes: Changes) -> None:
        for incident in changes.incidents:
            self._arrived.setdefault(incident, []).append(time.monotonic())

    def _count(self, committed: list[list[str]]) -> None:
        for incident, moment in committed:
            after = [arrived for arrived in self._arrived.get(incident, ()) if arrived >= float(moment) - 0.005]
            if after:
                self.figures.shown.append(max(0.0, (min(after) - float(moment)) * 1000))
            else:
                self.figures.lost.add(incident)
        text = self.page.composer.field
        chosen = self.window.floor.pane.list.chosen_index()
        self.figures.kept_place = (
            QApplication.focusWidget() is text
            and text.toPlainText() == self.figures.typed
            and text.textCursor().atEnd()
            and self._model.incident_at(chosen) == self._longest
        )

    def _until(self, holds: Callable[[], bool], patience: float = 20.0) -> None:
        end = time.monotonic() + patience
        while not holds():
            assert time.monotonic() < end, "the window did not come to rest"
            self._app.processEvents()
            time.sleep(0.001)
