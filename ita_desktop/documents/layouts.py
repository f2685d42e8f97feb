"""Table layouts are data: which columns a table has, in which order, under which headings.

The headings of the built-in layouts are those printed by local governments word for word. A column
names a field of the measure, a field of the office's own, or a composed column of :mod:`.columns`.
An office's own layouts (:class:`~ita_desktop.model.records.OwnLayout`) stand beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import Orientation
from ita_desktop.model.layouts import CellAlign, Grouping, GroupPlace, LayoutColumn, ListStyle
from ita_desktop.model.records import OwnLayout
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import PageTurn
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timeline_styles import TimelineStyle


@dataclass(frozen=True, slots=True)
class Layout:
    """แบบตาราง. ``document`` is the id of the document it belongs to; ``digits`` None leaves the
    kind of digits to the document."""

    id: str
    title: str
    document: str
    columns: tuple[LayoutColumn, ...]
    grouping: Grouping = Grouping.NONE
    group_place: GroupPlace = GroupPlace.CELL
    list_style: ListStyle = ListStyle.NUMBER
    digits: Digits | None = None
    orientation: Orientation = Orientation.LANDSCAPE
    timeline_style: TimelineStyle = TimelineStyle.SHORT


PLAN_BY_ISSUE = Layout(
    id="plan-by-issue",
    title="แยกตามประเด็น ประเด็นละตาราง",
    document="plan",
    columns=(
        LayoutColumn("issue", "ประเด็นที่ต้องยกระดับผลการประเมิน", merged=True),
        LayoutColumn("measure", "มาตรการ โครงการหรือกิจกรรม"),
        LayoutColumn("steps", "ขั้นตอนหรือวิธีการปฏิบัติ", list_style=ListStyle.DASH),
        LayoutColumn("timeline", "ช่วงระยะเวลาในการดำเนินการ", align=CellAlign.CENTER),
        LayoutColumn("responsible", "ผู้รับผิดชอบ", list_style=ListStyle.NONE),
    ),
    grouping=Grouping.ISSUE,
    group_place=GroupPlace.TABLES,
    orientation=Orientation.PORTRAIT,
    timeline_style=TimelineStyle.FULL_DAYS,
)

PLAN_MONITORING = Layout(
    id="plan-monitoring",
    title="มีแนวทางและการกำกับติดตาม",
    document="plan",
    columns=(
        LayoutColumn("measure", "มาตรการ"),
        LayoutColumn("guideline", "แนวทางการปฏิบัติ", list_style=ListStyle.DASH),
        LayoutColumn("steps", "ขั้นตอน/วิธีการปฏิบัติ"),
        LayoutColumn("responsible", "ผู้รับผิดชอบ", list_style=ListStyle.NONE),
        LayoutColumn("monitoring", "การกำกับติดตาม", list_style=ListStyle.DASH),
    ),
)

RESULT_STATUS = Layout(
    id="result-status",
    title="แยกตามสถานะ (ดำเนินการได้ / ไม่ได้)",
    document="report",
    columns=(
        LayoutColumn("number", "ลำดับที่", align=CellAlign.CENTER),
        LayoutColumn("measure", "มาตรการ / โครงการ / กิจกรรม ที่ดำเนินการ"),
        LayoutColumn(
            "outcome-cannot",
            "ไม่สามารถดำเนินการได้",
            group="ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
        ),
        LayoutColumn(
            "outcome-done",
            "ดำเนินการแล้วเสร็จ",
            group="ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
        ),
        LayoutColumn("results", "สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม"),
        LayoutColumn("timeline", "ระยะเวลาในการดำเนินการ", align=CellAlign.CENTER),
    ),
    timeline_style=TimelineStyle.FULL,
)

RESULT_SUGGESTION = Layout(
    id="result-suggestion",
    title="มีข้อเสนอแนะ จัดกลุ่มตามตัวชี้วัด",
    document="report",
    columns=(
        LayoutColumn("numbered-measure", "มาตรการ/แนวทาง"),
        LayoutColumn("steps", "วิธีการดำเนินการ"),
        LayoutColumn("responsible", "ผู้รับผิดชอบ", list_style=ListStyle.DASH),
        LayoutColumn("timeline", "ระยะเวลาดำเนินการ", align=CellAlign.CENTER),
        LayoutColumn("results", "ผลการดำเนินการ"),
        LayoutColumn("recommendations", "ข้อเสนอแนะ"),
    ),
    grouping=Grouping.INDICATOR,
    timeline_style=TimelineStyle.FULL,
)

RESULT_OUTCOME = Layout(
    id="result-outcome",
    title="วิธีดำเนินการ ผล และผลลัพธ์",
    document="report",
    columns=(
        LayoutColumn("numbered-measure", "มาตรการ โครงการ หรือกิจกรรม"),
        LayoutColumn("steps", "วิธีดำเนินการ"),
        LayoutColumn("timeline", "ระยะเวลาดำเนินการ", align=CellAlign.CENTER),
        LayoutColumn("responsible", "ผู้รับผิดชอบ"),
        LayoutColumn("results", "ผลการดำเนินการ"),
        LayoutColumn("outcomes", "ผลลัพธ์หรือความสำเร็จของการดำเนินการ"),
    ),
)

RESULT_OUTPUT = Layout(
    id="result-output",
    title="ผลผลิตและผลลัพธ์",
    document="report",
    columns=(
        LayoutColumn("measure", "มาตรการ"),
        LayoutColumn("results", "รายละเอียดการดำเนินงาน", list_style=ListStyle.DASH),
        LayoutColumn("timeline", "ระยะเวลาการดำเนินงาน", align=CellAlign.CENTER),
        LayoutColumn("outputs", "ผลผลิต", group="ผลการดำเนินการ", list_style=ListStyle.DASH),
        LayoutColumn("outcomes", "ผลลัพธ์", group="ผลการดำเนินการ", list_style=ListStyle.DASH),
        LayoutColumn("note", "หมายเหตุ"),
    ),
    timeline_style=TimelineStyle.FULL,
)

LAYOUTS: tuple[Layout, ...] = (
    PLAN_BY_ISSUE,
    PLAN_MONITORING,
    RESULT_STATUS,
    RESULT_SUGGESTION,
    RESULT_OUTCOME,
    RESULT_OUTPUT,
)
"""The built-in layouts. Adding one is adding it here."""


def built_in_layouts(document: str) -> tuple[Layout, ...]:
    """The layouts that every office can print a document in; the first is its default."""
    return tuple(layout for layout in LAYOUTS if layout.document == document)


def layouts_in(snapshot: Snapshot, document: str) -> tuple[Layout, ...]:
    """The layouts this office can print a document in: the built-in ones, then its own."""
    own = (one for one in snapshot.of(OwnLayout) if one.document == document)
    return (*built_in_layouts(document), *(own_layout(one) for one in own))


def own_layout(record: OwnLayout) -> Layout:
    """An office's own layout as a layout."""
    landscape = record.orientation is PageTurn.LANDSCAPE
    return Layout(
        id=record.id,
        title=record.title,
        document=record.document,
        columns=record.columns,
        grouping=record.grouping,
        group_place=record.group_place,
        list_style=record.list_style,
        digits=record.digits,
        orientation=Orientation.LANDSCAPE if landscape else Orientation.PORTRAIT,
        timeline_style=record.timeline_style,
    )
