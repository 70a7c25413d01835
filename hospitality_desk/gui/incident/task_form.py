"""A task typed in place: what is to be done, who has it, by when."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hospitality_desk.commands.tasks import AddTask
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.ids import CommandId, IncidentId, PersonId
from hospitality_desk.domain.text import LONGEST
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.clock_field import ClockField
from hospitality_desk.gui.incident.draft_trouble import DraftTrouble
from hospitality_desk.gui.incident.owner_box import OwnerBox
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.task_draft import TaskDraft, put_behind, read_task_draft, take_out
from hospitality_desk.gui.incident.task_keepers import TaskKeepers, draft_name
from hospitality_desk.gui.incident.task_more import TaskMore
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.words_label import WordsLabel
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
        self._draft = TaskDraft()
        self._draft_is_here = False
        self._asked = 0
        self._scene: Scene | None = None
        self._known_out: PersonId | None = None
        """Whoever is known to be out and gets the task all the same."""
        self.title = QLineEdit(self)
        self.title.setObjectName("task_title")
        self.title.setFont(around.font(Role.BODY))
        self.title.setMaxLength(LONGEST)
        self.title.setPlaceholderText(_("What is to be done?"))
        self.title.setAccessibleName(_("What is to be done?"))
        self.owner = OwnerBox(around, self)
        self.due = ClockField(around, "task_due", _("By when, if there is a time"), self)
        self.due.setPlaceholderText(_("by 13:40"))
        self.due.setFixedWidth(round(92 * around.percent / 100))
        self.due.setStyleSheet("padding: 0 8px;")
        self._refusal = WordsLabel(around, Role.SMALL, around.theme.text, "task_refusal", wrap=True, parent=self)
        self._refusal.hide()
        self._trouble = DraftTrouble(around, "task_trouble", self)
        self._keepers = TaskKeepers(around.bridge, self, self._trouble.hide, self._trouble.show)
        self.more = TaskMore(around, self)
        self._all_the_same = Button(_("Give it all the same"), ButtonKind.OTHER, "task_all_the_same", self)
        self._all_the_same.clicked.connect(self._give_all_the_same)
        self._all_the_same.hide()
        self.add_button = Button(_("Add"), ButtonKind.NEXT, "task_add", self)
        self.add_button.clicked.connect(self.add)
        self._lay_out()
        for field in (self.title, self.due, self.owner, self.more.cover, *self.more.fields.values()):
            field.installEventFilter(self)
        self.more.edited.connect(self._remember)
        self.owner.activated.connect(self._all_the_same.hide)
        self.title.inputRejected.connect(self._say_cut)
        self.title.textChanged.connect(self._remember)
        self.due.textChanged.connect(self._remember)
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
        column.addWidget(self.more)
        column.addWidget(self._refusal)
        column.addWidget(self._all_the_same)
        column.addWidget(self._trouble)

    def show_scene(self, scene: Scene) -> None:
        """Offer the people of the house; another problem brings its own unfinished task back."""
        if scene.incident.incident_id != self._incident_id:
            self.owner.start()
        people = tuple((person.person_id, person.name) for person in scene.people)
        self.owner.offer(people, scene.acting)
        self.more.offer(people)
        self._scene = scene
        incident_id = scene.incident.incident_id
        if incident_id != self._incident_id:
            self._leave()
            self._incident_id, self._draft_is_here = incident_id, False
            self._fill(TaskDraft())
            self.hide()
            self.owner.choose(scene.acting)
            self._asked += 1
            self._keepers.of(incident_id).load(partial(self._on_draft, self._asked))

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
            more = self.more.command_fields(bridge.now(), bridge.house.zone, bridge.house.currency)
            self._check_is_in(more)
        except KnownError as error:
            self._refuse(error, take_keyboard=True)
            return
        incident_id, title = self._incident_id, self.title.text()
        self._draft = replace(self._draft, sent=self._draft.sent or title)
        self._remember()
        owner = self.owner.currentData()
        make = partial(
            AddTask, incident_id=incident_id, title=title, owner=owner, due=due,
            although_out=owner is not None and owner == self._known_out,
            **more,  # type: ignore[arg-type] # mypy cannot see which fields these are; the tests of the form do
        )  # fmt: skip
        command_id = self._draft.command_id
        added = partial(self._on_added, incident_id, title)
        refused = partial(self._on_refused, incident_id, command_id)
        self._acts.do(make, owner=self, then=added, refused=refused, command_id=command_id)

    def _check_is_in(self, more: dict[str, object]) -> None:
        """Raise Refused for somebody who is out of the house, and offer to give it to them all the same."""
        scene, owner = self._scene, self.owner.currentData()
        back_by = None if scene is None or owner is None else scene.out.get(owner)
        if scene is None or back_by is None or owner in (self._known_out, scene.acting) or "where" in more:
            return
        self._all_the_same.show()
        say = _("{name} is out until {time}. Give it to them all the same, or choose somebody else.")
        raise Refused(say.format(name=scene.name(owner), time=scene.when(back_by)))

    def _give_all_the_same(self) -> None:
        self._known_out = self.owner.currentData()
        self._all_the_same.hide()
        self.add()

    def _on_added(self, incident_id: IncidentId, sent: str, outcome: Outcome) -> None:
        """Make room for the next task; what was typed after Enter is that one already. Esc closes it."""
        saved = None if outcome.was_done_before else sent
        if incident_id != self._incident_id:
            bridge, name = self._around.bridge, draft_name(incident_id)
            at = bridge.now()
            bridge.note(lambda station: take_out(station, name, outcome.command_id, saved, at), self)
        elif outcome.command_id == self._draft.command_id:
            focus = QApplication.focusWidget()
            is_here = focus is not None and self.isAncestorOf(focus)
            self._take_out(saved)
            if is_here:  # stays open for the next task: letters typed on must not act as keys of the window
                self.open()

    def _take_out(self, saved: str | None) -> None:
        self._fill(self._draft.after(saved))
        self._remember()
        self._keep_now()
        if not self._draft.title:
            self.hide()

    def _fill(self, draft: TaskDraft) -> None:
        self._draft = draft
        for field, words in ((self.title, draft.title), (self.due, draft.due)):
            field.blockSignals(True)
            field.setText(words)
            field.blockSignals(False)
        self.more.put(draft.more)
        self._known_out = None
        self._refusal.hide()
        self._all_the_same.hide()

    def _on_draft(self, asked: int, kept: Draft | None) -> None:
        """Bring an unfinished task back; where the store cannot say, it was not added."""
        if asked != self._asked:
            return
        self._draft_is_here = True
        if kept is not None:
            draft = read_task_draft(kept.text, kept.choices)
            self._fill(draft.with_typed(self._draft))
            self.show()
            decided = partial(self._on_decided, draft.command_id)
            self._around.bridge.was_done(draft.command_id, decided, self, refused=lambda _error: None)
        if self.title.text():
            self._remember()

    def _on_decided(self, command_id: CommandId, done_at: datetime | None) -> None:
        """Forget a task that was added already."""
        if done_at is not None and command_id == self._draft.command_id:
            self._take_out(None)

    def _on_refused(self, incident_id: IncidentId, command_id: CommandId, error: KnownError) -> None:
        """Say why not where it was typed; the keyboard stays with whoever has it by now."""
        if command_id == self._draft.command_id and isinstance(error, Refused):
            self._draft = replace(self._draft, sent=None)  # the store did not take it, that is sure
            self._remember()
        if incident_id == self._incident_id and self.isVisible():
            focus = QApplication.focusWidget()
            self._refuse(error, take_keyboard=focus is not None and self.isAncestorOf(focus))
        else:
            self._around.bridge.said.emit(error.say)

    def _refuse(self, error: KnownError, *, take_keyboard: bool) -> None:
        self._refusal.show_words(error.say)
        self._refusal.show()
        if take_keyboard:
            self.title.setFocus()

    def _say_cut(self) -> None:
        """Say that a paste was too long to be kept whole."""
        words = _("The text was longer than we can keep; {kept:,} characters are kept.")
        self._refusal.show_words(words.format(kept=len(self.title.text())))
        self._refusal.show()

    def _remember(self) -> None:
        """Keep the draft; before the one on the disk was read there is nothing to put in its place."""
        self._draft = replace(self._draft, title=self.title.text(), due=self.due.text(), more=self.more.texts())
        if self._incident_id is not None and self._draft_is_here:
            self._keepers.of(self._incident_id).typed(self._draft.title, self._draft.choices())

    def _leave(self) -> None:
        if self._incident_id is None:
            return
        self._keep_now()
        if not self._draft_is_here and self._draft.title:
            bridge, name, typed = self._around.bridge, draft_name(self._incident_id), self._draft
            at = bridge.now()
            bridge.note(lambda station: put_behind(station, name, typed, at), self)
        self._keepers.let_go(self._incident_id)

    def _keep_now(self) -> None:
        if self._incident_id is not None:
            self._keepers.of(self._incident_id).keep_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter, close on Esc, keep the draft when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self._keep_now()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched not in (self.owner, self.more.cover):
                self.add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc also from its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
