"""Every screen, in every size and in a language of long words: nothing cut, nothing without a name."""

import gettext
import re
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from hospitality_desk import words
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from tests.gui.looking.clipped import clipped_texts
from tests.gui.looking.contrast import faint_texts
from tests.gui.looking.kept import ACCEPT, unlike_kept
from tests.gui.looking.long_words import ends_in_dots_by_nature, lengthened, make_catalogue, sentences
from tests.gui.looking.nameless import nameless, small_targets
from tests.gui.looking.screen_text import screen_text
from tests.gui.looking.screens import EMPTY, STORY, looked_at, walk
from tests.gui.looking.stage import Houses, Window

SMALL, LARGE, LOW, NARROW = (1366, 768), (1920, 1080), (1366, 690), (960, 540)
SETTINGS = (
    (SMALL, 100), (SMALL, 125), (SMALL, 150), (LARGE, 112), (LARGE, 125), (LARGE, 150), (LOW, 100), (NARROW, 100),
)  # fmt: skip
LANGUAGES = ("english", "long words")


def _id(value: object) -> str:
    return "x".join(map(str, value)) if isinstance(value, tuple) else str(value)


CASES = [
    (size, percent, language, house)
    for house in ("full", "empty")
    for size, percent in SETTINGS
    for language in LANGUAGES
]
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
"""Tool tips raise themselves and menus take the keyboard; offscreen has nothing for that."""


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Houses:
    return Houses(tmp_path_factory.mktemp("houses"))


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> gettext.NullTranslations:
    return make_catalogue(tmp_path_factory.mktemp("translations"))


@pytest.fixture(scope="module")
def dots() -> dict[str, re.Pattern[str]]:
    """Sentences of ours that end in dots, in both languages."""
    said = sentences()
    long = [tuple(map(lengthened, (each,) if isinstance(each, str) else each)) for each in said]
    return {"english": ends_in_dots_by_nature(said), "long words": ends_in_dots_by_nature([*long])}


@pytest.fixture
def is_whole(
    request: pytest.FixtureRequest, catalogue: gettext.NullTranslations, dots: dict[str, re.Pattern[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str], bool]:  # fmt: skip
    """Speak the language asked for from now on."""
    if request.param == "long words":
        monkeypatch.setattr(words, "_catalogue", catalogue)
    by_nature = dots[request.param]
    return lambda text: by_nature.fullmatch(text) is not None


def faults_of(window: Window, names: tuple[str, ...], find: Callable[[Window], list[str]]) -> dict[str, list[str]]:
    """Walk through the screens; return what was found on each, every fault at the first screen that has it."""
    known: set[str] = set()
    found: dict[str, list[str]] = {}
    for name in walk(window, names):
        new = [fault for fault in find(window) if fault not in known]
        known |= set(new)
        if new:
            found[name] = new
    return found


@pytest.mark.parametrize(("size", "percent", "is_whole", "house"), CASES, indirect=["is_whole"], ids=_id)
def test_every_text_can_be_read_whole(
    houses: Houses, qtbot: QtBot, is_whole: Callable[[str], bool], size: tuple[int, int], percent: int, house: str
) -> None:
    names = STORY if house == "full" else EMPTY
    window = Window(houses, qtbot, LIGHT, size=size, percent=percent, house=house)

    def find(shown: Window) -> list[str]:
        return [fault for each in looked_at(shown) for fault in clipped_texts(each, is_whole)]

    found = faults_of(window, names, find)
    if window.window.size().toTuple() != size:
        found["window"] = [f"is {window.window.width()} x {window.window.height()}"]
    window.close()
    assert not found, "\n" + "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


@pytest.mark.parametrize("is_whole", LANGUAGES[:1], indirect=True)
@pytest.mark.parametrize(("house", "names"), [("full", STORY), ("empty", EMPTY)], ids=["story", "first evening"])
def test_every_control_has_a_name_and_room_for_a_thumb(
    houses: Houses, qtbot: QtBot, is_whole: Callable[[str], bool], house: str, names: tuple[str, ...]
) -> None:
    window = Window(houses, qtbot, LIGHT, size=SMALL, house=house)
    found = faults_of(window, names, lambda shown: nameless(shown.window) + small_targets(shown.window))
    window.close()
    assert not found, "\n" + "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


def assert_kept(window: Window, names: tuple[str, ...], ending: str = "") -> None:
    """See that each screen reads as it is kept, all of them before anything is said."""
    unlike = [unlike_kept(name + ending, screen_text(window.window)) for name in walk(window, names)]
    window.close()
    found = "\n".join(filter(None, unlike))
    assert not found, f"\n{found}\nIf this is meant: {ACCEPT}=1 python -m pytest tests/gui/test_looks.py -k kept"


KEPT = (
    "floor", "purse", "told", "note_gone", "settle", "quick_log_chips", "quick_log_similar", "quick_log_gone",
    "settled_today", "settings", "settings_gone", "keys", "wall",
)  # fmt: skip


def test_the_storys_screens_read_as_they_are_kept(houses: Houses, qtbot: QtBot) -> None:
    assert_kept(Window(houses, qtbot, DARK, size=SMALL), KEPT)


def test_the_first_evening_reads_as_it_is_kept(houses: Houses, qtbot: QtBot) -> None:
    assert_kept(Window(houses, qtbot, LIGHT, size=SMALL, house="empty"), ("first_run",))


def test_a_narrow_window_reads_as_it_is_kept(houses: Houses, qtbot: QtBot) -> None:
    window = Window(houses, qtbot, LIGHT, size=NARROW)
    assert window.window.size().toTuple() == NARROW
    assert_kept(window, ("floor", "purse", "tasks"), "_narrow")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("house", "names"), [("full", STORY), ("empty", EMPTY)], ids=["story", "first evening"])
def test_every_text_stands_out_from_its_ground(
    houses: Houses, qtbot: QtBot, theme: Theme, house: str, names: tuple[str, ...]
) -> None:
    window = Window(houses, qtbot, theme, size=SMALL, house=house)
    found = faults_of(window, names, lambda shown: [fault for each in looked_at(shown) for fault in faint_texts(each)])
    window.close()
    assert not found, "\n" + "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)
