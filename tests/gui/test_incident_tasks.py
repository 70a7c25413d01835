"""Tasks of a problem: added in place, done by a tap, taken and dropped from the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.tasks import TaskState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.tasks_view import TasksView
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
    assert list(purse.menu()) == ["Done", "Take it", "Drop"]
    purse.changed(lambda: purse.choose("Take it"))
    assert view.rows[0].second == "Carlo, by 12:58"
    assert view.rows[0].mine
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, 0, -10))
    assert list(purse.menu()) == ["Done", "Drop"]
    purse.changed(lambda: purse.choose("Drop"))
    assert [row.second for row in view.rows] == ["Carlo, dropped 12:56", "Dana, 12:52"]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, 0, 22))
    assert purse.whole().tasks[0].state == TaskState.DROPPED


def test_done_by_the_keyboard(purse: Stage, view: TasksView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    purse.changed(lambda: QTest.keyClick(view, Qt.Key.Key_Space))
    assert purse.scene.incident.tasks[0].state == TaskState.DONE
