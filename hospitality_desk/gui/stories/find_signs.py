"""The sign of each sort of find, and how a value and what stands in its place are written."""

from __future__ import annotations

from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.stories.scenes import Decision
from hospitality_desk.words import _

ICONS = {
    FindType.NAME: "account-question-outline",
    FindType.WORD: "account-question-outline",
    FindType.HANDLE: "account-question-outline",
    FindType.AGE: "account-question-outline",
    FindType.PHONE: "phone-outline",
    FindType.EMAIL: "email-outline",
    FindType.CARD: "receipt",
    FindType.ACCOUNT: "receipt",
    FindType.PLATE: "car-outline",
    FindType.ADDRESS: "map-marker-outline",
    FindType.PLACE: "map-marker-outline",
    FindType.DATE: "calendar-outline",
    FindType.TIME: "clock-outline",
    FindType.LINK: "link-variant",
    FindType.NUMBER: "tag-outline",
    FindType.MONEY: "cash",
}
_DECIDED = {"account-question-outline": "account-outline"}


def open_icon(find_type: FindType) -> str:
    """Return the sign of something undecided."""
    return ICONS[find_type]


def decided_icon(find_type: FindType) -> str:
    """Return the sign of something decided: no question any more."""
    return _DECIDED.get(ICONS[find_type], ICONS[find_type])


def outcome_words(decision: Decision) -> str:
    """Return what became of a value: the words in its place, "removed", or why it stays."""
    if decision.replacement is None:
        return _("stays: {reason}").format(reason=decision.reason or "")
    return decision.replacement or _("removed")
