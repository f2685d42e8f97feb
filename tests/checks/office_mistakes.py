"""Mistakes entered into the sample office one at a time: records that do not fit each other.

Each says which rule has to find it, how severe that is, and what has to be named.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Division,
    Issue,
    IssueAnalysis,
    Measure,
    Person,
    Position,
    Record,
    RoundReport,
    Score,
    SignedCopy,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.rounds import asked_in
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    Opinion,
    Signer,
    Status,
    plain_items,
)
from ita_desktop.thai.timeline_reading import read_timeline
from tests.checks.text_mistakes import first, of_setup, setup

Changed = Callable[[Snapshot], tuple[Record, ...]]


@dataclass(frozen=True)
class OfficeMistake:
    """Records that do not fit: the rule, what is entered, and words that have to be named."""

    rule: str
    severity: str
    name: str
    enter: Changed
    told: tuple[str, ...]


def entered(snapshot: Snapshot, records: tuple[Record, ...]) -> Snapshot:
    """The snapshot with these records in the place of those with their ids."""
    changes = (Change(snapshot.find(one.id), one) for one in records)
    return snapshot.after(Edit("ทดสอบ", tuple(changes)))


def measure_of(snapshot: Snapshot, place: int) -> Measure:
    """A measure of the sample's year, counted from 1."""
    [year] = snapshot.years
    return snapshot.measures(year.id)[place - 1]


def _measure(place: int, **values: Any) -> Changed:
    return lambda snapshot: (dataclasses.replace(measure_of(snapshot, place), **values),)


def _setup(document: str, **values: Any) -> Changed:
    return lambda snapshot: (dataclasses.replace(setup(snapshot, document), **values),)


def _text(document: str, name: str, text: str) -> Changed:
    return lambda snapshot: of_setup(document, name).put(snapshot, text)


def _signed(**days: tuple[int, int, int]) -> Changed:
    """Signed copies of documents, by their ids with ``_`` for ``-``."""

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


def _person(snapshot: Snapshot, first_name: str) -> Person:
    return next(one for one in snapshot.of(Person) if one.first_name == first_name)


def _position(snapshot: Snapshot, title: str) -> Position:
    return next(one for one in snapshot.of(Position) if one.title == title)


def _signs(document: str, first_name: str, title: str) -> Changed:
    def enter(snapshot: Snapshot) -> tuple[Record, ...]:
        person, position = _person(snapshot, first_name), _position(snapshot, title)
        signers = (Signer(person.id, position.id),)
        return (dataclasses.replace(setup(snapshot, document), signers=signers),)

    return enter


def _report(**values: Any) -> Changed:
    return lambda snapshot: (dataclasses.replace(first(snapshot, RoundReport), **values),)


def _twins(field: str) -> Changed:
    """A long item of the first measure, word for word in the second."""

    def enter(snapshot: Snapshot) -> tuple[Record, ...]:
        text = max((one.text for one in getattr(measure_of(snapshot, 1), field)), key=len)
        second = measure_of(snapshot, 2)
        return (dataclasses.replace(second, **{field: (*getattr(second, field), Item(text))}),)

    return enter


def _same_results(snapshot: Snapshot) -> tuple[Record, ...]:
    first, second = measure_of(snapshot, 1), measure_of(snapshot, 2)
    return (dataclasses.replace(second, results=first.results),)


def _last_opinion_gone(snapshot: Snapshot) -> tuple[Record, ...]:
    held = setup(snapshot, "memo")
    return (dataclasses.replace(held, opinions=held.opinions[:-1]),)


def _issue_codes(snapshot: Snapshot) -> tuple[Record, ...]:
    second = sorted(
        (one for one in snapshot.of(Issue) if one.year == 2568), key=lambda one: one.number
    )[1]
    more = read_references("I1", 2568).values
    return (dataclasses.replace(second, codes=(*second.codes, *more)),)


def _one_wording(snapshot: Snapshot) -> tuple[Record, ...]:
    items = {one.code: one for one in snapshot.of(CatalogueItem) if one.year == 2568}
    return (dataclasses.replace(items["I2"], words=items["I1"].words),)


def _left_out(snapshot: Snapshot) -> tuple[Record, ...]:
    issue = next(one for one in snapshot.of(Issue) if one.year == 2568 and one.number == 4)
    return (dataclasses.replace(issue, codes=read_references("I10-I11", 2568).values),)


def _low_issue(snapshot: Snapshot) -> tuple[Record, ...]:
    """A question of the fourth issue far below the target, and no measure that takes it up."""
    [year] = snapshot.years
    left = tuple(
        dataclasses.replace(one, issue="", indicator="", references=())
        for one in snapshot.measures(year.id)
        if "ทรัพย์สิน" in one.issue or "๔" in one.indicator
    )
    return (*left, Score.of(2568, "I11", Decimal("60.00")))


def _old_timelines(snapshot: Snapshot) -> tuple[Record, ...]:
    [year] = snapshot.years
    whole = read_timeline("1 ตุลาคม 2567 - 30 กันยายน 2568", 2568).value
    return tuple(dataclasses.replace(one, timeline=whole) for one in snapshot.measures(year.id))


def _round_left_out(snapshot: Snapshot) -> tuple[Record, ...]:
    """One measure more that is monitored after six months, which most have reported."""
    [year] = snapshot.years
    later = next(one for one in snapshot.measures(year.id) if not asked_in(one, 6))
    return (dataclasses.replace(later, monitoring=Monitoring((6, 12))),)


def _gone_division(snapshot: Snapshot) -> tuple[Record, ...]:
    return (dataclasses.replace(measure_of(snapshot, 1), responsible=(DivisionRef("none"),)),)


def _repeats_in_report(snapshot: Snapshot) -> tuple[Record, ...]:
    report = first(snapshot, RoundReport)
    measure = snapshot.get(Measure, report.measure_id)
    assert measure is not None
    return (dataclasses.replace(report, results=plain_items(measure.title)),)


def _copied_steps(snapshot: Snapshot) -> tuple[Record, ...]:
    measure = measure_of(snapshot, 2)
    return (dataclasses.replace(measure, results=measure.steps),)


def _misspelt_register(snapshot: Snapshot) -> tuple[Record, ...]:
    mayor = _position(snapshot, "นายกเทศมนตรีตำบลศรีสำราญ")
    return (dataclasses.replace(mayor, title="นายกเทศมนตรีตำบลศรีสำราณ"),)


def _lost_division(snapshot: Snapshot) -> tuple[Record, ...]:
    finance = next(one for one in snapshot.of(Division) if one.name == "กองคลัง")
    return (dataclasses.replace(finance, name="กองคลังเทศบาลตำบลศรีสำราณ"),)


def _whole_list(note: str) -> Changed:
    """A text in a measure, in a year of which the list of items is said to be complete."""

    def enter(snapshot: Snapshot) -> tuple[Record, ...]:
        years = (
            dataclasses.replace(one, oit_complete=True)
            for one in snapshot.of(CatalogueYear)
            if one.year in (2568, 2569)
        )
        return (*years, dataclasses.replace(measure_of(snapshot, 3), note=note))

    return enter


def _analysed(finding: str) -> Changed:
    def enter(snapshot: Snapshot) -> tuple[Record, ...]:
        [year] = snapshot.years
        held = snapshot.get(IssueAnalysis, IssueAnalysis.of(year.id, 1).id)
        assert held is not None
        return (dataclasses.replace(held, finding=finding),)

    return enter


IN_OFFICE = (
    OfficeMistake(
        "signer-not-holder",
        "W",
        "ผู้อื่นลงนามในตำแหน่งที่มีผู้ดำรงตำแหน่ง",
        _signs("announcement-measures", "ณัฐวัฒน์", "นายกเทศมนตรีตำบลศรีสำราญ"),
        ("นายณัฐวัฒน์ ธรรมโชตินันท์", "นายกเทศมนตรีตำบลศรีสำราญ", "นายประเสริฐ วงศ์ธารทอง"),
    ),
    OfficeMistake(
        "signer-not-holder",
        "W",
        "ผู้รักษาราชการแทนลงนามโดยไม่บอกว่ารักษาราชการแทน",
        _signs("report", "วิภาวรรณ", "ปลัดเทศบาลตำบลศรีสำราญ"),
        ("นางวิภาวรรณ สุขเสถียรกุล", "ปลัดเทศบาลตำบลศรีสำราญ", "รักษาราชการแทน"),
    ),
    OfficeMistake(
        "signer-not-holder",
        "W",
        "ชื่อผู้ลงนามพิมพ์เองไม่ตรงกับทะเบียน",
        _setup(
            "announcement-measures",
            signers=(Signer(name="(นายประเสริฐ วงษ์ธารทอง)", position="นายกเทศมนตรีตำบลศรีสำราญ"),),
        ),
        ("วงษ์ธารทอง", "วงศ์ธารทอง"),
    ),
    OfficeMistake(
        "signer-not-holder",
        "W",
        "ความเห็นของผู้ที่ไม่ได้ดำรงตำแหน่ง",
        _setup(
            "memo",
            opinions=(
                Opinion(Signer(name="นายสมชาย รักดี", position="หัวหน้าสำนักปลัดเทศบาล")),
                Opinion(Signer(position="นายกเทศมนตรีตำบลศรีสำราญ")),
            ),
        ),
        ("นายสมชาย รักดี", "หัวหน้าสำนักปลัดเทศบาล", "นางสาวจันทร์เพ็ญ แก้วกัลยากร"),
    ),
    OfficeMistake(
        "memo-after",
        "W",
        "บันทึกข้อความลงวันที่หลังประกาศที่เสนอ",
        _setup("memo", dated=datetime.date(2025, 10, 20)),
        ("๒๐ ตุลาคม ๒๕๖๘", "๑ ตุลาคม ๒๕๖๘"),
    ),
    OfficeMistake(
        "signing-order",
        "W",
        "ลงนามบันทึกหลังประกาศ",
        _signed(memo=(2025, 10, 9), announcement_measures=(2025, 10, 2)),
        ("๙ ตุลาคม ๒๕๖๘", "๒ ตุลาคม ๒๕๖๘"),
    ),
    OfficeMistake(
        "signing-order",
        "W",
        "ลงนามรายงานก่อนมาตรการ",
        _signed(plan=(2026, 9, 30), report=(2026, 9, 15)),
        ("๓๐ กันยายน ๒๕๖๙", "๑๕ กันยายน ๒๕๖๙"),
    ),
    OfficeMistake(
        "signing-order",
        "W",
        "ลงนามก่อนวันที่ของเอกสาร",
        _signed(announcement_intent=(2025, 9, 24)),
        ("๒๔ กันยายน ๒๕๖๘", "๑ ตุลาคม ๒๕๖๘"),
    ),
    OfficeMistake(
        "date-outside-year",
        "W",
        "วันที่ประกาศผิดปี",
        _setup("announcement-intent", dated=datetime.date(2024, 10, 1)),
        ("๑ ตุลาคม ๒๕๖๗", "๒๕๖๙"),
    ),
    OfficeMistake(
        "date-outside-year",
        "W",
        "วันที่คำนำผิดปี",
        _setup("preface", dated=datetime.date(2028, 10, 1)),
        ("๑ ตุลาคม ๒๕๗๑", "๒๕๖๙"),
    ),
    OfficeMistake(
        "date-outside-year",
        "W",
        "วันลงนามผิดปี",
        _signed(report=(2023, 9, 30)),
        ("๓๐ กันยายน ๒๕๖๖", "๒๕๖๙"),
    ),
    OfficeMistake(
        "date-outside-year",
        "W",
        "วันที่รายงานผิดปี",
        _report(reported=datetime.date(2025, 4, 8)),
        ("๘ เมษายน ๒๕๖๘", "๒๕๖๙"),
    ),
    OfficeMistake(
        "reported-before-round",
        "W",
        "รายงานก่อนครบรอบ",
        _report(reported=datetime.date(2025, 12, 8)),
        ("๘ ธันวาคม ๒๕๖๘", "๓๑ มีนาคม ๒๕๖๙"),
    ),
    OfficeMistake(
        "cover-year",
        "W",
        "ปกบอกปีของคะแนน",
        _text("cover", "cover.title", "มาตรการส่งเสริมคุณธรรม\nประจำปีงบประมาณ พ.ศ. ๒๕๖๘"),
        ("๒๕๖๘", "๒๕๖๙"),
    ),
    OfficeMistake(
        "cover-year",
        "W",
        "ทุกมาตรการทำในปีอื่น",
        _old_timelines,
        ("๒๕๖๙", "๒๕๖๘"),
    ),
    OfficeMistake(
        "document-year",
        "E",
        "หัวเรื่องมาตรการบอกปีของคะแนน",
        _text("plan", "plan.title", "มาตรการของเทศบาล ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"),
        ("๒๕๖๘", "๒๕๖๙"),
    ),
    OfficeMistake(
        "document-year",
        "E",
        "เรื่องของบันทึกบอกปีเก่า",
        _text("memo", "memo.subject", "ขออนุมัติมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"),
        ("๒๕๖๔", "๒๕๖๙"),
    ),
    OfficeMistake(
        "result-outside-year",
        "W",
        "ผลก่อนปี",
        _measure(3, results=plain_items("วันที่ ๕ มกราคม ๒๕๖๘ ประชุมคณะทำงาน")),
        ("๕ มกราคม ๒๕๖๘", "๒๕๖๙"),
    ),
    OfficeMistake(
        "result-outside-year",
        "W",
        "ผลก่อนปีบอกเพียงเดือน",
        _measure(3, outcomes=plain_items("สำรวจซ้ำในเดือนสิงหาคม ๒๕๖๘ พอใจร้อยละ ๘๐")),
        ("สิงหาคม ๒๕๖๘", "๒๕๖๙"),
    ),
    OfficeMistake(
        "result-outside-year",
        "W",
        "ผลรายรอบหลังปี",
        _report(results=plain_items("อบรมแล้วเมื่อ 12 พ.ย. 2569 จำนวน 3 รุ่น")),
        ("๑๒ พ.ย. ๒๕๖๙", "๒๕๖๙"),
    ),
    OfficeMistake(
        "responsible-unknown",
        "W",
        "กองที่พิมพ์ผิด",
        _measure(3, responsible=(FreeText("กองคลง"),)),
        ("กองคลง", "กองคลัง"),
    ),
    OfficeMistake(
        "responsible-unknown",
        "W",
        "กองที่ไม่มีในทะเบียน",
        _measure(3, responsible=(FreeText("กองการประปา"),)),
        ("กองการประปา",),
    ),
    OfficeMistake(
        "responsible-gone",
        "W",
        "กองที่ถูกลบ",
        _gone_division,
        ("ถูกลบ",),
    ),
    OfficeMistake(
        "round-not-reported",
        "W",
        "รายงานรอบ ๖ เดือนขาดบางมาตรการ",
        _round_left_out,
        ("๖ เดือน",),
    ),
    OfficeMistake(
        "round-not-planned",
        "W",
        "รายงานรอบที่ไม่ได้กำหนดไว้",
        lambda snapshot: (
            dataclasses.replace(
                first(snapshot, RoundReport), id="r9", month=9, reported=datetime.date(2026, 7, 6)
            ),
        ),
        ("๙ เดือน", "๖ และ ๑๒ เดือน"),
    ),
    OfficeMistake(
        "cannot-without-reason",
        "E",
        "รายรอบทำไม่ได้โดยไม่บอกเหตุ",
        _report(status=Status.CANNOT, status_reason=""),
        ("เหตุผล",),
    ),
    OfficeMistake(
        "results-not-begun",
        "W",
        "ยังไม่เริ่มแต่มีผล",
        _measure(1, status=Status.NOT_STARTED),
        ("ยังไม่ได้ดำเนินการ",),
    ),
    OfficeMistake(
        "outcome-only-rounds",
        "W",
        "ผลลัพธ์รายรอบมีแต่รอบ",
        _report(outcomes=plain_items("ติดตามและรายงานผลรอบ ๖ เดือน")),
        ("รอบ ๖ เดือน",),
    ),
    OfficeMistake(
        "outcome-only-rounds",
        "W",
        "ผลลัพธ์มีแต่รอบ",
        _measure(1, outcomes=plain_items("รอบ ๖ เดือน (๑ ต.ค. ๖๘ - ๓๑ มี.ค. ๖๙)", "รอบ ๑๒ เดือน")),
        ("รอบ ๖ เดือน",),
    ),
    OfficeMistake(
        "result-repeats-measure",
        "W",
        "ผลรายรอบซ้ำชื่อมาตรการ",
        _repeats_in_report,
        ("ซ้ำกับ",),
    ),
    OfficeMistake(
        "result-repeats-measure",
        "W",
        "ผลซ้ำกับขั้นตอน",
        _copied_steps,
        ("ขั้นตอน",),
    ),
    OfficeMistake(
        "same-result",
        "I",
        "ผลลัพธ์เดียวกันคำต่อคำ",
        _twins("outcomes"),
        ("มาตรการที่ ๑",),
    ),
    OfficeMistake(
        "same-result",
        "W",
        "ผลทั้งหมดเหมือนมาตรการก่อนหน้า",
        _same_results,
        ("มาตรการที่ ๑",),
    ),
    OfficeMistake(
        "memo-no-approver",
        "W",
        "บันทึกไม่มีผู้อนุมัติ",
        _last_opinion_gone,
        ("นายกเทศมนตรีตำบลศรีสำราญ",),
    ),
    OfficeMistake("no-wording", "W", "บันทึกไม่มีผู้รับ", _text("memo", "memo.to", ""), ("เรียน",)),
    OfficeMistake(
        "no-wording", "W", "บันทึกไม่มีข้อเท็จจริง", _text("memo", "memo.facts", ""), ("ข้อเท็จจริง",)
    ),
    OfficeMistake(
        "no-wording", "W", "บันทึกไม่มีคำลงท้าย", _text("memo", "memo.closing", " "), ("คำลงท้าย",)
    ),
    OfficeMistake(
        "date-blank",
        "W",
        "ประกาศไม่มีวันที่",
        _setup("announcement-measures", dated=None),
        ("วันที่",),
    ),
    OfficeMistake(
        "no-wording",
        "W",
        "ประกาศตัดบรรทัดวันที่",
        _text("announcement-intent", "announcement-intent.date", ""),
        ("วันที่ประกาศ",),
    ),
    OfficeMistake(
        "missing-signers",
        "E",
        "ประกาศไม่มีผู้ลงนาม",
        _setup("announcement-intent", signers=(Signer(position="นายกเทศมนตรี"),)),
        ("ผู้ลงนาม",),
    ),
    OfficeMistake("code-in-two-issues", "W", "รหัสเดียวในสองประเด็น", _issue_codes, ("I1", "๑", "๒")),
    OfficeMistake("same-wording", "W", "สองข้อข้อความเดียวกัน", _one_wording, ("I1", "I2")),
    OfficeMistake("codes-without-issue", "I", "ข้อไม่อยู่ในประเด็นใด", _left_out, ("I12",)),
    OfficeMistake("issue-without-measure", "W", "ประเด็นต่ำไม่มีมาตรการ", _low_issue, ("I11", "๖๐")),
    OfficeMistake(
        "announced-count",
        "W",
        "ประกาศบอก ๖ ด้าน แต่มีสาม",
        _text(
            "announcement-intent",
            "announcement-intent.sections",
            "- เจตนารมณ์ในการบริหารงาน ๖ ด้าน ดังนี้\n-- ด้านความโปร่งใส\n-- ด้านความพร้อมรับผิด\n"
            "-- ด้านการสื่อสาร",
        ),
        ("๖ ด้าน", "๓"),
    ),
    OfficeMistake(
        "numbering-gap",
        "W",
        "เลขข้อที่พิมพ์ต้นข้อขาดไปหนึ่ง",
        _measure(3, steps=plain_items("๑. วางแผน", "๒. ลงมือทำ", "๔. ติดตามผล")),
        ("๒", "๔"),
    ),
    OfficeMistake(
        "stated-change",
        "W",
        "คะแนนที่เพิ่มขึ้นไม่ตรงในรายงานรอบ",
        _report(outcomes=plain_items("คะแนนภาพรวมเพิ่มขึ้นจากปีที่ผ่านมา ๔๙.๕๖ คะแนน")),
        ("๔๙.๕๖",),
    ),
    OfficeMistake(
        "stated-change",
        "W",
        "คะแนนที่เพิ่มขึ้นไม่ตรงในคำนำ",
        _text("preface", "preface.body", "คะแนนภาพรวมเพิ่มขึ้นจากปีที่ผ่านมา ๔๙.๕๖ คะแนน"),
        ("๔๙.๕๖",),
    ),
    OfficeMistake(
        "stated-level",
        "W",
        "ถ้อยคำบอกระดับที่คะแนนไม่ให้",
        _text("preface", "preface.body", "ผลการประเมินปี ๒๕๖๘ อยู่ในระดับผ่านดีเยี่ยม"),
        ("ผ่านดีเยี่ยม", "ผ่าน"),
    ),
    OfficeMistake(
        "misspelt-name", "E", "ทะเบียนตำแหน่งพิมพ์ชื่อผิด", _misspelt_register, ("ศรีสำราณ", "ศรีสำราญ")
    ),
    OfficeMistake("misspelt-name", "E", "ทะเบียนกองพิมพ์ชื่อผิด", _lost_division, ("ศรีสำราณ", "ศรีสำราญ")),
    OfficeMistake(
        "unknown-code",
        "W",
        "ข้อความอ้างข้อที่ไม่มี",
        _whole_list("แก้ไขตามข้อ O49 ของแบบตรวจ"),
        ("O49", "๒๕๖๘"),
    ),
    OfficeMistake(
        "survey-question",
        "W",
        "มาตรการเป็นข้อคำถามของแบบวัด EIT",
        _measure(3, title="หน่วยงานมีช่องทางการเผยแพร่ข้อมูลข่าวสารที่สามารถเข้าถึงได้ง่าย"),
        ("เข้าถึงได้ง่าย", "E4"),
    ),
    OfficeMistake(
        "survey-question",
        "W",
        "มาตรการถามถึงหน่วยงานของท่าน",
        _measure(3, sub_measures=plain_items("ในหน่วยงานของท่าน มีการยืมทรัพย์สินอย่างถูกต้อง")),
        ("หน่วยงานของท่าน",),
    ),
    OfficeMistake(
        "repeated-measure",
        "W",
        "มาตรการซ้ำทั้งแถวไม่มีชื่อ",
        lambda snapshot: tuple(
            dataclasses.replace(
                measure_of(snapshot, place),
                title="",
                sub_measures=plain_items("ทบทวนคู่มือทุกกระบวนงาน"),
            )
            for place in (3, 4)
        ),
        ("มาตรการที่ ๓",),
    ),
    OfficeMistake(
        "wrong-lowest",
        "E",
        "วิเคราะห์บอกข้อต่ำสุดผิด",
        _analysed("ข้อ I3 ได้คะแนนน้อยที่สุด บุคลากรยังไม่มั่นใจ"),
        ("I3", "I1"),
    ),
    OfficeMistake(
        "stated-score",
        "W",
        "คะแนนภาพรวมในบันทึกไม่ตรง",
        _text("memo", "memo.facts", "ผลการประเมินปี ๒๕๖๘ ได้คะแนนภาพรวม ๙๙.๑๒ คะแนน"),
        ("๙๙.๑๒",),
    ),
    OfficeMistake(
        "stated-score",
        "W",
        "คะแนนของข้อในการวิเคราะห์ไม่ตรง",
        _analysed("ข้อ I1 ได้ ๑๒.๓๔ คะแนน บุคลากรเห็นว่าล่าช้า"),
        ("I1", "๑๒.๓๔"),
    ),
    OfficeMistake(
        "date-outside-year",
        "W",
        "วันที่ประกาศพิมพ์เองผิดปี",
        _text("announcement-intent", "announcement-intent.date", "ประกาศ ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๖"),
        ("๑ ตุลาคม ๒๕๖๖", "๒๕๖๙"),
    ),
    OfficeMistake(
        "misspelt-division",
        "W",
        "ข้อความเรียกกองผิดไปหนึ่งตัว",
        _measure(3, note="ส่งให้กองสวัสดีการสังคมดำเนินการ"),
        ("กองสวัสดีการสังคม", "กองสวัสดิการสังคม"),
    ),
)
