"""What each picture of the tour shows, and how a hand would get there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

from hospitality_desk.errors import BugError
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.main_window import HEIGHT, WIDTH, MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.stories.page import StoriesPage
from hospitality_desk.gui.tour_story import FIRST_LINE_AT, LINE, PICTURE_AT, TourStory
from hospitality_desk.gui.tour_telling import RELEASED_AT, TOLD_AT, TourTelling

LARGE, NARROW = (1920, 1080), (960, 540)
USUAL = (WIDTH, HEIGHT)
LARGE_TEXT = 112
WALL_AT = "13:06"
"""Later than the other pictures: the story has stood still since 12:56, and all four states of the clock are there."""
_PATIENCE, _LOOK_EVERY = 20.0, 0.005
Size = tuple[int, int]


def until(app: QApplication, holds: Callable[[], bool]) -> None:
    """Let the window work until something holds; raises BugError after 20 s."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise BugError("the window was not ready in time")
        app.processEvents()
        time.sleep(_LOOK_EVERY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One screen: the house as the story left it by then, the time, who acts, and the way there in the window."""

    name: str
    house: str
    at: str
    go: Callable[[Scenes, MainWindow, Navigation], None]
    who: str | None = "Carlo"
    sizes: tuple[Size, ...] = field(default=(USUAL,))


class Scenes:
    """The ways to each screen, by the same acts as buttons and keys."""

    def __init__(self, app: QApplication, story: TourStory, telling: TourTelling) -> None:
        self._app, self._story, self._telling = app, story, telling

    def first_run(self, window: MainWindow, _navigation: Navigation) -> None:
        """A house in which nothing was ever logged."""
        self._until(lambda: window.floor.first_run.isVisible())

    def quick_log(self, window: MainWindow, navigation: Navigation) -> None:
        """The purse's line, typed, with a problem that looks like it."""
        self._ready(window, 5)
        navigation.log()
        panel = navigation.quick_log
        if panel is not None:
            panel.line.insertPlainText(LINE)
            self._until(lambda: any(chip.isVisible() for chip in panel.chips.chips.values()))
            self._until(lambda: panel.strip.isVisible())

    def floor(self, window: MainWindow, navigation: Navigation) -> None:
        """Six open problems, the purse beside them."""
        self._purse(window, navigation)

    def told(self, window: MainWindow, navigation: Navigation) -> None:
        """About to tell the guest both things at once."""
        self._purse(window, navigation).tell()

    def settle(self, window: MainWindow, navigation: Navigation) -> None:
        """What is still missing before the purse is settled."""
        self._purse(window, navigation).settle()

    def settled(self, window: MainWindow, navigation: Navigation) -> None:
        """The purse when all is told, and the list of what was settled today."""
        self._ready(window, 5)
        window.floor.pane.show_closed(True)
        self._until(lambda: window.floor.settled.holds(self._story.purse))
        window.floor.choose(self._story.purse)
        self._shown(navigation)

    def wall(self, window: MainWindow, navigation: Navigation) -> None:
        """For a screen across the room."""
        self._until(lambda: len(window.floor.model.rows) == 6)
        navigation.rooms.put_wall_up()  # in a window of the picture's size, not on a whole screen

    def keys(self, window: MainWindow, navigation: Navigation) -> None:
        """Every key."""
        self._purse(window, navigation)
        navigation.rooms.show_keys()

    def settings(self, window: MainWindow, navigation: Navigation) -> None:
        """The room behind the wheel."""
        self._ready(window, 6)
        navigation.rooms.show_settings()

    def stories(self, window: MainWindow, navigation: Navigation) -> None:
        """What was told, and what is chosen to be printed."""
        page = self._stories(window, navigation)
        self._until(lambda: len(page.list.model.rows) == 2)
        page.list.model.choose((self._telling.story_id,))

    def story_editor(self, window: MainWindow, navigation: Navigation) -> None:
        """The purse written well, with names still to decide."""
        page = self._stories(window, navigation)
        page.open_story(self._telling.story_id)
        self._until(lambda: page.editor is not None)

    def story_paper(self, window: MainWindow, navigation: Navigation) -> None:
        """The pages before they are printed."""
        self._stories(window, navigation)
        navigation.stories.show_paper((self._telling.story_id,), False)
        pages = navigation.stories.paper
        self._until(lambda: pages is not None and pages.made is not None and pages.view.is_painted)

    def _stories(self, window: MainWindow, navigation: Navigation) -> StoriesPage:
        self._until(lambda: window.rail.person_button.words == "Dana")
        navigation.stories.show_stories()
        page = navigation.stories.stories
        if page is None:
            raise BugError("an open desk without its stories")
        return page

    def _purse(self, window: MainWindow, navigation: Navigation) -> IncidentPage:
        self._ready(window, 6)
        window.floor.choose(self._story.purse)
        return self._shown(navigation)

    def _shown(self, navigation: Navigation) -> IncidentPage:
        page = navigation.incident
        if page is None:
            raise BugError("an open desk without its page")
        self._until(lambda: page.scene is not None)
        return page

    def _ready(self, window: MainWindow, many: int) -> None:
        self._until(lambda: len(window.floor.model.rows) == many)
        self._until(lambda: window.rail.person_button.words == "Carlo")

    def _until(self, holds: Callable[[], bool]) -> None:
        until(self._app, holds)


SCENES = (
    Scene(name="first-run", house="empty", at="10:02", go=Scenes.first_run, who=None, sizes=(USUAL, LARGE)),
    Scene(name="quick-log", house="line", at=FIRST_LINE_AT, go=Scenes.quick_log, sizes=(USUAL, LARGE)),
    Scene(name="floor", house="picture", at=PICTURE_AT, go=Scenes.floor, sizes=(USUAL, LARGE, NARROW)),
    Scene(name="told", house="picture", at=PICTURE_AT, go=Scenes.told),
    Scene(name="settle", house="picture", at=PICTURE_AT, go=Scenes.settle),
    Scene(name="keys", house="picture", at=PICTURE_AT, go=Scenes.keys),
    Scene(name="settings", house="picture", at=PICTURE_AT, go=Scenes.settings, sizes=(USUAL, LARGE)),
    Scene(name="wall", house="picture", at=WALL_AT, go=Scenes.wall, sizes=(USUAL, LARGE)),
    Scene(name="settled", house="end", at="13:33", go=Scenes.settled, sizes=(USUAL, LARGE)),
    Scene(name="stories", house="released", at=RELEASED_AT, go=Scenes.stories, who="Dana", sizes=(USUAL, LARGE)),
    Scene(name="story-editor", house="told", at=TOLD_AT, go=Scenes.story_editor, who="Dana", sizes=(USUAL, LARGE)),
    Scene(
        name="story-paper", house="released", at=RELEASED_AT, go=Scenes.story_paper, who="Dana", sizes=(USUAL, LARGE)
    ),
)
