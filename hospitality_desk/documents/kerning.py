"""How much closer two letters of a title stand: read from the font's own table, which ReportLab does not.

Source of the rules: OpenType 1.9, GPOS lookup types 2 (pair adjustment) and 9 (extension).
"""

import struct
from functools import cache, lru_cache
from itertools import pairwise

from hospitality_desk.documents.fonts import Cut, font

_PAIRS, _EXTENSION = 2, 9
_ADVANCE = 0x0004
"""The bit of a value record's format that says: the advance of the first letter changes."""


@lru_cache(maxsize=20_000)
def kern(cut: Cut, first: str, second: str) -> float:
    """Return what is added between two letters, in ems; mostly nothing, or a little less than nothing."""
    face = font(cut).face
    left, right = face.charToGlyph.get(ord(first)), face.charToGlyph.get(ord(second))
    if left is None or right is None:
        return 0.0
    table = _table(cut)
    found = sum(_first_of(table, subtables, left, right) for subtables in _kern_lookups(cut))
    per_em: int = face.unitsPerEm
    return found / per_em


def kerns(cut: Cut, text: str) -> list[float]:
    """Return what is added behind each letter of a text but the last."""
    return [kern(cut, *pair) for pair in pairwise(text)]


@cache
def _table(cut: Cut) -> bytes:
    try:
        table: bytes = font(cut).face.get_table("GPOS")
    except KeyError:
        return b""
    return table


def _u16(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big")


@cache
def _kern_lookups(cut: Cut) -> tuple[tuple[int, ...], ...]:
    """Return where the subtables of each lookup of the feature `kern` begin."""
    table = _table(cut)
    if not table:
        return ()
    features, lookups = _u16(table, 6), _u16(table, 8)
    chosen: set[int] = set()
    for n in range(_u16(table, features)):
        record = features + 2 + 6 * n
        if table[record : record + 4] == b"kern":
            feature = features + _u16(table, record + 4)
            chosen |= {_u16(table, feature + 4 + 2 * k) for k in range(_u16(table, feature + 2))}
    return tuple(_subtables(table, lookups + _u16(table, lookups + 2 + 2 * n)) for n in sorted(chosen))


def _subtables(table: bytes, lookup: int) -> tuple[int, ...]:
    kind = _u16(table, lookup)
    starts = [lookup + _u16(table, lookup + 6 + 2 * k) for k in range(_u16(table, lookup + 4))]
    if kind == _EXTENSION:
        starts = [
            start + struct.unpack_from(">I", table, start + 4)[0]
            for start in starts
            if _u16(table, start + 2) == _PAIRS
        ]
        return tuple(starts)
    return tuple(starts) if kind == _PAIRS else ()


def _first_of(table: bytes, subtables: tuple[int, ...], left: int, right: int) -> int:
    """Return the value of the first subtable that knows the pair; the others are not asked."""
    for start in subtables:
        place = _covered(table, start + _u16(table, start + 2), left)
        if place is None or not _u16(table, start + 4) & _ADVANCE:
            continue
        by_pair = _u16(table, start) == 1
        value = _pair_value(table, start, place, right) if by_pair else _class_value(table, start, left, right)
        if value is not None:
            return value
    return 0


def _pair_value(table: bytes, start: int, place: int, right: int) -> int | None:
    formats = _u16(table, start + 4), _u16(table, start + 6)
    pairs = start + _u16(table, start + 10 + 2 * place)
    size = 2 + 2 * sum(each.bit_count() for each in formats)
    for n in range(_u16(table, pairs)):
        record = pairs + 2 + size * n
        if _u16(table, record) == right:
            return _advance(table, record + 2, formats[0])
    return None


def _class_value(table: bytes, start: int, left: int, right: int) -> int:
    formats = _u16(table, start + 4), _u16(table, start + 6)
    first = _class(table, start + _u16(table, start + 8), left)
    second = _class(table, start + _u16(table, start + 10), right)
    size = 2 * sum(each.bit_count() for each in formats)
    return _advance(table, start + 16 + size * (first * _u16(table, start + 14) + second), formats[0])


def _advance(table: bytes, record: int, formats: int) -> int:
    before = (formats & (_ADVANCE - 1)).bit_count()
    return int.from_bytes(table[record + 2 * before : record + 2 * before + 2], "big", signed=True)


def _covered(table: bytes, start: int, glyph: int) -> int | None:
    """Return the glyph's place in a coverage table."""
    for n in range(_u16(table, start + 2)):
        if _u16(table, start) == 1:
            if _u16(table, start + 4 + 2 * n) == glyph:
                return n
        else:
            first, last, index = struct.unpack_from(">3H", table, start + 4 + 6 * n)
            if first <= glyph <= last:
                return int(index + glyph - first)
    return None


def _class(table: bytes, start: int, glyph: int) -> int:
    """Return the glyph's class in a class definition table; 0 when it is in none."""
    if _u16(table, start) == 1:
        place = glyph - _u16(table, start + 2)
        return _u16(table, start + 6 + 2 * place) if 0 <= place < _u16(table, start + 4) else 0
    for n in range(_u16(table, start + 2)):
        first, last, value = struct.unpack_from(">3H", table, start + 4 + 6 * n)
        if first <= glyph <= last:
            return int(value)
    return 0
