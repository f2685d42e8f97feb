"""The styles of the documents, by which a clerk changes one kind of paragraph everywhere at once.

Word's own styles go under their English names, which it shows in the language of its menus; the
others are named in Thai. The figures are those of the PDF.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from ita_desktop.documents.blocks import BODY_SIZE, Align
from ita_desktop.documents.saraban import (
    FIRST_LINE,
    MEMO_TITLE_LINE,
    MEMO_TITLE_SIZE,
    OPINION_LINE_PITCH,
    PARAGRAPH_GAP,
    SECOND_LINE,
    SIGNING_LINES,
)
from ita_desktop.render.docx.looks import Look, Style, Tab
from ita_desktop.render.pdf.font import LINE_HEIGHT

_MIDDLE = 80.0
"""Millimetres from the left margin of a letter to the middle of its text."""

NORMAL = Style("Normal", "Normal", Look(), based_on="")
_HEAD = Look(bold=True, keep_next=True, keep_lines=True)
HEADINGS = (
    Style(
        "Heading1",
        "heading 1",
        dataclasses.replace(_HEAD, align=Align.CENTER, outline=0),
        following="BodyText",
    ),
    Style(
        "Heading2",
        "heading 2",
        dataclasses.replace(_HEAD, before=2 * PARAGRAPH_GAP, outline=1),
        following="BodyText",
    ),
    Style(
        "Heading3",
        "heading 3",
        dataclasses.replace(_HEAD, before=PARAGRAPH_GAP, outline=2),
        following="BodyText",
    ),
)
BODY = Style(
    "BodyText", "Body Text", Look(align=Align.THAI, first_line=FIRST_LINE, before=PARAGRAPH_GAP)
)
SUB_ITEM = Style(
    "SubItem", "ข้อย่อย", dataclasses.replace(BODY.look, first_line=SECOND_LINE), based_on="BodyText"
)
CENTERED = Style("Centered", "บรรทัดกลาง", Look(align=Align.CENTER))
RIGHT_HALF = Style("RightHalf", "บรรทัดครึ่งขวา", Look(align=Align.CENTER, left=_MIDDLE))
LIST = Style("ListItem", "รายการ", Look())
TABLE_TEXT = Style("TableText", "ข้อความในตาราง", Look())
TABLE_CENTERED = Style(
    "TableCentered", "ข้อความกลางช่องตาราง", Look(align=Align.CENTER), based_on="TableText"
)
TABLE_LIST = Style("TableList", "รายการในตาราง", Look(), based_on="TableText")
TABLE_HEADING = Style(
    "TableHeading",
    "หัวตาราง",
    Look(bold=True, align=Align.CENTER, keep_next=True),
    based_on="TableText",
)
CAPTION = Style(
    "Caption", "caption", dataclasses.replace(_HEAD, align=Align.CENTER), following="Normal"
)
PICTURE = Style("Picture", "ภาพ", Look(align=Align.CENTER))
PICTURE_CAPTION = Style("PictureCaption", "คำบรรยายภาพ", Look(align=Align.CENTER, before=4.0))
MEMO_TITLE = Style(
    "MemoTitle",
    "ชื่อบันทึกข้อความ",
    dataclasses.replace(
        _HEAD, size=MEMO_TITLE_SIZE, align=Align.CENTER, line=MEMO_TITLE_LINE, outline=0
    ),
)
MEMO_LINE = Style("MemoLine", "หัวบันทึกข้อความ", Look(keep_next=True))
SIGNATURE = Style(
    "Signer", "ผู้ลงนาม", Look(align=Align.CENTER, left=_MIDDLE, keep_lines=True, keep_next=True)
)
SIGNING_ROOM = Style(
    "SigningRoom",
    "ที่ลงลายมือชื่อ",
    # A line rather than white above the name, which would be dropped at the top of a page.
    Look(line=(SIGNING_LINES - 1) * LINE_HEIGHT * BODY_SIZE, keep_next=True),
)
OPINION = Style(
    "Opinion",
    "ความเห็น",
    Look(bold=True, before=2 * PARAGRAPH_GAP, keep_next=True, keep_lines=True),
)
OPINION_LINE = Style(
    "OpinionLine",
    "เส้นประให้เขียน",
    # LibreOffice gives a line of dots alone no exact height: the white makes the pitch.
    Look(
        before=OPINION_LINE_PITCH - LINE_HEIGHT * BODY_SIZE,
        keep_next=True,
        tabs=(Tab(2 * _MIDDLE, "right", "dot"),),
    ),
)
RULE = Style("Rule", "เส้นคั่น", Look(line=1.0, rule="dashSmallGap", keep_next=True))
COVER_TITLE = Style("Title", "Title", Look(size=26.0, bold=True, align=Align.CENTER, outline=0))
COVER_AGENCY = Style("Subtitle", "Subtitle", Look(size=22.0, bold=True, align=Align.CENTER))
CONTENTS_TITLE = Style(
    "TOCHeading",
    "TOC Heading",
    dataclasses.replace(_HEAD, size=18.0, align=Align.CENTER, after=12.0, outline=0),
    following="Normal",
)
CONTENTS_LINE = Style(
    "TOC1",
    "toc 1",
    Look(before=PARAGRAPH_GAP, tabs=(Tab(2 * _MIDDLE, "right", "dot"),)),
    offered=False,
)
PAGE_NUMBER_ABOVE = Style("Header", "header", Look(align=Align.CENTER), offered=False)
PAGE_NUMBER_BELOW = Style("Footer", "footer", Look(align=Align.CENTER), offered=False)
SPACER = Style("Spacer", "ช่องว่าง", Look(line=1.0), offered=False)
"""A line as high as the white it stands for: between tables, which Word would make one."""

STYLES = (
    NORMAL,
    *HEADINGS,
    *(BODY, SUB_ITEM, CENTERED, RIGHT_HALF, LIST),
    *(TABLE_TEXT, TABLE_CENTERED, TABLE_LIST, TABLE_HEADING, CAPTION, PICTURE, PICTURE_CAPTION),
    *(MEMO_TITLE, MEMO_LINE, SIGNATURE, SIGNING_ROOM, OPINION, OPINION_LINE, RULE),
    *(COVER_TITLE, COVER_AGENCY, CONTENTS_TITLE, CONTENTS_LINE),
    *(PAGE_NUMBER_ABOVE, PAGE_NUMBER_BELOW, SPACER),
)

TABLE_STYLES = (TABLE_TEXT, TABLE_CENTERED)
"""What a paragraph in a cell may be."""

TEXT_STYLES = (NORMAL, BODY, SUB_ITEM, CENTERED, RIGHT_HALF)
"""What a paragraph of text may be; the one it departs from least is taken."""


def nearest(look: Look, styles: Iterable[Style]) -> Style:
    """The style that a look departs from in the fewest points; how lines stand counts double."""

    def departures(style: Style) -> int:
        differing = [
            field.name
            for field in dataclasses.fields(Look)
            if getattr(look, field.name) != getattr(style.look, field.name)
        ]
        return len(differing) + ("align" in differing)

    return min(styles, key=departures)
