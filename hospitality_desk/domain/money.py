"""Money as whole minor units with its currency; never a fraction, never a float."""

from dataclasses import dataclass

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CHF": "CHF ", "INR": "₹", "KRW": "₩"}
_NO_MINOR = frozenset(
    {
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    }
)
_THREE_DIGITS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
LARGEST = 10**12
"""No sum in minor units is larger than this; more is a slip of the finger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in minor units (cents) of a currency named by its ISO 4217 letters."""

    minor: int
    currency: str

    def __str__(self) -> str:
        """Write it for a reader: "$64", "$46.50", "€1,200", "12 SEK"."""
        digits = minor_digits(self.currency)
        whole, rest = divmod(abs(self.minor), 10**digits)
        number = f"{whole:,}" + (f".{rest:0{digits}}" if rest else "")
        sign = "-" if self.minor < 0 else ""
        symbol = _SYMBOLS.get(self.currency)
        return f"{sign}{symbol}{number}" if symbol else f"{sign}{number} {self.currency}"


def minor_digits(currency: str) -> int:
    """Return how many digits stand behind the point (ISO 4217: dollars 2, yen 0, dinars 3)."""
    if currency in _NO_MINOR:
        return 0
    return 3 if currency in _THREE_DIGITS else 2
