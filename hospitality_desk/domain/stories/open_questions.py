"""What in a story still asks for a decision: names that came back, and what only looks like one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.finding import find_all
from hospitality_desk.domain.deidentify.finds import Find, FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.pieces import Part, pieces_of
from hospitality_desk.domain.stories.scenes import Decision, Scene, StoryText
from hospitality_desk.domain.stories.sentences import split_sentences
from hospitality_desk.domain.text import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """One value that a person has to decide on, with the first sentence it stands in.

    `known` names what we know to point at a person; None for what merely looks like a name, a number, a date or a
    place. `times` counts where it stands.
    """

    value: str
    type: FindType
    suggestion: str
    known: str | None
    where: Scene | Part
    sentence: str
    may_stay: bool = True
    """False for what is known and sure: it can only be replaced. A name that is an everyday word too may be that."""
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Looks through a text for all that could tell who it was; `context` is None for a story of no problem.

    `listed` is what `known` was made from; `own_times` are the words that the times and days of the problem itself
    become, which may not stay either.
    """

    listed: tuple[Known, ...]
    known: KnownList
    context: Context | None = None
    own_times: frozenset[str] = frozenset()

    def finds(self, text: str) -> tuple[Find, ...]:
        """Return what stands in a text, in order."""
        return find_all(text, self.known, self.context)

    def must_go(self, find: Find) -> bool:
        """Tell whether a find can only be replaced: it is known and sure, or a time or day of the problem itself."""
        is_own_time = find.type in (FindType.TIME, FindType.DATE) and find.replacement in self.own_times
        return find.sure and (find.known is not None or is_own_time)


def open_questions(text: StoryText, finder: Finder) -> tuple[OpenQuestion, ...]:
    """Return what is not decided yet, what is known before what is guessed, each value once, in reading order."""
    found: dict[str, OpenQuestion] = {}
    for question in _asked(text, finder):
        key = folded(question.value)
        first = found.setdefault(key, question)
        if first is not question:
            found[key] = replace(
                first, may_stay=first.may_stay and question.may_stay, known=first.known or question.known,
                times=first.times + 1,
            )  # fmt: skip
    return tuple(sorted(found.values(), key=lambda each: each.known is None))


def _asked(text: StoryText, finder: Finder) -> Iterator[OpenQuestion]:
    settled = _Settled(text.decisions, finder)
    for piece in pieces_of(text):
        for find in finder.finds(piece.text):
            if not settled.has(find, piece.text):
                yield OpenQuestion(
                    value=find.value, type=find.type, suggestion=find.replacement,
                    known=find.known, where=piece.where, sentence=sentence_at(piece.text, find.start),
                    may_stay=not finder.must_go(find),
                )  # fmt: skip


class _Settled:
    """What was decided: values kept, and the minutes that a time became."""

    def __init__(self, decisions: tuple[Decision, ...], finder: Finder) -> None:
        self._finder = finder
        self._kept = {folded(each.value) for each in decisions if each.is_kept}
        self._minutes = [each.replacement for each in decisions if each.replacement and each.type == FindType.TIME]

    def has(self, find: Find, text: str) -> bool:
        """Tell whether this find needs no further word; what must go always does."""
        if self._finder.must_go(find):
            return False
        is_minute = find.type == FindType.NUMBER and any(self._covers(find, text, words) for words in self._minutes)
        return is_minute or folded(find.value) in self._kept

    @staticmethod
    def _covers(find: Find, text: str, words: str) -> bool:
        at = text.casefold().find(words.casefold(), max(0, find.start - len(words)))
        return at != -1 and at <= find.start and find.end <= at + len(words)


def sentence_at(text: str, at: int) -> str:
    """Return the sentence of a text that holds the character number `at`; the whole text where none can be told."""
    begin = 0
    for sentence, _opens in split_sentences(text):
        stands = text.find(sentence, begin)
        if stands == -1:
            break
        begin = stands + len(sentence)
        if at < begin:
            return sentence
    return text.strip()
