"""Results asked of divisions, and what comes back: real workbooks, filled as a division would."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from ita_desktop import cli
from ita_desktop.documents.requests import request_document
from ita_desktop.errors import UserError
from ita_desktop.exchange.requests.writing import SHEET
from ita_desktop.exchange.workbook.writing import HIDDEN
from ita_desktop.model.records import DocumentSetup, Measure, ReportingRound, RoundReport
from ita_desktop.model.rounds import due_date, round_of, rounds_of
from ita_desktop.model.values import AllDivisions, DivisionRef, Item, Status, plain_items
from ita_desktop.render.text import to_text
from ita_desktop.session.opening import open_to_read
from ita_desktop.session.rounds.answers import (
    is_request_file,
    plan_answers,
    refused_error,
    take_answers,
)
from ita_desktop.session.rounds.requests import all_asked, division_named, make_requests
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import begin_next_year
from ita_desktop.storage.store import create_file
from tests.aids.readers import pdfium_text
from tests.aids.round_offices import WORK, fill, request_of, round_records, two_divisions_measure
from tests.aids.small_office import office_session

TODAY = date(2025, 4, 10)
_LONGEST = 120
"""Seconds after which another program hangs."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path, round_records())
    made.clock = lambda: datetime(2025, 4, 10, 9, 30)
    yield made
    made.close()


def report_of(session: Session, measure_id: str, month: int = 6) -> RoundReport:
    found = session.snapshot.get(RoundReport, RoundReport.key(measure_id, month))
    assert found is not None
    return found


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """The workbook opened by LibreOffice and saved as .xlsx again."""
    made = folder / "made"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(made), str(path)),
        ],
        env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_LONGEST,
        check=True,
    )
    return made / path.name


# ---- what is asked


def test_each_division_gets_its_own_measures_and_only_those(session: Session) -> None:
    asked = all_asked(session.snapshot, WORK, 6)
    told = {one.division.name: [each.id for each in one.measures] for one in asked}
    assert told == {"สำนักปลัดเทศบาล": ["m2", "m4"], "กองคลัง": ["m1", "m4"], "กองช่าง": ["m4"]}


def test_the_request_asks_by_memo_and_has_a_box_for_each_measure(session: Session) -> None:
    memo = dataclasses.replace(DocumentSetup.of(WORK.id, "memo"), division_id="d1")
    session.add(memo)
    [asked] = all_asked(session.snapshot, WORK, 6, ["d2"])
    said = to_text(request_document(session.snapshot, asked))
    for words in (
        "เรียน  ผู้อำนวยการกองคลัง",
        "รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๗ - ๓๑ มีนาคม ๒๕๖๘)",
        "จำนวน ๒ มาตรการ",
        "ส่งคืนสำนักปลัดเทศบาล ภายในวันที่ ๑๕ เมษายน ๒๕๖๘",
        "มาตรการควบคุมการยืมทรัพย์สินของราชการ",
        "ร่วมกับ ทุกสำนัก/กอง",
        "☐ ดำเนินการแล้วเสร็จ",
    ):
        assert words in said
    assert "เผยแพร่ช่องทางร้องเรียน" not in said


def test_the_sheet_shows_what_the_file_knows_already(session: Session) -> None:
    held = RoundReport.of("m1", 6)
    session.add(dataclasses.replace(held, status=Status.DONE, results=plain_items("ตรวจแล้ว")))
    [asked] = all_asked(session.snapshot, WORK, 6, ["d2"])
    said = to_text(request_document(session.snapshot, asked))
    assert "☑ ดำเนินการแล้วเสร็จ" in said and "ตรวจแล้ว" in said


def test_a_pdf_and_a_workbook_are_written_for_each_division(
    session: Session, tmp_path: Path
) -> None:
    written = make_requests(session, all_asked(session.snapshot, WORK, 6), tmp_path / "ขอผล")
    assert len(written) == 6
    assert written[2].name == "ขอผลรอบ6เดือน_2568_กองคลัง.pdf"
    assert "กองคลัง" in "".join(pdfium_text(written[2].read_bytes()).split())
    with pytest.raises(UserError, match="อยู่แล้ว"):
        make_requests(session, all_asked(session.snapshot, WORK, 6), tmp_path / "ขอผล")
    with pytest.raises(UserError, match="ไม่มีมาตรการ"):
        make_requests(session, (), tmp_path)


def test_cells_that_are_given_are_locked_and_the_status_is_picked(
    session: Session, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(request_of(session, "d2", tmp_path / "ขอ"))
    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert [sheet.cell(7, at).protection.locked for at in (2, 3, 4, 5, 7)] == [
        *(True, True, True),
        *(False, False),
    ]
    [rule] = sheet.data_validations.dataValidation
    assert (rule.type, str(rule.sqref)) == ("list", "E7:E8")
    assert Status.CANNOT.label in rule.formula1
    assert sheet.column_dimensions["A"].hidden and sheet.row_dimensions[1].hidden
    assert book[HIDDEN].sheet_state == "veryHidden"
    assert sheet["G7"].alignment.wrap_text
    content = zipfile.ZipFile(tmp_path / "ขอ" / "ขอผลรอบ6เดือน_2568_กองคลัง.xlsx")
    row = content.read("xl/worksheets/sheet1.xml").partition(b'<row r="7"')[2].partition(b">")[0]
    assert b" ht=" in row and b"customHeight" not in row  # it grows with what is typed
    page = sheet.page_setup
    assert (page.orientation, page.fitToHeight) == ("landscape", 0)


# ---- what comes back


def test_what_was_filled_becomes_reports_as_one_edit(session: Session, tmp_path: Path) -> None:
    path = request_of(session, "d2", tmp_path / "ขอ")
    fill(
        path,
        "m1",
        {"status": "ดำเนินการแล้วเสร็จ", "results": "1. ทำทะเบียน\n    1.1 ครุภัณฑ์\n2. ตรวจนับ"},
    )
    fill(path, "m4", {"outcomes": "ประชาชนเข้าถึงข้อมูล", "recommendations": "ขาดอุปกรณ์"})
    before = session.snapshot
    found = plan_answers(session, [path])
    assert session.snapshot is before and found.refused == ()
    assert (found.counts_words, found.colliding) == ("มีผลใหม่ ๒ มาตรการ", 0)
    edit = take_answers(session, found)
    assert edit.name == session.undo_name == "รับผลรอบ ๖ เดือน ปี ๒๕๖๘จากกองคลัง"
    told = report_of(session, "m1")
    assert told.status is Status.DONE
    assert told.results == (Item("ทำทะเบียน", (Item("ครุภัณฑ์"),)), Item("ตรวจนับ"))
    assert (told.reported, told.reporters) == (TODAY, (DivisionRef("d2"),))
    assert report_of(session, "m4").recommendations == plain_items("ขาดอุปกรณ์")
    assert plan_answers(session, [path]).groups == ()  # a second time brings nothing
    session.undo()
    assert session.snapshot == before


def test_an_untouched_request_brings_nothing(session: Session, tmp_path: Path) -> None:
    held = dataclasses.replace(RoundReport.of("m1", 6), results=plain_items("ของเดิม"))
    session.add(held)
    path = request_of(session, "d2", tmp_path / "ขอ")
    session.change(held, results=plain_items("แก้ในโปรแกรมภายหลัง"))
    found = plan_answers(session, [path])
    assert found.groups == ()
    assert found.counts_words == "ไม่มีอะไรใหม่ แฟ้มงานมีครบแล้ว"


def test_a_request_saved_by_libreoffice_comes_back_equal(session: Session, tmp_path: Path) -> None:
    held = RoundReport.of("m1", 6)
    told = dataclasses.replace(
        held,
        status=Status.CANNOT,
        status_reason="ไม่มีงบ\nประมาณ",
        results=(Item("ก", (Item("ข"), Item("ค"))), Item("ง 1,200.50 บาท")),
        outputs=plain_items("๑๒"),
        note="หมายเหตุ",
    )
    session.add(told)
    path = request_of(session, "d2", tmp_path / "ขอ")
    again = saved_by_libreoffice(path, tmp_path)
    assert again.read_bytes() != path.read_bytes()
    found = plan_answers(session, [again])
    assert ([one.words for one in found.refused], found.groups) == ([], ())
    fill(again, "m4", {"status": "อยู่ระหว่างดำเนินการ", "results": "ลงเว็บไซต์แล้ว"})
    take_answers(session, plan_answers(session, [saved_by_libreoffice(again, tmp_path / "made")]))
    assert report_of(session, "m1") == told
    assert report_of(session, "m4").results == plain_items("ลงเว็บไซต์แล้ว")


def test_a_renamed_measure_is_found_by_its_key(session: Session, tmp_path: Path) -> None:
    path = request_of(session, "d2", tmp_path / "ขอ")
    fill(path, "m1", {"results": "ตรวจแล้ว"})
    measure = session.snapshot.get(Measure, "m1")
    assert measure is not None
    session.change(measure, title="ชื่อใหม่ทั้งหมด")
    take_answers(session, plan_answers(session, [path]))
    assert report_of(session, "m1").results == plain_items("ตรวจแล้ว")


def test_two_divisions_of_one_measure_are_put_together(session: Session, tmp_path: Path) -> None:
    shared = two_divisions_measure(session)
    paths = [request_of(session, one, tmp_path / one) for one in ("d1", "d2")]
    fill(paths[0], shared.id, {"status": "ดำเนินการแล้วเสร็จ", "results": "สำนักปลัดทำแล้ว"})
    fill(paths[1], shared.id, {"status": "ยังไม่ได้ดำเนินการ", "results": "กองคลังรอแบบ"})
    found = plan_answers(session, paths)
    assert found.colliding == 2
    assert found.senders == "สำนักปลัดเทศบาลและกองคลัง"
    take_answers(session, found)
    told = report_of(session, shared.id)
    assert told.results == plain_items("สำนักปลัดทำแล้ว", "กองคลังรอแบบ")
    assert told.status is Status.IN_PROGRESS
    assert told.reporters == (DivisionRef("d1"), DivisionRef("d2"))


def test_what_was_typed_here_meanwhile_is_kept_beside(session: Session, tmp_path: Path) -> None:
    path = request_of(session, "d2", tmp_path / "ขอ")
    session.add(dataclasses.replace(RoundReport.of("m1", 6), results=plain_items("พิมพ์ไว้เอง")))
    fill(path, "m1", {"results": "กองคลังส่งมา", "outputs": "ทะเบียน"})
    found = plan_answers(session, [path])
    views = {
        view.proposal.field.name: view for view in found.groups[0].views if view.proposal.field
    }
    assert views["results"].proposal.collides and not views["outputs"].proposal.collides
    assert views["results"].ours == "๑. พิมพ์ไว้เอง"
    only = [views["outputs"].proposal]  # the clerk leaves the other out
    take_answers(session, found, only)
    told = report_of(session, "m1")
    assert (told.results, told.outputs) == (plain_items("พิมพ์ไว้เอง"), plain_items("ทะเบียน"))
    take_answers(session, plan_answers(session, [path]))
    assert report_of(session, "m1").results == plain_items("พิมพ์ไว้เอง", "กองคลังส่งมา")


def test_a_division_may_send_again_what_it_has_mended(session: Session, tmp_path: Path) -> None:
    path = request_of(session, "d2", tmp_path / "ขอ")
    fill(path, "m1", {"results": "ตรวจ ๓๐ รายการ"})
    take_answers(session, plan_answers(session, [path]))
    fill(path, "m1", {"results": "ตรวจ ๓๑ รายการ"})
    found = plan_answers(session, [path])
    assert (found.counts_words, found.colliding) == ("ต่างจากที่มีอยู่ ๑ มาตรการ", 0)
    take_answers(session, found)
    assert report_of(session, "m1").results == plain_items("ตรวจ ๓๑ รายการ")


def test_everything_wrong_is_told_at_once_and_nothing_is_taken(
    session: Session, tmp_path: Path
) -> None:
    first = request_of(session, "d2", tmp_path / "ก")
    second = request_of(session, "d1", tmp_path / "ข")
    ninth = request_of(session, "d1", tmp_path / "ค", month=9)
    fill(first, "m1", {"status": "เสร็จเรียบร้อย", "results": "ทำแล้ว"})
    fill(first, "m4", {"results": "=1/0"})
    fill(second, "m2", {"results": "ติดป้ายแล้ว"})
    measure = session.snapshot.get(Measure, "m2")
    assert measure is not None
    session.remove(measure)
    book = openpyxl.load_workbook(first)
    book[SHEET]["D5"] = "๓๙ มีนาคม ๒๕๖๘"
    book.save(first)
    plain = tmp_path / "ธรรมดา.xlsx"
    openpyxl.Workbook().save(plain)
    found = plan_answers(session, [first, second, ninth, plain])
    told = [one.words for one in found.refused]
    assert len(told) == 5 and found.groups == ()
    for words in (
        "ช่อง E7 (สถานะ): “เสร็จเรียบร้อย” ไม่อยู่ในรายการให้เลือก",
        "ช่อง D5 (วันที่รายงาน)",
        "ไม่พบมาตรการของแถวนี้",
        "ไม่ได้ใช้รอบ ๙ เดือน",
        "ธรรมดา.xlsx: แฟ้มนี้ไม่ใช่แบบรายงานผล",
    ):
        assert any(words in one for one in told), words
    assert "๕ เรื่อง" in refused_error(found).problem
    with pytest.raises(UserError):
        take_answers(session, found)
    assert session.snapshot.of(RoundReport) == ()


def test_a_request_of_another_office_or_year_is_refused(session: Session, tmp_path: Path) -> None:
    path = request_of(session, "d2", tmp_path / "ขอ")
    fill(path, "m1", {"results": "ทำแล้ว"})
    others = [
        dataclasses.replace(one, id=f"x{one.id}") if isinstance(one, Measure) else one
        for one in round_records()
    ]
    other = Session(create_file(tmp_path / "อื่น.itadb", others))
    [refused] = plan_answers(other, [path]).refused
    assert "ทำจากแฟ้มงานอื่น (เทศบาลตำบลศรีสำราญ)" in refused.problem
    other.close()
    book = openpyxl.load_workbook(path)
    book[SHEET]["A1"] = book[SHEET]["A1"].value.replace("2568", "2571")
    book.save(path)
    [refused] = plan_answers(session, [path]).refused
    assert "ปีงบประมาณ ๒๕๗๑ ซึ่งไม่มีในแฟ้มงาน" in refused.problem


def test_a_round_in_use_is_taken_whichever_it_is(session: Session, tmp_path: Path) -> None:
    session.add(dataclasses.replace(ReportingRound.of(WORK.id, 9), used=True))
    path = request_of(session, "d3", tmp_path / "ขอ", month=12)
    fill(path, "m4", {"results": "สิ้นปี"})
    take_answers(session, plan_answers(session, [path]))
    assert report_of(session, "m4", 12).results == plain_items("สิ้นปี")


def test_what_everybody_sent_is_not_asked_of_anybody_again(
    session: Session, tmp_path: Path
) -> None:
    everybody = (AllDivisions(),)
    held = dataclasses.replace(RoundReport.of("m4", 6), note="รวมแล้ว", reporters=everybody)
    session.add(held)
    path = request_of(session, "d3", tmp_path / "ขอ")
    assert is_request_file(path)
    fill(path, "m4", {"note": "แก้"})
    take_answers(session, plan_answers(session, [path]))
    told = report_of(session, "m4")
    assert (told.note, told.reporters) == ("แก้", everybody)


def test_rounds_come_along_to_the_next_year_without_their_days(session: Session) -> None:
    third = dataclasses.replace(ReportingRound.of(WORK.id, 3), used=True, days=7)
    half = dataclasses.replace(ReportingRound.of(WORK.id, 6), due=date(2025, 4, 4))
    session.add(third, half)
    begun = begin_next_year(session, WORK, ["m1"]).work
    assert [one.month for one in rounds_of(session.snapshot, begun)] == [3, 6, 12]
    brought = round_of(session.snapshot, begun, 3)
    assert due_date(begun, brought) == date(2026, 1, 7)
    assert round_of(session.snapshot, begun, 6).due is None


# ---- commands


def test_requests_are_written_and_taken_back_by_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office, folder = tmp_path / "ศรีสำราญ.itadb", tmp_path / "ขอผล"
    create_file(office, round_records()).close()
    words = ["request", str(office), "--round", "๖", "--to", str(folder)]
    assert cli.run([*words, "--as", "xlsx"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert cli.run([*words, "--division", "กองคลงั"]) == 2
    assert "น่าจะเป็น “กองคลัง”" in capsys.readouterr().err
    paths = sorted(folder.glob("*.xlsx"))
    for path in paths:
        fill(path, "m4", {"results": f"ผลของ {path.stem[-6:]}"})
    assert cli.run(["import", str(office), *map(str, paths), "--check"]) == 0
    assert "มีผลใหม่ ๑ มาตรการ" in capsys.readouterr().out
    assert cli.run(["import", str(office), *map(str, paths)]) == 0
    said = capsys.readouterr().out
    assert "ผลการดำเนินการ" in said and "รับเข้าแล้ว ๑ มาตรการ" in said
    session = open_to_read(office)
    [report] = session.snapshot.of(RoundReport)
    assert len(report.results) == 3
    session.close()
    plain = tmp_path / "อื่น.xlsx"
    openpyxl.Workbook().save(plain)
    assert cli.run(["import", str(office), str(paths[0]), str(plain)]) == 2
    assert "นำเข้าหลายแฟ้มพร้อมกันได้เฉพาะ" in capsys.readouterr().err


def test_the_report_of_a_round_is_exported_by_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office, target = tmp_path / "ศรีสำราญ.itadb", tmp_path / "รอบ.pdf"
    create_file(office, round_records()).close()
    words = ["export", str(office), "--to", str(target), "--round", "6"]
    assert cli.run([*words, "--document", "report"]) == 0
    assert "รอบ๖เดือน" in "".join(pdfium_text(target.read_bytes()).split())
    capsys.readouterr()
    assert cli.run([*words, "--document", "plan", "--force"]) == 2
    assert "ไม่มีรอบให้เลือก" in capsys.readouterr().err
    assert cli.run([*words, "--all"]) == 2


def test_a_division_is_found_by_its_short_name_too(session: Session) -> None:
    assert division_named(session.snapshot, "สำนักปลัด").id == "d1"
