"""What can be done to a task with one tap: done, dropped, taken, offered, not now, seen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.tasks import DeclineTask, DropTask, FinishTask, OfferTask, SeeTask, TakeTask
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome


class TaskActs(QObject):
    """Acts on the scene it was given last, once however quickly a key comes again: until the page shows what came."""

    def __init__(self, around: Around, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._acts = around, acts
        self.scene: Scene | None = None
        self._under_way: set[object] = set()
        self._once: dict[tuple[type, int], OneAct] = {}

    def finish(self, n: int) -> None:
        """Report a task done."""
        self._do(FinishTask, n, _("Done: {title}").format(title=self._title(n)))  # a finished task has no way back

    def drop(self, n: int) -> None:
        """Drop a task: it need not be done any more."""
        self._do(DropTask, n, _("Dropped: {title}").format(title=self._title(n)))

    def take_over(self, n: int) -> None:
        """Take a task over from whoever has it; it shows by itself."""
        self._do(TakeTask, n)

    def decline(self, n: int) -> None:
        """Say not now, or take an offer of one's own back."""
        self._do(DeclineTask, n)

    def see(self, n: int) -> None:
        """Note that an offer was seen; that it could not be noted is nothing anybody waits for."""
        self._do(SeeTask, n, quietly=True)

    def offer(self, n: int, to: PersonId) -> None:
        """Offer a task to a colleague who is in; its owner may take that back."""
        scene = self.scene
        if scene is None:
            return
        back = None
        if scene.incident.tasks[n - 1].owner == scene.acting:
            back = partial(DeclineTask, incident_id=scene.incident.incident_id, task=n)
        words = _("Offered to {name}: {title}").format(name=scene.name(to), title=self._title(n))
        self._do(OfferTask, n, words, back, fields={"to": to})

    def _title(self, n: int) -> str:
        return "" if self.scene is None else " ".join(self.scene.incident.tasks[n - 1].title.split())

    def _do(
        self, step: Callable[..., Command], n: int, words: str = "", back: Callable[..., Command] | None = None, *,
        fields: dict[str, PersonId] | None = None, quietly: bool = False,
    ) -> None:  # fmt: skip
        scene = self.scene
        if scene is None:
            return
        incident = scene.incident
        what = (step, incident.incident_id, n, incident.last_seq, scene.acting, *(fields or {}).values())
        if what in self._under_way:
            return
        self._under_way.add(what)
        assert isinstance(step, type)
        act = self._once.setdefault((step, n), OneAct()).id_for(what)

        def refused(error: KnownError) -> None:
            self._under_way.discard(what)
            if not quietly:
                self._around.bridge.said.emit(error.say)

        def done(outcome: "Outcome") -> None:
            self._under_way.discard(what)
            if words and not outcome.was_done_before:
                undo = self._acts.undo_with(back) if back is not None else None
                self._acts.toast.emit(words, undo)

        make = partial(step, incident_id=incident.incident_id, task=n, **(fields or {}))
        self._acts.do(make, owner=self, command_id=act, then=done, refused=refused)
