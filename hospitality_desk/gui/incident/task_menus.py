"""What a task's dots open: its other ends, who else may have it, and the forms that ask for more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.tasks import AwaitOthers, DropTask, FinishTask, OfferTask
from hospitality_desk.domain.kind_guess import typed_amount
from hospitality_desk.domain.staff import Person
from hospitality_desk.domain.tasks import Task, TaskState
from hospitality_desk.errors import Refused
from hospitality_desk.gui.incident.field_editor import Field, FieldSort
from hospitality_desk.gui.incident.form_opener import FormOpener, Make, Texts
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.tasks_pane import TasksPane
from hospitality_desk.gui.incident.try_words import OTHER_OUTCOMES, outcome_name
from hospitality_desk.gui.widgets.menu import SEPARATOR, Choice, open_menu
from hospitality_desk.words import _


class TaskMenus(QObject):
    """Acts on the scene of the pane. Each form opens beside the dots, a rectangle of the window."""

    def __init__(self, page: QWidget, forms: FormOpener, pane: TasksPane) -> None:
        super().__init__(page)
        self._page, self._forms, self._pane = page, forms, pane
        pane.menu_asked.connect(self.open)
        pane.cash_asked.connect(self.ask_cash)

    def open(self, n: int, at: QRect) -> None:
        """Open the menu of a task."""
        scene = self._pane.scene
        if scene is None or not 0 < n <= len(scene.incident.tasks):
            return
        task = scene.incident.tasks[n - 1]
        choices = self._ends(task, scene)
        choices.append(Choice(_("Offer to…"), partial(self._offer, task, scene, at)))
        choices.append(Choice(_("Wait for somebody…"), partial(self._wait, task, scene, at)))
        choices.append(Choice(_("Drop…"), partial(self._drop, task, scene, at)))
        self._menu("task_menu", choices, at)

    def _ends(self, task: Task, scene: Scene) -> list[Choice]:
        """Return what takes one tap: the tries that have no button, done, and whose it is."""
        pane, n = self._pane, task.n
        choices = []
        if task.rule is not None:
            choices = [Choice(outcome_name(each), partial(pane.tries.trying.log, n, each)) for each in OTHER_OUTCOMES]
            choices.append(SEPARATOR)
        choices.append(Choice(_("Done"), partial(pane.finish, n)))
        if task.owner != scene.acting:
            choices.append(Choice(_("Take it"), partial(pane.acts.take_over, n)))
        elif task.state == TaskState.WAITING:
            choices.append(Choice(_("Go on with it"), partial(pane.acts.take_over, n)))
        if task.state == TaskState.OFFERED and task.offered_to == scene.acting:
            choices.append(Choice(_("Not now"), partial(pane.acts.decline, n)))
        elif task.state == TaskState.OFFERED and task.owner == scene.acting:
            choices.append(Choice(_("Take the offer back"), partial(pane.acts.decline, n)))
        return choices

    def _offer(self, task: Task, scene: Scene, at: QRect) -> None:
        """Offer people; who is out is asked about first."""
        choices = []
        for person in scene.people:
            if person.person_id == task.owner:
                continue
            back_by = scene.out.get(person.person_id)
            if back_by is None:
                act = partial(self._pane.acts.offer, task.n, person.person_id)
                choices.append(Choice(person.name, act))
            else:
                words = _("{name}, out till {time}").format(name=person.name, time=scene.when(back_by))
                choices.append(Choice(words, partial(self._offer_all_the_same, task, person, words, scene, at)))
        self._menu("offer_menu", choices or [Choice(_("Nobody else is here"), lambda: None)], at)

    def _offer_all_the_same(self, task: Task, person: Person, words: str, scene: Scene, at: QRect) -> None:
        make = partial(
            OfferTask, incident_id=scene.incident.incident_id, task=task.n, to=person.person_id, although_out=True
        )  # fmt: skip
        said = _("Offered to {name}: {title}").format(name=person.name, title=" ".join(task.title.split()))
        title = _("{who}. Offer it all the same?").format(who=words)
        self._forms.open(at, title, (), lambda _texts: make, save=_("Offer it"), width=300, done=said)

    def ask_cash(self, n: int) -> None:
        """Ask what came back of the cash, and report the errand done with it."""
        scene = self._pane.scene
        if scene is None:
            return
        task = scene.incident.tasks[n - 1]
        along = scene.money(task.errand.cash or 0) if task.errand is not None else ""
        fields = (Field(name="cash", caption=_("{sum} went along. How much came back?").format(sum=along), hint="0"),)

        def make(texts: Texts) -> partial[FinishTask]:
            cash = typed_amount(texts["cash"], scene.currency)
            if cash is None:
                raise Refused(_("Write how much came back, 0 for nothing."))
            return partial(FinishTask, incident_id=scene.incident.incident_id, task=n, cash_back=cash)

        title = " ".join(task.title.split())
        pane = self._pane
        at = QRect(pane.mapTo(self._page.window(), QPoint(0, 0)), QSize(pane.width(), 1))
        ask = _("Back from “{title}”?").format(title=title if len(title) <= 60 else title[:59] + "…")
        done = _("Done: {title}").format(title=title)
        self._open(task, scene, at, ask, fields, make, save=_("Done"), draft="cash", done=done)

    def _wait(self, task: Task, scene: Scene, at: QRect) -> None:
        """Ask who is waited for, and when to look again."""
        fields = (
            Field(name="who", caption=_("Who is it waiting for?"), hint=_("The taxi office")),
            Field(name="again", caption=_("Look again at"), sort=FieldSort.TIME),
        )

        def make(texts: Texts) -> partial[AwaitOthers]:
            again = self._forms.time(texts["again"], last=False)
            if again is None:
                raise Refused(_("Say when to look again, such as 13:30."))
            return partial(
                AwaitOthers, incident_id=scene.incident.incident_id, task=task.n, waiting_for=texts["who"],
                next_check=again,
            )  # fmt: skip

        self._open(task, scene, at, _("Wait for somebody?"), fields, make, save=_("Wait"), draft="wait")

    def _drop(self, task: Task, scene: Scene, at: QRect) -> None:
        """Ask why, which may be left empty."""
        fields = (Field(name="reason", caption=_("Why, if it helps"), hint=_("Not needed any more")),)

        def make(texts: Texts) -> partial[DropTask]:
            reason = texts["reason"].strip() or None
            return partial(DropTask, incident_id=scene.incident.incident_id, task=task.n, reason=reason)

        title = " ".join(task.title.split())
        ask = _("Drop “{title}”?").format(title=title if len(title) <= 60 else title[:59] + "…")
        done = _("Dropped: {title}").format(title=title)
        self._open(task, scene, at, ask, fields, make, save=_("Drop"), draft="drop", done=done)

    def _open(
        self, task: Task, scene: Scene, at: QRect, title: str, fields: tuple[Field, ...], make: Make, *, save: str,
        draft: str, done: str = "",
    ) -> None:  # fmt: skip
        name = f"task {draft}:{scene.incident.incident_id}:{task.n}"
        self._forms.open(at, title, fields, make, save=save, width=300, draft=name, done=done)

    def _menu(self, name: str, choices: list[Choice], at: QRect) -> None:
        place = self._page.window().mapToGlobal(QPoint(at.left(), at.bottom() + 2))
        open_menu(self._page, name, choices, place)
