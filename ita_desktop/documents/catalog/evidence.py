"""ภาพหลักฐานการดำเนินการ"""

from __future__ import annotations

from itertools import groupby

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Paragraph,
    Photo,
    PhotoGrid,
    Section,
    Source,
    text,
)
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind, Stage
from ita_desktop.documents.prose import paragraphs, subtitle, title
from ita_desktop.documents.saraban import PARAGRAPH_GAP, REPORT_PORTRAIT
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.evidence import evidence_of
from ita_desktop.model.records import Measure
from ita_desktop.model.values import PicturesPerPage


def build(context: Context) -> tuple[Section, ...]:
    """The pictures in order, those of a measure under its name."""
    blocks: list[Block] = [
        *title(context.lines("evidence.title")),
        *paragraphs(context.lines("evidence.introduction")),
    ]
    found = evidence_of(context.snapshot, context.year.id)
    columns, rows = (2, 2) if context.setup.pictures_per_page is PicturesPerPage.FOUR else (1, 2)
    for measure_id, group in groupby(found, key=lambda one: one.measure_id):
        measure = context.snapshot.get(Measure, measure_id)
        if measure is not None:
            blocks.append(subtitle(measure.name, Source(measure.id)))
        photos = tuple(
            Photo(one.picture, " ".join(one.caption.split()), Source(one.id, "caption"))
            for one in group
        )
        blocks.append(PhotoGrid(photos, columns, rows))
    if not found:
        words = context.wording("evidence.empty")
        blocks.append(Paragraph(text(words), align=Align.CENTER, space_before=2 * PARAGRAPH_GAP))
    return (Section(REPORT_PORTRAIT, tuple(blocks)),)


EVIDENCE = DocumentKind(
    id="evidence",
    title="ภาพหลักฐานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    short_title="ภาพหลักฐาน",
    purpose="ภาพถ่ายการดำเนินการพร้อมคำบรรยาย หน้าละ ๒ หรือ ๔ ภาพ",
    build=build,
    needs="evidence",
    wordings=(
        Wording(
            "evidence.title",
            "หัวเรื่อง",
            "ภาพหลักฐานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
            "ของ{agency} ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
        ),
        Wording("evidence.introduction", "ความนำ", ""),
        Wording("evidence.empty", "ข้อความเมื่อยังไม่มีภาพ", "ยังไม่มีภาพหลักฐาน", WordingForm.LINES),
    ),
    options=(*ALL_OPTIONS, "pictures_per_page"),
    stage=Stage.END,
)
