"""What this stand is called: the name other stands see beside a change made here."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.settings.section import Section
from hospitality_desk.station.station import STATION_NAME
from hospitality_desk.words import _

LONGEST = 40
_KEEP_AFTER_MS = 400


class StandSection(Section):
    """An empty field takes the PC's own name."""

    named = Signal()
    """The stand has another name now."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, "stand_section", _("This stand"))
        kept = around.bridge.station.preference(STATION_NAME)
        self.field = QLineEdit(kept if isinstance(kept, str) else "")
        self.field.setObjectName("station_name")
        self.field.setAccessibleName(_("Name of this stand"))
        self.field.setMaxLength(LONGEST)
        self.field.setFont(around.font(Role.BODY))
        self.field.setFixedHeight(round(46 * around.percent / 100))
        self.field.setMaximumWidth(round(360 * around.percent / 100))
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self.keep_now)
        self.add_line(_("Name"), self.field)
        self.add_words(_("Other stands see it beside what is changed here."), "stand_words")
        self._timer = QTimer(self)
        self._timer.setObjectName("station_name_timer")
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)
        self._kept = self.field.text().strip()
        self.begin()

    def begin(self) -> None:
        """Show what the PC would be called without a name."""
        if not self.field.text():
            self.field.setPlaceholderText(self.around.bridge.station.name)

    def keep_now(self) -> None:
        """Take the name that stands in the field."""
        self._timer.stop()
        name = self.field.text().strip()
        if name != self._kept:
            self._kept = name
            self.around.bridge.station.hold_preference(STATION_NAME, name)  # a page built anew shows it
            self.around.bridge.name_station(name)
            self.around.bridge.note(_nothing, self, self._on_kept)  # comes home after the name does

    def _on_edited(self, _words: str) -> None:
        self._timer.start()

    def _on_kept(self, _nothing: None) -> None:
        self.begin()
        self.named.emit()


def _nothing(_station: object) -> None:
    """Stand behind the name on the station's lane."""
