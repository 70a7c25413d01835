"""What happened, as it is drawn and read aloud, and what a note's menu does."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from hospitality_desk.commands import incidents, tasks, timeline
from hospitality_desk.domain.entries import EntryKind, GuestKnows, Judgement
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.gui.incident.timeline_row import Row, RowSort, Spine
from tests.gui.incident_stage import Stage, aside
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ALWAYS = ("Correct…", "Move to another problem…", "Withdraw…")
SPINE = {Spine.NONE: " ", Spine.PLAIN: "|", Spine.HOT: "#"}


def rows(stage: Stage) -> tuple[Row, ...]:
    return stage.page.happened.view.rows


def row_of(stage: Stage, n: int) -> Row:
    return next(row for row in rows(stage) if row.note == n)


def drawn(stage: Stage) -> list[str]:
    """Draw the rows: the spine above and below, the time, then all words."""
    lines = []
    for row in rows(stage):
        tags = "".join(f" [{tag.words}]" for tag in row.tags)
        more = "".join(f" / {' '.join([each.words, *(t.words for t in each.tags)])}" for each in row.details)
        words = " ".join(part for part in (row.title, row.text) if part)
        lines.append(f"{SPINE[row.above]}{SPINE[row.below]} {row.time or '     '} {words}{tags}{more}")
    return lines


def test_the_picture(purse: Stage) -> None:
    assert drawn(purse) == [
        " | 12:31 Saw Came in alone, patting her pockets, pale.",
        "|| 12:32 Heard t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo",
        "|| 12:32 Think Her phone is in the purse. Someone may hear it. / rests on Saw 12:31 Heard 12:32",
        "|| 12:32 Severity is Serious now.",
        "|| 12:33 Told guest Join your friends, settle up another time.",
        "|| 12:35 Did Seated her. Asked for her number, Ana calls it. / follows Think 12:32",
        "|| 12:38 Cost Lunch to the house account [$64]",
        "|# 12:45 Told guest Still calling. I will be back by 13:00.",
        "## 12:48 Heard It rings out each time, so it is on. [Guest not told]",
        "## 12:52 Heard Taxi office has asked its drivers. [Guest not told]",
        "#  12:56 11 min since she heard from us",
    ]


def test_a_row_is_read_aloud_whole(purse: Stage) -> None:
    model = purse.page.happened.view.model()
    at = next(at for at, row in enumerate(rows(purse)) if row.note == 8)
    spoken = model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "12:48, Heard, It rings out each time, so it is on, Guest not told, Ana"


def test_untold_is_told_kept_back_or_known(purse: Stage) -> None:
    purse.note_menu(8)
    assert list(purse.menu()) == ["Told her", "Keep back…", "The guest knows", *ALWAYS]
    purse.choose("Told her")
    assert purse.page.composer.kinds.chosen == EntryKind.TOLD
    assert purse.part("tells_8").isChecked()
    assert not purse.part("tells_9").isChecked()

    purse.note_menu(8)
    purse.choose("Keep back…")
    purse.fill(reason="", again="")
    purse.qtbot.waitUntil(
        lambda: purse.part("editor_refusal").text() == "Say why the guest is not told, in a word or two."
    )
    purse.changed(lambda: purse.fill(reason="not certain", again="13:10"))
    assert row_of(purse, 8).tags == ()
    assert row_of(purse, 8).details[0].words == "kept back: not certain, until 13:10"
    aside(purse.evening.at, "13:10")
    purse.page.look_again()
    assert row_of(purse, 8).tags[0].words == "Guest not told"

    purse.note_menu(9)
    purse.changed(lambda: purse.choose("The guest knows"))
    assert purse.scene.incident.notes[8].guest_knows == GuestKnows.KNOWS
    purse.note_menu(9)
    purse.changed(lambda: purse.choose("The guest does not know"))
    assert purse.scene.incident.notes[8].guest_knows == GuestKnows.UNTOLD


def test_all_are_kept_back_at_once(purse: Stage) -> None:
    purse.tap("keep_back")
    assert list(purse.menu()) == [
        "It rings out each time, so it is on.", "Taxi office has asked its drivers.", "All of them",
    ]  # fmt: skip
    purse.choose("All of them")
    purse.fill(reason="not certain")
    purse.qtbot.waitUntil(lambda: purse.page.strip.isHidden())
    assert [note.kept_back_reason for note in purse.whole().notes[7:]] == ["not certain", "not certain"]


def test_a_correction_stays_visible(purse: Stage) -> None:
    purse.note_menu(6)
    purse.choose("Correct…")
    assert purse.part("editor_amount").text() == "64"
    purse.changed(lambda: purse.fill(amount="$46"))
    assert row_of(purse, 6).tags[0].words == "$46"
    assert row_of(purse, 6).details[0].words == "was $64, Carlo 12:56"
    purse.note_menu(2)
    purse.choose("Correct…")
    purse.changed(lambda: purse.fill(text="Came in alone.", time="12:30"))
    assert row_of(purse, 2).time == "12:30"
    assert row_of(purse, 2).details[0].words.startswith("was “Came in alone, patting her pockets, pale.”, 12:31, Carlo")
    purse.note_menu(2)
    purse.choose("Correct…")
    purse.fill()
    purse.qtbot.waitUntil(lambda: purse.part("editor_refusal").text() == "Note 2 says that already.")


def test_a_think_is_judged(purse: Stage) -> None:
    purse.note_menu(3)
    purse.changed(lambda: purse.choose("Turned out right"))
    assert purse.scene.incident.notes[2].judged == Judgement.RIGHT
    assert row_of(purse, 3).tags[0].words == "turned out right"
    purse.note_menu(3)
    assert purse.menu()["Turned out right"].isChecked()
    purse.choose("Never known")


def test_withdrawn_notes_fold_into_one_line(purse: Stage) -> None:
    purse.note_menu(9)
    purse.choose("Withdraw…")
    purse.changed(lambda: purse.fill(reason="wrong table"))
    assert [row.text for row in rows(purse) if row.sort == RowSort.FOLD] == ["1 withdrawn"]
    assert all(row.note != 9 for row in rows(purse))
    assert purse.page.happened.count.text() == "8 notes"
    view = purse.page.happened.view
    at = next(at for at, row in enumerate(rows(purse)) if row.sort == RowSort.FOLD)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, at, 110))
    assert row_of(purse, 9).withdrawn
    assert row_of(purse, 9).details[0].words == "withdrawn: wrong table"
    purse.note_menu(9)
    assert list(purse.menu()) == ["Bring back"]
    purse.changed(lambda: purse.choose("Bring back"))
    assert purse.scene.incident.notes[8].counts
    assert purse.toasts[-1][0] == "Note withdrawn."


def test_the_dots_of_a_note_open_its_menu(purse: Stage) -> None:
    view = purse.page.happened.view
    at = len(rows(purse)) - 2
    assert rows(purse)[at].note == 9
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, at, -8))
    purse.choose("Withdraw…")
    assert purse.part("editor_title").text() == "Withdraw “Heard 12:52”?"
    QTest.keyClick(purse.part("editor_reason"), Qt.Key.Key_Escape)


def test_pressed_on_one_note_and_released_on_another_does_nothing(purse: Stage) -> None:
    view = purse.page.happened.view
    asked: list[int] = []
    view.menu_asked.connect(lambda n, _rect: asked.append(n))
    at = len(rows(purse)) - 2
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, at - 1, -8))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=purse.row_point(view, at, -8))
    assert asked == []


@pytest.fixture
def two_tasks(stage: Stage) -> Stage:
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    for title in ("First", "Second"):
        aside(stage.evening.task, soup, title, "Carlo")
    stage.show(soup)
    return stage


def test_a_double_click_on_a_circle_is_one_task_done(two_tasks: Stage) -> None:
    view = two_tasks.page.tasks.view
    done: list[int] = []
    view.done_asked.connect(done.append)
    circle = two_tasks.row_point(view, 0, 10)
    two_tasks.changed(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=circle))
    assert [(row.title, row.is_open) for row in view.rows] == [("Second", True), ("First", False)]
    second_press(view, circle)
    assert done == [1]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=circle)
    assert done == [1, 2]


def second_press(view: QTableView, place: QPoint) -> None:
    """Send what Qt sends for the second press of a double click."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    at, no_key = QPointF(place), Qt.KeyboardModifier.NoModifier
    everywhere = QPointF(view.viewport().mapToGlobal(place))
    for sort, held in ((QEvent.Type.MouseButtonDblClick, left), (QEvent.Type.MouseButtonRelease, none)):
        QApplication.sendEvent(view.viewport(), QMouseEvent(sort, at, everywhere, left, held, no_key))


def test_a_press_that_slides_onto_a_circle_does_nothing(two_tasks: Stage) -> None:
    view = two_tasks.page.tasks.view
    done: list[int] = []
    view.done_asked.connect(done.append)
    for press in ((0, 120), (0, 10)):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=two_tasks.row_point(view, *press))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=two_tasks.row_point(view, 1, 10))
    assert done == []


def test_the_hot_spine_needs_a_told_that_counts(stage: Stage) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    stage.show(soup)
    assert drawn(stage) == [" | 12:32 Heard cold soup", "|  12:32 0 min since they told us"]


def test_an_evening_over_midnight_and_an_unknown_time(stage: Stage) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    stage.evening.clock.moment += timedelta(hours=13)
    aside(stage.evening.note, soup, EntryKind.DID, "Called them at home", "Carlo")
    stage.show(soup)
    assert [row.text for row in rows(stage) if row.sort == RowSort.DAY] == ["Fri 2026-11-20", "Today"]


def test_quiet_lines_say_what_else_happened(purse: Stage) -> None:
    evening, incident_id = purse.evening, purse.scene.incident.incident_id
    aside(
        evening.do, incidents.LeaveInPeace, "Carlo", incident_id=incident_id, until=evening.time("13:20"), reason="tea"
    )
    aside(evening.do, incidents.ChangeIncident, "Carlo", incident_id=incident_id, place="", kind="Transport",
          owner=evening.ids["Ana"], party_size=5)  # fmt: skip
    aside(evening.do, incidents.GuestLeft, "Carlo", incident_id=incident_id)
    aside(evening.do, tasks.TakeTask, "Tom", incident_id=incident_id, task=1)
    aside(evening.do, tasks.DropTask, "Tom", incident_id=incident_id, task=1)
    aside(evening.told, incident_id, "All of it", "Carlo", tells=(8, 9))
    aside(evening.do, incidents.SettleIncident, "Carlo", incident_id=incident_id, outcome=Outcome.LOST,
          asked=Asked.DECLINED)  # fmt: skip
    purse.elsewhere(evening.do, incidents.AddVerdict, "Ana", incident_id=incident_id, verdict=2, words="Hm.")
    quiet = [row.text for row in rows(purse) if row.sort == RowSort.QUIET][-6:]
    assert quiet == [
        "Left in peace until 13:20: tea",
        "The place is not known any more. The party is 5. The kind is Transport. Ana has it now.",
        "The guest has left.",
        "Settled: lost. Would rather not say.",
        "Put right? Hardly (2 of 5). “Hm.”",
        "Open again: The guest is not happy with how it ended.",
    ]
    assert [tag.words for tag in row_of(purse, 10).details[0].tags] == ["Heard 12:48", "Heard 12:52"]


def long_story(evening: Evening) -> IncidentId:
    soup = evening.log("cold soup", "Carlo")
    for n in range(200):
        evening.later(seconds=20)
        evening.note(soup, EntryKind.SAW, f"Note {n}: " + "the soup is cold again " * (n % 5), "Carlo")
    return soup


def test_a_long_story_stays_at_its_end_or_where_it_was_left(stage: Stage) -> None:
    soup = aside(long_story, stage.evening)
    stage.show(soup)
    view = stage.page.happened.view
    bar = view.verticalScrollBar()
    stage.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    stage.elsewhere(stage.evening.note, soup, EntryKind.SAW, "One more", "Ana")
    stage.qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(100)
    stage.elsewhere(stage.evening.note, soup, EntryKind.SAW, "And one", "Ana")
    assert bar.value() == 100
    stage.page.look_again()
    assert bar.value() == 100


@pytest.mark.parametrize("words", ["W" * 20_000, "the soup is cold " * 1_200])
def test_a_very_long_note_is_folded_and_opens(stage: Stage, words: str) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    aside(stage.evening.note, soup, EntryKind.HEARD, words, "Ana")
    stage.show(soup)
    view = stage.page.happened.view
    at = next(at for at, row in enumerate(rows(stage)) if row.note == 2)
    folded = view.rowHeight(at)
    assert folded < 420
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton,
                     pos=view.visualRect(view.model().index(at, 0)).bottomLeft() + QPoint(150, -30))  # fmt: skip
    assert view.rowHeight(at) > 3_000
    view.viewport().grab()
    stage.note_menu(2)
    stage.choose("Show less")
    assert view.rowHeight(at) == folded


def test_withdrawn_by_another_while_its_menu_is_open(purse: Stage) -> None:
    purse.note_menu(9)
    aside(purse.evening.do, timeline.WithdrawNote, "Tom", incident_id=purse.scene.incident.incident_id, note=9,
          reason="mine")  # fmt: skip
    purse.choose("The guest knows")
    purse.qtbot.waitUntil(lambda: purse.said == ["Note 9 is withdrawn. Bring it back first."])


def test_what_was_kept_back_says_so_and_why_once_the_guest_knows(purse: Stage) -> None:
    incident_id, evening = purse.scene.incident.incident_id, purse.evening
    purse.elsewhere(evening.do, timeline.KeepBack, "Carlo", incident_id=incident_id, note=9, reason="not certain")
    purse.elsewhere(
        evening.do, timeline.CorrectNote, "Carlo", incident_id=incident_id, note=9, guest_knows=GuestKnows.KNOWS
    )
    assert [each.words for each in row_of(purse, 9).details] == ["was kept back: not certain, Carlo 12:56"]
