"""The tries of a task in the timeline: one line where the last one was, and each of them once that is opened."""

from hospitality_desk.domain.tasks import Task
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.timeline_row import Dated, Row, RowSort
from hospitality_desk.gui.incident.try_words import outcome_inside, tries_words
from hospitality_desk.words import _


def try_rows(scene: Scene, folds_open: frozenset[str]) -> list[Dated]:
    """Return a line for each task that was tried: "Call the phone: 4 tries, no answer"; a single try is that try."""
    dated: list[Dated] = []
    for task in scene.incident.tasks:
        if len(task.attempts) == 1:
            dated += _each(task, scene)
        elif task.attempts:
            key = f"tries:{task.n}"
            is_open = key in folds_open
            dated += _each(task, scene) if is_open else []
            dated.append(_fold(task, key, scene, is_open=is_open))
    return dated


def _fold(task: Task, key: str, scene: Scene, *, is_open: bool) -> Dated:
    last = task.attempts[-1]
    words = _("{title}: {rest}").format(title=" ".join(task.title.split()), rest=tries_words(task))
    by = dict.fromkeys(each.by for each in task.attempts)
    author = scene.name(last.by) if len(by) == 1 else ""
    row = Row(key=key, sort=RowSort.FOLD, time=scene.time(last.at), text=words, author=author, is_open=is_open)
    return (last.at, 0, len(task.attempts)), row


def _each(task: Task, scene: Scene) -> list[Dated]:
    """Return the tries one by one; each stands before what they said, which was noted at the same moment."""
    title = " ".join(task.title.split())
    return [
        (
            (each.at, 0, at),
            Row(
                key=f"try:{task.n}:{at}", sort=RowSort.QUIET, time=scene.time(each.at), author=scene.name(each.by),
                text=_("{title}: {outcome}").format(title=title, outcome=outcome_inside(each.outcome)),
            ),
        )
        for at, each in enumerate(task.attempts)
    ]  # fmt: skip
