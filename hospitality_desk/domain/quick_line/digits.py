"""What looks like a phone number in any country, and what only looks so: dates and short numbers."""

import re

_BETWEEN = r"[\s().\-/\u2010-\u2015\u200b-\u200f\u2060]{0,3}"
PHONE_LIKE = re.compile(
    r"(?<![\w$€£¥₹+#])(?<!\d[.,:/-])\+?\(?\d(?:" + _BETWEEN + r"\d){5,22}"
    r"(?![\w%])(?![.,]\d)(?!\s?[€$£¥₹%])"
)
_ANY_LONG_NUMBER = re.compile(r"(?<![\d$€£¥₹])(?<!\d[.,:])\+?\(?\d(?:" + _BETWEEN + r"\d){6,}")
SHORTEST, LONGEST = 7, 15
"""Digits of a phone number, the country's included."""

_DIGITS = re.compile(r"\d+")
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.]\d{1,2}|\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d{2})(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
)


def digits_of(raw: str) -> str:
    """Give the digits alone."""
    return "".join(_DIGITS.findall(raw))


def is_no_phone(raw: str) -> bool:
    """Say whether digits are too few for a phone, or a date."""
    return len(digits_of(raw)) < SHORTEST or (_DATE.search(raw) is not None and not raw.startswith("+"))


def without_phones(text: str) -> str:
    """Give a text without anything that may be a phone or card number, whatever the country."""
    return _ANY_LONG_NUMBER.sub(lambda found: found.group() if is_no_phone(found.group()) else " ", text)
