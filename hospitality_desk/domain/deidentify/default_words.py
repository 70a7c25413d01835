"""What stands in the place of something that only looks like it points at a person."""

from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.words import N_, _

_DEFAULTS = {
    FindType.NAME: N_("someone"),
    FindType.PHONE: N_("a phone number"),
    FindType.EMAIL: N_("an e-mail address"),
    FindType.CARD: N_("a card number"),
    FindType.ACCOUNT: N_("an account number"),
    FindType.PLATE: N_("a number plate"),
    FindType.ADDRESS: N_("an address"),
    FindType.PLACE: N_("a place"),
    FindType.DATE: N_("one day"),
    FindType.TIME: N_("one time"),
    FindType.HANDLE: N_("an online name"),
    FindType.LINK: N_("a web address"),
    FindType.NUMBER: N_("a number"),
    FindType.AGE: N_("of a certain age"),
    FindType.MONEY: N_("a sum"),
    FindType.WORD: N_("someone"),
}
_PLACES = {"Table": N_("a table"), "Room": N_("a room"), "Bar": N_("the bar"), "Suite": N_("a suite")}
_WEEKDAYS = (
    N_("one Monday"),
    N_("one Tuesday"),
    N_("one Wednesday"),
    N_("one Thursday"),
    N_("one Friday"),
    N_("one Saturday"),
    N_("one Sunday"),
)


def default_words(sort: FindType) -> str:
    """Return plain words for that sort, in the reader's language."""
    return _(_DEFAULTS[sort])


def place_words(sort: str | None) -> str:
    """Return what a numbered place becomes: a table, a room, or a place."""
    return _(_PLACES.get(sort or "", _DEFAULTS[FindType.PLACE]))


def weekday_words(weekday: int) -> str:
    """Return "one Friday" for 4."""
    return _(_WEEKDAYS[weekday])
