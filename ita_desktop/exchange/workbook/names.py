"""Records by the names a clerk knows them by: what a link is written as, and read from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import one_line
from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    RECORDS,
    Division,
    Measure,
    Person,
    Position,
    Record,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.text import fold

_ERA = re.compile(r"^(?:ปี\s*)?(?:งบประมาณ\s*)?(?:พ\.?\s?ศ\.?\s*)?(?=[0-9])")


def kind_of_table(table: str) -> type[Record]:
    """The kind of record that a table holds; KeyError for an unknown one."""
    for kind in RECORDS:
        if table == kind.TABLE:
            return kind
    raise KeyError(table)


def plain_name(record: Record) -> str:
    """What a record is called: a year by its number, a person in full, a measure by its title."""
    match record:
        case YearWork():
            return str(record.action_year)
        case Division():
            return one_line(record.name)
        case Position() | Measure():
            return one_line(record.title)
        case Person():
            return one_line(record.full_name)
    return record.id


def with_year(snapshot: Snapshot, measure: Measure) -> str:
    """``มาตรการ… (ปี 2569)``"""
    year = snapshot.get(YearWork, measure.year_id)
    return f"{plain_name(measure)} (ปี {year.action_year if year else '-'})"


class Names:
    """The names of one snapshot's records, each table's made when first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._tables: dict[str, Mapping[Id, str]] = {}
        self._ids: dict[str, Mapping[str, list[Id]]] = {}

    def name_of(self, table: str, record_id: Id) -> str:
        """The name of a linked record, with its year where other measures have the same one."""
        name = self._names(table).get(record_id)
        if name is None:
            return "(ถูกลบออกจากทะเบียนแล้ว)" if record_id else ""
        return name

    def all(self, table: str) -> tuple[str, ...]:
        """The names of all records of a table, in their order, for a list to pick from."""
        found = (self.name_of(table, one.id) for one in self.snapshot.of(kind_of_table(table)))
        return tuple(dict.fromkeys(filter(None, found)))

    def find(self, table: str, words: str) -> Id:
        """The id of the one record of that name. Raises UserError where there is not just one."""
        kind = kind_of_table(table)
        wanted = fold(one_line(words))
        if kind is YearWork:
            wanted = _ERA.sub("", wanted)
        found = self._found(table)
        ids = found.get(wanted, [])
        if len(ids) == 1:
            return ids[0]
        shown = words if len(words) <= 60 else f"{words[:59]}…"
        if ids:
            by_year = " ใส่ปีต่อท้าย เช่น … (ปี 2569)" if kind is Measure else ""
            raise UserError(
                f"มี{kind.TITLE}ชื่อ “{shown}” {len(ids)} รายการ จึงไม่ทราบว่าหมายถึงรายการใด",
                f"ตั้งชื่อให้ต่างกันในแผ่น “{kind.TITLE}”{by_year}",
            )
        meant = found.get(nearest(wanted, found, limit=0.3))
        hint = f"น่าจะเป็น “{self.name_of(table, meant[0])}” " if meant else ""
        raise UserError(
            f"ไม่พบ{kind.TITLE} “{shown}”",
            f"{hint}เลือกชื่อจากรายการ หรือเพิ่มในแผ่น “{kind.TITLE}” ก่อน",
        )

    def _names(self, table: str) -> Mapping[Id, str]:
        if table not in self._tables:
            records = tuple(self.snapshot.each(kind_of_table(table)))
            plain = {one.id: plain_name(one) for one in records}
            counts = Counter(plain.values())
            for one in records:
                if isinstance(one, Measure) and counts[plain[one.id]] > 1:
                    plain[one.id] = with_year(self.snapshot, one)
            self._tables[table] = plain
        return self._tables[table]

    def _found(self, table: str) -> Mapping[str, list[Id]]:
        """The ids by folded name; a measure is also found with its year behind its title."""
        if table not in self._ids:
            ids: dict[str, list[Id]] = {}
            for one in self.snapshot.each(kind_of_table(table)):
                names = {fold(plain_name(one))}
                if isinstance(one, Measure):
                    names.add(fold(with_year(self.snapshot, one)))
                for name in names:
                    ids.setdefault(name, []).append(one.id)
            self._ids[table] = ids
        return self._ids[table]


@dataclass(frozen=True, slots=True)
class Place:
    """What a cell is written and read against: the records known, and the years (พ.ศ.) and the
    document its record belongs to."""

    names: Names
    action_year: int
    score_year: int | None = None
    document: str = ""

    @property
    def snapshot(self) -> Snapshot:
        """The records known."""
        return self.names.snapshot
