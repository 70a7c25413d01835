"""The words of severities, sources and promises, as this screen shows them."""

from hospitality_desk.domain.entries import How, Judgement
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.incidents import Asked, Source
from hospitality_desk.domain.promises import PromiseState
from hospitality_desk.words import N_, _

_SEVERITIES = {
    Severity.SERIOUS: N_("Serious"),
    Severity.MIDDLING: N_("Middling"),
    Severity.MINOR: N_("Minor"),
}
_ASKED = {
    Asked.ALOUD: N_("Asked aloud"),
    Asked.DECLINED: N_("Would rather not say"),
    Asked.NO_ANSWER: N_("Not reached"),
    Asked.CARD: N_("Asked by card"),
    Asked.EMAIL: N_("Asked by e-mail"),
}
_HOWS = {How.ALOUD: N_("Aloud"), How.PHONE: N_("By phone"), How.LETTER: N_("By letter"), How.EMAIL: N_("By e-mail")}
_SOURCES = {
    Source.TOLD: N_("The guest told us"),
    Source.SEEN: N_("We saw it"),
    Source.COLLEAGUE: N_("A colleague told us"),
    Source.PHONE: N_("By phone"),
    Source.LETTER: N_("By letter or e-mail"),
    Source.REVIEW: N_("In a review"),
}
_PROMISES = {
    PromiseState.OPEN: N_("open"),
    PromiseState.KEPT: N_("kept"),
    PromiseState.MOVED: N_("moved"),
    PromiseState.BROKEN: N_("broken"),
}
_JUDGED = {
    Judgement.RIGHT: N_("turned out right"),
    Judgement.WRONG: N_("turned out wrong"),
    Judgement.NEVER_KNOWN: N_("never known"),
}


def severity_name(severity: Severity) -> str:
    """Return the word for how bad it is."""
    return _(_SEVERITIES[severity])


def asked_name(asked: Asked) -> str:
    """Return the words for how the guest was asked."""
    return _(_ASKED[asked])


def how_name(how: How) -> str:
    """Return the words for how the guest was told."""
    return _(_HOWS[how])


def source_name(source: Source) -> str:
    """Return the words for how we heard of it."""
    return _(_SOURCES[source])


def promise_name(state: PromiseState) -> str:
    """Return the word for how a promise stands."""
    return _(_PROMISES[state])


def judged_name(judgement: Judgement) -> str:
    """Return the words for how a Think turned out."""
    return _(_JUDGED[judgement])
