"""The first draft of a story: the notes' own words in scenes, nothing invented, the known names replaced."""

from datetime import datetime, timedelta

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.finding import find_all, replaced
from hospitality_desk.domain.deidentify.finds import Find
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.drafting.identifiers import Surroundings, known_of
from hospitality_desk.domain.drafting.label import label_of
from hospitality_desk.domain.drafting.scene_of import notes_in_order, scenes_of
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.house import House
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.regions import region_of
from hospitality_desk.domain.similar_words import ENGLISH
from hospitality_desk.domain.stories.open_questions import Finder
from hospitality_desk.domain.stories.scenes import Decision, Scene, SceneText, Sentence, StoryMoment, StoryText
from hospitality_desk.domain.stories.sentences import as_sentence, split_sentences
from hospitality_desk.domain.text import folded, has_a_word, is_own_words
from hospitality_desk.domain.timeline import Note
from hospitality_desk.words import _


def start_of(incident: Incident) -> datetime:
    """Return the 0 min of its story: the first thing that happened, as far as it is known."""
    happened = [note.happened_at for note in incident.notes if note.counts and note.happened_at is not None]
    return min(happened, default=incident.happened_at or incident.opened_at)


def context_of(incident: Incident, house: House) -> Context:
    """Return what lets the times of its notes become minutes from the start."""
    region = region_of(house.zone_name, house.currency)
    return Context(start=start_of(incident), zone=house.zone, region=region)


def finder_of(incident: Incident | None, around: Surroundings, house: House) -> Finder:
    """Return what looks for everybody around a problem, or around the house where a story rests on none."""
    listed = known_of(incident, around)
    known = KnownList(listed)
    if incident is None:
        return Finder(listed=listed, known=known)
    context = context_of(incident, house)
    return Finder(listed=listed, known=known, context=context, own_times=_own_times(incident, context))


def _own_times(incident: Incident, context: Context) -> frozenset[str]:
    """Return what the clock times and the days of the problem become in its story: nobody may keep one of them."""
    moments = [incident.opened_at, incident.settled_at, *(note.happened_at for note in incident.notes)]
    moments += [note.recorded_at for note in incident.notes] + [promise.by for promise in incident.promises]
    local = {moment.astimezone(context.zone) for moment in moments if moment is not None}
    written = [f"{moment:%H:%M}" for moment in local] + [f"{moment:%Y-%m-%d}" for moment in local]
    nobody = KnownList(())
    return frozenset(find.replacement for text in dict.fromkeys(written) for find in find_all(text, nobody, context))


def draw(incident: Incident, finder: Finder, title: str | None = None) -> StoryText:
    """Return the draft of its story; the same problem always gives the same one.

    Every standing note is told once, in the scene it belongs to. What is sure to point at a person is replaced, with
    a decision kept for each; what only may is left as it stands, for a person to decide. Each note but a cost gets its
    mark in the margin.
    """
    drawing = _Drawing(finder)
    scenes: dict[Scene, list[Sentence]] = {scene: [] for scene in Scene}
    moments: list[StoryMoment] = []
    where = scenes_of(incident)
    for note in notes_in_order(incident):
        scene = where[note.n]
        scenes[scene] += drawing.sentences(_told(incident, note), note.n)
        label = drawing.clean(label_of(_words(incident, note)))
        if label and note.kind != EntryKind.COST:
            moments.append(moment_of(incident, note, label))
    heading = title or drawing.clean(label_of(incident.gist)) or _("A story")
    return StoryText(
        title=heading,
        scenes=tuple(SceneText(scene=scene, sentences=tuple(told)) for scene, told in scenes.items() if told),
        decisions=tuple(drawing.decisions.values()),
        moments=tuple(sorted(moments, key=lambda each: (each.minutes, each.entry))),
    )


def moment_of(incident: Incident, note: Note, label: str) -> StoryMoment:
    """Return the mark of a standing note in the margin, in whole minutes from the start."""
    start = start_of(incident)
    minutes = max(0, ((note.happened_at or start) - start) // timedelta(minutes=1))
    scene, told = scenes_of(incident)[note.n], note.kind == EntryKind.TOLD
    return StoryMoment(entry=note.n, minutes=minutes, label=label, scene=scene, told=told)


def _words(incident: Incident, note: Note) -> str:
    """Return a note's own words; of the log line, as long as it stands as typed, what happened without its parts."""
    as_logged = note.n == 1 and not note.corrections and incident.title is None and incident.source != Source.REVIEW
    return incident.gist if as_logged and incident.gist else note.text


def _told(incident: Incident, note: Note) -> str:
    """Return a note as a story tells it: what we said to the guest is quoted, what we took it to mean says so."""
    words = _words(incident, note)
    match note.kind:
        case EntryKind.TOLD if not is_own_words(words):
            return _("We said: “{words}”").format(words=as_sentence(words))
        case EntryKind.THINK:
            return _("We took it that {what}").format(what=_small(words))
        case _:
            return words


def _small(words: str) -> str:
    """Return the words to go on in a sentence: a capital goes where an everyday word has it, never where a name may."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first != "I" and folded(first) in ENGLISH.stop else words


class _Drawing:
    """Replaces what is sure while the notes are told, and keeps what was decided by that."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self.decisions: dict[str, Decision] = {}

    def clean(self, text: str) -> str:
        """Return a text with everything sure replaced."""
        sure = [find for find in self._finder.finds(text) if find.sure]
        for find in sure:
            self._decided(find)
        return replaced(text, sure).strip()

    def sentences(self, text: str, entry: int) -> list[Sentence]:
        """Return a note's text in sentences, each resting on it; the guest's own words stay in one piece."""
        clean = self.clean(text)
        pieces = [clean] if is_own_words(clean) else [piece for piece, _opens in split_sentences(clean)]
        return [Sentence(text=as_sentence(piece), entries=(entry,)) for piece in pieces if has_a_word(piece)]

    def _decided(self, find: Find) -> None:
        value = find.known or find.value
        if value not in self.decisions:
            self.decisions[value] = Decision(value=value, type=find.type, replacement=find.replacement, automatic=True)
