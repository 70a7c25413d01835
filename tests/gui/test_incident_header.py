"""The top of a problem: every field is edited where it stands, and the promise stays in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from hospitality_desk.commands import incidents
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.page import IncidentPage
from tests.gui.incident_stage import Stage, aside

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Press = Callable[[QAbstractButton], None]


def by_mouse(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def by_enter(button: QAbstractButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def by_space(button: QAbstractButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def open_menus() -> list[str]:
    return [w.objectName() for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


def kind_chosen(stage: Stage) -> EntryKind | None:
    return stage.page.composer.kinds.chosen


@pytest.mark.parametrize("press", [by_mouse, by_enter, by_space])
@pytest.mark.parametrize(
    ("field", "opens"),
    [
        ("header_place", "editor_place"), ("header_guest", "editor_guest"), ("header_phone", "editor_phone"),
        ("header_happened", "editor_time"), ("header_severity", "severity_menu"), ("header_kind", "kind_menu"),
        ("header_owner", "owner_menu"), ("header_promise", "promise_menu"), ("header_dots", "incident_menu"),
    ],
)  # fmt: skip
def test_each_field_opens_what_edits_it(purse: Stage, field: str, opens: str, press: Press) -> None:
    press(purse.part(field, QAbstractButton))
    if opens.endswith("_menu"):
        assert open_menus() == [opens]
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()
    else:
        assert purse.part(opens).isVisible()
        purse.page.forms.close()


def test_the_owner_is_changed_in_place(purse: Stage) -> None:
    purse.tap("header_owner")
    assert list(purse.menu()) == ["I have it", "Ana has it", "Dana has it", "Tom has it"]
    assert purse.menu()["I have it"].isChecked()
    purse.changed(lambda: purse.choose("Dana has it"))
    assert purse.page.header.fields["owner"].text() == "Dana has it"


def test_a_promise_is_kept_or_gets_a_new_time_by_a_note(purse: Stage) -> None:
    purse.tap("header_promise")
    assert list(purse.menu()) == [
        "Kept: Back before 13:40", "A new time for: Back before 13:40", "Told her", "Promise something else…",
    ]  # fmt: skip
    purse.choose("A new time for: Back before 13:40")
    assert kind_chosen(purse) == EntryKind.TOLD
    assert purse.part("promise_by").hasFocus()
    assert purse.part("moves_1").isChecked()
    QTest.keyClicks(purse.part("promise_by"), "1350")
    purse.add("Now back by ten to two.")
    assert [each.state(purse.scene.now).value for each in purse.scene.incident.promises] == ["moved", "kept", "open"]

    purse.tap("header_promise")
    purse.choose("Kept: Back before 13:40")
    assert kind_chosen(purse) == EntryKind.DID
    purse.add("Purse beside her plate.")
    assert purse.scene.incident.promises[-1].state(purse.scene.now).value == "kept"


def test_nothing_promised_yet_is_a_way_to_promise(stage: Stage) -> None:
    stage.show(aside(stage.evening.log, "cold soup", "Carlo"))
    field = stage.page.header.fields["promise"]
    assert field.text() == "Nothing is promised"
    stage.tap("header_promise")
    stage.choose("Promise something…")
    assert stage.part("promise_by").hasFocus()


def test_when_it_happened_is_mended_above_the_timeline(purse: Stage) -> None:
    purse.tap("header_happened")
    purse.changed(lambda: purse.fill(time="12:28"))
    assert purse.page.happened.happened.text() == "Happened 12:28"


@pytest.mark.parametrize("width", [1_240, 825, 770, 700, 600, 560])
@pytest.mark.parametrize("percent", [100, 125, 150])
def test_a_guess_never_pushes_the_promise_or_the_severity_away(purse: Stage, percent: int, width: int) -> None:
    incident_id = purse.scene.incident.incident_id
    aside(purse.evening.do, incidents.ChangeIncident, "Carlo", incident_id=incident_id, guest="Schwarzenberger")
    around = purse.around
    larger = Around(bridge=around.bridge, acting=around.acting, theme=around.theme, percent=percent)
    page = IncidentPage(larger)
    purse.qtbot.addWidget(page)
    page.resize(max(page.minimumSizeHint().width(), width), 768)
    page.show()
    page.show_incident(incident_id)
    purse.qtbot.waitUntil(lambda: page.scene is not None)
    page.grab()
    QApplication.processEvents()  # every part is in its place then
    fields = page.header.fields
    assert fields["severity"].width() >= fields["severity"].sizeHint().width()
    assert fields["place"].width() >= fields["place"].sizeHint().width()
    promise = fields["promise"]
    assert promise.width() >= min(promise.sizeHint().width(), round(170 * percent / 100))
    row = [fields["promise"], fields["kind"], fields["severity"], page.header.number]
    inside = page.header.clock.geometry().left()
    assert all(each.geometry().right() < inside for each in row)
    assert fields["kind"].width() > round(50 * percent / 100)
    assert "our guess" in fields["kind"].accessibleName()


def test_the_words_beside_a_guess_go_before_anything_is_cut(purse: Stage) -> None:
    header = purse.page.header
    assert not header.guesses["kind"].isHidden()
    incident_id = purse.scene.incident.incident_id
    purse.elsewhere(purse.evening.told, incident_id, "Better by two.", "Carlo", moves=1,
                    promise_what="The purse back before she finishes lunch with all her friends",
                    promise_by=purse.evening.time("14:00"))  # fmt: skip
    assert header.guesses["kind"].isHidden()
    assert header.fields["kind"].width() > 60
    assert header.fields["promise"].toolTip()


def test_a_long_promise_gives_way_before_the_kind_is_cut(purse: Stage) -> None:
    """At 1366 px the page is 826 wide."""
    incident_id, evening = purse.scene.incident.incident_id, purse.evening
    purse.elsewhere(
        evening.told, incident_id, "Better by two.", "Carlo", moves=1, promise_by=evening.time("14:00"),
        promise_what="purse back before she finishes lunch with all of her friends at the long table",
    )  # fmt: skip
    fields = purse.page.header.fields
    for name in ("kind", "severity"):
        assert fields[name].width() >= fields[name].sizeHint().width(), name
    purse.page.grab()
    promise = fields["promise"]
    assert promise.minimumSizeHint().width() <= promise.width() < promise.sizeHint().width()
    assert "long table" in promise.toolTip()


def test_a_place_typed_in_place_is_read_as_the_log_line_reads_it(purse: Stage) -> None:
    purse.tap("header_place")
    purse.changed(lambda: purse.fill(place="t14"))
    assert purse.scene.incident.place == "Table 14"
    purse.tap("header_place")
    purse.changed(lambda: purse.fill(place="by the t14 pillar"))
    assert purse.scene.incident.place == "by the t14 pillar"


def undone(stage: Stage, words: str) -> None:
    """Take back what the newest toast speaks of."""
    stage.qtbot.waitUntil(lambda: bool(stage.toasts) and stage.toasts[-1][0] == words)
    undo = stage.toasts[-1][1]
    assert undo is not None
    stage.changed(undo)


def test_what_is_saved_in_place_is_said_and_taken_back(purse: Stage) -> None:
    before = purse.scene.incident
    purse.tap("header_place")
    purse.changed(lambda: purse.fill(place="Bar"))
    undone(purse, "Place saved.")
    assert purse.scene.incident.place == before.place
    purse.tap("header_severity")
    purse.changed(lambda: purse.choose("Minor"))
    undone(purse, "Severity is Minor now.")
    assert purse.scene.incident.severity == before.severity
    purse.tap("header_owner")
    purse.changed(lambda: purse.choose("Ana has it"))
    undone(purse, "Ana has it now.")
    assert purse.scene.incident.owner == before.owner


def test_a_guess_of_ours_is_nothing_to_go_back_to(purse: Stage) -> None:
    assert not purse.scene.incident.kind_sure
    purse.tap("header_kind")
    purse.changed(lambda: purse.choose("Noise"))
    purse.qtbot.waitUntil(lambda: bool(purse.toasts))
    assert purse.toasts[-1] == ("The kind is Noise.", None)
