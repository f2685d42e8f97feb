"""A made-up office with every field of every kind of record filled: what a file can hold."""

from __future__ import annotations

import hashlib
from datetime import date

from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    Measure,
    Office,
    Person,
    Position,
    Record,
    RoundReport,
    YearWork,
)
from ita_desktop.model.references import Reference, ReferenceKind, UnreadReference
from ita_desktop.model.values import (
    Acting,
    AgencyKind,
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    OrderRef,
    OwnText,
    PageTurn,
    PersonRef,
    PositionRef,
    Signer,
    Status,
    TableSize,
    Tool,
)
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timeline_styles import TimelineStyle
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

PICTURE = b"\x89PNG\r\n\x1a\n of a made-up seal"
PICTURE_SHA256 = hashlib.sha256(PICTURE).hexdigest()

OFFICE = Office(
    kind=AgencyKind.SAO,
    name="ศรีสำราญ",
    short_name="อบต.ศรีสำราญ",
    district="เมืองสำราญ",
    province="สำราญบุรี",
    address="๙๙ หมู่ ๒ ตำบลศรีสำราญ",
    telephone="๐ ๔๔๐๐ ๐๐๐๐",
    email="saraban@example.go.th",
    website="www.example.go.th",
    executive_title="นายกองค์การบริหารส่วนตำบล",
    garuda=PICTURE_SHA256,
)
DIVISION = Division(id="division-1", rank="1", name="กองคลัง", short_name="คลัง", telephone="ต่อ ๑๒")
POSITION = Position(id="position-1", rank="1", title="ผู้อำนวยการกองคลัง", division_id=DIVISION.id)
PERSON = Person(
    id="person-1",
    rank="1",
    prefix="นางสาว",
    first_name="สมหญิง",
    last_name="ใจซื่อ",
    position_id=POSITION.id,
    division_id=DIVISION.id,
    acting=(Acting(POSITION.id, "รักษาราชการแทน"),),
)
YEAR = YearWork.of(2569)
MEASURE = Measure(
    id="measure-1",
    year_id=YEAR.id,
    rank="1",
    title="มาตรการควบคุมการยืมทรัพย์สินของราชการ",
    sub_measures=(Item("ทะเบียนยืม"), Item("ตรวจนับ")),
    tool=Tool.IIT,
    indicator="ตัวชี้วัดที่ ๔",
    issue="การใช้ทรัพย์สินของราชการ",
    references=(Reference(ReferenceKind.IIT_QUESTION, "10", 2568), UnreadReference("๐๑๙")),
    guideline=(Item("กำหนดแบบคำขอยืม"),),
    steps=(Item("จัดทำแบบ", (Item("แบบยืม"), Item("แบบคืน"))), Item("แจ้งเวียน")),
    responsible=(
        DivisionRef(DIVISION.id, "หลัก"),
        AllDivisions("ร่วม"),
        PersonRef(PERSON.id, "ประสาน"),
        PositionRef(POSITION.id, "กำกับ"),
        OrderRef("๑๕๖/๒๕๖๘", "แต่งตั้งคณะทำงาน", "ตรวจ"),
        FreeText("ผู้นำชุมชน"),
    ),
    timeline=Timeline(TimePoint(2025, 10), TimePoint(2026, 9, 30)),
    monitoring=Monitoring((6, 12), True, "รายงานในที่ประชุม"),
    status=Status.IN_PROGRESS,
    status_reason="รอพัสดุ",
    results=(Item("ออกประกาศแล้ว"),),
    outputs=(Item("คู่มือหนึ่งเล่ม"),),
    outcomes=(Item("ยืมคืนตรวจสอบได้"),),
    recommendations=(Item("ทบทวนทุกปี"),),
    note="ดูแฟ้มพัสดุ",
)
UNREAD_MEASURE = Measure(
    id="measure-2", year_id=YEAR.id, rank="2", title="<b>&", timeline=Unread("ปีหน้ามั้ง")
)
ROUND_REPORT = RoundReport(
    id=RoundReport.key(MEASURE.id, 6),
    measure_id=MEASURE.id,
    month=6,
    reported=date(2026, 4, 1),
    status=Status.DONE,
    status_reason="-",
    results=(Item("ทำทะเบียนแล้ว"),),
    outputs=(Item("ทะเบียน"),),
    outcomes=(Item("พบของครบ"),),
    recommendations=(Item("เพิ่มผู้ตรวจ"),),
    note="รอบหกเดือน",
)
SETUP = DocumentSetup(
    id=DocumentSetup.of(YEAR.id, "report").id,
    year_id=YEAR.id,
    document="report",
    layout="result-status",
    digits=Digits.THAI,
    spare_codes=True,
    orientation=PageTurn.LANDSCAPE,
    table_size=TableSize.SMALLER,
    timeline_style=TimelineStyle.SHORT,
    cover=True,
    round=6,
    number="สร ๗๑๐๐๑/๑๕",
    dated=date(2026, 10, 5),
    signers=(Signer(PERSON.id, POSITION.id, "รักษาราชการแทน", "สมหญิง", "ผู้อำนวยการ"),),
    texts=(OwnText("introduction", "ตามที่ได้รับมอบหมาย"),),
)

FULL_RECORDS: tuple[Record, ...] = (
    OFFICE,
    DIVISION,
    POSITION,
    PERSON,
    YEAR,
    MEASURE,
    UNREAD_MEASURE,
    ROUND_REPORT,
    SETUP,
)
