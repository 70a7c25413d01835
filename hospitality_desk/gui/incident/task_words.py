"""A task's standing in words: offered and to whom, waiting and for whom."""

from hospitality_desk.domain.tasks import ErrandPlan, Task, TaskState
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _


def state_words(task: Task, scene: Scene) -> str:
    """Return whom it is offered to and whether they saw it, or who it waits for; no words for neither, nor
    for whoever is asked: a card of its own says it."""
    if task.state == TaskState.WAITING:
        return _("waits for {who}").format(who=" ".join((task.waiting_for or "").split()))
    if task.state != TaskState.OFFERED or task.offered_to is None or task.offered_to == scene.acting:
        return ""
    words = _("offered to {name}, seen") if task.seen else _("offered to {name}, not seen")
    return words.format(name=scene.name(task.offered_to))


def second_words(task: Task, scene: Scene) -> str:
    """Return the second line of an open task: whose it is, how it stands, and its time.

    Of an errand when they are back, who covers and the cash along; whose it is stands beside it as two letters.
    """
    owner, state = scene.name(task.owner), state_words(task, scene)
    if task.state == TaskState.WAITING and task.due is not None:
        words = _("{name} {waits}, look again {time}")
        return words.format(name=owner, waits=state, time=scene.when(task.due))
    if task.errand is not None:
        return _joined([*_errand_words(task.errand, scene), state])
    if state:
        return _("{name}, {state}").format(name=owner, state=state)
    if task.due is not None:
        return _("{name}, by {time}").format(name=owner, time=scene.when(task.due))
    return _("{name}, since {time}").format(name=owner, time=scene.when(task.added_at))


def _errand_words(errand: ErrandPlan, scene: Scene) -> list[str]:
    words = [_("back by {time}").format(time=scene.when(errand.back_by))]
    if errand.cover is not None:
        words.append(_("{name} covers").format(name=scene.name(errand.cover)))
    if errand.cash is not None:
        words.append(scene.money(errand.cash))
    return words


def _joined(parts: list[str]) -> str:
    found, *rest = (part for part in parts if part)
    for part in rest:
        found = _("{some}, {more}").format(some=found, more=part)
    return found
