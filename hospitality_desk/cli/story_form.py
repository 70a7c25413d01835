"""A story as a document and as lines: every name and number that programs may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospitality_desk.domain.drafting.on_paper import on_paper
from hospitality_desk.domain.json_form import Json, to_json
from hospitality_desk.domain.stories.scenes import SCENE_WORDS, Decision, Sentence
from hospitality_desk.words import _

if TYPE_CHECKING:  # these bring the store and the phone numbers with them; --help needs neither
    from hospitality_desk.domain.stories.open_questions import OpenQuestion
    from hospitality_desk.queries.stories import StoryRow, StoryWhole


def story_json(whole: StoryWhole) -> dict[str, Json]:
    """Return the whole of it; a sentence without entries is the editor's own."""
    story, text, page = whole.story, whole.story.text, on_paper(whole.story.text)
    return {
        "story": str(story.number),
        "id": story.story_id,
        "title": text.title,
        "subtitle": text.subtitle,
        "incident": None if whole.incident is None else str(whole.incident.number),
        "scenes": [
            {"scene": scene.scene.value, "sentences": [_sentence_json(whole, each) for each in scene.sentences]}
            for scene in text.scenes
        ],
        "margin": [
            {"minutes": each.minutes, "label": each.label, "told": each.told, "entry": each.entry,
             "scene": each.scene.value}
            for each in text.moments
        ],
        "undecided": [_question_json(each) for each in whole.undecided],
        "decided": [_decision_json(each) for each in text.decisions],
        "behaviours": [{"name": each.name, "entry": each.entry} for each in text.behaviours],
        "questions": list(text.questions),
        "status": story.status.value,
        "hash": whole.hash,
        "gate": list(whole.gate),
        "authors": [whole.names.get(each) for each in story.authors],
        "read_by": None if story.read_by is None else whole.names.get(story.read_by),
        "released_at": to_json(story.released_at),
        "words": page.words,
        "minutes_aloud": page.minutes_aloud,
    }  # fmt: skip


def _sentence_json(whole: StoryWhole, sentence: Sentence) -> Json:
    told: dict[str, Json] = {"text": sentence.text, "entries": list(sentence.entries)}
    if sentence.opens:
        told["opens_paragraph"] = True
    if whole.is_changed_since(sentence.entries):
        told["source_changed"] = True
    return told


def _question_json(question: OpenQuestion) -> Json:
    return {
        "value": question.value,
        "type": question.type.value,
        "replacement": question.suggestion,
        "known": question.known is not None,
        "may_stay": question.may_stay,
        "where": question.where.value,
        "sentence": question.sentence,
        "times": question.times,
    }


def _decision_json(decision: Decision) -> Json:
    return {
        "value": decision.value,
        "type": decision.type.value,
        "replacement": decision.replacement,
        "reason": decision.reason,
        "by_rule": decision.automatic,
    }


def story_text(whole: StoryWhole) -> str:
    """Return it for a person: the story as it reads, then what is undecided and what is open."""
    story, text = whole.story, whole.story.text
    lines = [f"{story.number}  {text.title}  ({story.status})"]
    lines += [text.subtitle] if text.subtitle else []
    for scene in text.scenes:
        lines += ["", _(SCENE_WORDS[scene.scene]), scene.text]
    if text.behaviours:
        lines += ["", _("Behaviours shown") + ": " + ", ".join(_(each.name) for each in text.behaviours)]
    for n, question in enumerate(text.questions, start=1):
        lines += [""] if n == 1 else []
        lines.append(f"{n}. {question}")
    if whole.undecided:
        lines += ["", _("Undecided:")]
        lines += [
            f"  {each.value}  →  {each.suggestion or _('(taken out)')}    {each.sentence}" for each in whole.undecided
        ]
    if whole.gate:
        lines += ["", _("Before it is released:")]
        lines += [f"  {each}" for each in whole.gate]
    return "\n".join(lines)


def row_json(row: StoryRow) -> Json:
    """Return one line of the list."""
    return {
        "story": str(row.number),
        "title": row.title,
        "status": row.status.value,
        "words": row.words,
        "author": row.author,
        "changed_at": to_json(row.changed_at),
    }


def list_text(rows: tuple[StoryRow, ...]) -> str:
    """Return the list for a person."""
    if not rows:
        return _("No stories yet. Draw one from a settled problem: story start REF")
    return "\n".join(f"{row.number:>4}  {row.status:<10}{row.title}" for row in rows)
