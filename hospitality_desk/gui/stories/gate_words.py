"""What is left before a release and what is done, as lines; and why a button is off."""

from __future__ import annotations

from dataclasses import dataclass

from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.gui.stories.story_now import StoryNow, read_by_words
from hospitality_desk.words import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class GateLine:
    """One thing a released story needs."""

    words: str
    is_done: bool


def gate_lines(now: StoryNow) -> tuple[GateLine, ...]:
    """Return what is open, as the rules say it, then what is done."""
    missing = tuple(GateLine(words=words, is_done=False) for words in now.whole.gate)
    return (*missing, *(GateLine(words=words, is_done=True) for words in _done(now)))


def why_not(now: StoryNow) -> str:
    """Return why it is not released yet, in one sentence; no words when it may be."""
    if not now.whole.gate:
        return ""
    return _("Not ready to release. Still open: {what}.").format(what="; ".join(now.whole.gate))


def _done(now: StoryNow) -> list[str]:
    text, story = now.text, now.story
    done = []
    written = sum(has_a_word(text.scene(scene).text) for scene in Scene)
    if any(has_a_word(text.scene(scene).text) for scene in Scene if scene != Scene.TAKE):
        done.append(ngettext("{n} scene is written", "{n} scenes are written", written).format(n=written))
    if not now.undecided:
        done.append(_("All names and numbers are decided") if text.decisions else _("No name or number in it"))
    if has_a_word(text.title):
        done.append(_("It has a title"))
    if story.status in (StoryStatus.READ, StoryStatus.RELEASED):
        done.append(read_by_words(now.name(story.read_by)))
    return done
