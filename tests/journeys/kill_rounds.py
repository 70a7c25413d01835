"""Ends the window with kill -9 again and again, and counts what is lost: nothing logged, half a second of typing."""

import contextlib
import json
import os
import queue
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.ids import CommandId
from hospitality_desk.gui.quick_log.panel import DRAFT
from hospitality_desk.paths import LOG_FOLDER
from hospitality_desk.queries.incidents import incident_numbered, incident_whole
from hospitality_desk.station.station import Draft, Station
from tests.journeys.kill_lines import line

ROOT = Path(__file__).resolve().parents[2]
LOST_AT_MOST = 12
"""Characters: half a second of typing at 25 a second."""
_START_WITHIN = 60.0
_AFTER_ENTER = (0.025, 0.150)
"""Seconds after Enter: often so soon that the commit and the goodbye are still going on."""


@dataclass
class Heard:
    """What the child said before it was killed."""

    restored: str = ""
    typed: dict[int, int] = field(default_factory=dict)
    entered: set[int] = field(default_factory=set)
    logged: set[int] = field(default_factory=set)


@dataclass
class Figures:
    """What all rounds came to."""

    rounds: int = 0
    logged: int = 0
    stored_unsaid: int = 0
    """Lines that were in the store though the window had no time to say so."""
    closed_as_saved: int = 0
    """Drafts of such lines that were closed at the next start."""
    most_lost: int = 0
    """Characters of typing, in the worst round."""
    slowest_start: float = 0.0


class KillRounds:
    """One folder, one host, many ends. A round that breaks a promise raises AssertionError and says which."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)
        self._acknowledged: set[int] = set()
        self._expected = ""
        self.figures = Figures()
        make_desk(Address(data=folder), zone_name="America/New_York").close()

    def while_typing(self) -> None:
        """Kill at a random moment of the typing."""
        self._round(after_enter=False)

    def right_after_enter(self) -> None:
        """Kill within 150 ms of an Enter."""
        self._round(after_enter=True)

    def start_and_leave(self) -> None:
        """Start once more and look at what comes back, then check the whole store."""
        self._round(after_enter=False)
        with self._house() as (desk, _station):
            assert [check for check in desk.check() if not check.ok] == []

    def _round(self, *, after_enter: bool) -> None:
        heard = self._live(after_enter=after_enter)
        assert heard.restored == self._expected, f"restored {heard.restored!r}, not {self._expected!r}"
        self._acknowledged |= heard.logged
        with self._house() as (desk, station):
            stored = _stored(desk)
            self._look_at_the_store(stored, heard)
            self._look_at_the_draft(desk, station.draft(DRAFT), stored, heard)
        self.figures.rounds += 1
        self.figures.logged = len(self._acknowledged)

    def _live(self, *, after_enter: bool) -> Heard:
        began = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.kill_child", str(self._folder), str(self._next_line())],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        )
        said: queue.Queue[str | None] = queue.Queue()
        listener = threading.Thread(target=_listen, args=(child, said))
        listener.start()
        heard = Heard()
        try:
            self._hear_until(said, heard, "restored ")
            self.figures.slowest_start = max(self.figures.slowest_start, time.monotonic() - began)
            if after_enter:
                self._hear_until(said, heard, "e ")
                time.sleep(self._chance.uniform(0, self._chance.choice(_AFTER_ENTER)))
            else:
                time.sleep(self._chance.uniform(0, 3.0))
        finally:
            child.kill()
            child.wait()
            listener.join()
        while (words := said.get()) is not None:
            _take(words, heard)
        return heard

    def _hear_until(self, said: "queue.Queue[str | None]", heard: Heard, start: str) -> None:
        while True:
            try:
                words = said.get(timeout=_START_WITHIN)
            except queue.Empty:
                words = None
            assert words is not None, f"the window never said {start!r}; its log ends: {self._log_end()}"
            _take(words, heard)
            if words.startswith(start):
                return

    def _log_end(self) -> str:
        logs = sorted((self._folder / LOG_FOLDER).glob("*.log"), key=lambda path: path.stat().st_mtime)
        return logs[-1].read_text(encoding="utf-8", errors="replace")[-1_500:] if logs else "(none)"

    def _next_line(self) -> int:
        with self._house() as (desk, _station):
            return len(_stored(desk))

    def _look_at_the_store(self, stored: list[str], heard: Heard) -> None:
        """All that was acknowledged is there once, in order, and nothing that was not typed to its end."""
        assert stored == [line(number) for number in range(len(stored))], "lost, twice, or not as typed"
        assert len(stored) > max(self._acknowledged, default=-1), "acknowledged and not stored"
        beyond = {number for number in range(len(stored)) if number not in self._acknowledged}
        new = {number for number in beyond if number in heard.entered}
        self.figures.stored_unsaid += len(new)
        self._acknowledged |= new  # from now on it must stay

    def _look_at_the_draft(self, desk: Desk, draft: Draft | None, stored: list[str], heard: Heard) -> None:
        """The draft holds the line under way but for half a second; a draft of a stored line is known as done."""
        now = len(stored)
        typed = heard.typed.get(now, 0)
        kept = 0
        self._expected = ""
        if draft is not None:
            command_id = CommandId(str(draft.choices["command_id"]))
            if desk.done_at(command_id) is not None:
                assert draft.text == line(now - 1)[: len(draft.text)], "done, yet not the last line"
                self.figures.closed_as_saved += 1
            else:
                assert line(now).startswith(draft.text), f"{draft.text!r} was never typed"
                kept = len(draft.text)
                self._expected = draft.text
        lost = max(0, typed - kept)
        self.figures.most_lost = max(self.figures.most_lost, lost)
        assert lost <= LOST_AT_MOST, f"{lost} characters lost"

    @contextlib.contextmanager
    def _house(self) -> Iterator[tuple[Desk, Station]]:
        desk, station = open_desk(Address(data=self._folder)), Station(self._folder)
        try:
            yield desk, station
        finally:
            station.close()
            desk.close()


def _listen(child: "subprocess.Popen[bytes]", said: "queue.Queue[str | None]") -> None:
    assert child.stdout is not None
    with child.stdout:
        for words in child.stdout:
            if words.endswith(b"\n"):
                said.put(words.decode().rstrip("\n"))
    said.put(None)


def _take(words: str, heard: Heard) -> None:
    sort, _space, rest = words.partition(" ")
    match sort:
        case "restored":
            heard.restored = json.loads(rest)
        case "c":
            number, typed = rest.split()
            heard.typed[int(number)] = int(typed)
        case "e":
            heard.entered.add(int(rest))
        case "l":
            heard.logged.add(int(rest))


def _stored(desk: Desk) -> list[str]:
    """Return the first note of every incident, by number."""
    texts: list[str] = []
    while (incident_id := desk.ask(incident_numbered, len(texts) + 1)) is not None:
        whole = desk.ask(incident_whole, incident_id)
        assert whole is not None
        assert len(whole.notes) == 1
        texts.append(whole.notes[0].text)
    return texts
