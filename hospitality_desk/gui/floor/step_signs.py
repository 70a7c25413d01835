"""What a next step is, as a sign: a call, a car, telling the guest, or anything else."""

import re

from hospitality_desk.domain.text import folded

ANYTHING = "arrow-right"
_CALLS_FIRST = frozenset(["call", "phone", "ring", "dial", "llamar", "llama", "llame", "telefonear", "rufe", "ruf"])
_CALLS = frozenset(["anrufen", "anruf", "anruft", "telefonieren", "zuruckrufen"])
_TELLS_FIRST = frozenset(["tell", "inform", "avisar", "avisa", "avise", "decir", "diga", "informar", "contar"])
_TELLS = frozenset(["mitteilen", "informieren", "bescheid", "sagen", "ausrichten"])
_CARS = frozenset(["taxi", "taxis", "cab", "cabs", "car", "cars", "auto", "wagen", "coche", "coches", "carro"])
_WORD = re.compile(r"[^\W\d_]+")


def step_sign(title: str) -> str:
    """Return the icon of a step by the words people use for it in English, German and Spanish.

    A word such as "call" or "ring" says what to do only where it stands first: "Find the ring" is no call.
    """
    words = _WORD.findall(folded(title[:200]))
    if not words:
        return ANYTHING
    if words[0] in _CALLS_FIRST or _CALLS.intersection(words):
        return "phone-outline"
    if words[0] in _TELLS_FIRST or _TELLS.intersection(words):
        return "account-voice"
    return "car-outline" if _CARS.intersection(words) else ANYTHING
