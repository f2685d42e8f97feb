"""Figures of official correspondence, each with its source.

Sources: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ (paper, Garuda), the official guide to
typing correspondence on a computer (margins, spacing, page numbers); top and bottom margins and
the landscape set-up are common practice.
"""

from __future__ import annotations

from ita_desktop.documents.blocks import Orientation, PageNumbers, PageSetup

BODY_SIZE = 16.0
"""Points of TH Sarabun."""

FIRST_LINE = 25.0
"""Millimetres a paragraph's first line stands in."""

PARAGRAPH_GAP = 6.0
"""Points of white before a paragraph."""

PORTRAIT = PageSetup(Orientation.PORTRAIT, left=30, right=20, top=25, bottom=20)
"""The page of correspondence: 3 cm for binding at the left, 2 cm at the right."""

REPORT_PORTRAIT = PageSetup(
    Orientation.PORTRAIT, left=30, right=20, top=25, bottom=20, numbers=PageNumbers.IN_MARGIN
)

REPORT_LANDSCAPE = PageSetup(
    Orientation.LANDSCAPE, left=20, right=20, top=25, bottom=20, numbers=PageNumbers.IN_MARGIN
)
"""The same sheet turned, for wide tables."""


def report_page(orientation: Orientation) -> PageSetup:
    """The page of a report with tables."""
    return REPORT_LANDSCAPE if orientation is Orientation.LANDSCAPE else REPORT_PORTRAIT
