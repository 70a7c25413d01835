"""Where the page's parts stand: narrow, right to left, in larger text, and in screens that are built anew."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip, QWidget
from shiboken6 import isValid

from hospitality_desk.commands import timeline
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.page import IncidentPage
from tests.gui.incident_stage import Stage, aside
from tests.gui.lanes import bring_home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def another_page(stage: Stage, incident_id: IncidentId, *, percent: int = 100) -> IncidentPage:
    around = stage.around
    page = IncidentPage(
        Around(bridge=around.bridge, acting=around.acting, theme=around.theme, percent=percent), stage.window
    )
    page.resize(826, 768)
    page.show()
    page.show_incident(incident_id)
    stage.qtbot.waitUntil(lambda: page.scene is not None)
    return page


def place_of(page: IncidentPage, part: QWidget) -> QPoint:
    return part.mapTo(page, QPoint(0, 0))


def test_the_design_s_measures_at_1366(purse: Stage) -> None:
    page = purse.page
    page.grab()
    QApplication.processEvents()
    assert page.header.height() == 134
    assert (page.header.clock.width(), page.strip.height()) == (200, 60)
    assert page.tasks.width() == 304
    assert page.composer.height() == 123
    assert (page.composer.field.height(), page.composer.kinds.height()) == (48, 44)
    chips = list(page.composer.kinds.chips.values())
    assert {chip.y() for chip in chips} == {0}, "six chips and what the guest knows in one row"
    assert page.composer.knows.geometry().right() < page.width()
    view = page.happened.view
    heights = {view.rowHeight(at) for at, row in enumerate(view.rows) if not row.details and row.title}
    assert heights == {38, 58}, "one line, and the log line's two"


def test_below_760_the_tasks_are_a_tab(purse: Stage) -> None:
    page = purse.page
    page.resize(759, 768)
    assert page.tabs.isVisible()
    assert page.happened.isVisible()
    assert not page.tasks.isVisible()
    tab = purse.part("pane_tab_1")
    assert tab.text() == "Tasks, 1 open"
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert page.tasks.isVisible()
    assert not page.happened.isVisible()
    assert page.tasks.plus.isVisible()
    assert not page.happened.happened.isVisible()
    QTest.keyClick(tab, Qt.Key.Key_Left)
    assert page.happened.isVisible()
    page.resize(826, 768)
    assert page.happened.isVisible()
    assert page.tasks.isVisible()
    assert not page.tabs.isVisible()
    assert page.tasks.plus.isVisible()
    assert page.minimumSizeHint().width() == 560


def test_an_arrow_leads_back_where_the_page_stands_in_the_list_s_place(purse: Stage) -> None:
    back = purse.page.header.back
    assert not back.isVisible()
    purse.page.show_back(True)
    with purse.qtbot.waitSignal(purse.page.back_asked):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    with purse.qtbot.waitSignal(purse.page.back_asked):
        QTest.keyClick(back, Qt.Key.Key_Return)
    purse.page.clear()
    with purse.qtbot.waitSignal(purse.page.back_asked):
        purse.tap("not_here_back")
    purse.page.show_back(False)
    assert not purse.page.not_here.back.isVisible()


def test_right_to_left_everything_stands_on_the_other_side(purse: Stage, from_the_right: None) -> None:
    page = another_page(purse, purse.scene.incident.incident_id)
    page.grab()
    assert place_of(page, page.tasks).x() == 0
    assert place_of(page, page.header.fields["place"]).x() > page.width() // 2
    view = page.happened.view
    rect = view.visualRect(view.model().index(0, 0))
    dots = view._delegate.dots_rect(rect)
    assert dots.left() - rect.left() < 20
    picture = view.viewport().grab().toImage()
    hot = page.header._around.theme.spine(page.scene.clock.state)  # type: ignore[union-attr]
    last = view.visualRect(view.model().index(len(view.rows) - 2, 0))
    column = {picture.pixelColor(x, last.bottom() - 1).name() for x in range(last.right() - 84, last.right() - 76)}
    assert hot.lower() in column, "the spine is on the right"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=dots.center())
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    tasks = page.tasks.view
    circle = tasks._delegate.circle_rect(tasks.visualRect(tasks.model().index(0, 0)))
    before = page.scene.incident.last_seq  # type: ignore[union-attr]
    QTest.mouseClick(tasks.viewport(), Qt.MouseButton.LeftButton, pos=circle.center())
    purse.qtbot.waitUntil(lambda: page.scene is not None and page.scene.incident.last_seq > before)
    assert circle.center().x() > tasks.width() // 2


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_no_row_of_the_composer_is_cut(purse: Stage, percent: int) -> None:
    page = another_page(purse, purse.scene.incident.incident_id, percent=percent)
    page.tell()
    page.composer.field.insertPlainText("Still calling. I will be back by 13:00.")
    page.grab()
    QApplication.processEvents()
    kinds = page.composer.kinds
    assert max(chip.geometry().bottom() for chip in kinds.chips.values()) < kinds.height()
    scroll = page.composer._options_scroll
    assert scroll.geometry().top() > place_of_in(kinds, page.composer).y() + kinds.height() - 1
    assert scroll.geometry().bottom() < page.composer.field.y()
    whole = page.composer.options.heightForWidth(page.composer.options.width())
    assert scroll.height() >= whole or scroll.verticalScrollBar().maximum() > 0
    assert page.composer.geometry().bottom() < page.height()


def place_of_in(part: QWidget, inside: QWidget) -> QPoint:
    return part.mapTo(inside, QPoint(0, 0))


def test_what_is_cut_says_itself_whole(purse: Stage) -> None:
    incident_id = purse.scene.incident.incident_id
    title = "Ask the taxi office to radio every driver who left the door since noon"
    purse.elsewhere(purse.evening.task, incident_id, title, "Ana")
    tasks, happened = purse.page.tasks.view, purse.page.happened.view
    at = next(n for n, each in enumerate(tasks.rows) if each.title == title)
    rest_on(tasks, at)
    assert tip() == title
    rest_on(tasks, next(n for n, each in enumerate(tasks.rows) if each.title == "Call the phone"))
    purse.qtbot.waitUntil(lambda: not QToolTip.isVisible())
    reason = "She asked us twice not to speak of it at the table, so we wait until her friends have gone outside"
    purse.elsewhere(purse.evening.do, timeline.KeepBack, "Ana", incident_id=incident_id, note=8, reason=reason)
    rows = happened.rows
    rest_on(happened, next(n for n, row in enumerate(rows) if row.note == 8))
    assert tip() == f"kept back: {reason}"
    rest_on(happened, next(n for n, row in enumerate(rows) if row.note == 9))
    purse.qtbot.waitUntil(lambda: not QToolTip.isVisible())


def rest_on(view: QAbstractItemView, at: int) -> None:
    """Rest the pointer on a row."""
    index = view.model().index(at, 0)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)


def tip() -> str:
    """Return the words of the tool tip that is shown."""
    found = QTextDocument()
    found.setHtml(QToolTip.text())
    return found.toPlainText()


def test_the_place_in_the_timeline_comes_back_on_another_page(purse: Stage) -> None:
    incident_id = purse.scene.incident.incident_id

    def many() -> None:
        for n in range(40):
            purse.evening.note(incident_id, EntryKind.SAW, f"Note {n}.", "Ana")

    purse.elsewhere(many)
    view = purse.page.happened.view
    view.setCurrentIndex(view.model().index(12, 0))
    view.verticalScrollBar().setValue(333)
    place = purse.page.timeline_position()
    assert not place.at_end
    page = another_page_with(purse, incident_id, place)
    shown = page.happened.view
    assert shown.verticalScrollBar().value() == 333
    assert shown.currentIndex().row() == 12


def another_page_with(stage: Stage, incident_id: IncidentId, place: object) -> IncidentPage:
    page = IncidentPage(stage.around, stage.window)
    page.resize(826, 768)
    page.show()
    page.show_incident(incident_id)
    page.restore_position(place)  # type: ignore[arg-type] # before it is read: it waits
    stage.qtbot.waitUntil(lambda: page.scene is not None)
    return page


def test_a_page_taken_down_is_never_called_again(purse: Stage) -> None:
    """Ten pages come and go in one window, with forms and the settle sheet open; then there is news, and a tick."""
    incident_id = purse.scene.incident.incident_id
    purse.page.clear()
    QApplication.processEvents()
    left = len(purse.window.findChildren(QWidget))
    gone: list[IncidentPage] = []
    for n in range(10):
        page = another_page(purse, incident_id)
        if n % 2:
            page.settle()
        else:
            QTest.mouseClick(page.header.fields["guest"], Qt.MouseButton.LeftButton)
        page.composer.field.insertPlainText("x")
        gone.append(page)
        page.clear()
        page.deleteLater()
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()
    bring_home(purse.around.bridge)
    for _turn in range(3):
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        QApplication.processEvents()
    aside(purse.evening.later, minutes=1)
    purse.around.bridge.changed.emit(Changes(incidents=frozenset({incident_id})))
    purse.around.acting.changed.emit()
    bring_home(purse.around.bridge)
    assert len(purse.window.findChildren(QWidget)) == left
    assert not any(isValid(each) for each in gone)
