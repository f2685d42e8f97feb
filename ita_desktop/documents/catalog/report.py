"""รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"""

from __future__ import annotations

from ita_desktop.documents.blocks import Section
from ita_desktop.documents.catalog.cover import agency_wording, has_cover
from ita_desktop.documents.catalog.plan import EMPTY_TEXT, WHEN_EMPTY, measures_paper
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, TABLE_OPTIONS, DocumentKind, Stage
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.values import PaperKind


def build(context: Context) -> tuple[Section, ...]:
    """Optional cover; then heading, introduction and the table of measures."""
    return measures_paper(context, "report")


REPORT = DocumentKind(
    id="report",
    title="รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="รายงานผลมาตรการ",
    purpose="สรุปว่าปีนี้ทำมาตรการใดไปแล้ว ได้ผลอย่างไร สำหรับลงนามและเผยแพร่",
    build=build,
    needs="report",
    wordings=(
        Wording(
            "report.cover",
            "ชื่อเอกสารบนปก",
            "รายงานผลการดำเนินการ\nเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n{round}\n"
            "ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
            printed=has_cover,
        ),
        agency_wording("report.agency", has_cover),
        Wording(
            "report.title",
            "หัวเรื่อง",
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
            "ของ{agency} {round} ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
        ),
        Wording(
            "report.introduction",
            "ความนำ",
            "ตามที่{agency} {place} ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} มาวิเคราะห์"
            " และกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
            " เพื่อถือปฏิบัติในปีงบประมาณ พ.ศ. {action_year} นั้น บัดนี้ {agency}"
            "ได้ติดตามผลการปฏิบัติของทุกสำนักและกองที่รับผิดชอบแล้ว จึงขอรายงานผล"
            "การดำเนินการ {round} รวม {measure_count} มาตรการ ดังต่อไปนี้",
        ),
        Wording(
            "report.introduction.empty",
            WHEN_EMPTY,
            "ตามที่{agency} {place} ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
            "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} มาวิเคราะห์"
            " เพื่อกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
            "สำหรับปีงบประมาณ พ.ศ. {action_year} นั้น",
        ),
        Wording("report.empty", "ข้อความเมื่อยังไม่มีมาตรการ", EMPTY_TEXT, WordingForm.LINES),
    ),
    options=(*ALL_OPTIONS, *TABLE_OPTIONS, "cover", "round", "signers"),
    paper=PaperKind.REPORT,
    stage=Stage.END,
)
