"""The six kinds of note as chips: none is chosen at first, a guess is dashed, a person decides."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.chip import Chip
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.kinds import KIND_ICONS, KINDS, kind_name
from hospitality_desk.words import _


class KindChips(QWidget):
    """`chosen` is what a person decided, `guessed` what the words sound like."""

    decided = Signal(object)
    """An EntryKind was chosen by a tap or an arrow key; None when the choice was taken back by a second tap."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kind_chips")
        self.chosen: EntryKind | None = None
        self.guessed: EntryKind | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = FlowLayout(6, self)
        self.chips: dict[EntryKind, Chip] = {}
        for n, kind in enumerate(KINDS, start=1):
            chip = Chip(around, kind_name(kind), f"kind_{kind.value}", icon=KIND_ICONS[kind], key=str(n), parent=self)
            chip.setToolTip(_("Ctrl+{n}").format(n=n))
            chip.clicked.connect(lambda _on=False, kind=kind: self._on_tap(kind))
            chip.installEventFilter(self)
            self._group.addButton(chip)
            row.addWidget(chip)
            self.chips[kind] = chip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never be lower than the rows there are at this width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def choose(self, kind: EntryKind | None) -> None:
        """Show this as decided; None leaves it open."""
        self.chosen = kind
        self._show()

    def guess(self, kind: EntryKind | None) -> None:
        """Show this as our guess, while nothing is decided."""
        self.guessed = kind
        self._show()

    @property
    def kind(self) -> EntryKind | None:
        """Return what is decided, else what is guessed."""
        return self.chosen or self.guessed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go from chip to chip; Tab passes them one by one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Chip):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if step is not None:
                chips = list(self.chips.values())
                chips[(chips.index(watched) + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _on_tap(self, kind: EntryKind) -> None:
        self.choose(None if self.chosen == kind else kind)
        self.decided.emit(self.chosen)

    def _show(self) -> None:
        for kind, chip in self.chips.items():
            chip.setChecked(kind == self.chosen)
            is_guess = self.chosen is None and kind == self.guessed
            chip.set_guess(is_guess)
            chip.setAccessibleDescription(_("Our guess") if is_guess else "")
