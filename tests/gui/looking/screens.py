"""Every screen there is, each with the way a person comes to it; none changes the house."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QScrollArea, QWidget

from hospitality_desk.gui.side_rooms import SideRooms
from hospitality_desk.gui.tour_story import LINE
from tests.gui.looking.stage import Window

Way = Callable[[Window], None]


def looked_at(window: Window) -> list[QWidget]:
    """Return what is on the screen: the window, and a menu that is open over it."""
    menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    return [window.window, *menus]


def walk(window: Window, names: tuple[str, ...]) -> Iterator[str]:
    """Show one screen after another and yield its name while it stands; ways back are gone, not looked at."""
    for name in names:
        WAYS[name](window)
        window.calm()
        if not name.endswith("gone"):
            yield name
        leave(window)


def leave(window: Window) -> None:
    """Close whatever is open over the page, as Esc does."""
    for menu in QApplication.topLevelWidgets():
        if isinstance(menu, QMenu):
            menu.close()
    for _layer in range(3):
        QTest.keyClick(QApplication.focusWidget() or window.window, Qt.Key.Key_Escape)
        window.calm()


def _floor(window: Window) -> None:
    window.window.floor.choose(None)


def _purse(window: Window) -> None:
    window.window.floor.choose(window.story.purse)
    window.until(lambda: window.page.scene is not None)
    window.calm()


def _after_purse(then: Way) -> Way:
    def way(window: Window) -> None:
        _purse(window)
        then(window)

    return way


def _tap(name: str) -> Way:
    def way(window: Window) -> None:
        button = window.part(name)
        assert isinstance(button, QAbstractButton)
        button.setFocus()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        window.calm()

    return way


def _note(kind: str, words: str) -> Way:
    def way(window: Window) -> None:
        _purse(window)
        _tap(kind)(window)
        QTest.keyClicks(QApplication.focusWidget(), words)
        window.calm()

    return way


def _no_note(window: Window) -> None:
    """Empty the composer: what was typed is kept as a draft, and would stand on the next screen."""
    field = window.page.composer.field
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    window.calm()


def _note_menu(window: Window) -> None:
    _purse(window)
    view = window.part("timeline")
    assert isinstance(view, QAbstractItemView)
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def _keep_back(window: Window) -> None:
    _purse(window)
    _tap("keep_back")(window)
    menu = next(each for each in looked_at(window) if isinstance(each, QMenu))
    first = menu.actions()[0]
    menu.close()
    first.trigger()


def _quick_log(window: Window) -> None:
    _no_words(window)


def _no_words(window: Window) -> None:
    window.navigation.log()
    window.calm()
    panel = window.navigation.quick_log
    assert panel is not None
    panel.line.selectAll()
    QTest.keyClick(panel.line, Qt.Key.Key_Delete)
    window.calm()


def _quick_log_chips(window: Window) -> None:
    _no_words(window)
    panel = window.navigation.quick_log
    assert panel is not None
    panel.line.insertPlainText(LINE)
    window.until(lambda: any(chip.isVisible() for chip in panel.chips.chips.values()))
    _is_saved(window)


def _is_saved(window: Window) -> None:
    """Wait until the draft says so: it comes on the screen a moment after the words."""
    window.until(lambda: bool(window.part("quick_log_saved").property("text")))


def _quick_log_part(window: Window) -> None:
    _quick_log_chips(window)
    panel = window.navigation.quick_log
    assert panel is not None
    chip = next(chip for chip in panel.chips.chips.values() if chip.isVisible())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, chip.height() // 2))


def _similar(window: Window) -> None:
    _no_words(window)
    panel = window.navigation.quick_log
    assert panel is not None
    panel.line.insertPlainText("t12 Rivera lost her purse in the taxi")
    window.until(lambda: any(each.isVisible() for each in window.window.findChildren(QWidget, "similar_strip")))
    _is_saved(window)


def _settled_today(window: Window) -> None:
    _floor(window)
    _tap("footer_button")(window)


def _settings(window: Window) -> None:
    _tap("settings_button")(window)


def _settings_end(window: Window) -> None:
    """Turn the page to its end: it may be longer than the window."""
    _settings(window)
    for area in window.window.findChildren(QScrollArea):
        if area.isVisible():
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _keys(window: Window) -> None:
    action = window.window.findChild(QAction, "all_keys_qaction")
    assert action is not None
    action.trigger()


def _wall(window: Window) -> None:
    """As F11 does, in a window of this size: offscreen a full screen is 800 x 800."""
    rooms = window.window.findChild(SideRooms)
    assert rooms is not None
    rooms.put_wall_up()


def _tasks(window: Window) -> None:
    """Show the tasks, which are a tab where the page is narrow."""
    _purse(window)
    if window.window.findChildren(QWidget, "task_plus")[-1].isVisible():
        return
    _tap("pane_tab_1")(window)


def _new_task(window: Window) -> None:
    _tasks(window)
    _tap("task_plus")(window)


def _new_task_more(window: Window) -> None:
    _new_task(window)
    _tap("task_more_fold")(window)


def _reached(window: Window) -> None:
    _tasks(window)
    _tap("reached_2")(window)


def _no_tasks(window: Window) -> None:
    """Go back to what happened."""
    if any(each.isVisible() for each in window.window.findChildren(QWidget, "pane_tab_0")):
        _tap("pane_tab_0")(window)


def _toast(window: Window) -> None:
    window.window.notices.toast("Table 12 settled.", lambda: None)


def _banner(window: Window) -> None:
    window.window.notices.banner("Working offline. 3 notes waiting.")


def _no_banner(window: Window) -> None:
    window.window.notices.clear_banner()
    window.window.show_screens()


def _trouble(window: Window) -> None:
    window.window.show_trouble("The store is away. Nothing was changed. Look at the network, then try again.")


WAYS: dict[str, Way] = {
    "floor": _floor,
    "first_run": lambda window: None,
    "purse": _purse,
    "told": _after_purse(_tap("told_guest")),
    "told_typed": _note("kind_told", "We should be back soon, by 13:20."),
    "think": _note("kind_think", "He left by the garden door."),
    "cost": _note("kind_cost", "Taxi fare $45"),
    "note_gone": _no_note,
    "place": _after_purse(_tap("header_place")),
    "guest": _after_purse(_tap("header_guest")),
    "severity": _after_purse(_tap("header_severity")),
    "kind": _after_purse(_tap("header_kind")),
    "dots": _after_purse(_tap("header_dots")),
    "when": _after_purse(_tap("note_when")),
    "note_menu": _note_menu,
    "keep_back": _keep_back,
    "tasks": _tasks,
    "new_task": _new_task,
    "new_task_more": _new_task_more,
    "reached": _reached,
    "tasks_gone": _no_tasks,
    "settle": _after_purse(_tap("settle")),
    "person": _tap("person_button"),
    "quick_log": _quick_log,
    "quick_log_chips": _quick_log_chips,
    "quick_log_part": _quick_log_part,
    "quick_log_similar": _similar,
    "quick_log_gone": _no_words,
    "settled_today": _settled_today,
    "settings": _settings,
    "settings_end": _settings_end,
    "settings_gone": _tap("floor_button"),
    "keys": _keys,
    "wall": _wall,
    "toast": _toast,
    "banner": _banner,
    "banner_gone": _no_banner,
    "trouble": _trouble,
    "trouble_gone": _no_banner,
}
"""Names that end in "gone" are the way back from the one before."""

STORY = tuple(name for name in WAYS if name != "first_run")
"""The screens of a house with six open problems."""
EMPTY = ("first_run", "person", "settings", "settings_end", "settings_gone", "wall")
"""The screens that are otherwise in a house in which nothing was ever logged."""
