"""The office as an Excel workbook and back: nothing lost, every bad cell told at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from hypothesis import HealthCheck, given, settings

from ita_desktop.exchange.workbook.columns import columns_of, sheet_title
from ita_desktop.exchange.workbook.forms import FORMS
from ita_desktop.exchange.workbook.opening import read_book
from ita_desktop.exchange.workbook.reading import Reading, read_records
from ita_desktop.exchange.workbook.writing import Sender, workbook_of
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import RECORDS, Record
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from tests.full_records import FULL_RECORDS
from tests.strategies import offices

MADE = datetime(2026, 1, 5, 9, 30)
EMPTY = snapshot_of(())


def written(records: Iterable[Record], *, template: bool = False) -> bytes:
    return workbook_of(snapshot_of(records), Sender(MADE), template=template)


def read(data: bytes, into: Snapshot = EMPTY, **options: object) -> Reading:
    return read_records(read_book(data), into, lambda: str(uuid4()), **options)  # type: ignore[arg-type]


def after(reading: Reading, before: Snapshot = EMPTY) -> Snapshot:
    """The office once the workbook is taken over."""
    assert [one.words for one in reading.bad] == []
    held = {(type(one), one.id): one for one in before.records}
    for change in reading.changes:
        held[type(change.record), change.record.id] = change.record
    return snapshot_of(held.values())


def test_every_kind_of_field_has_its_form() -> None:
    assert set(FORMS) == set(Kind)


def test_every_field_of_every_record_has_its_column() -> None:
    snapshot = snapshot_of(FULL_RECORDS)
    for kind in RECORDS:
        named = {one.name for one in columns_of(snapshot, kind)}
        hidden = {one.name for one in fields_of(kind) if one.kind in (Kind.RANK, Kind.OWN_VALUES)}
        assert named | hidden >= {one.name for one in fields_of(kind)}
        headings = [one.heading for one in columns_of(snapshot, kind)]
        assert len(headings) == len(set(headings))
    names = [sheet_title(kind) for kind in RECORDS]
    assert len(names) == len(set(names)) and max(map(len, names)) <= 31


def test_a_full_office_comes_back_equal() -> None:
    assert after(read(written(FULL_RECORDS))) == snapshot_of(FULL_RECORDS)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(offices())
def test_any_office_comes_back_equal(records: tuple[Record, ...]) -> None:
    snapshot = snapshot_of(records)
    data = written(records)
    assert after(read(data)) == snapshot
    again = read(data, snapshot)
    assert (again.new, again.changed, again.bad) == (0, 0, ())
