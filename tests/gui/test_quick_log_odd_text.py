"""Odd, broken and hostile texts through the window: kept exactly as the gate leaves them, or refused in one sentence."""

import json

from pytestqt.qtbot import QtBot

from hospitality_desk.domain.text import clean_text, has_a_word
from hospitality_desk.gui.quick_log.panel import QuickLogPanel
from tests.gui.test_quick_log import House, enter, house, panel, paste, staff
from tests.helpers.shared import shared_file

__all__ = ["house", "panel", "staff"]  # fixtures


def test_every_naughty_string_is_kept_exactly_or_refused_in_words(
    panel: QuickLogPanel, house: House, qtbot: QtBot
) -> None:
    strings: list[str] = json.loads(shared_file("17_naughty_strings/blns.json").read_text(encoding="utf-8"))
    expected: list[str] = []
    for string in strings:
        paste(panel, string)
        said = house.logged.copy()
        enter(panel)
        if has_a_word(clean_text(string).text):
            expected.append(clean_text(string).text)
            qtbot.waitUntil(lambda said=said: len(house.logged) > len(said))  # type: ignore[misc]
        else:
            assert panel.foot.said == "Write at least one word."
            panel.line.set_text("")
    stored = [incident.notes[0].text for incident in house.incidents()]
    assert len(strings) > 500
    assert stored == expected
