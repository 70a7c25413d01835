"""Where the words of a row stand: one answer for the painter and for the tool tip of what is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.row_words import (
    guest_words,
    mark_words,
    place_words,
    said_words,
    step_owner,
    step_words,
)
from hospitality_desk.gui.fonts import Role

if TYPE_CHECKING:  # these bring the store's libraries with them, which are read in after the first paint
    from hospitality_desk.live.feed import Mark
    from hospitality_desk.queries.incidents import BoardRow

PAD, GAP, RIGHT = 10, 12, 13
"""Before the clock, between clock and words, and behind the words, in pixels at 100 %."""
DOT, SIGN = 8, 16
_AFTER_PLACE, _AFTER_DOT, _BEFORE_MARK, _LEAST_GUEST = 8, 5, 12, 24


class RowText(NamedTuple):
    """Some words of a row, and the room they have, as if the row ran from the left."""

    line: int
    """1 to 3."""
    box: QRect
    words: str
    face: QFont
    color: str

    @property
    def is_cut(self) -> bool:
        """Tell whether the words do not fit."""
        return QFontMetrics(self.face).horizontalAdvance(self.words) > self.box.width()


class RowLayout:
    """Reads fonts and colours once; the rows come and go."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._scale = around.percent / 100
        self._place = around.font(Role.ROW_TITLE)
        self._guest = around.font(Role.BODY)
        self._mark = around.font(Role.CAPTION_BOLD)
        self._own_words = around.font(Role.WORDS)
        self._gist = around.font(Role.BODY)
        self._small = around.font(Role.SMALL)
        self._mine = around.font(Role.SMALL_BOLD)

    def words_area(self, card: QRect, clock_width: int) -> QRect:
        """Return the part of a card right of the clock."""
        left = card.left() + self._px(PAD + GAP) + clock_width
        return QRect(left, card.top(), card.right() + 1 - self._px(RIGHT) - left, card.height())

    def texts(self, area: QRect, row: BoardRow, mark: Mark | None) -> list[RowText]:
        """Return all words of the row."""
        theme = self._around.theme
        said = RowText(2, self._line(area, 27, 22), said_words(row), self._own_words, theme.text)
        if not row.own_words:
            said = said._replace(face=self._gist)
        return [*self._first(self._line(area, 7, 20), row, mark), said, *self._step(self.step_line(area), row)]

    def step_line(self, area: QRect) -> QRect:
        """Return the third line, with its sign at the start."""
        return self._line(area, 50, 18)

    def mark_line(self, area: QRect) -> QRect:
        """Return the first line, at whose end the mark stands."""
        return self._line(area, 7, 20)

    def mark_dot(self, mark_text: RowText) -> QRect:
        """Return where the dot before the words of the mark stands."""
        side, box = self._px(DOT), mark_text.box
        gap = self._px(_AFTER_DOT) if box.width() else 0
        return QRect(box.left() - gap - side, box.center().y() - side // 2 + 1, side, side)

    def mark_text(self, line: QRect, row: BoardRow, mark: Mark) -> RowText:
        """Return the words of the mark: they give way to the place, down to the dot alone."""
        words = mark_words(mark, self._around.bridge.now())
        dot = self._px(DOT + _AFTER_DOT)
        place = self._wide(self._place, place_words(row))
        room = max(0, min(self._wide(self._mark, words), line.width() - place - self._px(_BEFORE_MARK) - dot))
        room = room if room >= self._px(_LEAST_GUEST) else 0
        box = QRect(line.right() + 1 - room, line.top(), room, line.height())
        return RowText(1, box, words, self._mark, self._around.theme.accent)

    def _first(self, line: QRect, row: BoardRow, mark: Mark | None) -> list[RowText]:
        theme, texts = self._around.theme, []
        end = line.right() + 1
        if mark is not None:
            text = self.mark_text(line, row, mark)
            texts.append(text)
            end = self.mark_dot(text).left() - self._px(_BEFORE_MARK)
        place, ink = place_words(row), theme.text if row.place else theme.text3
        room = min(self._wide(self._place, place), max(0, end - line.left()))
        texts.append(RowText(1, QRect(line.left(), line.top(), room, line.height()), place, self._place, ink))
        left = line.left() + room + self._px(_AFTER_PLACE)
        room = end - left if end - left >= self._px(_LEAST_GUEST) else 0
        texts.append(
            RowText(1, QRect(left, line.top(), room, line.height()), guest_words(row), self._guest, theme.text2)
        )
        return texts

    def _step(self, line: QRect, row: BoardRow) -> list[RowText]:
        around, theme = self._around, self._around.theme
        owner = step_owner(row)
        name = row.next_owner if row.next_title is not None else row.owner
        mine = around.acting.person is not None and around.acting.person.name == name
        face = self._mine if mine else self._small
        room = min(self._wide(face, owner), line.width() // 3)
        right = QRect(line.right() + 1 - room, line.top(), room, line.height())
        step = line.adjusted(self._px(SIGN + 6), 0, -room - self._px(12), 0)
        ink = theme.text2 if row.next_title is not None else theme.text3
        words = step_words(row, around.bridge.now(), around.bridge.house.zone)
        return [
            RowText(3, step, words, self._small, ink),
            RowText(3, right, owner, face, theme.accent if mine else theme.text2),
        ]

    def _line(self, area: QRect, top: int, height: int) -> QRect:
        return QRect(area.left(), area.top() + self._px(top), area.width(), self._px(height))

    def _wide(self, face: QFont, words: str) -> int:
        return QFontMetrics(face).horizontalAdvance(words) + 1

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
