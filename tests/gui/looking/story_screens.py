"""The screens of the stories' rooms, each with the way a person comes to it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospitality_desk.gui.stories.page import StoriesPage
from tests.gui.looking.screens import WAYS, Way, _tap
from tests.gui.looking.stage import Window


def _page(window: Window) -> StoriesPage:
    page = window.navigation.stories.stories
    assert page is not None
    return page


def _list(window: Window) -> None:
    window.navigation.stories.show_stories()
    window.until(lambda: _page(window).list.is_known)
    window.calm()


def _stories(window: Window) -> None:
    _list(window)
    if _page(window).story_id is not None:
        _page(window).show_list()
    window.calm()


def _chosen(window: Window) -> None:
    _stories(window)
    _page(window).list.model.choose((window.telling.story_id,))


def _new(window: Window) -> None:
    _stories(window)
    _page(window).list.ask_title()
    QTest.keyClicks(QApplication.focusWidget(), "The coat with the green lining")


def _editor(window: Window) -> None:
    window.navigation.stories.open_story(window.telling.story_id)
    window.until(lambda: _page(window).editor is not None)
    window.calm()
    editor = _page(window).editor
    assert editor is not None
    if editor.tabs.isVisible():
        editor.tabs.choose("story")
    window.calm()


def _tab(value: str) -> Way:
    def way(window: Window) -> None:
        _editor(window)
        editor = _page(window).editor
        assert editor is not None
        if editor.tabs.isVisible():
            editor.tabs.choose(value)
        window.calm()

    return way


def _deciding(window: Window) -> None:
    _tab("names")(window)
    _tap("card_2_keep")(window)


def _behaviours(window: Window) -> None:
    _tab("names")(window)
    _tap("behaviour_plus")(window)


def _withdraw(window: Window) -> None:
    _editor(window)
    _tap("story_dots")(window)
    menu = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "story_menu")
    first = menu.actions()[0]
    menu.close()
    first.trigger()


def _paper(window: Window) -> None:
    _list(window)
    window.navigation.stories.show_paper((window.telling.story_id,), False)
    pages = window.navigation.stories.paper
    window.until(lambda: pages is not None and (pages.made is not None or pages.refusal.isVisible()))
    window.until(lambda: pages is not None and (pages.made is None or pages.view.is_painted))


def _no_printer(window: Window) -> None:
    _paper(window)
    pages = window.navigation.stories.paper
    assert pages is not None
    pages.out.printers = lambda: []
    QTest.keyClick(window.window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


WAYS.update(
    {
        "stories": _stories,
        "stories_chosen": _chosen,
        "stories_new": _new,
        "story_editor": _editor,
        "story_log": _tab("log"),
        "story_names": _tab("names"),
        "story_deciding": _deciding,
        "story_behaviours": _behaviours,
        "story_withdraw": _withdraw,
        "story_paper": _paper,
        "story_no_printer": _no_printer,
    }
)
TOLD = ("story_editor", "story_log", "story_names", "story_deciding", "story_behaviours", "story_withdraw")
"""The screens of a house in which a story is written and two names are undecided."""
RELEASED = ("stories", "stories_chosen", "stories_new", "story_paper", "story_no_printer")
"""The screens of a house in which it is released."""
REFUSED = ("story_paper",)
"""In the house before that: why there are no pages."""
