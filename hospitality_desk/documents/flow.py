"""Lines flowing down a column from page to page, and where each came to stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hospitality_desk.documents.pen import Line, Pen

_TOGETHER = 2
"""Lines of a paragraph that never stand alone at the foot or the head of a page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, or a mark with no words, on its page (counted from 0) at its baseline."""

    page: int
    line: Line
    x: float
    y: float
    width: float
    """How wide its column is: a line set from the right ends there."""
    is_ours: bool = False

    def draw(self, pen: Pen) -> None:
        """Draw it where it stands."""
        shift = self.width - self.line.width if self.line.from_right else 0.0
        if self.is_ours:
            with pen.ours():
                self.line.draw(pen, self.x + shift, self.y)
        else:
            self.line.draw(pen, self.x + shift, self.y)


def by_page(placed: Iterable[Placed]) -> dict[int, list[Placed]]:
    """Return the lines sorted to their pages."""
    pages: dict[int, list[Placed]] = {}
    for each in placed:
        pages.setdefault(each.page, []).append(each)
    return pages


@dataclass(slots=True)
class Flow:
    """A column being filled. `y` is the last baseline set on `page`; None while the page is untouched."""

    x: float
    width: float
    top: float
    """First baseline of a further page."""
    bottom: float
    page: int = 0
    y: float | None = None
    placed: list[Placed] = field(default_factory=list)

    def add(
        self, lines: Sequence[Line], leading: float, before: float, *, with_next: float = 0, is_ours: bool = False
    ) -> tuple[int, float]:
        """Set lines `leading` apart, the first `before` below what stands above; say where the first came to stand.

        `with_next` points are kept free below them for what must follow on the same page. A paragraph is parted only
        so that two lines of it stay together on each page.
        """
        first: tuple[int, float] | None = None
        left = list(lines)
        while left:
            y = self.top if self.y is None else self.y + before
            room = int((self.bottom - with_next - y) // leading) + 1 if y + with_next <= self.bottom else 0
            take = _taken(len(left), room)
            if take == 0 and self.y is not None:
                self.turn()
                continue
            # On an untouched page something must be set, or it would never end.
            for line in left[: max(take, 1)]:
                self.placed.append(Placed(self.page, line, self.x, y, self.width, is_ours))
                first = first or (self.page, y)
                self.y, y = y, y + leading
            left = left[max(take, 1) :]
            before = leading
        return first or (self.page, self.y if self.y is not None else self.top)

    def turn(self) -> None:
        """Go on at the top of the next page."""
        self.page, self.y = self.page + 1, None


def _taken(lines: int, room: int) -> int:
    if lines <= room:
        return lines
    take = room if lines - room >= _TOGETHER else lines - _TOGETHER
    return take if take >= _TOGETHER else 0
