"""What every screen is handed: the bridge, who acts, the colours and the text size."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from hospitality_desk.gui import fonts
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Given to each screen's constructor; there are no globals to reach for."""

    bridge: Bridge
    acting: Acting
    theme: Theme
    percent: int = 100
    """Text size: 100, 112, 125 or 150."""

    def font(self, role: fonts.Role) -> QFont:
        """Return the font of a role at this text size."""
        return fonts.font(role, self.percent)
