"""Which column of a pasted table fills which field of a measure, told by its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ita_desktop.documents.layouts import LAYOUTS
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.records import Measure
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.text import fold

CANNOT = "outcome-cannot"
"""A column of reports: why the measure could not be done; its words set the status too."""

DONE = "outcome-done"
"""A column of reports: what a measure that is done has brought; its words set the status too."""

_KINDS = (
    *(Kind.TEXT, Kind.LONG_TEXT, Kind.ITEMS, Kind.TIMELINE),
    *(Kind.RESPONSIBLE, Kind.REFERENCES, Kind.CHOICE),
    *(Kind.NUMBER, Kind.DATE),
)
Own: TypeAlias = tuple[Field, ...]
"""Fields the office added itself: columns may fill them too."""

# Words that headings of reports use for a field, beside its own label; the first that fits wins.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("ลำดับ", "ข้อที่", "ที่")),
    (CANNOT, ("ไม่สามารถดำเนินการได้",)),
    (DONE, ("ดำเนินการแล้วเสร็จ",)),
    ("status_reason", ("เหตุผล", "สาเหตุ")),
    ("responsible", ("ผู้รับผิดชอบ", "ที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "ส่วนงาน")),
    ("timeline", ("ระยะเวลา", "ช่วงเวลา", "กำหนดเวลา")),
    ("recommendations", ("ข้อเสนอแนะ", "ปัญหาอุปสรรค", "ปัญหา/อุปสรรค")),
    ("outcomes", ("ผลลัพธ์", "ความสำเร็จ")),
    ("outputs", ("ผลผลิต",)),
    ("results", ("ผลการดำเนินการ", "ผลการดำเนินงาน", "สรุปผล", "ผลการปฏิบัติ", "รายละเอียด")),
    ("status", ("สถานะ",)),
    ("sub_measures", ("มาตรการย่อย", "กิจกรรมย่อย")),
    ("steps", ("ขั้นตอน", "วิธีการ", "วิธีดำเนินการ")),
    ("references", ("อ้างอิง", "รหัส")),
    ("indicator", ("ตัวชี้วัด",)),
    ("issue", ("ประเด็น",)),
    ("tool", ("แบบวัด",)),
    ("note", ("หมายเหตุ",)),
    ("title", ("มาตรการ", "โครงการ", "กิจกรรม", "ชื่อ")),
    ("guideline", ("แนวทาง",)),
)
_COMPOSED = {"number": "", "measure": "title", "numbered-measure": "title"}
_LONGEST_HEADING = 70
_MOST_HEADING_ROWS = 3


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can fill: a field by its name, or CANNOT or DONE; "" leaves the column out."""

    name: str
    label: str


def pasted_fields(own: Own = ()) -> tuple[Field, ...]:
    """The fields of a measure that a pasted column can fill."""
    return tuple(one for one in (*fields_of(Measure), *own) if one.shown and one.kind in _KINDS)


def targets(own: Own = ()) -> tuple[Target, ...]:
    """Everything a column can fill, in form order, leaving out first."""
    return (
        Target("", "ไม่ใช้คอลัมน์นี้"),
        *(Target(one.name, one.label) for one in pasted_fields(own)),
        Target(CANNOT, "ไม่สามารถดำเนินการได้ (เหตุผล)"),
        Target(DONE, "ดำเนินการแล้วเสร็จ (ผลลัพธ์)"),
    )


def heading_rows(rows: Sequence[Sequence[str]], own: Own = ()) -> int:
    """How many rows at the top are headings: those in which most cells are known headings."""
    count = 0
    for row in rows[: min(_MOST_HEADING_ROWS, len(rows) - 1)]:
        cells = [cell for cell in row if cell]
        known = [cell for cell in cells if _is_heading(cell, own)]
        if not cells or len(known) * 2 < len(cells) or (count and len(known) < len(cells)):
            break
        count += 1
    return count


def matched_columns(rows: Sequence[Sequence[str]], headings: int, own: Own = ()) -> tuple[str, ...]:
    """For each column the field it most likely fills, or "" for none; no field twice.

    ``headings`` is how many of the rows are headings. Without any the longest column of words is
    taken for titles.
    """
    width = len(rows[0]) if rows else 0
    if not headings:
        return _without_headings(rows, width)
    taken: list[str] = []
    for column in range(width):
        cells = [rows[at][column] for at in range(headings) if rows[at][column]]
        found = ""
        for words in (*cells[::-1], " ".join(cells)):
            found = found or _matched(words, taken, own)
        taken.append(found)
    return tuple(taken)


def _without_headings(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    worded = [at for at in range(width) if sum(len(row[at]) > 6 for row in rows) * 2 >= len(rows)]
    first = worded[0] if worded else 0
    return tuple("title" if at == first else "" for at in range(width))


def _matched(heading: str, taken: Sequence[str], own: Own) -> str:
    words = _plain(heading)
    if not words:
        return ""
    known = _known(own)
    exact = known.get(words)
    if exact is None and (near := nearest(words, known, limit=0.2)):
        exact = known[near]
    if exact is not None and exact not in taken:
        return exact
    for name, parts in _WORDS:
        # Short words such as ที่ are a heading only where they stand alone.
        if any(_plain(one) == words or (len(one) > 4 and _plain(one) in words) for one in parts):
            if not name:
                return ""
            if name not in taken:
                return name
    return ""


def _is_heading(cell: str, own: Own) -> bool:
    if len(cell) > _LONGEST_HEADING:
        return False
    words = _plain(cell)
    parts = {_plain(part) for _, together in _WORDS for part in together}
    known = (*_known(own), *parts)
    return bool(words) and (words in parts or bool(nearest(words, known, limit=0.3)))


@lru_cache(maxsize=8)
def _known(own: Own) -> dict[str, str]:
    """Every heading known word for word, with the field it stands for."""
    found: dict[str, str] = {}
    for layout in LAYOUTS:
        for column in layout.columns:
            found[_plain(column.heading)] = _COMPOSED.get(column.field, column.field)
    found.update({_plain(one.label): one.name for one in pasted_fields(own)})
    return found


def _plain(heading: str) -> str:
    """A heading folded, spaces and strokes gone: ``มาตรการ / โครงการ`` is ``มาตรการ/โครงการ``."""
    return fold(heading).replace(" ", "").replace(":", "")
