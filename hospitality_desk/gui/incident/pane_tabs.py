"""In a narrow page, two tabs over one pane: what happened, and the tasks."""

from PySide6.QtWidgets import QTabBar, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _, ngettext

HAPPENED, TASKS = 0, 1


class PaneTabs(QTabBar):
    """44 px high; the arrow keys go from one to the other."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane_tabs")
        self.setAccessibleName(_("What is shown below"))
        theme, scale = around.theme, around.percent / 100
        self.setFont(around.font(Role.BODY_BOLD))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        tall, side = round(40 * scale), round(14 * scale)
        self.setStyleSheet(
            f"QTabBar::tab {{ min-height: {tall}px; padding: 0 {side}px; border: 1px solid transparent;"
            f" border-bottom: 3px solid transparent; color: {theme.text2}; background: transparent; }}"
            f"QTabBar::tab:selected {{ color: {theme.accent}; border-bottom-color: {theme.accent}; }}"
            f"QTabBar::tab:hover {{ background: {theme.hover}; }}"
            f"QTabBar:focus::tab:selected {{ border: 2px solid {theme.accent}; border-bottom-width: 3px; }}"
        )
        self.addTab(_("What happened"))
        self.addTab(_("Tasks"))

    def show_scene(self, scene: Scene) -> None:
        """Say how many tasks are open."""
        waiting = sum(task.is_open for task in scene.incident.tasks)
        words = ngettext("Tasks, {n} open", "Tasks, {n} open", waiting).format(n=waiting) if waiting else _("Tasks")
        if self.tabText(TASKS) != words:
            self.setTabText(TASKS, words)
