"""Who has a task: a box whose letters choose a person and are no keys of the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.words import _

_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class OwnerBox(QComboBox):
    """Offers the people of the house; who was chosen stays chosen while others come and go."""

    def __init__(self, around: Around, parent: QWidget, *, name: str = "task_owner", spoken: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(around.font(Role.BODY))
        self.setAccessibleName(spoken or _("Who has it"))
        self.view().setAccessibleName(spoken or _("Who has it"))
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self._was_chosen = False
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self._was_chosen = True

    def start(self) -> None:
        """Forget who was chosen: it is another problem's task."""
        self._was_chosen = False

    def offer(self, people: tuple[tuple[PersonId, str], ...], otherwise: PersonId | None) -> None:
        """Offer these people; `otherwise` is chosen when nobody was, or who was is not here any more."""
        if people == self._people and self.count():
            if not self._was_chosen:
                self.choose(otherwise)
            return
        before = self.currentData() if self._was_chosen else None
        self._people = people
        self.clear()
        for person_id, name in people:
            self.addItem(name, person_id)
        self.setVisible(bool(people))
        self.choose(otherwise)
        self.choose(before)

    def keep(self, person_id: PersonId) -> None:
        """Choose this person as somebody did: a draft brings the choice back."""
        self.choose(person_id)
        self._was_chosen = True

    def choose(self, person_id: PersonId | None) -> None:
        """Choose this person, if offered."""
        at = self.findData(person_id) if person_id is not None else -1
        if at >= 0:
            self.setCurrentIndex(at)

    def event(self, event: QEvent) -> bool:
        """Keep letters and digits: they look for a name here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            words = event.text()
            if words and words.isprintable() and not event.modifiers() & ~_TYPING:
                event.accept()
                return True
        return super().event(event)
