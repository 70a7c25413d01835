"""What somebody has agreed to do for this guest."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from hospitality_desk.commands.tasks import DropTask, FinishTask, TakeTask
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.task_form import TaskForm
from hospitality_desk.gui.incident.task_rows import task_rows
from hospitality_desk.gui.incident.tasks_view import TasksView
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.menu import Choice, open_menu
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import N_, _, ngettext

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome

WIDTH = 304
_STEP_WORDS = {FinishTask: N_("Done: {title}"), DropTask: N_("Dropped: {title}")}
"""What a toast says of a step; taking a task shows by itself."""


class TasksPane(QWidget):
    """Add, take, finish and drop tasks of the problem that is shown."""

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tasks_pane")
        self._around, self._acts = around, acts
        self.scene: Scene | None = None
        self._under_way: set[object] = set()
        self._once: dict[tuple[type, int], OneAct] = {}
        theme = around.theme
        self.heading = WordsLabel(around, Role.BODY_BOLD, theme.text, "tasks_heading")
        self.heading.show_words(_("Tasks"))
        self.count = ElidedLabel("tasks_count", around.font(Role.SMALL), theme.text3)
        self.plus = IconButton(around, "plus", _("Add a task"), "task_plus", theme.text, self)
        self.form = TaskForm(around, acts, self)
        self.view = TasksView(around, self)
        self.nothing = WordsLabel(around, Role.SMALL, theme.text3, "tasks_nothing", wrap=True)
        self.nothing.show_words(_("Nothing is waiting to be done. What somebody agrees to do appears here."))
        self._lay_out()
        self.plus.clicked.connect(self._toggle_form)
        self.view.done_asked.connect(self.finish)
        self.view.menu_asked.connect(self._open_menu)

    def _lay_out(self) -> None:
        px = self._px
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(self, px(15), 0, 0, 0))
        column.setSpacing(0)
        self._top = QWidget(self)
        self._top.setFixedHeight(px(44))
        self._row = QHBoxLayout(self._top)
        self._row.setContentsMargins(margins(self, 0, 0, px(4), 0))
        self._row.setSpacing(px(8))
        self._row.addWidget(self.heading)
        self._row.addWidget(self.count, 1)
        self._row.addWidget(self.plus)
        below = QVBoxLayout()
        below.setContentsMargins(margins(self, 0, 0, px(14), 0))
        below.setSpacing(0)
        below.addWidget(self.form)
        below.addWidget(self.nothing)
        below.addWidget(self.view, 1)
        self.view.setMinimumHeight(1)  # gives way before anything else does
        column.addWidget(self._top)
        column.addLayout(below, 1)
        self._edge_is_shown = self._plus_is_offered = True

    def stand_alone(self, alone: bool) -> None:
        """Stand under a tab that names it and takes `plus`, or beside what happened."""
        self._top.setVisible(not alone)
        if not alone:
            self._row.addWidget(self.plus)
        self._edge_is_shown = not alone
        self.update()

    def offer_plus(self, offered: bool) -> None:
        """Show the plus while tasks can be added, or never: another pane is shown."""
        self._plus_is_offered = offered
        self._show_plus()

    def _show_plus(self) -> None:
        self.plus.setVisible(self._plus_is_offered and (self.scene is None or self.scene.is_open))

    def show_scene(self, scene: Scene) -> None:
        """Show the tasks as they stand."""
        self.scene = scene
        rows = task_rows(scene)
        waiting = sum(row.is_open for row in rows)
        self.count.setText(ngettext("{n} open", "{n} open", waiting).format(n=waiting) if rows else "")
        self._show_plus()
        self.form.show_scene(scene)
        if not scene.is_open:
            self.form.hide()
        self.nothing.setVisible(not waiting and scene.is_open)
        self.view.show_rows(rows)

    def _toggle_form(self) -> None:
        if self.form.isVisible():
            self.form.hide()
        else:
            self.form.open()

    def finish(self, n: int) -> None:
        """Report a task done."""
        self._move(FinishTask, n)

    def drop(self, n: int) -> None:
        """Drop a task: it need not be done any more."""
        self._move(DropTask, n)

    def take(self, n: int) -> None:
        """Take a task over from whoever has it."""
        self._move(TakeTask, n)

    def _move(self, step: type[FinishTask] | type[DropTask] | type[TakeTask], n: int) -> None:
        """Do it once, however quickly the key comes again: until the page has shown what came of it."""
        scene = self.scene
        if scene is None:
            return
        incident = scene.incident
        what = (step, incident.incident_id, n, incident.last_seq, scene.acting)
        if what in self._under_way:
            return
        self._under_way.add(what)
        act = self._once.setdefault((step, n), OneAct()).id_for(what)

        def refused(error: KnownError) -> None:
            self._under_way.discard(what)
            self._around.bridge.said.emit(error.say)

        words = _STEP_WORDS.get(step)
        title = " ".join(incident.tasks[n - 1].title.split())

        def done(outcome: "Outcome") -> None:
            self._under_way.discard(what)
            if words is not None and not outcome.was_done_before:
                self._acts.toast.emit(_(words).format(title=title), None)  # a finished task has no way back

        make = partial(step, incident_id=incident.incident_id, task=n)
        self._acts.do(make, owner=self, command_id=act, then=done, refused=refused)

    def _open_menu(self, n: int, rect: QRect) -> None:
        scene = self.scene
        if scene is None:
            return
        choices = [Choice(_("Done"), lambda: self.finish(n))]
        if scene.incident.tasks[n - 1].owner != scene.acting:
            choices.append(Choice(_("Take it"), lambda: self.take(n)))
        choices.append(Choice(_("Drop"), lambda: self.drop(n)))
        open_menu(self, "task_menu", choices, self.view.mapToGlobal(QPoint(rect.left(), rect.bottom())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at its edge."""
        painter = QPainter(self)
        if not self._edge_is_shown:
            return
        edge = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(0, 0, 1, self.height()))
        painter.fillRect(edge, QColor(self._around.theme.line))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
