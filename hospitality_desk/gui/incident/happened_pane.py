"""What happened: the heading, since when, and the timeline below it."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.field_button import FieldButton
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.timeline_place import TimelinePlace
from hospitality_desk.gui.incident.timeline_rows import now_row, timeline_rows
from hospitality_desk.gui.incident.timeline_view import TimelineView
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _, ngettext


class HappenedPane(QWidget):
    """Holds the timeline and remembers which of its folds are open."""

    happened_asked = Signal(QRect)
    """When it happened is to be mended; its place in the window."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("happened_pane")
        scale = around.percent / 100
        self._folds_open: frozenset[str] = frozenset()
        self._scene: Scene | None = None
        self.heading = WordsLabel(around, Role.BODY_BOLD, around.theme.text, "happened_heading")
        self.heading.show_words(_("What happened"))
        self.count = ElidedLabel("happened_count", around.font(Role.SMALL), around.theme.text3)
        self.happened = FieldButton(around, Role.CAPTION, around.theme.text3, "header_happened", self)
        self.happened.clicked.connect(self._ask_happened)
        self.view = TimelineView(around, self)
        self.view.fold_asked.connect(self._toggle_fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, round(6 * scale))
        column.setSpacing(0)
        self._top = QWidget(self)
        self._row = QHBoxLayout(self._top)
        self._row.setContentsMargins(margins(self, round(22 * scale), round(3 * scale), round(6 * scale), 0))
        self._row.setSpacing(round(8 * scale))
        self._row.addWidget(self.heading)
        self._row.addWidget(self.count, 1)
        self._row.addWidget(self.happened)
        self._top.setFixedHeight(round(41 * scale))
        self.view.setMinimumHeight(1)  # gives way before anything else does
        column.addWidget(self._top)
        column.addWidget(self.view, 1)

    def show_scene(self, scene: Scene, *, fresh: bool = False) -> None:
        """Show what happened up to the scene's moment; `fresh` is another problem."""
        self._scene = scene
        if fresh:
            self._folds_open = frozenset()
        notes = sum(note.counts for note in scene.incident.notes)
        self.count.setText(ngettext("{n} note", "{n} notes", notes).format(n=notes))
        self._show_happened(scene)
        self.view.show_rows(timeline_rows(scene, folds_open=self._folds_open), fresh=fresh)

    def stand_alone(self, alone: bool) -> None:
        """Stand under a tab that names it and takes `happened`, or beside the tasks."""
        self._top.setVisible(not alone)
        if not alone:
            self._row.addWidget(self.happened)

    def _show_happened(self, scene: Scene) -> None:
        at = scene.incident.happened_at
        words = _("Time not known") if at is None else _("Happened {time}").format(time=scene.when(at))
        spoken = _("When it happened: {time}").format(time=_("not known") if at is None else scene.when(at))
        self.happened.show_value(words, spoken=spoken)

    def _ask_happened(self) -> None:
        button = self.happened
        self.happened_asked.emit(QRect(button.mapTo(self.window(), QPoint(0, 0)), button.size()))

    def show_now(self, scene: Scene) -> None:
        """Show the row of this moment again; nothing else changed but the time."""
        self._scene = scene
        before = self.view.rows[-1] if self.view.rows else None
        if scene.clock is not None and before is not None:
            self.view.show_row(replace(now_row(scene), above=before.above))

    def place(self) -> TimelinePlace:
        """Return where somebody is in the timeline."""
        return replace(self.view.place(), folds_open=self._folds_open)

    def go_to(self, place: TimelinePlace) -> None:
        """Go where somebody was."""
        self._folds_open = place.folds_open
        if self._scene is not None:
            self.show_scene(self._scene)
        self.view.go_to(place)

    def _toggle_fold(self, key: str) -> None:
        self._folds_open ^= {key}
        if self._scene is not None:
            self.show_scene(self._scene)
