"""A screen of its own with a window manager, a keyboard and a pointer that are moved from outside (X events)."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hospitality_desk.desk.open import NOW_VARIABLE

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool", "openbox")
PATIENCE = 10.0
"""Seconds until what was asked for must be seen."""
_LOOK_EVERY = 0.01
_KEY_MS = "6"
_FINGER = 0.04
"""Seconds from the last letter to the next key: what comes sooner is taken for a barcode scanner's."""


class NotSeen(AssertionError):
    """What should be on the screen by now is not there."""


def until(holds: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Wait until something holds, and return it; raise NotSeen with its name when it does not come."""
    end = time.monotonic() + patience
    while True:
        found = holds()
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(_LOOK_EVERY)


class RealScreen:
    """An X server with a window manager. Skips the test where one cannot be had."""

    def __init__(self, size: str = "1400x860") -> None:
        missing = [command for command in NEEDED if shutil.which(command) is None]
        if missing:
            pytest.skip("a real screen needs " + ", ".join(missing))
        listen, say = os.pipe()
        server = ["Xvfb", "-displayfd", str(say), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(server, pass_fds=(say,), stderr=subprocess.DEVNULL)
        os.close(say)
        with os.fdopen(listen) as number:
            display = number.readline().strip()
        if not display:
            self._server.wait()
            pytest.skip("the X server did not start")
        self.env = {**os.environ, "DISPLAY": f":{display}"}
        self._manager = subprocess.Popen(["openbox"], env=self.env, stderr=subprocess.DEVNULL)

    def close(self) -> None:
        """End what was started here."""
        for each in (self._manager, self._server):
            each.terminate()
            each.wait(10)


class RealWindow:
    """The window on a practice folder, and the hands that work it: keys and pointer come as X events, none else."""

    def __init__(self, screen: RealScreen, folder: Path, name: str, moment: datetime) -> None:
        env = {**screen.env, "QT_QPA_PLATFORM": "xcb", NOW_VARIABLE: moment.isoformat(), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.journeys.window_child", str(folder), name]
        self._env = env
        self._typed = 0.0
        self._child = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        until(lambda: self.ask("ready"), "the open house", patience=30)
        self._x = self._hand("search", "--onlyvisible", "--pid", str(self._child.pid)).split()[-1]
        self._hand("windowactivate", "--sync", self._x)
        until(lambda: self.ask("focus"), "the keyboard in the window")

    def close(self) -> int:
        """Close the window as its frame's button does, and return the exit status."""
        if self._child.poll() is None:
            self._hand("key", "ctrl+q")
        with self._child as child:  # its pipes are closed after it
            try:
                return child.wait(15)
            except subprocess.TimeoutExpired:
                child.kill()
                return child.wait()

    def ask(self, question: str, **about: str) -> Any:
        """Ask the window what is seen."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps({"ask": question, **about}) + "\n")
        self._child.stdin.flush()
        answer = self._child.stdout.readline()
        assert answer, "the window is gone"
        return json.loads(answer)

    def at(self, moment: datetime) -> None:
        """Let it be this time."""
        self.ask("at", moment=moment.isoformat())

    def key(self, *keys: str) -> None:
        """Press keys, one after another, as xdotool names them."""
        time.sleep(max(0.0, self._typed + _FINGER - time.monotonic()))
        self._hand("key", "--delay", _KEY_MS, *keys)

    def type(self, text: str, field: str) -> None:
        """Type into the field that has the keyboard, and wait until all of it stands there."""
        before = self.ask("typed", name=field) or ""
        self._hand("type", "--delay", _KEY_MS, text)
        until(lambda: text in (self.ask("typed", name=field) or ""), f"{text!r} in {field} after {before!r}")
        self._typed = time.monotonic()

    def click(self, x: int, y: int) -> None:
        """Move the pointer there and press its left button."""
        self._hand("mousemove", "--sync", str(x), str(y), "click", "1")

    def tap(self, name: str) -> None:
        """Click a control that is seen."""
        self.click(*until(lambda: self.ask("part", name=name), f"{name} on the screen"))

    def tap_words(self, words: str) -> None:
        """Click words that are seen."""
        self.click(*until(lambda: self.ask("words", contains=words), f"the words {words!r} on the screen")[-1])

    def wheel(self, name: str) -> None:
        """Turn the wheel up by a notch over a control."""
        x, y = until(lambda: self.ask("part", name=name), f"{name} on the screen")
        self._hand("mousemove", "--sync", str(x), str(y), "click", "4")

    def _hand(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._env, capture_output=True, text=True, timeout=30)
        return done.stdout
