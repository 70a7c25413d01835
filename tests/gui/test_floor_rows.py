"""A row in its words and its room: short guests, signs of steps, and what gives way where it is narrow."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from hospitality_desk.domain.guest_clock import ClockFacts, read_clock
from hospitality_desk.domain.house import Severity
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.floor.row_layout import RowLayout, RowText
from hospitality_desk.gui.floor.row_words import guest_words, mark_words
from hospitality_desk.gui.floor.step_signs import step_sign
from hospitality_desk.gui.theme import DARK
from hospitality_desk.gui.widgets.clock_words import clock_words, header_clock_words, spoken_clock
from hospitality_desk.live.feed import Mark
from hospitality_desk.queries.incidents import BoardRow
from tests.gui.conftest import NOON_LOG, ZONE, minutes
from tests.helpers.evening import Evening


@pytest.fixture
def row(evening: Evening) -> BoardRow:
    evening.log("“I left my purse in the taxi.”", place="Table 12", guest="Ms Rivera", party_size=4)
    return evening.board()[0]


@pytest.mark.parametrize(
    ("guest", "short"),
    [
        ("Ms Rivera", "Rivera, 4"), ("Mr. Lee", "Lee, 4"), ("Frau Schwarzenberger-Lüdenscheid",
        "Schwarzenberger-Lüdenscheid, 4"), ("Herr Dr. Müller", "Müller, 4"), ("Sra. Fernández de la Vega",
        "Fernández de la Vega, 4"), ("Señor García", "García, 4"), ("Doña Inés", "Inés, 4"), ("Dr", "Dr, 4"),
        ("Don Draper", "Don Draper, 4"), ("Walk-in", "Walk-in, 4"), ("Rivera", "Rivera, 4"),
    ],
)  # fmt: skip
def test_a_guest_is_short_in_the_list(row: BoardRow, guest: str, short: str) -> None:
    assert guest_words(replace(row, guest=guest)) == short


@pytest.mark.parametrize(
    ("title", "sign"),
    [
        ("Call the phone again", "phone-outline"), ("Ring her back", "phone-outline"), ("Find the ring", "arrow-right"),
        ("Mobiltelefon erneut anrufen", "phone-outline"), ("Llamar otra vez", "phone-outline"),
        ("Taxi ordered", "car-outline"), ("Two cabs for 20:45", "car-outline"), ("Carry the tray", "arrow-right"),
        ("Tell them, mains up at 20:16", "account-voice"), ("Avisar de que salen", "account-voice"),
        ("Dem Gast Bescheid geben", "account-voice"), ("Chef to speak with him", "arrow-right"),
        ("Plumber on the way", "arrow-right"), ("…", "arrow-right"), ("", "arrow-right"),
    ],
)  # fmt: skip
def test_the_sign_says_what_the_step_is(title: str, sign: str) -> None:
    assert step_sign(title) == sign


def laid_out(around: Around, row: BoardRow, width: int, mark: Mark | None) -> dict[str, RowText]:
    """Return place, guest and mark as they stand in a line of this width."""
    texts = [text for text in RowLayout(around).texts(QRect(0, 0, width, 76), row, mark) if text.line == 1]
    names = ["mark", "place", "guest"] if mark is not None else ["place", "guest"]
    return dict(zip(names, texts, strict=True))


@pytest.mark.parametrize("place", ["Table 12", "Frühstücksraum 12", "Habitación 207"])
@pytest.mark.parametrize("width", range(150, 420, 15))
def test_the_place_never_gives_way_before_guest_and_mark(
    around: Around, row: BoardRow, qtbot: QtBot, place: str, width: int
) -> None:
    mark = Mark(incident_id=row.incident_id, station="Empfang Nordflügel", at=NOON_LOG)
    row = replace(row, place=place, guest="Schwarzenberger-Lüdenscheid", party_size=14)
    line = laid_out(around, row, width, mark)
    dot = RowLayout(around).mark_dot(line["mark"])
    assert line["place"].box.right() < dot.left() <= dot.right() <= width
    assert dot.width() == 8
    if line["place"].is_cut:
        assert line["mark"].box.width() == 0
        assert line["guest"].box.width() == 0
    if line["mark"].is_cut:
        assert line["guest"].box.width() == 0
    if line["guest"].box.width():
        assert line["guest"].box.right() < dot.left()
    alone = laid_out(around, row, width, None)
    assert alone["place"].box.width() == min(width, QFontMetrics(alone["place"].face).horizontalAdvance(place) + 1)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_what_is_cut_is_told_whole(around: Around, evening: Evening, staff: object, qtbot: QtBot) -> None:
    said = "“We were told this table was by the window, and now we look at the <b>dish</b> trolley.”"
    evening.log(said, "Carlo", place="Table 3", guest="Lee")
    floor = FloorPage(around)
    qtbot.addWidget(floor)
    floor.resize(1282, 768)
    floor.show()
    qtbot.waitUntil(lambda: len(floor.model.rows) == 1)
    listed, index = floor.pane.list, floor.model.index(0)
    option = QStyleOptionViewItem()
    option.rect = listed.visualRect(index)

    def tip(y: int) -> str:
        there = QPoint(250, option.rect.top() + y)
        help_event = QHelpEvent(QHelpEvent.Type.ToolTip, there, listed.viewport().mapToGlobal(there))
        assert listed.delegate.helpEvent(help_event, listed, option, index)
        return QToolTip.text()

    assert tip(16) == ""  # place and guest fit
    assert "now we look at the &lt;b&gt;dish&lt;/b&gt; trolley.”" in tip(38)


def test_a_mark_counts_minutes_and_hours(row: BoardRow) -> None:
    mark = Mark(incident_id=row.incident_id, station="Kitchen", at=NOON_LOG)
    said = [mark_words(mark, NOON_LOG + timedelta(minutes=n)) for n in (-1, 0, 1, 105)]
    assert said == ["Kitchen, 0 min", "Kitchen, 0 min", "Kitchen, 1 min", "Kitchen, 1 h 45"]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("percent", [100, 112, 125, 150])
def test_sizes_are_the_papers_in_both_directions(
    around: Around, evening: Evening, qtbot: QtBot, percent: int, direction: Qt.LayoutDirection
) -> None:
    evening.log("cold soup", place="Table 2", happened_at=evening.clock.moment - minutes(2))
    QApplication.setLayoutDirection(direction)
    try:
        floor = FloorPage(replace(around, percent=percent, theme=DARK))
        qtbot.addWidget(floor)
        floor.resize(1836, 1080)
        floor.show()
        qtbot.waitUntil(lambda: len(floor.model.rows) == 1)
        floor.grab()
        listed = floor.pane.list
        card = listed.visualRect(floor.model.index(0))
        clock = listed.delegate.clock_rect(card)
        scale = percent / 100
        assert (card.height(), floor.pane.header.height(), floor.pane.footer.height()) == (
            round(76 * scale), round(72 * scale), round(52 * scale),
        )  # fmt: skip
        assert (clock.width(), clock.height()) == (round(108 * scale), round(60 * scale))
        from_left, from_right = clock.left() - card.left(), card.right() - clock.right()
        reading_side = from_left if direction == Qt.LayoutDirection.LeftToRight else from_right
        assert reading_side == round(10 * scale)
        for tapped in (floor.pane.header.wall_time, floor.pane.header.tag, floor.pane.closed_header.back):
            assert tapped.height() >= 44
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_first_minute_of_being_late_is_said_without_a_figure() -> None:
    start = NOON_LOG
    facts = ClockFacts(start=start, severity=Severity.MIDDLING, is_gone=False, word_by=start + minutes(8))
    reading = read_clock(facts, start + minutes(8) + timedelta(seconds=20))
    assert clock_words(reading, ZONE) == "Late now"
    assert header_clock_words(reading, ZONE) == "Late, speak now"
    assert spoken_clock(reading, ZONE) == "8 minutes since our last word, late, speak now"
    assert clock_words(read_clock(facts, start + minutes(9)), ZONE) == "1 min late"
