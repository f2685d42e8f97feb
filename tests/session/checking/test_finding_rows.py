"""Every finding once: its documents, its group, its place in words, and which are wanted."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from ita_desktop.documents.build import setup_of
from ita_desktop.model.findings import Severity
from ita_desktop.model.records import DocumentSetup, LeftFinding, Measure, Office, YearWork
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import plain_items
from ita_desktop.session.checking.checked import Checked
from ita_desktop.session.checking.leaving import leave
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.session.checking.rows import (
    OFFICE,
    FoundRow,
    RowFilter,
    count_words,
    counts_of,
    found_rows,
    group_words,
    open_errors,
    other_documents,
)
from tests.aids.small_office import YEAR, office_records, office_session

WORK = YearWork.of(YEAR)


def rows_of(snapshot: Snapshot) -> tuple[FoundRow, ...]:
    return found_rows(snapshot, WORK, readiness(snapshot, WORK))


def with_mistake() -> Snapshot:
    records = [
        dataclasses.replace(one, outputs=plain_items("ประกาศมาตราการ"))
        if isinstance(one, Measure) and one.id == "m3"
        else one
        for one in office_records()
    ]
    return snapshot_of(records)


def test_the_rows_are_all_findings_each_once() -> None:
    snapshot = with_mistake()
    rows = rows_of(snapshot)
    findings = [one.finding for one in rows]
    assert len(findings) == len(set(findings))
    assert set(findings) == set(all_findings(readiness(snapshot, WORK)))
    counts = counts_of(rows)
    assert sum(counts.values()) == len(rows)
    assert count_words(counts).startswith("ต้องแก้ไข ")


def test_what_concerns_several_documents_is_listed_once_and_names_the_others() -> None:
    [row] = [one for one in rows_of(with_mistake()) if one.finding.code == "misspelling"]
    assert row.group == "plan" and row.documents == ("plan", "report", "bundle")
    assert other_documents(row, "plan") == ("รายงานผลมาตรการ",)
    assert row.place == "มาตรการที่ ๓ ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร – ผลผลิต"


def test_what_is_about_the_office_stands_first_in_a_group_of_its_own() -> None:
    records = [one for one in office_records() if not isinstance(one, Office)]
    rows = rows_of(snapshot_of([Office(name="ศรีสำราญ", province="ศรีสำราญ"), *records]))
    assert rows[0].group == OFFICE and "หน่วยงาน" in group_words(OFFICE)
    assert next(one.finding.field for one in rows if one.group == OFFICE) == "district"
    assert len(rows[0].documents) > 5


def test_in_a_group_errors_come_first() -> None:
    order = list(Severity)
    for group in {one.group for one in rows_of(with_mistake())}:
        held = [one.finding.severity for one in rows_of(with_mistake()) if one.group == group]
        assert held == sorted(held, key=order.index)


def test_the_filter_asks_for_severity_document_words_and_what_was_left(tmp_path: Path) -> None:
    session = office_session(tmp_path)
    [m3] = [one for one in session.snapshot.of(Measure) if one.id == "m3"]
    session.change(m3, outputs=plain_items("ประกาศมาตราการ"))
    [row] = [one for one in rows_of(session.snapshot) if one.finding.code == "misspelling"]
    assert RowFilter(severity=Severity.LOOK_AT).keeps(row)
    assert not RowFilter(severity=Severity.MUST_MEND).keeps(row)
    assert RowFilter(document="report").keeps(row) and not RowFilter(document="memo").keeps(row)
    assert RowFilter(text="3 ผลผลิต").keeps(row) and not RowFilter(text="๔ ผลผลิต").keeps(row)
    leave(session, row.finding, "ตามต้นฉบับ", "ผู้ตรวจ")
    assert session.snapshot.of(LeftFinding)
    [left] = [one for one in rows_of(session.snapshot) if one.finding.code == "misspelling"]
    assert left.reason == "ตามต้นฉบับ"
    assert not RowFilter().keeps(left) and RowFilter(left=True, text="ต้นฉบับ").keeps(left)
    assert sum(counts_of([left]).values()) == 0


def test_a_volume_has_the_errors_of_what_it_binds() -> None:
    snapshot = with_mistake()
    documents = readiness(snapshot, WORK)
    whole = open_errors(snapshot, WORK, documents, "bundle")
    assert set(whole) == set(open_errors(snapshot, WORK, documents))
    [bundle] = [one for one in documents if one.kind.bundle]
    assert "ยังไม่พร้อม" in bundle.words
    setup = dataclasses.replace(setup_of(snapshot, WORK, "bundle"), parts=("cover",))
    small = snapshot_of([*snapshot.records, setup])
    assert isinstance(setup, DocumentSetup)
    assert open_errors(small, WORK, readiness(small, WORK), "bundle") == ()


def test_the_same_records_are_looked_at_once(tmp_path: Path) -> None:
    session, checked = office_session(tmp_path), Checked()
    first = checked.documents(session.snapshot, WORK)
    assert checked.documents(session.snapshot, WORK) is first
    assert checked.rows(session.snapshot, WORK) is checked.rows(session.snapshot, WORK)
    session.change(session.snapshot.office, telephone="๐ ๒๒๒๒ ๒๒๒๒")
    assert checked.documents(session.snapshot, WORK) is not first
