"""In a narrow page, two tabs over one pane: what happened, and the tasks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.words import _, ngettext

HAPPENED, TASKS = 0, 1


class _Tab(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)


class PaneTabs(QWidget):
    """44 px high; the arrow keys go from one to the other. `at_end` takes what belongs to the pane that is shown."""

    chosen = Signal()
    """Another one is shown: `current`."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane_tabs")
        theme, scale = around.theme, around.percent / 100
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(self, round(8 * scale), 0, round(4 * scale), 0))
        row.setSpacing(0)
        for n, words in enumerate((_("What happened"), _("Tasks"))):
            tab = _Tab(words, self)
            tab.setObjectName(f"pane_tab_{n}")
            tab.setCheckable(True)
            tab.setFont(around.font(Role.BODY_BOLD))
            tab.setCursor(Qt.CursorShape.PointingHandCursor)
            tab.setStyleSheet(
                f"QPushButton {{ min-height: {round(41 * scale)}px; padding: 0 {round(13 * scale)}px;"
                f" border: 2px solid transparent; border-bottom: 3px solid transparent; border-radius: 0;"
                f" color: {theme.text2}; background: transparent; }} QPushButton:hover {{ background: {theme.hover}; }}"
                f"QPushButton:checked {{ color: {theme.accent}; border-bottom: 3px solid {theme.accent}; }}"
                f"QPushButton:focus {{ border: 2px solid {theme.accent}; border-bottom-width: 3px; }}"
            )
            self._group.addButton(tab, n)
            row.addWidget(tab)
        row.addStretch(1)
        self.at_end = QHBoxLayout()
        row.addLayout(self.at_end)
        self._group.button(HAPPENED).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def current(self) -> int:
        """Return which one is shown."""
        return self._group.checkedId()

    def show_tasks(self) -> None:
        """Go to the tasks: something is asked there."""
        self._group.button(TASKS).setChecked(True)

    def show_scene(self, scene: Scene) -> None:
        """Say how many tasks are open."""
        waiting = sum(task.is_open for task in scene.incident.tasks)
        words = ngettext("Tasks, {n} open", "Tasks, {n} open", waiting).format(n=waiting) if waiting else _("Tasks")
        tab = self._group.button(TASKS)
        tab.setText(words)
        tab.setMinimumWidth(tab.sizeHint().width() + 2)  # its edge takes a little of the room for the words

    def _on_toggled(self, _n: int, on: bool) -> None:
        if on:
            self.chosen.emit()
