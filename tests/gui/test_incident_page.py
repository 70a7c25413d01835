"""A problem's page: what a host sees of it at 12:56, and what a tap on it changes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.commands import timeline as timeline_commands
from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.incidents import Source, Status
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.incident.promise_words import promise_to_show, promise_words
from hospitality_desk.gui.incident.timeline_row import RowSort
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.theme import DARK
from tests.gui.conftest import no_answer
from tests.gui.incident_stage import Stage, aside
from tests.gui.lanes import bring_home
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def timeline(stage: Stage) -> list[str]:
    return [
        " ".join(part for part in (row.time, row.title, row.text) if part)
        for row in stage.page.happened.view.rows
        if row.sort in (RowSort.NOTE, RowSort.NOW)
    ]


def test_what_a_host_sees(purse: Stage) -> None:
    header = purse.page.header
    texts = {name: button.text() for name, button in header.fields.items()}
    assert texts == {
        "place": "Table 12",
        "guest": "Ms Rivera, party of 4",
        "phone": "917 555 0147",
        "owner": "Carlo has it",
        "promise": "back before 13:40",
        "kind": "Lost property",
        "severity": "Serious",
    }
    assert purse.page.happened.happened.text() == "Happened 12:32"
    assert header.number.text() == "#1"
    assert header.clock.accessibleName() == "11 minutes since she heard from us, speak by 13:00"
    assert purse.page.strip.count.text() == "We know 2 things the guest has not been told"
    assert purse.page.strip.things.text() == "It rings out each time, so it is on. Taxi office has asked its drivers."
    assert purse.page.strip.told.text() == "Told her"
    assert timeline(purse) == [
        "12:31 Saw Came in alone, patting her pockets, pale.",
        "12:32 Heard t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo",
        "12:32 Think Her phone is in the purse. Someone may hear it.",
        "12:33 Told guest Join your friends, settle up another time.",
        "12:35 Did Seated her. Asked for her number, Ana calls it.",
        "12:38 Cost Lunch to the house account",
        "12:45 Told guest Still calling. I will be back by 13:00.",
        "12:48 Heard It rings out each time, so it is on.",
        "12:52 Heard Taxi office has asked its drivers.",
        "12:56 11 min since she heard from us",
    ]
    assert [(row.title, row.second) for row in purse.page.tasks.view.rows] == [
        ("Call the phone", "Ana, by 12:58"),
        ("Seat her with her party", "Dana, 12:52"),
    ]
    assert purse.page.tasks.count.text() == "1 open"


def test_everything_the_keyboard_reaches_has_a_name(purse: Stage) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QComboBox)
    nameless = [
        each.objectName() or type(each).__name__
        for kind in kinds
        for each in purse.page.findChildren(kind)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and not (each.accessibleName() or _words_of(each))
    ]
    assert not nameless


def _words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_no_problem_an_unknown_one_and_a_withdrawn_one(stage: Stage, qtbot: QtBot) -> None:
    say = stage.page.not_here.findChild(QWidget, "not_here_words")
    assert say.text() == "Choose a problem in the list to see it here."
    stage.page.show_incident(IncidentId("no such id"))
    qtbot.waitUntil(lambda: say.text().startswith("This problem is not in this house."))
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    aside(stage.evening.do, incidents.WithdrawIncident, "Carlo", incident_id=soup, reason="Logged twice.")
    stage.show(soup)
    assert say.text() == "#1 is withdrawn: Logged twice. Nothing of it is lost."
    stage.changed(lambda: stage.tap("bring_back"))
    assert stage.scene.incident.status == Status.OPEN
    assert stage.page.header.isVisible()
    stage.page.clear()
    assert say.isVisible()
    assert stage.page.incident_id is None


def test_nothing_goes_to_the_problem_before_the_chosen_one(purse: Stage) -> None:
    """Until the chosen problem is read the page is empty; what was typed is on the disk before."""
    first = purse.scene.incident.incident_id
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    purse.type("Half a senten")
    purse.page.show_incident(soup)
    assert not purse.page.composer.isVisible()
    assert not purse.page.strip.isVisible()
    assert not purse.page.tasks.isVisible()
    assert purse.page.scene is None
    purse.page.settle()
    purse.page.choose_kind(EntryKind.SAW)
    assert not purse.page.settle_panel.isVisible()
    purse.qtbot.waitUntil(purse.page.composer.isVisible)
    assert purse.scene.incident.incident_id == soup
    draft = purse.around.bridge.station.draft(f"composer:{first}")
    assert draft is not None
    assert draft.text == "Half a senten"


def test_a_store_that_does_not_answer_is_asked_again(purse: Stage, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    soup = aside(purse.evening.log, "cold soup", "Carlo", place="Table 4")
    say = purse.page.not_here.findChild(QLabel, "not_here_words")
    assert say is not None
    purse.page.clear()
    with monkeypatch.context() as gone:
        gone.setattr(type(desk), "ask", no_answer)
        purse.page.show_incident(soup)
        purse.qtbot.waitUntil(lambda: say.text() == "The store is away. Nothing was changed.")
        assert not purse.page.composer.isVisible()
        purse.tap("ask_again")
        assert not purse.page.not_here.again.isEnabled()
        purse.qtbot.waitUntil(purse.page.not_here.again.isEnabled)
    purse.page._on_tick()
    purse.qtbot.waitUntil(lambda: purse.page.scene is not None)
    assert purse.page.header.fields["place"].text() == "Table 4"
    assert purse.page.composer.isVisible()
    assert purse.said == []


def test_news_without_an_answer_are_asked_for_at_the_next_tick(
    purse: Stage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside(purse.evening.note, purse.scene.incident.incident_id, EntryKind.HEARD, "The driver has it.", "Ana")
    with monkeypatch.context() as gone:
        gone.setattr(type(desk), "ask", no_answer)
        purse.page._ask()
        purse.qtbot.waitUntil(lambda: len(purse.said) == 1)
        purse.page._on_tick()
        bring_home(purse.around.bridge)
    assert purse.page.composer.isVisible()
    purse.changed(purse.page._on_tick)
    assert purse.page.strip.count.text() == "We know 3 things the guest has not been told"
    assert len(purse.said) == 1


def test_a_guess_is_confirmed_by_a_tap(purse: Stage) -> None:
    kind = purse.part("header_kind")
    assert "our guess" in kind.accessibleName()
    assert not purse.page.header.guesses["kind"].isHidden()
    purse.tap("header_kind")
    purse.changed(lambda: purse.choose("Lost property"))
    assert purse.scene.incident.kind_sure
    assert kind.accessibleName() == "Kind: Lost property"
    assert purse.page.header.guesses["kind"].isHidden()


def test_fields_are_mended_where_they_stand(purse: Stage) -> None:
    purse.tap("header_severity")
    assert [words for words, action in purse.menu().items() if action.isChecked()] == ["Serious"]
    purse.changed(lambda: purse.choose("Minor"))
    assert purse.scene.incident.severity == Severity.MINOR

    purse.tap("header_place")
    purse.changed(lambda: purse.fill(place="Table 14"))
    assert purse.page.forms.editor is None
    purse.tap("header_guest")
    purse.changed(lambda: purse.fill(guest="Mr Rivera", party="5", phone=""))
    incident = purse.scene.incident
    assert (incident.place, incident.guest, incident.party_size, incident.phone) == ("Table 14", "Mr Rivera", 5, None)
    assert purse.page.strip.told.text() == "Told him"
    assert purse.page.header.fields["phone"].isHidden()

    purse.tap("header_dots")
    purse.choose("When it happened…")
    purse.changed(lambda: purse.fill(time="1225"))
    assert purse.scene.time(purse.scene.incident.happened_at) == "12:25"  # type: ignore[arg-type]
    purse.tap("header_dots")
    purse.choose("How we heard of it…")
    purse.changed(lambda: purse.choose("By phone"))
    assert purse.scene.incident.source == Source.PHONE


def test_a_field_that_cannot_be_says_why_and_keeps_the_words(purse: Stage) -> None:
    purse.tap("header_guest")
    purse.fill(guest="Ms Rivera-Lopez", party="four")
    assert purse.part("editor_refusal").text() == "Write the party as a number, such as 4."
    assert purse.part("editor_guest").text() == "Ms Rivera-Lopez"
    QTest.keyClick(purse.part("editor_guest"), Qt.Key.Key_Escape)
    assert purse.page.forms.editor is None


def test_enter_twice_is_one_act(purse: Stage) -> None:
    """A second Enter while the first is under way, a held one, and a try after a refusal are the same act."""
    purse.page.incident_forms.leave_in_peace(purse.scene, QRect(100, 100, 10, 10))
    purse.part("editor_until").setText("13:30")
    reason = purse.part("editor_reason")
    reason.setText("toasts")
    before = purse.whole().last_seq
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(reason, held)
    assert purse.part("editor_save").isEnabled()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert not purse.part("editor_save").isEnabled()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    purse.qtbot.waitUntil(lambda: purse.page.forms.editor is None)
    bring_home(purse.around.bridge)
    assert purse.whole().last_seq - before == 1


def test_the_same_texts_are_the_same_act() -> None:
    act = OneAct()
    first = act.id_for({"reason": "toasts"})
    assert act.id_for({"reason": "toasts"}) == first
    assert act.id_for({"reason": "tea"}) != first


def test_a_form_closed_too_early_still_says_why(purse: Stage) -> None:
    incident = purse.scene.incident
    aside(purse.evening.do, timeline_commands.WithdrawNote, "Tom", incident_id=incident.incident_id, note=9,
          reason="mine")  # fmt: skip
    purse.page.note_forms.correct(purse.scene, incident.notes[8], QRect(100, 100, 10, 10))
    purse.fill(text="Another taxi office.")
    purse.page.forms.close()
    purse.qtbot.waitUntil(lambda: purse.said == ["Note 9 is withdrawn. Bring it back first."])


def test_a_letter_on_a_form_s_button_is_no_key_of_the_window(purse: Stage) -> None:
    settle = QAction(purse.window)
    settle.setShortcut("S")
    settle.triggered.connect(purse.page.settle)
    purse.window.addAction(settle)
    purse.tap("header_place")
    save = purse.part("editor_save")
    save.setFocus()
    QTest.keyClick(save, Qt.Key.Key_S)
    assert purse.page.forms.editor is not None
    QTest.keyClick(purse.page.header.settle, Qt.Key.Key_S)
    assert purse.page.settle_panel.isVisible()


def test_a_half_written_correction_is_kept(purse: Stage) -> None:
    purse.note_menu(2)
    purse.choose("Correct…")
    purse.part("editor_text").setPlainText("Came in with her sister")
    purse.part("editor_time").setText("12:30")
    QTest.keyClick(purse.part("editor_text"), Qt.Key.Key_Escape)
    purse.note_menu(3)
    purse.choose("Correct…")
    assert purse.part("editor_text").toPlainText() == "Her phone is in the purse. Someone may hear it."
    purse.note_menu(2)
    purse.choose("Correct…")
    purse.qtbot.waitUntil(lambda: purse.part("editor_text").toPlainText() == "Came in with her sister")
    assert purse.part("editor_time").text() == "12:30"
    purse.changed(lambda: purse.tap("editor_save"))
    station, incident_id = purse.around.bridge.station, purse.scene.incident.incident_id
    purse.qtbot.waitUntil(lambda: station.draft(f"correct:{incident_id}:2") is None)


def test_the_one_it_is_offered_to_takes_it(stage: Stage, staff: dict[str, PersonId]) -> None:
    soup = aside(stage.evening.log, "cold soup", "Dana", offer_to=staff["Carlo"])
    stage.show(soup)
    assert stage.page.header.fields["owner"].text() == "Dana has it, offered to Carlo"
    stage.changed(lambda: stage.tap("have_it"))
    assert stage.page.header.fields["owner"].text() == "Carlo has it"
    assert stage.page.header.have_it.isHidden()
    stage.around.acting.act_as(staff["Ana"])
    assert stage.page.header.have_it.isHidden()
    stage.tap("header_dots")
    stage.changed(lambda: stage.choose("I have it"))
    assert stage.page.header.fields["owner"].text() == "Ana has it"


def test_two_taps_on_i_have_it_and_bring_it_back_are_one_act(stage: Stage, staff: dict[str, PersonId]) -> None:
    soup = aside(stage.evening.log, "cold soup", "Dana", offer_to=staff["Carlo"])
    stage.show(soup)

    def twice(name: str) -> int:
        before = stage.whole().last_seq
        button = stage.part(name)
        button.click()
        button.click()
        bring_home(stage.around.bridge)
        return stage.whole().last_seq - before

    assert twice("have_it") == 1
    stage.elsewhere(stage.evening.do, incidents.WithdrawIncident, "Carlo", incident_id=soup, reason="Logged twice.")
    assert twice("bring_back") == 1
    stage.qtbot.waitUntil(lambda: stage.scene.incident.status == Status.OPEN)
    assert stage.said == []


def test_quiet_gone_and_withdrawn_from_the_menu(purse: Stage) -> None:
    purse.tap("header_dots")
    purse.choose("Leave in peace…")
    purse.fill(until="", reason="toasts")
    assert purse.part("editor_refusal").text() == "Say until when, such as 13:30."
    purse.changed(lambda: purse.fill(until="13:20", reason="toasts"))
    assert purse.page.header.clock.accessibleName() == "11 minutes since she heard from us, quiet till 13:20"
    purse.tap("header_dots")
    purse.changed(lambda: purse.choose("Guest has left"))
    assert purse.scene.incident.gone_at is not None
    purse.tap("header_dots")
    assert "Guest has left" not in purse.menu()
    purse.choose("Withdraw…")
    purse.changed(lambda: purse.fill(reason="Logged twice"))
    assert purse.toasts[-1][0] == "Table 12 withdrawn."
    undo = purse.toasts[-1][1]
    assert undo is not None
    purse.changed(undo)
    assert purse.scene.incident.status == Status.OPEN


def test_a_guest_who_has_left_is_here_again(purse: Stage) -> None:
    clock, mark = purse.page.header.clock.accessibleName(), purse.page.header.has_left
    assert mark.isHidden()
    purse.tap("header_dots")
    first = list(purse.menu())
    assert first.index("Guest has left") == first.index("Leave in peace…") + 1
    purse.changed(lambda: purse.choose("Guest has left"))
    assert (mark.isVisible(), mark.text()) == (True, "has left")
    assert "The guest left at 12:56." in mark.toolTip()
    purse.qtbot.waitUntil(lambda: bool(purse.toasts))
    words, undo = purse.toasts[-1]
    assert words == "Table 12: the guest has left."
    assert undo is not None
    purse.changed(undo)
    assert purse.scene.incident.gone_at is None
    assert purse.page.header.clock.accessibleName() == clock
    assert mark.isHidden()
    assert any(row.text == "The guest is here again." for row in purse.page.happened.view.rows)
    purse.tap("header_dots")
    purse.changed(lambda: purse.choose("Guest has left"))
    purse.tap("header_dots")
    purse.changed(lambda: purse.choose("The guest is here again"))
    purse.qtbot.waitUntil(lambda: purse.toasts[-1][0] == "Table 12: the guest is here again.")
    assert purse.scene.incident.gone_at is None


def test_another_stand_s_change_is_seen(purse: Stage) -> None:
    purse.elsewhere(purse.evening.note, purse.scene.incident.incident_id, EntryKind.HEARD, "The driver has it.", "Ana")
    assert purse.page.strip.count.text() == "We know 3 things the guest has not been told"
    assert "Heard The driver has it." in " ".join(timeline(purse))


def test_time_goes_on_without_a_word(purse: Stage) -> None:
    aside(purse.evening.at, "13:01")
    purse.page.look_again()
    assert purse.page.header.clock.accessibleName() == "16 minutes since she heard from us, 1 min late, speak now"
    assert timeline(purse)[-1] == "13:01 16 min since she heard from us"


def test_nobody_at_the_stand_is_refused_and_words_stay(purse: Stage) -> None:
    purse.around.acting.person = None
    purse.type("Came back pale")
    purse.page.composer.add()
    sentence = "Say who you are first, at the bottom left. Your words are kept."
    assert purse.page.composer.refusal.text() == sentence
    assert purse.page.composer.field.toPlainText() == "Came back pale"
    purse.tap("header_severity")
    purse.choose("Minor")
    assert purse.said == [sentence]


def test_a_promise_shows_how_it_stands(purse: Stage) -> None:
    aside(purse.evening.at, "13:41")
    purse.page.look_again()
    shown = promise_to_show(purse.scene.incident.promises)
    assert shown is not None
    assert promise_words(shown, purse.scene) == "back before 13:40, broken"
    purse.elsewhere(purse.evening.told, purse.scene.incident.incident_id, "Sorry, still looking.", "Carlo",
                    promise_by=purse.evening.time("13:55"))  # fmt: skip
    assert purse.page.header.fields["promise"].text() == "a word from us, by 13:55"


def test_praise_has_no_clock_and_no_strip(stage: Stage) -> None:
    from hospitality_desk.domain.incidents import Sort

    praise = aside(stage.evening.log, "lovely evening", "Carlo", sort=Sort.PRAISE)
    stage.show(praise)
    assert stage.page.header.clock.isHidden()
    assert stage.page.strip.isHidden()
    assert all(row.sort != RowSort.NOW for row in stage.page.happened.view.rows)


def test_both_themes_and_larger_text_paint(
    desk: Desk, staff: dict[str, PersonId], around: Around, qtbot: QtBot
) -> None:
    evening = Evening(desk)
    evening.ids = dict(staff)
    stage = Stage(evening, around, qtbot)
    purse = stage.purse()
    heights: list[int] = []
    for percent in (100, 125, 150):
        dark = Around(bridge=around.bridge, acting=around.acting, theme=DARK, percent=percent)
        page = IncidentPage(dark)
        qtbot.addWidget(page)
        page.resize(1000, 900)
        page.show_incident(purse)
        qtbot.waitUntil(lambda page=page: page.scene is not None)
        picture = page.grab().toImage()
        ground = picture.pixelColor(page.happened.mapTo(page, QPoint(2, page.happened.height() - 2)))
        assert ground.name() == DARK.raised.lower()
        place = page.header.fields["place"]
        assert place.width() >= place.sizeHint().width()
        spot = place.mapTo(page, QPoint(0, 0))
        inks = {
            picture.pixelColor(spot + QPoint(x, y)).name() for x in range(place.width()) for y in range(place.height())
        }
        assert DARK.text.lower() in inks
        heights.append(place.sizeHint().height())
    assert heights[0] < heights[1] < heights[2]
