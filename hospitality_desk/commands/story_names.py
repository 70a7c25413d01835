"""Who could be known by a story: what its commands ask of the rules of names.

Those rules bring the phone numbers of the world along and take a while to import, so the commands read this in late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.drafting.draw import draw, finder_of, moment_of
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.stories.deciding import decided
from hospitality_desk.domain.stories.open_questions import Finder, OpenQuestion, open_questions
from hospitality_desk.domain.stories.scenes import StoryText
from hospitality_desk.domain.stories.story import Story
from hospitality_desk.domain.text import folded, has_a_word
from hospitality_desk.errors import Refused
from hospitality_desk.words import _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork

__all__ = ["check_decision", "decided", "drawn", "finder_for", "moment_of", "questions_left"]


def drawn(work: UnitOfWork, incident: Incident, title: str | None) -> StoryText:
    """Return the first draft of a problem's story."""
    return draw(incident, finder_of(incident, work.surroundings(incident), work.house), title)


def questions_left(work: UnitOfWork, story: Story) -> tuple[OpenQuestion, ...]:
    """Return what in a story is not decided yet."""
    return open_questions(story.text, finder_for(work, story))


def finder_for(work: UnitOfWork, story: Story) -> Finder:
    """Return what looks for everybody around the problem a story was drawn from, or around the house."""
    incident = None if story.incident_id is None else work.incident(story.incident_id)
    return finder_of(incident, work.surroundings(incident), work.house)


def check_decision(value: str, replacement: str | None, reason: str | None, story: Story, finder: Finder) -> FindType:
    """Return what the value is; refuse an empty one, one to keep without a reason, and one that may not be kept."""
    if not has_a_word(value):
        raise Refused(_("Say which name or number is decided."))
    finds = finder.finds(value)
    found = next((each.type for each in finds), FindType.WORD)
    before = next((each for each in story.text.decisions if folded(each.value) == folded(value)), None)
    if replacement is not None and folded(replacement) == folded(value):
        raise Refused(_("That is the same name. Write other words for it."))
    if replacement is not None:
        again = next((each for each in finder.finds(replacement) if each.known is not None or each.sure), None)
        if again is not None:
            say = _("“{words}” would put {value} into the story. Choose other words.")
            raise Refused(say.format(words=replacement, value=again.known or again.value))
        return found if before is None else before.type
    asked = next((each for each in open_questions(story.text, finder) if folded(each.value) == folded(value)), None)
    if not asked.may_stay if asked is not None else any(finder.must_go(each) for each in finds):
        say = _("“{value}” points at somebody in this problem, so it cannot stay. Choose other words for it.")
        raise Refused(say.format(value=value))
    if not has_a_word(reason or ""):
        raise Refused(_("Say why it may stay, in a word or two."))
    return found
