"""The purse story up to 12:56 on a real store, and the page that shows it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents, tasks
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.gui.incident.scene import Scene
from tests.helpers.evening import Evening

Answer = TypeVar("Answer")


def aside(call: Callable[..., Answer], *args: Any, **named: Any) -> Answer:
    """Do it as another stand would: the store takes no statement from the window's thread."""
    with ThreadPoolExecutor(1) as lane:
        return lane.submit(call, *args, **named).result()


class Stage:
    """An evening, and the page in a window of its own."""

    def __init__(self, evening: Evening, around: Around, qtbot: QtBot) -> None:
        self.evening, self.around, self.qtbot = evening, around, qtbot
        self.said: list[str] = []
        self.toasts: list[tuple[str, Callable[[], None] | None]] = []
        around.bridge.said.connect(self.said.append)
        self.window = QWidget()
        self.window.resize(826, 768)
        self.page = IncidentPage(around, self.window)
        self.page.resize(826, 768)
        self.page.toast.connect(lambda words, undo: self.toasts.append((words, undo)))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()

    def purse(self) -> IncidentId:
        """Tell the table up to 12:56."""
        return aside(tell_purse, self.evening)

    def show(self, incident_id: IncidentId) -> None:
        """Show it and wait until it is read."""
        self.page.show_incident(incident_id)
        self.qtbot.waitUntil(
            lambda: self.page.scene is not None and self.page.scene.incident.incident_id == incident_id
        )

    @property
    def scene(self) -> Scene:
        assert self.page.scene is not None
        return self.page.scene

    def whole(self) -> Incident:
        """Return the problem as the store has it."""
        return aside(self.evening.whole, self.scene.incident.incident_id)

    def changed(self, act: Callable[[], object]) -> Incident:
        """Act, wait until the page shows what came of it, and return that."""
        before = self.scene.incident.last_seq
        act()
        self.qtbot.waitUntil(lambda: self.scene.incident.last_seq > before)
        return self.scene.incident

    def elsewhere(self, call: Callable[..., object], *args: Any, **named: Any) -> Incident:
        """Let another stand act, and the news of it reach this page."""
        from hospitality_desk.domain.changes import Changes  # only here

        def act() -> None:
            aside(call, *args, **named)
            found = Changes(incidents=frozenset({self.scene.incident.incident_id}))
            self.around.bridge.changed.emit(found)

        return self.changed(act)

    def part(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """Return a widget of the window by its object name."""
        found = [each for each in self.window.findChildren(kind, name) if not each.isHidden()]
        assert found, f"{name} is not there"
        return found[-1]

    def tap(self, name: str) -> None:
        """Tap a button."""
        button = self.part(name, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, words: str) -> None:
        """Type a note (as one insertion; keys are tested on their own)."""
        self.page.composer.field.setFocus()
        self.page.composer.field.insertPlainText(words)

    def add(self, words: str) -> Incident:
        """Type a note and add it."""
        self.type(words)
        return self.changed(self.page.composer.add)

    def menu(self) -> dict[str, QAction]:
        """Return the open menu's lines by their words."""
        menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
        assert len(menus) == 1
        return {action.text(): action for action in menus[0].actions() if not action.isSeparator()}

    def choose(self, words: str) -> None:
        """Choose a line of the open menu."""
        action = self.menu()[words]
        menu = action.parent()
        assert isinstance(menu, QMenu)
        menu.hide()
        action.trigger()

    def note_menu(self, n: int) -> None:
        """Open a note's menu by the keyboard."""
        view = self.page.happened.view
        at = next(at for at, row in enumerate(view.rows) if row.note == n)
        view.setFocus()
        view.setCurrentIndex(view.model().index(at, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)

    def fill(self, **fields: str) -> None:
        """Fill the open form and save it."""
        editor = self.page.forms.editor
        assert editor is not None
        for name, words in fields.items():
            field = self.part(f"editor_{name}")
            if hasattr(field, "setText"):
                field.setText(words)
            else:
                field.setPlainText(words)
        self.tap("editor_save")

    def row_point(self, view: Any, at: int, x: int) -> QPoint:
        """Return a point of a row, so many pixels from its left (from its right when below 0)."""
        rect = view.visualRect(view.model().index(at, 0))
        return QPoint(rect.left() + x if x >= 0 else rect.right() + x, rect.center().y())


def tell_purse(evening: Evening) -> IncidentId:
    evening.at("12:32")
    purse = evening.log(
        "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo", "Carlo",
        gist="Left purse in taxi, phone in it", place="Table 12", guest="Ms Rivera", party_size=4,
        phone="+19175550147", kind="Lost property", kind_is_a_guess=True, promise_what="Back before 13:40",
        promise_by=evening.time("13:40"),
    )  # fmt: skip
    evening.do(incidents.ChangeIncident, "Carlo", incident_id=purse, severity=Severity.SERIOUS)
    saw = "Came in alone, patting her pockets, pale."
    evening.note(purse, EntryKind.SAW, saw, "Carlo", happened_at=evening.time("12:31"))
    think = "Her phone is in the purse. Someone may hear it."
    evening.note(purse, EntryKind.THINK, think, "Carlo", rests_on=(1, 2))
    evening.at("12:33")
    evening.told(purse, "Join your friends, settle up another time.", "Carlo")
    evening.at("12:35")
    evening.note(purse, EntryKind.DID, "Seated her. Asked for her number, Ana calls it.", "Carlo", follows=3)
    evening.at("12:36")
    evening.task(purse, "Call the phone", "Ana", due=evening.time("12:58"))
    evening.at("12:38")
    evening.note(purse, EntryKind.COST, "Lunch to the house account", "Dana", amount=6400)
    evening.at("12:45")
    evening.told(purse, "Still calling. I will be back by 13:00.", "Carlo", promise_by=evening.time("13:00"))
    evening.at("12:48")
    evening.note(purse, EntryKind.HEARD, "It rings out each time, so it is on.", "Ana")
    evening.at("12:52")
    evening.note(purse, EntryKind.HEARD, "Taxi office has asked its drivers.", "Tom")
    evening.task(purse, "Seat her with her party", "Dana")
    evening.do(tasks.FinishTask, "Dana", incident_id=purse, task=2)
    evening.at("12:56")
    return purse
