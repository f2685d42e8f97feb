"""How the program looks: colours by role, light and dark, the grid, the type, the style sheet.

Colours are asked for by role (``colours().accent``), never written into a page; the system's
change between light and dark reaches every widget through :func:`apply_theme`.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.resources import resource_path
from ui.colours import DARK, LIGHT, Colours
from ui.style_sheet import style_sheet

GRID = 8
"""Logical pixels: every distance is a multiple (or half) of it."""

MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
"""How words are drawn into a place as high as their line, which Thai marks reach out of."""

FONT_FAMILY = "Sarabun"
FONT_POINTS = 11.0
"""The interface's type; nothing is set smaller."""

ICON_SIZE = 20
"""Logical pixels of an icon beside words."""


_CHOSEN = "ita_scheme"
"""The application's property that holds the clerk's choice, where one was made."""


def is_dark() -> bool:
    """Whether the interface is dark now: as chosen, else as the system asks."""
    app = QGuiApplication.instance()
    chosen = app.property(_CHOSEN) if app is not None else ""
    if chosen:
        return chosen == "dark"
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def choose_scheme(app: QApplication, scheme: str) -> None:
    """``light``, ``dark``, or empty to follow the system."""
    app.setProperty(_CHOSEN, scheme)
    _paint(app)


def colours() -> Colours:
    """The colours of the scheme in use."""
    return DARK if is_dark() else LIGHT


def apply_theme(app: QApplication) -> None:
    """Type, palette and style sheet for the whole program; follows the system from then on."""
    app.setStyle("Fusion")
    app.setFont(_interface_font())
    _paint(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _paint(app))


def page_title(widget: QWidget) -> None:
    """Set a label in the type of a page's title."""
    _scaled(widget, 1.45)


def section_title(widget: QWidget) -> None:
    """Set a label in the type of a group's heading."""
    _scaled(widget, 1.15)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role the style sheet knows (``hint``, ``amber``, ``danger``, ``card``,
    ``primary``, ``flat`` …) and have it painted so."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _scaled(widget: QWidget, factor: float) -> None:
    font = QFont(widget.font())
    font.setPointSizeF(FONT_POINTS * factor)
    font.setWeight(QFont.Weight.Bold)
    widget.setFont(font)


def _interface_font() -> QFont:
    for name in ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(FONT_POINTS)
    return font


def _paint(app: QApplication) -> None:
    scheme = colours()
    app.setPalette(_palette(scheme))
    app.setStyleSheet(style_sheet(scheme, GRID))
    for window in app.topLevelWidgets():
        cast(QWidget, window).update()


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.window,
        role.Text: c.text,
        role.Button: c.window,
        role.ButtonText: c.text,
        role.BrightText: c.danger,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.text,
        role.PlaceholderText: c.hint,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.Light: c.surface,
        role.Midlight: c.hover,
        role.Mid: c.border,
        role.Dark: c.border,
        role.Shadow: c.border,
        role.Accent: c.accent,
    }
    for one, value in pairs.items():
        palette.setColor(one, QColor(value))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(c.hint))
    return palette
