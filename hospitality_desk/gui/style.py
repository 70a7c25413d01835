"""The one style sheet, filled from the theme: buttons, fields, chips, lists, bars."""

from string import Template

from hospitality_desk.gui.theme import Theme
from hospitality_desk.paths import resources_folder

_SHEET = Template(
    """
QWidget { color: $text; }
QToolTip { background: $toast_ground; color: $toast_words; border: 1px solid $toast_border; padding: 4px 8px; }

QPushButton { border-radius: 7px; padding: 0 14px; min-height: 42px; border: 1px solid $ctl; background: $raised; }
QPushButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $text3; border: 1px solid $line2; background: transparent; }
QPushButton[kind="main"] { background: $accentfill; color: $onaccent; border: 1px solid $accentfill; font-weight: 600; }
QPushButton[kind="main"]:hover { background: $accenthover; }
QPushButton[kind="main"]:focus { border: 2px solid $text; }
QPushButton[kind="main"]:disabled { background: transparent; color: $text3; border: 1px solid $line2; }
QPushButton[kind="next"] { background: $tint; color: $accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="next"]:hover { background: $sel; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent; color: $text2; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="choice"]:checked { background: $sel; color: $accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="choice"]:checked:focus, QPushButton[kind="choice"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: $accent; font-weight: 500; }

QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit, QTimeEdit, QSpinBox {
    background: $raised; border: 1px solid $ctl; border-radius: 7px; padding: 0 11px; min-height: 42px;
    selection-background-color: $accentfill; selection-color: $onaccent;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $text3; }
QLineEdit:disabled { background: transparent; color: $text3; border: 1px solid $line2; }
QPlainTextEdit { padding: 8px 7px; min-height: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QTimeEdit:focus, QSpinBox:focus { border: 2px solid $accent; }
QComboBox::drop-down { border: none; background: transparent; width: 32px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }

QMenu { background: $raised; border: 1px solid $line2; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 13px 18px 13px 12px; border-radius: 6px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line2; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: $ctl; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QScrollBar:horizontal { height: 0; }

QCheckBox { spacing: 8px; color: $text2; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $ctl; border-radius: 3px; background: $raised; }
QCheckBox::indicator:checked { background: $accentfill; border-color: $accentfill; image: none; }
QCheckBox:focus { color: $text; }
QSplitter::handle { background: $line; }
"""
)


def style_sheet(theme: Theme) -> str:
    """Return the sheet for the whole application in this theme."""
    tokens = {name: getattr(theme, name) for name in theme.__slots__}
    arrow = resources_folder() / "icons" / f"chevron-down-{theme.name}.png"  # a sheet takes pictures from files alone
    return _SHEET.substitute(tokens, arrow=arrow.as_posix())
