"""A task is offered, seen, taken or not now; it waits for somebody; it is dropped with a reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hospitality_desk.commands.tasks import OfferTask
from hospitality_desk.domain.tasks import TaskState
from hospitality_desk.gui.incident.offer_card import OfferCard
from tests.gui.incident_stage import Stage, aside

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def offer_by_ana(purse: Stage, to: str = "Carlo") -> None:
    fields = {"incident_id": purse.scene.incident.incident_id, "task": 1, "to": purse.evening.ids[to]}
    purse.elsewhere(purse.evening.do, OfferTask, "Ana", **fields)


def card_of(purse: Stage) -> OfferCard:
    return purse.page.tasks.offers.cards[0]


def open_menu(purse: Stage, n: int = 0) -> None:
    view = purse.page.tasks.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(n, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def first_row(purse: Stage) -> str:
    return purse.page.tasks.view.rows[0].second


def go_out(purse: Stage, who: str) -> None:
    """Let somebody leave on an errand of another problem; the page hears of it with its own next change."""
    evening = purse.evening
    back_by = evening.clock.moment + timedelta(minutes=39)
    soup = aside(evening.log, "cold soup", "Carlo")
    aside(evening.task, soup, "Fetch the car", who, where="Garage", back_by=back_by)
    purse.elsewhere(evening.told, purse.scene.incident.incident_id, who="Carlo")


def test_what_is_offered_to_me_stands_on_top_and_is_seen(purse: Stage) -> None:
    offer_by_ana(purse)
    card = card_of(purse)
    assert card.words.text() == "Ana asks: Call the phone"
    assert card.stays.text() == "It stays with Ana until you say yes."
    assert "Call the phone" not in [row.title for row in purse.page.tasks.view.rows]
    assert not purse.scene.incident.tasks[0].seen
    purse.qtbot.waitUntil(lambda: purse.scene.incident.tasks[0].seen)
    purse.changed(lambda: purse.tap("offer_take_1"))
    assert purse.page.tasks.offers.cards == []
    assert first_row(purse) == "Carlo, by 12:58"


def test_one_key_takes_it(purse: Stage) -> None:
    purse.page.tasks.take_offered()  # nothing is offered: nothing happens
    offer_by_ana(purse)
    purse.changed(purse.page.tasks.take_offered)
    assert purse.scene.incident.tasks[0].owner == purse.evening.ids["Carlo"]


def test_not_now_leaves_it_with_its_owner(purse: Stage) -> None:
    offer_by_ana(purse)
    card_of(purse).not_now.setFocus()
    purse.changed(lambda: QTest.keyClick(card_of(purse).not_now, Qt.Key.Key_Return))
    task = purse.scene.incident.tasks[0]
    assert (task.state, task.owner) == (TaskState.OPEN, purse.evening.ids["Ana"])
    assert purse.page.tasks.view.hasFocus(), "the keyboard stays with the tasks"


def test_an_offer_to_somebody_else_says_whether_they_saw_it(purse: Stage) -> None:
    offer_by_ana(purse, "Tom")
    assert purse.page.tasks.offers.cards == []
    assert first_row(purse) == "Ana, offered to Tom, not seen"
    purse.around.acting.act_as(purse.evening.ids["Tom"])
    purse.qtbot.waitUntil(lambda: purse.scene.incident.tasks[0].seen)
    purse.around.acting.act_as(purse.evening.ids["Carlo"])
    assert first_row(purse) == "Ana, offered to Tom, seen"


def test_offer_from_the_menu_and_take_it_back(purse: Stage) -> None:
    purse.around.acting.act_as(purse.evening.ids["Ana"])
    open_menu(purse)
    purse.choose("Offer to…")
    assert list(purse.menu()) == ["Carlo", "Dana", "Tom"]
    purse.changed(lambda: purse.choose("Tom"))
    assert first_row(purse) == "Ana, offered to Tom, not seen"
    words, undo = purse.toasts[-1]
    assert words == "Offered to Tom: Call the phone"
    assert undo is not None
    purse.changed(undo)
    assert first_row(purse) == "Ana, by 12:58"
    open_menu(purse)
    purse.choose("Offer to…")
    purse.changed(lambda: purse.choose("Tom"))
    open_menu(purse)
    purse.changed(lambda: purse.choose("Take the offer back"))
    assert first_row(purse) == "Ana, by 12:58"


def test_who_is_out_is_asked_about_first(purse: Stage) -> None:
    go_out(purse, "Tom")
    open_menu(purse)
    purse.choose("Offer to…")
    assert list(purse.menu()) == ["Carlo", "Dana", "Tom, out till 13:35"]
    purse.choose("Tom, out till 13:35")
    assert purse.part("editor_title").text() == "Tom, out till 13:35. Offer it all the same?"
    assert purse.part("editor_save").hasFocus()
    purse.changed(lambda: QTest.keyClick(purse.part("editor_save"), Qt.Key.Key_Return))
    assert first_row(purse) == "Ana, offered to Tom, not seen"


def test_wait_for_somebody_and_go_on(purse: Stage) -> None:
    open_menu(purse)
    purse.choose("Wait for somebody…")
    purse.fill(who="the taxi office", again="")
    assert purse.part("editor_refusal").text() == "Say when to look again, such as 13:30."
    purse.changed(lambda: purse.fill(again="13:10"))
    assert first_row(purse) == "Ana waits for the taxi office, look again 13:10"
    purse.around.acting.act_as(purse.evening.ids["Ana"])
    open_menu(purse)
    purse.changed(lambda: purse.choose("Go on with it"))
    assert first_row(purse) == "Ana, by 13:10"


def test_drop_with_a_reason_or_none(purse: Stage) -> None:
    open_menu(purse)
    purse.choose("Drop…")
    assert purse.part("editor_title").text() == "Drop “Call the phone”?"
    purse.changed(lambda: purse.fill(reason="The driver called us"))
    task = purse.scene.incident.tasks[0]
    assert (task.state, task.dropped_because) == (TaskState.DROPPED, "The driver called us")
    assert purse.toasts[-1] == ("Dropped: Call the phone", None)
