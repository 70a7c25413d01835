"""What kind of house this is: a real one, one to practise in, the sample venue, or one the sample can replace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the queries bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.queries.base import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleHouse:
    """What the sample venue is called, and how many problems it has."""

    name: str
    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseKind:
    """`sample` is what can be loaded here instead; None where it cannot, or where it stands already."""

    practice: bool
    is_sample: bool = False
    sample: SampleHouse | None = None


def house_kind(reading: Reading) -> HouseKind:
    """Answer on a reading lane: the sample's own stories take their time to be read in."""
    from hospitality_desk.queries.incidents import is_untouched  # both after the first paint, see above

    practice = reading.house.practice
    if not practice and not is_untouched(reading):
        return HouseKind(practice=False)
    from hospitality_desk.desk.sample import SAMPLE_INCIDENTS, SAMPLE_NAME

    if practice:
        return HouseKind(practice=True, is_sample=reading.house.name == SAMPLE_NAME)
    return HouseKind(practice=False, sample=SampleHouse(name=SAMPLE_NAME, problems=SAMPLE_INCIDENTS))
