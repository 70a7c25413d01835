"""How the desk looks at this stand: its colours, its text size, and whether anything moves."""

from __future__ import annotations

from hospitality_desk.domain.json_form import Json
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.look import MOTION, SIZES, TEXT_SIZE, THEME, SystemLook, ThemeChoice, text_size, theme_choice
from hospitality_desk.gui.preferring import prefer
from hospitality_desk.gui.settings.section import Section
from hospitality_desk.gui.widgets.choice_chips import Choice, ChoiceChips
from hospitality_desk.words import _

SUITS = "suits"
ON, OFF = "on", "off"


class LookSection(Section):
    """Each choice holds at once, for this stand alone."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, "look_section", _("Look"))
        preference, system = around.bridge.station.preference, SystemLook.now()
        themes = (
            Choice(ThemeChoice.LIGHT.value, _("Light")),
            Choice(ThemeChoice.DARK.value, _("Dark")),
            Choice(ThemeChoice.HOUR.value, _("Follow the hour")),
        )
        self.theme = ChoiceChips(around, "theme", _("Colours"), themes, theme_choice(preference).value)
        self.theme.chosen.connect(self._on_theme)
        self.add_line(_("Colours"), self.theme)
        if system.high_contrast is not None:
            self.add_words(_("The system asks for high contrast, so its own colours are shown."), "contrast_words")
        else:
            self.add_words(_("Follow the hour: dark from 17:00, light from 06:00."), "hour_words")
        kept = text_size(preference)
        sizes = [Choice(str(size), _("{n} %").format(n=size)) for size in SIZES]
        sizes.append(Choice(SUITS, _("As the window suits")))
        self.text_size = ChoiceChips(around, "text_size", _("Text size"), sizes, SUITS if kept is None else str(kept))
        self.text_size.chosen.connect(self._on_size)
        self.add_line(_("Text size"), self.text_size)
        moves = preference(MOTION) is not False
        choices = (Choice(ON, _("On")), Choice(OFF, _("Off")))
        self.motion = ChoiceChips(around, "motion", _("Motion"), choices, ON if moves else OFF)
        self.motion.chosen.connect(self._on_motion)
        self.add_line(_("Motion"), self.motion)
        if system.is_still:
            self.add_words(_("The system asks for no motion, so nothing moves."), "still_words")
        else:
            self.add_words(_("Panels fade in and notices slide up, for a moment."), "motion_words")

    def _on_theme(self, value: str) -> None:
        self._prefer(THEME, value)

    def _on_size(self, value: str) -> None:
        self._prefer(TEXT_SIZE, None if value == SUITS else int(value))

    def _on_motion(self, value: str) -> None:
        self._prefer(MOTION, value == ON)

    def _prefer(self, name: str, value: Json) -> None:
        prefer(self.around.bridge, self, name, value, self.look_changed.emit)
