"""What a story still lacks before it may be released, in short sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.stories.scenes import Scene, StoryText
from hospitality_desk.domain.stories.story import Story, StoryStatus
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # what finds names takes a while to import
    from hospitality_desk.domain.stories.open_questions import OpenQuestion


def missing_to_read(text: StoryText, questions: tuple[OpenQuestion, ...]) -> tuple[str, ...]:
    """Return what is open before a second person can read it: words, a title, and every name and number decided."""
    missing = []
    if not has_a_word(text.title):
        missing.append(_("Give it a title"))
    if not any(has_a_word(text.scene(scene).text) for scene in Scene if scene != Scene.TAKE):
        missing.append(_("Write at least one scene"))
    back = [each for each in questions if each.known is not None]
    asked = len(questions) - len(back)
    missing += [_("Take {value} out: {sentence}").format(value=each.value, sentence=each.sentence) for each in back]
    if asked:
        missing.append(ngettext("Decide {n} name or number", "Decide {n} names and numbers", asked).format(n=asked))
    return tuple(missing)


def gate(story: Story, questions: tuple[OpenQuestion, ...]) -> tuple[str, ...]:
    """Return what is open before it may be released; nothing is open of a released story that is clean."""
    missing = missing_to_read(story.text, questions)
    match story.status:
        case StoryStatus.WITHDRAWN:
            return (*missing, _("It was withdrawn: write on it first"), _("A second person reads it"))
        case StoryStatus.DRAFT:
            return (*missing, _("A second person reads it"))
        case _:
            return missing


def may_read(story: Story, person: PersonId) -> bool:
    """Tell whether this person may be the second reader: nobody who wrote a word of it is."""
    return person not in story.authors
