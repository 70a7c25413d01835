"""The tasks that are offered to whoever acts, each as a card above everything else in the pane."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hospitality_desk.domain.tasks import Task, TaskState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.offer_card import OfferCard
from hospitality_desk.gui.incident.scene import Scene

SEEN_AFTER = 2_000
"""Milliseconds an offer is shown before it counts as seen."""


def offered_tasks(scene: Scene) -> tuple[Task, ...]:
    """Return the tasks that wait for the acting person's yes; none of a problem that is not open."""
    if scene.acting is None or not scene.is_open:
        return ()
    asked = [each for each in scene.incident.tasks if each.state == TaskState.OFFERED]
    return tuple(task for task in asked if task.offered_to == scene.acting)


class OfferCards(QWidget):
    """Hidden where nothing is offered. An offer that was before somebody's eyes for two seconds is seen."""

    taken = Signal(int)
    declined = Signal(int)
    seen = Signal(int)
    left = Signal()
    """The last card went, and the keyboard was on it."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offer_cards")
        self._around = around
        self.cards: list[OfferCard] = []
        self._shown: object = None
        self._unseen: tuple[int, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(8)
        self._eyes = QTimer(self)
        self._eyes.setObjectName("offer_is_seen")
        self._eyes.setSingleShot(True)
        self._eyes.setInterval(SEEN_AFTER)
        self._eyes.timeout.connect(self._on_seen)
        self.hide()

    def show_scene(self, scene: Scene) -> None:
        """Show what is offered to whoever acts now."""
        offered = offered_tasks(scene)
        shown = (scene.incident.incident_id, scene.acting, tuple(task.n for task in offered))
        if shown != self._shown:
            self._shown = shown
            self._make(offered)
        for card, task in zip(self.cards, offered, strict=True):
            card.show_task(task, scene)
        unseen = tuple(task.n for task in offered if not task.seen)
        is_new, self._unseen = unseen != self._unseen, unseen
        self.setVisible(bool(offered))
        if is_new:
            self._look()

    def _make(self, offered: tuple[Task, ...]) -> None:
        here = QApplication.focusWidget()
        had_keyboard = here is not None and self.isAncestorOf(here)
        self._unseen = ()
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for task in offered:
            card = OfferCard(self._around, task.n, self)
            card.taken.connect(self.taken)
            card.declined.connect(self.declined)
            self._column.addWidget(card)
            card.show()
            self.cards.append(card)
        if had_keyboard and self.cards:
            self.cards[0].take.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_keyboard:
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Count from now: it is before somebody's eyes."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it any more."""
        super().hideEvent(event)
        self._eyes.stop()

    def _look(self) -> None:
        if self._unseen and self.isVisible():
            self._eyes.start()

    def _on_seen(self) -> None:
        if self.isVisible() and not self.window().isMinimized():
            for n in self._unseen:
                self.seen.emit(n)
