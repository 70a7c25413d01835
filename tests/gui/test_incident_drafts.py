"""What is typed in forms and in the settle sheet is kept, and what we take for a promise is none by itself."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.incidents import Outcome
from hospitality_desk.errors import FileTrouble
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import AGAIN, DraftKeeper
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.incident.promise_guess import guess_promise, typed_as
from hospitality_desk.gui.theme import DARK
from hospitality_desk.paths import STATION_FILE
from hospitality_desk.station.station import Station
from hospitality_desk.storage.driver import sqlite_driver
from tests.gui.incident_stage import Stage, aside
from tests.gui.lanes import bring_home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def told(stage: Stage, words: str) -> None:
    stage.page.choose_kind(EntryKind.TOLD)
    stage.type(words)


def test_a_promise_in_the_words_is_offered_and_off(purse: Stage) -> None:
    told(purse, "Still calling. I will be back by 13:10.")
    chip = purse.part("promise_guess")
    assert chip.accessibleName() == "By 13:10, our guess"
    assert chip.is_guess
    assert purse.part("promise_by").text() == ""
    purse.changed(purse.page.composer.add)
    note = purse.scene.incident.notes[-1]
    assert note.promise is None
    clock = purse.scene.clock
    assert clock is not None
    assert purse.scene.time(clock.by) == "13:06", "Serious: ten minutes after our word, whatever was guessed"


@pytest.mark.parametrize("how", ["mouse", "keys"])
def test_one_tap_promises_it(purse: Stage, how: str) -> None:
    told(purse, "Still calling. I will be back by 13:10.")
    chip = purse.part("promise_guess")
    if how == "mouse":
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    else:
        field, steps = purse.page.composer.field, 0
        while purse.window.focusWidget() is not chip and steps < 9:
            QTest.keyClick(purse.window.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            steps += 1
        assert steps <= 2, "the guess is the stop before the words, but for how they were told"
        QTest.keyClick(chip, Qt.Key.Key_Return)
        assert field is not None
    assert chip.isHidden()
    assert purse.part("promise_by").text() == "13:10"
    assert purse.window.focusWidget() is purse.page.composer.field
    purse.changed(lambda: QTest.keyClick(purse.page.composer.field, Qt.Key.Key_Return))
    promise = purse.scene.incident.notes[-1].promise
    assert promise is not None
    assert (promise.what, purse.scene.time(promise.by)) == (None, "13:10")


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("I will be back by 13:10.", "13:10"), ("Back in 20 minutes.", "13:16"), ("We call you.", None),
        ("He came at 12:40.", None), ("It rings, so it is on.", None), ("Back before 2pm, I promise", "14:00"),
    ],
)  # fmt: skip
def test_what_is_read_as_a_promise(purse: Stage, words: str, by: str | None) -> None:
    scene = purse.scene
    found = guess_promise(words, scene.now, scene.zone)
    assert (None if found is None else typed_as(found, scene.now, scene.zone)) == by


def test_no_promise_is_offered_where_a_time_was_typed_or_nothing_is_told(purse: Stage) -> None:
    told(purse, "I will be back by 13:10.")
    purse.part("promise_by").setFocus()
    QTest.keyClicks(purse.part("promise_by"), "1320")
    assert not guesses(purse)
    purse.page.choose_kind(EntryKind.HEARD)
    assert not guesses(purse)


def guesses(stage: Stage) -> list[QAbstractButton]:
    found = stage.page.composer.options.findChildren(QAbstractButton, "promise_guess")
    return [each for each in found if each.isVisible()]


def test_a_reason_survives_esc_and_screens_built_anew(purse: Stage) -> None:
    incident_id = purse.scene.incident.incident_id
    purse.tap("header_dots")
    purse.choose("Leave in peace…")
    QTest.keyClicks(purse.part("editor_until"), "13:20")
    QTest.keyClicks(purse.part("editor_reason"), "toasts")
    purse.page.keep_drafts()
    bring_home(purse.around.bridge)
    rebuilt = rebuild(purse)
    rebuilt.show_incident(incident_id)
    purse.qtbot.waitUntil(lambda: rebuilt.scene is not None)
    purse.tap("header_dots")
    purse.choose("Leave in peace…")
    purse.qtbot.waitUntil(lambda: purse.part("editor_reason").text() == "toasts")
    assert purse.part("editor_until").text() == "13:20"
    purse.tap("editor_save")
    purse.qtbot.waitUntil(lambda: rebuilt.scene is not None and rebuilt.scene.incident.quiet is not None)
    bring_home(purse.around.bridge)
    assert purse.around.bridge.station.draft(f"peace:{incident_id}") is None


def rebuild(stage: Stage) -> IncidentPage:
    """Take the page down and put another up in the same window, as a change of theme does."""
    old = stage.page
    old.clear()
    old.deleteLater()
    dark = Around(bridge=stage.around.bridge, acting=stage.around.acting, theme=DARK)
    stage.page = IncidentPage(dark, stage.window)
    stage.page.resize(826, 768)
    stage.page.show()
    return stage.page


def test_a_changed_field_s_draft_is_not_put_over_what_others_wrote(purse: Stage) -> None:
    incident_id = purse.scene.incident.incident_id
    purse.tap("header_place")
    purse.part("editor_place").setText("Table 14")
    QTest.keyClick(purse.part("editor_place"), Qt.Key.Key_Escape)
    purse.tap("header_place")
    purse.qtbot.waitUntil(lambda: purse.part("editor_place").text() == "Table 14")
    QTest.keyClick(purse.part("editor_place"), Qt.Key.Key_Escape)
    bring_home(purse.around.bridge)
    from hospitality_desk.commands import incidents

    purse.elsewhere(purse.evening.do, incidents.ChangeIncident, "Dana", incident_id=incident_id, place="Table 15")
    purse.tap("header_place")
    bring_home(purse.around.bridge)
    assert purse.part("editor_place").text() == "Table 15"


def test_the_settle_sheet_comes_back_after_a_kill(stage: Stage, tmp_path: Path) -> None:
    soup = aside(stage.evening.log, "cold soup", "Carlo")
    stage.show(soup)
    stage.page.settle()
    stage.tap("outcome_recovered")
    stage.tap("verdict_4")
    stage.part("verdict_words").setFocus()
    QTest.keyClicks(stage.part("verdict_words"), "Lovely in the end")
    stage.qtbot.waitUntil(lambda: stage.around.bridge.station.draft(f"settle:{soup}") is not None)
    bring_home(stage.around.bridge)
    with_words = Station(tmp_path)
    kept = with_words.draft(f"settle:{soup}")
    with_words.close()
    assert kept is not None
    page = rebuild(stage)
    page.show_incident(soup)
    stage.qtbot.waitUntil(lambda: page.scene is not None)
    page.settle()
    panel = page.settle_panel
    stage.qtbot.waitUntil(lambda: panel.words.text() == "Lovely in the end")
    assert (panel.outcome.value, panel.faces.score) == (Outcome.RECOVERED, 4)
    assert panel.settle.isEnabled()
    panel.settle.click()
    stage.qtbot.waitUntil(lambda: page.scene is not None and not page.scene.is_open)
    bring_home(stage.around.bridge)
    assert stage.around.bridge.station.draft(f"settle:{soup}") is None


def test_what_cannot_be_kept_is_said_beside_it_as_long_as_it_is_so(
    purse: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise FileTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Station, "keep_held", full)
        purse.type("Half a sen")
        purse.page.composer.keep_now()
        purse.qtbot.waitUntil(purse.page.composer.trouble.isVisible)
        assert "we try again every 2 s" in purse.page.composer.trouble.text()
        purse.tap("task_plus")
        QTest.keyClicks(purse.part("task_title"), "Call")
        purse.page.composer.field.setFocus()
        purse.qtbot.waitUntil(lambda: purse.part("task_trouble").isVisible())
    purse.page.composer.keep_now()
    purse.qtbot.waitUntil(purse.page.composer.trouble.isHidden)
    assert purse.page.composer.field.text() == "Half a sen"


@contextmanager
def locked(station: Station, folder: Path) -> Iterator[None]:
    """Let nobody write the station's file, and nobody wait for it."""
    station._connection.execute("PRAGMA busy_timeout=0").fetchall()
    other = sqlite_driver().connect(str(folder / STATION_FILE), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


def test_what_cannot_be_kept_comes_back_in_screens_built_anew_and_is_kept_in_the_end(
    purse: Stage, tmp_path: Path
) -> None:
    incident_id, station = purse.scene.incident.incident_id, purse.around.bridge.station
    with locked(station, tmp_path):
        purse.type("Half a sen")
        purse.page.keep_drafts()
        purse.qtbot.waitUntil(purse.page.composer.trouble.isVisible)
        purse.type("tence")
        purse.page.keep_drafts()
        rebuilt = rebuild(purse)
        rebuilt.show_incident(incident_id)
        purse.qtbot.waitUntil(lambda: rebuilt.composer.field.text() == "Half a sentence")
        purse.qtbot.waitUntil(rebuilt.composer.trouble.isVisible)
    with closing(sqlite_driver().connect(str(tmp_path / STATION_FILE))) as disk:
        written = "SELECT count(*) FROM drafts WHERE name = ? AND body LIKE '%Half a sentence%'"
        purse.qtbot.waitUntil(
            lambda: disk.execute(written, (f"composer:{incident_id}",)).fetchone()[0] == 1, timeout=3 * AGAIN
        )
    purse.qtbot.waitUntil(rebuilt.composer.trouble.isHidden)


def test_what_cannot_be_kept_is_there_when_one_comes_back_from_another_problem(purse: Stage, tmp_path: Path) -> None:
    incident_id, station = purse.scene.incident.incident_id, purse.around.bridge.station
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    with locked(station, tmp_path):
        purse.type("Half a sentence")
        purse.tap("task_plus")
        QTest.keyClicks(purse.part("task_title"), "Call")
        purse.show(soup)
        bring_home(purse.around.bridge)
        assert purse.page.composer.field.text() == ""
        purse.page.show_incident(incident_id)
        purse.qtbot.waitUntil(lambda: purse.page.composer.field.text() == "Half a sentence")
        assert purse.part("task_title").text() == "Call"
        purse.show(soup)
        bring_home(purse.around.bridge)
    names = {f"composer:{incident_id}", f"task:{incident_id}"}
    with closing(sqlite_driver().connect(str(tmp_path / STATION_FILE))) as disk:
        purse.qtbot.waitUntil(
            lambda: names <= {name for (name,) in disk.execute("SELECT name FROM drafts")}, timeout=3 * AGAIN
        )
    left = [each for each in purse.page.findChildren(DraftKeeper) if each.name in names]
    purse.qtbot.waitUntil(lambda: not [each for each in left if isValid(each)])
