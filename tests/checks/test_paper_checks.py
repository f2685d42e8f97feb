"""What each document lacks of what it prints itself."""

from __future__ import annotations

import dataclasses

import pytest

from ita_desktop.checks.measures.completeness import Needs, measure_findings
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.signers import usual_chain
from ita_desktop.model.findings import Severity
from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    Evidence,
    Measure,
    Office,
    OwnLayout,
    OwnWording,
    Person,
    Position,
    Record,
    YearWork,
)
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import MemoBody, OwnText, Signer, Status, plain_items
from ita_desktop.session.checking.readiness import Readiness, all_findings, readiness

YEAR = YearWork.of(2569)
OFFICE = Office(name="ศรีสำราญ", district="เมือง", province="ศรีสำราญ", telephone="๐ ๔๔๐๐ ๐๐๐๐")
MAYOR = Position(id="mayor", rank="1", title="นายกเทศมนตรีตำบลศรีสำราญ")
CLERK = Position(id="clerk", rank="2", title="นักวิเคราะห์นโยบายและแผน")
PEOPLE = (
    MAYOR,
    CLERK,
    Person(id="a", rank="1", first_name="สมหมาย", last_name="ใจงาม", position_id="mayor"),
    Person(id="b", rank="2", first_name="อรุณี", last_name="มั่นคง", position_id="clerk"),
)
DIVISION = Division(id="d", rank="1", name="สำนักปลัดเทศบาล")


def setup(document: str, **values: object) -> DocumentSetup:
    return dataclasses.replace(DocumentSetup.of(YEAR.id, document), **values)  # type: ignore[arg-type]


def of(document: str, *records: Record) -> Readiness:
    snapshot = snapshot_of((YEAR, *records))
    return next(one for one in readiness(snapshot, YEAR) if one.kind.id == document)


def codes(document: str, *records: Record, severity: Severity | None = None) -> list[str]:
    found = of(document, *records).findings
    return [one.code for one in found if severity in (None, one.severity)]


def test_a_memo_asks_for_its_division_its_signer_and_whoever_is_asked() -> None:
    bare = of("memo", OFFICE, DIVISION)
    must = {one.code for one in bare.findings if one.severity is Severity.MUST_MEND}
    assert {"missing-division", "missing-signers"} <= must
    assert "no-opinions" in codes("memo", OFFICE, DIVISION, severity=Severity.LOOK_AT)
    chain = usual_chain(snapshot_of((OFFICE, *PEOPLE)))
    whole = setup("memo", division_id="d", signers=(Signer("b", "clerk"),), opinions=chain)
    left = set(codes("memo", OFFICE, DIVISION, *PEOPLE, whole))
    assert not left & {"missing-division", "missing-signers", "no-opinions", "opinion-unnamed"}


def test_a_memo_that_names_no_division_needs_none() -> None:
    own = setup("memo", texts=(OwnText("memo.sender", "{agency}"),), memo_body=MemoBody.HEADED)
    facts = OwnText("memo.facts", "มีมาตรการใหม่")
    assert "missing-division" in codes("memo", OFFICE, DIVISION, own)
    own = dataclasses.replace(own, texts=(*own.texts, facts))
    assert "missing-division" not in codes("memo", OFFICE, DIVISION, own)


def test_an_announcement_asks_for_the_name_of_whoever_announces() -> None:
    for document in ("announcement-measures", "announcement-intent"):
        assert codes(document, OFFICE, severity=Severity.MUST_MEND) == ["missing-signers"]
        assert codes(document, OFFICE, *PEOPLE, severity=Severity.MUST_MEND) == []


def test_only_the_executive_declares_the_intent() -> None:
    signed = {"signers": (Signer("b", "clerk"),)}
    intent = setup("announcement-intent", **signed)
    assert "signer-not-executive" in codes("announcement-intent", OFFICE, *PEOPLE, intent)
    measures = setup("announcement-measures", **signed)
    assert "signer-not-executive" not in codes("announcement-measures", OFFICE, *PEOPLE, measures)


def test_an_announcement_is_asked_for_no_measure_and_no_place() -> None:
    nameless = dataclasses.replace(OFFICE, district="", province="")
    assert codes("announcement-intent", nameless, *PEOPLE, severity=Severity.MUST_MEND) == []
    assert "missing-district" in codes("cover", nameless)


def test_evidence_asks_for_pictures_and_captions() -> None:
    assert codes("evidence", OFFICE) == ["no-evidence"]
    bare = Evidence(id="e", year_id=YEAR.id, rank="1", picture="digest")
    [found] = of("evidence", OFFICE, bare).findings
    assert (found.code, found.record_id, found.field) == ("missing-caption", "e", "caption")


def test_a_volume_tells_which_of_its_parts_are_not_ready_and_counts_them_once() -> None:
    chosen = setup("bundle", parts=("cover", "evidence"))
    [found] = of("bundle", OFFICE, chosen).findings
    assert found.code == "part-not-ready" and "ภาพหลักฐาน" in found.problem
    assert found.record_id == DocumentSetup.of(YEAR.id, "evidence").id
    everything = all_findings(readiness(snapshot_of((YEAR, OFFICE, chosen)), YEAR))
    assert "part-not-ready" not in [one.code for one in everything]


def test_a_missing_emblem_is_a_note_and_an_open_date_a_doubt_of_what_is_announced() -> None:
    ready = of("announcement-intent", OFFICE, *PEOPLE)
    assert {(one.code, one.severity) for one in ready.findings} == {
        ("date-blank", Severity.LOOK_AT),
        ("garuda-blank", Severity.NOTE),
    }
    assert ready.ready
    assert {"date-blank", "garuda-blank"} <= set(
        codes("memo", OFFICE, DIVISION, *PEOPLE, severity=Severity.NOTE)
    )


def test_a_field_nobody_knows_in_any_layer_of_a_wording_must_be_mended() -> None:
    everywhere = OwnWording(id=OwnWording.key("cover.title"), name="cover.title", words="{หน่วย}")
    [found] = of("cover", OFFICE, everywhere).findings
    assert found.code == "unknown-wording-field" and found.field == "texts:cover.title"
    here = setup("cover", texts=(OwnText("cover.title", "มาตรการ"),))
    assert codes("cover", OFFICE, everywhere, here) == []


def test_wordings_that_are_not_printed_are_not_looked_at() -> None:
    wrong = (OwnText("plan.cover", "{ไม่มี}"),)
    assert "unknown-wording-field" in codes("plan", OFFICE, setup("plan", texts=wrong))
    without = setup("plan", texts=wrong, cover=False)
    assert "unknown-wording-field" not in codes("plan", OFFICE, without)


def test_a_wording_the_document_needs_is_missed_when_it_is_emptied() -> None:
    empty = setup("announcement-intent", texts=(OwnText("announcement-intent.sections", ""),))
    assert "no-wording" in codes("announcement-intent", OFFICE, *PEOPLE, empty)


# ---- measures

MEASURE = Measure(id="m", year_id=YEAR.id, rank="1", title="ตรวจนับทรัพย์สิน")


def _columns(*fields: str) -> OwnLayout:
    columns = tuple(LayoutColumn(one, one) for one in fields)
    return OwnLayout(id="own", rank="1", title="ย่อ", document="report", columns=columns)


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (("title", "results"), {"missing-results"}),
        (("numbered-measure", "timeline"), {"missing-timeline"}),
        (("measure", "outcome-done", "steps"), {"missing-steps", "missing-status"}),
    ],
)
def test_what_the_table_does_not_print_need_not_be_filled(
    fields: tuple[str, ...], asked: set[str]
) -> None:
    use = setup("report", layout="own")
    found = codes("report", OFFICE, DIVISION, MEASURE, _columns(*fields), use)
    assert set(found) == asked


def test_a_measure_of_sub_measures_alone_is_called_after_the_first() -> None:
    made = dataclasses.replace(
        MEASURE, title="", sub_measures=plain_items("จัดทำทะเบียนคุม", "ตรวจนับ")
    )
    assert made.name == "จัดทำทะเบียนคุม"
    found = measure_findings(made, Needs("report"))
    assert "title" not in [one.field for one in found]
    assert all("จัดทำทะเบียนคุม" in one.remedy for one in found)
    assert "title" in [one.field for one in measure_findings(Measure(id="x"), Needs("report"))]


def test_what_could_not_be_done_needs_its_reason_only_where_it_is_printed() -> None:
    cannot = dataclasses.replace(MEASURE, status=Status.CANNOT)
    use = setup("report", layout="own")
    told = ("report", OFFICE, DIVISION, cannot, use)
    assert "cannot-without-reason" in codes(*told, _columns("title", "outcome-cannot"))
    assert "cannot-without-reason" not in codes(*told, _columns("title", "timeline"))


def test_every_document_of_an_empty_office_can_be_checked() -> None:
    found = readiness(snapshot_of((YEAR,)), YEAR)
    assert [one.kind for one in found] == list(DOCUMENTS)
    assert all(not one.ready for one in found)


def test_a_year_just_begun_is_told_once_that_nothing_was_reported() -> None:
    other = dataclasses.replace(MEASURE, id="other", rank="2")
    printed = (_columns("title", "outcome-done", "results"), setup("report", layout="own"))
    found = codes("report", OFFICE, DIVISION, MEASURE, other, *printed)
    assert found.count("no-results") == 1
    assert not {"missing-status", "missing-results"} & set(found)
    begun = dataclasses.replace(other, status=Status.DONE)
    found = codes("report", OFFICE, DIVISION, MEASURE, begun, *printed)
    assert "no-results" not in found
    assert found.count("missing-status") == 1
    assert found.count("missing-results") == 2
