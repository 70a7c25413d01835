"""How the window looks at this stand: what people prefer here, what the hour says, and what the system asks for."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from hospitality_desk.domain.json_form import Json
from hospitality_desk.gui.theme import DARK, LIGHT, Theme, system_theme

THEME = "theme"
"""The station's preference for the colours: a `ThemeChoice`."""
TEXT_SIZE = "text_size"
"""The station's preference for the text size in percent; anything else is "as the window suits"."""
MOTION = "motion"
"""The station's preference: False keeps everything still."""
LETTERS = "single_letters"
"""The station's preference: False makes single letters no keys."""
SIZES = (100, 112, 125, 150)
WIDE_WINDOW = 1600
"""From this width on a window suits 112 %."""
_CLIENT_AREA_ANIMATION = 0x1042
"""Windows' name for the question whether things move inside windows (SPI_GETCLIENTAREAANIMATION)."""
_DARK_FROM, _LIGHT_FROM = 17, 6
"""Hours of this stand's clock."""


class ThemeChoice(StrEnum):
    """Which colours a stand wants."""

    LIGHT = "light"
    DARK = "dark"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """All that a screen's look and keys depend on."""

    theme: Theme
    percent: int
    moves: bool
    letters: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemLook:
    """What the system asks of every window: its own colours while it shows high contrast, and no motion."""

    high_contrast: QPalette | None = None
    is_still: bool = False

    @classmethod
    def now(cls) -> SystemLook:
        """Ask Qt, and Windows itself for motion. Where the system says nothing, nothing is asked of us."""
        hints = QGuiApplication.styleHints()
        asked = hints.accessibility()  # both are held by a name: Qt's object goes with the first of them
        contrast = asked.contrastPreference() == Qt.ContrastPreference.HighContrast
        return cls(high_contrast=_system_palette() if contrast else None, is_still=_is_still())


def look_for(prefers: Callable[[str], Json], *, hour: int, window_width: int, system: SystemLook) -> Look:
    """Return the look for these preferences at this hour in a window this wide."""
    theme = DARK if theme_choice(prefers) == ThemeChoice.DARK else LIGHT
    if theme_choice(prefers) == ThemeChoice.HOUR:
        theme = LIGHT if _LIGHT_FROM <= hour < _DARK_FROM else DARK
    if system.high_contrast is not None:
        theme = system_theme(system.high_contrast)
    size = text_size(prefers)
    return Look(
        theme=theme,
        percent=suiting_size(window_width) if size is None else size,
        moves=prefers(MOTION) is not False and not system.is_still,
        letters=prefers(LETTERS) is not False,
    )


def theme_choice(prefers: Callable[[str], Json]) -> ThemeChoice:
    """Return which colours are wanted here; light where nobody said."""
    kept = prefers(THEME)
    return ThemeChoice(kept) if kept in list(ThemeChoice) else ThemeChoice.LIGHT


def text_size(prefers: Callable[[str], Json]) -> int | None:
    """Return the text size wanted here, None for one that suits the window."""
    kept = prefers(TEXT_SIZE)
    return kept if isinstance(kept, int) and kept in SIZES else None


def suiting_size(window_width: int) -> int:
    """Return the text size that suits a window this wide."""
    return 112 if window_width >= WIDE_WINDOW else 100


def _system_palette() -> QPalette:
    """Return the system's own colours; ours stand in the application's palette meanwhile."""
    ours = QGuiApplication.palette()
    QGuiApplication.setPalette(QPalette())
    theirs = QGuiApplication.palette()
    QGuiApplication.setPalette(ours)
    return theirs


def _is_still() -> bool:
    """Tell whether the system shows no animations. Only Windows says so to a program of its own accord."""
    if sys.platform == "win32":
        shows = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shows), 0)
        return not shows.value
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
