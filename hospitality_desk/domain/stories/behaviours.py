"""The house's list of behaviours worth teaching, each with what it looks like and what it does not."""

from dataclasses import dataclass

from hospitality_desk.domain.text import folded
from hospitality_desk.words import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """One observable act we teach; every text is to be shown through `_`."""

    name: str
    looks_like: str
    does_not_look_like: str


BEHAVIOURS = (
    Behaviour(
        name=N_("Notices first"),
        looks_like=N_("Sees the face, the hands, the bag, before a word is said."),
        does_not_look_like=N_("Waits until the guest asks for help."),
    ),
    Behaviour(
        name=N_("Asks before assuming"),
        looks_like=N_("One open question, then listens to the whole answer."),
        does_not_look_like=N_("Acts on what such guests usually want."),
    ),
    Behaviour(
        name=N_("Acts without asking"),
        looks_like=N_("Does what is in their power at once and says so after."),
        does_not_look_like=N_("Goes to find somebody who may decide."),
    ),
    Behaviour(
        name=N_("Says what we know"),
        looks_like=N_("Goes back to the guest with news, also when there is little."),
        does_not_look_like=N_("Keeps quiet until all is solved."),
    ),
    Behaviour(
        name=N_("Says it exactly"),
        looks_like=N_("Names who does what by when."),
        does_not_look_like=N_("Soon, shortly, someone, as soon as possible."),
    ),
    Behaviour(
        name=N_("Keeps trying"),
        looks_like=N_("Tries again at the time they said, and counts."),
        does_not_look_like=N_("Tries once and calls it done."),
    ),
    Behaviour(
        name=N_("Finds the yes"),
        looks_like=N_("Offers what can be done in place of what cannot."),
        does_not_look_like=N_("Explains the rule."),
    ),
    Behaviour(
        name=N_("Hands on cleanly"),
        looks_like=N_("Tells a colleague all of it and stays until they have it."),
        does_not_look_like=N_("Sends the guest to another desk."),
    ),
    Behaviour(
        name=N_("One touch more"),
        looks_like=N_("A small thing nobody had to do, that fits this guest."),
        does_not_look_like=N_("A voucher for everyone alike."),
    ),
    Behaviour(
        name=N_("Writes the last chapter"),
        looks_like=N_("Asks how it was, and comes back once more when it is over."),
        does_not_look_like=N_("Closes it when the thing is found."),
    ),
)
"""The list a new house starts with."""


def behaviour_named(words: str) -> Behaviour | None:
    """Return the behaviour these words name, in English or in the reader's language, whatever case and accents."""
    wanted = folded(words)
    return next((each for each in BEHAVIOURS if wanted in (folded(each.name), folded(_(each.name)))), None)
