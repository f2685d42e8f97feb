"""The plan and the report of one file become the same measures; nothing of either is lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.exchange.tables import Table
from ita_desktop.model.own_fields import value_of
from ita_desktop.model.records import Measure, OwnField
from ita_desktop.model.values import DivisionRef, OwnKind, plain_items
from ita_desktop.session.intake.pasted_columns import columns_of
from ita_desktop.session.intake.pasted_rows import ReadRows
from ita_desktop.session.intake.pasting import add_read, read_measures
from ita_desktop.session.intake.read_words import counts_words
from ita_desktop.session.session import Session
from tests.aids.small_office import YEAR, office_records, office_session

BUDGET = OwnField(id="b", rank="1", label="งบประมาณ", kind=OwnKind.NUMBER)
TITLE = "ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"
REPORT = Table(
    (
        ("มาตรการ", "ผลการดำเนินการ", "งบประมาณ"),
        (TITLE, "อบรม ๔๐ คน", "๐"),
        ("เผยแพร่ข่าว", "๑๒ เรื่อง", ""),
        (f"๓. {TITLE}", "อบรมซ้ำ", ""),
    )
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path, (*office_records(), BUDGET))
    yield made
    made.close()


def read(session: Session, table: Table, *, complete: bool = True) -> ReadRows:
    from ita_desktop.model.own_fields import own_fields

    columns = columns_of(table, 1, own_fields(session.snapshot))
    return read_measures(session, session.year(), table, 1, columns, complete=complete)


def measures(session: Session) -> list[Measure]:
    return list(session.snapshot.measures(session.year(YEAR).id))


def test_a_report_completes_the_measures_of_its_plan_in_one_edit(session: Session) -> None:
    found = read(session, REPORT)
    assert counts_words(found) == "เพิ่ม ๒ มาตรการ · เติม ๑ มาตรการที่มีอยู่"
    made = add_read(session, found)
    trained = measures(session)[2]
    assert trained.id == "m3"
    assert trained.results == plain_items("อบรม ๔๐ คน")
    [budget] = trained.own
    assert budget.value == Decimal(0)
    # The third row says something else of the same measure: it is another one.
    assert [one.results for one in measures(session)[3:]] == [
        *(plain_items("๑๒ เรื่อง"), plain_items("อบรมซ้ำ")),
    ]
    assert len(made) == 3
    session.undo()
    assert measures(session)[2].results == ()
    assert len(measures(session)) == 3


def test_what_differs_is_a_measure_of_its_own_and_doubted(session: Session) -> None:
    held = measures(session)[0]
    table = Table((("มาตรการ", "ผู้รับผิดชอบ"), (held.title, "กองช่าง"), (held.title, "กองคลัง")))
    [other, same] = read(session, table).measures
    assert other.completes is None
    assert [one.field for one in other.doubts] == ["title"]
    assert other.measure.responsible == (DivisionRef("d3"),)
    assert (same.completes, same.measure) == (held, held)


def test_completing_can_be_declined(session: Session) -> None:
    found = read(session, REPORT, complete=False)
    assert all(one.completes is None for one in found.measures)
    assert [bool(one.doubts) for one in found.measures] == [True, False, True]
    add_read(session, found)
    assert len(measures(session)) == 6
    assert value_of(measures(session)[2], _budget(session)) is None


def _budget(session: Session):  # type: ignore[no-untyped-def]
    from ita_desktop.model.own_fields import own_fields

    return own_fields(session.snapshot)[0]
