"""The folded part of the form: tries and errands; cash that comes back, and the cost that a person confirms."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.tasks import TaskState
from tests.gui.incident_stage import Stage, aside

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def type_errand(purse: Stage) -> None:
    """Type the errand of the purse into the form, unfolded."""
    form = purse.page.tasks.form
    form.open()
    QTest.keyClicks(form.title, "Meet the driver")
    purse.tap("task_more_fold")
    for name, words in (("where", "The bridge"), ("back", "13:35"), ("cash", "60")):
        form.more.fields[name].setText(words)
    form.more.cover.setFocus()
    QTest.keyClick(form.more.cover, Qt.Key.Key_D)  # Dana; a letter is no key of the window here
    assert form.more.cover.currentText() == "Dana"


def send_out(purse: Stage) -> None:
    type_errand(purse)
    form = purse.page.tasks.form
    purse.changed(lambda: QTest.keyClick(form.more.fields["cash"], Qt.Key.Key_Return))
    QTest.keyClick(form.title, Qt.Key.Key_Escape)


def row_of(purse: Stage, title: str) -> int:
    return next(at for at, row in enumerate(purse.page.tasks.view.rows) if row.title == title)


def test_a_task_of_tries_is_added_from_the_form(purse: Stage) -> None:
    form = purse.page.tasks.form
    form.open()
    assert not form.more.is_unfolded
    QTest.keyClicks(form.title, "Reach the office")
    purse.tap("task_more_fold")
    form.more.fields["every"].setText("often")
    purse.tap("task_add")
    assert purse.part("task_refusal").text() == "Write the tries as numbers, such as 4."
    for name, words in (("every", "5"), ("most", "6"), ("until", "13:30")):
        form.more.fields[name].setText(words)
    purse.changed(lambda: purse.tap("task_add"))
    (card,) = purse.page.tasks.tries.cards
    assert card.rule.text() == "Carlo, every 5 min until answered, or 13:30, 6 times at most"
    assert form.more.texts() == {}
    assert not form.more.is_unfolded


def test_an_errand_says_when_they_are_back_who_covers_and_the_cash(purse: Stage) -> None:
    send_out(purse)
    row = purse.page.tasks.view.rows[row_of(purse, "Meet the driver")]
    assert row.second == "back by 13:35, Dana covers, $60"
    assert row.spoken == "Meet the driver, Carlo, back by 13:35, Dana covers, $60, open"
    errand = purse.scene.incident.tasks[-1].errand
    assert errand is not None
    assert (errand.where, errand.cash) == ("The bridge", 6000)
    assert list(purse.scene.out) == [purse.evening.ids["Carlo"]]


def test_what_was_filled_in_comes_back_with_its_problem(purse: Stage) -> None:
    first = purse.scene.incident.incident_id
    type_errand(purse)
    form = purse.page.tasks.form
    typed = form.more.texts()
    purse.show(aside(purse.evening.log, "cold soup", "Carlo"))
    assert form.more.texts() == {}
    purse.show(first)
    purse.qtbot.waitUntil(lambda: form.more.texts() == typed)
    assert form.more.is_unfolded
    form.show_scene(purse.scene)
    assert form.more.cover.currentText() == "Dana"


def test_the_cash_that_came_back_leaves_a_cost_to_confirm(purse: Stage) -> None:
    send_out(purse)
    view = purse.page.tasks.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(row_of(purse, "Meet the driver"), 0))
    QTest.keyClick(view, Qt.Key.Key_D)
    assert purse.part("editor_cash_caption").text() == "$60 went along. How much came back?"
    purse.fill(cash="")
    assert purse.part("editor_refusal").text() == "Write how much came back, 0 for nothing."
    purse.changed(lambda: purse.fill(cash="15"))
    assert purse.scene.incident.tasks[-1].state == TaskState.DONE
    notes = len(purse.scene.incident.notes)
    button = purse.part("write_cost_3")
    assert button.text() == "Write the cost: $45"
    purse.tap("write_cost_3")
    composer = purse.page.composer
    assert composer.field.text() == "Meet the driver"
    assert composer.kinds.kind == EntryKind.COST
    assert len(purse.whole().notes) == notes, "a person confirms it"
    purse.changed(composer.add)
    assert (purse.scene.incident.notes[-1].kind, purse.scene.incident.notes[-1].amount) == (EntryKind.COST, 4500)
    assert purse.page.tasks.costs.isHidden()


def test_the_cost_leaves_typed_words_alone(purse: Stage) -> None:
    purse.type("Fare and thanks")
    purse.page.composer.cost("Meet the driver", "$45")
    assert purse.page.composer.field.text() == "Fare and thanks"


def test_all_the_cash_back_is_no_cost(purse: Stage) -> None:
    send_out(purse)
    purse.page.tasks.finish(3)
    purse.changed(lambda: purse.fill(cash="60"))
    assert purse.page.tasks.costs.isHidden()


def test_who_is_out_gets_a_task_only_when_that_is_meant(purse: Stage) -> None:
    back_by = purse.evening.clock.moment + timedelta(minutes=39)
    incident_id = purse.scene.incident.incident_id
    purse.elsewhere(purse.evening.task, incident_id, "Fetch the car", "Tom", where="Garage", back_by=back_by)
    form = purse.page.tasks.form
    form.open()
    QTest.keyClicks(form.title, "Bring the soup")
    form.owner.setCurrentText("Tom")
    purse.tap("task_add")
    say = "Tom is out until 13:35. Give it to them all the same, or choose somebody else."
    assert purse.part("task_refusal").text() == say
    purse.changed(lambda: purse.tap("task_all_the_same"))
    assert purse.scene.name(purse.scene.incident.tasks[-1].owner) == "Tom"
