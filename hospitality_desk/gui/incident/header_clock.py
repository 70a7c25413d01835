"""The guest clock in the header; of a settled problem, how it ended."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from hospitality_desk.domain.incidents import Status
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.incident.clock_since import since_whom, spoken_since
from hospitality_desk.gui.incident.names import asked_name
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.guest_clock import HEADER_HEIGHT, HEADER_WIDTH, paint_guest_clock
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.verdicts import FACES, outcome_name, verdict_name
from hospitality_desk.words import _


class HeaderClock(QWidget):
    """200 x 112; it shows the scene it was given last, so the page gives it a new one as time goes on."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header_clock")
        self._around = around
        self._scene: Scene | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(0, self._px(4), 0, 0)

    def sizeHint(self) -> QSize:
        """Return the clock's size and the space above it."""
        return QSize(self._px(HEADER_WIDTH), self._px(HEADER_HEIGHT + 4))

    def show_scene(self, scene: Scene) -> None:
        """Show the clock at the scene's moment."""
        self._scene = scene
        clock = scene.clock
        settled = scene.incident.status == Status.SETTLED
        self.setVisible(clock is not None or settled)
        self.setAccessibleName(spoken_since(scene) if clock is not None else ", ".join(filter(None, _ended(scene))))
        self.setToolTip(plain_tip(self.accessibleName()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        scene = self._scene
        if scene is None:
            return
        painter = QPainter(self)
        rect = QRect(0, self._px(4), self._px(HEADER_WIDTH), self._px(HEADER_HEIGHT))
        clock = scene.clock
        if clock is not None:
            since = since_whom(scene)
            paint_guest_clock(painter, rect, clock, self._around, scene.zone, header=True, pronoun_words=since)
        else:
            self._paint_end(painter, rect, scene)

    def _paint_end(self, painter: QPainter, rect: QRect, scene: Scene) -> None:
        theme, px = self._around.theme, self._px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line2), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        outcome, settled, verdict = _ended(scene)
        left, room = rect.left() + px(15), rect.width() - px(30)
        self._line(painter, QRect(left, rect.top() + px(16), room, px(28)), outcome, Role.TITLE, theme.text)
        self._line(painter, QRect(left, rect.top() + px(46), room, px(18)), settled, Role.SMALL, theme.text2)
        verdicts = scene.incident.verdicts
        if verdicts:
            face = QRect(left, rect.top() + px(75), px(20), px(20))
            paint_icon(painter, self._sided(face), FACES[verdicts[-1].score - 1][0], theme.text2)
            left, room = left + px(27), room - px(27)
        at = QRect(left, rect.top() + px(75), room, px(20))
        self._line(painter, at, verdict, Role.SMALL_BOLD if verdicts else Role.SMALL, theme.text2)

    def _line(self, painter: QPainter, at: QRect, words: str, role: Role, color: str) -> None:
        face: QFont = self._around.font(role)
        painter.setFont(face)
        painter.setPen(QColor(color))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, at.width())
        painter.drawText(self._sided(at), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _sided(self, at: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), at)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _ended(scene: Scene) -> tuple[str, str, str]:
    incident = scene.incident
    outcome = outcome_name(incident.outcome) if incident.outcome is not None else _("Settled")
    at = incident.settled_at
    settled = _("Settled {time}").format(time=scene.when(at)) if at is not None else _("Settled")
    if incident.verdicts:
        return outcome, settled, verdict_name(incident.verdicts[-1].score)
    return outcome, settled, asked_name(incident.asked) if incident.asked is not None else ""
