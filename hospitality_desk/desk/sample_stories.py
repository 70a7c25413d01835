"""What the sample venue's files hold: its people, its stories written by hand, and the rest made from their parts."""

import json
from typing import Any

from hospitality_desk.desk.sample_parts import made_stories
from hospitality_desk.desk.sample_telling import Told
from hospitality_desk.paths import resources_folder

_HOUSE = "northgate-house.json"
_PARTS = "northgate-parts.json"


def people() -> list[Told]:
    """Return the people of the house, the manager first."""
    found: list[Told] = _file(_HOUSE)["people"]
    return found


def stories() -> list[Told]:
    """Return every story of the house: the open ones, today's, and all earlier ones."""
    house = _file(_HOUSE)
    return [*house["open"], *house["today"], *house["earlier"], *made_stories(_file(_PARTS))]


def _file(name: str) -> dict[str, Any]:
    """Any: a JSON file of ours, read as it stands."""
    found: dict[str, Any] = json.loads((resources_folder() / "samples" / name).read_text(encoding="utf-8"))
    return found
