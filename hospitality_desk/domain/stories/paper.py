"""What of a story goes on paper: no name, no clock time, no way back to the problem it was drawn from."""

from dataclasses import dataclass
from enum import StrEnum

from hospitality_desk.domain.stories.scenes import Scene

WORDS_A_MINUTE = 150
"""How fast a story is read aloud (product: 225 words are about 90 s)."""


class Paper(StrEnum):
    """The sheets an office printer holds."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One mark of the line in the margin: whole minutes from the start, and what it says; `told` fills the mark."""

    minutes: int
    label: str
    told: bool
    scene: Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStory:
    """One released story as it is printed; every text is final. Scenes hold their paragraphs; empty ones are left out.

    `scenes` holds the first four; what to take from it stands apart, at the foot of the page.
    """

    title: str
    subtitle: str
    scenes: tuple[tuple[Scene, tuple[str, ...]], ...]
    take: tuple[str, ...]
    behaviours: tuple[str, ...]
    questions: tuple[str, ...]
    moments: tuple[Moment, ...]

    @property
    def words(self) -> int:
        """Return how many words are read aloud: title, subtitle and all five scenes."""
        texts = (
            self.title,
            self.subtitle,
            *self.take,
            *(each for _scene, paragraphs in self.scenes for each in paragraphs),
        )
        return sum(len(text.split()) for text in texts)

    @property
    def minutes_aloud(self) -> int:
        """Return how many minutes reading it aloud takes, begun ones counted: 1 or more."""
        return max(1, -(-self.words // WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPack:
    """Several stories for one print: a title for the running head, and the house's name for the foot."""

    title: str
    house: str
    stories: tuple[PaperStory, ...]
    paper: Paper
    language: str = "en"
