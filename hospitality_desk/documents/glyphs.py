"""Which characters of a pack nobody here can draw: named before anything is printed, never left out in silence."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from hospitality_desk.documents.fonts import INVISIBLE, shipped_characters
from hospitality_desk.documents.text_lines import seen
from hospitality_desk.domain.stories.paper import PaperPack, PaperStory

_SENTENCE = re.compile(r"[^.!?…。！？؟।\n]*[.!?…。！？؟।\n]*\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Undrawable:
    """One character no font here can draw, with the sentence it stands in first."""

    char: str
    name: str
    """Its Unicode name, or its number where it has none."""
    story: int
    """Its story's place in the pack, from 1; 0 for the pack's own title and the house's name."""
    sentence: str

    @property
    def code(self) -> str:
        """Its number as it is usually written."""
        return f"U+{ord(self.char):04X}"


def undrawable(pack: PaperPack) -> tuple[Undrawable, ...]:
    """Return every character of the pack that no font here has a shape for, once a story, in order.

    Characters no shipped cut has (Chinese, Japanese, Korean above all) are asked of the system's fonts through Qt.
    """
    texts = [(0, pack.title), (0, pack.house), *_texts(pack)]
    doubtful = set().union(*(set(seen(text)) for _story, text in texts)) - shipped_characters() - INVISIBLE
    if not doubtful:
        return ()
    from hospitality_desk.documents.complex_text import without_shape  # Qt: only where a character needs it

    missing = without_shape(doubtful)
    found: dict[tuple[int, str], Undrawable] = {}
    for story, text in texts:
        for char in sorted(missing & set(text), key=text.index):
            if (story, char) not in found:
                found[story, char] = Undrawable(
                    char=char,
                    name=unicodedata.name(char, f"U+{ord(char):04X}"),
                    story=story,
                    sentence=_sentence_around(text, text.index(char)),
                )
    return tuple(found.values())


def _texts(pack: PaperPack) -> Iterator[tuple[int, str]]:
    for number, story in enumerate(pack.stories, 1):
        for text in story_texts(story):
            yield number, text


def story_texts(story: PaperStory) -> Iterator[str]:
    """Give every text of a story that comes on paper."""
    yield story.title
    yield story.subtitle
    for _scene, paragraphs in story.scenes:
        yield from paragraphs
    yield from (moment.label for moment in story.moments)
    yield from story.take
    yield from story.behaviours
    yield from story.questions


def _sentence_around(text: str, at: int) -> str:
    for match in _SENTENCE.finditer(text):
        if match.start() <= at < match.end():
            return match.group().strip()
    return text.strip()
