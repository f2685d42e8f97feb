"""What a table's layout is made of: columns, how lists are marked, what rows are gathered by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class ListStyle(Enum):
    """How the items of a list are marked: ``๑.`` and ``๑.๑``, a dash, or nothing."""

    NUMBER = "number"
    DASH = "dash"
    NONE = "none"

    @property
    def label(self) -> str:
        return {
            ListStyle.NUMBER: "เลขข้อ ๑. ๑.๑",
            ListStyle.DASH: "ขีด -",
            ListStyle.NONE: "ไม่มีเครื่องหมาย",
        }[self]


class Grouping(Enum):
    """What measures are gathered by."""

    NONE = "none"
    TOOL = "tool"
    INDICATOR = "indicator"
    """แบบวัด, then ตัวชี้วัด, then the measures numbered within it."""
    ISSUE = "issue"
    DIVISION = "division"
    """The first division responsible."""

    @property
    def label(self) -> str:
        return {
            Grouping.NONE: "ไม่จัดกลุ่ม",
            Grouping.TOOL: "แบบวัด",
            Grouping.INDICATOR: "แบบวัดและตัวชี้วัด",
            Grouping.ISSUE: "ประเด็น",
            Grouping.DIVISION: "สำนัก/กอง",
        }[self]


class GroupPlace(Enum):
    """Where the name of a group stands."""

    CELL = "cell"
    """Above the first measure of the group, inside the first text column."""
    BAND = "band"
    """On a row of its own over all columns."""
    TABLES = "tables"
    """As the caption over a table of the group's own."""

    @property
    def label(self) -> str:
        return {
            GroupPlace.CELL: "ในช่องแรกของกลุ่ม",
            GroupPlace.BAND: "แถวคั่นเต็มความกว้าง",
            GroupPlace.TABLES: "ชื่อเหนือตาราง แยกกลุ่มละตาราง",
        }[self]


class CellAlign(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"

    @property
    def label(self) -> str:
        return {
            CellAlign.LEFT: "ชิดซ้าย",
            CellAlign.CENTER: "กึ่งกลาง",
            CellAlign.RIGHT: "ชิดขวา",
        }[self]


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column of a table of measures.

    ``field`` names a field of the measure, a composed column, or a field of the office's own
    (:func:`own_column`). ``share`` is the column's part of the table's width, None lets the text
    decide; ``group`` is a heading merged over neighbouring columns that name the same one.
    """

    field: str
    heading: str
    share: float | None = None
    align: CellAlign = CellAlign.LEFT
    group: str = ""
    list_style: ListStyle | None = None
    """Overrides the layout's list style in this column."""
    merged: bool = False
    """Whether neighbouring rows that say the same share one cell."""


def moved_columns(
    columns: Sequence[LayoutColumn], places: Sequence[int], before: int
) -> tuple[LayoutColumn, ...]:
    """The columns with those at ``places``, in their order, put before the one at ``before``."""
    held = [columns[place] for place in places]
    ahead = [one for at, one in enumerate(columns) if at < before and at not in places]
    behind = [one for at, one in enumerate(columns) if at >= before and at not in places]
    return (*ahead, *held, *behind)


_OWN = "own:"


def own_column(field_id: str) -> str:
    """The name by which a column shows a field that the office added itself."""
    return f"{_OWN}{field_id}"


def own_field_id(column: str) -> str:
    """The id of the office's own field that a column shows; empty for a declared one."""
    return column.removeprefix(_OWN) if column.startswith(_OWN) else ""
