"""What to look for in a finished pack: everybody around every one of its problems, story by story."""

from collections.abc import Callable, Sequence

from hospitality_desk.documents.glyphs import story_texts
from hospitality_desk.documents.leak_check import Leak
from hospitality_desk.domain.deidentify.finding import find_all
from hospitality_desk.domain.deidentify.finds import Find, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.sentences import split_sentences
from hospitality_desk.domain.text import folded
from hospitality_desk.queries.stories import ReleasedStory

_LETTERS = 6
"""Letters a value has at least that is looked for in raw bytes: shorter ones stand there by chance."""


class PackSearch:
    """Joins what the stories know, so that the file is read once. `looked` is called for each text, and may raise."""

    def __init__(self, stories: Sequence[ReleasedStory], looked: Callable[[], None]) -> None:
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
        self._looked()
        return tuple(
            find
            for find in find_all(text, self._known)
            if find.sure and (find.known is not None or folded(find.value) not in self._kept)
        )

    def values(self, *, besides: str) -> tuple[str, ...]:
        """Return the values that are looked for in raw bytes as well, besides the house's own name."""
        return tuple(value for value in self._values if len(value) >= _LETTERS and value != besides)

    def number(self, story: int | None) -> str:
        """Return the visible number of the pack's story, a dash where it cannot be told."""
        return "–" if story is None else str(self._stories[story - 1].number)

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
