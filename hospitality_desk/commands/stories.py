"""Draw a story from a problem or begin a blank one, write on it, decide its names, read it, release it, withdraw it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Name, Text, handles
from hospitality_desk.commands.checks import check_words, not_withdrawn
from hospitality_desk.commands.story_checks import (
    about_story,
    check_seen,
    check_unchanged,
    story_to_write,
    written,
)
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, StoryId
from hospitality_desk.domain.incidents import Sort, Status
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.behaviours import BEHAVIOURS, behaviour_named
from hospitality_desk.domain.stories.bodies import StoryRead, StoryReleased, StoryStarted, StoryWithdrawn
from hospitality_desk.domain.stories.gate import gate, may_read, missing_to_read
from hospitality_desk.domain.stories.scenes import BehaviourShown, Decision, Scene, SceneText, StoryText
from hospitality_desk.domain.stories.sentences import rewritten
from hospitality_desk.domain.stories.story import StoryStatus, text_hash
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork

MOST_QUESTIONS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawStory(Command):
    """Draw a story from a settled problem: its notes in scenes, the known names replaced, the rest left to decide."""

    sentence: ClassVar[str] = N_("Drew a story from a problem.")

    story_id: StoryId
    incident_id: IncidentId
    title: Name | None = None


@handles(DrawStory, needs=Permission.DRAW_STORIES)
def draw_story(command: DrawStory, work: UnitOfWork) -> Done:
    """Begin the draft; a problem that is still open has no end to tell yet, praise and near misses have none."""
    from hospitality_desk.commands import story_names  # the rules of names take a while to import

    incident = not_withdrawn(work, command.incident_id)
    if incident.sort == Sort.PROBLEM and incident.status != Status.SETTLED:
        raise Refused(_("#{number} is still open. Settle it first, then tell it.").format(number=incident.number))
    text = story_names.drawn(work, incident, command.title or None)
    body = StoryStarted(
        story_id=command.story_id, number=work.next_story_number(), incident_id=incident.incident_id, text=text
    )
    return about_story(work.start_story(body, command.by))


@dataclass(frozen=True, slots=True, kw_only=True)
class StartStory(Command):
    """Begin a story that rests on no problem."""

    sentence: ClassVar[str] = N_("Began a story.")

    story_id: StoryId
    title: Name


@handles(StartStory, needs=Permission.WRITE_STORIES)
def start_story(command: StartStory, work: UnitOfWork) -> Done:
    """Begin it with its title alone."""
    check_words(command.title, _("Give the story a title."))
    body = StoryStarted(story_id=command.story_id, number=work.next_story_number(), text=StoryText(title=command.title))
    return about_story(work.start_story(body, command.by))


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteScene(Command):
    """Write a scene anew; each sentence rests on what it rested on before, as far as it can be known again.

    `seen` is the scene as the writer had it before: nobody writes over words they have not seen. None skips that check.
    """

    sentence: ClassVar[str] = N_("Wrote on a story.")

    story_id: StoryId
    scene: Scene
    text: Text
    seen: Text | None = None


@handles(WriteScene, needs=Permission.WRITE_STORIES)
def write_scene(command: WriteScene, work: UnitOfWork) -> Done:
    """Put the text in place of the scene's; the same text changes nothing."""
    story = story_to_write(work, command.story_id, command.by)
    before = story.text.scene(command.scene)
    if (
        command.seen is not None
        and SceneText(scene=command.scene, sentences=rewritten((), command.seen)).text != before.text
    ):
        raise Refused(_("Somebody wrote in this scene meanwhile. Both are kept: see what they wrote, then choose."))
    scene = SceneText(scene=command.scene, sentences=rewritten(before.sentences, command.text))
    others = {each.scene: each for each in story.text.scenes} | {scene.scene: scene}
    in_order = tuple(others[each] for each in Scene if each in others and others[each].sentences)
    return written(work, story, replace(story.text, scenes=in_order), command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleStory(Command):
    """Give a story its title, and the line under it; what is left out stays, an empty subtitle goes.

    `seen` is the title as the writer had it before, `subtitle_seen` the line under it.
    """

    sentence: ClassVar[str] = N_("Gave a story its title.")

    story_id: StoryId
    title: Name | None = None
    subtitle: Name | None = None
    seen: Name | None = None
    subtitle_seen: Name | None = None


@handles(TitleStory, needs=Permission.WRITE_STORIES)
def title_story(command: TitleStory, work: UnitOfWork) -> Done:
    """Put them in place."""
    story = story_to_write(work, command.story_id, command.by)
    text = story.text
    check_unchanged(command.seen, text.title)
    check_unchanged(command.subtitle_seen, text.subtitle)
    title = text.title if command.title is None else check_words(command.title, _("Give the story a title."))
    subtitle = text.subtitle if command.subtitle is None else command.subtitle
    return written(work, story, replace(text, title=title, subtitle=subtitle), command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteQuestion(Command):
    """Add a question to talk about; with `n` write that one anew, and an empty text takes it away.

    `seen` is question `n` as the writer had it before: it is found again by its words when others came or went.
    """

    sentence: ClassVar[str] = N_("Wrote a question for a story.")

    story_id: StoryId
    text: Name
    n: int | None = None
    seen: Name | None = None


@handles(WriteQuestion, needs=Permission.WRITE_STORIES)
def write_question(command: WriteQuestion, work: UnitOfWork) -> Done:
    """Append it, change it, or take it away; refused beyond sixty."""
    story = story_to_write(work, command.story_id, command.by)
    questions = list(story.text.questions)
    if command.n is None:
        check_words(command.text, _("Write the question."))
        if len(questions) >= MOST_QUESTIONS:
            raise Refused(_("A story has at most {most} questions.").format(most=MOST_QUESTIONS))
        questions.append(command.text)
    elif not 0 < command.n <= len(questions) and command.seen not in questions:
        raise Refused(_("Story {number} has no question {n}.").format(number=story.number, n=command.n))
    else:
        stands = command.n <= len(questions) and command.seen in (None, questions[command.n - 1])
        at = command.n - 1 if stands or command.seen not in questions else questions.index(command.seen)
        check_unchanged(command.seen, questions[at])
        questions[at : at + 1] = [command.text] if command.text else []
    return written(work, story, replace(story.text, questions=tuple(questions)), command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBehaviour(Command):
    """Say which of the house's behaviours shows in a note of the story; without a note it is taken away."""

    sentence: ClassVar[str] = N_("Tied a behaviour to a story.")

    story_id: StoryId
    name: Name
    entry: int | None = None


@handles(ShowBehaviour, needs=Permission.WRITE_STORIES)
def show_behaviour(command: ShowBehaviour, work: UnitOfWork) -> Done:
    """Tie it to the note, in place of the note it was tied to; refused for what is not on the list."""
    story = story_to_write(work, command.story_id, command.by)
    behaviour = behaviour_named(command.name)
    if behaviour is None:
        listed = ", ".join(_(each.name) for each in BEHAVIOURS)
        raise Refused(_("The house teaches no such behaviour. It has: {list}.").format(list=listed))
    shown = tuple(each for each in story.text.behaviours if each.name != behaviour.name)
    if command.entry is not None:
        incident = None if story.incident_id is None else work.incident(story.incident_id)
        note = None if incident is None else incident.note(command.entry)
        if note is None or not note.counts:
            raise Refused(_("A behaviour shows in a note. Name one that this story was drawn from."))
        shown = (*shown, BehaviourShown(name=behaviour.name, entry=note.n))
    return written(work, story, replace(story.text, behaviours=shown), command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMoment(Command):
    """Write the words beside a note's mark in the margin; without words the mark goes, with words it comes back.

    `seen` are the words as the writer had them before, empty where there was no mark.
    """

    sentence: ClassVar[str] = N_("Wrote in a story's margin.")

    story_id: StoryId
    entry: int
    label: Name
    seen: Name | None = None


@handles(LabelMoment, needs=Permission.WRITE_STORIES)
def label_moment(command: LabelMoment, work: UnitOfWork) -> Done:
    """Write, add or take away the mark; refused for a note this story was not drawn from."""
    from hospitality_desk.commands import story_names  # the rules of names take a while to import

    story = story_to_write(work, command.story_id, command.by)
    incident = None if story.incident_id is None else work.incident(story.incident_id)
    note = None if incident is None else incident.note(command.entry)
    if incident is None or note is None or not note.counts:
        raise Refused(_("A mark in the margin stands for a note. Name one that this story was drawn from."))
    check_unchanged(command.seen, next((each.label for each in story.text.moments if each.entry == note.n), ""))
    others = tuple(each for each in story.text.moments if each.entry != note.n)
    mark = (story_names.moment_of(incident, note, command.label),) if command.label else ()
    moments = tuple(sorted((*others, *mark), key=lambda each: (each.minutes, each.entry)))
    return written(work, story, replace(story.text, moments=moments), command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideValue(Command):
    """Decide what becomes of a name or number: other words (none removes it), or keep it for a reason."""

    sentence: ClassVar[str] = N_("Decided a name in a story.")

    story_id: StoryId
    value: Text
    replacement: Text | None = None
    """None keeps it."""
    reason: Text | None = None


@handles(DecideValue, needs=Permission.WRITE_STORIES)
def decide_value(command: DecideValue, work: UnitOfWork) -> Done:
    """Change every place it stands in; refused to keep what is known to point at a person."""
    from hospitality_desk.commands import story_names  # the rules of names take a while to import

    story = story_to_write(work, command.story_id, command.by)
    finder = story_names.finder_for(work, story)
    found_type = story_names.check_decision(command.value, command.replacement, command.reason, story, finder)
    decision = Decision(
        value=command.value,
        type=found_type,
        replacement=command.replacement,
        reason=command.reason or None,
    )
    return written(work, story, story_names.decided(story.text, decision), command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackWords(Command):
    """Put a story's text back to what it was before it was written last. `seen` is the hash of the text that goes."""

    sentence: ClassVar[str] = N_("Took words of a story back.")

    story_id: StoryId
    seen: Name | None = None


@handles(TakeBackWords, needs=Permission.WRITE_STORIES)
def take_back_words(command: TakeBackWords, work: UnitOfWork) -> Done:
    """Write the text before as the text now; refused once somebody wrote again."""
    story = story_to_write(work, command.story_id, command.by)
    check_seen(story, command.seen)
    before = work.story_text_before(story.story_id)
    if before is None:
        raise Refused(_("There are no words before these in story {number}.").format(number=story.number))
    return written(work, story, before, command.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStory(Command):
    """Read a story as the second person, and find nobody in it. `seen` is the hash of the text that was read."""

    sentence: ClassVar[str] = N_("Read a story.")

    story_id: StoryId
    seen: Name | None = None


@handles(ReadStory, needs=Permission.READ_STORIES)
def read_story(command: ReadStory, work: UnitOfWork) -> Done:
    """Bind the reading to the text; refused for whoever wrote a word of it, and while something is undecided."""
    from hospitality_desk.commands import story_names  # the rules of names take a while to import

    story = work.story(command.story_id)
    check_seen(story, command.seen)
    if not may_read(story, command.by):
        raise Refused(_("Whoever wrote on a story does not read it. Ask a colleague."))
    if story.status == StoryStatus.WITHDRAWN:
        raise Refused(_("Story {number} is withdrawn.").format(number=story.number))
    if story.status == StoryStatus.RELEASED:
        raise Refused(_("Story {number} is released already.").format(number=story.number))
    missing = missing_to_read(story.text, story_names.questions_left(work, story))
    if missing:
        say = _("Story {number} is not ready to be read. Still open: {what}.")
        raise Refused(say.format(number=story.number, what="; ".join(missing)), missing=missing)
    body = StoryRead(story_id=story.story_id, text_hash=text_hash(story.text))
    return about_story(work.tell_story(EntryKind.STORY_READ, body, command.by))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStory(Command):
    """Release a story: from now on it may be printed and told. `seen` is the hash of the text before one's eyes."""

    sentence: ClassVar[str] = N_("Released a story.")

    story_id: StoryId
    seen: Name | None = None


@handles(ReleaseStory, needs=Permission.RELEASE_STORIES)
def release_story(command: ReleaseStory, work: UnitOfWork) -> Done:
    """Release exactly this text, or refuse and name what is open."""
    from hospitality_desk.commands import story_names  # the rules of names take a while to import

    story = work.story(command.story_id)
    check_seen(story, command.seen)
    missing = gate(story, story_names.questions_left(work, story))
    if missing:
        say = _("Story {number} is not released yet. Still open: {what}.")
        raise Refused(say.format(number=story.number, what="; ".join(missing)), missing=missing)
    if story.status == StoryStatus.RELEASED:
        return about_story(story)
    body = StoryReleased(story_id=story.story_id, text_hash=text_hash(story.text))
    return about_story(work.tell_story(EntryKind.STORY_RELEASED, body, command.by))


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawStory(Command):
    """Withdraw a story: it is printed and told no more. What was printed already cannot be called back."""

    sentence: ClassVar[str] = N_("Withdrew a story.")

    story_id: StoryId


@handles(WithdrawStory, needs=Permission.RELEASE_STORIES)
def withdraw_story(command: WithdrawStory, work: UnitOfWork) -> Done:
    """Withdraw it from any state; a second time changes nothing. Writing on it makes it a draft again."""
    story = work.story(command.story_id)
    if story.status == StoryStatus.WITHDRAWN:
        return about_story(story)
    body = StoryWithdrawn(story_id=story.story_id)
    return about_story(work.tell_story(EntryKind.STORY_WITHDRAWN, body, command.by))
