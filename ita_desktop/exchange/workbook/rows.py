"""One row of a sheet as the values of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.bad_cells import BadCell, Lost, thai_digits
from ita_desktop.exchange.workbook.cells import Cell, digest, text_of
from ita_desktop.exchange.workbook.columns import (
    Column,
    default_of,
    held,
    place_of,
    place_of_record,
    read_cell,
    sheet_title,
)
from ita_desktop.exchange.workbook.forms import ATTACHED
from ita_desktop.exchange.workbook.kept import OWN, Kept
from ita_desktop.exchange.workbook.keys import needed_fields, new_fields, parent_link
from ita_desktop.exchange.workbook.names import Names, Place, kind_of_table
from ita_desktop.exchange.workbook.opening import Row, Sheet
from ita_desktop.model.codec import BadValueError, from_plain
from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.layouts import own_field_id
from ita_desktop.model.own_fields import value_of, with_value
from ita_desktop.model.records import Measure, Record, YearWork
from ita_desktop.model.snapshot import Snapshot

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Target:
    """The office that a workbook is read for."""

    names: Names
    has_attachment: Callable[[str], bool]
    newer: bool

    @property
    def snapshot(self) -> Snapshot:
        return self.names.snapshot


class RowReader:
    """Reads the rows of one sheet. ``columns`` are those found, by their place (from 1)."""

    def __init__(
        self,
        sheet: Sheet,
        columns: Mapping[int, Column],
        target: Target,
        known: Snapshot,
        kept: Mapping[tuple[str, Id], Kept],
    ) -> None:
        self._sheet = sheet
        self.kind = sheet.kind
        self._target = target
        self._known = known
        self._names = Names(known)
        self._kept = kept
        self._columns = columns
        self._at = {column.name: at for at, column in columns.items()}
        self._by_name = {column.name: column for column in columns.values()}
        self.newer = 0
        """How many cells were passed over, since only the program has changed what they say."""
        self.declared: Mapping[str, Field] = {one.name: one for one in fields_of(sheet.kind)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns found."""
        return tuple(self._by_name)

    def kept_records(self) -> Iterable[tuple[Id, Kept]]:
        """What is kept of every record of the sheet's kind."""
        table = self.kind.TABLE
        return ((one, kept) for (kind, one), kept in self._kept.items() if kind == table)

    def digests(self, row: Row, names: Iterable[str]) -> tuple[str, ...]:
        """The fingerprints of some of a row's cells."""
        return tuple(digest(self._cell(row, name).text) for name in names)

    def untouched(self, row: Row, record_id: Id, name: str) -> bool:
        """Whether a cell stands as it was written."""
        kept = self._kept.get((self.kind.TABLE, record_id))
        return kept is not None and kept.seen.get(name) == digest(self._cell(row, name).text)

    def as_written(self, row: Row) -> bool:
        """Whether all the row stands as it was written."""
        kept = self._kept.get((self.kind.TABLE, row.record_id))
        return kept is not None and all(
            self.untouched(row, row.record_id, name) for name in kept.seen if name in self._at
        )

    def says_something(self, row: Row, own_id: Id) -> bool:
        """Whether the row is a record: one whose cells were all emptied is left alone."""
        if row.cells:
            return True
        return bool(own_id) and self.as_written(row)

    def values(self, row: Row, own_id: Id) -> tuple[dict[str, Any], list[BadCell], list[Lost]]:
        """The declared values of the row's record, and what is bad and lost in it."""
        standing = self._target.snapshot.get(self.kind, own_id) if own_id else None
        kept = self._kept.get((self.kind.TABLE, row.record_id), Kept())
        rank = self._rank(standing, kept) if own_id else ""
        values: dict[str, Any] = {}
        bad: list[BadCell] = []
        lost: list[Lost] = []
        for name, field in self.declared.items():
            if name == "rank":
                values[name] = rank
            elif name == OWN:
                values[name] = self._own(row, standing, kept, values, bad)
            else:
                values[name] = self._value(row, field, standing, kept, values, bad)
                if name in self._by_name and self._by_name[name].form.pictured:
                    values[name] = self._attached(row, name, values[name], standing, lost)
        return values, bad, lost

    def over(self, standing: R, row: Row, record: R) -> R:
        """A record with what a row without an id says of it: an empty cell says nothing."""
        for name, column in self._by_name.items():
            cell = self._cell(row, name)
            if cell.text or cell.fault:
                standing = with_value(standing, column.field, value_of(record, column.field))
        return standing

    def missing(self, row: Row, values: Mapping[str, Any], *, new: bool) -> list[BadCell]:
        """The cells that a new row, or one whose key was changed, must fill but does not."""
        wrong = []
        for name in new_fields(self.kind) if new else needed_fields(self.kind):
            cell = self._cell(row, name)
            if values[name] in ("", 0, None) and not cell.text:
                label = self.declared[name].label
                remedy = f"กรอก{label} หรือลบแถวนี้ออกถ้าไม่ใช้"
                wrong.append(self._bad(row, name, f"ยังไม่ได้กรอก{label}", remedy))
        return wrong

    def other_year(self, row: Row) -> BadCell:
        """That a year's work cannot become that of another year."""
        return self._bad(
            row,
            "action_year",
            "เปลี่ยนปีงบประมาณของงานประจำปีที่มีอยู่แล้วไม่ได้",
            "คืนปีเดิมในแถวนี้ แล้วเพิ่มปีใหม่เป็นแถวใหม่ต่อท้าย",
        )

    def _value(
        self,
        row: Row,
        field: Field,
        standing: Record | None,
        kept: Kept,
        values: dict[str, Any],
        bad: list[BadCell],
    ) -> Any:
        column = self._by_name.get(field.name)
        kept_value = self._kept_value(field, kept)
        if column is None or self.untouched(row, row.record_id, field.name):
            if standing is not None and (column is None or self._target.newer):
                self.newer += column is not None and not self._still_says(standing, column, kept)
                return getattr(standing, field.name)
            if kept_value is not _NOTHING:
                return self._checked_parent(row, field, kept_value, bad)
        found = self._read(row, column, values, bad) if column else self._default(field)
        parent = parent_link(self.kind)
        if parent is not None and field.name == parent.name and not found:
            return self._only_year(field)
        return found

    def _rank(self, standing: Record | None, kept: Kept) -> str:
        """The place of a record among its like, which no cell tells."""
        if standing is not None and (self._target.newer or "rank" not in kept.base):
            return str(getattr(standing, "rank", ""))
        return str(kept.base.get("rank", ""))

    def _still_says(self, record: Record, column: Column, kept: Kept) -> bool:
        """Whether a record's cell would be written today as it was."""
        place = place_of_record(self._target.names, record)
        written = column.form.write(column.field, held(record, column), place)
        return digest(text_of(written)) == kept.seen.get(column.name)

    def _kept_value(self, field: Field, kept: Kept) -> Any:
        if field.name not in kept.base:
            return _NOTHING
        try:
            return from_plain(field, kept.base[field.name])
        except BadValueError:
            return _NOTHING

    def _own(
        self,
        row: Row,
        standing: Record | None,
        kept: Kept,
        values: dict[str, Any],
        bad: list[BadCell],
    ) -> Any:
        """What the office's own fields hold: each has a column."""
        field = self.declared[OWN]
        start = self._kept_value(field, kept)
        told = start is not _NOTHING
        if standing is not None and (self._target.newer or not told):
            start, told = getattr(standing, OWN), self._target.newer
        record = Measure(id="", own=() if start is _NOTHING else start)
        for name, column in self._by_name.items():
            if own_field_id(name) and not (told and self.untouched(row, row.record_id, name)):
                record = with_value(record, column.field, self._read(row, column, values, bad))
        return record.own

    def _read(self, row: Row, column: Column, values: dict[str, Any], bad: list[BadCell]) -> Any:
        place: Place = place_of(self._names, values)
        try:
            return read_cell(self.kind, column, self._cell(row, column.name), place)
        except UserError as wrong:
            bad.append(self._bad(row, column.name, wrong.problem, wrong.remedy))
            return default_of(self.kind, column)

    def _checked_parent(self, row: Row, field: Field, record_id: Any, bad: list[BadCell]) -> Any:
        """A kept link to what the record belongs to, which must be there."""
        parent = parent_link(self.kind)
        if parent is not None and field.name == parent.name:
            kind = kind_of_table(parent.target)
            if self._known.get(kind, record_id) is None:
                name = self._cell(row, field.name).text
                remedy = f"อย่าลบแผ่น “{sheet_title(kind)}” หรือเลือกรายการอื่นจากรายการ"
                bad.append(self._bad(row, field.name, f"ไม่พบ{kind.TITLE} “{name}”", remedy))
        return record_id

    def _only_year(self, field: Field) -> Id:
        """The one year's work of the office, where it has no other."""
        years = self._known.years
        return years[0].id if field.target == YearWork.TABLE and len(years) == 1 else ""

    def _default(self, field: Field) -> Any:
        return self.kind.__dataclass_fields__[field.name].default

    def _attached(
        self, row: Row, name: str, value: str, standing: Record | None, lost: list[Lost]
    ) -> str:
        before: str = getattr(standing, name, "")
        if value == ATTACHED and before:
            return before
        if value in ("", before) or (value != ATTACHED and self._target.has_attachment(value)):
            return value
        lost.append(Lost(self._sheet.title, row.number, self._by_name[name].heading))
        return before

    def _cell(self, row: Row, name: str) -> Cell:
        return row.cells.get(self._at.get(name, 0), Cell())

    def _bad(self, row: Row, name: str, problem: str, remedy: str) -> BadCell:
        at = self._at.get(name, 1)
        column = self._by_name.get(name)
        heading = column.heading if column else self.declared[name].label
        text = self._cell(row, name).text
        said = (thai_digits(problem), thai_digits(remedy))
        return BadCell(self._sheet.title, row.number, at, heading, text, *said)


_NOTHING = object()
