"""Figures of official correspondence, each with its source.

Sources: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ (paper, Garuda), the official guide to
typing correspondence on a computer (margins, spacing, page numbers); top and bottom margins and
the landscape set-up are common practice.
"""

from __future__ import annotations

import dataclasses

from ita_desktop.documents.blocks import Orientation, PageNumbers, PageSetup

FIRST_LINE = 25.0
"""Millimetres a paragraph's first line stands in."""

PARAGRAPH_GAP = 6.0
"""Points of white before a paragraph."""

PORTRAIT = PageSetup(Orientation.PORTRAIT, left=30, right=20, top=25, bottom=20)
"""The page of correspondence: 3 cm for binding at the left, 2 cm at the right."""

COVER = dataclasses.replace(PORTRAIT, numbers=PageNumbers.NONE)
"""The same page without a number."""

REPORT_PORTRAIT = dataclasses.replace(PORTRAIT, numbers=PageNumbers.IN_MARGIN)
"""The page of a report, its number inside the top margin."""

REPORT_LANDSCAPE = PageSetup(
    Orientation.LANDSCAPE, left=20, right=20, top=25, bottom=20, numbers=PageNumbers.IN_MARGIN
)
"""The same sheet turned, for wide tables."""


def report_page(orientation: Orientation) -> PageSetup:
    """The page of a report with tables."""
    return REPORT_LANDSCAPE if orientation is Orientation.LANDSCAPE else REPORT_PORTRAIT
