"""Settings: one calm page of sections; each choice holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.settings.about import AboutSection
from hospitality_desk.gui.settings.keys_section import KeysSection
from hospitality_desk.gui.settings.look_section import LookSection
from hospitality_desk.gui.settings.sample_section import SampleSection
from hospitality_desk.gui.settings.section import Section, plain_label
from hospitality_desk.gui.settings.stand import StandSection
from hospitality_desk.gui.widgets.focus_stops import focus_stops
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.words import _

WIDEST = 760


class SettingsPage(QWidget):
    """The sections stand in a list, from what is changed most to what is only read."""

    look_changed = Signal()
    keys_asked = Signal()
    wall_asked = Signal()
    sample_asked = Signal()
    sample_left_asked = Signal()
    stand_named = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._around = around
        self.stand = StandSection(around)
        self.look = LookSection(around)
        self.keys = KeysSection(around)
        self.sample = SampleSection(around)
        self.about = AboutSection(around)
        self.sections: list[Section] = [self.stand, self.look, self.keys, self.sample, self.about]
        self._lay_out()
        for section in self.sections:
            section.look_changed.connect(self.look_changed)
        self.stand.named.connect(self.stand_named)
        self.keys.keys_asked.connect(self.keys_asked)
        self.keys.wall_asked.connect(self.wall_asked)
        self.sample.sample_asked.connect(self.sample_asked)
        self.sample.sample_left_asked.connect(self.sample_left_asked)
        self.about.not_opened.connect(around.bridge.said)

    def begin(self) -> None:
        """Show what is true now, with the keyboard in the first field."""
        for section in self.sections:
            section.begin()
        stops = focus_stops(self)
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        theme, scale = self._around.theme, self._around.percent / 100
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.raised))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        inner = QWidget()
        inner.setObjectName("settings_sections")
        inner.setMaximumWidth(round(WIDEST * scale))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, round(20 * scale), 0, round(24 * scale))
        column.setSpacing(0)
        column.addWidget(plain_label(self._around, _("Settings"), Role.TITLE, theme.text, "settings_title"))
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(round(40 * scale), 0, round(40 * scale), 0)
        across.addWidget(inner, 1)
        across.addStretch(0)
        area = TallScroll("settings_area", middle, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
