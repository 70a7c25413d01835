"""A small field for a time of day: 13:40, 1340 and 1:40 pm all mean the same."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QLineEdit, QWidget

from hospitality_desk.domain.time_words import read_time
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.words import _

_CLOCK = re.compile(r"(\d{1,2})[:.,h ]?(\d{2})?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE | re.ASCII)


def read_clock_words(words: str, now: datetime, zone: ZoneInfo, *, last: bool) -> datetime | None:
    """Return the next such time after now (with `last` the one before), None for no words.

    Raises WrongUse, with a sentence, for words that are no time.
    """
    said = words.strip()
    if not said:
        return None
    return read_time(_as_clock(said), now, zone, last=last)


def _as_clock(said: str) -> str:
    found = _CLOCK.fullmatch(said)
    if found is None:
        return said
    hour, minute, half = int(found[1]), found[2] or "00", (found[3] or "").casefold()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour}:{minute}"


class ClockField(QLineEdit):
    """Takes a time of day as a host writes it; what it means is decided when it is used."""

    def __init__(self, around: Around, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(around.font(Role.BODY))
        self.setMaxLength(32)
        self.setPlaceholderText(_("13:40"))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setFixedWidth(round(84 * around.percent / 100))

    def moment(self, now: datetime, zone: ZoneInfo, *, last: bool) -> datetime | None:
        """Return the moment that is meant, None when the field is empty; raises WrongUse for no time."""
        return read_clock_words(self.text(), now, zone, last=last)
