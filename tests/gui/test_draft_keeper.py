"""What is typed is on the disk within a breath, whatever else happens."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.draft_keeper import AGAIN, CEILING, DraftKeeper
from hospitality_desk.paths import STATION_FILE
from hospitality_desk.station.station import Draft, Station
from hospitality_desk.storage.driver import sqlite_driver

NAME = "a-form"


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


@pytest.fixture
def closed_house(station: Station, qtbot: QtBot) -> Iterator[Bridge]:
    """A bridge whose desk is not open: drafts do not wait for the house."""
    bridge = Bridge(station)
    yield bridge
    bridge.settle_down()


@pytest.fixture
def keeper(closed_house: Bridge) -> DraftKeeper:
    return DraftKeeper(closed_house, NAME, closed_house)


def test_a_change_is_kept_within_the_ceiling_however_long_the_typing_goes_on(
    keeper: DraftKeeper, station: Station, qtbot: QtBot
) -> None:
    typing = QTimer(keeper)
    typed: list[str] = []

    def key() -> None:
        typed.append("x")
        keeper.typed("".join(typed), {"n": len(typed)})

    typing.timeout.connect(key)
    began = time.monotonic()
    with qtbot.waitSignal(keeper.kept, timeout=2_000):
        typing.start(20)
    took = time.monotonic() - began
    typing.stop()
    kept = station.draft(NAME)
    assert kept is not None
    assert kept.text
    assert kept.choices == {"n": len(kept.text)}
    assert took < 5 * CEILING / 1000  # the ceiling is 1; room for a busy machine


def test_keep_now_does_not_wait(keeper: DraftKeeper, station: Station, qtbot: QtBot) -> None:
    keeper.typed("cold soup", {"source": "told"})
    with qtbot.waitSignal(keeper.kept) as kept:
        keeper.keep_now()
    draft = station.draft(NAME)
    assert draft is not None
    assert (draft.text, draft.choices, draft.saved_at) == ("cold soup", {"source": "told"}, kept.args[0])


def test_nothing_typed_is_nothing_kept(keeper: DraftKeeper, station: Station, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeper.kept, wait=CEILING * 2):
        keeper.keep_now()
    assert station.draft(NAME) is None


def test_an_emptied_form_is_no_draft_any_more(keeper: DraftKeeper, station: Station, qtbot: QtBot) -> None:
    for text in ("cold", ""):
        keeper.typed(text, {"ids": "kept"})
        with qtbot.waitSignal(keeper.kept):
            keeper.keep_now()
    assert station.draft(NAME) is None


def test_a_dropped_draft_stays_dropped_though_a_change_was_waiting(
    keeper: DraftKeeper, station: Station, qtbot: QtBot
) -> None:
    keeper.typed("cold", {})
    keeper.keep_now()
    keeper.typed("cold soup", {})
    with qtbot.assertNotEmitted(keeper.kept, wait=0):
        keeper.drop()
    found: list[Draft | None] = []
    keeper.load(found.append)
    qtbot.waitUntil(lambda: found != [])
    qtbot.waitUntil(lambda: not keeper.findChildren(QTimer)[0].isActive())
    assert found == [None]
    assert station.draft(NAME) is None


def test_a_draft_is_loaded_as_it_was_kept(keeper: DraftKeeper, qtbot: QtBot) -> None:
    keeper.typed("t12 “cold”\nsoup 😀", {"cursor": 3, "none": None})
    keeper.keep_now()
    found: list[Draft | None] = []
    keeper.load(found.append)
    qtbot.waitUntil(lambda: found != [])
    assert found[0] is not None
    assert (found[0].text, found[0].choices) == ("t12 “cold”\nsoup 😀", {"cursor": 3, "none": None})


def test_a_file_that_cannot_be_written_is_said_once_and_tried_again(
    closed_house: Bridge, keeper: DraftKeeper, station: Station, qtbot: QtBot
) -> None:
    said: list[str] = []
    closed_house.said.connect(said.append)
    station.close()
    for text in ("c", "co", "col"):
        keeper.typed(text, {})
        keeper.keep_now()
    found: list[Draft | None] = []
    keeper.load(found.append)
    qtbot.waitUntil(lambda: [draft.text for draft in found if draft] == ["col"])
    assert len(said) == 1
    assert "drafts are not kept" in said[0]


@pytest.fixture
def other_hand(station: Station, tmp_path: Path) -> Iterator[Any]:
    """Another's connection to the station's file, which our station does not wait for."""
    station._connection.execute("PRAGMA busy_timeout=0").fetchall()
    other = sqlite_driver().connect(str(tmp_path / STATION_FILE), isolation_level=None)
    yield other
    other.close()


def test_what_could_not_be_kept_is_tried_again_without_another_key(
    keeper: DraftKeeper, station: Station, other_hand: Any, qtbot: QtBot
) -> None:
    other_hand.execute("BEGIN EXCLUSIVE")
    keeper.typed("cold soup", {"source": "told"})
    with qtbot.assertNotEmitted(keeper.kept), qtbot.waitSignal(keeper.not_kept):
        keeper.keep_now()
    other_hand.execute("ROLLBACK")
    with qtbot.waitSignal(keeper.kept, timeout=2 * AGAIN):
        pass
    draft = station.draft(NAME)
    assert draft is not None
    assert (draft.text, draft.choices) == ("cold soup", {"source": "told"})


def test_what_was_typed_since_is_not_put_back_by_a_failure(
    keeper: DraftKeeper, station: Station, other_hand: Any, qtbot: QtBot
) -> None:
    other_hand.execute("BEGIN EXCLUSIVE")
    keeper.typed("cold", {})
    keeper.keep_now()
    keeper.typed("cold soup", {})
    with qtbot.waitSignal(keeper.not_kept):
        pass
    other_hand.execute("ROLLBACK")
    with qtbot.waitSignal(keeper.kept):
        keeper.keep_now()
    draft = station.draft(NAME)
    assert draft is not None
    assert draft.text == "cold soup"


def test_a_dropped_draft_is_not_brought_back_by_a_failure(
    keeper: DraftKeeper, station: Station, other_hand: Any, qtbot: QtBot
) -> None:
    other_hand.execute("BEGIN EXCLUSIVE")
    keeper.typed("cold", {})
    with qtbot.waitSignal(keeper.not_kept):
        keeper.keep_now()
        keeper.drop()
    other_hand.execute("ROLLBACK")
    found: list[Draft | None] = []
    keeper.load(found.append)
    qtbot.waitUntil(lambda: found == [None])
    assert not keeper.findChildren(QTimer)[0].isActive()


def test_two_forms_keep_their_own_words(closed_house: Bridge, station: Station, qtbot: QtBot) -> None:
    parent = QObject()
    forms = [DraftKeeper(closed_house, f"form:{n}", parent) for n in range(2)]
    for n, form in enumerate(forms):
        form.typed(f"words {n}", {})
        with qtbot.waitSignal(form.kept):
            form.keep_now()
    assert [draft.text for n in range(2) if (draft := station.draft(f"form:{n}"))] == ["words 0", "words 1"]


def test_what_could_not_be_kept_is_loaded_at_once_and_tried_again_by_who_loads_it(
    closed_house: Bridge, keeper: DraftKeeper, station: Station, other_hand: Any, qtbot: QtBot
) -> None:
    other_hand.execute("BEGIN EXCLUSIVE")
    keeper.typed("cold soup", {"source": "told"})
    with qtbot.waitSignal(keeper.not_kept):
        keeper.keep_now()
    keeper.deleteLater()
    qtbot.waitUntil(lambda: not isValid(keeper))
    another = DraftKeeper(closed_house, NAME, closed_house)
    found: list[Draft | None] = []
    with qtbot.waitSignal(another.not_kept):
        another.load(found.append)
    assert [(draft.text, draft.choices) for draft in found if draft] == [("cold soup", {"source": "told"})]
    other_hand.execute("ROLLBACK")
    with qtbot.waitSignal(another.kept, timeout=2 * AGAIN):
        pass
    body = other_hand.execute("SELECT body FROM drafts WHERE name = ?", (NAME,)).fetchone()
    assert "cold soup" in body[0]


def test_one_let_go_goes_once_its_words_are_kept_and_never_over_newer_ones(
    closed_house: Bridge, keeper: DraftKeeper, station: Station, other_hand: Any, qtbot: QtBot
) -> None:
    other_hand.execute("BEGIN EXCLUSIVE")
    keeper.typed("cold", {})
    with qtbot.waitSignal(keeper.not_kept):
        keeper.let_go()
    newer = DraftKeeper(closed_house, NAME, closed_house)
    newer.typed("cold soup", {})
    with qtbot.waitSignal(newer.not_kept):
        newer.keep_now()
    with qtbot.assertNotEmitted(keeper.destroyed, wait=50):
        pass
    other_hand.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not isValid(keeper), timeout=2 * AGAIN)
    draft = station.draft(NAME)
    assert draft is not None
    assert draft.text == "cold soup"
