"""A layout looked at before it is used: its document printed in it, its heading drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import sqrt
from types import MappingProxyType

from ita_desktop.documents.blocks import ListBlock, Paragraph
from ita_desktop.documents.build import setup_of
from ita_desktop.documents.columns import Place, cell_of
from ita_desktop.documents.context import Context
from ita_desktop.documents.layouts import Layout
from ita_desktop.model.edits import added
from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.model.records import Measure, OwnField, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    FreeText,
    Monitoring,
    OwnContent,
    OwnKind,
    OwnValue,
    Status,
    Tool,
    plain_items,
)
from ita_desktop.session.papers.layouts import as_layout_says
from ita_desktop.session.papers.rendering import Request
from ita_desktop.session.session import Session
from ita_desktop.thai.dates import BUDDHIST_OFFSET
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.timelines import Timeline, TimePoint

_LOOKED_AT = 24
"""Measures that decide how wide the drawing shows a column."""
_LEAST_WEIGHT = 3.0
_LEAST_SHARE = 0.03


def trial_request(session: Session, year: YearWork, layout: Layout) -> Request:
    """What to render to see the document of that year in a layout, without its cover.

    The set-up in the file stays as it is. Where the year has no measures yet, made-up ones stand in
    (see :func:`stands_in`).
    """
    snapshot = _with_measures(session.snapshot, year)
    setup = as_layout_says(setup_of(snapshot, year, layout.document), layout)
    setup = dataclasses.replace(setup, cover=False)
    return Request(snapshot, year, layout.document, setup, session.changed)


def stands_in(snapshot: Snapshot, year: YearWork) -> bool:
    """Whether made-up measures stand in because the year has none yet."""
    return not snapshot.measures(year.id)


def drawn_shares(snapshot: Snapshot, year: YearWork, layout: Layout) -> tuple[float, ...]:
    """About how wide each column becomes, as parts of 1: for a drawing, not for the paper."""
    if not layout.columns:
        return ()
    given = [column.share for column in layout.columns]
    fixed = sum(share for share in given if share is not None)
    auto = [at for at, share in enumerate(given) if share is None]
    if not auto:
        return tuple((share or 0.0) / fixed if fixed else 1 / len(given) for share in given)
    factor = min(1.0, (1.0 - max(0.1, _LEAST_SHARE * len(auto))) / fixed) if fixed else 0.0
    weights = _weights(_with_measures(snapshot, year), year, layout)
    whole = sum(weights[at] for at in auto)
    rest = 1.0 - fixed * factor
    return tuple(
        rest * weights[at] / whole if share is None else share * factor
        for at, share in enumerate(given)
    )


def width_words(columns: Sequence[LayoutColumn]) -> tuple[str, bool]:
    """What the widths given by hand come to, and whether that is worth a look."""
    given = [round(column.share * 100) for column in columns if column.share is not None]
    auto, whole = len(columns) - len(given), sum(given)
    if not columns:
        return "", False
    if not given:
        return "ทุกคอลัมน์กว้างตามข้อความ โปรแกรมจัดให้ตารางเตี้ยที่สุด", False
    told = f"กำหนดเองรวม {whole}%"
    if auto and whole <= 100 - max(10, 3 * auto):
        return to_thai(f"{told} เหลือ {100 - whole}% แบ่งให้อีก {auto} คอลัมน์ตามข้อความ"), False
    if auto:
        return to_thai(f"{told} เหลือที่ให้อีก {auto} คอลัมน์น้อยเกินไป โปรแกรมจะย่อส่วนที่กำหนด"), True
    if whole == 100:
        return to_thai(f"{told} เต็มหน้าพอดี"), False
    return to_thai(f"{told} โปรแกรมจะ{'ย่อ' if whole > 100 else 'ขยาย'}ทุกคอลัมน์ตามส่วนให้เต็มหน้า"), True


def _weights(snapshot: Snapshot, year: YearWork, layout: Layout) -> tuple[float, ...]:
    setup = as_layout_says(setup_of(snapshot, year, layout.document), layout)
    context = Context(snapshot, year, setup, layout)
    measures = context.measures[:_LOOKED_AT]
    weights: list[float] = []
    for column in layout.columns:
        places = (Place(context, one, number, column) for number, one in enumerate(measures, 1))
        letters = [sum(map(_letters, cell_of(place).content)) for place in places]
        usual = sum(letters) / len(letters)
        weights.append(max(_LEAST_WEIGHT, sqrt(usual), sqrt(len(column.heading))))
    return tuple(weights)


def _letters(block: Paragraph | ListBlock) -> int:
    if isinstance(block, Paragraph):
        return sum(len(run.text) for run in block.text)
    return sum(len(run.text) for item in block.items for run in item.text)


def _with_measures(snapshot: Snapshot, year: YearWork) -> Snapshot:
    if not stands_in(snapshot, year):
        return snapshot
    whole_year = TimePoint(year.action_year - BUDDHIST_OFFSET)
    own = tuple(OwnValue(one.id, _OWN[one.kind]) for one in snapshot.of(OwnField))
    made = (
        Measure(
            id=f"made-up-{number}",
            year_id=year.id,
            rank=str(number),
            title=title,
            tool=tool,
            indicator=indicator,
            issue=issue,
            guideline=plain_items("กำหนดแนวปฏิบัติและแจ้งเวียนให้ทราบทั่วกัน"),
            steps=plain_items("แต่งตั้งผู้รับผิดชอบ", "ดำเนินการตามแผน", "สรุปและรายงานผล"),
            responsible=(FreeText("สำนักปลัด"),),
            timeline=Timeline(whole_year, whole_year),
            monitoring=Monitoring((6, 12)),
            status=Status.DONE,
            results=plain_items("ดำเนินการครบตามขั้นตอน", "รายงานผลต่อผู้บริหารแล้ว"),
            outputs=plain_items("แนวปฏิบัติ ๑ ฉบับ"),
            outcomes=plain_items("เจ้าหน้าที่ปฏิบัติเป็นแนวทางเดียวกัน"),
            recommendations=plain_items("ทบทวนแนวปฏิบัติปีละครั้ง"),
            note="ตัวอย่าง",
            own=own,
        )
        for number, (title, tool, indicator, issue) in enumerate(_MADE_UP, 1)
    )
    return snapshot.after(added("", *made))


_OWN: Mapping[OwnKind, OwnContent] = MappingProxyType(
    {
        OwnKind.TEXT: "ตัวอย่าง",
        OwnKind.ITEMS: plain_items("ตัวอย่างข้อแรก", "ตัวอย่างข้อถัดไป"),
        OwnKind.NUMBER: Decimal(50000),
        OwnKind.DATE: date(2026, 1, 5),
    }
)
_MADE_UP = (
    (
        "มาตรการตัวอย่างที่หนึ่ง เช่น การควบคุมการใช้รถยนต์ส่วนกลาง",
        Tool.IIT,
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ",
        "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
    ),
    (
        "มาตรการตัวอย่างที่สอง เช่น การปรับปรุงช่องทางร้องเรียน",
        Tool.EIT,
        "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน",
        "กระบวนการปรับปรุงระบบการทำงาน",
    ),
)
