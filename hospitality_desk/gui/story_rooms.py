"""The rooms of the stories: the list and the editor, and the pages they are printed on; built on the first visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from hospitality_desk.domain.ids import StoryId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.main_window import MainWindow

if TYPE_CHECKING:  # read in on the first visit
    from hospitality_desk.gui.paper.page import PaperPage
    from hospitality_desk.gui.stories.page import StoriesPage

_AREAS = ("log_area", "scenes_area", "names_area")


@dataclass(frozen=True, slots=True, kw_only=True)
class AtStories:
    """Where a person was among the stories."""

    story_id: StoryId | None
    """The one that was open; None on the list."""
    chosen: tuple[StoryId, ...]
    """What was chosen for a pack."""
    stands_on: StoryId | None
    list_at: int
    areas_at: tuple[int, ...]
    """How far the panes of the editor were scrolled."""
    tab: str
    asks_title: bool
    paper: tuple[StoryId, ...]
    """The stories whose pages were shown; none: it was not the pages."""
    is_draft: bool


class StoryRooms(QObject):
    """Leads from one to the other: the screens do not know each other."""

    def __init__(self, around: Around, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._window = around, window
        self.stories: StoriesPage | None = None
        self.paper: PaperPage | None = None

    @property
    def is_shown(self) -> bool:
        """Tell whether a person sees one of these rooms."""
        here = self._window.stack.currentWidget()
        return self._window.frame.is_usual and here is not None and here in (self.stories, self.paper)

    def show_stories(self) -> None:
        """Show the stories as they were left."""
        if self._around.bridge.is_open:
            page = self._page()
            self._show(page)
            page.begin()

    def open_story(self, story_id: str) -> None:
        """Open a story in the editor."""
        if self._around.bridge.is_open:
            page = self._page()
            self._show(page)
            page.open_story(story_id)

    def show_paper(self, story_ids: tuple[StoryId, ...], is_draft: bool) -> None:
        """Show stories as pages."""
        if self.paper is None:
            from hospitality_desk.gui.paper.page import PaperPage  # on the first visit

            self.paper = PaperPage(self._around)
            self.paper.back_asked.connect(self.show_stories)
            self.paper.open_asked.connect(self.open_story)
            self.paper.told.connect(lambda words, ways: self._window.notices.toast(words, None, ways))
        self._show(self.paper)
        self.paper.show_stories(story_ids, is_draft=is_draft)

    def print(self) -> None:
        """Print what is shown: the pages, else go to them first."""
        if self.paper is not None and self._is_here(self.paper):
            self.paper.print()
        elif self.stories is not None and self._is_here(self.stories):
            self.stories.preview()

    def save(self) -> None:
        """Save what is shown as a file; from the editor go to the pages first."""
        if self.paper is not None and self._is_here(self.paper):
            self.paper.save()
        elif self.stories is not None and self._is_here(self.stories):
            self.stories.preview()

    def panes(self) -> list[QWidget]:
        """Return the panes F6 goes along, beside the rail."""
        if self.stories is not None and self._is_here(self.stories):
            return self.stories.panes()
        return [] if self.paper is None else [self.paper.head, self.paper.view, self.paper.refusal, self.paper.busy]

    def tick(self) -> None:
        """Ask again what got no answer."""
        if self.stories is not None and self._is_here(self.stories):
            self.stories.tick()

    def place(self) -> AtStories | None:
        """Return where a person is, while these rooms are shown."""
        page, paper = self.stories, self.paper
        if page is None or not self.is_shown:
            return None
        view = page.list.view
        here = view.currentIndex()
        on_paper = paper is not None and self._is_here(paper)
        return AtStories(
            story_id=page.story_id,
            chosen=page.list.model.chosen,
            stands_on=page.list.model.row_at(here).story_id if here.isValid() else None,
            list_at=view.verticalScrollBar().value(),
            areas_at=tuple(_scrolled(page, name) for name in _AREAS),
            tab=page.editor.tabs.current if page.editor is not None else "",
            asks_title=not page.list.new.isHidden(),
            paper=paper.story_ids if paper is not None and on_paper else (),
            is_draft=paper is not None and paper.is_draft,
        )

    def go_back_to(self, place: AtStories) -> None:
        """Go where somebody was, as far as it can be gone at once; `is_back` says when all of it is there."""
        page = self._page()
        self._show(page)
        if place.asks_title:
            page.list.new.show()
        if place.story_id is not None:
            page.open_story(place.story_id, takes_keyboard=False)
        page.begin(takes_keyboard=False)
        if place.paper:
            self.show_paper(place.paper, place.is_draft)

    def is_back(self, place: AtStories, share: float) -> bool:
        """Tell whether the old place is filled again, and scroll there when it is; `share` of the old text size."""
        page = self.stories
        if page is None:
            return True
        if place.story_id is None:
            if not page.list.is_known:
                return False
            if place.chosen:
                page.list.model.choose(place.chosen)
            page.list.view.stand_on(page.list.model.index_of(place.stands_on))
            page.list.view.verticalScrollBar().setValue(round(place.list_at * share))
            return True
        if page.editor is None:
            return False
        if place.tab:
            page.editor.tabs.choose(place.tab)
        for name, at in zip(_AREAS, place.areas_at, strict=True):
            area = page.findChild(QScrollArea, name)
            if area is not None:
                area.verticalScrollBar().setValue(round(at * share))
        return True

    def _page(self) -> StoriesPage:
        if self.stories is None:
            from hospitality_desk.gui.stories.page import StoriesPage  # on the first visit

            self.stories = StoriesPage(self._around)
            self.stories.toast.connect(self._window.notices.toast)
            self.stories.preview_asked.connect(self.show_paper)
        return self.stories

    def _show(self, screen: QWidget) -> None:
        self._window.frame.show_screen(screen)
        self._window.rail.stories_button.setChecked(True)

    def _is_here(self, screen: QWidget) -> bool:
        return self._window.frame.is_usual and self._window.stack.currentWidget() is screen


def _scrolled(page: QWidget, name: str) -> int:
    area = page.findChild(QScrollArea, name)
    return area.verticalScrollBar().value() if area is not None else 0
