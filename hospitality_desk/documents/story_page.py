"""One story on its pages: title, scenes, the line of moments beside them, and what to talk about below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hospitality_desk.documents.closing_columns import Closing, draw_closing, place_closing
from hospitality_desk.documents.flow import Flow, Placed, by_page
from hospitality_desk.documents.fonts import Cut
from hospitality_desk.documents.margin_line import Mark, Place, draw_marks, place_marks
from hospitality_desk.documents.pen import DARK, PETROL, Pen, Style
from hospitality_desk.documents.sheet import Sheet
from hospitality_desk.documents.text_lines import set_lines
from hospitality_desk.domain.stories.paper import PaperStory
from hospitality_desk.domain.stories.scenes import SCENE_WORDS, Scene
from hospitality_desk.words import _

_TITLE = Style(Cut.DISPLAY, 37, 42, is_kerned=True)
_SUBTITLE = Style(Cut.ITALIC, 13.5, 19, DARK)
_HEADING = Style(Cut.SANS_BOLD, 9, 12, PETROL)
_BODY = Style(Cut.SERIF, 12.4, 18.75)

_SUBTITLE_BELOW, _FIRST_HEADING_BELOW = 33, 51
_HEADING_BELOW, _BODY_BELOW, _PARAGRAPH_BELOW = 28, 19.5, 23.25
"""From the baseline above to the baseline of: a scene's heading, its first line, a further paragraph."""
_RULE_BELOW_BODY, _RULE_BELOW_MARK = 32.25, 13.5
_RING = 9.75


@dataclass(frozen=True, slots=True)
class StoryPages:
    """A story set on its pages, not yet drawn. `count` is how many pages it takes."""

    count: int
    body: Mapping[int, Sequence[Placed]]
    marks: tuple[Mark, ...]
    closing: Closing

    def draw(self, page: int, sheet: Sheet, pen: Pen) -> None:
        """Draw what stands on that page of the story, counted from 0."""
        for each in self.body.get(page, ()):
            each.draw(pen)
        draw_marks(self.marks, page, sheet, pen)
        draw_closing(self.closing, page, sheet, pen)


def set_story(story: PaperStory, sheet: Sheet) -> StoryPages:
    """Return the story set on as many pages as it takes; nothing is left out but what labels have beyond two lines."""
    flow = Flow(sheet.text_left, sheet.text_width, sheet.top, sheet.bottom, 0, sheet.title - _TITLE.leading)
    flow.add(set_lines(story.title, _TITLE, flow.width), _TITLE.leading, _TITLE.leading)
    flow.add(set_lines(story.subtitle, _SUBTITLE, flow.width), _SUBTITLE.leading, _SUBTITLE_BELOW)
    headings = _add_scenes(flow, story)
    start = min(headings.values(), default=(flow.page, flow.y or sheet.top))
    marks = place_marks(story.moments, headings, (start[0], start[1] + _RING), sheet)
    lowest = max([_end(flow, sheet), *((mark.page, mark.end + _RULE_BELOW_MARK) for mark in marks[-1:])])
    closing = place_closing(story, lowest, sheet)
    last = max(flow.page, lowest[0], *closing.placed) if closing.placed else max(flow.page, lowest[0])
    return StoryPages(last + 1, by_page(flow.placed), tuple(marks), closing)


def _add_scenes(flow: Flow, story: PaperStory) -> dict[Scene, Place]:
    """Set the scenes that have words; return where their headings stand."""
    headings: dict[Scene, Place] = {}
    before: float = _FIRST_HEADING_BELOW
    for scene, paragraphs in story.scenes:
        texts = [lines for lines in (set_lines(text, _BODY, flow.width) for text in paragraphs) if lines]
        if not texts:
            continue
        two_lines = _BODY_BELOW + (_BODY.leading if len(texts[0]) > 1 else 0)
        heading = set_lines(_(SCENE_WORDS[scene]), _HEADING, flow.width)
        headings[scene] = flow.add(heading, _HEADING.leading, before, with_next=two_lines, is_ours=True)
        below: float = _BODY_BELOW
        for lines in texts:
            flow.add(lines, _BODY.leading, below)
            below = _PARAGRAPH_BELOW
        before = _HEADING_BELOW
    return headings


def _end(flow: Flow, sheet: Sheet) -> Place:
    return flow.page, (sheet.top if flow.y is None else flow.y) + _RULE_BELOW_BODY
