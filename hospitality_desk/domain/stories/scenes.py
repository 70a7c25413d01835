"""The five scenes of a story, and the text a person works on."""

from dataclasses import dataclass
from enum import StrEnum

from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.words import N_

_WIDE = ("。", "！", "？", "」", "』", "）")
"""Marks that bring their own space with them: no other follows."""


class Scene(StrEnum):
    """The parts every story is told in, in this order."""

    LIVED = "lived"
    NOTICED = "noticed"
    DID = "did"
    ENDED = "ended"
    TAKE = "take"


SCENE_WORDS = {
    Scene.LIVED: N_("What the guest lived"),
    Scene.NOTICED: N_("What we noticed"),
    Scene.DID: N_("What we did"),
    Scene.ENDED: N_("How it ended"),
    Scene.TAKE: N_("What to take from it"),
}
"""How each scene is headed, on screen and on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, and the numbers of the notes it rests on; without any it is the editor's own.

    `opens` marks the first sentence of a further paragraph.
    """

    text: str
    entries: tuple[int, ...] = ()
    opens: bool = False

    @property
    def is_editors(self) -> bool:
        """Tell whether it rests on no note."""
        return not self.entries


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneText:
    """One scene as it is written now."""

    scene: Scene
    sentences: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """Return it as one text, paragraphs on lines of their own."""
        parts: list[str] = []
        for each in self.sentences:
            joint = "\n" if each.opens else "" if parts and parts[-1].endswith(_WIDE) else " "
            parts += [joint, each.text] if parts else [each.text]
        return "".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What becomes of one value: replaced by other words (empty: removed), or kept for a reason."""

    value: str
    type: FindType
    replacement: str | None = None
    """None when it is kept."""
    reason: str | None = None
    automatic: bool = False
    """Decided by rule when the story was drawn, not by a person."""

    @property
    def is_kept(self) -> bool:
        """Tell whether the value stays in the story."""
        return self.replacement is None


@dataclass(frozen=True, slots=True, kw_only=True)
class BehaviourShown:
    """One of the house's behaviours, and the number of the note in which it shows."""

    name: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMoment:
    """One mark of the line in the margin, and the number of the note it stands for.

    `minutes` counts whole minutes from the first thing that happened; `told` says that the guest was told then.
    """

    entry: int
    minutes: int
    label: str
    scene: Scene
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """All that a person writes and decides; reading and release are bound to exactly this."""

    title: str
    subtitle: str = ""
    scenes: tuple[SceneText, ...] = ()
    questions: tuple[str, ...] = ()
    behaviours: tuple[BehaviourShown, ...] = ()
    decisions: tuple[Decision, ...] = ()
    moments: tuple[StoryMoment, ...] = ()

    def scene(self, scene: Scene) -> SceneText:
        """Return that scene, empty when nothing is written in it yet."""
        return next((each for each in self.scenes if each.scene == scene), SceneText(scene=scene))
