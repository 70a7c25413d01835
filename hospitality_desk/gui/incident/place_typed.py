"""A place that is typed where it stands is read as the log line reads it: "t14" is Table 14."""

from hospitality_desk.domain.quick_line import read_line
from hospitality_desk.domain.quick_line.parts import LineContext, PartName
from hospitality_desk.gui.incident.scene import Scene


def place_typed(words: str, scene: Scene) -> str:
    """Return the place's whole name where the words are a place and nothing else; anything else stays as typed."""
    line = words.strip()
    context = LineContext(now=scene.now, zone=scene.zone, region=None, people=())
    part = read_line(line, context).first(PartName.PLACE)
    is_all = part is not None and (part.start, part.end) == (0, len(line))
    return part.value if part is not None and is_all and isinstance(part.value, str) else words
