"""Records by the names a clerk knows them by: what a link is written as, and read from."""

from __future__ import annotations

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
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.text import fold


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


def name_of(snapshot: Snapshot, table: str, record_id: Id) -> str:
    """The name of a linked record, with its year where other measures have the same one."""
    record = snapshot.get(kind_of_table(table), record_id)
    if record is None:
        return "(ถูกลบออกจากทะเบียนแล้ว)" if record_id else ""
    name = plain_name(record)
    if isinstance(record, Measure):
        same = [one for one in snapshot.each(Measure) if plain_name(one) == name]
        return name if len(same) < 2 else with_year(snapshot, record)
    return name


def names_in(snapshot: Snapshot, table: str) -> tuple[str, ...]:
    """The names of all records of a table, for a list to pick from."""
    found = (name_of(snapshot, table, one.id) for one in snapshot.of(kind_of_table(table)))
    return tuple(dict.fromkeys(filter(None, found)))


def with_year(snapshot: Snapshot, measure: Measure) -> str:
    """``มาตรการ… (ปี 2569)``"""
    year = snapshot.get(YearWork, measure.year_id)
    return f"{plain_name(measure)} (ปี {year.action_year if year else '-'})"


def find_named(snapshot: Snapshot, table: str, words: str) -> Id:
    """The id of the one record of that name. Raises UserError where there is none, or several."""
    kind = kind_of_table(table)
    wanted = fold(one_line(words))
    if kind is YearWork:
        wanted = wanted.removeprefix("ปีงบประมาณ").removeprefix("ปี").strip()
        wanted = wanted.removeprefix("พ.ศ.").strip()
    names: dict[str, list[Id]] = {}
    for record in snapshot.each(kind):
        found = {fold(plain_name(record))}
        if isinstance(record, Measure):
            found.add(fold(with_year(snapshot, record)))
        for name in found:
            names.setdefault(name, []).append(record.id)
    ids = names.get(wanted, [])
    if len(ids) == 1:
        return ids[0]
    sheet = kind.TITLE
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    if ids:
        by_year = " ใส่ปีต่อท้าย เช่น … (ปี 2569)" if kind is Measure else ""
        raise UserError(
            to_thai(f"มี{sheet}ชื่อ “{shown}” {len(ids)} รายการ จึงไม่ทราบว่าหมายถึงรายการใด"),
            f"ตั้งชื่อให้ต่างกันในแผ่น “{sheet}”{by_year}",
        )
    meant = nearest(wanted, names, limit=0.3)
    if meant:
        record = next(one for one in snapshot.each(kind) if one.id == names[meant][0])
        hint = f"น่าจะเป็น “{plain_name(record)}” "
    else:
        hint = ""
    raise UserError(
        f"ไม่พบ{sheet} “{shown}”",
        f"{hint}เลือกชื่อจากรายการ หรือเพิ่มในแผ่น “{sheet}” ก่อน",
    )
