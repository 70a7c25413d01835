"""Settings: every choice holds at once, for this stand; nothing is offered that is not true here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.dresser import Dresser
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.look import LETTERS, MOTION, TEXT_SIZE, THEME, ThemeChoice
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.run import make_window
from hospitality_desk.gui.settings.about import AboutSection
from hospitality_desk.gui.settings.page import SettingsPage
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import DARK, LIGHT
from hospitality_desk.station.station import STATION_NAME

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, bridge: Bridge, staff: object) -> Iterator[MainWindow]:
    made = make_window(qapp, bridge, LIGHT, "Carlo", 100)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    Dresser(qapp, made)
    made.rail.settings_button.click()
    yield made
    qapp.setPalette(LIGHT.palette())
    qapp.setStyleSheet(style_sheet(LIGHT))
    qapp.setFont(made.around.font(Role.BODY))


def page(window: MainWindow) -> SettingsPage:
    navigation = window.findChild(Navigation, "navigation")
    assert isinstance(navigation, Navigation)
    assert navigation.rooms.settings is not None
    return navigation.rooms.settings


def tap(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Tap a control of the page by its name."""
    found = page(window).findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def changes_to(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Tap a choice that builds the screens anew, and wait for them."""
    old = window.frame
    tap(window, qtbot, name)
    qtbot.waitUntil(lambda: window.frame is not old)
    qtbot.waitUntil(lambda: page(window).isVisible())


def test_it_is_built_on_the_first_visit(qtbot: QtBot, around: Around) -> None:
    made = MainWindow(around)
    navigation = Navigation(around, made)
    qtbot.addWidget(made)
    assert made.findChild(SettingsPage) is None
    navigation.rooms.show_settings()
    first = navigation.rooms.settings
    assert [each.objectName() for each in first.sections] == [
        "stand_section", "look_section", "keys_section", "sample_section", "about_section",
    ]  # fmt: skip
    navigation.rooms.show_floor()
    navigation.rooms.show_settings()
    assert navigation.rooms.settings is first


def test_the_stand_gets_a_name_as_it_is_typed(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    field = page(window).stand.field
    assert field.hasFocus()
    assert field.text() == ""
    assert field.placeholderText() == bridge.station.name
    with qtbot.waitSignal(page(window).stand_named):
        qtbot.keyClicks(field, "  Door stand ")
    assert bridge.station.name == "Door stand"
    qtbot.waitUntil(lambda: "Door stand" in " ".join(label.text() for label in window.floor.pane.findChildren(QLabel)))
    field.selectAll()
    qtbot.keyClicks(field, "x" * 60)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bridge.station.preference(STATION_NAME) == "x" * 40)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(page(window).stand_named):
        page(window).stand.keep_now()
    assert bridge.station.name not in ("", "x" * 40)


def test_the_stand_s_name_is_not_lost_by_another_look_right_after_it(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    old = window.frame
    qtbot.keyClicks(page(window).stand.field, "Bar stand")
    bridge.station.hold_preference(THEME, ThemeChoice.DARK.value)
    window.look_changed.emit()  # as when the evening comes: the field keeps the keyboard
    qtbot.waitUntil(lambda: window.frame is not old, timeout=5_000)
    assert page(window).stand.field.text() == "Bar stand"
    qtbot.waitUntil(lambda: bridge.station.name == "Bar stand")


def test_the_stand_s_name_is_not_lost_by_closing_the_window(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    qtbot.keyClicks(page(window).stand.field, "Bar stand")
    window.leaving.emit()
    assert bridge.station.name == "Bar stand"


def test_colours_size_and_motion_hold_at_once(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    changes_to(window, qtbot, "theme_dark")
    assert window.around.theme is DARK
    assert bridge.station.preference(THEME) == "dark"
    qtbot.waitUntil(lambda: page(window).look.theme.buttons["dark"].hasFocus())
    assert page(window).look.theme.value == "dark"
    changes_to(window, qtbot, "text_size_150")
    assert (window.around.percent, bridge.station.preference(TEXT_SIZE)) == (150, 150)
    changes_to(window, qtbot, "text_size_suits")
    assert (window.around.percent, bridge.station.preference(TEXT_SIZE)) == (100, None)
    assert window.around.moves
    changes_to(window, qtbot, "motion_off")
    assert not window.around.moves
    assert bridge.station.preference(MOTION) is False
    changes_to(window, qtbot, "letters_off")
    assert not window.around.letters
    assert bridge.station.preference(LETTERS) is False


def test_choices_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    old = window.frame
    chips = page(window).look.theme
    page(window).stand.field.setFocus()
    qtbot.keyClick(page(window).stand.field, Qt.Key.Key_Tab)
    assert chips.buttons["light"].hasFocus()
    qtbot.keyClick(chips.buttons["light"], Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.frame is not old)
    assert window.around.theme is DARK
    qtbot.waitUntil(lambda: page(window).look.theme.buttons["dark"].hasFocus())
    qtbot.keyClick(page(window).look.theme.buttons["dark"], Qt.Key.Key_Tab)
    assert page(window).look.text_size.buttons["100"].isVisible()
    assert page(window).look.text_size.buttons["suits"].hasFocus()


def test_a_station_file_that_cannot_be_written_is_said_and_the_choice_holds(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.station.close()
    changes_to(window, qtbot, "theme_dark")
    assert window.around.theme is DARK
    toast = window.findChild(QLabel, "toast_words")
    assert isinstance(toast, QLabel)
    qtbot.waitUntil(lambda: toast.text().startswith("This PC's own file cannot be written"))


def test_the_keys_and_the_wall_are_shown_from_here(window: MainWindow, qtbot: QtBot) -> None:
    tap(window, qtbot, "show_keys_button")
    overlay = window.findChild(QWidget, "keys_overlay")
    assert isinstance(overlay, QWidget)
    assert overlay.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    tap(window, qtbot, "show_wall_button")
    assert window.isFullScreen()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert page(window).isVisible()


def sample(window: MainWindow) -> tuple[str | None, str]:
    """Return what the sample section offers, None for nothing, and what it says."""
    section = page(window).sample
    return (section.button.text().strip() if section.button.isVisible() else None), section.words.text()


def test_a_shared_or_lived_in_house_is_offered_no_sample(window: MainWindow, qtbot: QtBot) -> None:
    offered, said = sample(window)
    assert offered == "Leave the sample venue"  # the tests' house is for practice and called so
    with qtbot.waitSignal(window.sample_left_asked):
        page(window).sample.button.click()
    assert "your own house" in said


@pytest.mark.parametrize("here", [True, False])
def test_an_untouched_house_is_offered_the_sample(tmp_path: Path, qtbot: QtBot, here: bool) -> None:
    from hospitality_desk.desk.open import Address, make_desk
    from hospitality_desk.gui.acting import Acting
    from hospitality_desk.station.station import Station

    bridge = Bridge(Station(tmp_path / "station"))
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: make_desk(Address(data=tmp_path)))
    around = Around(bridge=bridge, acting=Acting(bridge), theme=LIGHT, store_is_here=here)
    made = SettingsPage(around)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    if here:
        qtbot.waitUntil(made.sample.button.isVisible)
        assert made.sample.button.text().strip() == "Load the sample venue"
        with qtbot.waitSignal(made.sample_asked):
            made.sample.button.click()
    else:
        qtbot.waitUntil(lambda: bool(made.sample.words.text()))
        assert not made.sample.button.isVisible()
        assert made.sample.words.text().startswith("The sample venue is for an empty house")
    bridge.settle_down()


def test_about_says_what_this_is_and_opens_the_logs(
    around: Around, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = AboutSection(around)
    qtbot.addWidget(silent)
    assert silent.findChild(QPushButton, "open_logs_button") is None
    section = AboutSection(replace(around, logs=tmp_path))
    qtbot.addWidget(section)
    said = " ".join(label.text() for label in section.findChildren(QLabel))
    for word in (
        "Hospitality Desk 0.",
        "Qt 6.",
        "LGPL",
        "Inter",
        "Source Serif",
        "Noto",
        "Open Font License",
        "Apache",
        str(tmp_path),
    ):
        assert word in said
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) < 2

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    section.open_logs.click()
    assert opened == [str(tmp_path)]
    with qtbot.waitSignal(section.not_opened) as why:
        section.open_logs.click()
    assert str(tmp_path) in why.args[0]


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("size", [(1366, 690), (960, 540), (700, 540), (1920, 1080)])
def test_nothing_is_cut_at_any_size(around: Around, qtbot: QtBot, percent: int, size: tuple[int, int]) -> None:
    made = SettingsPage(replace(around, percent=percent))
    qtbot.addWidget(made)
    narrowest = round((440 + 85) * percent / 100)  # what the Floor and the rail leave of a window at this text size
    made.resize(max(size[0], narrowest) - round(85 * percent / 100), size[1])
    made.show()
    made.begin()
    wrapped = [label for label in made.findChildren(QLabel) if label.wordWrap() and label.isVisible()]

    def cut() -> list[str]:
        return [label.text() for label in wrapped if label.height() < label.heightForWidth(label.width())]

    qtbot.waitUntil(lambda: cut() == [])
    for button in made.findChildren(QPushButton):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) or not button.isVisible()
        assert not button.isVisible() or button.height() >= 44
    seen = [each for each in (*made.findChildren(QPushButton), *made.findChildren(QLabel)) if each.isVisible()]
    outside = [each.text() for each in seen if each.mapTo(made, each.rect().topRight()).x() >= made.width()]
    assert outside == [], "nothing stands beyond the edge, for there is no sideways scroll"
    left = {label.mapTo(made, label.rect().topLeft()).x() for label in made.findChildren(QLabel) if label.buddy()}
    assert len(left) == 1, "one column of labels"
