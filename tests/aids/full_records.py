"""A made-up office with every field of every kind of record filled: what a file can hold."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

from ita_desktop.model.layouts import CellAlign, Grouping, GroupPlace, LayoutColumn, ListStyle
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Comment,
    Division,
    DocumentSetup,
    Evidence,
    Indicator,
    Issue,
    IssueAnalysis,
    LeftFinding,
    Level,
    Measure,
    Office,
    OwnField,
    OwnLayout,
    OwnWording,
    Person,
    Position,
    Record,
    ReportingRound,
    RequiredElement,
    RoundReport,
    Score,
    ScoreYear,
    SentCopy,
    SignedCopy,
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
    MemoBody,
    Monitoring,
    Opinion,
    OrderRef,
    OwnKind,
    OwnText,
    OwnValue,
    PageTurn,
    PaperKind,
    PersonRef,
    PicturesPerPage,
    PositionRef,
    Signer,
    Status,
    TableSize,
    Tool,
    Urgency,
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
    digits=Digits.ARABIC,
    garuda=PICTURE_SHA256,
    seal=PICTURE_SHA256,
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
OWN_FIELDS = (
    OwnField(id="own-1", rank="1", label="งบประมาณ", kind=OwnKind.NUMBER, hint="บาท"),
    OwnField(id="own-2", rank="2", label="วันอนุมัติ", kind=OwnKind.DATE, hint="ตามคำสั่ง"),
    OwnField(id="own-3", rank="3", label="พื้นที่", kind=OwnKind.TEXT, hint="หมู่ที่"),
    OwnField(id="own-4", rank="4", label="ผู้เข้าร่วม", kind=OwnKind.ITEMS, hint="กลุ่ม"),
)
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
    own=(
        OwnValue("own-1", Decimal("1250000.00")),
        OwnValue("own-2", date(2025, 10, 1)),
        OwnValue("own-3", "หมู่ที่ ๓"),
        OwnValue("own-4", (Item("ผู้นำชุมชน", (Item("ชาย"), Item("หญิง"))), Item("อสม."))),
    ),
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
    reporters=(DivisionRef(DIVISION.id),),
)
ROUND = ReportingRound(
    id=ReportingRound.of(YEAR.id, 9).id,
    year_id=YEAR.id,
    month=9,
    used=True,
    days=10,
    due=date(2026, 7, 10),
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
    division_id=DIVISION.id,
    memo_body=MemoBody.FREE,
    signers=(Signer(PERSON.id, POSITION.id, "รักษาราชการแทน", "สมหญิง", "ผู้อำนวยการ"),),
    opinions=(
        Opinion(Signer(PERSON.id, POSITION.id), "ความเห็นผู้อำนวยการ", 2),
        Opinion(Signer(position="ปลัด"), lines=0),
    ),
    pictures_per_page=PicturesPerPage.FOUR,
    parts=("memo", "report"),
    texts=(OwnText("introduction", "ตามที่ได้รับมอบหมาย"),),
)

EVIDENCE = Evidence(
    id="evidence-1",
    year_id=YEAR.id,
    rank="1",
    picture=PICTURE_SHA256,
    caption="ตรวจนับพัสดุ",
    measure_id=MEASURE.id,
)
SCORES = (
    ScoreYear(
        id=ScoreYear.of(2568).id,
        year=2568,
        level="ผ่าน",
        place="๑๒",
        place_among="อบต.",
        note="ประกาศแล้ว",
    ),
    Score.of(2568, "total", Decimal("86.17")),
    Score.of(2568, "indicator-6.2"),
)
ANALYSIS = IssueAnalysis(
    id=IssueAnalysis.of(YEAR.id, 2).id,
    year_id=YEAR.id,
    issue=2,
    urgency=Urgency.URGENT,
    lowest=(Reference(ReferenceKind.EIT_QUESTION, "9", 2568), UnreadReference("๐๑๙")),
    finding="ไม่เคยใช้",
    advice="สอนใช้",
)
CATALOGUE = (
    CatalogueYear(
        id=CatalogueYear.key(2568),
        year=2568,
        plan_item="O27",
        report_item="O28",
        iit_complete=True,
        eit_complete=True,
        oit_complete=True,
        source="คู่มือ",
        certain=True,
    ),
    Indicator(
        id=Indicator.key(2568, 4),
        year=2568,
        number=4,
        name="การใช้ทรัพย์สินของราชการ",
        tool=Tool.EIT,
        source="คู่มือ",
        certain=True,
    ),
    CatalogueItem(
        id=CatalogueItem.key(2568, "I10"),
        year=2568,
        code="I10",
        words="ขอยืมถูกต้อง",
        sub_items=(Item("ยืม"), Item("คืน")),
        indicator=4,
        sub_indicator="4.1",
        finding="ยืมด้วยวาจา",
        advice="ทำทะเบียน",
        source="คู่มือ",
        certain=True,
    ),
    Issue(
        id=Issue.key(2568, 4),
        year=2568,
        number=4,
        title="การใช้ทรัพย์สิน",
        codes=(Reference(ReferenceKind.IIT_QUESTION, "10", 2568),),
        source="คู่มือ",
        certain=True,
    ),
    Level(
        id=Level.key(2568, 1),
        year=2568,
        order=1,
        name="ผ่านดี",
        least=Decimal(85),
        least_tools=Decimal("85.00"),
        eit_parts=True,
        source="คู่มือ",
        certain=True,
    ),
    RequiredElement(
        id=RequiredElement.key(2568, PaperKind.REPORT, "results"),
        year=2568,
        slug="results",
        paper=PaperKind.REPORT,
        words="สรุปผล",
        source="คู่มือ",
        certain=True,
    ),
)
WORDING = OwnWording(
    id=OwnWording.key("report.title"), name="report.title", words="รายงานของ{agency}"
)
LAYOUT = OwnLayout(
    id="layout-1",
    rank="1",
    title="มีงบประมาณ",
    document="plan",
    columns=(
        LayoutColumn("measure", "มาตรการ", 0.4, merged=True),
        LayoutColumn(
            "own:own-1", "ปี ๒๕๖๙", align=CellAlign.RIGHT, group="งบ", list_style=ListStyle.DASH
        ),
    ),
    grouping=Grouping.ISSUE,
    group_place=GroupPlace.BAND,
    list_style=ListStyle.DASH,
    digits=Digits.ARABIC,
    orientation=PageTurn.PORTRAIT,
    timeline_style=TimelineStyle.FULL,
)
SIGNED = SignedCopy(
    id="signed-1",
    year_id=YEAR.id,
    document="report",
    signed=date(2026, 10, 6),
    number="สร ๗๑๐๐๑/๑๖",
    pdf=PICTURE_SHA256,
    said=PICTURE_SHA256,
    scan=PICTURE_SHA256,
    note="นายกลงนาม",
)
COMMENT = Comment(
    id="comment-1",
    about="measure",
    about_id=MEASURE.id,
    field="results",
    author="นายสุชาติ ตรวจงาน",
    written=date(2026, 9, 30),
    words="โปรดระบุจำนวนผู้เข้าร่วม",
    answer="เพิ่มแล้ว",
    settled=True,
)
LEFT = LeftFinding(
    id=LeftFinding.key("era-missing", MEASURE.id, "results", "ขาด พ.ศ."),
    rule="era-missing",
    about_id=MEASURE.id,
    field="results",
    problem="ขาด พ.ศ.",
    reason="เป็นชื่อโครงการตามต้นฉบับ",
    who="นางอรุณี มั่นคง",
    left=date(2026, 9, 30),
)
SENT = SentCopy(
    id="sent-1",
    sent=date(2026, 9, 29),
    receiver="ปลัดเทศบาล",
    file_name="สำเนา.itadb",
    fingerprint="ab" * 32,
    state=PICTURE_SHA256,
)

FULL_RECORDS: tuple[Record, ...] = (
    OFFICE,
    DIVISION,
    POSITION,
    PERSON,
    YEAR,
    *OWN_FIELDS,
    MEASURE,
    UNREAD_MEASURE,
    ROUND,
    ROUND_REPORT,
    EVIDENCE,
    *SCORES,
    ANALYSIS,
    *CATALOGUE,
    SETUP,
    WORDING,
    LAYOUT,
    SIGNED,
    COMMENT,
    LEFT,
    SENT,
)
