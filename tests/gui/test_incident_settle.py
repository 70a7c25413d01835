"""Settling: nothing is left open, the guest is asked, and a later word is kept too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospitality_desk.commands import incidents
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.incidents import Asked, Outcome, Status
from hospitality_desk.gui.incident.settle_panel import SettlePanel
from hospitality_desk.storage.engine import sqlite_driver
from tests.gui.incident_stage import Stage, aside
from tests.gui.lanes import bring_home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def soup(stage: Stage) -> Stage:
    """A problem with nothing open."""
    stage.show(aside(stage.evening.log, "cold soup", "Carlo", place="Table 4", guest="Mr Moreau"))
    return stage


@pytest.fixture
def store_is_kept_busy(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Call it, and another connection holds the store until the test's end."""
    other = sqlite_driver().connect(str(tmp_path / "desk.sqlite3"), isolation_level=None)

    def hold() -> None:
        other.execute("BEGIN EXCLUSIVE")

    yield hold
    other.close()


def panel_of(stage: Stage) -> SettlePanel:
    stage.tap("settle")
    panel = stage.page.settle_panel
    assert panel.isVisible()
    return panel


def test_what_is_still_open_and_its_ways_out(stage: Stage) -> None:
    stage.show(stage.purse())
    panel = panel_of(stage)
    assert panel.title.text() == "Settle table 12?"
    assert panel.open_words.text() == "3 things are still open."
    assert panel._ask.text() == "Ask Ms Rivera: “Did we put it right?”"
    assert not panel.settle.isEnabled()
    assert panel.settle.toolTip() == "Something is still open."
    stage.changed(lambda: stage.tap("open_task_1_done"))
    assert panel.open_words.text() == "2 things are still open."
    stage.tap("open_note_9_keep_back")
    stage.changed(lambda: stage.fill(reason="not certain"))
    assert panel.open_words.text() == "1 thing is still open."
    stage.tap("open_note_8_told")
    assert not panel.isVisible()
    assert stage.part("tells_8").isChecked()
    stage.add("It rings.")
    stage.tap("settle")
    assert panel.open_words.isHidden()
    assert panel.settle.toolTip() == "Say how it ended."


def test_a_broken_promise_is_spoken_of_first(stage: Stage) -> None:
    stage.show(stage.purse())
    incident_id = stage.scene.incident.incident_id
    aside(stage.evening.at, "13:45")
    stage.page.look_again()
    panel = panel_of(stage)
    assert panel.open_words.text() == "4 things are still open."
    stage.tap("open_promise_1_told")
    assert stage.page.composer.kinds.chosen == EntryKind.TOLD
    assert incident_id == stage.scene.incident.incident_id


def test_settled_with_a_verdict(soup: Stage) -> None:
    panel = panel_of(soup)
    soup.tap("outcome_recovered")
    assert panel.settle.toolTip() == "Ask the guest how it was, or say why not."
    assert not panel.words.isEnabled()
    soup.tap("verdict_5")
    panel.words.setText("You are angels.")
    soup.changed(lambda: soup.tap("settle_now"))
    incident = soup.scene.incident
    assert (incident.status, incident.outcome, incident.asked) == (Status.SETTLED, Outcome.RECOVERED, Asked.ALOUD)
    assert (incident.verdicts[0].score, incident.verdicts[0].words) == (5, "You are angels.")
    assert not panel.isVisible()
    header = soup.page.header
    assert header.clock.accessibleName() == "Recovered, Settled 12:32, Yes, and more"
    assert header.settle.isHidden()
    assert header.reopen.isVisible()
    assert soup.page.tasks.plus.isHidden()
    words, undo = soup.toasts[-1]
    assert words == "Table 4 settled."
    assert undo is not None
    soup.changed(undo)
    assert soup.scene.is_open


@pytest.mark.parametrize(
    ("chip", "asked"), [("declined", "declined"), ("no_answer", "no_answer"), ("card", "card"), ("email", "email")]
)
def test_settled_without_one(soup: Stage, chip: str, asked: str) -> None:
    panel = panel_of(soup)
    soup.tap("verdict_2")
    soup.tap(f"asked_{chip}")
    assert panel.faces.score is None
    soup.tap("outcome_lost")
    soup.changed(lambda: soup.tap("settle_now"))
    assert (soup.scene.incident.asked, soup.scene.incident.verdicts) == (Asked(asked), ())


def test_by_keyboard_alone(soup: Stage) -> None:
    panel = panel_of(soup)
    assert QApplication.focusWidget() is soup.part("outcome_recovered")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    for _step in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is soup.part("verdict_1")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert panel.settle.isEnabled()
    soup.changed(lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    assert soup.scene.incident.verdicts[0].score == 4


def test_esc_and_keep_open_leave_it(soup: Stage) -> None:
    panel = panel_of(soup)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    panel = panel_of(soup)
    assert panel.outcome.value is None
    soup.tap("settle_keep_open")
    assert not panel.isVisible()
    assert soup.whole().status == Status.OPEN


def test_news_in_the_meantime_refuses_it(soup: Stage) -> None:
    """Nobody settles what they have not seen."""
    panel = panel_of(soup)
    soup.tap("outcome_recovered")
    soup.tap("asked_card")
    incident_id = soup.scene.incident.incident_id
    aside(soup.evening.note, incident_id, EntryKind.SAW, "He waves for the waiter", "Ana")
    soup.tap("settle_now")
    soup.qtbot.waitUntil(lambda: panel.refusal.text() == "Something was added meanwhile. Look first, then settle.")
    assert panel.isVisible()
    soup.elsewhere(soup.evening.note, incident_id, EntryKind.SAW, "He sits again", "Ana")
    soup.changed(lambda: soup.tap("settle_now"))
    assert soup.scene.incident.status == Status.SETTLED


def test_open_again_and_a_later_verdict(soup: Stage) -> None:
    incident_id = soup.scene.incident.incident_id
    soup.elsewhere(soup.evening.do, incidents.SettleIncident, "Carlo", incident_id=incident_id,
                   outcome=Outcome.UNKNOWN, asked=Asked.NO_ANSWER)  # fmt: skip
    soup.tap("header_dots")
    soup.choose("Another verdict…")
    panel = soup.page.settle_panel
    assert panel.title.text() == "What does the guest say of table 4?"
    assert panel.outcome.isHidden()
    soup.tap("verdict_4")
    soup.changed(lambda: soup.tap("settle_now"))
    assert soup.page.header.clock.accessibleName() == "Not known, Settled 12:32, Yes"
    soup.tap("reopen")
    soup.changed(lambda: soup.fill(reason="He came back"))
    assert soup.scene.is_open
    assert soup.page.header.settle.isVisible()


def ready(soup: Stage) -> SettlePanel:
    """The panel with everything chosen."""
    panel = panel_of(soup)
    soup.tap("outcome_recovered")
    soup.tap("verdict_3")
    panel.words.setText("It was fine in the end.")
    return panel


def entries_after(soup: Stage, act: Callable[[], object]) -> int:
    """Act, and count what that wrote once everything sent is done."""
    before = soup.whole().last_seq
    act()
    bring_home(soup.around.bridge)
    return soup.whole().last_seq - before


def test_enter_on_keep_open_keeps_it_open(soup: Stage) -> None:
    panel = ready(soup)
    panel.keep_open.setFocus()
    QTest.keyClick(panel.keep_open, Qt.Key.Key_Return)
    assert not panel.isVisible()
    bring_home(soup.around.bridge)
    assert soup.whole().status == Status.OPEN


def test_a_held_enter_does_not_settle(soup: Stage) -> None:
    panel = ready(soup)
    panel.words.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(panel.words, held)
    assert panel.settle.isEnabled()
    assert soup.whole().status == Status.OPEN


def test_two_clicks_are_one_verdict(soup: Stage) -> None:
    incident_id = soup.scene.incident.incident_id
    soup.elsewhere(soup.evening.do, incidents.SettleIncident, "Carlo", incident_id=incident_id,
                   outcome=Outcome.UNKNOWN, asked=Asked.NO_ANSWER)  # fmt: skip
    soup.page.settling.open(later=True)
    soup.tap("verdict_4")

    def twice() -> None:
        soup.tap("settle_now")
        assert not soup.page.settle_panel.settle.isEnabled()
        soup.tap("settle_now")
        soup.page.settle_panel._settle()

    assert entries_after(soup, twice) == 1


def test_what_was_chosen_waits_for_the_same_problem(soup: Stage) -> None:
    first = soup.scene.incident.incident_id
    panel = ready(soup)
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    panel_of(soup)
    assert (panel.words.text(), panel.faces.score, panel.outcome.value) == (
        "It was fine in the end.", 3, Outcome.RECOVERED,
    )  # fmt: skip
    soup.show(aside(soup.evening.log, "wet floor", "Carlo"))
    panel_of(soup)
    assert (panel.words.text(), panel.faces.score, panel.outcome.value) == ("", None, None)
    soup.show(first)
    soup.tap("settle")
    soup.tap("outcome_lost")


def test_a_refusal_after_it_was_closed_is_said(soup: Stage, store_is_kept_busy: Callable[[], None]) -> None:
    panel = ready(soup)
    store_is_kept_busy()
    soup.tap("settle_now")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    soup.qtbot.waitUntil(lambda: bool(soup.said), timeout=9_000)
    assert soup.said[0].startswith("Somebody else keeps the store busy.")
    assert panel_of(soup).settle.isEnabled()


def test_a_form_over_it_closes_with_it(stage: Stage) -> None:
    stage.show(stage.purse())
    panel_of(stage)
    stage.tap("open_note_9_keep_back")
    assert stage.page.forms.editor is not None
    stage.page.settling.close()
    assert stage.page.forms.editor is None


def test_undo_twice_is_one_act(soup: Stage) -> None:
    """Open again twice would be refused: it is open."""
    ready(soup)
    soup.changed(lambda: soup.tap("settle_now"))
    undo = soup.toasts[-1][1]
    assert undo is not None
    undo()
    undo()
    bring_home(soup.around.bridge)
    soup.qtbot.waitUntil(lambda: soup.scene.is_open)
    assert soup.said == []


def test_a_digit_chooses_a_face_from_anywhere_but_the_words(soup: Stage) -> None:
    panel = panel_of(soup)
    for here in (panel.outcome.stops[0], panel.asked.stops[0], panel.keep_open):
        panel.faces.show_score(None)
        here.setFocus()
        QTest.keyClick(here, Qt.Key.Key_4)
        assert panel.faces.score == 4, here.objectName()
        assert panel.faces.faces[3].hasFocus()
    panel.words.setFocus()
    QTest.keyClicks(panel.words, "2 hours")
    assert (panel.words.text(), panel.faces.score) == ("2 hours", 4)


def test_settle_stays_where_it_is_when_a_face_is_chosen(soup: Stage) -> None:
    panel = panel_of(soup)

    def places() -> list[QPoint]:
        QApplication.processEvents()
        return [each.mapTo(panel, QPoint(0, 0)) for each in (panel.settle, panel.asked)]

    before = places()
    assert not panel.words.isEnabled()
    soup.tap("verdict_4")
    assert panel.words.isEnabled()
    assert places() == before


def test_the_keyboard_on_a_choice_does_not_look_like_the_choice(soup: Stage) -> None:
    """The border of a choice nobody made keeps its colour under the ring."""
    panel, theme = panel_of(soup), soup.around.theme
    chip = panel.outcome.stops[0]
    chip.setFocus()

    def colors() -> tuple[str, str]:
        seen = chip.grab().toImage()
        across = seen.height() // 2
        return seen.pixelColor(0, across).name(), seen.pixelColor(8, across).name()

    assert colors() == (QColor(theme.line2).name(), QColor(theme.raised).name())
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert colors() == (QColor(theme.accent).name(), QColor(theme.sel).name())


def test_words_typed_in_quotation_marks_are_not_quoted_twice(soup: Stage) -> None:
    soup.elsewhere(
        soup.evening.do, incidents.AddVerdict, "Carlo", incident_id=soup.scene.incident.incident_id, verdict=4,
        words="“A private lift.”",
    )  # fmt: skip
    said = [row.text for row in soup.page.happened.view.rows]
    assert any(text.endswith(" “A private lift.”") for text in said), said
    assert not any("““" in text for text in said)
