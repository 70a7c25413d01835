"""The foot of a story: what to take from it, the behaviours shown, what to talk about, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hospitality_desk.documents.flow import Flow, Placed, by_page
from hospitality_desk.documents.fonts import Cut
from hospitality_desk.documents.pen import PETROL, Line, Pen, Style
from hospitality_desk.documents.sheet import Sheet
from hospitality_desk.documents.text_lines import seen, set_lines
from hospitality_desk.domain.stories.paper import PaperStory
from hospitality_desk.domain.stories.scenes import SCENE_WORDS, Scene
from hospitality_desk.words import _

_HEADING = Style(Cut.SANS_BOLD, 9, 12, PETROL)
_TEXT = Style(Cut.SERIF, 11.5, 16.5)
_APART = {"take": 3.75, "shown": 1.5, "talk": 3.75}
"""What stands between two paragraphs, besides the leading."""
_BELOW_RULE, _BELOW_HEADING = 24, 20.25
_SECOND, _THIRD = 135.0, 315.0
"""Where the second and third column begin, from the left margin, on A4."""
_GUTTER = 16
_NUMBER = 15.75
"""How far a question stands behind its number."""


@dataclass(slots=True)
class _Part:
    name: str
    heading: str
    paragraphs: Sequence[str]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the three parts stand; the rule above them is on `page` at `rule` (None: no such part)."""

    page: int
    rule: float | None
    placed: Mapping[int, Sequence[Placed]]


def place_closing(story: PaperStory, after: tuple[int, float], sheet: Sheet) -> Closing:
    """Return the parts set below `after` (page and lowest point), or together on a further page if they do not fit.

    What is longer than a page goes on over the next ones, each part in its column.
    """
    page, lowest = after
    parts = [part for part in _parts(story) if part.paragraphs]
    if not parts:
        return Closing(page, None, {})
    sizes = _columns(len(parts), sheet)
    one_page = _place(parts, sizes, page, lowest, sheet)
    if all(each.page == page for each in one_page):
        return Closing(page, lowest, by_page(one_page))
    rule = sheet.top - 12
    return Closing(page + 1, rule, by_page(_place(parts, sizes, page + 1, rule, sheet)))


def draw_closing(closing: Closing, page: int, sheet: Sheet, pen: Pen) -> None:
    """Draw what of it stands on that page."""
    if closing.rule is not None and closing.page == page:
        with pen.ours():
            pen.line(sheet.left, closing.rule, sheet.right, closing.rule, 0.75)
    for each in closing.placed.get(page, ()):
        each.draw(pen)


def _parts(story: PaperStory) -> list[_Part]:
    return [
        _Part("take", _(SCENE_WORDS[Scene.TAKE]), _written(story.take)),
        _Part("shown", _("Behaviours shown"), _written(story.behaviours)),
        _Part("talk", _("To talk about"), _written(story.questions), is_numbered=True),
    ]


def _written(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if seen(text).strip()]


def _columns(count: int, sheet: Sheet) -> list[tuple[float, float]]:
    """Return left edge and width of each column: the picture's three, or fewer and wider ones."""
    if count == 1:
        return [(sheet.text_left, sheet.text_width)]
    edges = [sheet.left, sheet.left + _SECOND, *([sheet.left + _THIRD] if count > 2 else [])]
    ends = [*(edge - _GUTTER for edge in edges[1:]), sheet.right]
    return [(edge, end - edge) for edge, end in zip(edges, ends, strict=True)]


def _place(
    parts: Sequence[_Part], sizes: Sequence[tuple[float, float]], page: int, rule: float, sheet: Sheet
) -> list[Placed]:
    found: list[Placed] = []
    for part, (x, width) in zip(parts, sizes, strict=True):
        flow = Flow(x, width, sheet.top, sheet.bottom, page, rule)
        flow.add(set_lines(part.heading, _HEADING, width), 12, _BELOW_RULE, with_next=_BELOW_HEADING, is_ours=True)
        before: float = _BELOW_HEADING
        for n, text in enumerate(part.paragraphs, 1):
            number = set_lines(f"{n}.", _TEXT, width) if part.is_numbered else []
            _add(flow, text, number, before)
            before = _TEXT.leading + _APART[part.name]
        found += flow.placed
    return found


def _add(flow: Flow, text: str, number: list[Line], before: float) -> None:
    """Set one paragraph, and its number in front of its first line."""
    if not number:
        flow.add(set_lines(text, _TEXT, flow.width), _TEXT.leading, before)
        return
    x, width = flow.x, flow.width
    indent = max(_NUMBER, number[0].width + 4)
    lines = set_lines(text, _TEXT, width - indent)
    is_right = lines[0].from_right
    flow.x, flow.width = (x if is_right else x + indent), width - indent
    place = len(flow.placed)
    page, y = flow.add(lines, _TEXT.leading, before)
    flow.x, flow.width = x, width
    number_x = x + width - number[0].width if is_right else x
    flow.placed.insert(place, Placed(page, number[0], number_x, y, number[0].width, is_ours=True))
