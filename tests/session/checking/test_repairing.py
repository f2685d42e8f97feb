"""Many repairs as one edit: of one passage together, of the same words only once."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.model.findings import Finding, Repair, Severity, Spot
from ita_desktop.model.records import Measure
from ita_desktop.model.values import plain_items
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.session.checking.repairing import EDIT_NAME, repair_all, repair_pieces
from ita_desktop.session.session import Session
from tests.aids.small_office import office_session

OLD = "ประกาศมาตราการและเว็บไซด์ของหน่วยงาน"
NEW = "ประกาศมาตรการและเว็บไซต์ของหน่วยงาน"


def measure(session: Session, record_id: str) -> Measure:
    found = session.snapshot.get(Measure, record_id)
    assert found is not None
    return found


def found(session: Session) -> list[Finding]:
    every = all_findings(readiness(session.snapshot, session.year()))
    return [one for one in every if one.repair is not None]


def test_two_mistakes_of_one_passage_are_mended_together(tmp_path: Path) -> None:
    session = office_session(tmp_path)
    session.change(measure(session, "m3"), outputs=plain_items("คู่มือ", OLD), note=OLD)
    session.change(measure(session, "m2"), note=OLD)
    findings = found(session)
    assert len(findings) == 6
    assert repair_all(session, findings) == 6
    assert session.undo_name == f"{EDIT_NAME} ๖ แห่ง"
    assert [one.text for one in measure(session, "m3").outputs] == ["คู่มือ", NEW]
    assert (measure(session, "m3").note, measure(session, "m2").note) == (NEW, NEW)
    assert found(session) == []
    session.undo()
    assert (measure(session, "m3").note, measure(session, "m2").note) == (OLD, OLD)


def test_words_that_are_gone_or_mended_by_another_are_passed_over(tmp_path: Path) -> None:
    session = office_session(tmp_path)
    session.change(measure(session, "m3"), note=OLD)
    first, second = found(session)
    rival = Finding(
        Severity.LOOK_AT, "rival", "", "", "m3", "note", Repair(OLD, OLD.replace("เว็บไซด์", "เพจ"))
    )
    gone = Finding(Severity.LOOK_AT, "gone", "", "", "m9", "note", Repair("ก", "ข"))
    assert repair_all(session, [first, second, rival, gone]) == 2
    assert measure(session, "m3").note in (NEW, NEW.replace("เว็บไซต์", "เพจ"))
    name = session.undo_name
    assert repair_all(session, [first, gone]) == 0
    assert session.undo_name == name


def test_the_words_that_change_stand_apart() -> None:
    repair = Repair("ตามมาตราการนี้", "ตามมาตรการนี้")
    assert repair_pieces(repair) == (("ตามมาตร", "า", "การนี้"), ("ตามมาตร", "", "การนี้"))
    spot = Spot(repair.old, 3, 11)
    assert spot.words == "มาตราการ"
    assert repair_pieces(repair, spot) == (
        ("ตาม", "มาตราการ", "นี้"),
        ("ตาม", "มาตรการ", "นี้"),
    )
