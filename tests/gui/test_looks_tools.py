"""The tools that look see what they are for: each fault, made on purpose, is found, and its mended twin is not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from tests.gui.looking.clipped import clipped_texts
from tests.gui.looking.contrast import contrast, faint_texts
from tests.gui.looking.long_words import ends_in_dots_by_nature, lengthened, sentences
from tests.gui.looking.nameless import nameless, small_targets
from tests.gui.looking.painted import painted_texts
from tests.gui.looking.screen_text import screen_text

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
"""Tool tips raise themselves and menus take the keyboard; offscreen has nothing for that."""


@pytest.fixture
def inside(qtbot: QtBot) -> Iterator[QWidget]:
    """A pane that fills a small window."""
    window = QWidget()
    window.resize(400, 300)
    inside = QWidget(window)
    inside.setObjectName("list_pane")
    inside.setGeometry(0, 0, 400, 300)
    qtbot.addWidget(window)
    yield inside
    del window  # held until here: pytest-qt keeps no hold of it


def label(words: str, at: QRect, parent: QWidget, *, wrap: bool = False) -> QLabel:
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setGeometry(at)
    return made


def faults(inside: QWidget) -> list[str]:
    window = inside.window()
    window.show()
    return clipped_texts(window)


class Rows(QStyledItemDelegate):
    """Paints each row cut short by hand; with `tips` a row tells its whole text."""

    tips = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 30)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words = QFontMetrics(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, 90)
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignVCenter), words)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        if self.tips:
            QToolTip.showText(event.globalPos(), str(index.data()), view)
        return self.tips


def table(inside: QWidget, *texts: str) -> QTableView:
    model = QStandardItemModel(inside)
    for text in texts:
        model.appendRow(QStandardItem(text))
    view = QTableView(inside)
    view.setModel(model)
    view.setItemDelegate(Rows(view))
    view.verticalHeader().hide()
    view.horizontalHeader().hide()
    view.setGeometry(0, 0, 200, 100)
    return view


def test_it_reads_labels_fields_and_painted_rows_line_by_line(inside: QWidget) -> None:
    table(inside, "Table 12", "Room 7")
    label("left", QRect(10, 120, 60, 20), inside)
    label("right", QRect(200, 120, 60, 20), inside)
    field = QLineEdit(inside)
    field.setPlaceholderText("a hint")
    field.setGeometry(10, 160, 120, 30)
    inside.window().show()
    assert screen_text(inside.window()) == "== list\nTable 12\nRoom 7\nleft | right\na hint\n"


def test_what_another_widget_covers_is_not_read(inside: QWidget) -> None:
    label("covered", QRect(10, 10, 80, 20), inside)
    over = QWidget(inside.window())
    over.setGeometry(0, 0, 200, 100)
    inside.window().show()
    assert [run.text for run in painted_texts(inside.window())] == []


def test_a_word_cut_at_the_side_is_found(inside: QWidget) -> None:
    label("much too long for its place", QRect(10, 10, 60, 20), inside)
    assert any("is cut" in fault and "right" in fault for fault in faults(inside))


def test_a_word_cut_by_what_it_lies_in_is_found(inside: QWidget) -> None:
    inside.resize(400, 20)
    label("low", QRect(10, 8, 60, 24), inside)
    assert any("bottom" in fault for fault in faults(inside))


def test_lines_that_are_not_painted_at_all_are_found(inside: QWidget) -> None:
    made = label("one and two and three and four and five", QRect(10, 10, 60, 20), inside, wrap=True)
    made.setObjectName("words")
    assert any("only" in fault for fault in faults(inside))
    made.setFixedHeight(200)
    assert faults(inside) == []


def test_a_label_without_any_room_is_found(inside: QWidget) -> None:
    squeezed = ElidedLabel("squeezed", inside.font(), "#000000", "by 13:40", inside)
    squeezed.setGeometry(10, 10, 0, 20)
    assert faults(inside) == ["squeezed: 'by 13:40' has no room at all, 0 x 20"]


def test_dots_need_a_tool_tip_in_a_label_and_in_a_row(inside: QWidget) -> None:
    view = table(inside, "a text that is much too long for ninety pixels")
    short = ElidedLabel("short", inside.font(), "#000000", "a label that tells the whole in its tip", inside)
    short.setGeometry(10, 120, 80, 20)
    assert ["cut short" in fault for fault in faults(inside)] == [True]
    rows = view.itemDelegate()
    assert isinstance(rows, Rows)
    rows.tips = True
    assert faults(inside) == []


def test_two_texts_in_one_place_are_found(inside: QWidget) -> None:
    class Both(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.drawText(10, 20, "one text")
            painter.drawText(30, 22, "another")

    Both(inside).setGeometry(0, 0, 200, 60)
    assert any("over each other" in fault for fault in faults(inside))


def test_a_label_over_another_widgets_words_is_found(inside: QWidget) -> None:
    label("under it", QRect(10, 10, 120, 20), inside)
    held = QWidget(inside)
    held.setGeometry(20, 12, 200, 60)
    label("over it", QRect(0, 0, 120, 20), held)
    assert any("over each other" in fault for fault in faults(inside))


def test_words_under_a_panel_with_a_ground_of_its_own_are_hidden(inside: QWidget) -> None:
    class Panel(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).fillRect(self.rect(), QColor("#ffffff"))

    label("under it", QRect(10, 10, 120, 20), inside)
    panel = Panel(inside)
    panel.setGeometry(0, 0, 200, 60)
    label("over it", QRect(10, 8, 120, 20), panel)
    assert faults(inside) == []
    assert screen_text(inside.window()) == "== list\nover it\n"


def test_a_row_half_scrolled_away_is_no_fault(inside: QWidget) -> None:
    view = table(inside, *(f"row {n}" for n in range(20)))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    inside.window().show()
    view.verticalScrollBar().setValue(17)
    assert faults(inside) == []


def test_faint_words_are_found_by_the_ground_they_lie_on(inside: QWidget) -> None:
    grey = label("not much to see", QRect(10, 10, 200, 20), inside)
    grey.setStyleSheet("color: #8a8a8a; background: #ffffff;")
    inside.window().show()
    assert [fault.partition(":1")[0][-3:] for fault in faint_texts(inside.window())] == ["3.5"]
    grey.setStyleSheet("color: #8a8a8a; background: #000000;")
    assert faint_texts(inside.window()) == []
    assert round(contrast(QColor("#ffffff"), QColor("#000000"))) == 21


def test_controls_without_a_name_are_found(inside: QWidget) -> None:
    icon, box, field = QToolButton(inside), QComboBox(inside), QLineEdit(inside)
    icon.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.addItem("Kitchen")
    table(inside, "row")
    inside.window().show()
    assert len(nameless(inside.window())) == 4
    for each, name in ((icon, "More"), (box, "Where"), (field, "Why")):
        each.setAccessibleName(name)
    inside.findChildren(QTableView)[0].setAccessibleName("Rows")
    assert nameless(inside.window()) == []


def test_small_controls_are_found(inside: QWidget) -> None:
    button = QPushButton("x", inside)
    button.setStyleSheet("min-height: 0; padding: 0;")
    button.setGeometry(0, 0, 44, 43)
    inside.window().show()
    assert len(small_targets(inside.window())) == 1
    button.resize(44, 44)
    assert small_targets(inside.window()) == []


def test_the_long_language_is_a_third_longer_and_keeps_what_is_in_braces() -> None:
    said = "Choose a problem on the left to see what happened, {name}."
    long = lengthened(said)
    assert "{name}" in long
    assert 1.25 < len(long) / len(said) < 1.5
    assert len(sentences()) > 300


def test_dots_of_our_own_are_told_from_dots_for_want_of_room() -> None:
    whole = ends_in_dots_by_nature(["Settle…", "Loading {name}…"])
    assert whole.fullmatch("Settle…")
    assert whole.fullmatch("Loading the sample…")
    assert not whole.fullmatch("Sett…")
