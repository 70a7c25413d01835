"""Which keys act at this stand, the sheet that shows them all, and the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.look import LETTERS
from hospitality_desk.gui.preferring import prefer
from hospitality_desk.gui.settings.look_section import OFF, ON
from hospitality_desk.gui.settings.section import Section, let_wrap
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.choice_chips import Choice, ChoiceChips
from hospitality_desk.words import _


class KeysSection(Section):
    """Single letters can be switched off: some people rest a hand, or a bottle, on the keyboard."""

    keys_asked = Signal()
    wall_asked = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__(around, "keys_section", _("Keys"))
        on = around.bridge.station.preference(LETTERS) is not False
        choices = (Choice(ON, _("On")), Choice(OFF, _("Off")))
        self.letters = ChoiceChips(around, "letters", _("Single letters"), choices, ON if on else OFF)
        self.letters.chosen.connect(self._on_letters)
        self.add_line(_("Single letters"), self.letters)
        self.add_words(
            _("N logs, T tells, S settles, outside text fields. With Ctrl or Alt, keys always act."), "letters_words"
        )
        self.keys = Button(_("Show all keys") + "  F1", ButtonKind.OTHER, "show_keys_button")
        self.keys.clicked.connect(self.keys_asked)
        self.wall = Button(_("Show the wall") + "  F11", ButtonKind.OTHER, "show_wall_button")
        self.wall.clicked.connect(self.wall_asked)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.keys, self.wall):
            button.setFont(around.font(Role.BODY))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        let_wrap(both)
        self.add_line("", both)
        self.add_words(
            _("The wall shows the open problems on the whole screen, to be read from across the room."), "wall_words"
        )

    def _on_letters(self, value: str) -> None:
        prefer(self.around.bridge, self, LETTERS, value == ON, self.look_changed.emit)
