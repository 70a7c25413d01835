"""What an errand cost, as one tap that writes it into the composer: a person still adds it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.tasks import Task
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.words import _


def unwritten_costs(scene: Scene) -> tuple[Task, ...]:
    """Return the errands whose cash came back short and of which no Cost of that sum was noted since."""
    written = [
        (note.recorded_at, note.amount) for note in scene.incident.notes if note.counts and note.kind == EntryKind.COST
    ]
    found = []
    for task in scene.incident.tasks:
        since = task.ended_at
        if scene.is_open and task.spent and task.spent > 0 and since is not None:
            match = next((each for each in written if each[0] >= since and each[1] == task.spent), None)
            if match is None:
                found.append(task)
            else:
                written.remove(match)
    return tuple(found)


class CostOffers(QWidget):
    """Each stands until a Cost of its sum is noted, at every stand; it never posts one by itself."""

    asked = Signal(int)
    """A task's number: write what it cost."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cost_offers")
        self._around = around
        self._shown: object = None
        self._buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(8)
        self.hide()

    def show_scene(self, scene: Scene) -> None:
        """Offer what is not written yet."""
        costs = unwritten_costs(scene)
        shown = (scene.incident.incident_id, tuple((task.n, task.spent) for task in costs))
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for task in costs:
            words = _("Write the cost: {sum}").format(sum=scene.money(task.spent or 0))
            button = Button(words, ButtonKind.NEXT, f"write_cost_{task.n}", self)
            button.setFont(self._around.font(Role.BODY))
            button.clicked.connect(lambda _on=False, n=task.n: self.asked.emit(n))
            self._column.addWidget(button)
            self._buttons.append(button)
        self.setVisible(bool(costs))
