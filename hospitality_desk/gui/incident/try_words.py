"""Tries in words and signs: what came of them, the rule they follow, and when the next one is."""

from hospitality_desk.domain.tasks import Task, TryOutcome, TryRule
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import N_, _, ngettext

_CAME = {
    TryOutcome.NO_ANSWER: N_("No answer"),
    TryOutcome.BUSY: N_("Busy"),
    TryOutcome.VOICEMAIL: N_("Voicemail"),
    TryOutcome.DECLINED: N_("Declined"),
    TryOutcome.ANSWERED: N_("Reached"),
    TryOutcome.OTHER: N_("Something else"),
}
OTHER_OUTCOMES = (TryOutcome.BUSY, TryOutcome.VOICEMAIL, TryOutcome.DECLINED, TryOutcome.OTHER)
"""What a try can come to besides the two that have a button."""
_INSIDE = {
    TryOutcome.NO_ANSWER: N_("no answer"),
    TryOutcome.BUSY: N_("busy"),
    TryOutcome.VOICEMAIL: N_("voicemail"),
    TryOutcome.DECLINED: N_("declined"),
    TryOutcome.ANSWERED: N_("answered"),
    TryOutcome.OTHER: N_("something else"),
}
_SIGNS = {
    TryOutcome.ANSWERED: "phone-check-outline",
    TryOutcome.VOICEMAIL: "phone-outgoing-outline",
    TryOutcome.DECLINED: "close",
    TryOutcome.OTHER: "phone-outline",
}


def outcome_name(outcome: TryOutcome) -> str:
    """Return what came of a try, as a menu or the start of a sentence says it."""
    return _(_CAME[outcome])


def outcome_inside(outcome: TryOutcome) -> str:
    """Return what came of a try, inside a sentence."""
    return _(_INSIDE[outcome])


def outcome_sign(outcome: TryOutcome) -> str:
    """Return the icon of a try: nobody there and busy share one."""
    return _SIGNS.get(outcome, "phone-missed-outline")


def rule_words(rule: TryRule, scene: Scene) -> str:
    """Return the rule: "every 4 min until answered", and what may end it before."""
    every = ngettext("every {n} min", "every {n} min", rule.every).format(n=rule.every)
    if rule.until_time is not None:
        words = _("{every} until answered, or {time}").format(every=every, time=scene.when(rule.until_time))
    else:
        words = _("{every} until answered").format(every=every)
    if rule.until_count is None:
        return words
    most = ngettext("{n} time at most", "{n} times at most", rule.until_count).format(n=rule.until_count)
    return _("{rule}, {most}").format(rule=words, most=most)


def standing_words(task: Task, scene: Scene) -> str:
    """Return how many tries there were and when the next is: "4 tries, next in 2 min", "4 tries, due 3 min ago"."""
    n = len(task.attempts)
    made = ngettext("{n} try", "{n} tries", n).format(n=n) if n else _("Not tried yet")
    return _("{made}, {next}").format(made=made, next=_next_words(task, scene))


def _next_words(task: Task, scene: Scene) -> str:
    if task.is_over(scene.now):
        over = task.rule.until_time if task.rule is not None else None
        return _("its time was over at {time}").format(time=scene.when(over or scene.now))
    if task.due is None:
        return _("due now")
    seconds = (task.due - scene.now).total_seconds()
    if seconds <= -60:
        return _("due {span} ago").format(span=_span(-seconds))
    if seconds <= 0:
        return _("due now")
    return _("next in {span}").format(span=_span(seconds + 59))


def _span(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes > 99:
        return _("{h} h {m:02}").format(h=minutes // 60, m=minutes % 60)
    return _("{n} min").format(n=minutes)


def tries_words(task: Task) -> str:
    """Return how many tries there were and what came of the last: "4 tries, no answer"."""
    n = len(task.attempts)
    tries = ngettext("{n} try", "{n} tries", n).format(n=n)
    return _("{tries}, {outcome}").format(tries=tries, outcome=outcome_inside(task.attempts[-1].outcome))


def tried_tasks(scene: Scene) -> tuple[Task, ...]:
    """Return the open tasks of tries, the one due first on top; none of a problem that is not open."""
    found = [task for task in scene.incident.tasks if task.is_open and task.rule is not None and scene.is_open]
    return tuple(sorted(found, key=lambda task: (task.due or task.added_at, task.n)))
