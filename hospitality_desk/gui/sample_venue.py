"""The sample venue in the window: loaded, left, and brought back, with the house closed meanwhile and opened again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from hospitality_desk.domain.staff import Role
from hospitality_desk.domain.text import folded
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.dresser import Dresser
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.opening import Opening
from hospitality_desk.gui.rebuild import build_anew
from hospitality_desk.gui.waiting_panel import WaitingPanel
from hospitality_desk.gui.widgets.overlay import Overlay
from hospitality_desk.words import _

FIRST_TO_ACT = "Carlo"
"""Who acts in the sample venue while nobody has said who they are: its stories are told by him most of all."""
Answer = TypeVar("Answer")


class SampleVenue(QObject):
    """Changes one house for the other, one change at a time. Words in drafts stay in the station's file."""

    def __init__(self, app: QApplication, window: MainWindow, opening: Opening, dresser: Dresser) -> None:
        super().__init__(window)
        self.setObjectName("sample_venue")
        self._app, self._window, self._opening, self._dresser = app, window, opening, dresser
        self.is_busy = False
        self._needs_somebody = False
        self._waiting: Overlay | None = None
        self._go: Callable[[], None] | None = None
        self._aside: Path | None = None
        # From the event loop, not from inside the screen that asked: its screens are taken down.
        queued = Qt.ConnectionType.QueuedConnection
        window.sample_asked.connect(self.load, queued)
        window.sample_left_asked.connect(self.leave, queued)
        window.around.bridge.rested.connect(self._on_rested, queued)
        window.around.bridge.opened.connect(self._on_opened)
        self._acting = window.around.acting
        self._acting.changed.connect(self._on_acting)

    def load(self) -> None:
        """Put the sample venue in the place of a house in which nothing was done yet."""
        self._change(_("Loading the sample venue…"), self._load, self._on_loaded)

    def leave(self) -> None:
        """Put the house from before in the place of the sample venue, which can be brought back for a moment."""
        self._change(_("Leaving the sample venue…"), self._leave, self._on_left)

    def bring_back(self, aside: Path) -> None:
        """Put the sample venue back where it was."""
        self._change(_("Bringing the sample venue back…"), partial(self._bring_back, aside), self._on_loaded)

    def _change(self, words: str, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Do it once nothing is under way in the house before: it would be told of a house that is gone."""
        bridge = self._window.around.bridge
        if self.is_busy or not bridge.is_open:
            return
        self.is_busy = True
        self._dresser.rest(True)
        self._go = partial(self._change_now, words, work, done)
        if bridge.is_acting:
            self._wait_under(words)
        else:
            self._on_rested()

    def _on_rested(self) -> None:
        if self._go is not None and not self._window.around.bridge.is_acting:
            go, self._go = self._go, None
            go()

    def _change_now(self, words: str, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Do it with no desk open and no screen of the house before: what would they ask?"""
        around = self._window.around
        before = self._window.findChild(Navigation, "navigation")
        if isinstance(before, Navigation):
            before.keep_drafts()
        around.acting.forget()
        around.bridge.change_house(work, self._opening.open_desk, partial(self._on_answer, done), self._on_not_open)
        build_anew(self._app, self._window, around, other_house=True)
        self._wait_under(words)

    def _wait_under(self, words: str) -> None:
        around = self._window.around
        self._waiting = Overlay(self._window, WaitingPanel(around, words), around, "waiting_overlay", width=420)
        self._waiting.open_over()

    def _on_answer(self, done: Callable[[Answer], None], answer: Answer | KnownError) -> None:
        self._end()
        if isinstance(answer, KnownError):
            self._window.notices.toast(answer.say)
        else:
            done(answer)

    def _on_not_open(self, error: KnownError) -> None:
        self._end()
        self._window.show_trouble(error.say)

    def _end(self) -> None:
        self.is_busy = False
        self._dresser.rest(False)
        if self._waiting is not None:
            self._waiting.close_over()
            self._waiting.deleteLater()
            self._waiting = None

    # On the writing lane, with no desk open. The loader brings the store's libraries: it is read in there.

    def _load(self) -> object:
        from hospitality_desk.desk.sample import load_sample  # on the writing lane

        return load_sample(self._opening.address(), over_untouched=True)

    def _leave(self) -> Path:
        from hospitality_desk.desk.sample import leave_sample  # on the writing lane

        return leave_sample(self._opening.address())

    def _bring_back(self, aside: Path) -> None:
        from hospitality_desk.desk.sample import bring_back_sample  # on the writing lane

        bring_back_sample(self._opening.address(), aside)

    def _on_loaded(self, _counts: object) -> None:
        self._needs_somebody = True

    def _on_left(self, aside: Path) -> None:
        self._aside = aside

    def _on_opened(self) -> None:
        """Offer the way back once the empty house is open: it may take somebody to try again."""
        aside, self._aside = self._aside, None
        if aside is not None:
            self._window.notices.toast(_("The sample venue is gone."), partial(self.bring_back, aside))

    def _on_acting(self) -> None:
        """Let somebody act in the sample venue as soon as it is known who is there."""
        who = self._acting
        if not self._needs_somebody or not who.people:
            return
        self._needs_somebody = False
        if who.person is None:
            named = [person for person in who.people if folded(person.name) == folded(FIRST_TO_ACT)]
            hosts = [person for person in who.people if person.role == Role.HOST]
            who.act_as((named or hosts or list(who.people))[0].person_id)
