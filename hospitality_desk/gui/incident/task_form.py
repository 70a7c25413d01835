"""A task typed in place: what is to be done, who has it, by when."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hospitality_desk.commands.tasks import AddTask
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.ids import CommandId, IncidentId, PersonId, new_id
from hospitality_desk.domain.text import LONGEST
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.acts import Acts
from hospitality_desk.gui.incident.clock_field import ClockField
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.words_label import WordsLabel
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.station.station import Draft
from hospitality_desk.words import _


class TaskForm(QWidget):
    """Opens under the heading. What was typed for a problem is kept as a draft of its own until it is added."""

    closed = Signal()

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task_form")
        self._around, self._acts = around, acts
        self._incident_id: IncidentId | None = None
        self._command_id = CommandId(new_id())
        self._keepers: dict[IncidentId, DraftKeeper] = {}
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self.title = QLineEdit(self)
        self.title.setObjectName("task_title")
        self.title.setFont(around.font(Role.BODY))
        self.title.setMaxLength(LONGEST)
        self.title.setPlaceholderText(_("What is to be done?"))
        self.title.setAccessibleName(_("What is to be done?"))
        self.owner = QComboBox(self)
        self.owner.setObjectName("task_owner")
        self.owner.setFont(around.font(Role.BODY))
        self.owner.setAccessibleName(_("Who has it"))
        self.owner.view().setAccessibleName(_("Who has it"))
        self.due = ClockField(around, "task_due", _("By when, if there is a time"), self)
        self.due.setPlaceholderText(_("by 13:40"))
        self.due.setFixedWidth(round(92 * around.percent / 100))
        self.due.setStyleSheet("padding: 0 8px;")
        self._refusal = WordsLabel(around, Role.SMALL, around.theme.text, "task_refusal", wrap=True, parent=self)
        self._refusal.hide()
        self.add_button = Button(_("Add"), ButtonKind.NEXT, "task_add", self)
        self.add_button.clicked.connect(self.add)
        self._lay_out()
        for field in (self.title, self.due, self.owner):
            field.installEventFilter(self)
        self.title.textChanged.connect(lambda _words: self._remember())
        self.due.textChanged.connect(lambda _words: self._remember())
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.owner, 1)
        row.addWidget(self.due)
        row.addWidget(self.add_button)
        column.addLayout(row)
        column.addWidget(self._refusal)

    def show_scene(self, scene: Scene) -> None:
        """Offer the people of the house; another problem brings its own unfinished task back."""
        people = tuple((person.person_id, person.name) for person in scene.people)
        if people != self._people or self.owner.count() == 0:
            self._people = people
            self.owner.clear()
            for person_id, name in people:
                self.owner.addItem(name, person_id)
            self.owner.setVisible(bool(people))
            self._choose(scene.acting)
        incident_id = scene.incident.incident_id
        if incident_id != self._incident_id:
            self._keep_now()
            self._incident_id = None
            self._empty()
            self.hide()
            self._incident_id = incident_id
            self._choose(scene.acting)
            self._keeper(incident_id).load(partial(self._on_draft, incident_id))

    def open(self) -> None:
        """Show it with the keyboard in its field."""
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add the task, or say why not; the words stay."""
        bridge = self._around.bridge
        if self._incident_id is None:
            return
        try:
            due = self.due.moment(bridge.now(), bridge.house.zone, last=False)
        except KnownError as error:
            self._refuse(error)
            return
        make = partial(
            AddTask, incident_id=self._incident_id, title=self.title.text(), owner=self.owner.currentData(), due=due
        )
        added = partial(self._on_added, self._incident_id)
        self._acts.do(make, owner=self, then=added, refused=self._refuse, command_id=self._command_id)

    def _on_added(self, incident_id: IncidentId, outcome: Outcome) -> None:
        self._keeper(incident_id).drop()
        if outcome.command_id != self._command_id:
            return
        self._empty()
        self.hide()
        self.closed.emit()

    def _empty(self) -> None:
        """Begin a task anew: an act of its own."""
        self._command_id = CommandId(new_id())
        for field in (self.title, self.due):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self._refusal.hide()

    def _on_draft(self, incident_id: IncidentId, draft: Draft | None) -> None:
        """Bring an unfinished task back; one that was added already is forgotten."""
        if draft is None or incident_id != self._incident_id or self.title.text():
            return
        command_id = CommandId(str(draft.choices.get("command_id") or new_id()))

        def decided(done_at: datetime | None) -> None:
            if done_at is not None:
                self._keeper(incident_id).drop()
            elif incident_id == self._incident_id and not self.title.text():
                self._command_id = command_id
                self.due.setText(str(draft.choices.get("due") or ""))
                self.title.setText(draft.text)
                self.show()

        self._around.bridge.was_done(command_id, decided, self)

    def _refuse(self, error: KnownError) -> None:
        self._refusal.show_words(error.say)
        self._refusal.show()
        self.title.setFocus()

    def _choose(self, person_id: PersonId | None) -> None:
        at = self.owner.findData(person_id)
        if at >= 0:
            self.owner.setCurrentIndex(at)

    def _remember(self) -> None:
        if self._incident_id is not None:
            choices = {"command_id": self._command_id, "due": self.due.text()}
            self._keeper(self._incident_id).typed(self.title.text(), choices)

    def _keep_now(self) -> None:
        if self._incident_id is not None:
            self._keeper(self._incident_id).keep_now()

    def _keeper(self, incident_id: IncidentId) -> DraftKeeper:
        found = self._keepers.get(incident_id)
        if found is None:
            found = self._keepers[incident_id] = DraftKeeper(self._around.bridge, f"task:{incident_id}", self)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter, close on Esc, keep the draft when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self._keep_now()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is not self.owner:
                self.add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.closed.emit()
                return True
        return False
