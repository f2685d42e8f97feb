"""The two colour schemes, by role. Ask :func:`ui.theme.colours` for the one in use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme's colours by role, as ``#rrggbb``."""

    window: str
    surface: str
    """What is written on: pages, boxes, lists."""
    sidebar: str
    text: str
    hint: str
    """Hints and what cannot be used now; still readable (4.5 : 1)."""
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    """Behind what is chosen."""
    hover: str
    amber: str
    """Words and signs of look-at-it; ``amber_soft`` lies behind them."""
    amber_soft: str
    danger: str
    """Words and signs of must-mend only; ``danger_soft`` lies behind them."""
    danger_soft: str
    good: str
    paper_desk: str
    """The desk on which the pages of the preview lie."""


LIGHT = Colours(
    window="#f4f7f7",
    surface="#ffffff",
    sidebar="#e9f0f0",
    text="#182424",
    hint="#5b6b6b",
    border="#cfdada",
    accent="#0f5c5c",
    on_accent="#ffffff",
    accent_soft="#d6e8e7",
    hover="#e4eeee",
    amber="#8a5a00",
    amber_soft="#fff3d6",
    danger="#b3261e",
    danger_soft="#fdeceb",
    good="#1f6f43",
    paper_desk="#dbe3e3",
)

DARK = Colours(
    window="#141a1a",
    surface="#1c2424",
    sidebar="#182020",
    text="#e6eded",
    hint="#9aabab",
    border="#354343",
    accent="#66c5bf",
    on_accent="#082424",
    accent_soft="#21403f",
    hover="#263232",
    amber="#f0bd5a",
    amber_soft="#3b3016",
    danger="#ff9a90",
    danger_soft="#43211e",
    good="#7fd0a0",
    paper_desk="#0f1414",
)
