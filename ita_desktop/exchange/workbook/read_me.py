"""The first sheet: what the workbook is for and how to fill it, in plain Thai."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ita_desktop.exchange.workbook.columns import sheet_title
from ita_desktop.exchange.workbook.looks import Looks, lines_in, row_height
from ita_desktop.model.records import Record

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

READ_ME = "อ่านก่อน"

_USE = (
    "หนึ่งแผ่นคือข้อมูลหนึ่งชนิด หนึ่งแถวคือหนึ่งรายการ หัวคอลัมน์ตรงกับชื่อช่องในโปรแกรม",
    "แก้ข้อความในช่องได้ทุกช่อง แล้วบันทึกเป็น Excel Workbook (.xlsx) ตามเดิม",
    "เพิ่มรายการใหม่ ให้พิมพ์ในแถวว่างถัดจากรายการสุดท้าย หรือคัดลอกทั้งแถวแล้วแก้",
    "แถวใหม่ที่ชื่อตรงกับรายการเดิม โปรแกรมถือเป็นรายการเดิม ช่องที่เว้นว่างไม่ลบข้อมูลเดิม",
    "ลบแถวออกจากแผ่นนี้ ไม่ได้ลบรายการในโปรแกรม ถ้าต้องการลบให้ลบในโปรแกรม",
    "เรียงแถวใหม่หรือกรองแถวได้ ลำดับในโปรแกรมคงเดิม",
    "อย่าเปลี่ยนชื่อแผ่น อย่าลบหัวคอลัมน์ และอย่าลบแถวหรือคอลัมน์ที่ซ่อนไว้ โปรแกรมใช้จำว่าแถวใดคือรายการใด",
    "ชี้เมาส์ที่หัวคอลัมน์ จะเห็นคำแนะนำว่าช่องนั้นกรอกอย่างไร",
)
_WRITE = (
    "รายการหลายข้อ: พิมพ์ข้อละบรรทัด (กด Alt+Enter เพื่อขึ้นบรรทัดใหม่) ขึ้นต้นด้วย ๑. ๒. และข้อย่อยด้วย ๑.๑ ๑.๒",
    "วันที่: พิมพ์เป็น พ.ศ. เช่น 31 มีนาคม 2569 หรือ 31 มี.ค. 69",
    "ระยะเวลา: เช่น ต.ค. 2568 - ก.ย. 2569, ตุลาคม 2568, ปีงบประมาณ 2569",
    "อ้างอิง: รหัสคั่นด้วยจุลภาค เช่น I4, O10, ตัวชี้วัด 9.1",
    "ผู้รับผิดชอบ: ชื่อละบรรทัด ใช้ชื่อสำนัก/กอง ตำแหน่ง หรือชื่อบุคคลตามทะเบียน ชื่ออื่นพิมพ์เองได้",
    "เลขไทยหรือเลขอารบิกใช้ได้ทั้งสองแบบ",
    "ภาพและแฟ้มแนบไม่อยู่ในสมุดงานนี้ ยังอยู่ในแฟ้มงานเดิม ถ้านำเข้าแฟ้มงานอื่นต้องใส่ภาพใหม่ในโปรแกรม",
)
_IMPORT = (
    "ในโปรแกรมเลือก แฟ้ม > นำเข้าจาก Excel… โปรแกรมจะบอกก่อนว่ามีรายการใหม่ แก้ไข และเหมือนเดิมเท่าใด",
    "ถ้ามีช่องที่อ่านไม่ได้ โปรแกรมจะบอกชื่อแผ่น ช่อง และวิธีแก้ครบทุกช่อง และจะยังไม่นำเข้าแม้แต่รายการเดียว",
    "นำเข้าแล้วเลิกทำได้ในครั้งเดียว (Ctrl+Z)",
)

_WIDE = (3, 40, 66)
"""Widths of the columns."""


def write_read_me(
    sheet: Worksheet,
    looks: Looks,
    title: str,
    subtitle: str,
    counts: Mapping[type[Record], int],
) -> None:
    """Fill the sheet; ``counts`` is the number of rows by kind, in the order of the sheets."""
    sheet.hide_gridlines(2)
    for column, width in enumerate(_WIDE):
        sheet.set_column(column, column, width, looks.words)
    sheet.set_row(0, 36)
    sheet.write_string(0, 1, title, looks.title)
    sheet.write_string(1, 1, subtitle, looks.hint)
    row = 3
    for heading, lines in (
        ("วิธีใช้สมุดงานนี้", _USE),
        ("การกรอกข้อมูล", _WRITE),
        ("การนำกลับเข้าโปรแกรม", _IMPORT),
    ):
        sheet.set_row(row, 28)
        sheet.write_string(row, 1, heading, looks.section)
        for line in lines:
            row += 1
            sheet.set_row(row, row_height(lines_in(line, _WIDE[2] + 32)))
            sheet.write_string(row, 0, "•", looks.hint)
            sheet.merge_range(row, 1, row, 2, line, looks.words)
        row += 2
    sheet.set_row(row, 28)
    sheet.write_string(row, 1, "แผ่นในสมุดงานนี้", looks.section)
    row += 1
    sheet.set_row(row, row_height(1))
    sheet.write_string(row, 1, "แผ่น (กดเพื่อไป)", looks.heading)
    sheet.write_string(row, 2, "จำนวนรายการ", looks.heading)
    for kind, count in counts.items():
        row += 1
        name = sheet_title(kind)
        sheet.write_url(row, 1, f"internal:'{name}'!B3", looks.link, kind.TITLE)
        sheet.set_row(row, row_height(1))
        sheet.write_number(row, 2, count, looks.count)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.6, 0.6, 0.6, 0.6)
