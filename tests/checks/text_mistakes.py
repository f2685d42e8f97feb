"""Mistakes of one text, and every place of the sample office where a text may stand.

Each of ``IN_TEXT`` says which rule has to find it and what it has to name; each of ``PLACES`` puts
a text into the office.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from ita_desktop.model.layouts import own_column
from ita_desktop.model.records import (
    DocumentSetup,
    Evidence,
    IssueAnalysis,
    Measure,
    Office,
    OwnField,
    OwnWording,
    Position,
    Record,
    RoundReport,
    ScoreYear,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    FreeText,
    Item,
    Monitoring,
    Opinion,
    OrderRef,
    OwnText,
    OwnValue,
    Signer,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class TextMistake:
    """A text with one mistake: the rule, what stands there, and what is named wrong and right."""

    rule: str
    text: str
    wrong: str
    right: str


IN_TEXT = (
    TextMistake("misspelling", "ทบทวนมาตราฐานงานบริการ", "มาตราฐาน", "มาตรฐาน"),
    TextMistake("misspelt-name", "แจ้งเทศบาลตำบลศรีสำราณแล้ว", "ศรีสำราณ", "ศรีสำราญ"),
    TextMistake("misspelt-district", "ชาวอำเภอธานสวรรค์เข้าร่วม", "ธานสวรรค์", "ธารสวรรค์"),
    TextMistake("misspelt-province", "ในจังหวัดสุขสวัสดี มีผู้แทน", "สุขสวัสดี", "สุขสวัสดิ์"),
    TextMistake("other-agency-kind", "อบรมพนักงานส่วนตำบลทุกคน", "พนักงานส่วนตำบล", "พนักงานเทศบาล"),
    TextMistake(
        "own-kind",
        "แจ้งองค์การบริหารส่วนตำบลศรีสำราญทราบ",
        "องค์การบริหารส่วนตำบลศรีสำราญ",
        "เทศบาลตำบลศรีสำราญ",
    ),
    TextMistake("issuing-building", "ตามประกาศสำนักงานเทศบาลตำบลศรีสำราญ", "สำนักงาน", "หน่วยงาน"),
    TextMistake("era-missing", "จ่ายจากงบของปีงบประมาณ ๒๕๖๙", "ปีงบประมาณ ๒๕๖๙", "พ.ศ. ๒๕๖๙"),
    TextMistake("impossible-day", "ประชุมวันที่ ๓๑ เมษายน ๒๕๖๙ ครบองค์ประชุม", "๓๑ เมษายน", "๓๐"),
    TextMistake("impossible-day", "ประชุม ๓๑/๐๔/๒๕๖๙ ครบองค์ประชุม", "๓๑/๐๔/๒๕๖๙", "๓๐"),
    TextMistake("misspelt-month", "ประชุมวันที่ ๒๙ สี่นาคม ๒๕๖๙ แล้ว", "สี่นาคม", "มีนาคม"),
    TextMistake("misspelt-month", "ประชุมวันที่ ๙ กุมภาพัน ๒๕๖๙ แล้ว", "กุมภาพัน", "กุมภาพันธ์"),
    TextMistake("impossible-day", "ประชุมวันที่ 31/11/69 ครบองค์ประชุม", "31/11/69", "30"),
    TextMistake("misspelt-month", "ประชุมวันที่ ๕ มค. ๒๕๖๙ แล้ว", "มค.", "ม.ค."),
    TextMistake("impossible-year", "ประชุมวันที่ ๒๙ มีนาคม ๒๙๖๙ แล้ว", "๒๙๖๙", "๒๕๖๙"),
    TextMistake("impossible-year", "ประชุมวันที่ ๒๙ มีนาคม ๒๕๖ แล้ว", "๒๕๖", "๒๕๖๙"),
    TextMistake("misspelt-name", "ประชุมที่ ต.ศรีสำราณ อ.ธารสวรรค์", "ศรีสำราณ", "ศรีสำราญ"),
    TextMistake("impossible-year", "อบรมประจำปี พ.ศ. ๒๐๒๖ แล้ว", "พ.ศ. ๒๐๒๖", "๒๕๖๙"),
    TextMistake("end-before-start", "อบรมระหว่างวันที่ ๒๘ - ๓ มีนาคม ๒๕๖๙ แล้ว", "๒๘ - ๓", "ก่อน"),
    TextMistake("end-before-start", "ทำ ต.ค. ๖๙ - ก.ย. ๖๙ ครบทุกเดือน", "ต.ค. ๖๙ - ก.ย. ๖๙", "ก่อน"),
    TextMistake("spread-letters", "ส่งภายในเดือน ตุ ล า ค ม ทุกปี", "ตุ ล า ค ม", "ตุลาคม"),
    TextMistake("sign-in-word", "ประชา|ชนร่วมตรวจ", "|", "ประชาชน"),
    TextMistake("latin-in-word", "เชิญประชาชuร่วมตรวจ", "ประชาชu", "u"),
    TextMistake("latin-in-word", "มีผู้เข้าร่วม ๑o คน", "๑o", "o"),
    TextMistake("mixed-digits", "มีผู้เข้าร่วม ๑2๐ คน", "๑2๐", "๑๒๐"),
    TextMistake("mixed-digits", "อบรม ๒ ครั้ง รวม 75 คน", "75", "๗๕"),
    TextMistake("numbering-gap", "๑. วางแผน ๒. ลงมือทำ ๔. ติดตามผล", "๔", "๓"),
    TextMistake("announced-count", "มี ๕ ขั้นตอน ได้แก่ ๑. วางแผน ๒. ทำ ๓. ติดตาม", "๕ ขั้นตอน", "๓"),
    TextMistake("damaged-code", "แก้ไขตามข้อ ๐10 ของแบบตรวจ", "๐10", "O10"),
    TextMistake("damaged-code", "คะแนนแบบวัด IT ลดลง", "IT", "IIT"),
)
"""One mistake each. Years of a document's wording are told apart by rules of their own."""


def first(snapshot: Snapshot, kind: type[R]) -> R:
    return snapshot.of(kind)[0]


def _in(kind: type[Record], field: str, made: Callable[[str], Any] = str) -> Place:
    def put(snapshot: Snapshot, text: str) -> tuple[Record, ...]:
        record = first(snapshot, kind)
        return (dataclasses.replace(record, **{field: made(text)}),)

    return Place(f"{kind.TABLE}.{field}", put, field)


def _also(kind: type[Record], field: str) -> Place:
    """The text as one more item, below the last one of the list."""

    def put(snapshot: Snapshot, text: str) -> tuple[Record, ...]:
        record = first(snapshot, kind)
        held: tuple[Item, ...] = getattr(record, field)
        added = (*held, Item("สรุป", (Item("เรื่องแรก"), Item(text))))
        return (dataclasses.replace(record, **{field: added}),)

    return Place(f"{kind.TABLE}.{field} (ข้อย่อย)", put, field)


def of_setup(document: str, name: str) -> Place:
    def put(snapshot: Snapshot, text: str) -> tuple[Record, ...]:
        held = setup(snapshot, document)
        kept = tuple(one for one in held.texts if one.name != name)
        return (dataclasses.replace(held, texts=(*kept, OwnText(name, text))),)

    return Place(f"{document}: {name}", put, f"texts:{name}")


def _office_wide(name: str) -> Place:
    def put(_snapshot: Snapshot, text: str) -> tuple[Record, ...]:
        return (OwnWording(id=OwnWording.key(name), name=name, words=text),)

    return Place(f"ถ้อยคำของหน่วยงาน {name}", put, "words")


def _signing(document: str, field: str, made: Callable[[str], Any]) -> Place:
    def put(snapshot: Snapshot, text: str) -> tuple[Record, ...]:
        held = setup(snapshot, document)
        return (dataclasses.replace(held, **{field: (*getattr(held, field), made(text))}),)

    return Place(f"{document}.{field}", put, field)


def _own_value(snapshot: Snapshot, text: str) -> tuple[Record, ...]:
    field = OwnField(id="own", rank="1", label="งบประมาณ")
    measure = dataclasses.replace(first(snapshot, Measure), own=(OwnValue("own", text),))
    return field, measure


def setup(snapshot: Snapshot, document: str) -> DocumentSetup:
    """The set-up of a document in the sample's year."""
    [year] = snapshot.years
    fresh = DocumentSetup.of(year.id, document)
    return snapshot.get(DocumentSetup, fresh.id) or fresh


@dataclass(frozen=True)
class Place:
    """Where a text may stand: a name for it, how it gets there, and the field told of."""

    name: str
    put: Callable[[Snapshot, str], tuple[Record, ...]]
    field: str


PLACES = (
    _in(Measure, "title"),
    _in(Measure, "indicator"),
    _in(Measure, "issue"),
    _in(Measure, "note"),
    _in(Measure, "status_reason"),
    *(
        _also(Measure, name)
        for name in (
            *("sub_measures", "guideline", "steps", "results", "outputs", "outcomes"),
            "recommendations",
        )
    ),
    _in(Measure, "monitoring", lambda text: Monitoring((6, 12), note=text)),
    _in(Measure, "responsible", lambda text: (FreeText(text),)),
    _in(Measure, "responsible", lambda text: (OrderRef("๑๕๖/๒๕๖๘", text),)),
    _in(Measure, "responsible", lambda text: (OrderRef("๑๕๖/๒๕๖๘", "แต่งตั้งคณะทำงาน", text),)),
    Place("ช่องของหน่วยงาน", _own_value, own_column("own")),
    *(_also(RoundReport, name) for name in ("results", "outputs", "outcomes", "recommendations")),
    _in(RoundReport, "note"),
    _in(RoundReport, "status_reason"),
    _in(IssueAnalysis, "finding"),
    _in(IssueAnalysis, "advice"),
    _in(Evidence, "caption"),
    _in(ScoreYear, "note"),
    _in(ScoreYear, "place_among"),
    _in(Office, "address"),
    _in(Position, "title"),
    of_setup("plan", "plan.introduction"),
    of_setup("preface", "preface.body"),
    of_setup("memo", "memo.facts"),
    of_setup("memo", "memo.subject"),
    of_setup("announcement-measures", "announcement-measures.sections"),
    of_setup("announcement-intent", "announcement-intent.preamble"),
    of_setup("report", "report.cover"),
    _office_wide("report.introduction"),
    _office_wide("cover.title"),
    _office_wide("memo.closing"),
    _signing("report", "signers", lambda text: Signer(name="นายสมชาย รักดี", position=text)),
    _signing("memo", "opinions", lambda text: Opinion(Signer(position="พัสดุ"), title=text)),
)
