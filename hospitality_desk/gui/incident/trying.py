"""Logs tries, says so, and takes them back."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from hospitality_desk.commands.timeline import WithdrawNote
from hospitality_desk.commands.tries import LogTry, TakeTryBack
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.tasks import Task, TryOutcome
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.try_words import outcome_name
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome

_ONE_TAP = timedelta(seconds=2)
"""Nobody tries again that soon: a second tap within it is the first."""


class Trying(QObject):
    """Acts on the scene it was given last. Each try is said in a toast, whose Undo takes that try back and no other."""

    def __init__(self, around: Around, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._acts = around, acts
        self._once: dict[tuple[int, TryOutcome], OneAct] = {}
        self.scene: Scene | None = None

    def log(
        self, n: int, outcome: TryOutcome, said: str = "", *, logged: Callable[[], None] | None = None,
        refused: Callable[[KnownError], None] | None = None,
    ) -> None:  # fmt: skip
        """Log a try at task `n`; with `said` what they answered goes on the timeline as Heard."""
        scene = self.scene
        if scene is None or not 0 < n <= len(scene.incident.tasks):
            return
        task, incident_id = scene.incident.tasks[n - 1], scene.incident.incident_id
        if self._is_the_same_tap(task, outcome, scene):
            return
        what = (incident_id, scene.incident.last_seq, scene.acting, said)
        act = self._once.setdefault((n, outcome), OneAct()).id_for(what)

        def done(came: "Outcome") -> None:
            if logged is not None:
                logged()
            if not came.was_done_before:
                note = came.answer.get("entry")
                back = self._way_back(incident_id, task, note if isinstance(note, int) else None)
                self._acts.toast.emit(self._words(task, outcome, scene), back)

        make = partial(LogTry, incident_id=incident_id, task=n, outcome=outcome, said=said.strip() or None)
        self._acts.do(make, owner=self, then=done, refused=refused, command_id=act)

    def _is_the_same_tap(self, task: Task, outcome: TryOutcome, scene: Scene) -> bool:
        last = task.attempts[-1] if task.attempts else None
        now = self._around.bridge.now()
        return last is not None and (last.outcome, last.by) == (outcome, scene.acting) and now - last.at < _ONE_TAP

    def _words(self, task: Task, outcome: TryOutcome, scene: Scene) -> str:
        came, title = outcome_name(outcome), " ".join(task.title.split())
        rule, now = task.rule, self._around.bridge.now()
        if outcome == TryOutcome.ANSWERED or rule is None:
            return _("{outcome}: {title}").format(outcome=came, title=title)
        is_last = rule.until_count is not None and len(task.attempts) + 1 >= rule.until_count
        if is_last or (rule.until_time is not None and rule.until_time <= now):
            return _("{outcome}. That was the last try: {title}").format(outcome=came, title=title)
        time = scene.time(now + timedelta(minutes=rule.every))
        return _("{outcome}. Next try {time}: {title}").format(outcome=came, time=time, title=title)

    def _way_back(self, incident_id: IncidentId, task: Task, note: int | None) -> Callable[[], None]:
        backs = [self._acts.undo_with(partial(TakeTryBack, incident_id=incident_id, task=task.n))]
        if note is not None:
            heard = partial(WithdrawNote, incident_id=incident_id, note=note, reason=_("Added by mistake"))
            backs.append(self._acts.undo_with(heard))
        bridge, tries = self._around.bridge, len(task.attempts) + 1

        def undo() -> None:
            scene = self.scene if isValid(self) else None
            is_shown = scene is not None and scene.incident.incident_id == incident_id
            if scene is not None and is_shown and len(scene.incident.tasks[task.n - 1].attempts) > tries:
                bridge.said.emit(_("There is a later try. Nothing was taken back."))
                return
            for back in backs:
                back()

        return undo
