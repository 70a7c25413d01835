"""Every piece of text in a story, with where it stands: what is looked through, and what a decision changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from hospitality_desk.domain.stories.scenes import Scene, SceneText, StoryText
from hospitality_desk.domain.stories.sentences import rewritten


class Part(StrEnum):
    """The parts of a story besides its scenes."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    QUESTION = "question"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One text of a story. `n` counts from 1 among its kind: the question's number, the note's for the margin."""

    where: Scene | Part
    text: str
    n: int = 1


def pieces_of(text: StoryText) -> Iterator[Piece]:
    """Yield the title, the subtitle, each scene as one text, the questions and the labels in the margin."""
    yield Piece(where=Part.TITLE, text=text.title)
    yield Piece(where=Part.SUBTITLE, text=text.subtitle)
    for scene in text.scenes:
        yield Piece(where=scene.scene, text=scene.text)
    for n, question in enumerate(text.questions, start=1):
        yield Piece(where=Part.QUESTION, text=question, n=n)
    for moment in text.moments:
        yield Piece(where=Part.MARGIN, text=moment.label, n=moment.entry)


def changed_everywhere(
    text: StoryText, change: Callable[[str], str], *, besides_the_editors: bool = False
) -> StoryText:
    """Return the story with every piece changed alike; sentences keep the notes they rest on.

    A sentence that is left with no word goes, and so does a label in the margin. What the editor wrote (a sentence
    that rests on no note, a question) may be left alone.
    """
    if besides_the_editors:
        return _drawn_changed(text, change)
    scenes = []
    for scene in text.scenes:
        sentences = [replace(each, text=change(each.text)) for each in scene.sentences]
        whole = change(scene.text)
        joined = SceneText(scene=scene.scene, sentences=tuple(each for each in sentences if each.text.strip()))
        # A value that runs over the end of a sentence is changed in the whole text, which is then cut anew.
        kept = joined if joined.text == whole else SceneText(
            scene=scene.scene, sentences=rewritten(scene.sentences, whole)
        )  # fmt: skip
        scenes.append(kept)
    moments = (replace(each, label=change(each.label)) for each in text.moments)
    return replace(
        text,
        title=change(text.title),
        subtitle=change(text.subtitle),
        scenes=tuple(scenes),
        questions=tuple(change(each) for each in text.questions),
        moments=tuple(each for each in moments if each.label.strip()),
    )


def _drawn_changed(text: StoryText, change: Callable[[str], str]) -> StoryText:
    scenes = tuple(
        replace(
            scene,
            sentences=tuple(
                each if each.is_editors else replace(each, text=change(each.text)) for each in scene.sentences
            ),
        )
        for scene in text.scenes
    )
    moments = tuple(replace(each, label=change(each.label)) for each in text.moments)
    return replace(text, title=change(text.title), scenes=scenes, moments=moments)
