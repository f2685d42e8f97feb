"""บันทึกข้อความรายงานผล: the memo that takes the report of the year, or of a round, up the chain."""

from __future__ import annotations

from ita_desktop.documents.catalog.memo import build, drafter, is_free, is_headed
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind, Stage
from ita_desktop.documents.wordings import Wording, WordingForm

REPORT_MEMO = DocumentKind(
    id="report-memo",
    title="บันทึกข้อความรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    short_title="บันทึกรายงานผล",
    purpose="เสนอรายงานผลทั้งปีหรือรายรอบตามลำดับชั้น มีที่ให้ทุกชั้นลงความเห็นและลงนาม",
    build=build,
    needs="report-memo",
    wordings=(
        Wording("report-memo.date", "วันที่", "{date}", WordingForm.LINES, hint="พิมพ์เมื่อกรอกวันที่แล้ว"),
        Wording(
            "report-memo.sender",
            "ส่วนราชการ",
            "{division} {agency} โทร. {telephone}",
            WordingForm.LINES,
        ),
        Wording(
            "report-memo.subject",
            "เรื่อง",
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {round}"
            " ประจำปีงบประมาณ พ.ศ. {action_year}",
            WordingForm.LINES,
            needed=True,
        ),
        Wording("report-memo.to", "เรียน", "เรียน  {executive}", WordingForm.LINES, needed=True),
        Wording(
            "report-memo.origin",
            "เรื่องเดิม",
            "ตามที่{agency} ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
            " ประจำปีงบประมาณ พ.ศ. {score_year} มากำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
            "ภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {action_year} และแจ้งให้ทุกสำนักและกองถือปฏิบัติแล้ว นั้น",
            printed=is_headed,
        ),
        Wording(
            "report-memo.facts",
            "ข้อเท็จจริง",
            "{division}ได้รวบรวมผลการดำเนินการ {round} จากสำนักและกองที่รับผิดชอบแล้ว"
            " รวม {measure_count} มาตรการ รายละเอียดตามรายงานที่แนบมาพร้อมนี้",
            printed=is_headed,
        ),
        Wording(
            "report-memo.consideration",
            "ข้อพิจารณา",
            "เพื่อให้ผู้บริหารทราบผลการดำเนินการและใช้ปรับปรุงงานต่อไป"
            " เห็นควรรับทราบรายงานดังกล่าว และอนุมัติให้เผยแพร่ให้ประชาชนทราบทางเว็บไซต์ของหน่วยงาน",
            needed=True,
            printed=is_headed,
        ),
        Wording(
            "report-memo.free",
            "เนื้อความ (แบบย่อหน้าต่อเนื่อง)",
            "ด้วย{division}ได้รวบรวมผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
            "ภายในหน่วยงาน {round} ประจำปีงบประมาณ พ.ศ. {action_year} จากสำนักและกองที่รับผิดชอบแล้ว"
            " รวม {measure_count} มาตรการ รายละเอียดตามรายงานที่แนบมาพร้อมนี้\n"
            "ในการนี้ {division}พิจารณาแล้วเห็นควรรับทราบรายงานดังกล่าว และอนุมัติให้เผยแพร่"
            "ให้ประชาชนทราบทางเว็บไซต์ของหน่วยงาน",
            needed=True,
            printed=is_free,
        ),
        Wording("report-memo.closing", "คำลงท้าย", "จึงเรียนมาเพื่อโปรดทราบและพิจารณา"),
    ),
    options=(
        *ALL_OPTIONS,
        *("round", "number", "dated", "division_id", "memo_body", "signers", "opinions"),
    ),
    stage=Stage.END,
    garuda=True,
    signer=drafter,
)
