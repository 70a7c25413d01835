"""The open problems: rows whose clocks go on."""

from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.delegate import IncidentDelegate
from hospitality_desk.gui.floor.incident_list import IncidentList
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.words import _


class OpenList(IncidentList):
    """Paints its clocks again by themselves, and nothing else."""

    def __init__(self, around: Around, model: IncidentModel, hold: OrderHold, parent: QWidget) -> None:
        self._open, self.delegate = model, IncidentDelegate(around, model)
        super().__init__(around, model, self.delegate, hold, "incident_list", parent)
        self.setAccessibleName(_("Open problems"))

    def update_clocks(self) -> None:
        """Paint the clocks (and the change marks, which tell minutes too) in sight again, and nothing else."""
        for at in self.rows_in_sight(whole=False):
            index = self._open.index(at)
            row = self.visualRect(index)
            self.viewport().update(self.delegate.clock_rect(row))
            mark = self.delegate.mark_rect(row, index)
            if not mark.isEmpty():
                self.viewport().update(mark)
