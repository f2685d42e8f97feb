"""What an office does rightly though it looks like a mistake, entered into the sample office."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

from ita_desktop.model.records import (
    Division,
    IssueAnalysis,
    OwnWording,
    Person,
    Record,
    RoundReport,
    SignedCopy,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    FreeText,
    Monitoring,
    Opinion,
    OrderRef,
    OwnText,
    Signer,
    Status,
    plain_items,
)
from tests.checks.office_mistakes import measure_of
from tests.checks.text_mistakes import setup

Entered = Callable[[Snapshot], tuple[Record, ...]]
MAYOR = "นายกเทศมนตรีตำบลศรีสำราญ"


def _setup(document: str, **values: Any) -> Entered:
    return lambda snapshot: (dataclasses.replace(setup(snapshot, document), **values),)


def _text(document: str, name: str, text: str) -> Entered:
    return _setup(document, texts=(OwnText(name, text),))


def _measure(place: int, **values: Any) -> Entered:
    return lambda snapshot: (dataclasses.replace(measure_of(snapshot, place), **values),)


def _signed(**days: tuple[int, int, int]) -> Entered:
    def enter(snapshot: Snapshot) -> tuple[Record, ...]:
        [year] = snapshot.years
        return tuple(
            SignedCopy(
                id=f"signed-{name}",
                year_id=year.id,
                document=name.replace("_", "-"),
                signed=datetime.date(*when),
            )
            for name, when in days.items()
        )

    return enter


def _acting(snapshot: Snapshot) -> tuple[Record, ...]:
    """Someone who acts for the executive signs, with every word the regulation has for it."""
    deputy = next(one for one in snapshot.of(Person) if one.first_name == "วิภาวรรณ")
    position = next(one for one in snapshot.of(Person) if one.first_name == "ประเสริฐ").position_id
    announcement = dataclasses.replace(
        setup(snapshot, "announcement-measures"),
        signers=(Signer(deputy.id, position, "ปฏิบัติราชการแทน"),),
    )
    typed = dataclasses.replace(
        setup(snapshot, "report"),
        signers=(
            Signer(
                name="นางสุมาลี ทองประไพพร",
                position=f"ผู้อำนวยการกองคลัง\nปฏิบัติหน้าที่{MAYOR}",
            ),
            Signer(name="นางวิภาวรรณ สุขเสถียรกุล", position=f"รักษาการ{MAYOR}"),
            Signer(name="(นายประเสริฐ  วงศ์ธารทอง)", position=MAYOR),
            Signer(name="ประเสริฐ วงศ์ธารทอง", position=MAYOR),
        ),
    )
    return announcement, typed


def _others_sign(snapshot: Snapshot) -> tuple[Record, ...]:
    """People whom no register knows, in posts that none has."""
    signers = (
        Signer(name="นายสมชาย รักดี", position="ประธานคณะทำงาน"),
        Signer(name="นางสาวแดง ใจดี", position="ผู้ช่วยเจ้าหน้าที่ธุรการ"),
    )
    return (dataclasses.replace(setup(snapshot, "plan"), signers=signers),)


def _asked(snapshot: Snapshot) -> tuple[Record, ...]:
    """A chain of opinions that was typed, the executive called for short."""
    opinions = (
        Opinion(Signer(name="นางสาวจันทร์เพ็ญ แก้วกัลยากร", position="หัวหน้าสำนักปลัดเทศบาล")),
        Opinion(Signer(name="นายประเสริฐ วงศ์ธารทอง", position="นายกเทศมนตรี"), "คำสั่งนายกเทศมนตรี"),
    )
    return (dataclasses.replace(setup(snapshot, "memo"), opinions=opinions),)


def _all_reported(snapshot: Snapshot) -> tuple[Record, ...]:
    [year] = snapshot.years
    return tuple(
        dataclasses.replace(
            RoundReport.of(one.id, 12),
            status=Status.DONE,
            reported=datetime.date(2026, 9, 18),
            results=plain_items(f"ดำเนินการตามเรื่องที่ {place} แล้วเสร็จ"),
            outcomes=plain_items(f"เรื่องที่ {place} แล้วเสร็จเร็วขึ้น"),
        )
        for place, one in enumerate(snapshot.measures(year.id), 1)
        if one.status in (Status.DONE, None)
    )


def _few_reported(snapshot: Snapshot) -> tuple[Record, ...]:
    measure = measure_of(snapshot, 1)
    report = RoundReport.of(measure.id, 6)
    return (
        dataclasses.replace(
            report,
            status=Status.CANNOT,
            status_reason="รอการอนุมัติงบประมาณจากสภาเทศบาล",
            reported=datetime.date(2026, 3, 20),
        ),
    )


def _office_wide(name: str, words: str) -> Entered:
    return lambda _snapshot: (OwnWording(id=OwnWording.key(name), name=name, words=words),)


def _renamed_division(snapshot: Snapshot) -> tuple[Record, ...]:
    finance = next(one for one in snapshot.of(Division) if one.name == "กองคลัง")
    return (dataclasses.replace(finance, name="กองคลังเทศบาลตำบลศรีสำราญ", short_name="กองคลัง"),)


def _parties(*texts: str) -> Entered:
    return _measure(3, responsible=tuple(FreeText(text) for text in texts))


RIGHT: dict[str, Entered] = {
    "ผู้รักษาการลงนาม": _acting,
    "ผู้ลงนามนอกทะเบียน": _others_sign,
    "ลำดับความเห็นพิมพ์เอง": _asked,
    "บันทึกก่อนประกาศ": _setup("memo", dated=datetime.date(2025, 9, 15)),
    "บันทึกวันเดียวกับประกาศ": _setup("memo", dated=datetime.date(2025, 10, 1)),
    "บันทึกหลังประกาศเจตจำนงที่ไม่ได้เสนอ": lambda snapshot: (
        dataclasses.replace(setup(snapshot, "memo"), dated=datetime.date(2025, 11, 3)),
        dataclasses.replace(
            setup(snapshot, "announcement-measures"), dated=datetime.date(2025, 11, 10)
        ),
    ),
    "ลงนามตามลำดับ": _signed(
        memo=(2025, 9, 30),
        announcement_measures=(2025, 10, 1),
        plan=(2025, 10, 1),
        report=(2026, 10, 5),
    ),
    "ลงนามหลังวันที่พิมพ์": _signed(announcement_intent=(2025, 10, 6)),
    "แผนออกกลางปี": _setup("announcement-intent", dated=datetime.date(2026, 3, 31)),
    "ปกมีปีของงานพิมพ์เอง": _text("cover", "cover.title", "มาตรการ\nประจำปีงบประมาณ พ.ศ. ๒๕๖๙"),
    "ปกบอกทั้งสองปี": _text(
        "cover", "cover.title", "มาตรการจากผลการประเมินปี {score_year}\nประจำปีงบประมาณ พ.ศ. ๒๕๖๙"
    ),
    "ปกไม่บอกปี": _text("cover", "cover.title", "มาตรการส่งเสริมคุณธรรม"),
    "ผลคะแนนบอกปีของคะแนน": _text("scores", "scores.title", "ผลการประเมิน ITA ปี ๒๕๖๘"),
    "เรื่องอ้างปีของคะแนนด้วย": _text(
        "memo", "memo.subject", "ขออนุมัติมาตรการตามผลปี ๒๕๖๘ ประจำปีงบประมาณ พ.ศ. {action_year}"
    ),
    "คำนำอ้างกฎหมายและปีก่อน": _text(
        "preface",
        "preface.body",
        "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ และยุทธศาสตร์ชาติ ๒๐ ปี (พ.ศ. ๒๕๖๑ - ๒๕๘๐)"
        " ผลการประเมินปี ๒๕๖๘ ดีขึ้นเมื่อเทียบกับปี ๒๕๖๗",
    ),
    "ถ้อยคำของหน่วยงานมีเป้าหมายระดับ": _office_wide(
        "preface.body", "{agency} {place} มุ่งยกระดับผลการประเมินให้อยู่ในระดับผ่านดีเยี่ยม"
    ),
    "ข้อกฎหมายเว้นว่างและเลขที่หนังสือ": _setup(
        "memo", number="สร ๕๒๐๐๑/ว ๑๒๓", texts=(OwnText("memo.law", ""),)
    ),
    "ผู้รับผิดชอบหลายแบบ": _parties(
        "ทุกสำนัก/กอง",
        "กองคลัง และกองช่าง",
        "กองคลัง กองการศึกษา",
        "กองสาธารณสุข",
        "สำนักปลัดเทศบาล (งานนิติการ)",
        "สำนักงานปลัดเทศบาล",
        "งานนโยบายและแผน สำนักปลัด",
        "คณะกรรมการจริยธรรม",
        "กองทุนหลักประกันสุขภาพเทศบาลตำบลศรีสำราญ",
        "กองที่เกี่ยวข้อง",
        "สำนักงานสาธารณสุขอำเภอธารสวรรค์",
        "หน่วยตรวจสอบภายใน",
        "ผู้อำนวยการกองช่าง",
        "กองคลัง ฝ่ายพัฒนารายได้",
    ),
    "คำสั่งของหน่วยงาน": _measure(3, responsible=(OrderRef("๑๕๖/๒๕๖๘", "แต่งตั้งคณะทำงานตรวจสอบภายใน"),)),
    "รายงานครบรอบ ๑๒ เดือนก่อนสิ้นปี": _all_reported,
    "รายงานรอบ ๖ เดือนเพียงบางมาตรการ": _few_reported,
    "กองใช้ชื่อยาว": _renamed_division,
    "ผลสั้นเหมือนกันสองมาตรการ": lambda snapshot: tuple(
        dataclasses.replace(measure_of(snapshot, place), outcomes=plain_items("ประชาชนพึงพอใจมากขึ้น"))
        for place in (1, 2)
    ),
    "ขั้นตอนพิมพ์เลขเอง": _measure(
        3, steps=plain_items("๑. วางแผน", "๒. ลงมือทำ", "๓. ติดตามผล", "หมายเหตุ ทำทุกไตรมาส")
    ),
    "ติดตามรายไตรมาสมีหมายเหตุ": _measure(
        3, monitoring=Monitoring(quarterly=True, note="รายงานในที่ประชุมประจำเดือน ครั้งที่ ๓ ๖ ๙ และ ๑๒")
    ),
    "ทำไม่ได้และบอกเหตุ": _measure(
        3,
        status=Status.CANNOT,
        status_reason="งบประมาณถูกกันไว้ใช้บรรเทาอุทกภัยเมื่อเดือนกันยายน ๒๕๖๘",
        results=(),
        outcomes=(),
        outputs=(),
    ),
    "ประกาศหกด้านครบ": _text(
        "announcement-intent",
        "announcement-intent.sections",
        "- เจตนารมณ์ในการบริหารงาน ๓ ด้าน ดังนี้\n-- ด้านความโปร่งใส\n-- ด้านความพร้อมรับผิด\n"
        "-- ด้านการสื่อสาร\n- ให้ทุกกองถือปฏิบัติ",
    ),
    "วิเคราะห์บอกคะแนนและข้อต่ำสุดถูก": lambda snapshot: (
        dataclasses.replace(
            next(one for one in snapshot.of(IssueAnalysis) if one.issue == 1),
            finding="ข้อ I1 ได้คะแนนน้อยที่สุดของประเด็น ส่วนข้อ I2 ไม่ใช่ข้อที่ได้คะแนนน้อยที่สุด",
        ),
    ),
    "มาตรการตอบข้อคำถาม": _measure(
        3, title="เพิ่มช่องทางการเผยแพร่ข้อมูลข่าวสารที่สามารถเข้าถึงได้ง่าย", note="ตามข้อ E4 และข้อ O4"
    ),
    "ข้อความเรียกกองของหน่วยงานอื่นและงานในกอง": _measure(
        3,
        note="กองคลังพัสดุกลาง กองช่างสุขาภิบาล กองการศึกษา ศาสนา กองสวัสดิการผู้สูงอายุ กองคลังและกองช่าง"
        " สำนักปลัดกระทรวง กองสาธารณสุขฯ กองทุนสวัสดิการสังคม",
    ),
    "ประกาศพิมพ์วันที่เอง": _text(
        "announcement-intent",
        "announcement-intent.date",
        "ประกาศ ณ วันที่ ๑ เดือน ตุลาคม พ.ศ. ๒๕๖๘",
    ),
}
"""By a name for each, what is entered. Nothing may be said of any of them."""
