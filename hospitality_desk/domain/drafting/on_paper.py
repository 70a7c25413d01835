"""A story's text as it is printed: nothing in it but its words and its minutes."""

from hospitality_desk.domain.stories.paper import Moment, PaperStory
from hospitality_desk.domain.stories.scenes import Scene, SceneText, StoryText
from hospitality_desk.words import _


def on_paper(text: StoryText) -> PaperStory:
    """Return what goes on the page; the marks are in the order of their minutes."""
    written = [(scene, _paragraphs(text.scene(scene))) for scene in Scene]
    moments = sorted(text.moments, key=lambda each: (each.minutes, each.entry))
    return PaperStory(
        title=text.title,
        subtitle=text.subtitle,
        scenes=tuple((scene, told) for scene, told in written if told and scene != Scene.TAKE),
        take=_paragraphs(text.scene(Scene.TAKE)),
        behaviours=tuple(dict.fromkeys(_(each.name) for each in text.behaviours)),
        questions=text.questions,
        moments=tuple(
            Moment(minutes=each.minutes, label=each.label, told=each.told, scene=each.scene) for each in moments
        ),
    )


def _paragraphs(scene: SceneText) -> tuple[str, ...]:
    return tuple(line for line in scene.text.split("\n") if line.strip())
