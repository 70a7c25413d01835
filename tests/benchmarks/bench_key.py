"""One key of the quick log, from the press to its paint, against the same key in a bare field."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from hospitality_desk.desk.open import Address, make_desk
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.fonts import load_fonts
from hospitality_desk.gui.quick_log.panel import QuickLogPanel
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.station.station import Station
from tests.benchmarks.ratios import compare

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"


def main() -> None:
    app = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        bridge = Bridge(Station(Path(folder)))
        bridge.open(lambda: make_desk(Address(data=Path(folder)), zone_name="America/New_York", currency="USD"))
        while not bridge.is_open:
            app.processEvents()
        panel, bare = QuickLogPanel(Around(bridge=bridge, acting=Acting(bridge), theme=LIGHT)), QTextEdit()
        for shown in (panel, bare):
            shown.resize(940, 240)
            shown.show()
        panel.line.set_text(LINE)
        bare.setPlainText(LINE)

        def press(field: QWidget) -> None:
            QTest.keyClick(field, Qt.Key.Key_X)
            app.processEvents()

        compare("one key of the quick log, painted", lambda: press(panel.line), lambda: press(bare), 60)
        bridge.settle_down()
        panel.deleteLater()


if __name__ == "__main__":
    main()
