"""What to look for in a finished pack: everybody around every one of its problems, story by story."""

from collections.abc import Sequence

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
    """Joins what the stories know, so that the file is read once; what is one story's alone is asked of that one."""

    def __init__(self, stories: Sequence[ReleasedStory]) -> None:
        self._stories = stories
        listed: dict[str, Known] = {each.value: each for story in stories for each in story.finder.listed}
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
        """Tell whether a leak points at somebody in the problem of its own story.

        Where it stands in a sentence that the story's own list finds nobody in, the name belongs to another story of
        the pack and is an everyday word here.
        """
        if leak.story is None or leak.sentence is None or leak.known is None:
            return True
        story = self._stories[leak.story - 1]
        return any(find.known is not None and find.sure for find in story.finder.finds(leak.sentence))
