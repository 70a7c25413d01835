"""What we know and the guest does not, with the two ways out: tell it, or keep it back with a reason."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.words import _, ngettext

HEIGHT = 60
_ICON, _TEXT_LEFT = 22, 48


class UntoldStrip(QWidget):
    """Absent when the guest knows everything we know."""

    told_asked = Signal()
    keep_back_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("untold_strip")
        self._around = around
        theme, px = around.theme, self._px
        self.count = ElidedLabel("untold_count", around.font(Role.BODY_BOLD), theme.text)
        self.things = ElidedLabel("untold_things", around.font(Role.SMALL), theme.text2)
        self.keep_back = Button(_("Keep back…"), ButtonKind.QUIET, "keep_back", self)
        self.keep_back.setFont(around.font(Role.SMALL))
        self.told = Button("", ButtonKind.MAIN, "told_guest", self)
        self.told.setFont(around.font(Role.BODY_BOLD))
        self.keep_back.clicked.connect(self.keep_back_asked)
        self.told.clicked.connect(self.told_asked)
        self.setFixedHeight(px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(self, px(_TEXT_LEFT), 0, px(8), 0))
        row.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch()
        words.addWidget(self.count)
        words.addWidget(self.things)
        words.addStretch()
        row.addLayout(words, 1)
        row.addWidget(self.keep_back)
        row.addWidget(self.told)
        self.hide()

    def show_scene(self, scene: Scene) -> None:
        """Count the things and name them."""
        untold = scene.untold if scene.is_open and scene.is_problem else ()
        self.setVisible(bool(untold))
        if not untold:
            return
        count = ngettext(
            "We know {n} thing the guest has not been told",
            "We know {n} things the guest has not been told",
            len(untold),
        )
        self.count.setText(count.format(n=len(untold)))
        self.things.setText(" ".join(_sentence(note.text) for note in untold))
        self.told.setText(scene.spoken_of.told)
        self.setAccessibleName(self.count.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted ground and the icon."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tint))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        side = self._px(_ICON)
        at = QRect((self._px(_TEXT_LEFT) - side) // 2, (self.height() - side) // 2, side, side)
        at = QStyle.visualRect(self.layoutDirection(), self.rect(), at)
        paint_icon(painter, at, "ear-hearing-off", theme.accent)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _sentence(text: str) -> str:
    line = " ".join(text[:300].split())
    return line if line.endswith((".", "!", "?", "…", "”", '"')) else f"{line}."
