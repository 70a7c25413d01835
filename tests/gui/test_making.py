"""Work that takes a while: it says how far it is, ends when it is given up, and never holds up the window's end."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hospitality_desk.desk.desk import Desk
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.making import Tell
from tests.gui.lanes import bring_home


class Hears(QObject):
    """Whoever waits for the work."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.reasons: list[str] = []
        self.progress: list[tuple[int, int]] = []

    def on_progress(self, done: int, of: int) -> None:
        self.progress.append((done, of))

    def refused(self, error: KnownError) -> None:
        self.reasons.append(error.say)


def test_it_says_how_far_it_is_and_brings_its_answer(bridge: Bridge, qtbot: QtBot) -> None:
    hears, listened_to = Hears(), Event()

    def work(desk: Desk, tell: Tell) -> str:
        listened_to.wait(5)
        for done in range(1, 1_001):
            tell(done, 1_000)
        return desk.house.name

    making = bridge.make(work, owner=hears, then=hears.answers.append, refused=hears.refused)
    making.progress.connect(hears.on_progress)
    listened_to.set()
    qtbot.waitUntil(lambda: hears.answers == ["Northgate House"])
    assert hears.progress[-1] == (1_000, 1_000)
    assert len(hears.progress) <= 101


@pytest.mark.parametrize("why", ["cancelled", "gone"])
def test_what_is_given_up_ends_at_its_next_step_and_nobody_hears_of_it(bridge: Bridge, qtbot: QtBot, why: str) -> None:
    hears, goes_on, steps = Hears(), Event(), []
    answers, reasons = hears.answers, hears.reasons

    def work(_desk: Desk, tell: Tell) -> str:
        goes_on.wait(5)
        for done in range(3):
            tell(done, 3)
            steps.append(done)
        return "done"

    making = bridge.make(work, owner=hears, then=hears.answers.append, refused=hears.refused)
    if why == "cancelled":
        making.cancel()
    else:
        hears.deleteLater()
        with qtbot.waitSignal(hears.destroyed):
            pass
    goes_on.set()
    bring_home(bridge)
    assert (steps, answers, reasons) == ([], [], [])


def test_a_reason_comes_home_and_without_anybody_to_hear_it_is_said(bridge: Bridge, qtbot: QtBot) -> None:
    hears = Hears()

    def work(_desk: Desk, _tell: Tell) -> None:
        raise Refused("Not so.")

    bridge.make(work, owner=hears, then=hears.answers.append, refused=hears.refused)
    qtbot.waitUntil(lambda: hears.reasons == ["Not so."])
    with qtbot.waitSignal(bridge.said) as said:
        bridge.make(work, owner=hears, then=hears.answers.append)
    assert said.args == ["Not so."]


def test_the_window_closes_in_the_middle_of_it(bridge: Bridge) -> None:
    hears, began = Hears(), Event()

    def work(_desk: Desk, tell: Tell) -> None:
        began.set()
        while True:
            tell(0, 1)

    bridge.make(work, owner=hears, then=hears.answers.append, refused=hears.refused)
    assert began.wait(5)
    bridge.settle_down()
    assert (hears.answers, hears.reasons) == ([], [])
