"""How a part of the line reads on its chip: a caption, an icon, and its value in the house's writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hospitality_desk.desk.quick_log import Chosen, ChosenValue, phone_words
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.incidents import NOT_YET_KNOWN, Source
from hospitality_desk.domain.quick_line import LineContext, Part, PartName, ReadLine
from hospitality_desk.gui.widgets.moments import time_words, when_words
from hospitality_desk.words import N_, _

CAPTIONS = {
    PartName.PLACE: N_("Place"),
    PartName.GUEST: N_("Guest"),
    PartName.PARTY_SIZE: N_("Party"),
    PartName.PHONE: N_("Phone"),
    PartName.PROMISE_BY: N_("Promise"),
    PartName.OWNER: N_("Owner"),
    PartName.KIND: N_("Kind"),
    PartName.SEVERITY: N_("Severity"),
    PartName.HAPPENED_AT: N_("Happened"),
}
"""Every part, in the order of the chips."""
FIELDS = {
    "place": CAPTIONS[PartName.PLACE],
    "guest": CAPTIONS[PartName.GUEST],
    "party_size": CAPTIONS[PartName.PARTY_SIZE],
    "phone": CAPTIONS[PartName.PHONE],
    "owner": CAPTIONS[PartName.OWNER],
    "kind": CAPTIONS[PartName.KIND],
    "severity": CAPTIONS[PartName.SEVERITY],
}
"""A problem's own fields that a part of a line can fill in, as the chips call them."""
_ICONS = {
    PartName.PLACE: "table-furniture",
    PartName.GUEST: "account-outline",
    PartName.PARTY_SIZE: "account-group-outline",
    PartName.PHONE: "phone-outline",
    PartName.PROMISE_BY: "flag-outline",
    PartName.OWNER: "account-check-outline",
    PartName.KIND: "tag-outline",
    PartName.HAPPENED_AT: "clock-outline",
}
_BARS = {
    Severity.MINOR: "signal-cellular-1",
    Severity.MIDDLING: "signal-cellular-2",
    Severity.SERIOUS: "signal-cellular-3",
}
SEVERITY_WORDS = {
    Severity.SERIOUS: N_("Serious"),
    Severity.MIDDLING: N_("Middling"),
    Severity.MINOR: N_("Minor"),
}
SOURCE_WORDS = {
    Source.TOLD: N_("The guest told us"),
    Source.SEEN: N_("We saw it"),
    Source.COLLEAGUE: N_("A colleague told us"),
    Source.PHONE: N_("By phone"),
    Source.LETTER: N_("By letter"),
    Source.REVIEW: N_("In a review"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipFace:
    """What one chip shows. A guess is dashed until a person confirms it; a part left out stays, to be put back."""

    name: PartName
    icon: str
    caption: str
    value: str
    is_guess: bool
    is_left_out: bool = False


def chip_faces(read: ReadLine, chosen: Chosen, context: LineContext) -> tuple[ChipFace, ...]:
    """Return the chips of a line, what a person chose in place of what was read."""
    faces = (_face(name, read.first(name), chosen, context) for name in CAPTIONS)
    return tuple(face for face in faces if face is not None)


def _face(name: PartName, part: Part | None, chosen: Chosen, context: LineContext) -> ChipFace | None:
    by_hand = name in chosen
    value = chosen[name] if by_hand else None if part is None else part.value
    is_left_out = value is None
    is_guess = not by_hand and part is not None and not part.sure
    if is_left_out and name == PartName.KIND:
        value, is_guess, is_left_out = NOT_YET_KNOWN, True, False
    elif is_left_out and not by_hand:
        return None
    caption = _(CAPTIONS[name])
    if name == PartName.OWNER and not is_left_out and value not in context.people:
        caption, is_guess = _("Owner, not known here"), True
    elif is_guess and value != NOT_YET_KNOWN:
        caption = _("{part}, our guess").format(part=caption)
    words = _("Left out") if is_left_out else value_words(name, value, None if by_hand else part, context)
    icon = _icon(name, value)
    return ChipFace(name=name, icon=icon, caption=caption, value=words, is_guess=is_guess, is_left_out=is_left_out)


def value_words(name: PartName, value: ChosenValue, part: Part | None, context: LineContext) -> str:
    """Return a value as the house writes it; `part` when it stands in the line like that."""
    match name:
        case PartName.PHONE:
            return phone_words(str(value), context.region)
        case PartName.PROMISE_BY if isinstance(value, datetime):
            return _promise_words(value, part, context)
        case PartName.HAPPENED_AT if isinstance(value, datetime):
            return when_words(value, context.now, context.zone)
        case PartName.SEVERITY:
            return _(SEVERITY_WORDS[Severity(str(value))])
        case PartName.KIND:
            return _(str(value))
        case _:
            return str(value)


def by_words(moment: datetime, context: LineContext) -> str:
    """Return a promise whose time was chosen by hand: "By 13:50"."""
    return _("By {time}").format(time=when_words(moment, context.now, context.zone))


def _promise_words(value: datetime, part: Part | None, context: LineContext) -> str:
    if part is None:
        return by_words(value, context)
    said = part.raw[:1].upper() + part.raw[1:]
    if time_words(value, context.zone) in said:
        return said
    return _("{words} ({time})").format(words=said, time=when_words(value, context.now, context.zone))


def _icon(name: PartName, value: ChosenValue) -> str:
    if name == PartName.SEVERITY:
        return _BARS.get(Severity(str(value)), _BARS[Severity.MIDDLING]) if value else _BARS[Severity.MIDDLING]
    if name == PartName.PLACE and str(value).casefold().startswith(("room", "suite")):
        return "bed-outline"
    return _ICONS[name]
