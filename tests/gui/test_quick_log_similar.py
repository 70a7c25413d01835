"""One similar open problem while a line is typed: seen in time, added to or kept apart, never in the way."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.domain.quick_line import PartName
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.quick_log.panel import DRAFT, QuickLogPanel
from hospitality_desk.gui.quick_log.strip_words import StripWords
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.gui.widgets.toast import Toast
from tests.gui.conftest import minutes, no_answer
from tests.gui.lanes import bring_home
from tests.helpers.evening import Evening

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
BAG = "“A lady’s bag went off in a cab.”"


def opened(around: Around, qtbot: QtBot, width: int = 1366) -> QuickLogPanel:
    window = QWidget()
    window.resize(width, 768)
    qtbot.addWidget(window)
    panel = QuickLogPanel(around)
    overlay = Overlay(window, panel, around, "overlay", width=940, top=40)
    overlay.close_asked.connect(panel.leave)
    panel.closed.connect(overlay.close_over)
    window.show()
    overlay.open_over()
    panel.start()
    qtbot.waitUntil(lambda: panel._reader._is_told)
    return panel


@pytest.fixture
def bag(evening: Evening, staff: dict[str, PersonId], clock: SetClock) -> IncidentId:
    """Tom wrote it three minutes ago; one other problem is open."""
    evening.log("Cold soup", "Ana", place="Table 4")
    found = evening.log(f"t12 {BAG}", "Tom", gist=BAG, place="Table 12")
    clock.moment += minutes(3)
    return found


@pytest.fixture
def panel(around: Around, bag: IncidentId, qtbot: QtBot) -> QuickLogPanel:
    return opened(around, qtbot)


@pytest.fixture
def added(panel: QuickLogPanel) -> list[tuple[IncidentId, int, Callable[[], None]]]:
    """What the panel reported."""
    found: list[tuple[IncidentId, int, Callable[[], None]]] = []
    panel.added.connect(lambda *args: found.append(args))
    return found


def type_in(panel: QuickLogPanel, text: str) -> None:
    panel.line.insertPlainText(text)


def see(panel: QuickLogPanel, qtbot: QtBot, text: str = LINE) -> None:
    type_in(panel, text)
    qtbot.waitUntil(panel.strip.isVisible)


def calm(panel: QuickLogPanel, qtbot: QtBot) -> None:
    """Wait until what stands in the line was asked for and answered."""
    with qtbot.waitSignal(panel._alike.asker.answered):
        panel._alike.asker.look_again() if not panel._alike.asker._rest.isActive() else None


def alt_a(panel: QuickLogPanel) -> None:
    QTest.keyClick(panel.line, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)


def test_the_strip_says_what_the_picture_says(panel: QuickLogPanel, qtbot: QtBot) -> None:
    assert not panel.strip.isVisible()
    see(panel, qtbot)
    assert panel.strip.says == ("Looks like #2, logged 3 min ago", f"Table 12, Tom wrote {BAG}")
    assert (panel.strip.add.accessibleName(), panel.strip.add.accessibleDescription()) == ("Add to #2", "Alt+A")
    words = panel.strip.findChild(StripWords)
    assert isinstance(words, StripWords)
    assert words.accessibleName() == f"Looks like #2, logged 3 min ago. Table 12, Tom wrote {BAG}"
    assert words.accessibleDescription() == "The same place, words in common"


def test_it_moves_no_line_and_takes_no_focus(panel: QuickLogPanel, qtbot: QtBot) -> None:
    type_in(panel, LINE)
    qtbot.waitUntil(lambda: panel.chips.y() == panel.line.geometry().bottom() + 1 + 15 + 1 + 14)
    before = panel.line.geometry()
    chips = panel.chips.geometry()
    qtbot.waitUntil(panel.strip.isVisible)
    QApplication.processEvents()
    assert (panel.line.geometry(), panel.chips.geometry()) == (before, chips)
    assert panel.line.hasFocus()
    assert panel.strip.y() > panel.chips.geometry().bottom()
    assert panel.foot.y() >= panel.strip.geometry().bottom()


def test_the_panel_is_as_high_as_in_the_picture(panel: QuickLogPanel, qtbot: QtBot) -> None:
    see(panel, qtbot)
    qtbot.waitUntil(lambda: panel.height() == 386)
    assert (panel.strip.y() + 40, panel.strip.keep_apart.height(), panel.strip.add.height()) == (270, 44, 44)


def test_enter_still_logs(panel: QuickLogPanel, evening: Evening, bag: IncidentId, qtbot: QtBot) -> None:
    see(panel, qtbot)
    with qtbot.waitSignal(panel.logged):
        QTest.keyClick(panel.line, Qt.Key.Key_Return)
    assert len(evening.board()) == 3
    assert len(evening.whole(bag).notes) == 1
    assert not panel.strip.isVisible()


def test_a_line_that_says_something_else_is_like_nothing(panel: QuickLogPanel, qtbot: QtBot) -> None:
    type_in(panel, "t9 the lamp flickers")
    calm(panel, qtbot)
    assert not panel.strip.isVisible()
    panel.line.set_text("")
    assert panel._alike.asker._wanted is None


def test_it_goes_when_the_line_says_something_else(panel: QuickLogPanel, qtbot: QtBot) -> None:
    see(panel, qtbot)
    panel.strip.add.setFocus()
    panel.line.set_text("t9 the lamp flickers")
    qtbot.waitUntil(lambda: not panel.strip.isVisible())
    assert panel.line.hasFocus()
    panel.line.set_text(LINE)
    qtbot.waitUntil(panel.strip.isVisible)
    panel.line.set_text("")
    assert not panel.strip.isVisible()


def test_a_place_alone_says_nothing_yet(panel: QuickLogPanel) -> None:
    type_in(panel, "t12 ")
    assert panel._alike.asker._wanted is None
    type_in(panel, "upset")
    assert panel._alike.asker._wanted is not None


def test_a_part_put_right_by_hand_is_asked_for(panel: QuickLogPanel, qtbot: QtBot) -> None:
    type_in(panel, "t9 upset")
    calm(panel, qtbot)
    assert not panel.strip.isVisible()
    panel._on_chosen(PartName.PLACE, "Table 12")
    qtbot.waitUntil(panel.strip.isVisible)


def test_many_keys_are_one_question(panel: QuickLogPanel, qtbot: QtBot) -> None:
    answers: list[object] = []
    panel._alike.asker.answered.connect(answers.append)
    QTest.keyClicks(panel.line, "t12 purse in a taxi")
    qtbot.waitUntil(panel.strip.isVisible)
    assert len(answers) <= 2


def test_an_answer_to_an_older_line_is_dropped(
    panel: QuickLogPanel, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = bridge._housing.desk
    assert desk is not None
    ask, go_on = desk.ask, Event()

    def slow(*asked: Any, **how: Any) -> Any:
        go_on.wait(10)
        return ask(*asked, **how)

    monkeypatch.setattr(desk, "ask", slow)
    answers: list[object] = []
    panel._alike.asker.answered.connect(answers.append)
    type_in(panel, LINE)
    panel._alike.asker._ask()
    panel.line.set_text("")
    assert answers == [None]
    go_on.set()
    bring_home(bridge)
    assert (answers, panel.strip.isVisible()) == ([None], False)


def test_a_silent_store_shows_nothing_and_says_nothing(
    panel: QuickLogPanel, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    bridge.said.connect(said.append)
    assert bridge._housing.desk is not None
    monkeypatch.setattr(bridge._housing.desk, "ask", no_answer)
    type_in(panel, LINE)
    calm(panel, qtbot)
    assert (panel.strip.isVisible(), said) == (False, [])
    assert panel.line.text() == LINE


def test_alt_a_adds_the_line(
    panel: QuickLogPanel, evening: Evening, bag: IncidentId, bridge: Bridge,
    added: list[Any], qtbot: QtBot,
) -> None:  # fmt: skip
    closed: list[None] = []
    panel.closed.connect(lambda: closed.append(None))
    see(panel, qtbot)
    with qtbot.waitSignal(panel.added):
        alt_a(panel)
    assert added[0][:2] == (bag, 2)
    there = evening.whole(bag)
    assert [(note.text, note.kind) for note in there.notes[1:]] == [(LINE, EntryKind.HEARD)]
    assert (there.place, there.guest, there.phone) == ("Table 12", "Ms Rivera", "+19175550147")
    assert (there.owner, there.offered_to, there.kind_sure) == (evening.ids["Tom"], None, False)
    assert there.promises[0].what == "Back before 13:40"
    assert len(evening.board()) == 2
    assert (panel.line.text(), panel.strip.isVisible(), closed) == ("", False, [None])
    qtbot.waitUntil(lambda: bridge.station.draft(DRAFT) is None)


def test_the_button_does_what_the_key_does_once(
    panel: QuickLogPanel, evening: Evening, bag: IncidentId, added: list[Any], qtbot: QtBot
) -> None:
    see(panel, qtbot)
    with qtbot.waitSignal(panel.added):
        for _press in range(20):
            QTest.mouseClick(panel.strip.add, Qt.MouseButton.LeftButton)
            alt_a(panel)
    assert (len(added), len(evening.whole(bag).notes)) == (1, 2)


def test_alt_a_without_a_strip_writes_nothing(panel: QuickLogPanel, added: list[Any]) -> None:
    type_in(panel, "t9 the lamp")
    alt_a(panel)
    assert (panel.line.text(), added, panel._sender.is_busy) == ("t9 the lamp", [], False)


def test_undo_takes_back_the_note_and_what_it_filled_in(
    panel: QuickLogPanel, evening: Evening, bag: IncidentId, bridge: Bridge, added: list[Any], qtbot: QtBot
) -> None:
    said: list[str] = []
    bridge.said.connect(said.append)
    see(panel, qtbot)
    with qtbot.waitSignal(panel.added):
        alt_a(panel)
    evening.do(incidents.ChangeIncident, "Tom", incident_id=bag, phone="+19175550100")
    with qtbot.waitSignal(bridge.changed):
        added[0][2]()
    there = evening.whole(bag)
    assert (there.guest, there.phone, there.promises) == (None, "+19175550100", ())
    assert not there.notes[1].counts
    assert said == ["Taken back from #2. Changed meanwhile, and left as it is: Phone."]


def test_one_settled_meanwhile_is_said_and_the_draft_stays(
    panel: QuickLogPanel, evening: Evening, bag: IncidentId, bridge: Bridge, added: list[Any], qtbot: QtBot
) -> None:
    see(panel, qtbot)
    problem = panel.strip.problem
    evening.do(incidents.SettleIncident, "Tom", incident_id=bag, outcome=Outcome.RECOVERED, asked=Asked.CARD)
    assert problem is not None
    panel.add(problem)  # the finger was quicker than the news
    qtbot.waitUntil(lambda: panel.foot.said.startswith("#2 was settled meanwhile. Nothing was added"))
    assert (panel.line.text(), panel.line.isReadOnly(), added) == (LINE, False, [])
    qtbot.waitUntil(lambda: not panel.strip.isVisible())
    draft = bridge.station.draft(DRAFT)
    assert draft is not None
    assert draft.text == LINE
    with qtbot.waitSignal(panel.logged):
        QTest.keyClick(panel.line, Qt.Key.Key_Return)


def test_news_from_another_stand_is_seen(panel: QuickLogPanel, evening: Evening, bag: IncidentId, qtbot: QtBot) -> None:
    see(panel, qtbot)
    evening.do(incidents.WithdrawIncident, "Tom", incident_id=bag, reason="twice")
    qtbot.waitUntil(lambda: not panel.strip.isVisible())
    evening.log("her bag is in the cab", "Tom", gist="Her bag is in the cab", place="Table 12")
    qtbot.waitUntil(panel.strip.isVisible)
    assert panel.strip.says[1] == "Table 12, Tom wrote: Her bag is in the cab"


def test_a_tap_meant_for_another_problem_does_nothing(
    panel: QuickLogPanel, evening: Evening, bag: IncidentId, added: list[Any], qtbot: QtBot
) -> None:
    see(panel, qtbot)
    QTest.mousePress(panel.strip.add, Qt.MouseButton.LeftButton)
    evening.do(incidents.WithdrawIncident, "Tom", incident_id=bag, reason="twice")
    evening.log("her bag is in the cab", "Tom", gist="Her bag is in the cab", place="Table 12")
    qtbot.waitUntil(lambda: panel.strip.add.accessibleName() == "Add to #3")
    QTest.mouseRelease(panel.strip.add, Qt.MouseButton.LeftButton)
    assert (added, panel._sender.is_busy) == ([], False)
    assert panel.line.text() == LINE


def test_keep_apart_lasts_as_long_as_the_draft_also_through_a_kill(
    panel: QuickLogPanel, around: Around, bridge: Bridge, bag: IncidentId, qtbot: QtBot
) -> None:
    see(panel, qtbot)
    with qtbot.waitSignal(panel._keeper.kept):
        QTest.mouseClick(panel.strip.keep_apart, Qt.MouseButton.LeftButton)
        assert not panel.strip.isVisible()
        assert panel.line.hasFocus()
    type_in(panel, " and her bag")
    calm(panel, qtbot)
    assert not panel.strip.isVisible()
    panel.keep_now()
    again = opened(around, qtbot)  # the draft of the one before is on the disk
    qtbot.waitUntil(lambda: again.line.text() == LINE + " and her bag")
    calm(again, qtbot)
    assert not again.strip.isVisible()
    with qtbot.waitSignal(again.logged):
        QTest.keyClick(again.line, Qt.Key.Key_Return)
    assert again._form.apart == set()


def test_a_line_added_before_a_kill_is_not_there_to_log_again(
    panel: QuickLogPanel, around: Around, bridge: Bridge, evening: Evening, bag: IncidentId, qtbot: QtBot
) -> None:
    """The PC goes off between the commit and the goodbye: the draft is still on the disk."""
    see(panel, qtbot)
    with qtbot.waitSignal(panel._keeper.kept):
        panel._form.add_to(bag)
        panel._keep()
        panel.keep_now()
    kept = bridge.station.draft(DRAFT)
    assert kept is not None
    with qtbot.waitSignal(panel.added):
        alt_a(panel)
    qtbot.waitUntil(lambda: bridge.station.draft(DRAFT) is None)
    bridge.station.keep_draft(DRAFT, kept.text, kept.choices, kept.saved_at)
    said: list[str] = []
    bridge.said.connect(said.append)
    again = opened(around, qtbot)
    qtbot.waitUntil(lambda: said == ["Saved 12:35."])
    assert again.line.text() == ""
    assert len(evening.whole(bag).notes) == 2


def test_a_lost_answer_adds_once_and_other_words_are_kept(
    panel: QuickLogPanel, evening: Evening, bag: IncidentId, added: list[Any], qtbot: QtBot
) -> None:
    see(panel, qtbot)
    form, problem = panel._form, panel.strip.problem
    assert problem is not None
    with qtbot.waitSignal(panel.added):
        alt_a(panel)
    form.note_sent(LINE)
    panel._begin_afresh(form, LINE)
    with qtbot.waitSignal(panel.added):
        panel.add(problem)
    assert len(evening.whole(bag).notes) == 2
    panel._begin_afresh(form, LINE + ", crying")
    panel.add(problem)
    say = "An earlier version of this line is added already. Your words are still here."
    qtbot.waitUntil(lambda: panel.foot.said == say)
    assert panel.line.text() == LINE + ", crying"
    with qtbot.waitSignal(panel.added):
        panel.add(problem)
    assert [note.text for note in evening.whole(bag).notes[1:]] == [LINE, LINE + ", crying"]


def test_esc_keeps_the_draft_and_the_strip_comes_back(panel: QuickLogPanel, qtbot: QtBot) -> None:
    see(panel, qtbot)
    overlay = panel.parentWidget()
    assert isinstance(overlay, Overlay)
    panel.strip.add.setFocus()
    QTest.keyClick(panel.strip.add, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    overlay.open_over()
    panel.start()
    calm(panel, qtbot)
    assert (panel.line.text(), panel.strip.isVisible()) == (LINE, True)


def test_tab_goes_from_the_chips_to_the_strip_to_the_foot(panel: QuickLogPanel, qtbot: QtBot) -> None:
    see(panel, qtbot)
    panel.chips.shown()[-1].setFocus()
    walked: list[str] = []
    for _step in range(3):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget().objectName())  # type: ignore[union-attr]
    assert walked == ["quick_log_keep_apart", "quick_log_add", "quick_log_log"]


def test_enter_presses_keep_apart_and_chips(panel: QuickLogPanel, added: list[Any], qtbot: QtBot) -> None:
    see(panel, qtbot)
    asked: list[PartName] = []
    panel.chips.asked.connect(asked.append)
    chip = panel.chips.chips[PartName.GUEST]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert asked == [PartName.GUEST]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(chip, held)
    assert asked == [PartName.GUEST]
    panel.chooser.editor.hide()
    panel.strip.keep_apart.setFocus()
    QTest.keyClick(panel.strip.keep_apart, Qt.Key.Key_Return)
    assert (panel.strip.isVisible(), panel.line.hasFocus(), added) == (False, True, [])


def test_what_i_wrote_and_what_has_no_place(
    panel: QuickLogPanel, evening: Evening, clock: SetClock, qtbot: QtBot
) -> None:
    evening.log("shower cold", "Carlo", gist="Shower cold", guest="Ms Lindqvist")
    see(panel, qtbot, "Mr Lindqvist shower still cold")
    assert panel.strip.says == ("Looks like #3, logged just now", "Ms Lindqvist, you wrote: Shower cold")
    clock.moment += minutes(130)
    with qtbot.waitSignal(panel._alike.asker.answered):
        panel._alike.asker.look_again()
    assert panel.strip.says[0] == "Looks like #3, logged 2 h 10 ago"


@pytest.fixture
def long_one(evening: Evening, bag: IncidentId) -> None:
    words = "“" + "The bag went off in the cab, the driver had a green cap & spoke of <June>. " * 9 + "”"
    evening.log(words, "Tom", gist=words, place="Table 14 by the window of the Frühstücksraum",
                guest="Schwarzenberger-Lüdenscheid", phone="+19175550199")  # fmt: skip


@pytest.mark.parametrize("width", [1366, 700, 560])
def test_long_words_are_cut_with_a_tip_and_the_buttons_stay_whole(
    around: Around, long_one: None, qtbot: QtBot, width: int
) -> None:
    panel = opened(around, qtbot, width)
    see(panel, qtbot, "purse not found, call 917-555-0199")
    QApplication.processEvents()
    strip = panel.strip
    words = strip.findChild(StripWords)
    assert isinstance(words, StripWords)
    panel.window().grab()
    assert words.toolTip().startswith("<span>Table 14")
    assert "&lt;June&gt;" in words.toolTip()
    assert "“The bag" in words.toolTip()
    for button in (strip.keep_apart, strip.add):
        assert strip.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
        assert not button.geometry().intersects(words.geometry())
    assert panel.rect().contains(panel.foot.geometry())


def test_the_window_opens_the_problem_and_offers_undo(
    around: Around, bag: IncidentId, evening: Evening, bridge: Bridge, qtbot: QtBot
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    navigation = Navigation(around, window)
    with qtbot.waitExposed(window):
        window.show()
    navigation.log()
    panel = navigation.quick_log
    assert panel is not None
    see(panel, qtbot)
    with qtbot.waitSignal(panel.added):
        alt_a(panel)
    assert not navigation.is_logging
    toast = window.findChild(Toast, "toast")
    assert isinstance(toast, Toast)
    assert (toast.words.text(), toast.undo_button.isVisible()) == ("Added to #2.", True)
    assert navigation.incident is not None
    qtbot.waitUntil(lambda: navigation.incident is not None and navigation.incident.scene is not None)
    scene = navigation.incident.scene
    assert scene is not None
    assert scene.incident.incident_id == bag
    with qtbot.waitSignal(bridge.changed):
        toast.undo_button.click()
    assert not evening.whole(bag).notes[1].counts
    qtbot.waitUntil(lambda: toast.words.text() == "Taken back from #2.")
