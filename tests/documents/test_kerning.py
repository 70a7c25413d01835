"""Kerning as Qt's own shaping has it, for the cuts whose table Qt reads alike."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from hospitality_desk.documents.fonts import Cut
from hospitality_desk.documents.kerning import kern, kerns
from hospitality_desk.paths import fonts_folder


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("cut", "is_italic"), [(Cut.SERIF, False), (Cut.ITALIC, True)])
def test_pairs_stand_as_close_as_a_shaper_sets_them(cut: Cut, is_italic: bool) -> None:
    assert QFontDatabase.addApplicationFont(str(fonts_folder() / f"{cut}.ttf")) >= 0
    face = QFont("Source Serif 4")
    face.setItalic(is_italic)
    face.setPixelSize(1000)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    width = QFontMetricsF(face).horizontalAdvance
    letters = "AVTWYPFLÁŠrvwyoaecn.,-’”“"
    for first in letters:
        for second in letters:
            shaped = (width(first + second) - width(first) - width(second)) / 1000
            assert kern(cut, first, second) == pytest.approx(shaped, abs=0.002), first + second


def test_a_title_is_kerned() -> None:
    assert kerns(Cut.DISPLAY, "Wait")[0] == pytest.approx(-0.076, abs=0.002)
    assert kern(Cut.DISPLAY, "A", "V") < -0.1
    assert kern(Cut.DISPLAY, "n", "n") == 0
    assert kern(Cut.DISPLAY, "Ж", "a") == 0
