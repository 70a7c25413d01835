"""What holds a paper back: a letter nobody can draw, and anybody who could be known by it."""

from collections.abc import Sequence
from typing import Protocol

from hospitality_desk.desk.pack_search import PackSearch
from hospitality_desk.documents.glyphs import undrawable
from hospitality_desk.documents.leak_check import Leak, leaks_in
from hospitality_desk.documents.pack import BuiltPack
from hospitality_desk.documents.pdf_corners import Where
from hospitality_desk.domain.stories.paper import PaperPack
from hospitality_desk.errors import Refused
from hospitality_desk.queries.stories import ReleasedStory
from hospitality_desk.words import N_, _

_PLACES = {
    Where.METADATA: N_("the file's properties"),
    Where.OUTLINE: N_("the outline"),
    Where.FILE_NAME: N_("the file's name"),
}


class Held(Refused):
    """A paper is not given out. `stories` has a visible number for each line of `missing`, None where it is of none."""

    def __init__(self, say: str, missing: tuple[str, ...], stories: tuple[int | None, ...]) -> None:
        super().__init__(say, missing=missing)
        self.stories = stories


class Numbered(Protocol):
    """A story with its visible number."""

    @property
    def number(self) -> int:
        """Return the number."""


def check_still_clean(stories: Sequence[ReleasedStory]) -> None:
    """Refuse what has come up since a story was released: a name learnt later, and what is not decided about it."""
    _hold(
        [
            (story.number, _in_story(story.number, each.value, each.sentence))
            for story in stories
            for each in story.undecided
        ]
    )


def check_words_around(search: PackSearch, title: str, file_name: str) -> None:
    """Refuse a title for the pages, or a name for the file, that tells who it was; what is ours is no title."""
    found = [(each.value, _("the pack's title")) for each in search.told_by(title)]
    found += [(each.value, _(_PLACES[Where.FILE_NAME])) for each in search.told_by(file_name, is_file=True)]
    _hold([(None, _("{value} in {place}").format(value=value, place=place)) for value, place in found])


def check_file(built: BuiltPack, file_name: str, search: PackSearch) -> None:
    """Refuse a finished file in which anybody is found.

    Its name was looked at by `check_words_around`, and so was its title, in which the house's own name may stand.
    """
    leaks = leaks_in(built.pdf, file_name, search.finds, built.furniture, search.sentences, search.values())
    theirs = [
        leak
        for leak in leaks
        if search.is_theirs(leak)
        and leak.where != Where.FILE_NAME
        and not (leak.known == search.house and leak.where == Where.METADATA)
    ]
    _hold([_line(leak, search) for leak in theirs])


def _line(leak: Leak, search: PackSearch) -> tuple[int | None, str]:
    number = search.number(leak.story)
    sentence = leak.sentence or search.sentence_with(leak)
    if number is not None and sentence:
        return number, _in_story(number, leak.value, sentence)
    if leak.page is not None:
        return number, _("{value} on page {page}").format(value=leak.value, page=leak.page)
    place = _(_PLACES[leak.where]) if leak.where in _PLACES else _("what does not show")
    return number, _("{value} in {place}").format(value=leak.value, place=place)


def _in_story(number: int, value: str, sentence: str) -> str:
    return _("Story {number}: {value} in “{sentence}”").format(number=number, value=value, sentence=sentence)


def _hold(lines: Sequence[tuple[int | None, str]]) -> None:
    if lines:
        missing = tuple(line for _number, line in lines)
        say = _("Nothing is printed: somebody could be known. {what}.").format(what="; ".join(missing))
        raise Held(say, missing, tuple(number for number, _line in lines))


def check_drawable(pack: PaperPack, stories: Sequence[Numbered]) -> None:
    """Refuse letters no font here can draw, each with its name and the sentence it stands in."""
    found = undrawable(pack)
    if not found:
        return
    numbers = tuple(stories[each.story - 1].number if each.story else None for each in found)
    missing = tuple(
        _("Story {number}: {name} ({code}) in “{sentence}”").format(
            number="–" if number is None else number, name=each.name, code=each.code, sentence=each.sentence
        )
        for number, each in zip(numbers, found, strict=True)
    )
    say = _("No font here can draw some letters: {what}. Write them otherwise, or install a font that has them.")
    raise Held(say.format(what="; ".join(missing)), missing, numbers)
