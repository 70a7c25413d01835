"""The cards of the tasks that are tried again and again, the one to try next on top."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.tasks import TryOutcome
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.try_card import TryCard
from hospitality_desk.gui.incident.try_words import tried_tasks
from hospitality_desk.gui.incident.trying import Trying


class TryCards(QWidget):
    """X and R act on the card that has the keyboard, else on the first one."""

    done_asked = Signal(int)
    menu_asked = Signal(int, QRect)
    left = Signal()
    """The last card went, and the keyboard was on it."""

    def __init__(self, around: Around, acts: Acts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("try_cards")
        self._around = around
        self.trying = Trying(around, acts, self)
        self.cards: list[TryCard] = []
        self._incident_id: IncidentId | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(8)
        self.hide()

    def take(self, scene: Scene) -> None:
        """Act on this moment; nothing is painted."""
        self.trying.scene = scene

    def show_scene(self, scene: Scene) -> None:
        """Show a card for each; one that stays keeps its keyboard and what is typed in it."""
        self.take(scene)
        tasks = tried_tasks(scene)
        is_another = scene.incident.incident_id != self._incident_id
        self._incident_id = scene.incident.incident_id
        here = QApplication.focusWidget()
        lost_keyboard = False
        staying = {card.n: card for card in self.cards if not is_another}
        for card in self.cards:
            if is_another or card.n not in {task.n for task in tasks}:
                lost_keyboard |= here is not None and card.isAncestorOf(here)
                self._remove(card)
                staying.pop(card.n, None)
        self.cards = [staying.get(task.n) or self._made(self._incident_id, task.n) for task in tasks]
        for at, (card, task) in enumerate(zip(self.cards, tasks, strict=True)):
            if self._column.indexOf(card) != at:
                self._column.insertWidget(at, card)
            card.show_task(task, scene)
            card.show()
        self.setVisible(bool(tasks))
        if lost_keyboard and not is_another:
            self._give_keyboard()

    def show_now(self, scene: Scene) -> None:
        """Say how long it is until the next try; nothing else changed but the time."""
        for card in self.cards:
            card.show_now(scene.incident.tasks[card.n - 1], scene)

    def no_answer(self) -> None:
        """Log that nobody answered."""
        card = self._current()
        if card is not None:
            self.trying.log(card.n, TryOutcome.NO_ANSWER)

    def reached(self) -> None:
        """Ask what they said."""
        card = self._current()
        if card is not None:
            card.ask_what_they_said()

    def keep_now(self) -> None:
        """Write down what is typed and not kept yet."""
        for card in self.cards:
            card.form.keep_now()

    def _current(self) -> TryCard | None:
        here = QApplication.focusWidget()
        focused = next((card for card in self.cards if here is not None and card.isAncestorOf(here)), None)
        return focused or (self.cards[0] if self.cards else None)

    def _made(self, incident_id: IncidentId, n: int) -> TryCard:
        card = TryCard(self._around, incident_id, n, self)
        card.tried.connect(self.trying.log)
        card.reached.connect(partial(self._on_reached, card))
        card.done_asked.connect(self.done_asked)
        card.menu_asked.connect(self.menu_asked)
        return card

    def _on_reached(self, card: TryCard, n: int, said: str) -> None:
        form, bridge, name = card.form, self._around.bridge, card.form.name

        def logged() -> None:
            if isValid(form):
                form.forget()
            else:  # another problem is shown by now, and the words were put aside
                bridge.note(lambda station: station.drop_draft(name), bridge)

        def refused(error: KnownError) -> None:
            if isValid(form) and form.isVisible():
                form.say(error)
            else:
                bridge.said.emit(error.say)

        self.trying.log(n, TryOutcome.ANSWERED, said, logged=logged, refused=refused)

    def _remove(self, card: TryCard) -> None:
        card.form.let_go()
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _give_keyboard(self) -> None:
        if self.cards:
            self.cards[0].no_answer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()
