"""What somebody has agreed to do for this guest."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.cost_offers import CostOffers
from hospitality_desk.gui.incident.offer_cards import OfferCards
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.task_acts import TaskActs
from hospitality_desk.gui.incident.task_form import TaskForm
from hospitality_desk.gui.incident.task_rows import task_rows
from hospitality_desk.gui.incident.tasks_delegate import HEIGHT as ROW_HEIGHT
from hospitality_desk.gui.incident.tasks_view import TasksView
from hospitality_desk.gui.incident.try_cards import TryCards
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.fitting_scroll import FittingScroll
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _, ngettext

WIDTH = 304


class TasksPane(QWidget):
    """Add, take, finish and drop tasks of the problem that is shown."""

    menu_asked = Signal(int, QRect)
    """A task's number, and where its menu belongs in the window."""

    cash_asked = Signal(int)
    """A task's number: its owner is back, and brought cash."""

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tasks_pane")
        self._around = around
        self.acts = TaskActs(around, acts, self)
        self.scene: Scene | None = None
        theme = around.theme
        self.heading = WordsLabel(around, Role.BODY_BOLD, theme.text, "tasks_heading")
        self.heading.show_words(_("Tasks"))
        self.count = ElidedLabel("tasks_count", around.font(Role.SMALL), theme.text3)
        self.plus = IconButton(around, "plus", _("Add a task"), "task_plus", theme.text, self)
        self.form = TaskForm(around, acts, self)
        self.costs = CostOffers(around, self)
        self.offers = OfferCards(around, self)
        self.tries = TryCards(around, acts, self)
        self.view = TasksView(around, self)
        self.nothing = WordsLabel(around, Role.SMALL, theme.text3, "tasks_nothing", wrap=True)
        self.nothing.show_words(_("Nothing is waiting to be done. What somebody agrees to do appears here."))
        self._lay_out()
        self.plus.clicked.connect(self._toggle_form)
        self.form.installEventFilter(self)
        self.view.done_asked.connect(self.finish)
        self.view.menu_asked.connect(self._on_row_menu)
        self.tries.done_asked.connect(self.finish)
        self.tries.menu_asked.connect(self.menu_asked)
        self.offers.taken.connect(self.acts.take_over)
        self.offers.declined.connect(self.acts.decline)
        self.offers.seen.connect(self.acts.see)
        for cards in (self.tries, self.offers):
            cards.left.connect(self._take_keyboard)

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
        above = QWidget(self)
        self._above = QVBoxLayout(above)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(0)
        for each in (self.form, self.costs, self.offers, self.tries, self.nothing):
            self._above.addWidget(each)
        below.addWidget(FittingScroll(above, 1, "tasks_above", self))
        below.addWidget(self.view, 1)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
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
        self.take(scene)
        rows, tasks = task_rows(scene), scene.incident.tasks
        waiting = sum(task.is_open for task in tasks)
        self.count.setText(ngettext("{n} open", "{n} open", waiting).format(n=waiting) if tasks else "")
        self._show_plus()
        self.form.show_scene(scene)
        if not scene.is_open:
            self.form.hide()
        self.nothing.setVisible(not waiting and scene.is_open)
        self.costs.show_scene(scene)
        self.offers.show_scene(scene)
        self.tries.show_scene(scene)
        self.view.show_rows(rows)
        self._share()

    def take(self, scene: Scene) -> None:
        """Act on this moment; nothing is painted."""
        self.scene = self.acts.scene = scene
        self.tries.take(scene)

    def show_now(self, scene: Scene) -> None:
        """Say how long it is until the next tries; nothing else changed but the time."""
        self.tries.show_now(scene)

    def minimumSizeHint(self) -> QSize:
        """Give way to everything else on the page: what has no room scrolls."""
        return QSize(super().minimumSizeHint().width(), self._px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Leave the list a third of the room, however much stands above it; all goes to a task being typed."""
        wanted = 0 if self.form.isVisibleTo(self) else len(self.view.rows) * self._px(ROW_HEIGHT)
        self.view.setMinimumHeight(max(1, min(wanted, self.height() // 3)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room anew when the form comes and goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._share()
        return super().eventFilter(watched, event)

    def _take_keyboard(self) -> None:
        if self.view.rows:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.plus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_form(self) -> None:
        if self.form.isVisible():
            self.form.hide()
        else:
            self.form.open()

    def finish(self, n: int) -> None:
        """Report a task done; where cash went along, ask first what came back."""
        task = None if self.scene is None else self.scene.incident.tasks[n - 1]
        if task is not None and task.is_open and task.errand is not None and task.errand.cash is not None:
            self.cash_asked.emit(n)
        else:
            self.acts.finish(n)

    def drop(self, n: int) -> None:
        """Drop a task: it need not be done any more."""
        self.acts.drop(n)

    def take_offered(self) -> None:
        """Take the first task that is offered to whoever acts; nothing is offered, nothing happens."""
        if self.offers.cards:
            self.acts.take_over(self.offers.cards[0].n)

    def _on_row_menu(self, n: int, rect: QRect) -> None:
        self.menu_asked.emit(n, QRect(self.view.mapTo(self.window(), rect.topLeft()), rect.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at its edge."""
        painter = QPainter(self)
        if not self._edge_is_shown:
            return
        edge = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(0, 0, 1, self.height()))
        painter.fillRect(edge, QColor(self._around.theme.line))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
