"""The quick line: what a host types becomes place, guest, phone, promise, owner and kind.

`reader` puts the parts together; each other file finds one sort of part. English words are data in `english*`.
"""

from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName, ReadLine
from hospitality_desk.domain.quick_line.reader import read_line

__all__ = ["LineContext", "Part", "PartName", "ReadLine", "read_line"]
