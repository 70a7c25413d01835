"""Finds phone numbers, and leaves rooms, dates, sums, times and cards alone."""

import re
from types import ModuleType

from hospitality_desk.domain.quick_line.digits import LONGEST, PHONE_LIKE, SHORTEST, digits_of, is_no_phone
from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText

_GROUP = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_FICTIONAL = re.compile(r"555-?01\d\d$")
_CARD = range(13, 20)
_MOST = 24
_MOST_PIECES = 8
"""Numbers looked at in one line, and ways to cut one of them."""


def find_phones(line: LineText, taken: frozenset[int], context: LineContext) -> list[Part]:
    """Find phone numbers outside the words that are taken; sure where the numbering plan has them."""
    folded = _blot_out(line, taken)
    found: list[Part] = []
    for looked, candidate in enumerate(PHONE_LIKE.finditer(folded)):
        if looked == _MOST:
            break
        part = _phone(line, folded, candidate.span(), context)
        if part is not None:
            found.append(part)
    return found


def _blot_out(line: LineText, taken: frozenset[int]) -> str:
    """Give the folded line with bars where the taken words stand, so that no number runs across them."""
    pieces: list[str] = []
    at = 0
    for number in sorted(taken):
        pieces += [line.folded[at : line.starts[number]], "_" * (line.ends[number] - line.starts[number])]
        at = line.ends[number]
    return "".join([*pieces, line.folded[at:]])


def _phone(line: LineText, folded: str, span: tuple[int, int], context: LineContext) -> Part | None:
    start, end = span
    raw = folded[start:end]
    if is_no_phone(raw) or _is_card(raw):
        return None
    best: tuple[int, int, str] | None = None
    for piece_start, piece_end in _pieces(raw)[:_MOST_PIECES]:
        read = _read(raw[piece_start:piece_end], context.region)
        if read is not None and read[1]:
            return _part(line, start + piece_start, start + piece_end, read[0], sure=True)
        if read is not None and best is None:
            best = (start + piece_start, start + piece_end, read[0])
    cued = _is_said(folded, start, context.words.says_phone)
    if (
        best is not None
        and (cued or _looks_written(raw))
        and not _is_said(folded, start, context.words.says_other_number)
    ):
        return _part(line, best[0], best[1], best[2], sure=False)
    digits = digits_of(raw)
    if cued and SHORTEST <= len(digits) <= LONGEST:
        return _part(line, start, end, digits, sure=False)
    return None


def _pieces(raw: str) -> list[tuple[int, int]]:
    """Every run of digit groups as long as a phone number: the first group's runs first, long before short."""
    groups = [group.span() for group in _GROUP.finditer(raw)]
    pieces: list[tuple[int, int]] = []
    for first, (start, _end) in enumerate(groups):
        digits = 0
        runs: list[tuple[int, int]] = []
        for group in groups[first:]:
            digits += group[1] - group[0]
            if SHORTEST <= digits <= LONGEST:
                runs.append((_with_lead(raw, start), group[1]))
        pieces += reversed(runs)
    return pieces


def _with_lead(raw: str, at: int) -> int:
    """Take in the bracket and the plus before the first digits."""
    while at > 0 and raw[at - 1] in "+(":
        at -= 1
    return at


def _is_said(folded: str, start: int, said: frozenset[str]) -> bool:
    """Say whether one of these words stands shortly before a number."""
    before = _WORD.findall(folded[max(0, start - 24) : start])
    return any(word in said for word in before[-2:])


def _looks_written(raw: str) -> bool:
    """Say whether digits are grouped, or begin, as people write phone numbers."""
    digits = digits_of(raw)
    return len(digits) >= SHORTEST and (raw.startswith(("+", "00", "(")) or len(_GROUP.findall(raw)) > 1)


def _is_card(raw: str) -> bool:
    digits = digits_of(raw)
    if len(digits) not in _CARD or digits[0] not in "23456":
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _library() -> ModuleType:
    """Load the numbering plans when the first number is typed: they cost 16 ms no start should pay."""
    import phonenumbers  # here for start-up cost

    return phonenumbers


def _read(piece: str, region: str | None) -> tuple[str, bool] | None:
    """Read one number: E.164 or bare digits, and whether it is surely a phone; none where it cannot be one."""
    digits = digits_of(piece)
    if not SHORTEST <= len(digits) <= LONGEST:
        return None
    plans = _library()
    try:
        number = plans.parse(piece, region)
    except plans.NumberParseException:
        return _read("+" + piece[2:], None) if piece.startswith("00") else (digits, False)
    if not plans.is_possible_number(number):
        return _read("+" + piece[2:], None) if piece.startswith("00") else (digits, False)
    value = plans.format_number(number, plans.PhoneNumberFormat.E164)
    reason = plans.is_possible_number_with_reason(number)
    if reason == plans.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return digits, False
    fictional = number.country_code == 1 and _FICTIONAL.search(digits) is not None
    return value, fictional or plans.is_valid_number(number)


def _part(line: LineText, start: int, end: int, value: str, *, sure: bool) -> Part:
    start, end = line.place_in(start), line.place_in(end)
    return Part(part=PartName.PHONE, value=value, raw=line.typed[start:end], start=start, end=end, sure=sure)
