"""The type of the window: the shipped faces, by role (design paper, section 4)."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from hospitality_desk.paths import fonts_folder

SANS = "Inter"
SANS_DISPLAY = "Inter Display"
SERIF = "Source Serif 4"
_NORMAL, _MEDIUM, _SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold


class _Face(NamedTuple):
    family: str
    points: float
    weight: QFont.Weight


class Role(Enum):
    """What a text is; its face, size in points at 100 % and weight follow."""

    CAPTION = _Face(SANS, 9, _NORMAL)
    CAPTION_MEDIUM = _Face(SANS, 9, _MEDIUM)
    CAPTION_BOLD = _Face(SANS, 9, _SEMIBOLD)
    SMALL = _Face(SANS, 9.75, _NORMAL)
    SMALL_BOLD = _Face(SANS, 9.75, _SEMIBOLD)
    BODY = _Face(SANS, 10.5, _NORMAL)
    BODY_MEDIUM = _Face(SANS, 10.5, _MEDIUM)
    BODY_BOLD = _Face(SANS, 10.5, _SEMIBOLD)
    ROW_TITLE = _Face(SANS, 11.25, _SEMIBOLD)
    ROW_GUEST = _Face(SANS, 11.24, _NORMAL)
    WORDS = _Face(SERIF, 12, _NORMAL)
    WORDS_HEADER = _Face(SERIF, 12.75, _NORMAL)
    QUICK_LINE = _Face(SANS, 17.25, _NORMAL)
    LEAD = _Face(SANS, 12, _NORMAL)
    FIRST_LINE = _Face(SANS, 13.5, _NORMAL)
    FIRST_BUTTON = _Face(SANS, 12, _SEMIBOLD)
    TITLE = _Face(SANS_DISPLAY, 16.5, _SEMIBOLD)
    FIRST_TITLE = _Face(SANS_DISPLAY, 20.25, _SEMIBOLD)
    CLOCK = _Face(SANS_DISPLAY, 17.25, _SEMIBOLD)
    CLOCK_HEADER = _Face(SANS_DISPLAY, 27, _SEMIBOLD)


def load_fonts() -> None:
    """Load the shipped faces; a machine without our fonts folder keeps its own and stays usable."""
    for path in sorted(fonts_folder().glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(role: Role, percent: int = 100) -> QFont:
    """Return the font of a role at a text size in percent, with figures of one width in the text face."""
    face = role.value
    made = QFont(face.family)
    made.setPointSizeF(face.points * percent / 100)
    made.setWeight(face.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if face.family != SERIF:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99.4)
    # Said for every face: a font that says nothing takes the feature over from the widget it is painted on. The
    # display cut's figures of one width have a slab under the 1.
    made.setFeature(QFont.Tag("tnum"), 1 if face.family == SANS else 0)
    return made
