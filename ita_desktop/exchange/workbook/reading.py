"""A workbook read into records: what is new, what has changed, and every cell that is bad.

Nothing is taken over here; :attr:`Reading.changes` is what an import would do.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ita_desktop.exchange.workbook.bad_cells import BadCell, Lost
from ita_desktop.exchange.workbook.cells import Cell
from ita_desktop.exchange.workbook.columns import Column, columns_of
from ita_desktop.exchange.workbook.headings import matched
from ita_desktop.exchange.workbook.keys import KEYS, name_key, needed_fields
from ita_desktop.exchange.workbook.names import Names
from ita_desktop.exchange.workbook.opening import Book, Row, Sheet
from ita_desktop.exchange.workbook.owners import owners
from ita_desktop.exchange.workbook.rows import RowReader, Target
from ita_desktop.model.edits import Change
from ita_desktop.model.ids import Id
from ita_desktop.model.ranks import rank_at_end, rank_behind
from ita_desktop.model.records import RECORDS, Record, YearWork
from ita_desktop.model.snapshot import Snapshot, snapshot_of


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of a kind are new, changed and unchanged, and how many of the office's the
    workbook does not name; those are left as they are."""

    kind: type[Record]
    new: int
    changed: int
    unchanged: int
    left: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook says to an office. Where a cell is ``bad``, nothing is to be taken over."""

    changes: tuple[Change, ...]
    counts: tuple[Count, ...]
    bad: tuple[BadCell, ...]
    lost: tuple[Lost, ...]
    strange: tuple[str, ...] = ()
    """Sheets that are none of the program's, and were not read."""
    newer: int = 0
    """How many cells were passed over, since only the program has changed what they say."""

    @property
    def new(self) -> int:
        return sum(one.new for one in self.counts)

    @property
    def changed(self) -> int:
        return sum(one.changed for one in self.counts)

    @property
    def unchanged(self) -> int:
        return sum(one.unchanged for one in self.counts)


def read_records(
    book: Book,
    snapshot: Snapshot,
    new_id: Callable[[], Id],
    *,
    has_attachment: Callable[[str], bool] = lambda _digest: True,
    newer: bool = False,
) -> Reading:
    """Every record of the workbook, held against those of the office.

    ``has_attachment`` tells whether the office file holds a picture or scan. ``newer`` says that
    the workbook was written from this very file: a cell that nobody changed in Excel then leaves
    alone what was changed in the program since.
    """
    reader = _Reader(Target(Names(snapshot), has_attachment, newer), book, new_id)
    for sheet in book.sheets:
        reader.read(sheet)
    return reader.reading()


class _Reader:
    """Goes through the sheets; what a link names stands on an earlier one."""

    def __init__(self, target: Target, book: Book, new_id: Callable[[], Id]) -> None:
        self._target = target
        self._book = book
        self._new_id = new_id
        self._known = target.snapshot
        """The office's records with those read so far over them."""
        self._records: dict[type[Record], dict[Id, Record]] = {}
        self._bad: list[BadCell] = []
        self._lost: list[Lost] = []
        self._newer = 0
        self._rekeyed: set[Id] = set()
        """The ids of records whose rows got another key: another record takes their place."""

    def reading(self) -> Reading:
        changes: list[Change] = []
        counts: list[Count] = []
        for kind in RECORDS:
            held = self._target.snapshot.tables[kind]
            found = self._records.get(kind, {})
            pairs = [Change(held.get(one.id), one) for one in found.values()]
            made = [pair for pair in pairs if pair.before != pair.after]
            new = sum(pair.before is None for pair in made)
            gone = [one for one in held.values() if self._replaced(one, found)]
            changes += (*(Change(one, None) for one in gone), *made)
            new -= len(gone)
            left = sum(one not in found for one in held) - len(gone)
            counts.append(Count(kind, new, len(made) - new, len(pairs) - len(made), left))
        return Reading(
            () if self._bad else tuple(changes),
            tuple(counts),
            tuple(self._bad),
            tuple(self._lost),
            self._book.strange,
            self._newer,
        )

    def _replaced(self, record: Record, found: Mapping[Id, Record]) -> bool:
        """Whether a record's row has another key now, and no other row has taken its own."""
        return record.id in self._rekeyed and record.id not in found

    def read(self, sheet: Sheet) -> None:
        """One sheet."""
        columns, bad = matched(sheet, columns_of(self._known, sheet.kind))
        self._bad += bad
        reader = RowReader(sheet, columns, self._target, self._known, self._book.kept)
        found = self._records.setdefault(sheet.kind, {})
        rows_of: dict[Id, int] = {}
        drafts: list[Record] = []
        ids = owners(sheet, reader)
        above: Record | None = None
        for row in sheet.rows:
            own_id = ids.get(row.number, "")
            if own_id:
                row = dataclasses.replace(row, record_id=own_id)
            if not reader.says_something(row, own_id):
                continue
            values, bad, lost = reader.values(row, own_id)
            self._lost += lost
            record = self._record(row, own_id, values, reader, bad)
            if not own_id:
                record = self._standing(record, row, reader, {*ids.values(), *rows_of})
            self._bad += bad
            if bad:
                drafts.append(record)  # what names it on later sheets is not bad for that
                continue
            if own_id and record.id != own_id:
                self._rekeyed.add(own_id)
            if record.id in rows_of:
                self._bad.append(_twice(sheet, row, rows_of[record.id], columns))
                continue
            rows_of[record.id] = row.number
            if getattr(record, "rank", None) == "" and not own_id:
                record = self._ranked(record, above, found)
            found[record.id] = above = record
        self._newer += reader.newer
        self._known = snapshot_of((*self._known.records, *drafts, *found.values()))

    def _record(
        self,
        row: Row,
        own_id: Id,
        values: dict[str, Any],
        reader: RowReader,
        bad: list[BadCell],
    ) -> Record:
        kind = reader.kind
        touched = not own_id or not all(
            reader.untouched(row, own_id, name) for name in needed_fields(kind)
        )
        if touched:
            bad += reader.missing(row, values, new=not own_id)
        if touched and "slug" in reader.declared and not values["slug"]:
            values["slug"] = self._new_id()
        if touched and kind is YearWork:
            _fill_years(values)
        record = kind(id=own_id, **values)
        key = KEYS.get(kind)
        if kind is YearWork and own_id and touched and key and key.id_of(record) != own_id:
            bad.append(reader.other_year(row))  # everything of the year hangs on it
        elif key is not None and (not own_id or touched):
            return dataclasses.replace(record, id=key.id_of(record))
        return record if own_id else dataclasses.replace(record, id=self._new_id())

    def _standing(self, record: Record, row: Row, reader: RowReader, claimed: set[Id]) -> Record:
        """The office's own record that a row without an id means, with what the row says; the
        record itself where it is a new one. ``claimed`` are the ids that other rows stand for."""
        held = self._target.snapshot
        same = held.get(reader.kind, record.id)
        if same is None and (key := name_key(record)):
            like = (one for one in held.each(reader.kind) if name_key(one) == key)
            same = next((one for one in like if one.id not in claimed), None)
        return reader.over(same, row, record) if same is not None else record

    def _ranked(self, record: Record, above: Record | None, found: dict[Id, Record]) -> Record:
        """The record behind the one above it on the sheet, else behind all of its like."""
        like = [
            one
            for one in {**self._target.snapshot.tables[type(record)], **found}.values()
            if getattr(one, "year_id", "") == getattr(record, "year_id", "")
        ]
        ranks = sorted(getattr(one, "rank", "") for one in like)
        before = getattr(above, "rank", "") if above in like else ""
        rank = rank_behind(before, ranks) if before else rank_at_end(ranks[-1] if ranks else "")
        return dataclasses.replace(record, rank=rank)  # type: ignore[call-arg]


def _twice(sheet: Sheet, row: Row, other: int, columns: dict[int, Column]) -> BadCell:
    names = key = KEYS[sheet.kind].fields if sheet.kind in KEYS else ()
    at = next((at for at, one in columns.items() if one.name in names), 1)
    labels = " และ".join(one.heading for one in columns.values() if one.name in key)
    what = f"{labels}ซ้ำกับแถวที่ {other}" if labels else f"{sheet.kind.TITLE}มีได้เพียงแถวเดียว"
    remedy = "แก้ให้ต่างกัน หรือลบแถวที่ซ้ำออก" if labels else "ลบแถวที่เกินออก"
    heading = columns[at].heading if at in columns else ""
    return BadCell(
        sheet.title, row.number, at, heading, row.cells.get(at, Cell()).text, what, remedy
    )


def _fill_years(values: dict[str, Any]) -> None:
    """The usual years of a year's work, where they were left empty."""
    year = values.get("action_year", 0)
    if year:
        values["score_year"] = values.get("score_year") or year - 1
        values["assessment_year"] = values.get("assessment_year") or year
