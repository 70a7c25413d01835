"""How we speak of a guest: she, he, or they when the log does not say."""

from enum import Enum

from hospitality_desk.words import _

_SHE = frozenset(["ms", "miss", "mrs", "frau", "mme", "madame", "mlle", "señora", "sra", "signora", "lady", "madam"])
_HE = frozenset(["mr", "herr", "monsieur", "señor", "sr", "signor", "sir", "lord"])


class SpokenOf(Enum):
    """She, he or they; taken from the title in front of the name, never from the name itself."""

    SHE = "she"
    HE = "he"
    THEY = "they"

    @classmethod
    def guest(cls, guest: str | None) -> "SpokenOf":
        """Return how this guest is spoken of: two titles (Mr and Mrs) are a "they"."""
        titles = {word.strip(".,").casefold() for word in (guest or "").split()}
        she, he = bool(titles & _SHE), bool(titles & _HE)
        if she == he:
            return cls.THEY
        return cls.SHE if she else cls.HE

    @property
    def since(self) -> str:
        """Return the words under the minutes: "since she heard from us"."""
        return {
            SpokenOf.SHE: _("since she heard from us"),
            SpokenOf.HE: _("since he heard from us"),
            SpokenOf.THEY: _("since they heard from us"),
        }[self]

    @property
    def told(self) -> str:
        """Return the words of the button that says the guest was told."""
        return {SpokenOf.SHE: _("Told her"), SpokenOf.HE: _("Told him"), SpokenOf.THEY: _("Told them")}[self]
