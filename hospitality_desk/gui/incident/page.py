"""One problem: where and who, what happened, what is to be done, and the next word to the guest."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.incidents import RestoreIncident
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.staff import Permission
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.form_opener import FormOpener
from hospitality_desk.gui.incident.incident_forms import IncidentForms
from hospitality_desk.gui.incident.menus import PromiseActs
from hospitality_desk.gui.incident.note_forms import NoteForms
from hospitality_desk.gui.incident.note_moves import NoteMoves
from hospitality_desk.gui.incident.page_menus import PageMenus
from hospitality_desk.gui.incident.page_parts import PageParts
from hospitality_desk.gui.incident.scene import PageRead, Scene, read_page
from hospitality_desk.gui.incident.settling import Settling
from hospitality_desk.gui.incident.task_menus import TaskMenus
from hospitality_desk.gui.incident.timeline_place import TimelinePlace
from hospitality_desk.gui.one_act import OneAct

TICK = 15_000
"""Milliseconds between two looks at the clock: at every quarter of a minute, as the Floor's."""
_BEHIND = 20
"""Milliseconds after the quarter: the minute has turned for sure."""


class IncidentPage(PageParts):
    """Shows one problem and acts on it; it asks again by itself whenever that problem changes anywhere."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._incident_id: IncidentId | None = None
        self._read: PageRead | None = None
        self._scene: Scene | None = None
        self._when_shown: Callable[[], None] | None = None
        self._unanswered = False
        self._place: TimelinePlace | None = None
        self._once = OneAct()
        self.forms = FormOpener(around, self.acts, self)
        self.incident_forms = IncidentForms(self.forms)
        self.note_forms = NoteForms(around, self.forms, self)
        self._make_menus()
        self._connect()

    def _make_menus(self) -> None:
        around = self._around
        self.settling = Settling(
            around, self, self.settle_panel, self.forms, self.note_forms, composer=self.composer, tasks=self.tasks
        )
        self.menus = PageMenus(
            self,
            self.acts,
            self.incident_forms,
            self.note_forms,
            self.happened.view,
            tell=self.composer.tell,
            promise=PromiseActs(
                keep=self.composer.keep,
                move=self.composer.promise,
                tell=self.composer.tell,
                promise=self.composer.promise,
            ),
            moves=NoteMoves(around, self, self.forms),
            verdict=partial(self.settling.open, later=True),
            story=self.story_asked.emit,
        )
        self.task_menus = TaskMenus(self, self.forms, self.tasks)
        self._clock = QTimer(self)
        self._clock.setObjectName("page_clock")
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._on_tick)

    def _connect(self) -> None:
        self._around.bridge.changed.connect(self._on_changed)
        self._around.acting.changed.connect(self.look_again)
        self.header.edit_asked.connect(self.menus.edit)
        self.header.have_it_asked.connect(self.menus.have_it)
        self.header.settle_asked.connect(self.settle)
        self.header.reopen_asked.connect(self._reopen)
        self.header.menu_asked.connect(self.menus.of_incident)
        self.header.back_asked.connect(self.back_asked)
        self.not_here.back_asked.connect(self.back_asked)
        self.happened.happened_asked.connect(partial(self.menus.edit, "happened"))
        self.strip.told_asked.connect(self.tell)
        self.strip.keep_back_asked.connect(partial(self.menus.keep_back, self.strip.keep_back))
        self.happened.view.menu_asked.connect(self.menus.of_note)
        self.composer.when_asked.connect(self._ask_when)
        self.tasks.costs.asked.connect(self._write_cost)
        self.composer.left.connect(self.happened.view.setFocus)
        self.not_here.bring_back_asked.connect(self._bring_back)
        self.not_here.again_asked.connect(self._ask)

    def show_incident(self, incident_id: IncidentId) -> None:
        """Show this problem; its own draft comes back into the composer.

        Until it is read nothing is shown: what is typed or tapped must not go to the problem before.
        """
        if incident_id != self._incident_id:
            self._leave()
            self._incident_id = incident_id
            self.not_here.show_waiting()
            self.show_whole(False)
        self._ask()
        self._wind_up()

    def _wind_up(self) -> None:
        """Wait for the next quarter of a minute."""
        into_the_minute = round(self._around.bridge.now().timestamp() * 1_000) % 60_000
        self._clock.start(TICK - into_the_minute % TICK + _BEHIND)

    def clear(self) -> None:
        """Show no problem; what was typed is kept."""
        self._leave()
        self._clock.stop()
        self.not_here.show_nothing()
        self.show_whole(False)

    def _leave(self) -> None:
        self.keep_drafts()
        self.forms.close()
        self.settling.close()
        self._incident_id = self._read = None
        self._forget_scene()
        self._when_shown, self._unanswered, self._place = None, False, None

    @property
    def incident_id(self) -> IncidentId | None:
        """Return the problem that is shown."""
        return self._incident_id

    @property
    def scene(self) -> Scene | None:
        """Return what is shown, once it was read."""
        return self._scene

    def tell(self) -> None:
        """Open the composer as Told guest, with everything untold ticked."""
        self._once_shown(self.composer.tell)

    def write(self) -> None:
        """Go to the line: what is typed now is the first note."""
        self._once_shown(self.composer.field.setFocus)

    def _once_shown(self, act: Callable[[], None]) -> None:
        if self._scene is None:
            self._when_shown = act
        else:
            act()

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind of note and go to the field."""
        if self._scene is not None:
            self.composer.choose_kind(kind)

    def settle(self) -> None:
        """Ask how it ended, in a panel over the window."""
        if self._scene is not None and self._scene.is_open:
            self.settling.open(later=False)

    def no_answer(self) -> None:
        """Log a try that nobody answered: of the task that has the keyboard, else of the one that is due first."""
        self.tasks.tries.no_answer()

    def reached(self) -> None:
        """Ask what they said, of the same task."""
        if self.tasks.tries.cards:
            self.tabs.show_tasks()
            self.tasks.tries.reached()

    def keep_drafts(self) -> None:
        """Write down what is typed and not kept yet: the window closes, or is ended."""
        self.composer.keep_now()
        self.tasks.tries.keep_now()
        self.forms.keep_drafts()

    def look_again(self) -> None:
        """Show the same problem for this moment: clocks, promises and what is untold move on."""
        if self._read is None or not self._around.bridge.is_open:
            return
        self._show(self._read, fresh=False)

    def _ask(self) -> None:
        if self._incident_id is not None:
            incident_id = self._incident_id
            read, refused = partial(self._on_read, incident_id), partial(self._on_no_answer, incident_id)
            self._around.bridge.try_ask(read_page, read, refused, self, "incident", incident_id)

    def _on_no_answer(self, incident_id: IncidentId, error: KnownError) -> None:
        """Say it, once; the next tick asks again."""
        if incident_id != self._incident_id:
            return
        if self._scene is None:
            self.not_here.show_no_answer(error.say)
        elif not self._unanswered:
            self._around.bridge.said.emit(error.say)
        self._unanswered = True

    def _on_tick(self) -> None:
        if not self._around.bridge.is_open:
            return
        self._wind_up()
        if self._unanswered:
            self._ask()
        before, read = self._scene, self._read
        if before is None or read is None:
            return
        scene = self._scene_of(read)
        if scene.looks_like(before):
            self._take(scene)
            self.header.clock.show_scene(scene)
            self.happened.show_now(scene)
            self.tasks.show_now(scene)
        else:
            self._show(read, fresh=False)

    def _on_changed(self, changes: Changes) -> None:
        if self._incident_id in changes.incidents or changes.people or changes.stories:
            self._ask()

    def _on_read(self, incident_id: IncidentId, read: PageRead | None) -> None:
        if incident_id != self._incident_id:
            return
        self._read, self._unanswered = read, False
        if read is None:
            self._forget_scene()
            self.not_here.show_unknown()
            self.show_whole(False)
            return
        self._show(read, fresh=self._scene is None)

    def _forget_scene(self) -> None:
        self._scene = self.menus.scene = self.settling.scene = None

    def _show(self, read: PageRead, *, fresh: bool) -> None:
        scene = self._scene_of(read)
        self._take(scene)
        withdrawn = scene.incident.status == Status.WITHDRAWN
        if withdrawn:
            self.not_here.show_withdrawn(scene)
        self.show_whole(not withdrawn)
        self.header.show_scene(scene)
        self.strip.show_scene(scene)
        self.happened.show_scene(scene, fresh=fresh)
        self.tasks.show_scene(scene)
        self.tabs.show_scene(scene)
        self.composer.show_scene(scene, fresh=fresh)
        self.settling.show_scene(scene)
        place, self._place = self._place, None
        if place is not None:
            self.happened.go_to(place)
        act, self._when_shown = self._when_shown, None
        if act is not None:
            act()

    def _scene_of(self, read: PageRead) -> Scene:
        bridge = self._around.bridge
        return Scene(
            incident=read.incident,
            names=read.names,
            people=read.people,
            now=bridge.now(),
            zone=bridge.house.zone,
            currency=bridge.house.currency,
            acting=self._around.acting.person_id,
            stories=read.stories,
            may_draw=self._around.acting.may(Permission.DRAW_STORIES),
            out=read.out,
        )

    def _take(self, scene: Scene) -> None:
        """Let everybody act on this moment; nothing is painted."""
        self._scene = self.menus.scene = self.settling.scene = scene
        self.composer.scene = scene
        self.tasks.take(scene)

    def timeline_position(self) -> TimelinePlace:
        """Return where somebody is in the timeline: for `restore_position` of the page that takes this one's place."""
        return self.happened.place()

    def restore_position(self, place: TimelinePlace) -> None:
        """Go there, at once or as soon as the problem is shown."""
        if self._scene is None:
            self._place = place
        else:
            self.happened.go_to(place)

    def _ask_when(self, happened: datetime | None, at: QRect) -> None:
        self.note_forms.note_happened(happened, at, self.composer.set_happened)

    def _write_cost(self, n: int) -> None:
        """Put what an errand cost into the composer."""
        scene = self._scene
        if scene is not None:
            task = scene.incident.tasks[n - 1]
            self.composer.cost(" ".join(task.title.split()), scene.money(task.spent or 0))

    def _reopen(self) -> None:
        scene = self._scene
        if scene is not None:
            button = self.header.reopen
            self.incident_forms.reopen(scene, QRect(button.mapTo(self.window(), QPoint(0, 0)), button.size()))

    def _bring_back(self) -> None:
        scene = self._scene
        if scene is not None:
            incident_id, seen = scene.incident.incident_id, scene.incident.last_seq
            act = self._once.id_for((incident_id, seen))
            self.acts.do(partial(RestoreIncident, incident_id=incident_id), owner=self, command_id=act)
