"""รวมเล่ม: any of the documents bound into one, with a table of contents and page numbers through.

The parts are built each as it stands; :mod:`ita_desktop.documents.build` puts them together behind
the pages made here.
"""

from __future__ import annotations

from ita_desktop.documents.blocks import Contents, Section
from ita_desktop.documents.catalog.cover import agency_wording, cover_section, has_cover
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind, Stage
from ita_desktop.documents.saraban import REPORT_PORTRAIT
from ita_desktop.documents.wordings import Wording, WordingForm


def build(context: Context) -> tuple[Section, ...]:
    """Optional cover, and the table of contents unless its title was emptied: what stands before
    the parts."""
    sections: list[Section] = []
    if context.setup.cover:
        sections.append(cover_section(context, "bundle.cover", "bundle.agency"))
    if title := " ".join(context.lines("bundle.contents")):
        sections.append(Section(REPORT_PORTRAIT, (Contents(title),)))
    return tuple(sections)


BUNDLE = DocumentKind(
    id="bundle",
    title="รวมเล่มมาตรการและรายงานผลการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="รวมเล่ม",
    purpose="รวมเอกสารที่เลือกเป็นเล่มเดียว มีสารบัญและเลขหน้าต่อเนื่อง",
    build=build,
    wordings=(
        Wording(
            "bundle.cover",
            "ชื่อเรื่องบนปก",
            "มาตรการและรายงานผลการดำเนินการ\nเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
            "ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
            printed=has_cover,
        ),
        agency_wording("bundle.agency", has_cover),
        Wording(
            "bundle.contents",
            "หัวสารบัญ",
            "สารบัญ",
            WordingForm.LINES,
            hint="เว้นว่างไว้ ถ้าไม่ต้องการสารบัญ",
        ),
    ),
    options=(*ALL_OPTIONS, "cover", "parts"),
    bundle=True,
    stage=Stage.VOLUME,
)
