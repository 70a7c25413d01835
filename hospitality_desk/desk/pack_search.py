"""What to look for in a finished pack: everybody around every one of its problems, story by story."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from hospitality_desk.documents.glyphs import story_texts
from hospitality_desk.documents.leak_check import Leak
from hospitality_desk.domain.deidentify.finding import find_all
from hospitality_desk.domain.deidentify.finds import Find, FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.sentences import split_sentences
from hospitality_desk.domain.text import folded
from hospitality_desk.queries.stories import ReleasedStory

_OF_NOBODY = frozenset([FindType.EMAIL, FindType.PHONE, FindType.HANDLE, FindType.CARD, FindType.ACCOUNT])
"""What a file is never named after; its name may well hold a day and a number."""
_APART = re.compile(r"[_\-.+]+")
_LETTERS = 6
"""Letters a value has at least that is looked for in raw bytes: shorter ones stand there by chance."""


class PackSearch:
    """Joins what the stories know, so that the file is read once. `looked` is called for each text, and may raise.

    `house` is the house's own name, which stands at the foot of every page.
    """

    def __init__(self, stories: Sequence[ReleasedStory], house: str, looked: Callable[[], None] | None = None) -> None:
        self.house = house
        self._stories, self._looked = stories, looked
        listed: dict[str, Known] = {each.value: each for story in stories for each in story.listed}
        self._values = tuple(listed)
        self._known = KnownList(listed.values())
        self._kept = frozenset[str]().union(*(story.kept for story in stories))
        self.sentences = tuple(
            (n, sentence)
            for n, story in enumerate(stories, start=1)
            for text in story_texts(story.page)
            for sentence, _opens in split_sentences(text)
        )

    def finds(self, text: str) -> tuple[Find, ...]:
        """Return what is sure to point at somebody, but for what a person decided to keep.

        What only may is not asked again here: pages are cut into lines and labels, where a capital proves nothing.
        The text itself was asked before the file was made.
        """
        if self._looked is not None:
            self._looked()
        return tuple(find for find in find_all(text, self._known) if find.sure and folded(find.value) not in self._kept)

    def told_by(self, text: str, *, is_file: bool = False) -> tuple[Find, ...]:
        """Return what in a pack's own title or file name tells who it was, sure or not, but for capitals alone.

        A file may well be named after the day it was made, and a title written with capitals.
        """
        if is_file:
            text = Path(text).stem
            known = [each for each in find_all(_APART.sub(" ", text), self._known) if each.known is not None]
            looks = [each for each in find_all(text, self._known) if each.known is None and each.type in _OF_NOBODY]
        else:
            known = [each for each in find_all(text, self._known) if each.known is not None]
            looks = [each for each in find_all(text, self._known) if each.known is None and _tells(each)]
        return tuple(each for each in (*known, *looks) if each.known != self.house)

    def values(self) -> tuple[str, ...]:
        """Return the values that are looked for in raw bytes as well, besides the house's own name."""
        return tuple(value for value in self._values if len(value) >= _LETTERS and value != self.house)

    def number(self, story: int | None) -> int | None:
        """Return the visible number of the pack's story; None where it cannot be told."""
        return None if story is None else self._stories[story - 1].number

    def sentence_with(self, leak: Leak) -> str | None:
        """Return the sentence of the leak's story in which its words stand; None where there is none."""
        words = _flat(leak.value).casefold()
        here = (sentence for story, sentence in self.sentences if story == leak.story)
        return next((sentence for sentence in here if words in _flat(sentence).casefold()), None)

    def is_theirs(self, leak: Leak) -> bool:
        """Tell whether a leak points at somebody in the problem of its own story, in words that stand together there.

        A name of another story's problem may be an everyday word in this one. And a page sets texts side by side: what
        is only found where the end of one meets the beginning of another stands in neither.
        """
        if leak.story is None:
            return True
        story = self._stories[leak.story - 1]
        if leak.known is not None and all(each.value != leak.known for each in story.listed):
            return False
        words = _flat(leak.value)
        is_one_name = leak.known is not None and " " not in words
        return is_one_name or any(words in _flat(text) for text in story_texts(story.page))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _tells(find: Find) -> bool:
    """Tell whether a find in a title is more than a capital: titles are written with capitals."""
    has_a_title = find.type == FindType.NAME and " " in find.value
    return has_a_title or find.type not in (FindType.WORD, FindType.NAME)
