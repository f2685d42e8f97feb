"""การวิเคราะห์ผลการประเมิน: one table an issue, the analysis merged down all its questions."""

from __future__ import annotations

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Section,
    Source,
    Space,
    Table,
    Text,
    bold,
    text,
)
from ita_desktop.documents.catalog.scores import score_text
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind
from ita_desktop.documents.prose import paragraphs, title
from ita_desktop.documents.saraban import PARAGRAPH_GAP, report_page
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.analyses import (
    analysis_of,
    items_below_full,
    lowest_questions,
    questions_of,
)
from ita_desktop.model.catalogue import item_codes
from ita_desktop.model.records import Issue, IssueAnalysis
from ita_desktop.model.values import TableSize, Urgency
from ita_desktop.thai.lists import joined

COLUMNS = ("ประเด็นคำถาม", "คะแนน", "การวิเคราะห์ผลการประเมิน")
_NO_LOWEST = "ทุกข้อได้คะแนนเต็ม"


def build(context: Context) -> tuple[Section, ...]:
    """Title, summary of urgencies, then a table for every issue of the year of the scores."""
    blocks: list[Block] = [
        *title(context.lines("analysis.title")),
        *paragraphs(context.lines("analysis.introduction")),
    ]
    issues = context.catalogue.issues
    for issue in issues:
        blocks += [Space(2 * PARAGRAPH_GAP), _table(context, issue)]
    if not issues:
        words = context.wording("analysis.empty")
        blocks.append(Paragraph(text(words), align=Align.CENTER, space_before=2 * PARAGRAPH_GAP))
    return (Section(report_page(context.orientation), tuple(blocks)),)


def _table(context: Context, issue: Issue) -> Table:
    found = analysis_of(context.snapshot, context.year.id, issue)
    codes = item_codes(issue)
    source = Source(found.id, "finding")
    analysis = Cell(_analysis(context, issue, found), rowspan=max(len(codes), 1), source=source)
    rows = [
        Row(
            (
                Cell((Paragraph(text(_question(context, code))),)),
                Cell((Paragraph(text(score_text(context.scores.value(code))), Align.CENTER),)),
                analysis if not place else None,
            ),
            source=Source(found.id, code),
        )
        for place, code in enumerate(codes)
    ] or [Row((Cell(), Cell(), analysis), source=Source(found.id))]
    columns = (
        Column(0.4, Align.LEFT, COLUMNS[0]),
        Column(0.14, Align.CENTER, COLUMNS[1]),
        Column(0.46, Align.LEFT, COLUMNS[2]),
    )
    size = context.setup.table_size or TableSize.NORMAL
    return Table(
        columns, _header(context, issue), tuple(rows), size=size.points, source=Source(found.id)
    )


def _header(context: Context, issue: Issue) -> tuple[Row, ...]:
    second = " ".join(context.lines("analysis.heading"))
    over = (f"ประเด็นที่ {issue.number} {issue.title}", second)
    wide = tuple(Row((_heading(words, 3), None, None)) for words in over if words)
    return (*wide, Row(tuple(_heading(words) for words in COLUMNS)))


def _heading(words: str, colspan: int = 1) -> Cell:
    return Cell((Paragraph((bold(words),), align=Align.CENTER),), colspan=colspan)


def _question(context: Context, code: str) -> str:
    item = context.catalogue.item(code)
    return f"{code} {item.words}" if item else code


def _analysis(context: Context, issue: Issue, found: IssueAnalysis) -> tuple[Paragraph, ...]:
    codes = lowest_questions(found, issue, context.scores)
    known = any(context.scores.value(code) is not None for code in questions_of(issue))
    named = joined(codes) or (_NO_LOWEST if known else "-")
    first, *more = found.finding.splitlines() or [""]
    lead = f"{named} ประเด็น {first}" if first else named
    source = Source(found.id, "finding")
    parts = [Paragraph(_led(context, "lowest", lead), source=source)]
    parts += [Paragraph(text(line), source=source) for line in more if line.strip()]
    if items := items_below_full(issue, context.scores):
        parts.append(Paragraph(_led(context, "below-full", joined(items)), source=Source(found.id)))
    if found.advice:
        first, *more = found.advice.splitlines()
        parts.append(
            Paragraph(
                _led(context, "advice", first),
                space_before=PARAGRAPH_GAP,
                source=Source(found.id, "advice"),
            )
        )
        parts += [
            Paragraph(text(line), source=Source(found.id, "advice"))
            for line in more
            if line.strip()
        ]
    urgent = found.urgency is not None and found.urgency is not Urgency.KEEP
    if found.urgency is not None and urgent and context.lines("analysis.urgency"):
        parts.append(
            Paragraph(
                _led(context, "urgency", found.urgency.label),
                space_before=PARAGRAPH_GAP,
                source=Source(found.id, "urgency"),
            )
        )
    return tuple(parts)


def _led(context: Context, name: str, words: str) -> Text:
    """Words behind the bold ones of a wording that lead to them."""
    lead = " ".join(context.lines(f"analysis.{name}"))
    return text(bold(f"{lead} "), words) if lead else text(words)


ANALYSIS = DocumentKind(
    id="analysis",
    title="การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
    short_title="การวิเคราะห์ผลการประเมิน",
    purpose="วิเคราะห์รายประเด็น ข้อใดได้คะแนนน้อย เพราะเหตุใด และจะยกระดับอย่างไร",
    build=build,
    needs="analysis",
    wordings=(
        Wording(
            "analysis.title",
            "หัวเรื่อง",
            "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ\n"
            "ของ{agency} ประจำปีงบประมาณ พ.ศ. {score_year}",
            WordingForm.LINES,
        ),
        Wording(
            "analysis.introduction",
            "ความนำ",
            "{agency} {place} ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} เป็นรายข้อคำถามแล้ว สรุปได้ดังนี้\n"
            "ประเด็นที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ {urgent_issues}\n"
            "ประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ {develop_issues}",
        ),
        Wording(
            "analysis.heading",
            "หัวตารางแถวที่สอง",
            "แนวทางในการยกระดับผลการประเมินฯ และพัฒนาการดำเนินงาน รายละเอียดข้อคำถามที่มีผลการประเมินต่ำ"
            " โดยเฉพาะในประเด็นข้อคำถาม ดังต่อไปนี้",
            WordingForm.LINES,
        ),
        Wording("analysis.lowest", "คำนำข้อที่ได้คะแนนน้อย", "ข้อคำถามที่ได้คะแนนน้อยที่สุด", WordingForm.LINES),
        Wording("analysis.below-full", "คำนำข้อ OIT", "ข้อ OIT ที่ยังไม่ได้คะแนนเต็ม", WordingForm.LINES),
        Wording("analysis.advice", "คำนำแนวทาง", "แนวทางการยกระดับผลการประเมินฯ", WordingForm.LINES),
        Wording(
            "analysis.urgency",
            "คำนำความเร่งด่วน",
            "ความเร่งด่วน",
            WordingForm.LINES,
            hint="เว้นว่างไว้ ถ้าไม่พิมพ์ความเร่งด่วนในตาราง",
        ),
        Wording(
            "analysis.empty",
            "ข้อความเมื่อยังไม่มีประเด็น",
            "ยังไม่มีประเด็นการวิเคราะห์ของปีงบประมาณ พ.ศ. {score_year}",
            WordingForm.LINES,
        ),
    ),
    options=(*ALL_OPTIONS, "orientation", "table_size"),
    about_scores=True,
)
