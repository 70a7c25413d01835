"""The words of a line that tell what happened, so that two lines can be laid side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hospitality_desk.domain.quick_line.words import word_set
from hospitality_desk.domain.text import folded

_LOOKED_AT = 2_000
"""Characters of a text whose words are compared; what happened stands at its beginning."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HISSES = ("se", "xe", "ze", "che", "she", "oe")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SimilarWords:
    """What a language must tell us so that its lines can be compared. All words are folded."""

    stop: frozenset[str]
    """Words that say nothing about what happened."""
    kin: Mapping[str, str]
    """Words of one thing, each with the one that stands for all: "purse" is a "bag"."""
    titles: frozenset[str]
    """What stands before a guest's name and is no part of it."""
    address: Mapping[str, str]
    """Titles that tell Ms Lee from Mr Lee, each with the one that stands for all its kind."""
    nobody: frozenset[str]
    """Guests who are no one in particular: "Walk-in"."""


def _singular(word: str) -> str:
    """Give one and many one form: "berries" is "berry", "dishes" is "dish", "vase" and "vases" are "vas"."""
    if len(word) < 4:
        return word
    one = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if len(one) > 3 and one.endswith("ie"):
        return one[:-2] + "y"
    return one[:-1] if one.endswith(_HISSES) else one


def _kin(*groups: str) -> dict[str, str]:
    return {_singular(word): group.split()[0] for group in groups for word in group.split()}


ENGLISH = SimilarWords(
    stop=word_set(
        """
        a about after again ago all already also always am an and another any anybody anyone anything are around as ask
        asked asking asks at away back be because been before being but by call called calling came can cannot come
        comes coming could did do does doing done dont down even ever every everybody everyone everything for from gave
        get gets getting give given go goes going gone good got guest had has have having he hello help her here hers hi
        him his how however i if in into is it its just keep know lady left let like lot made make man many maybe me min
        minute more most mr mrs ms much my need needs never new next nice no nobody not nothing now of off ok old on one
        only or other our out over own people person please put quite really right said same saw say says see seem seems
        seen sent she should show since so some somebody someone something still take taken taking tell than thank
        thanks that the their them then there these they thing think this those though time to today told too took two
        under until up us very wait waited waiting want wanted wants was way we well went were what when where which
        while who whole why will wish with woman without would yes yet you your
        """
    ),
    kin=_kin(
        "bag purse handbag backpack rucksack clutch",
        "taxi cab uber lyft",
        "wallet billfold",
        "phone mobile cellphone cell iphone smartphone",
        "case suitcase luggage trolley",
        "coat jacket",
        "bill check invoice receipt",
        "tv television telly",
        "shower bath tub bathroom",
        "lift elevator",
        "cold lukewarm freezing chilly",
        "noise noisy loud",
        "steak beef",
        "chips fries",
        "child kid baby",
        "nut nuts peanut",
        "allergy allergic",
        "dirty filthy unclean stain stained",
        "broken broke damaged",
        "towel linen",
        "heat heating radiator",
        "ac aircon airco",
        "wifi internet wlan",
    ),
    titles=word_set("mr mrs ms miss mx dr prof sir madam lady lord mme m hr frau herr sra sr don dona"),
    address=_kin("mr sir lord herr hr sr don", "ms mrs miss madam lady mme frau sra dona"),
    nobody=frozenset(("walk-in", "walk in", "walkin", "guest", "unknown")),
)


def telling_words(text: str, words: SimilarWords = ENGLISH) -> frozenset[str]:
    """Return the words that tell what happened: folded, in the singular, kin as one, stop words and figures out."""
    found: set[str] = set()
    looked_at = text[:_LOOKED_AT]
    for word in _WORD.findall(looked_at.lower() if looked_at.isascii() else folded(looked_at)):
        plain = word.replace("’", "'").removesuffix("'s").replace("'", "")
        one = _singular(plain)
        if len(one) > 1 and plain not in words.stop and one not in words.stop:
            found.add(words.kin.get(one, one))
    return frozenset(found)


def name_words(guest: str | None, words: SimilarWords = ENGLISH) -> frozenset[str]:
    """Return the words of a guest's name without Ms and Mr; none for nobody in particular."""
    plain = folded(guest or "")
    if plain in words.nobody:
        return frozenset()
    return frozenset(each for each in re.findall(r"[^\W_]+", plain) if each not in words.titles)


def address_of(guest: str | None, words: SimilarWords = ENGLISH) -> str | None:
    """Return "mr" or "ms" as the guest is addressed; None where no title tells, or two differ ("Mr and Mrs Lee")."""
    titles = {words.address[each] for each in re.findall(r"[^\W_]+", folded(guest or "")) if each in words.address}
    return titles.pop() if len(titles) == 1 else None
