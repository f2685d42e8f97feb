"""Which column of a pasted table fills which field of a measure, told by its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ita_desktop.documents.layouts import LAYOUTS
from ita_desktop.exchange.tables import Table
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.records import Measure
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.text import fold

CANNOT = "outcome-cannot"
"""A column of reports: why the measure could not be done; its words set the status too."""

NUMBER = "number"
"""A column of numbers: the program counts itself, so that nothing of it is lost."""

DONE = "outcome-done"
"""A column of reports: what a measure that is done has brought; its words set the status too."""

_KINDS = (
    *(Kind.TEXT, Kind.LONG_TEXT, Kind.ITEMS, Kind.TIMELINE),
    *(Kind.RESPONSIBLE, Kind.REFERENCES, Kind.CHOICE),
    *(Kind.NUMBER, Kind.DATE, Kind.MONITORING),
)
Own: TypeAlias = tuple[Field, ...]
"""Fields the office added itself: columns may fill them too."""

# Words that headings of reports use for a field, beside its own label; the first that fits wins.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (NUMBER, ("ลำดับ", "ข้อที่", "ที่", "ข้อ", "เลขที่")),
    (CANNOT, ("ไม่สามารถดำเนินการได้",)),
    (DONE, ("ดำเนินการแล้วเสร็จ",)),
    ("status_reason", ("เหตุผล", "สาเหตุ")),
    ("monitoring", ("กำกับติดตาม", "การติดตาม", "กำกับและติดตาม", "กำกับ ติดตาม", "ติดตามผล")),
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
_COMPOSED = {"number": NUMBER, "measure": "title", "numbered-measure": "title"}
_LONGEST_HEADING = 70
_MOST_HEADING_ROWS = 3
_MOST_ABOVE = 3
"""Rows of words across the whole table that may stand above its headings."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can fill: a field by its name, or CANNOT, DONE or NUMBER; "" leaves it out."""

    name: str
    label: str


def pasted_fields(own: Own = ()) -> tuple[Field, ...]:
    """The fields of a measure that a pasted column can fill."""
    return tuple(one for one in (*fields_of(Measure), *own) if one.shown and one.kind in _KINDS)


def targets(own: Own = ()) -> tuple[Target, ...]:
    """Everything a column can fill, in form order, leaving out first."""
    return (
        Target("", "ไม่ใช้คอลัมน์นี้"),
        Target(NUMBER, "ลำดับที่"),
        *(Target(one.name, one.label) for one in pasted_fields(own)),
        Target(CANNOT, "ไม่สามารถดำเนินการได้ (เหตุผล)"),
        Target(DONE, "ดำเนินการแล้วเสร็จ (ผลลัพธ์)"),
    )


def columns_of(table: Table, headings: int, own: Own = ()) -> tuple[str, ...]:
    """For each column the target it most likely has, or "" for none.

    ``headings`` is how many of the rows are headings. Where a column's own heading says nothing,
    that of its group counts, so that columns of one group may fill one field; otherwise no field is
    filled twice. Without any headings the first column of words is taken for titles.
    """
    if not headings:
        return _without_headings(table.rows, table.width)
    taken: list[str] = []
    grouped: dict[str, str] = {}
    for column in range(table.width):
        levels = list(dict.fromkeys(table.words_at(at, column) for at in range(headings)))
        levels = [words for words in levels if words]
        found = ""
        for words in (*levels[::-1], " ".join(levels)):
            name = _matched(words, (), own)
            free = name not in taken or (name and grouped.get(words) == name)
            found = found or (name if free else _matched(words, taken, own))
            if found and found == name and words != levels[-1]:
                grouped[words] = name
        taken.append(found)
    return tuple(taken)


def heading_words(table: Table, headings: int, column: int) -> str:
    """What stands over a column, its group first."""
    levels = (table.words_at(at, column) for at in range(headings) if not table.across(at))
    return " ".join(" ".join(words.split()) for words in dict.fromkeys(levels) if words)


def heading_rows(table: Table, own: Own = ()) -> int:
    """How many rows at the top are headings: those in which most cells are known headings, words
    across the whole table above them, and rows that their cells reach into."""
    rows = table.rows
    above = 0
    while above < min(_MOST_ABOVE, len(rows) - 1) and _lone(rows[above]):
        above += 1
    count = above
    for row in rows[above : min(above + _MOST_HEADING_ROWS, len(rows) - 1)]:
        cells = [cell for cell in row if cell]
        known = [cell for cell in cells if _is_heading(cell, own)]
        begun = count > above
        if not cells or len(known) * 2 < len(cells) or (begun and len(known) < len(cells)):
            break
        count += 1
    if count == above:  # nothing known: what the table's own program calls headings
        count = above = table.headings if table.headings < len(rows) else 0
        return count
    while count < len(rows) - 1 and any((count, at) in table.above for at in range(table.width)):
        count += 1
    return max(count, table.headings if table.headings < len(rows) else 0)


def _lone(row: Sequence[str]) -> bool:
    return sum(bool(cell) for cell in row) == 1 < len(row)


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
        fits = (_plain(one) == words or (len(one) > 4 and _plain(one) in words) for one in parts)
        if name not in taken and any(fits):
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
