"""คำนำ"""

from __future__ import annotations

from ita_desktop.documents.blocks import Section, Source, Space
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind, Stage
from ita_desktop.documents.prose import in_right_half, paragraphs, title
from ita_desktop.documents.saraban import PARAGRAPH_GAP, REPORT_PORTRAIT
from ita_desktop.documents.wordings import Wording, WordingForm


def build(context: Context) -> tuple[Section, ...]:
    """The heading, the paragraphs, and agency and date below them at the right."""
    setup = context.setup
    blocks = (
        *title(context.lines("preface.title")),
        *paragraphs(context.lines("preface.body"), Source(setup.id, "texts:preface.body")),
        Space(3 * PARAGRAPH_GAP),
        *in_right_half(context.lines("preface.closing"), Source(setup.id, "dated")),
    )
    return (Section(REPORT_PORTRAIT, blocks),)


PREFACE = DocumentKind(
    id="preface",
    title="คำนำ",
    short_title="คำนำ",
    purpose="บอกที่มาและวัตถุประสงค์ของเล่ม ลงท้ายด้วยชื่อหน่วยงานและวันที่",
    build=build,
    wordings=(
        Wording("preface.title", "หัวเรื่อง", "คำนำ", WordingForm.LINES),
        Wording(
            "preface.body",
            "เนื้อความ",
            "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
            " (Integrity and Transparency Assessment: ITA) ซึ่งสำนักงาน ป.ป.ช. จัดให้มีขึ้นทุกปี"
            " ช่วยให้หน่วยงานของรัฐมองเห็นการทำงานของตนเองจากสายตาของบุคลากร ผู้มารับบริการ"
            " และประชาชน ตลอดจนตรวจสอบว่าได้เปิดเผยข้อมูลที่ประชาชนควรรู้ครบถ้วนแล้วหรือไม่\n"
            "{agency} {place} ได้นำผลการประเมินประจำปีงบประมาณ พ.ศ. {score_year} มาวิเคราะห์รายข้อคำถาม"
            " ค้นหาสาเหตุของข้อที่ได้คะแนนน้อย และร่วมกันกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
            "ภายในหน่วยงาน เพื่อให้ทุกสำนักและกองถือปฏิบัติในปีงบประมาณ พ.ศ. {action_year}"
            " โดยระบุขั้นตอน ผู้รับผิดชอบ ระยะเวลา และการกำกับติดตามไว้ทุกมาตรการ\n"
            "{agency}หวังเป็นอย่างยิ่งว่าเอกสารฉบับนี้จะเป็นแนวทางให้บุคลากรทุกคนร่วมกันยกระดับ"
            "การให้บริการและการบริหารงานให้โปร่งใส ตรวจสอบได้ และเป็นที่เชื่อมั่นของประชาชนสืบไป",
        ),
        Wording("preface.closing", "ท้ายคำนำ", "{agency}\n{date}", WordingForm.LINES),
    ),
    options=(*ALL_OPTIONS, "dated"),
    stage=Stage.VOLUME,
)
