"""The stories' rooms in every size and in long words: nothing cut, nothing faint, nothing without a name."""

# ruff: noqa: F811 # fixtures of another room are handed in by their names

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from tests.gui.looking.clipped import clipped_texts
from tests.gui.looking.contrast import faint_texts
from tests.gui.looking.nameless import nameless, small_targets
from tests.gui.looking.screens import looked_at
from tests.gui.looking.stage import Houses, Window
from tests.gui.looking.story_screens import REFUSED, RELEASED, TOLD
from tests.gui.test_looks import (  # noqa: F401  # the same houses, and the same two languages
    LANGUAGES,
    LARGE,
    NARROW,
    SMALL,
    _id,
    assert_kept,
    catalogue,
    dots,
    faults_of,
    houses,
    is_whole,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
HOUSES = (("told", TOLD), ("released", RELEASED), ("told", REFUSED))
CASES = [
    (size, percent, language, house, names)
    for house, names in HOUSES
    for size, percent in ((SMALL, 100), (SMALL, 150), (LARGE, 112), (NARROW, 100))
    for language in LANGUAGES
]


@pytest.mark.parametrize(("size", "percent", "is_whole", "house", "names"), CASES, indirect=["is_whole"], ids=_id)
def test_every_text_can_be_read_whole(
    houses: Houses, qtbot: QtBot, is_whole: Callable[[str], bool], size: tuple[int, int], percent: int, house: str,
    names: tuple[str, ...],
) -> None:  # fmt: skip
    window = Window(houses, qtbot, LIGHT, size=size, percent=percent, house=house)

    def find(shown: Window) -> list[str]:
        return [fault for each in looked_at(shown) for fault in clipped_texts(each, is_whole)]

    found = faults_of(window, names, find)
    if window.window.size().toTuple() != size:
        found["window"] = [f"is {window.window.width()} x {window.window.height()}"]
    window.close()
    assert not found, "\n" + "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


@pytest.mark.parametrize(("house", "names"), HOUSES)
def test_every_control_has_a_name_and_room_for_a_thumb(
    houses: Houses, qtbot: QtBot, house: str, names: tuple[str, ...]
) -> None:
    window = Window(houses, qtbot, LIGHT, size=SMALL, house=house)
    found = faults_of(window, names, lambda shown: nameless(shown.window) + small_targets(shown.window))
    window.close()
    assert not found, "\n" + "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("house", "names"), HOUSES)
def test_every_text_stands_out_from_its_ground(
    houses: Houses, qtbot: QtBot, theme: Theme, house: str, names: tuple[str, ...]
) -> None:
    window = Window(houses, qtbot, theme, size=SMALL, house=house)
    found = faults_of(window, names, lambda shown: [fault for each in looked_at(shown) for fault in faint_texts(each)])
    window.close()
    assert not found, "\n" + "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


@pytest.mark.parametrize(
    ("house", "names"), [("told", ("story_editor", "story_deciding")), ("released", ("stories_chosen", "story_paper"))]
)
def test_the_screens_read_as_they_are_kept(houses: Houses, qtbot: QtBot, house: str, names: tuple[str, ...]) -> None:
    assert_kept(Window(houses, qtbot, DARK, size=SMALL, house=house), names)


def test_a_narrow_window_reads_as_it_is_kept(houses: Houses, qtbot: QtBot) -> None:
    window = Window(houses, qtbot, LIGHT, size=NARROW, house="told")
    assert_kept(window, ("story_editor", "story_names"), "_narrow")
