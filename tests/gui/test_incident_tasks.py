"""Tasks of a problem: added in place, done by a tap, taken and dropped from the menu."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hospitality_desk.commands.incidents import WithdrawIncident
from hospitality_desk.commands.tasks import AddTask
from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.tasks import TaskState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.task_draft import TaskDraft
from hospitality_desk.gui.incident.tasks_view import TasksView
from hospitality_desk.storage.driver import sqlite_driver
from tests.gui.incident_stage import Stage, aside
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def purse(desk: Desk, staff: dict[str, PersonId], around: Around, qtbot: QtBot) -> Stage:
    evening = Evening(desk)
    evening.ids = dict(staff)
    stage = Stage(evening, around, qtbot)
    stage.show(stage.purse())
    return stage


@pytest.fixture
def view(purse: Stage) -> TasksView:
    return purse.page.tasks.view


@pytest.fixture
def other(purse: Stage, tmp_path: Path) -> Iterator[Any]:
    """Another connection to the same store: BEGIN EXCLUSIVE lets nobody write until its ROLLBACK."""
    held = sqlite_driver().connect(str(tmp_path / "desk.sqlite3"), isolation_level=None)
    yield held
    held.close()


def draft_words(purse: Stage, incident_id: IncidentId) -> str | None:
    draft = purse.around.bridge.station.draft(f"task:{incident_id}")
    return None if draft is None else draft.text


def test_a_task_is_added_in_place(purse: Stage) -> None:
    purse.tap("task_plus")
    form = purse.page.tasks.form
    assert form.title.hasFocus()
    assert form.owner.currentText() == "Carlo"
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    purse.qtbot.waitUntil(lambda: purse.part("task_refusal").text() == "Write what is to be done, in a few words.")
    QTest.keyClicks(form.title, "Meet the driver")
    form.due.setText("later")
    purse.tap("task_add")
    assert "is no time" in purse.part("task_refusal").text()
    assert form.title.text() == "Meet the driver"
    form.due.setText("1:05 pm")
    form.owner.setCurrentText("Tom")
    purse.changed(lambda: QTest.keyClick(form.title, Qt.Key.Key_Return))
    task = purse.scene.incident.tasks[-1]
    assert (task.title, purse.scene.name(task.owner)) == ("Meet the driver", "Tom")
    assert [row.second for row in purse.page.tasks.view.rows][:2] == ["Ana, by 12:58", "Tom, by 13:05"]
    assert (form.title.text(), form.title.hasFocus()) == ("", True), "it stays for the next task"
    QTest.keyClick(form.title, Qt.Key.Key_Escape)
    assert form.isHidden()
    station, incident_id = purse.around.bridge.station, purse.scene.incident.incident_id
    purse.qtbot.waitUntil(lambda: station.draft(f"task:{incident_id}") is None)


def test_a_half_typed_task_waits_for_its_problem(purse: Stage) -> None:
    first = purse.scene.incident.incident_id
    purse.tap("task_plus")
    form = purse.page.tasks.form
    QTest.keyClicks(form.title, "Meet the dri")
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    purse.show(soup)
    assert form.isHidden()
    assert form.title.text() == ""
    purse.show(first)
    purse.qtbot.waitUntil(lambda: form.isVisible() and form.title.text() == "Meet the dri")
    QTest.keyClick(form.title, Qt.Key.Key_Escape)
    assert form.isHidden()


def test_a_tap_on_the_circle_is_done(purse: Stage, view: TasksView) -> None:
    at = purse.row_point(view, 0, 22)
    purse.changed(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at))
    assert purse.scene.incident.tasks[0].state == TaskState.DONE
    assert purse.page.tasks.count.text() == "0 open"
    assert view.rows[0].spoken == "Call the phone, Ana, 12:56, done"


def test_take_and_drop(purse: Stage, view: TasksView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert list(purse.menu()) == ["Done", "Take it", "Offer to…", "Wait for somebody…", "Drop…"]
    purse.changed(lambda: purse.choose("Take it"))
    assert view.rows[0].second == "Carlo, by 12:58"
    assert view.rows[0].mine
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, 0, -10))
    assert list(purse.menu()) == ["Done", "Offer to…", "Wait for somebody…", "Drop…"]
    purse.choose("Drop…")
    purse.changed(lambda: purse.fill(reason="Found it"))
    assert [row.second for row in view.rows] == ["Carlo, dropped 12:56", "Dana, 12:52"]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, 0, 22))
    assert purse.whole().tasks[0].state == TaskState.DROPPED


def test_done_by_the_keyboard(purse: Stage, view: TasksView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    purse.changed(lambda: QTest.keyClick(view, Qt.Key.Key_Space))
    assert purse.scene.incident.tasks[0].state == TaskState.DONE


def test_words_typed_after_enter_are_another_task(purse: Stage, other: Any) -> None:
    form = purse.page.tasks.form
    form.open()
    QTest.keyClicks(form.title, "Call taxi")
    other.execute("BEGIN EXCLUSIVE")
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    QTest.keyClicks(form.title, " and the office")
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    purse.changed(lambda: other.execute("ROLLBACK"))
    purse.qtbot.waitUntil(lambda: form.title.text() == "and the office")
    assert form.isVisible()
    purse.changed(lambda: QTest.keyClick(form.title, Qt.Key.Key_Return))
    assert [task.title for task in purse.whole().tasks][-2:] == ["Call taxi", "and the office"]


def test_words_typed_after_enter_stay_with_the_problem_that_is_left(purse: Stage, other: Any) -> None:
    first = purse.scene.incident.incident_id
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    form = purse.page.tasks.form
    form.open()
    form.title.setText("Call taxi")
    other.execute("BEGIN EXCLUSIVE")
    form.add()
    form.title.setText("Call taxi and the office")
    purse.show(soup)
    other.execute("ROLLBACK")
    purse.qtbot.waitUntil(lambda: draft_words(purse, first) == "and the office")


def test_a_task_that_is_there_already_is_forgotten_but_not_what_followed(purse: Stage) -> None:
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    draft = TaskDraft(title="Call taxi and the office", sent="Call taxi")
    carlo, at = purse.evening.ids["Carlo"], purse.evening.clock.moment
    add = AddTask(command_id=draft.command_id, by=carlo, at=at, incident_id=soup, title="Call taxi", owner=carlo)
    aside(purse.evening.desk.do, add)
    purse.around.bridge.station.keep_draft(f"task:{soup}", draft.title, draft.choices(), at)
    purse.show(soup)
    form = purse.page.tasks.form
    purse.qtbot.waitUntil(lambda: form.title.text() == "and the office")
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == "and the office")


def test_a_half_typed_task_comes_back_when_the_store_cannot_say(
    purse: Stage, other: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.expected = True  # type: ignore[attr-defined] # see tests/conftest.py
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    draft = TaskDraft(title="Call taxi")
    purse.around.bridge.station.keep_draft(f"task:{soup}", draft.title, draft.choices(), purse.evening.clock.moment)
    other.execute("ALTER TABLE done_commands RENAME TO elsewhere")
    purse.show(soup)
    form = purse.page.tasks.form
    purse.qtbot.waitUntil(lambda: form.isVisible() and form.title.text() == "Call taxi")
    assert purse.said == []


def test_a_task_typed_before_the_draft_is_read_goes_behind_it(purse: Stage) -> None:
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    draft = TaskDraft(title="Call taxi")
    purse.around.bridge.station.keep_draft(f"task:{soup}", draft.title, draft.choices(), purse.evening.clock.moment)
    first = purse.scene
    purse.show(soup)
    form, of_soup = purse.page.tasks.form, purse.scene
    purse.qtbot.waitUntil(lambda: form.title.text() == "Call taxi")
    form.show_scene(first)
    form.show_scene(of_soup)
    form.title.setText("now")
    form.show_scene(first)
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == "Call taxi now")
    form.show_scene(of_soup)
    form.title.setText("please")
    purse.qtbot.waitUntil(lambda: form.title.text() == "Call taxi now please")


def test_a_late_refusal_of_a_task_is_said(purse: Stage, other: Any) -> None:
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    aside(purse.evening.do, WithdrawIncident, "Dana", incident_id=purse.scene.incident.incident_id, reason="twice")
    form = purse.page.tasks.form
    form.open()
    form.title.setText("Call taxi")
    other.execute("BEGIN EXCLUSIVE")
    form.add()
    purse.show(soup)
    purse.page.happened.view.setFocus()
    other.execute("ROLLBACK")
    purse.qtbot.waitUntil(lambda: purse.said == ["#1 is withdrawn. Bring it back first."])
    assert purse.page.happened.view.hasFocus()


def test_who_was_chosen_stays_when_people_come(purse: Stage) -> None:
    form = purse.page.tasks.form
    form.open()
    QTest.keyClick(form.owner, Qt.Key.Key_T)
    scene = purse.scene
    form.show_scene(replace(scene, people=scene.people[1:]))
    assert form.owner.count() == len(scene.people) - 1
    assert form.owner.currentText() == "Tom"
    form.show_scene(replace(scene, people=tuple(each for each in scene.people if each.name != "Tom")))
    assert form.owner.currentText() == "Carlo"


def test_letters_look_for_a_name_and_are_no_keys_of_the_window(purse: Stage) -> None:
    form = purse.page.tasks.form
    form.open()
    form.owner.setFocus()
    pressed: list[str] = []
    for key in ("T", "Ctrl+T"):
        action = QAction(purse.window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on=False, key=key: pressed.append(key))
        purse.window.addAction(action)
    QTest.keyClick(form.owner, Qt.Key.Key_T)
    assert pressed == []
    assert form.owner.currentText() == "Tom"
    QTest.keyClick(form.owner, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["Ctrl+T"]


def test_a_title_too_long_to_keep_is_said(purse: Stage) -> None:
    form = purse.page.tasks.form
    form.open()
    QGuiApplication.clipboard().setText("x" * 30_000)
    form.title.paste()
    assert purse.part("task_refusal").text() == "The text was longer than we can keep; 20,000 characters are kept."
    assert len(form.title.text()) == 20_000
