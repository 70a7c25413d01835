"""The sheet of paper a story stands on: its edges and columns, in points from the top left."""

from dataclasses import dataclass

from hospitality_desk.domain.stories.paper import Paper

MARGIN = 48.19
"""17 mm: an office printer reaches that far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One size of paper. Everything but its width and height is the same on each."""

    width: float
    height: float
    left: float = MARGIN
    text_left: float = 183
    """Where the story begins; the line of moments stands left of it."""
    head: float = 51.75
    """Baseline of the running head."""
    title: float = 102.75
    """Baseline of a story's title."""
    top: float = 88
    """First baseline of a further page."""

    @property
    def right(self) -> float:
        """Where every line ends at the latest."""
        return self.width - MARGIN

    @property
    def text_width(self) -> float:
        """How wide the story is."""
        return self.right - self.text_left

    @property
    def bottom(self) -> float:
        """The last baseline of the story."""
        return self.height - 68

    @property
    def foot(self) -> float:
        """Baseline of the foot."""
        return self.height - 39


SHEETS = {
    Paper.A4: Sheet(width=595.28, height=841.89),
    Paper.LETTER: Sheet(width=612, height=792),
}
