"""The page being worked on: the five scenes under each other, as they will be read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.margin_times import WIDTH as TIMES
from hospitality_desk.gui.stories.scene_box import SceneBox
from hospitality_desk.gui.stories.story_now import StoryNow, write_again_words
from hospitality_desk.gui.widgets.paragraph import Paragraph
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.words import _

WIDEST = 680 + TIMES


class ScenesPane(QWidget):
    """Holds one box a scene. The line above says what the marks mean."""

    toast = Signal(str, object)

    def __init__(self, around: Around, acts: Acts, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenes_pane")
        self._theme, scale = around.theme, around.percent / 100
        self.boxes = {scene: SceneBox(around, acts, now, scene) for scene in Scene}
        self._legend = Paragraph(around, "scenes_legend", Role.SMALL, around.theme.text3, line=18)
        inside = QWidget()
        inside.setObjectName("scenes")
        inside.setMaximumWidth(round(WIDEST * scale))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, round(12 * scale), 0, round(28 * scale))
        column.setSpacing(round(14 * scale))
        legend = QHBoxLayout()
        legend.setContentsMargins(round(TIMES * scale) + 8, 0, 8, 0)
        legend.addWidget(self._legend, 1)
        column.addLayout(legend)
        for box in self.boxes.values():
            column.addWidget(box)
            box.toast.connect(self.toast)
            box.place_asked.connect(partial(self._bring_into_sight, box))
        column.addStretch(1)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(round(8 * scale), 0, round(22 * scale), 0)
        across.addStretch(0)
        across.addWidget(inside, 1)
        across.addStretch(0)
        self.area = TallScroll("scenes_area", middle, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def show_now(self, now: StoryNow) -> None:
        """Show all scenes as they stand."""
        self._legend.setText(_legend(now))
        for box in self.boxes.values():
            box.show_now(now)

    def _bring_into_sight(self, box: SceneBox, point: QPoint) -> None:
        inside = self.area.widget()
        if inside is not None:
            at = box.mapTo(inside, point)
            self.area.ensureVisible(at.x(), at.y(), 0, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.raised))


def _legend(now: StoryNow) -> str:
    if not now.may_write:
        return _("Read it as somebody who was there: could you tell who it was?")
    if now.is_held:
        offer, comes = write_again_words()
        return _("To change it, press “{button}”. {then}").format(button=offer, then=comes)
    if now.whole.incident is None:
        return _("A dashed box is not decided yet. Underlined words replace a name.")
    return _("A dashed box is not decided yet. Underlined words replace a name. A pencil is your own sentence.")
