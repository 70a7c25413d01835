"""What the window tells a person: toasts that pass, and a banner that stays while it is true."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.banner import Banner
from hospitality_desk.gui.widgets.toast import Toast

TOAST_MS = 8_000
_POINTED_AT_MS = 1_000
Ways = tuple[tuple[str, Callable[[], object]], ...]
"""What can be done about something that was told: words for a button, and what it does."""
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is told at a moment: it goes on being told when the screens are built anew."""

    toast: str | None = None
    undo: Callable[[], None] | None = None
    ways: Ways = ()
    toast_ms: int = 0
    """What is left of the toast's time."""
    banner: str | None = None
    banner_button: str | None = None
    banner_act: Callable[[], None] | None = None


class Notices(QObject):
    """One toast at a time, at the bottom of `over` (the list pane), and one banner.

    The window puts `banner_bar` above its screens. What `bridge.said` says is added to a toast that can still be
    undone, else it becomes a toast of its own.
    """

    def __init__(self, around: Around, window: QWidget, over: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("notices")
        self._window, self._over = window, over
        self._bridge = around.bridge
        self._tall, self._widest = (round(px * around.percent / 100) for px in (52, 440))
        self._off: QWidget | None = None
        self._toast = Toast(around, window)
        self._take_back: Callable[[], None] | None = None
        self._ways: Ways = ()
        self._banner = Standing()
        self.banner_bar = Banner(around)
        self._timer = QTimer(self)
        self._timer.setObjectName("toast_timer")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_over)
        over.installEventFilter(self)
        around.bridge.said.connect(self._on_said)

    @property
    def can_undo(self) -> bool:
        """Tell whether a toast is up whose act can be taken back."""
        return self._toast.isVisible() and self._toast.can_undo

    def toast(self, words: str, undo: Callable[[], None] | None = None, ways: Ways = ()) -> None:
        """Show a sentence for 8 seconds, in place of the one before; with `undo` it can be taken back meanwhile."""
        self._take_back, self._ways = undo, ways
        self._toast.say(words, undo and partial(self._undo, words, undo), ways)
        self._place()
        self._toast.show()
        self._toast.raise_()
        self._toast.slide_in()
        self._timer.start(TOAST_MS)

    def undo(self) -> None:
        """Take back what the toast speaks of, when it is up."""
        self._toast.undo()

    def banner(self, words: str, button: str | None = None, act: Callable[[], None] | None = None) -> None:
        """Show a sentence above the screens until `clear_banner`."""
        self._banner = Standing(banner=words, banner_button=button, banner_act=act)
        self.banner_bar.say(words, button, act)

    def clear_banner(self) -> None:
        """Take the banner away: it is not true any more."""
        self._banner = Standing()
        self.banner_bar.hide()

    def standing(self) -> Standing:
        """Return what is told now."""
        if not self._toast.isVisible():
            return self._banner
        undo = self._take_back if self._toast.can_undo else None
        return replace(
            self._banner, toast=self._toast.words.text(), undo=undo, ways=self._ways,
            toast_ms=max(0, self._timer.remainingTime()),
        )  # fmt: skip

    def stand_again(self, told: Standing) -> None:
        """Go on telling what was told before, for what is left of its time; a screen reader has heard it already."""
        if told.banner is not None:
            self._banner = replace(told, toast=None, undo=None, ways=(), toast_ms=0)
            self.banner_bar.say(told.banner, told.banner_button, told.banner_act, aloud=False)
        if told.toast is not None:
            self._take_back, self._ways = told.undo, told.ways
            undo = told.undo and partial(self._undo, told.toast, told.undo)
            self._toast.say(told.toast, undo, told.ways, aloud=False)
            self._place()
            self._toast.show()
            self._toast.raise_()
            self._timer.start(told.toast_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the toast at the foot of the list pane, or above what it keeps off."""
        if event.type() in _MOVES and self._toast.isVisible():
            self._place()
        return False

    def keep_off(self, widget: QWidget) -> None:
        """Never lie over this: words are typed there. It matters where the list pane is not in sight."""
        self._off = widget
        widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        self._toast.stay()
        corner = self._over.mapTo(self._window, QPoint(0, 0))
        wide, bottom = self._over.width() - 16, corner.y() + self._over.height() - 8
        if not self._over.isVisible():
            wide = min(self._widest, self._window.width() - corner.x() - 16)
            bottom = self._window.height() - 8
            if self._off is not None and isValid(self._off) and self._off.isVisible():
                bottom = self._off.mapTo(self._window, QPoint(0, 0)).y() - 8
        width = max(240, wide)
        self._toast.setFixedWidth(width)
        layout = self._toast.layout()
        tall = max(self._tall, layout.totalHeightForWidth(width) if layout is not None else 0)
        self._toast.setGeometry(QRect(corner.x() + 8, bottom - tall, width, tall))

    def _undo(self, words: str, undo: Callable[[], None]) -> None:
        """Take an act back; where that is refused the toast comes back, with the reason and its Undo."""

        def refused(why: KnownError) -> None:
            if not isValid(self._toast):
                self._bridge.said.emit(why.say)  # the screens were taken down meanwhile: others tell it
            elif self.can_undo:
                self._on_said(why.say)  # another act can be taken back meanwhile, which must not be lost
            else:
                self.toast(words, undo)
                self._on_said(why.say)

        self._bridge.trying(undo, refused)

    def _on_said(self, words: str) -> None:
        """Say it beside what can still be taken back, else alone."""
        if self.can_undo:
            self._toast.add(words)
            self._place()
            self._timer.start(TOAST_MS)
        else:
            self.toast(words)

    def _on_over(self) -> None:
        if self._toast.is_pointed_at or self._toast.undo_button.hasFocus():
            self._timer.start(_POINTED_AT_MS)
        else:
            self._toast.hide()
