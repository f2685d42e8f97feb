"""Which row stands for which record: by its hidden id, and by what it says where ids were moved.

Whoever sorts only what is seen, or copies it to a new sheet, leaves the hidden ids behind.
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.exchange.workbook.keys import NAMED_BY, key_fields
from ita_desktop.exchange.workbook.opening import Sheet
from ita_desktop.exchange.workbook.rows import RowReader
from ita_desktop.model.ids import Id


def owners(sheet: Sheet, reader: RowReader) -> dict[int, Id]:
    """The id of the record that each row stands for, by the row's number; none for a new record.

    A row that stands as it was written is the record it was written for, wherever it was moved to
    and of copies the first; any other row is the record of its id, unless another row has that.
    Where rows were moved without their ids, a changed row is known by its name.
    """
    found: dict[int, Id] = {}
    for row in sheet.rows:
        if row.record_id and row.record_id not in found.values() and reader.as_written(row):
            found[row.number] = row.record_id
    moved = _moved(sheet, reader, found)
    found |= moved
    if moved:
        found |= _matched(sheet, reader, found, _names(sheet))
    taken = set(found.values())
    for row in sheet.rows:
        if row.number not in found and row.record_id and row.record_id not in taken:
            found[row.number] = row.record_id
            taken.add(row.record_id)
    return found


def _moved(sheet: Sheet, reader: RowReader, found: dict[int, Id]) -> dict[int, Id]:
    """Rows that stand whole under an id that is not theirs, which stands elsewhere by its name: a
    row that was only typed over to say what another one said has not moved."""
    matches = _matched(sheet, reader, found, reader.names)
    names = _names(sheet)
    told = {row.number: reader.digests(row, names) for row in sheet.rows}
    kept = {record_id: one.seen for record_id, one in reader.kept_records()}
    moved: dict[int, Id] = {}
    for row in sheet.rows:
        if row.number in matches:
            seen = kept.get(row.record_id, {})
            own = tuple(seen.get(name, "") for name in names)
            others = (said for number, said in told.items() if number != row.number)
            if not seen or own in others:
                moved[row.number] = matches[row.number]
    return moved


def _names(sheet: Sheet) -> tuple[str, ...]:
    """The columns by which a row is known."""
    return NAMED_BY.get(sheet.kind) or key_fields(sheet.kind)


def _matched(
    sheet: Sheet, reader: RowReader, found: dict[int, Id], names: Iterable[str]
) -> dict[int, Id]:
    """The rows without an owner that say in some columns what one record was written as."""
    compared = tuple(name for name in names if name in reader.names)
    written: dict[tuple[str, ...], list[Id]] = {}
    taken = set(found.values())
    for record_id, kept in reader.kept_records():
        if record_id not in taken:
            said = tuple(kept.seen.get(name, "") for name in compared)
            written.setdefault(said, []).append(record_id)
    matches: dict[int, Id] = {}
    for row in sheet.rows:
        if row.number in found or not row.cells:
            continue
        ids = written.get(reader.digests(row, compared), [])
        if len(ids) == 1 and ids[0] not in matches.values() and compared:
            matches[row.number] = ids[0]
    return matches
