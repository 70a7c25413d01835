"""Who acts at this stand: their letters and name, and a menu of everybody who could."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.theme import Theme
from hospitality_desk.gui.widgets.avatar import initials, paint_avatar
from hospitality_desk.gui.widgets.enter_key import took_enter
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _

_AVATAR, _FACE = 36, 28
"""The ring in the rail and in the menu, in pixels at 100 %."""


class PersonButton(QToolButton):
    """At the foot of the rail. Without people the house itself acts, and there is nobody to choose."""

    chosen = Signal(str)
    """A person's id, as somebody picked it from the menu."""
    keys_asked = Signal()
    """Somebody wants to see what the keys do."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person_button")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._around = around
        self._menu = QMenu(self)
        self._menu.setObjectName("person_menu")
        self._menu.setAccessibleName(_("Who acts here"))
        self._menu.setFont(around.font(Role.BODY))
        side, pad = (round(px * around.percent / 100) for px in (_FACE, 8))
        self._menu.setStyleSheet(
            f"QMenu {{ icon-size: {side}px; }} QMenu::icon {{ padding-left: 8px; }}"
            f" QMenu::item {{ padding: {pad}px 18px {pad}px 10px; min-height: {side}px; }}"
        )
        self._people = QActionGroup(self._menu)
        self._people.triggered.connect(self._on_picked)
        scale = around.percent / 100
        self.setFixedSize(round(76 * scale), round(60 * scale))
        self.clicked.connect(self._on_clicked)
        around.acting.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def words(self) -> str:
        """Return the name that stands under the letters."""
        acting = self._around.acting
        if acting.person is not None:
            return acting.person.name
        if not acting.is_known:
            return ""
        return _("Who acts?") if acting.people else _("The house")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring with the letters, and the name."""
        theme, scale = self._around.theme, self._around.percent / 100
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            _paint_ground(painter, self.rect(), theme)
        side = round(_AVATAR * scale)
        ring = QRect((self.width() - side) // 2, round(2 * scale), side, side)
        acting: Acting = self._around.acting
        letters = "?" if acting.person is None and acting.people else initials(self.words)
        paint_avatar(painter, ring, letters, theme, self._around.font(Role.SMALL_BOLD), mine=self.isEnabled())
        painter.setFont(self._around.font(Role.CAPTION))
        painter.setPen(QColor(theme.text2))
        line = self.rect().adjusted(2, ring.bottom() + round(4 * scale), -2, 0)
        name = QFontMetrics(painter.font()).elidedText(self.words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), name)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect().toRectF(), theme)

    def _on_changed(self) -> None:
        acting = self._around.acting
        self.setEnabled(bool(acting.people))
        if acting.people:
            name = _("{name} acts here. Choose another person").format(name=self.words)
            self.setAccessibleName(name if acting.person is not None else _("Say who you are"))
            self.setToolTip(_("Change who acts here"))
        else:
            self.setAccessibleName(_("The house acts") if acting.is_known else _("Not known yet who acts here"))
            fits = QFontMetrics(self._around.font(Role.CAPTION)).horizontalAdvance(self.words) <= self.width() - 4
            self.setToolTip("" if fits else plain_tip(self.words))
        self.update()

    def _on_clicked(self) -> None:
        self._menu.clear()
        acting = self._around.acting
        here: QAction | None = None
        for person in acting.people:
            mine = acting.person is not None and acting.person.person_id == person.person_id
            action = self._menu.addAction(self._face(person.name, mine), person.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(mine)
            action.setData(person.person_id)
            self._people.addAction(action)
            here = action if mine else here
        self._menu.addSeparator()
        keys = self._menu.addAction(_("All keys") + "\tF1")
        keys.triggered.connect(self.keys_asked)
        above = self.mapToGlobal(QPoint(self.width(), self.height() - self._menu.sizeHint().height()))
        self._menu.popup(above)
        self._menu.setActiveAction(here or self._menu.actions()[0])  # the arrows go on from who acts now

    def _face(self, name: str, mine: bool) -> QIcon:
        """Return the ring with somebody's letters."""
        side, sharp = round(_FACE * self._around.percent / 100), 2
        pixmap = QPixmap(side * sharp, side * sharp)
        pixmap.setDevicePixelRatio(sharp)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        face = self._around.font(Role.CAPTION_MEDIUM)
        paint_avatar(painter, QRect(0, 0, side, side), initials(name), self._around.theme, face, mine=mine)
        painter.end()
        return QIcon(pixmap)

    def _on_picked(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _paint_ground(painter: QPainter, rect: QRect, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRoundedRect(rect, 8, 8)
