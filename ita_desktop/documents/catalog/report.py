"""รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"""

from __future__ import annotations

from types import MappingProxyType

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cover,
    Heading,
    Paragraph,
    Section,
    Space,
    text,
)
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.measure_table import measure_table
from ita_desktop.documents.people import signature_of
from ita_desktop.documents.saraban import COVER, FIRST_LINE, PARAGRAPH_GAP, report_page


def build(context: Context) -> tuple[Section, ...]:
    """Optional cover; then heading, introduction and the table of measures."""
    body = Section(report_page(context.orientation), _body(context))
    if not context.setup.cover:
        return (body,)
    office = context.office
    cover = Cover(
        title=tuple(context.wording("report.cover").splitlines()),
        agency=tuple(line for line in (office.full_name, office.place) if line),
        picture=office.garuda or None,
    )
    return Section(COVER, (cover,)), body


def _body(context: Context) -> tuple[Block, ...]:
    introduction = "report.introduction" if context.measures else "report.introduction.empty"
    blocks: list[Block] = [
        Heading(tuple(context.wording("report.title").splitlines()), space_after=PARAGRAPH_GAP),
        Paragraph(
            text(context.wording(introduction)),
            align=Align.THAI,
            first_line=FIRST_LINE,
            space_after=PARAGRAPH_GAP,
        ),
    ]
    if context.layout and context.measures:
        blocks.append(measure_table(context, context.layout))
    else:
        blocks.append(Paragraph(text(context.wording("report.empty")), align=Align.CENTER))
    for signer in context.setup.signers:
        blocks += [Space(2 * PARAGRAPH_GAP), signature_of(context.snapshot, signer)]
    return tuple(blocks)


REPORT = DocumentKind(
    id="report",
    title="รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="รายงานผลมาตรการ",
    purpose="สรุปว่าปีนี้ทำมาตรการใดไปแล้ว ได้ผลอย่างไร สำหรับลงนามและเผยแพร่",
    needs="report",
    build=build,
    items=MappingProxyType(
        {2564: "O43", 2565: "O43", 2566: "O43", 2567: "O35", 2568: "O28", 2569: "O26"}
    ),
)
"""Item numbers by assessment year: 2564-2567 from published assessment handbooks and reports;
2568 and 2569 are not confirmed for local governments."""
