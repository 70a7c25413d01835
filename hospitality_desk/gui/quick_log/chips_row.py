"""The chips under the line, in rows that wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.quick_log.chip import HEIGHT, Chip
from hospitality_desk.gui.quick_log.part_words import CAPTIONS, ChipFace
from hospitality_desk.words import _

_GAP = 8


class ChipsRow(QWidget):
    """Shows what was read; with nothing read yet, an example of what can be."""

    asked = Signal(object)
    """The PartName of the chip that was tapped."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick_log_chips")
        self._row = round(HEIGHT * around.percent / 100)
        self.chips = {name: Chip(around, f"chip_{name.value}", self) for name in CAPTIONS}
        for name, chip in self.chips.items():
            chip.hide()
            chip.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
        self._example = QLabel(_("Such as: t12 Ms Rivera cold soup, new one by 13:40 @carlo"), self)
        self._example.setObjectName("quick_log_example")
        self._example.setTextFormat(Qt.TextFormat.PlainText)
        self._example.setFont(around.font(Role.SMALL))
        self._example.setStyleSheet(f"color: {around.theme.text3}")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_faces(self, faces: tuple[ChipFace, ...]) -> None:
        """Show these chips and no others; a chip that stays keeps its focus."""
        by_name = {face.name: face for face in faces}
        for name, chip in self.chips.items():
            face = by_name.get(name)
            if face is not None:
                chip.show_face(face)
            elif chip.hasFocus():
                self.focusPreviousChild()
            chip.setVisible(face is not None)
        self._example.setVisible(not faces)
        self._place(self.width())
        self.updateGeometry()

    def shown(self) -> tuple[Chip, ...]:
        """Return the chips that are up, in order."""
        return tuple(chip for chip in self.chips.values() if not chip.isHidden())

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many rows as the chips need."""
        return self._flow(width, place=False)

    def sizeHint(self) -> QSize:
        """Ask for one row at least."""
        return QSize(self._row * 4, self.heightForWidth(max(self.width(), self._row * 4)))

    def minimumSizeHint(self) -> QSize:
        """Never be less than one row."""
        return QSize(self._row * 4, self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow anew."""
        self._place(event.size().width())

    def _place(self, width: int) -> None:
        self._flow(width, place=True)
        self._example.setGeometry(0, 0, width, self._row)

    def _flow(self, width: int, *, place: bool) -> int:
        left, top = 0, 0
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for chip in self.shown():
            wide = min(chip.sizeHint().width(), max(width, 1))
            if left and left + wide > width:
                left, top = 0, top + self._row + _GAP
            if place:
                chip.setGeometry(width - left - wide if is_mirrored else left, top, wide, self._row)
            left += wide + _GAP
        return top + self._row
