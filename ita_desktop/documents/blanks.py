"""Blanks to be filled by hand: dotted runs of a given length."""

from __future__ import annotations

NUMBER_BLANK = 40.0
"""Millimetres left for a number that is not given yet (practice)."""

DATE_BLANK = 50.0
"""Millimetres left for a date that is not given yet (practice)."""

DOT = 0.912
"""Millimetres that one full stop of TH Sarabun New takes at 16 points."""


def blank(millimetres: float) -> str:
    """Dots as long as that, to the nearest dot, at 16 points."""
    return "." * round(millimetres / DOT)
