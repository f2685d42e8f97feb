"""Figures of official correspondence, each with its source.

Sources: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ (paper, Garuda), the official guide to
typing correspondence on a computer (margins, spacing, page numbers); top and bottom margins and
the landscape set-up are common practice. Lengths are millimetres, sizes points of TH Sarabun.

Heights are measured to the edge of a picture, text to its baseline, indents to the origin of the
first letter. What is centred is centred between the margins, so that emblem, titles, rule and
page number stand on one axis, where the signature's column begins.
"""

from __future__ import annotations

import dataclasses

from ita_desktop.documents.blocks import Orientation, PageNumbers, PageSetup

SHORT_EDGE, LONG_EDGE = 210.0, 297.0
"""A4 (ระเบียบฯ ข้อ 75)."""

NUMBER_BASELINE = 30.0
"""Page numbers of correspondence, from the paper's upper edge (the guide: "about 3 cm")."""

FIRST_BASELINE = 42.0
"""The first line of text under such a number, from the paper's upper edge (practice)."""

MARGIN_NUMBER_BASELINE = 15.0
"""Page numbers of reports stand in the top margin: from the paper's upper edge (practice)."""

FOOT_NUMBER_BASELINE = 12.0
"""Numbers that run through a whole volume, from the paper's lower edge (practice)."""

CATCH_WORD_LINES = 2
"""Lines that a page keeps free at its foot for the catch-word: a white one and its own, which is
the last of the text area (practice)."""

FIRST_LINE = 25.0
"""Millimetres a paragraph's first line stands in (public copies of the guide)."""

SECOND_LINE = 35.0
"""Millimetres a sub-item's first line stands in (common practice: 1 cm further)."""

PARAGRAPH_GAP = 6.0
"""Points of white before a paragraph (public copies of the guide)."""

GARUDA = 30.0
"""Height of the Garuda on announcements, orders and letters (ระเบียบฯ ข้อ 71.1)."""

MEMO_GARUDA = 15.0
"""Height of the Garuda on a memo (ระเบียบฯ ข้อ 71.2)."""

MEMO_GARUDA_TOP = 15.0
"""From the paper's upper edge to the top of a memo's Garuda (the guide)."""

MEMO_TITLE_SIZE = 29.0
"""The words บันทึกข้อความ, bold (public copies of the guide)."""

MEMO_TITLE_LINE = 35.0
"""Points of the exact line they stand on (public copies of the guide)."""

MEMO_TITLE_BASELINE = MEMO_GARUDA_TOP + MEMO_GARUDA
"""From the paper's upper edge: the title stands on the Garuda's feet (practice)."""

MEMO_LABEL_SIZE = 20.0
"""ส่วนราชการ ที่ วันที่ เรื่อง of a memo, bold (public copies of the guide)."""

RULE_WIDTH = 40.0
"""The short dashed line under the subject of an announcement (แบบที่ 7; its length is practice)."""

OPINION_LINES = 3
"""Dotted lines left for an opinion (practice)."""

OPINION_LINE_PITCH = 24.0
"""Points from one of them to the next: room for a hand (practice)."""

DOTS_BELOW = 2.0
"""Points by which a dotted line lies below the baseline of the words on it (practice)."""

SIGNING_LINES = 4
"""Lines from what stands above a signature to the name in brackets (practice)."""

PORTRAIT = PageSetup(Orientation.PORTRAIT, left=30, right=20, top=25, bottom=20)
"""The page of correspondence: 3 cm for binding at the left, 2 cm at the right."""

LETTER = dataclasses.replace(PORTRAIT, catch_words=True)
"""The same page, saying at its foot how the next one begins."""

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
