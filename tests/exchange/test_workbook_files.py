"""Workbooks as files: from the session, through LibreOffice, by the commands."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from ita_desktop import cli
from ita_desktop.errors import UserError
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import Measure, Record
from ita_desktop.session.intake.workbooks import (
    EDIT_NAME,
    Import,
    bring_in,
    export_workbook,
    plan_import,
    told_changes,
)
from ita_desktop.session.opening import open_to_read, open_to_work
from ita_desktop.session.session import Session
from ita_desktop.storage.store import create_file
from tests.aids.full_records import FULL_RECORDS, PICTURE
from tests.aids.small_office import office_records, office_session

_PICTURED = (Kind.PICTURE, Kind.ATTACHMENT)
_LONGEST = 120
"""Seconds after which another program hangs."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    yield made
    made.close()


def full_file(path: Path) -> Session:
    """An office file with everything filled, its pictures among it."""
    return Session(create_file(path, FULL_RECORDS, attachments=[(PICTURE, "image/png")]))


def empty_file(path: Path, records: tuple[Record, ...] = ()) -> Session:
    return Session(create_file(path, records))


def change(path: Path, sheet: str, cell: str, value: object) -> None:
    """Type into one cell and save."""
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    book.save(path)


def test_an_import_is_one_edit_that_is_undone_at_once(session: Session, tmp_path: Path) -> None:
    path = export_workbook(session, tmp_path / "สมุดงาน")
    assert path.name == "สมุดงาน.xlsx"
    change(path, "มาตรการ", "C3", "ชื่อใหม่")
    change(path, "สำนัก-กอง", "B6", "กองทะเบียน")
    before = session.snapshot
    found = plan_import(session, path)
    assert session.snapshot is before
    assert found.counts_words == "ใหม่ ๑ รายการ · แก้ไข ๑ รายการ · เหมือนเดิม ๑๑ รายการ"
    assert [(one.title, one.name, one.labels) for one in told_changes(found)] == [
        ("สำนัก/กอง", "กองทะเบียน", ()),
        ("มาตรการ", "2568 · ชื่อใหม่", ("มาตรการ โครงการ หรือกิจกรรม",)),
    ]
    edit = bring_in(session, found)
    session.flush()
    assert (edit.name, session.undo_name) == (EDIT_NAME, EDIT_NAME)
    # the new row has no id still, and is known by its name
    assert plan_import(session, path).reading.changes == ()
    session.undo()
    assert session.snapshot == before


def test_a_new_file_gets_an_equal_office(session: Session, tmp_path: Path) -> None:
    path = export_workbook(session, tmp_path / "สมุดงาน.xlsx")
    fresh = empty_file(tmp_path / "ใหม่.itadb")
    try:
        bring_in(fresh, plan_import(fresh, path))
        fresh.flush()
        assert fresh.snapshot == session.snapshot
        reopened = open_to_read(fresh.path)
        assert reopened.snapshot == session.snapshot
        reopened.close()
    finally:
        fresh.close()


def test_pictures_are_told_where_the_file_has_none(tmp_path: Path) -> None:
    full = full_file(tmp_path / "เต็ม.itadb")
    path = export_workbook(full, tmp_path / "สมุดงาน.xlsx")
    assert (plan_import(full, path).reading.changes, plan_import(full, path).reading.lost) == (
        (),
        (),
    )
    fresh = empty_file(tmp_path / "ใหม่.itadb")
    pictured = [
        field.label
        for record in FULL_RECORDS
        for field in fields_of(type(record))
        if field.kind in _PICTURED and getattr(record, field.name)
    ]
    found = plan_import(fresh, path)
    assert [one.heading for one in found.reading.lost] == pictured
    bring_in(fresh, found)
    fresh.flush()
    for record in FULL_RECORDS:
        names = (one.name for one in fields_of(type(record)) if one.kind in _PICTURED)
        bare = dataclasses.replace(record, **dict.fromkeys(names, ""))
        assert fresh.snapshot.get(type(record), record.id) == bare
    full.close()
    fresh.close()


def test_a_file_that_may_not_be_changed_takes_nothing_over(
    session: Session, tmp_path: Path
) -> None:
    path = export_workbook(session, tmp_path / "สมุดงาน.xlsx")
    change(path, "มาตรการ", "C3", "ชื่อใหม่")
    session.close()
    shut = open_to_read(session.path)
    with pytest.raises(UserError, match="อ่านอย่างเดียว"):
        bring_in(shut, plan_import(shut, path))
    shut.close()


def test_what_the_program_changed_since_the_export_is_not_overwritten(
    session: Session, tmp_path: Path
) -> None:
    measure = session.snapshot.get(Measure, "m1")
    assert measure is not None
    measure = session.change(measure, note="ก่อนส่งออก")
    session.flush()
    path = export_workbook(session, tmp_path / "สมุดงาน.xlsx")
    change(path, "มาตรการ", "C4", "แก้ใน Excel")
    session.change(measure, note="หลังส่งออก")
    session.flush()
    found = plan_import(session, path)
    assert found.told == ("คงค่าที่แก้ในโปรแกรมหลังส่งออกไว้ ๑ ช่อง (ช่องนั้นไม่ได้แก้ใน Excel)",)
    bring_in(session, found)
    notes = {one.id: one.note for one in session.snapshot.of(Measure)}
    assert notes["m1"] == "หลังส่งออก"


def test_an_export_spares_what_stands_there(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "มีแล้ว.xlsx"
    target.write_bytes(b"kept")
    with pytest.raises(UserError, match="มีแฟ้มชื่อ"):
        export_workbook(session, target)
    for wrong, words in ((session.path, "แฟ้มงาน"), (tmp_path / "ก.csv", "แฟ้มชนิด “.csv”")):
        with pytest.raises(UserError, match=words) as refused:
            export_workbook(session, wrong, overwrite=True)
        assert ".xlsx" in refused.value.remedy
    assert target.read_bytes() == b"kept"
    export_workbook(session, target, overwrite=True)
    assert openpyxl.load_workbook(target).sheetnames[0] == "อ่านก่อน"


def test_bad_cells_stop_the_whole_import(session: Session, tmp_path: Path) -> None:
    path = export_workbook(session, tmp_path / "สมุดงาน.xlsx")
    change(path, "มาตรการ", "C3", "ชื่อใหม่")
    change(path, "ตำแหน่ง", "C3", "กองที่ไม่มี")
    found = plan_import(session, path)
    with pytest.raises(UserError, match="มี ๑ ช่องที่ต้องแก้"):
        bring_in(session, found)
    assert session.undo_name == ""


# ---- LibreOffice


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """The workbook opened by LibreOffice and saved anew."""
    profile = (folder / "profile").as_uri()
    made = folder / "made"
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


def test_what_libreoffice_saves_anew_is_the_same_office(tmp_path: Path) -> None:
    full = full_file(tmp_path / "เต็ม.itadb")
    path = export_workbook(full, tmp_path / "book.xlsx")
    again = saved_by_libreoffice(path, tmp_path)
    assert again.read_bytes() != path.read_bytes()
    same: Import = plan_import(full, again)
    assert ([one.words for one in same.reading.bad], same.reading.changes) == ([], ())
    reading = plan_import(empty_file(tmp_path / "ใหม่.itadb"), again).reading
    assert {one.record.id for one in reading.changes} == {one.id for one in FULL_RECORDS}
    full.close()


# ---- commands


Said = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Said:
    """A command's exit code and the lines of its output and of its complaints."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, list[str], list[str]]:
        code = cli.run(words)
        printed = capsys.readouterr()
        return code, printed.out.splitlines(), printed.err.splitlines()

    return run


def test_the_commands_carry_an_office_to_excel_and_back(said: Said, tmp_path: Path) -> None:
    create_file(tmp_path / "ก.itadb", office_records()).close()
    create_file(tmp_path / "ข.itadb", ()).close()
    assert said("workbook", "ก.itadb", "ก.xlsx") == (0, ["ส่งออกแล้ว: ก.xlsx"], [])
    counts = "ใหม่ ๑๒ รายการ · แก้ไข ๐ รายการ · เหมือนเดิม ๐ รายการ"
    asked = ("import", "ข.itadb", "ก.xlsx")
    assert said(*asked, "--check") == (0, [counts], [])
    assert said(*asked) == (0, [counts, "นำเข้าแล้ว: ก.xlsx"], [])
    one, other = open_to_work(tmp_path / "ก.itadb"), open_to_work(tmp_path / "ข.itadb")
    assert one.snapshot == other.snapshot
    one.close()
    other.close()
    assert said(*asked)[1][-1] == "ไม่มีอะไรต้องนำเข้า"


def test_the_commands_tell_every_bad_cell_and_what_else_is_wrong(
    said: Said, tmp_path: Path
) -> None:
    create_file(tmp_path / "ก.itadb", office_records()).close()
    assert said("workbook", "ก.itadb", "ฟอร์ม.xlsx", "--template")[0] == 0
    change(tmp_path / "ฟอร์ม.xlsx", "ตำแหน่ง", "B3", "นายช่าง")
    change(tmp_path / "ฟอร์ม.xlsx", "ตำแหน่ง", "C3", "กองที่ไม่มี")
    change(tmp_path / "ฟอร์ม.xlsx", "มาตรการ", "C3", "มาตรการใหม่")
    change(tmp_path / "ฟอร์ม.xlsx", "มาตรการ", "N3", "เสร็จมั้ง")
    code, printed, lines = said("import", "ก.itadb", "ฟอร์ม.xlsx")
    assert (code, printed, len(lines)) == (2, [], 3)
    assert lines[0].startswith("แผ่น “ตำแหน่ง” ช่อง C3 (สังกัด): ไม่พบสำนัก/กอง “กองที่ไม่มี” — ")
    assert lines[1].startswith("แผ่น “มาตรการ” ช่อง N3 (สถานะ): ")
    assert "๒ ช่องที่ต้องแก้" in lines[2] and " — " in lines[2]
    for words, problem in (
        (("import", "ก.itadb", "ไม่มี.xlsx"), "อ่านแฟ้ม “ไม่มี.xlsx” ไม่ได้"),
        (("import", "ก.itadb", "ก.itadb"), "นำเข้าแฟ้มชนิด “.itadb” ไม่ได้"),
        (("workbook", "ก.itadb", "ฟอร์ม.xlsx"), "มีแฟ้มชื่อ"),
    ):
        code, _printed, lines = said(*words)
        assert code == 2 and len(lines) == 1 and " — " in lines[0] and problem in lines[0]
