"""What a host does on the page with the mouse alone and with the keyboard alone, as the store has it after."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from hospitality_desk.commands import incidents, timeline
from hospitality_desk.domain.entries import EntryKind, GuestKnows
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.tasks import TaskState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.tasks_view import TasksView
from hospitality_desk.gui.incident.timeline_row import Row, RowSort
from tests.gui.incident_stage import Stage, aside
from tests.gui.lanes import bring_home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def rows(stage: Stage) -> tuple[Row, ...]:
    return stage.page.happened.view.rows


def at_of(stage: Stage, key: str) -> int:
    return next(at for at, row in enumerate(rows(stage)) if row.key == key)


def tap_row(stage: Stage, key: str, x: int) -> None:
    """Click a row so many pixels from its left, or from its right when below 0."""
    view = stage.page.happened.view
    at = at_of(stage, key)
    view.scrollTo(view.model().index(at, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=stage.row_point(view, at, x))


def key_on_row(stage: Stage, key: str, pressed: Qt.Key) -> None:
    view = stage.page.happened.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(at_of(stage, key), 0))
    QTest.keyClick(view, pressed)


def open_menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose_by_keys(words: str) -> None:
    """Go down the open menu to a line, and press Enter."""
    menu = open_menu()
    for _step in range(len(menu.actions())):
        if menu.activeAction().text() == words:
            QTest.keyClick(menu, Qt.Key.Key_Return)
            return
        QTest.keyClick(menu, Qt.Key.Key_Down)
    raise AssertionError(words)


def choose_by_mouse(words: str) -> None:
    menu = open_menu()
    action = next(each for each in menu.actions() if each.text() == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize("how", ["mouse", "keys"])
class TestTimeline:
    def menu_of(self, stage: Stage, how: str, n: int, words: str, key: Qt.Key = Qt.Key.Key_Menu) -> None:
        if how == "mouse":
            tap_row(stage, f"note:{n}", -12)
            choose_by_mouse(words)
        else:
            key_on_row(stage, f"note:{n}", key)
            choose_by_keys(words)

    def save(self, stage: Stage, how: str, field: str, words: str) -> None:
        QTest.keyClicks(stage.part(field), words)
        if how == "mouse":
            stage.tap("editor_save")
        else:
            QTest.keyClick(stage.part(field), Qt.Key.Key_Return)

    def test_withdrawn_notes_fold_into_one_line_and_come_back(self, purse: Stage, how: str) -> None:
        for n in (2, 6):
            self.menu_of(purse, how, n, "Withdraw…")
            purse.changed(lambda: self.save(purse, how, "editor_reason", "twice"))
        fold = rows(purse)[at_of(purse, "withdrawn")]
        assert (fold.sort, fold.text, fold.is_open) == (RowSort.FOLD, "2 withdrawn", False)
        assert not any(row.withdrawn for row in rows(purse))
        if how == "mouse":
            tap_row(purse, "withdrawn", 200)
        else:
            key_on_row(purse, "withdrawn", Qt.Key.Key_Return)
        assert [row.note for row in rows(purse) if row.withdrawn] == [2, 6]
        purse.changed(lambda: self.menu_of(purse, how, 6, "Bring back", Qt.Key.Key_Return))
        assert purse.scene.incident.notes[5].counts
        assert rows(purse)[at_of(purse, "withdrawn")].text == "1 withdrawn"

    def test_a_correction_shows_what_it_was(self, purse: Stage, how: str) -> None:
        self.menu_of(purse, how, 6, "Correct…", Qt.Key.Key_Return)
        amount = purse.part("editor_amount")
        amount.selectAll()
        purse.changed(lambda: self.save(purse, how, "editor_amount", "46"))
        row = rows(purse)[at_of(purse, "note:6")]
        assert [each.words for each in row.details] == ["was $64, Carlo 12:56"]
        assert [tag.words for tag in row.tags] == ["$46"]

    def test_a_note_is_moved_to_another_problem_and_back(self, purse: Stage, how: str) -> None:
        soup = aside(purse.evening.log, "cold soup", "Carlo", place="Table 4", guest="Ms Osei")
        self.menu_of(purse, how, 9, "Move to another problem…")
        purse.qtbot.waitUntil(lambda: purse.page.window().findChild(QAbstractButton, "move_to_2") is not None)
        chip = purse.part("move_to_2", QAbstractButton)
        assert chip.text() == "Table 4, Ms Osei: cold soup"
        if how == "mouse":
            purse.changed(lambda: QTest.mouseClick(chip, Qt.MouseButton.LeftButton))
        else:
            assert purse.window.focusWidget() is purse.part("editor_number")
            QTest.keyClick(purse.part("editor_number"), Qt.Key.Key_Tab)
            assert purse.window.focusWidget() is chip
            purse.changed(lambda: QTest.keyClick(chip, Qt.Key.Key_Return))
        assert purse.scene.incident.notes[8].withdrawn == "moved to #2"
        there = aside(purse.evening.whole, soup)
        assert there.notes[1].text == "Taxi office has asked its drivers."
        purse.qtbot.waitUntil(lambda: bool(purse.toasts))
        words, undo = purse.toasts[-1]
        assert words == "Moved to #2."
        assert undo is not None
        purse.changed(undo)
        assert purse.scene.incident.notes[8].counts
        assert not aside(purse.evening.whole, soup).notes[1].counts

    def test_any_other_problem_is_named_by_its_number(self, purse: Stage, how: str) -> None:
        soup = aside(purse.evening.log, "cold soup", "Carlo")
        self.menu_of(purse, how, 9, "Move to another problem…", Qt.Key.Key_Return)
        self.save(purse, how, "editor_number", "soup")
        assert purse.part("editor_refusal").text() == "Write the number of the problem, such as 214."
        purse.part("editor_number").clear()
        self.save(purse, how, "editor_number", "99")
        purse.qtbot.waitUntil(lambda: purse.part("editor_refusal").text() == "There is no problem #99 here.")
        purse.part("editor_number").clear()
        purse.changed(lambda: self.save(purse, how, "editor_number", "#2"))
        purse.qtbot.waitUntil(lambda: purse.page.forms.editor is None)
        assert len(aside(purse.evening.whole, soup).notes) == 2

    def test_several_things_are_kept_back_at_once(self, purse: Stage, how: str) -> None:
        if how == "mouse":
            purse.tap("keep_back")
            choose_by_mouse("All of them")
        else:
            purse.part("keep_back").setFocus()
            QTest.keyClick(purse.part("keep_back"), Qt.Key.Key_Return)
            choose_by_keys("All of them")
        QTest.keyClicks(purse.part("editor_again"), "13:10")
        self.save(purse, how, "editor_reason", "not sure yet")
        purse.qtbot.waitUntil(purse.page.strip.isHidden)
        notes = purse.scene.incident.notes
        assert [notes[n - 1].guest_knows for n in (8, 9)] == [GuestKnows.KEPT_BACK] * 2
        aside(purse.evening.at, "13:10")
        purse.page._on_tick()
        assert purse.page.strip.count.text() == "We know 2 things the guest has not been told"


def test_many_changes_of_fields_are_one_line_that_opens(purse: Stage) -> None:
    incident_id = purse.scene.incident.incident_id
    aside(purse.evening.later, minutes=1)
    for guest in ("Ms Riviera", "Ms Ribera", "Ms Rivera"):
        aside(purse.evening.do, incidents.ChangeIncident, "Dana", incident_id=incident_id, guest=guest)
    purse.page._ask()
    purse.qtbot.waitUntil(lambda: any(row.key.startswith("changes:") for row in rows(purse)))
    fold = next(row for row in rows(purse) if row.key.startswith("changes:"))
    assert (fold.text, fold.author, fold.time) == ("3 changes", "Dana", "12:57")
    assert "The guest is Ms Ribera." not in [row.text for row in rows(purse)]
    key_on_row(purse, fold.key, Qt.Key.Key_Return)
    assert "The guest is Ms Ribera." in [row.text for row in rows(purse)]
    tap_row(purse, fold.key, 200)
    assert "The guest is Ms Ribera." not in [row.text for row in rows(purse)]


def test_tasks_by_mouse(purse: Stage) -> None:
    view = purse.page.tasks.view
    purse.tap("task_plus")
    QTest.keyClicks(purse.part("task_title"), "Call the taxi")
    QTest.keyClicks(purse.part("task_due"), "1320")
    purse.changed(lambda: purse.tap("task_add"))
    assert [row.title for row in view.rows][:2] == ["Call the phone", "Call the taxi"]
    edge = view.visualRect(view.model().index(0, 0)).topLeft() + QPoint(43, 3)
    purse.changed(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=edge))
    assert purse.scene.incident.tasks[0].state == TaskState.DONE
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, 0, -10))
    choose_by_mouse("Drop…")
    purse.changed(lambda: purse.tap("editor_save"))
    assert purse.scene.incident.tasks[2].state == TaskState.DROPPED
    assert purse.page.tasks.nothing.isVisible()
    assert purse.page.tasks.count.text() == "0 open"


def test_tasks_by_keyboard(purse: Stage) -> None:
    view = purse.page.tasks.view
    plus = purse.part("task_plus")
    plus.setFocus()
    QTest.keyClick(plus, Qt.Key.Key_Return)
    title = purse.part("task_title")
    assert title.hasFocus()
    QTest.keyClicks(title, "Call the taxi")
    purse.changed(lambda: QTest.keyClick(title, Qt.Key.Key_Return))
    QTest.keyClick(title, Qt.Key.Key_Escape)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    purse.changed(lambda: choose_by_keys("Take it"))
    assert purse.scene.name(purse.scene.incident.tasks[0].owner) == "Carlo"
    before = purse.whole().last_seq
    QTest.keyClick(view, Qt.Key.Key_D)
    QTest.keyClick(view, Qt.Key.Key_D)
    bring_home(purse.around.bridge)
    assert purse.whole().last_seq - before == 1


def test_a_letter_is_no_key_where_letters_are_switched_off(purse: Stage) -> None:
    around = purse.around
    quiet = Around(bridge=around.bridge, acting=around.acting, theme=around.theme, letters=False)
    view = TasksView(quiet, purse.window)
    view.show_rows(purse.page.tasks.view.rows)
    view.setCurrentIndex(view.model().index(0, 0))
    done: list[int] = []
    view.done_asked.connect(done.append)
    QTest.keyClick(view, Qt.Key.Key_D)
    assert done == []
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert done == [1]


def test_who_acts_has_the_next_task_until_somebody_is_chosen(purse: Stage, staff: dict[str, PersonId]) -> None:
    purse.around.acting.act_as(staff["Ana"])
    purse.tap("task_plus")
    assert purse.page.tasks.form.owner.currentText() == "Ana"
    QTest.keyClick(purse.page.tasks.form.owner, Qt.Key.Key_T)
    purse.around.acting.act_as(staff["Carlo"])
    assert purse.page.tasks.form.owner.currentText() == "Tom"


@pytest.mark.parametrize("chip", ["kind_saw", "kind_told", "promise_guess"])
def test_enter_presses_a_chip(purse: Stage, chip: str) -> None:
    if chip == "promise_guess":
        purse.page.tell()
        purse.type("I will be back by 13:10.")
    button = purse.part(chip)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    if chip == "promise_guess":
        assert purse.part("promise_by").text() == "13:10"
    else:
        assert button.isChecked()
    assert purse.page.composer.field.hasFocus()


def test_news_never_moves_what_is_typed_or_looked_at(purse: Stage) -> None:
    """Somebody types, a long timeline stands in its middle, and notes come in from another stand."""
    incident_id = purse.scene.incident.incident_id

    def many() -> None:
        for n in range(60):
            purse.evening.note(incident_id, EntryKind.SAW, f"Note {n} of many that are written here.", "Ana")

    purse.elsewhere(many)
    view, field = purse.page.happened.view, purse.page.composer.field
    view.scrollTo(view.model().index(30, 0), view.ScrollHint.PositionAtTop)
    top = rows(purse)[view.rowAt(0)].key
    offset = view.rowViewportPosition(view.rowAt(0))
    field.setFocus()
    QTest.keyClicks(field, "half a sen")
    aside(purse.evening.later, minutes=1)
    before = purse.evening.time("12:33")
    purse.elsewhere(purse.evening.note, incident_id, EntryKind.SAW, "From before.", "Tom", happened_at=before)
    purse.elsewhere(purse.evening.note, incident_id, EntryKind.HEARD, "The driver has it.", "Tom")
    assert (rows(purse)[view.rowAt(0)].key, view.rowViewportPosition(view.rowAt(0))) == (top, offset)
    assert field.hasFocus()
    QTest.keyClicks(field, "tence")
    assert (field.text(), field.textCursor().position()) == ("half a sentence", 15)
    view.scrollToBottom()
    purse.elsewhere(purse.evening.note, incident_id, EntryKind.SAW, "The last one.", "Tom")
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_the_row_with_the_keyboard_stays_the_same_when_others_come(purse: Stage) -> None:
    view, incident_id = purse.page.happened.view, purse.scene.incident.incident_id
    key_on_row(purse, "note:6", Qt.Key.Key_Down)
    key_on_row(purse, "note:6", Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert rows(purse)[view.currentIndex().row()].note == 6
    purse.elsewhere(purse.evening.do, timeline.WithdrawNote, "Tom", incident_id=incident_id, note=1, reason="twice")
    purse.elsewhere(purse.evening.note, incident_id, EntryKind.SAW, "Before.", "Tom",
                    happened_at=purse.evening.time("12:34"))  # fmt: skip
    assert rows(purse)[view.currentIndex().row()].note == 6
    assert view.hasFocus()


def test_a_moved_note_s_problem_may_be_shown_meanwhile(stage: Stage) -> None:
    soup = IncidentId(aside(stage.evening.log, "cold soup", "Carlo"))
    stage.show(soup)
    shower = aside(stage.evening.log, "cold shower", "Carlo")
    n = aside(stage.evening.note, shower, EntryKind.HEARD, "The boiler is out.", "Ana")

    def move() -> None:
        stage.evening.do(timeline.MoveNote, "Tom", incident_id=shower, note=n, to=soup, entry_id="moved")

    stage.elsewhere(move)
    row = rows(stage)[at_of(stage, "note:2")]
    assert (row.text, row.author) == ("The boiler is out.", "Ana")
    assert [each.words for each in row.details] == ["moved here by Tom"]


def test_what_was_kept_back_by_mistake_is_untold_again(purse: Stage) -> None:
    untold = [note.n for note in purse.scene.untold]
    assert len(untold) == 2
    purse.tap("keep_back")
    choose_by_mouse("All of them")
    purse.fill(reason="not certain")
    purse.qtbot.waitUntil(lambda: purse.scene.untold == ())
    purse.qtbot.waitUntil(lambda: bool(purse.toasts))
    words, undo = purse.toasts[-1]
    assert words == "2 things kept back."
    assert undo is not None
    undo()
    purse.qtbot.waitUntil(lambda: [note.n for note in purse.scene.untold] == untold)


@pytest.mark.parametrize(("act", "words"), [("finish", "Done: "), ("drop", "Dropped: ")])
def test_a_task_that_ends_is_said(purse: Stage, act: str, words: str) -> None:
    task = next(each for each in purse.scene.incident.tasks if each.is_open)
    purse.changed(lambda: getattr(purse.page.tasks, act)(task.n))
    purse.qtbot.waitUntil(lambda: bool(purse.toasts))
    assert purse.toasts[-1] == (f"{words}{task.title}", None)


def test_down_goes_from_the_number_to_the_problems_that_are_offered(purse: Stage) -> None:
    for table in ("Table 4", "Table 5"):
        aside(purse.evening.log, "cold soup", "Carlo", place=table)
    purse.note_menu(9)
    purse.choose("Move to another problem…")
    field = purse.part("editor_number")
    purse.qtbot.waitUntil(lambda: purse.page.window().findChild(QAbstractButton, "move_to_3") is not None)
    QTest.keyClick(field, Qt.Key.Key_Down)
    first = purse.window.focusWidget()
    assert first.objectName().startswith("move_to_")
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = purse.window.focusWidget()
    assert second.objectName().startswith("move_to_")
    assert second is not first
    for here in (second, first):
        QTest.keyClick(here, Qt.Key.Key_Up)
    assert purse.window.focusWidget() is field


def test_nobody_is_asked_any_more_who_they_are_once_they_said_it(purse: Stage, staff: dict[str, PersonId]) -> None:
    acting, refusal = purse.around.acting, purse.page.composer.refusal
    people = acting.people
    acting.forget()
    acting.know(people)
    purse.type("Looks pale")
    purse.page.composer.add()
    assert refusal.text().startswith("Say who you are first")
    assert refusal.isVisible()
    acting.act_as(staff["Ana"])
    assert refusal.isHidden()
    assert purse.page.composer.field.text() == "Looks pale"
