"""Which column of a sheet is which field: by its hidden name, else by its heading."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.exchange.workbook.bad_cells import BadCell
from ita_desktop.exchange.workbook.cells import one_line
from ita_desktop.exchange.workbook.columns import Column
from ita_desktop.exchange.workbook.opening import Sheet
from ita_desktop.model.layouts import own_field_id
from ita_desktop.thai.text import fold


def matched(sheet: Sheet, columns: Sequence[Column]) -> tuple[dict[int, Column], list[BadCell]]:
    """The column at each place (from 1), and every place that holds cells under no heading of ours.

    A column that stands twice is bad too: nobody could say which of the two holds.
    """
    by_name = {one.name: one for one in columns}
    by_heading = {fold(one_line(one.heading)): one for one in columns}
    found: dict[int, Column] = {}
    bad: list[BadCell] = []
    used = {at for row in sheet.rows for at in row.cells}
    for at in sorted({*used, *sheet.names, *sheet.headings}):
        heading = sheet.headings.get(at, "")
        column = by_name.get(sheet.names.get(at, "")) or by_heading.get(fold(one_line(heading)))
        row = 2 if sheet.names else 1
        if column is None and at not in used:
            continue
        if column is None:
            name = sheet.names.get(at, "")
            bad.append(BadCell(sheet.title, row, at, heading, heading, *_unknown(heading, name)))
        elif column in found.values():
            bad.append(
                BadCell(
                    *(sheet.title, row, at, heading, heading),
                    f"มีคอลัมน์ “{column.heading}” มากกว่าหนึ่งคอลัมน์",
                    "ลบคอลัมน์ที่ไม่ใช้ออกทั้งคอลัมน์",
                )
            )
        else:
            found[at] = column
    return found, bad


def _unknown(heading: str, name: str) -> tuple[str, str]:
    if own_field_id(name):
        return (
            f"แฟ้มงานนี้ไม่มีช่องของหน่วยงานชื่อ “{heading}”",
            "เพิ่มช่องนี้ในหน้าแบบตารางก่อน หรือลบคอลัมน์นี้ออก",
        )
    if not heading:
        return "คอลัมน์นี้มีข้อความแต่ไม่มีหัวคอลัมน์", "ใส่หัวคอลัมน์ให้ตรงกับชื่อช่อง หรือลบคอลัมน์นี้ออก"
    return f"ไม่รู้จักหัวคอลัมน์ “{heading}”", "แก้ชื่อให้ตรงกับช่องในโปรแกรม หรือลบคอลัมน์นี้ออก"
