"""One sentence about what just happened, with a way to take it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPropertyAnimation, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.words import _

_SLIDE, _SLIDE_MS = 8, 120
"""Pixels and milliseconds."""


class Toast(QFrame):
    """A dark bar 52 px high or as high as its words. `undo` is called once at most, never after it has gone."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._around = around
        self._undo: Callable[[], None] | None = None
        self.is_pointed_at = False
        """Somebody is about to tap it; it waits for them."""
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setObjectName("toast_slide")
        self._slide.setDuration(_SLIDE_MS)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(44, 4, 8, 4)
        layout.setSpacing(8)
        self.words = QLabel(self)
        self.words.setObjectName("toast_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setFont(around.font(Role.BODY))
        self.words.setStyleSheet(f"color: {around.theme.toast_words};")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.words, 1)
        self.way_buttons: list[Button] = []
        self.undo_button = self._button(_("Undo"), "toast_undo")
        self.undo_button.clicked.connect(self.undo)
        layout.addWidget(self.undo_button)
        self.key_hint = QLabel("Ctrl+Z", self)
        self.key_hint.setFont(around.font(Role.SMALL))
        self.key_hint.setStyleSheet(f"color: {around.theme.toast_words};")
        layout.addWidget(self.key_hint)
        layout.addSpacing(8)
        self.hide()

    def _button(self, words: str, name: str) -> Button:
        button = Button(words, ButtonKind.LINK, name, self)
        button.setFont(self._around.font(Role.BODY_BOLD))
        ring = self._around.theme.accentline
        button.setStyleSheet(
            f"QPushButton {{ color: {self._around.theme.toast_words}; background: transparent; font-weight: 600;"
            " border: 1px solid transparent; padding: 0 10px; min-height: 42px; }"
            f"QPushButton:hover {{ border: 1px solid {ring}; }} QPushButton:focus {{ border: 2px solid {ring}; }}"
        )
        return button

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to take back."""
        return self._undo is not None

    def say(
        self, words: str, undo: Callable[[], None] | None, ways: Sequence[tuple[str, Callable[[], object]]] = (),
        *, aloud: bool = True,
    ) -> None:  # fmt: skip
        """Take a sentence in place of the one before, and tell a screen reader of it, unless not `aloud`.

        Whoever places it shows it then: shown before, it would be under the pointer for a moment, somewhere else.
        """
        self._undo = undo
        self.words.setText(words)
        self._offer(ways)
        self.undo_button.setVisible(undo is not None)
        self.key_hint.setVisible(undo is not None)
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _offer(self, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for button in self.way_buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.way_buttons = []
        for n, (words, act) in enumerate(ways):
            button = self._button(words, f"toast_way_{n + 1}")
            button.clicked.connect(lambda _on=False, act=act: act())
            self._row.insertWidget(1 + n, button)
            self.way_buttons.append(button)

    def slide_in(self) -> None:
        """Come up the last few pixels to where it is placed, where things may move."""
        if self._around.moves:
            place = self.pos()
            self._slide.stop()
            self._slide.setStartValue(place + QPoint(0, _SLIDE))
            self._slide.setEndValue(place)
            self._slide.start()

    def stay(self) -> None:
        """Stop moving: it is placed elsewhere now."""
        self._slide.stop()

    def add(self, words: str) -> None:
        """Say one more sentence behind the first, once; Undo stays."""
        if words not in self.words.text():
            self.words.setText(f"{self.words.text()} {words}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def undo(self) -> None:
        """Take back what the toast speaks of, and tell a screen reader what; does nothing where there is no Undo."""
        undo, self._undo = self._undo, None
        if undo is None or self.isHidden():
            return
        words = _("Taking back: {words}").format(words=self.words.text())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.hide()
        undo()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is over it."""
        self.is_pointed_at = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on."""
        self.is_pointed_at = False
        super().leaveEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        """Forget the pointer, which may be elsewhere when the next toast comes, and what nobody can see any more."""
        self.is_pointed_at = False
        if self.isHidden():  # not where the whole window goes away for a moment
            self._undo = None
        super().hideEvent(event)  # type: ignore[arg-type] # a hide event is an event

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its sign."""
        theme = self._around.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.toast_border))
        painter.setBrush(QColor(theme.toast_ground))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        sign = self.rect().adjusted(16, 0, 0, 0)
        sign.setWidth(18)
        sign.setTop(self.height() // 2 - 9)
        sign.setHeight(18)
        name = "check" if self._undo is not None else "information-outline"
        paint_icon(painter, sign, name, theme.toast_words)
