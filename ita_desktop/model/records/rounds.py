"""รอบการรายงาน: which rounds a year's work has, and what was reported of each measure in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ita_desktop.model.fields import (
    choice,
    day,
    flag,
    integer,
    items,
    link,
    long_text,
    responsible,
)
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.records.record import Record
from ita_desktop.model.values import Items, Responsible, Status

USUAL_DAYS = 15
"""Days after the end of a round within which results are usually asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingRound(Record):
    """รอบการรายงาน after so many months of the action year, and until when results are due.

    A day given in ``due`` wins over the number of days after the end of the round.
    """

    TABLE: ClassVar[str] = "reporting_round"
    TITLE: ClassVar[str] = "รอบการรายงาน"

    year_id: Id = link("งานประจำปี", "year_work", shown=False)
    month: int = integer("รอบ (เดือน)")
    used: bool = flag("ใช้รอบนี้")
    days: int = integer("ส่งผลภายในกี่วันหลังสิ้นรอบ", USUAL_DAYS)
    due: date | None = day("กำหนดส่งผล", hint="เว้นว่างไว้ นับวันหลังสิ้นรอบให้")

    @staticmethod
    def of(year_id: Id, month: int) -> ReportingRound:
        """An untouched round: those after half the year and at its end are used."""
        return ReportingRound(
            id=key_id("reporting-round", year_id, month),
            year_id=year_id,
            month=month,
            used=month in (6, 12),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReport(Record):
    """รายงานผลรายรอบ of one measure after so many months of the action year."""

    TABLE: ClassVar[str] = "round_report"
    TITLE: ClassVar[str] = "รายงานผลรายรอบ"

    measure_id: Id = link("มาตรการ", "measure", shown=False)
    month: int = integer("รอบ (เดือน)")
    reported: date | None = day("วันที่รายงาน")
    status: Status | None = choice("สถานะ", Status)
    status_reason: str = long_text("เหตุผลที่ไม่สามารถดำเนินการได้")
    results: Items = items("ผลการดำเนินการ")
    outputs: Items = items("ผลผลิต")
    outcomes: Items = items("ผลลัพธ์หรือความสำเร็จ")
    recommendations: Items = items("ข้อเสนอแนะ")
    note: str = long_text("หมายเหตุ")
    reporters: tuple[Responsible, ...] = responsible(
        "ผู้ส่งรายงาน", hint="เว้นว่างไว้ ถือว่าส่งครบทุกสำนัก/กองที่รับผิดชอบ"
    )

    @staticmethod
    def key(measure_id: Id, month: int) -> Id:
        """The id of a measure's report of one round."""
        return key_id("round", measure_id, month)

    @staticmethod
    def of(measure_id: Id, month: int) -> RoundReport:
        """A report in which nothing stands yet."""
        return RoundReport(
            id=RoundReport.key(measure_id, month), measure_id=measure_id, month=month
        )
