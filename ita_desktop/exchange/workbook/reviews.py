"""What a comment is about, in a cell: a kind of record, and one record by what it is called."""

from __future__ import annotations

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import Cell, one_line
from ita_desktop.exchange.workbook.names import Place, plain_name
from ita_desktop.model.fields import Field
from ita_desktop.model.records import RECORDS
from ita_desktop.thai.text import fold


def write_kind(_field: Field, table: str, _place: Place) -> str:
    """A kind of record by its title."""
    return next((kind.TITLE for kind in RECORDS if table == kind.TABLE), table)


def read_kind(_field: Field, cell: Cell, _place: Place) -> str:
    """The table of the kind of record named. Raises UserError."""
    wanted = fold(one_line(cell.text))
    for kind in RECORDS:
        if wanted in (fold(kind.TITLE), kind.TABLE):
            return kind.TABLE
    raise UserError(f"ไม่มีข้อมูลชนิด “{cell.text}”", "ใช้ชื่อแผ่นในสมุดงานนี้ หรือเว้นว่างไว้")


def write_record(_field: Field, record_id: str, place: Place) -> str:
    """A record by what it is called."""
    record = place.snapshot.find(record_id)
    return plain_name(record) if record is not None else record_id


def read_record(_field: Field, cell: Cell, _place: Place) -> str:
    """Which record a comment is about is said in the program only. Raises UserError."""
    raise UserError(
        f"ระบุข้อมูล “{one_line(cell.text)[:40]}” ที่ให้ความเห็นผ่าน Excel ไม่ได้",
        "เว้นช่องนี้ว่างไว้ หรือคืนข้อความเดิม แล้วให้ความเห็นในโปรแกรม",
    )
