"""The command ``check``, run as a person runs it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop import cli
from ita_desktop.model.records import Measure
from ita_desktop.model.values import Status, plain_items
from ita_desktop.session.opening import open_to_work


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "หน่วยงาน.itadb"
    assert cli.run(["new", str(path), "--sample"]) == 0
    return path


def test_everything_is_told_by_document_with_its_place(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    capsys.readouterr()
    assert cli.run(["check", str(file)]) == 1
    told = capsys.readouterr().out
    [line] = [one for one in told.splitlines() if "ยังไม่มีสถานะ" in one]
    assert line.startswith("  [ต้องแก้ไข] มาตรการที่ ๑๐ ประกาศเกณฑ์รับสมัครเด็กเล็ก")
    assert " – สถานะ: " in line
    assert "พร้อมลงนาม" in told and "ต้องแก้ไข ๒ รายการ" in told
    assert file.read_bytes() == before


def test_json_says_the_same_and_the_code_turns_once_all_is_mended(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["check", str(file), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["errors"] == 2
    assert told["action_year"] == 2569
    [report] = [one for one in told["documents"] if one["document"] == "report"]
    assert not report["ready"]
    assert [(one["severity"], one["rule"], one["field"]) for one in report["findings"]] == [
        ("E", "missing-status", "status"),
        ("E", "missing-results", "results"),
        ("W", "round-not-reported", "monitoring"),
    ]
    assert {one["words"] for one in report["findings"]} == {""}
    with closing(open_to_work(file)) as session:
        measure = session.snapshot.get(Measure, report["findings"][0]["record_id"])
        assert measure is not None
        session.change(
            measure,
            status=Status.DONE,
            results=plain_items("ปิดประกาศแล้ว"),
            outcomes=plain_items("ผู้ปกครองทราบเกณฑ์ก่อนสมัคร"),
        )
    assert cli.run(["check", str(file), "--json"]) == 0


def test_a_year_that_the_file_does_not_hold_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["check", str(file), "--year", "2560"]) == cli.MISTAKE
    assert "2569" in capsys.readouterr().err
