"""Table layouts are data: which columns a table has, in which order, under which headings.

The headings of the built-in layouts are those printed by local governments word for word. A column
names a field of the measure, or one of the composed columns of :mod:`.columns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.documents.blocks import Align, Orientation
from ita_desktop.thai.timeline_styles import TimelineStyle


class ListStyle(Enum):
    """How the items of a list are marked: ``๑.`` and ``๑.๑``, a dash, or nothing."""

    NUMBER = "number"
    DASH = "dash"
    NONE = "none"


class Grouping(Enum):
    """What measures are gathered by inside the first text column."""

    NONE = "none"
    INDICATOR = "indicator"
    """แบบวัด, then ตัวชี้วัด, then the measures numbered within it."""


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column. ``share`` None lets the text decide; ``group`` is a heading merged over several
    neighbouring columns that name the same one."""

    field: str
    heading: str
    share: float | None = None
    align: Align = Align.LEFT
    group: str = ""
    list_style: ListStyle | None = None
    """Overrides the layout's list style in this column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """แบบตาราง. ``document`` is the id of the document it belongs to."""

    id: str
    title: str
    document: str
    columns: tuple[LayoutColumn, ...]
    grouping: Grouping = Grouping.NONE
    list_style: ListStyle = ListStyle.NUMBER
    orientation: Orientation = Orientation.LANDSCAPE
    timeline_style: TimelineStyle = TimelineStyle.SHORT


RESULT_STATUS = Layout(
    id="result-status",
    title="แยกตามสถานะ (ดำเนินการได้ / ไม่ได้)",
    document="report",
    columns=(
        LayoutColumn("number", "ลำดับที่", align=Align.CENTER),
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
        LayoutColumn("timeline", "ระยะเวลาในการดำเนินการ", align=Align.CENTER),
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
        LayoutColumn("timeline", "ระยะเวลาดำเนินการ", align=Align.CENTER),
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
        LayoutColumn("timeline", "ระยะเวลาดำเนินการ", align=Align.CENTER),
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
        LayoutColumn("timeline", "ระยะเวลาการดำเนินงาน", align=Align.CENTER),
        LayoutColumn("outputs", "ผลผลิต", group="ผลการดำเนินการ", list_style=ListStyle.DASH),
        LayoutColumn("outcomes", "ผลลัพธ์", group="ผลการดำเนินการ", list_style=ListStyle.DASH),
        LayoutColumn("note", "หมายเหตุ"),
    ),
    timeline_style=TimelineStyle.FULL,
)

LAYOUTS: tuple[Layout, ...] = (RESULT_STATUS, RESULT_SUGGESTION, RESULT_OUTCOME, RESULT_OUTPUT)
"""The built-in layouts. Adding one is adding it here."""


def layouts_of(document: str) -> tuple[Layout, ...]:
    """The layouts a document can be printed in; the first is its default."""
    return tuple(layout for layout in LAYOUTS if layout.document == document)
