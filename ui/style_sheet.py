"""The style sheet: what the palette cannot say, in one place, for both schemes."""

from __future__ import annotations

from string import Template

from ita_desktop.resources import resource_path
from ui.colours import Colours

_SHEET = Template("""
* { outline: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: ${half}px; }

QLabel { padding: 2px 0 3px 0; qproperty-indent: 0; }
QLabel[role="hint"] { color: $hint; }
QLabel[role="amber"] { color: $amber; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="good"] { color: $good; }
QLabel[role="picture"] {
  background: $surface; color: $hint; border: 1px dashed $hint; border-radius: ${half}px;
}
QLabel[role="code"] {
  background: $accent_soft; color: $text; border-radius: ${half}px; padding: 1px ${half}px;
}
QLabel[role="accent"] { color: $accent; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: ${grid}px; }
QFrame[role="card"]:focus { border-color: $accent; }
QFrame[role="card"][chosen="true"] { border: 2px solid $accent; }
QFrame[role="link"] { background: transparent; border: 1px solid transparent; }
QFrame[role="link"]:hover { background: $hover; border-radius: ${half}px; }
QFrame[role="link"]:focus { border: 1px solid $accent; border-radius: ${half}px; }
QLabel[role="paper"] { background: transparent; border: 1px solid $border; }
QFrame[role="bar"] { background: $surface; border: 1px solid $border; border-radius: ${half}px; }
QFrame[role="amber"] {
  background: $amber_soft; border: 1px solid $amber; border-radius: ${half}px;
}
QFrame[role="danger"] {
  background: $danger_soft; border: 1px solid $danger; border-radius: ${half}px;
}
QFrame[role="notice"] { background: $text; border-radius: ${half}px; }
QFrame[role="notice"] QLabel { color: $surface; }
QFrame[role="notice"] QPushButton {
  background: transparent; border: 1px solid $hint; color: $surface;
}
QFrame[role="notice"] QPushButton:hover { border-color: $surface; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${half}px;
  padding: 3px ${half}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox { min-height: 26px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover { border-color: $hint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 2px 3px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  background: $window; color: $hint;
}
QLineEdit[state="danger"], QPlainTextEdit[state="danger"] { border-color: $danger; }
QLineEdit[state="amber"], QPlainTextEdit[state="amber"] { border-color: $amber; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
  min-height: 0; background: transparent; border: none; padding: 0;
}
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; padding: 2px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 2px ${half}px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }

QPushButton {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${half}px;
  padding: 4px 12px; min-height: 24px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton:disabled { color: $hint; background: $window; }
QPushButton[role="primary"], QPushButton:default {
  background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[role="primary"]:disabled, QPushButton:default:disabled {
  background: $window; color: $hint; border-color: $border;
}
QPushButton[role="primary"]:hover, QPushButton:default:hover {
  background: $accent; border-color: $text;
}
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="flat"] {
  background: transparent; border: 1px solid transparent; text-align: left;
}
QPushButton[role="flat"]:hover { background: $hover; }
QPushButton[role="flat"]:focus { border: 2px solid $accent; }

QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTreeView::indicator,
QTableView::indicator {
  width: 14px; height: 14px; border: 1px solid $hint; background: $surface;
}
QCheckBox::indicator, QListView::indicator, QTreeView::indicator, QTableView::indicator {
  border-radius: 3px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QTreeView::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked,
QTableView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$tick");
}
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; }

QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: ${half}px; padding: 4px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QListView, QTreeView {
  background: $surface; border: 1px solid $border; border-radius: ${half}px; padding: 2px;
}
QListView::item, QTreeView::item { padding: ${half}px; border-radius: ${half}px; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QListView:focus, QTreeView:focus { border-color: $accent; }

QTreeView { show-decoration-selected: 1; }
QTreeView::branch:selected { background: $accent_soft; }

QListView#sidebar { background: $sidebar; border: none; border-radius: 0; padding: ${grid}px; }
QListView#sidebar::item { padding: ${half}px ${grid}px; margin: 1px 0; min-height: 28px; }
QListView#sidebar::item:selected { background: $accent; color: $on_accent; }
QListView#sidebar::item:disabled {
  min-height: 1px; max-height: 1px; padding: 0; margin: ${grid}px; background: $border;
}
QTableView { background: $surface; border: 1px solid $border; border-radius: ${half}px; }
QTableView::item { padding: 2px 6px; }
QTableView:focus { border-color: $accent; }
QHeaderView, QTableCornerButton::section { background: $window; border: none; }
QHeaderView::section {
  background: $window; color: $text; border: none; border-right: 1px solid $border;
  border-bottom: 1px solid $border; padding: ${half}px;
}
QHeaderView::section:checked { background: $accent_soft; }
QWidget#titleBar { background: $surface; border-bottom: 1px solid $border; }

QMenuBar { background: $surface; color: $text; padding: 2px ${half}px; }
QMenuBar::item { padding: 8px 10px; border-radius: ${half}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: ${half}px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: ${half}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $hint; }
QMenu::separator { height: 1px; background: $border; margin: ${half}px; }
QMenu::icon { padding-left: 8px; }
QStatusBar { background: $surface; color: $hint; border-top: 1px solid $border; }
QStatusBar::item { border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; margin: 0 3px; }
QSplitter::handle:hover { background: $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $hint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
  background: $window; border: 1px solid $border; border-radius: 3px; text-align: center;
  color: $text;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QDialog, QMessageBox { background: $window; }

QLabel[role="amber"], QLabel[role="danger"] { background: transparent; border: none; }
QFrame[role="list"] {
  background: $surface; border: 1px solid $border; border-radius: ${half}px; padding: 1px;
}
QFrame[role="list"]:hover { border-color: $hint; }
QFrame[role="list"][focused="true"] { border: 2px solid $accent; padding: 0; }
QFrame[role="list"][state="danger"] { border-color: $danger; }
QFrame[role="list"]:disabled { background: $window; }
QFrame[role="popup"] {
  background: $surface; border: 1px solid $hint; border-radius: ${half}px;
}
QFrame[role="drop"] { background: $accent; border: none; }
QPlainTextEdit[role="bare"], QLineEdit[role="bare"] {
  background: transparent; border: none; border-radius: ${half}px; padding: 0;
}
QPlainTextEdit[role="bare"]:focus, QLineEdit[role="bare"]:focus { border: none; padding: 0; }
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus {
  min-height: 0; border: 2px solid $accent; border-radius: 0; padding: 0 ${half}px;
}
QLineEdit[role="cell"][state="danger"] { border-color: $danger; }
QPushButton[role="segment"]:checked {
  background: $accent_soft; border-color: $accent; color: $text;
}
QPushButton[role="quiet"] {
  background: transparent; border: 1px solid transparent; color: $accent; padding: 2px ${grid}px;
}
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:disabled { color: $hint; }
QPushButton[role="suggestion"] {
  background: $surface; border: 1px solid $accent; color: $accent; padding: 1px ${grid}px;
}
QPushButton[role="suggestion"]:hover { background: $accent_soft; }
QPushButton[role="suggestion"]:disabled {
  background: transparent; border-color: $border; color: $hint;
}
QFrame[role="chip"] {
  background: $accent_soft; border: 1px solid transparent; border-radius: 13px;
}
QFrame[role="chip"]:hover { border-color: $hint; }
QFrame[role="chip"]:focus { border: 2px solid $accent; }
QFrame[role="chip"] QToolButton { border: none; border-radius: 9px; padding: 1px; }
""")


def style_sheet(colours: Colours, grid: int) -> str:
    """The style sheet for one scheme; ``grid`` in logical pixels."""
    values = {name: getattr(colours, name) for name in colours.__dataclass_fields__}
    tick = "tick-light.svg" if colours.on_accent == "#ffffff" else "tick-dark.svg"
    return _SHEET.substitute(
        values,
        grid=grid,
        half=grid // 2,
        arrow=resource_path("icons", "combo-arrow.svg").as_posix(),
        tick=resource_path("icons", tick).as_posix(),
    )
