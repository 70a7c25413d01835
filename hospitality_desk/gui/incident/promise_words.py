"""What was promised, in the words of the header and of its menu."""

from hospitality_desk.domain.promises import Promise, PromiseState
from hospitality_desk.gui.incident.names import promise_name
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _


def promise_to_show(promises: tuple[Promise, ...]) -> Promise | None:
    """Return the promise that asks for something: of a thing first, then of word, else the last one decided."""
    things = [each for each in promises if each.drives_clock]
    asking = things or [each for each in promises if not each.is_of_a_thing and each.decided is None]
    if asking:
        return min(asking, key=lambda each: each.by)
    return promises[-1] if promises else None


def promise_words(promise: Promise, scene: Scene) -> str:
    """Return what was promised, by when, and how it stands when that is decided."""
    by = scene.when(promise.by)
    what = " ".join((promise.what or _("a word from us")).split())
    what = what[:1].lower() + what[1:]
    words = what if by in what else _("{what}, by {time}").format(what=what, time=by)
    state = promise.state(scene.now)
    return words if state == PromiseState.OPEN else f"{words}, {promise_name(state)}"
