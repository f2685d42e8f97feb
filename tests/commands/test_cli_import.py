"""The command that takes a Word file in."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop import cli
from ita_desktop.model.records import Division, Measure
from ita_desktop.session.opening import open_to_read
from ita_desktop.storage.store import create_file
from tests.aids.small_office import office_records
from tests.aids.word_maker import new_document, saved, table

ROWS = (
    ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "งบประมาณ", "ระยะเวลาดำเนินการ"),
    ("๑. คุมการยืม", "๑. ทำใบยืม\n๒. ตรวจนับ", "กองคลัง", "๕,๐๐๐", "ต.ค. ๖๗ - ก.ย. ๖๘"),
    ("๒. อบรมครู", "จัดอบรม", "กองการศึกษา", "", "ตอนว่าง"),
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "ศรีสำราญ.itadb"
    create_file(path, office_records()).close()
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = new_document()
    table(document, [("ตัวชี้วัด", "คะแนน"), ("การปฏิบัติหน้าที่", "๙๐.๐๐")])
    document.add_paragraph("ตารางมาตรการ")
    table(document, ROWS)
    path = tmp_path / "ปีก่อน.docx"
    path.write_bytes(saved(document))
    return path


def held(office: Path) -> tuple[int, int]:
    """How many measures and divisions the file holds."""
    session = open_to_read(office)
    try:
        return len(session.snapshot.of(Measure)), len(session.snapshot.of(Division))
    finally:
        session.close()


def test_measures_are_taken_in_and_everything_else_is_told(
    office: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["import", str(office), str(word)]) == 0
    said = capsys.readouterr().out
    assert held(office) == (5, 4)
    for words in (
        "* ตารางที่ ๒ (๒ แถว)",
        "(ไม่ใช่มาตรการ)",
        "1. คุมการยืม",
        "ต้องดู: ระยะเวลาดำเนินการ",
        "สำนัก/กองใหม่: กองการศึกษา",
        "ไม่นำเข้า: คอลัมน์ “งบประมาณ”: ๕,๐๐๐",
        "นำเข้าแล้ว: เพิ่ม ๒ มาตรการ ในปีงบประมาณ พ.ศ. ๒๕๖๘",
    ):
        assert words in said, words


def test_a_check_changes_nothing(
    office: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = office.read_bytes()
    assert cli.run(["import", str(office), str(word), "--check", "--table", "๒"]) == 0
    said = capsys.readouterr().out
    assert "1. คุมการยืม" in said
    assert "นำเข้าแล้ว" not in said
    assert office.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ไม่มี.docx",), "ไม่พบแฟ้ม"),
        (("ตาราง.csv",), "นำเข้าแฟ้มชนิด “.csv” ไม่ได้"),
        (("ปีก่อน.docx", "--table", "9"), "ไม่มีตารางที่ “9”"),
        (("ปีก่อน.docx", "--year", "2570"), "ไม่มีงานของปีงบประมาณ"),
        (("ปีก่อน.docx", "--year", "ปีนี้"), "ไม่ใช่ปีงบประมาณ"),
    ],
)
def test_a_mistake_is_told_with_its_remedy(
    office: Path,
    word: Path,
    words: tuple[str, ...],
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source, *more = words
    assert cli.run(["import", str(office), str(word.with_name(source)), *more]) == cli.MISTAKE
    said = capsys.readouterr().err.strip()
    assert told in said
    assert " — " in said
    assert held(office) == (3, 3)


def test_a_file_without_tables_is_told(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = new_document()
    document.add_paragraph("ไม่มีตาราง")
    empty = tmp_path / "ว่าง.docx"
    empty.write_bytes(saved(document))
    assert cli.run(["import", str(office), str(empty)]) == cli.MISTAKE
    assert "ไม่พบตาราง" in capsys.readouterr().err
