"""The columns of each sheet: the declared fields of its records, and the office's own."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import CUT_OFF, Cell
from ita_desktop.exchange.workbook.forms import Form, form_of
from ita_desktop.exchange.workbook.names import Names, Place
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.own_fields import own_fields, value_of
from ita_desktop.model.records import Measure, Record, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.digits import to_thai

_COLUMNLESS = (Kind.RANK, Kind.OWN_VALUES)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field, declared or the office's own, its heading, and how it is filled."""

    field: Field
    heading: str
    form: Form

    @property
    def name(self) -> str:
        """The field's name, by which the column is known whatever its heading says."""
        return self.field.name


def sheet_title(kind: type[Record]) -> str:
    """The name of the sheet of a kind of record."""
    return _FORBIDDEN.sub("-", kind.TITLE)


def columns_of(snapshot: Snapshot, kind: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind's sheet in order; no two have the same heading."""
    declared = tuple(one for one in fields_of(kind) if one.kind not in _COLUMNLESS)
    fields = (*declared, *own_fields(snapshot)) if kind is Measure else declared
    taken: set[str] = set()
    columns: list[Column] = []
    for field in fields:
        heading, number = field.label, 1
        while heading in taken:
            number += 1
            heading = to_thai(f"{field.label} ({number})")
        taken.add(heading)
        columns.append(Column(field, heading, form_of(kind.TABLE, field)))
    return tuple(columns)


def place_of(names: Names, values: dict[str, Any]) -> Place:
    """Where a record of these values stands: its years, as far as they are known yet."""
    snapshot = names.snapshot
    year_id = values.get("year_id", "")
    if not year_id and (measure := snapshot.get(Measure, values.get("measure_id", ""))):
        year_id = measure.year_id
    document = values.get("document", "")
    year = snapshot.get(YearWork, year_id)
    if year is not None:
        return Place(names, _fiscal(year.action_year), year.score_year, document)
    score_year = values.get("year")
    if score_year:
        return Place(names, _fiscal(score_year + 1), score_year, document)
    newest = snapshot.years[0].action_year if snapshot.years else 0
    return Place(names, _fiscal(newest), None, document)


def _fiscal(year: int) -> int:
    """A fiscal year (พ.ศ.) that dates can be read in, whatever stands in the file."""
    return year if 2500 <= year <= 2700 else 2569


def place_of_record(names: Names, record: Record) -> Place:
    """Where a record stands."""
    keys = ("year_id", "measure_id", "document", "year")
    values = {key: getattr(record, key) for key in keys if hasattr(record, key)}
    return place_of(names, values)


def held(record: Record, column: Column) -> Any:
    """What a record holds in a column."""
    return value_of(record, column.field)


def default_of(kind: type[Record], column: Column) -> Any:
    """What a record holds in a column where nothing stands in the cell."""
    for declared in dataclasses.fields(kind):
        if declared.name == column.name:
            return declared.default
    return value_of(Measure(id=""), column.field)


def read_cell(kind: type[Record], column: Column, cell: Cell, place: Place) -> Any:
    """What a cell says. Raises UserError for what it cannot be."""
    if cell.fault:
        raise UserError(f"สูตรในช่องนี้คำนวณไม่ได้ ({cell.fault})", "แก้สูตรใน Excel หรือพิมพ์ค่าลงไปแทนสูตร")
    if not cell.text:
        return default_of(kind, column)
    if cell.text.endswith(CUT_OFF):
        raise UserError(
            "ข้อความในช่องนี้ยาวเกินช่องของ Excel จึงแสดงไม่ครบ แต่มีการแก้ไข",
            "แก้ข้อความนี้ในโปรแกรมแทน หรือลบท้ายข้อความที่บอกว่ายาวเกินออก ถ้าต้องการเพียงเท่าที่เห็น",
        )
    return column.form.read(column.field, cell, place)
