"""The guest's answer to "Did we put it right?", and how a problem ended: icons and words for every screen."""

from hospitality_desk.domain.incidents import Outcome
from hospitality_desk.words import N_, _

FACES = (
    ("emoticon-cry-outline", N_("Not at all")),
    ("emoticon-sad-outline", N_("Hardly")),
    ("emoticon-neutral-outline", N_("Partly")),
    ("emoticon-happy-outline", N_("Yes")),
    ("emoticon-excited-outline", N_("Yes, and more")),
)
"""Icon and words of the verdicts 1 to 5."""
_OUTCOMES = {Outcome.RECOVERED: N_("Recovered"), Outcome.LOST: N_("Lost"), Outcome.UNKNOWN: N_("Not known")}


def outcome_name(outcome: Outcome) -> str:
    """Return the words for how it ended."""
    return _(_OUTCOMES[outcome])


def verdict_name(score: int) -> str:
    """Return the guest's answer for a verdict of 1 to 5."""
    return _(FACES[score - 1][1])
