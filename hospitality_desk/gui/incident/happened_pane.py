"""What happened: the heading with its count, and the timeline."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.timeline_rows import timeline_rows
from hospitality_desk.gui.incident.timeline_view import TimelineView
from hospitality_desk.gui.incident.words_label import WordsLabel
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _, ngettext


class HappenedPane(QWidget):
    """Holds the timeline and remembers whether its withdrawn notes are shown."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("happened_pane")
        scale = around.percent / 100
        self._fold_open = False
        self._scene: Scene | None = None
        self.heading = WordsLabel(around, Role.BODY_BOLD, around.theme.text, "happened_heading")
        self.heading.show_words(_("What happened"))
        self.count = ElidedLabel("happened_count", around.font(Role.SMALL), around.theme.text3)
        self.view = TimelineView(around, self)
        self.view.fold_asked.connect(self._toggle_fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, round(6 * scale))
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(round(22 * scale), 0, round(12 * scale), 0)
        top.setSpacing(round(8 * scale))
        top.addWidget(self.heading)
        top.addWidget(self.count, 1)
        self.heading.setFixedHeight(round(38 * scale))
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def show_scene(self, scene: Scene, *, fresh: bool = False) -> None:
        """Show what happened up to the scene's moment; `fresh` is another problem."""
        self._scene = scene
        if fresh:
            self._fold_open = False
        notes = sum(note.counts for note in scene.incident.notes)
        self.count.setText(ngettext("{n} note", "{n} notes", notes).format(n=notes))
        self.view.show_rows(timeline_rows(scene, fold_open=self._fold_open), fresh=fresh)

    def _toggle_fold(self) -> None:
        self._fold_open = not self._fold_open
        if self._scene is not None:
            self.show_scene(self._scene)
