"""The whole window as a host uses it: keys, what one screen asks of another, and who acts."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, PersonId
from hospitality_desk.gui import acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.gui.widgets.toast import Toast
from tests.gui.conftest import no_answer
from tests.gui.whole_window import navigation, page, quick_log, shown
from tests.helpers.evening import Evening

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


@pytest.fixture
def window(qtbot: QtBot, around: Around) -> MainWindow:
    return shown(qtbot, around)


def said(window: MainWindow) -> str:
    toast = window.findChild(Toast, "toast")
    assert isinstance(toast, Toast)
    return toast.words.text() if toast.isVisible() else ""


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
    """Press a key where the keyboard is."""
    held = Qt.KeyboardModifier.NoModifier
    if ctrl:
        held |= Qt.KeyboardModifier.ControlModifier
    if shift:
        held |= Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, held)


def two_tables(evening: Evening, window: MainWindow, qtbot: QtBot) -> tuple[IncidentId, IncidentId]:
    """Log at tables 1 and 2; table 1 waits longer."""
    first = evening.log("cold soup", "Carlo", place="Table 1", happened_at=evening.time("12:20"))
    second = evening.log("wrong wine", "Carlo", place="Table 2")
    qtbot.waitUntil(lambda: [row.incident_id for row in window.floor.model.rows] == [first, second])
    return first, second


def test_a_problem_by_keyboard_alone(window: MainWindow, staff: object, evening: Evening, qtbot: QtBot) -> None:
    window.rail.log_button.setFocus()  # the first evening's field would take the letter
    press(qtbot, window, Qt.Key.Key_N)
    qtbot.waitUntil(quick_log(window).line.hasFocus)
    qtbot.keyClicks(quick_log(window).line, "t12 no towel")
    qtbot.keyClick(quick_log(window).line, Qt.Key.Key_Return, delay=60)  # sooner it would be a barcode scanner's
    qtbot.waitUntil(lambda: [row.place for row in window.floor.model.rows] == ["Table 12"])
    assert not quick_log(window).isVisible()
    assert said(window) == "Logged."
    window.floor.focus_list()
    press(qtbot, window, Qt.Key.Key_Z, ctrl=True)
    qtbot.waitUntil(lambda: window.floor.model.rows == ())
    assert said(window) == ""


def test_log_and_open(window: MainWindow, staff: object, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_N, ctrl=True)
    qtbot.waitUntil(quick_log(window).line.hasFocus)
    qtbot.keyClicks(quick_log(window).line, "t3 no nuts")
    press(qtbot, window, Qt.Key.Key_Return, ctrl=True)
    qtbot.waitUntil(lambda: page(window).isVisible() and page(window).scene is not None)
    assert window.floor.chosen == page(window).incident_id
    qtbot.waitUntil(lambda: window.floor.pane.list.chosen_index().isValid())
    qtbot.waitUntil(page(window).composer.field.hasFocus)  # what is typed next is the first note, not keys


def test_letters_stay_letters_while_somebody_types(
    window: MainWindow, staff: object, evening: Evening, qtbot: QtBot
) -> None:
    first, _second = two_tables(evening, window, qtbot)
    window.floor.choose(first)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    press(qtbot, window, Qt.Key.Key_1)
    field = QApplication.focusWidget()
    assert field is not None
    assert page(window).isAncestorOf(field)
    qtbot.keyClicks(field, "nst 16 jk")
    assert not quick_log(window).isVisible()
    assert window.floor.chosen == first
    assert page(window).composer.field.toPlainText() == "nst 16 jk"


def test_the_list_by_letters(window: MainWindow, staff: object, evening: Evening, qtbot: QtBot) -> None:
    first, second = two_tables(evening, window, qtbot)
    window.rail.log_button.setFocus()
    seen = []
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        press(qtbot, window, key)
        seen.append(window.floor.chosen)
    assert seen == [first, second, second, first]
    qtbot.waitUntil(lambda: page(window).incident_id == first)


def test_into_the_problem_and_back(window: MainWindow, staff: object, evening: Evening, qtbot: QtBot) -> None:
    two_tables(evening, window, qtbot)
    window.floor.focus_list()
    press(qtbot, window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    press(qtbot, window, Qt.Key.Key_Right)
    here = QApplication.focusWidget()
    assert here is not None
    assert page(window).isAncestorOf(here)
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.floor.pane.list.hasFocus()
    press(qtbot, window, Qt.Key.Key_F6, shift=True)
    assert window.rail.isAncestorOf(QApplication.focusWidget())


def test_only_left_alone_leads_back_to_the_list(
    window: MainWindow, staff: object, evening: Evening, qtbot: QtBot
) -> None:
    two_tables(evening, window, qtbot)
    window.floor.focus_list()
    press(qtbot, window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    view = page(window).happened.view
    view.setFocus()
    with_keys = Qt.KeyboardModifier
    for held_down, keys in (
        (True, with_keys.NoModifier),
        (False, with_keys.AltModifier),
        (False, with_keys.ShiftModifier),
    ):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, keys, "", held_down))
        assert view.hasFocus()
    press(qtbot, window, Qt.Key.Key_Left)
    assert window.floor.pane.list.hasFocus()


def test_told_and_settle_by_letter(window: MainWindow, staff: object, evening: Evening, qtbot: QtBot) -> None:
    first, _second = two_tables(evening, window, qtbot)
    press(qtbot, window, Qt.Key.Key_T)
    press(qtbot, window, Qt.Key.Key_S)  # nothing is chosen: nothing happens
    assert overlays(window) == []
    window.floor.choose(first)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    window.floor.focus_list()
    press(qtbot, window, Qt.Key.Key_T)
    assert page(window).composer.kinds.kind == EntryKind.TOLD
    window.floor.focus_list()
    press(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(overlays(window)) == 1)
    press(qtbot, window, Qt.Key.Key_N)
    assert len(overlays(window)) == 1
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: overlays(window) == [])


def overlays(window: MainWindow) -> list[str]:
    return [overlay.objectName() for overlay in window.findChildren(Overlay) if overlay.isVisible()]


def test_a_wish_to_log_waits_for_the_house(qtbot: QtBot, around: Around, desk: object) -> None:
    """Pressed in the first second, N opens the form as soon as there is one."""
    closed = Bridge(around.bridge.station)
    early = shown(qtbot, Around(bridge=closed, acting=acting.Acting(closed), theme=around.theme))
    press(qtbot, early, Qt.Key.Key_N)
    assert overlays(early) == []
    closed.open(lambda: desk)  # type: ignore[arg-type, return-value] # the fixture's desk
    qtbot.waitUntil(lambda: overlays(early) == ["quick_log_overlay"])


def test_the_draft_is_kept_when_the_window_is_closed_in_mid_word(
    window: MainWindow, staff: object, bridge: Bridge, qtbot: QtBot
) -> None:
    window.rail.log_button.setFocus()  # the first evening's field would take the letter
    press(qtbot, window, Qt.Key.Key_N)
    qtbot.waitUntil(quick_log(window).line.hasFocus)
    qtbot.keyClicks(quick_log(window).line, "t12 left her pur")
    window.close()
    qtbot.waitUntil(lambda: bridge.station.draft("quick-log") is not None)
    draft = bridge.station.draft("quick-log")
    assert draft is not None
    assert draft.text == "t12 left her pur"


def test_ctrl_q_closes_also_over_a_veil(window: MainWindow, staff: object, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_N)
    qtbot.waitUntil(quick_log(window).line.hasFocus)
    with qtbot.waitSignal(window.leaving):
        press(qtbot, window, Qt.Key.Key_Q, ctrl=True)


@pytest.mark.parametrize("named", ["ana", "ÁNA"])
def test_a_name_given_at_the_start_acts(
    qtbot: QtBot, around: Around, staff: dict[str, PersonId], bridge: Bridge, named: str
) -> None:
    bridge.station.prefer(acting.PREFERENCE, staff["Tom"])
    around.acting.person = None
    window = shown(qtbot, around, named)
    qtbot.waitUntil(lambda: window.rail.person_button.words == "Ana")


def test_who_acted_here_last_acts_again(
    qtbot: QtBot, around: Around, staff: dict[str, PersonId], bridge: Bridge
) -> None:
    around.acting.person = None
    window = shown(qtbot, around)
    qtbot.waitUntil(lambda: window.rail.person_button.accessibleName() == "Say who you are")
    navigation(window).who.act_as(staff["Tom"])
    assert window.rail.person_button.words == "Tom"
    qtbot.waitUntil(lambda: bridge.station.preference(acting.PREFERENCE) == staff["Tom"])
    around.acting.person = None
    again = shown(qtbot, around, "Nobody")
    qtbot.waitUntil(lambda: again.rail.person_button.words == "Tom")
    assert said(again) == "There is nobody called Nobody here."


def test_a_colleague_added_elsewhere_can_act_at_once(
    window: MainWindow, around: Around, evening: Evening, qtbot: QtBot
) -> None:
    assert window.rail.person_button.words == "The house"
    evening.staffed()
    qtbot.waitUntil(lambda: window.rail.person_button.words == "Who acts?")
    qtbot.waitUntil(lambda: [person.name for person in around.acting.people] == ["Ana", "Carlo", "Dana", "Tom"])


def test_while_the_store_is_away_nobody_acts_and_the_window_says_so(
    qtbot: QtBot, bridge: Bridge, evening: Evening, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.staffed()
    who = acting.Acting(bridge)
    with monkeypatch.context() as outage:
        outage.setattr(desk, "ask", no_answer)
        window = shown(qtbot, Around(bridge=bridge, acting=who, theme=LIGHT), "Carlo")
        qtbot.waitUntil(lambda: {"people", "board", "first"} <= window.floor.questions.unanswered)
        assert who.person_id is None  # not the house: it may have people
        assert window.rail.person_button.words == ""
        assert window.notices.banner_bar.words.text().startswith("The store is away.")
        assert window.notices.banner_bar.isVisible()
    window.floor.tick()
    qtbot.waitUntil(lambda: window.rail.person_button.words == "Carlo")
    qtbot.waitUntil(lambda: not window.notices.banner_bar.isVisible())


def test_the_window_is_never_smaller_than_its_screens(
    window: MainWindow, staff: object, evening: Evening, qtbot: QtBot
) -> None:
    first, _second = two_tables(evening, window, qtbot)
    window.floor.choose(first)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    window.resize(300, 200)
    least = window.centralWidget().minimumSizeHint()
    qtbot.waitUntil(lambda: window.width() >= least.width())
    assert window.height() == 540
    assert window.rail.width() + page(window).minimumSizeHint().width() <= window.width()
    assert window.width() < 700, "one pane is enough"


def nameless(window: QWidget) -> list[str]:
    """Return what can take the keyboard and has no name for a screen reader."""
    found = []
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and widget.focusProxy() is None
        inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        if not takes or inner:
            continue
        reached = QAccessible.queryAccessibleInterface(widget)
        if not reached.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_everything_that_takes_the_keyboard_has_a_name(
    window: MainWindow, staff: object, evening: Evening, qtbot: QtBot
) -> None:
    assert nameless(window) == []
    first, _second = two_tables(evening, window, qtbot)
    evening.note(first, EntryKind.HEARD, "The kitchen has a new pot.", "Ana")
    evening.task(first, "Bring it", "Ana")
    window.floor.choose(first)
    qtbot.waitUntil(lambda: page(window).scene is not None)
    window.notices.toast("Table 9 settled.", lambda: None)
    window.notices.banner("Working offline.", "See them", lambda: None)
    assert nameless(window) == []
    navigation(window).log()
    qtbot.keyClicks(quick_log(window).line, "t12 Ms Rivera by 13:40")
    assert nameless(window) == []
    press(qtbot, window, Qt.Key.Key_Escape)
    page(window).settle()
    qtbot.waitUntil(lambda: len(overlays(window)) == 1)
    assert nameless(window) == []


def test_in_one_pane_a_toast_lies_above_the_line_that_is_typed(
    window: MainWindow, staff: object, evening: Evening, qtbot: QtBot
) -> None:
    first, _second = two_tables(evening, window, qtbot)
    window.resize(960, 640)
    window.floor.choose(first)
    qtbot.waitUntil(lambda: page(window).scene is not None and not window.floor.pane.isVisible())
    window.notices.toast("Table 9 settled.", lambda: None)
    toast, composer = window.findChild(Toast, "toast"), page(window).composer
    assert isinstance(toast, Toast)

    def lies_above() -> bool:
        top = composer.mapTo(window, composer.rect().topLeft()).y()
        return toast.geometry().bottom() < top and toast.geometry().right() < window.width()

    qtbot.waitUntil(lies_above)
    window.floor.show_list()
    qtbot.waitUntil(lambda: toast.geometry().bottom() > window.height() - 20)


def test_a_toast_over_the_settings_stays_in_the_window(window: MainWindow, staff: object, qtbot: QtBot) -> None:
    navigation(window).rooms.show_settings()
    window.notices.toast("The sample venue is gone.", lambda: None)
    toast = window.findChild(Toast, "toast")
    assert isinstance(toast, Toast)
    assert window.rect().contains(toast.geometry())
    assert toast.geometry().left() > window.rail.width()


def test_the_side_rooms_have_names_for_everything_too(
    window: MainWindow, staff: object, evening: Evening, qtbot: QtBot
) -> None:
    two_tables(evening, window, qtbot)
    rooms = navigation(window).rooms
    rooms.show_settings()
    assert nameless(window) == []
    rooms.show_keys()
    assert nameless(window) == []
    press(qtbot, window, Qt.Key.Key_Escape)
    rooms.show_wall()
    assert nameless(window) == []
    rooms.leave_wall()
