"""The head of the Floor: how many guests wait, how many too long, what time it is, and where this stand is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from hospitality_desk.domain.house import Service
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.late_line import LateLine
from hospitality_desk.gui.floor.practice_tag import TOUCH, PracticeTag
from hospitality_desk.gui.floor.wall_time import WallTime
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import N_, _, ngettext

HEIGHT = 72
_LEFT, _RIGHT, _BASELINE, _SECOND = 18, 16, 34, 51
"""Margins, the baseline of the first line and the middle of the second, in pixels at 100 %."""
_SERVICES = {
    Service.BREAKFAST: N_("breakfast"),
    Service.LUNCH: N_("lunch"),
    Service.DINNER: N_("dinner"),
    Service.NIGHT: N_("night"),
}


class FloorHeader(QWidget):
    """Two lines left, two right; 72 px high. What can be tapped is 44 px high and overlaps the lines."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floor_header")
        self._theme, self._scale = around.theme, around.percent / 100
        self.setFixedHeight(self._px(HEIGHT))
        theme = around.theme
        self._title = self._label(_("Floor"), "floor_title", around, Role.TITLE, theme.text)
        self.open_words = self._label("", "open_words", around, Role.BODY, theme.text2)
        self.late_words = self._label("", "late_words", around, Role.BODY_BOLD, theme.text)
        self.order_words = ElidedLabel("order_words", around.font(Role.SMALL), theme.text2, parent=self)
        self.house_words = ElidedLabel("house_words", around.font(Role.SMALL), theme.text2, parent=self)
        self.house_words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.tag = PracticeTag(around, self)
        self.tag.changed.connect(self._arrange)
        self.wall_time = WallTime(around, self._px(_BASELINE), self)
        self.late_line = LateLine(around, self._px(_SECOND - (HEIGHT - TOUCH)), self)

    def show_counts(self, open_ones: int, late: int) -> None:
        """Show how many are open and late."""
        many = ngettext("{n} open", "{n} open", open_ones).format(n=open_ones)
        self.open_words.setText("" if not open_ones else f"{many}," if late else many)
        self.late_words.setText(ngettext("{n} late", "{n} late", late).format(n=late) if late else "")
        self.order_words.setText(_("Closest to the promise first") if open_ones else _("Nobody is waiting"))
        self._arrange()

    def show_late(self, incident_id: IncidentId | None, place: str = "", *, is_above: bool = True) -> None:
        """Name a late place that is scrolled out of sight; None when all late ones can be seen."""
        if incident_id is None:
            self.late_line.hide()
        else:
            words = _("{place} is late").format(place=place)
            self.late_line.show_late(incident_id, words, is_above=is_above)
        self.order_words.setVisible(incident_id is None)
        self._arrange()

    def show_house(self, time: str, station: str, service: Service) -> None:
        """Show the wall time, where this stand is, and what is being served."""
        self.wall_time.show_time(time)
        self.house_words.setText(_("{station}, {service}").format(station=station, service=_(_SERVICES[service])))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lower edge."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))

    def _arrange(self) -> None:
        right = self.width() - self._px(_RIGHT)
        clock = self.wall_time.sizeHint()
        self._put(self.wall_time, right + self.wall_time.pad - clock.width(), 0, clock.width(), clock.height())
        x = self._px(_LEFT)
        for label, after in ((self._title, 7), (self.open_words, 4), (self.late_words, 0)):
            metrics = QFontMetrics(label.font())
            wide = metrics.horizontalAdvance(label.text()) + 1 if label.text() else 0
            self._put(label, x, self._px(_BASELINE) - metrics.ascent(), wide, metrics.height())
            x += wide + self._px(after) if wide else 0
        room = right - clock.width() - x - self._px(4)
        wished = self.tag.sizeHint()
        wide = wished.width() if wished.width() <= room else self.tag.least_width()
        middle = self._px(_BASELINE) - QFontMetrics(self.open_words.font()).capHeight() // 2
        self._put(self.tag, x + self._px(8), middle - wished.height() // 2, wide, wished.height())
        self._arrange_second(right)

    def _arrange_second(self, right: int) -> None:
        left, gap, tall = self._px(_LEFT), self._px(12), self._px(18)
        top = self._px(_SECOND) - tall // 2
        room = right - left - gap
        house = min(self.house_words.sizeHint().width(), max(room // 2, room - self.order_words.sizeHint().width()))
        self._put(self.house_words, right - house, top, house, tall)
        self._put(self.order_words, left, top, room - house, tall)
        late = min(self.late_line.sizeHint().width(), room - house + 2 * self.late_line.lead)
        self._put(self.late_line, left - self.late_line.lead, self._px(HEIGHT - TOUCH), late, self._px(TOUCH))

    def _put(self, child: QWidget, left: int, top: int, width: int, height: int) -> None:
        child.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, top, width, height)))

    def _label(self, words: str, name: str, around: Around, role: Role, color: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(around.font(role))
        label.setStyleSheet(f"color: {color};")
        return label

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
