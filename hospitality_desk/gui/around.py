"""What every screen is handed: the bridge, who acts, the colours, the text size, and what this PC prefers."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont

from hospitality_desk.gui import fonts
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Given to each screen's constructor; there are no globals to reach for.

    It never changes: another theme or text size makes another one, and the screens are built anew with it.
    """

    bridge: Bridge
    acting: Acting
    theme: Theme
    percent: int = 100
    """Text size: 100, 112, 125 or 150."""
    moves: bool = False
    """Overlays fade and toasts slide; off in pictures and tests, and where a person or the system wants it calm."""
    letters: bool = True
    """Single letters are keys outside text fields."""
    store_is_here: bool = False
    """The house is a file in this PC's folder, which the sample venue can take the place of."""

    logs: Path | None = None
    """The folder this PC writes its logs into; None where it writes none."""

    def font(self, role: fonts.Role) -> QFont:
        """Return the font of a role at this text size."""
        return fonts.font(role, self.percent)
