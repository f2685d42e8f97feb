"""มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน: the plan of measures."""

from __future__ import annotations

from ita_desktop.documents.blocks import Align, Block, Paragraph, Section, Space, text
from ita_desktop.documents.catalog.cover import agency_wording, cover_section, has_cover
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, TABLE_OPTIONS, DocumentKind
from ita_desktop.documents.measure_table import measure_tables
from ita_desktop.documents.people import signature_of
from ita_desktop.documents.prose import paragraphs, title
from ita_desktop.documents.saraban import PARAGRAPH_GAP, report_page
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.values import PaperKind


def build(context: Context) -> tuple[Section, ...]:
    """Optional cover; then title, lead-in, the measures in their table or tables."""
    return measures_paper(context, "plan")


def measures_paper(context: Context, name: str) -> tuple[Section, ...]:
    """A paper about the measures, from its wordings: the plan, or the report."""
    body = Section(report_page(context.orientation), _body(context, name))
    if not context.setup.cover:
        return (body,)
    return cover_section(context, f"{name}.cover", f"{name}.agency"), body


def _body(context: Context, name: str) -> tuple[Block, ...]:
    introduction = "introduction" if context.measures else "introduction.empty"
    blocks: list[Block] = [
        *title(context.lines(f"{name}.title")),
        *paragraphs(context.lines(f"{name}.{introduction}")),
        Space(PARAGRAPH_GAP),
    ]
    if context.layout and context.measures:
        blocks += measure_tables(context, context.layout)
    else:
        blocks.append(Paragraph(text(context.wording(f"{name}.empty")), align=Align.CENTER))
    for signer in context.setup.signers:
        blocks += [Space(2 * PARAGRAPH_GAP), signature_of(context.snapshot, signer)]
    return tuple(blocks)


EMPTY_TEXT = "ยังไม่มีมาตรการในปีงบประมาณ พ.ศ. {action_year}"
WHEN_EMPTY = "ความนำเมื่อยังไม่มีมาตรการ"

PLAN = DocumentKind(
    id="plan",
    title="มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="มาตรการส่งเสริมคุณธรรม",
    purpose="มาตรการที่จะทำในปีนี้ มีขั้นตอน ผู้รับผิดชอบ ระยะเวลา และการกำกับติดตาม",
    build=build,
    needs="plan",
    wordings=(
        Wording(
            "plan.cover",
            "ชื่อเอกสารบนปก",
            "มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nภายในหน่วยงาน\nประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
            printed=has_cover,
        ),
        agency_wording("plan.agency", has_cover),
        Wording(
            "plan.title",
            "หัวเรื่อง",
            "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
            "ของ{agency} ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
        ),
        Wording(
            "plan.introduction",
            "ความนำ",
            "{agency} {place} ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} แล้ว"
            " มีประเด็นที่ต้องแก้ไขโดยเร่งด่วน คือ {urgent_issues}"
            " และประเด็นที่ต้องพัฒนาให้ดีขึ้น คือ {develop_issues}"
            " จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน รวม {measure_count} มาตรการ"
            " ให้ทุกสำนักและกองถือปฏิบัติ ดังต่อไปนี้",
        ),
        Wording(
            "plan.introduction.empty",
            WHEN_EMPTY,
            "{agency} {place} อยู่ระหว่างนำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} มากำหนดมาตรการ"
            "ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        ),
        Wording("plan.empty", "ข้อความเมื่อยังไม่มีมาตรการ", EMPTY_TEXT, WordingForm.LINES),
    ),
    options=(*ALL_OPTIONS, *TABLE_OPTIONS, "cover", "signers"),
    paper=PaperKind.PLAN,
)
