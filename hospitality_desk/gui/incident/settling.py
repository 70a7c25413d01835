"""The panel that settles, over the window: opened, closed, and what its ways out do."""

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.composer import Composer
from hospitality_desk.gui.incident.form_opener import FormOpener
from hospitality_desk.gui.incident.note_forms import NoteForms
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.settle_panel import SettlePanel
from hospitality_desk.gui.incident.tasks_pane import TasksPane
from hospitality_desk.gui.widgets.overlay import Overlay


class Settling(QObject):
    """Acts on the scene it was given last. The overlay is made when it is first needed: the page has its window then.

    A form that stands over the panel closes with it.
    """

    def __init__(
        self,
        around: Around,
        page: QWidget,
        panel: SettlePanel,
        forms: FormOpener,
        note_forms: NoteForms,
        *,
        composer: Composer,
        tasks: TasksPane,
    ) -> None:
        super().__init__(page)
        self._around, self._page, self._panel = around, page, panel
        self._forms, self._note_forms, self._composer = forms, note_forms, composer
        self._overlay: Overlay | None = None
        self.scene: Scene | None = None
        self.is_later = False
        """What it was opened for last: a later verdict."""
        panel.closed.connect(self.close)
        panel.still_open.tell_asked.connect(self._tell)
        panel.still_open.keep_back_asked.connect(self._keep_back)
        panel.still_open.done_asked.connect(tasks.finish)
        panel.still_open.drop_asked.connect(tasks.drop)

    def open(self, *, later: bool) -> None:
        """Ask how it ended; `later` takes only a verdict, of a problem that is settled."""
        if self.scene is None:
            return
        if self._overlay is None:
            self._overlay = Overlay(self._page.window(), self._panel, self._around, "settle_overlay", width=480)
            self._overlay.close_asked.connect(self.close)
            self._page.destroyed.connect(self._overlay.deleteLater)
        self._forms.close()
        self.is_later = later
        self._panel.start(self.scene, later=later)
        self._overlay.open_over()

    @property
    def is_open(self) -> bool:
        """Tell whether the panel is over the window."""
        return self._overlay is not None and self._overlay.isVisible()

    def show_scene(self, scene: Scene) -> None:
        """Show what is still open now."""
        self.scene = scene
        if self.is_open:
            self._panel.show_scene(scene)

    def close(self) -> None:
        """Close the panel, and a form that stands over it; what was chosen waits."""
        if self._overlay is not None and self._overlay.isVisible():
            self._forms.close()
            self._overlay.close_over()

    def _tell(self, notes: frozenset[int]) -> None:
        self.close()
        self._composer.tell(notes)

    def _keep_back(self, n: int) -> None:
        scene = self.scene
        note = scene.incident.note(n) if scene is not None else None
        if scene is not None and note is not None:
            panel = self._panel.still_open
            at = QRect(panel.mapTo(self._page.window(), QPoint(0, 0)), panel.size())
            self._note_forms.keep_back(scene, (note,), at)
