"""The sample venue: looked at before there is anything of our own, and left with one tap."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.questions import Questions
from hospitality_desk.gui.settings.section import Section
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.words import _

if TYPE_CHECKING:  # read in on the first visit, with the store's libraries
    from hospitality_desk.domain.changes import Changes


class _House(Enum):
    NOT_KNOWN = auto()
    UNTOUCHED = auto()
    SAMPLE = auto()
    OWN = auto()


class SampleSection(Section):
    """Offers to load it or to leave it, whichever is true now, and nothing where neither is."""

    sample_asked = Signal()
    sample_left_asked = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__(around, "sample_section", _("Sample venue"))
        self._questions = Questions(around.bridge, self)
        self._house = _House.NOT_KNOWN
        self.words = self.add_words("", "sample_words")
        self.button = Button("", ButtonKind.OTHER, "sample_button", self)
        self.button.setIcon(icon("flask-outline", around.theme.text))
        side = round(18 * around.percent / 100)
        self.button.setIconSize(QSize(side, side))
        self.button.setFont(around.font(Role.BODY))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._on_clicked)
        self.add_line("", self.button)
        around.bridge.changed.connect(self._on_changed)
        around.bridge.opened.connect(self.begin)
        self._show(_House.NOT_KNOWN)

    def begin(self) -> None:
        """Ask what kind of house this is."""
        if not self.around.bridge.is_open:
            self._show(_House.NOT_KNOWN)
            return
        # With the store's libraries, which are read in after the first paint.
        from hospitality_desk.desk.sample import SAMPLE_NAME
        from hospitality_desk.queries.incidents import is_untouched

        house = self.around.bridge.house
        if house.practice and house.name == SAMPLE_NAME:
            self._show(_House.SAMPLE)
        elif not self.around.store_is_here or house.practice:
            self._show(_House.OWN)
        else:
            self._questions.ask(is_untouched, self._on_untouched, "untouched")

    def _on_untouched(self, untouched: bool) -> None:
        self._show(_House.UNTOUCHED if untouched else _House.OWN)

    def _on_changed(self, _changes: Changes) -> None:
        if self._house == _House.UNTOUCHED:
            self.begin()

    def _show(self, house: _House) -> None:
        self._house = house
        self.button.setVisible(house in (_House.UNTOUCHED, _House.SAMPLE))
        leaves = house == _House.SAMPLE
        # A space more: the style puts the words close to the icon.
        self.button.setText(" " + (_("Leave the sample venue") if leaves else _("Load the sample venue")))
        self.button.setAccessibleName(self.button.text().strip())
        self.words.setText(
            {
                _House.NOT_KNOWN: "",
                _House.UNTOUCHED: _("Northgate House has 116 problems to try. One tap takes it away again."),
                _House.SAMPLE: _("You are in the sample venue. Leaving it opens your own house, which is empty."),
                _House.OWN: _("The sample venue is for an empty house on this PC. Yours has its own problems."),
            }[house]
        )

    def _on_clicked(self) -> None:
        if self._house == _House.SAMPLE:
            self.sample_left_asked.emit()
        else:
            self.sample_asked.emit()
