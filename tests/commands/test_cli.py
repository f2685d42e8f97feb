"""The commands, run as a person runs them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest

from ita_desktop.documents.catalog import DOCUMENTS
from tests.aids.places import ROOT


@pytest.fixture
def main(tmp_path: Path):  # type: ignore[no-untyped-def]
    environment = {
        **{name: value for name, value in os.environ.items() if "DISPLAY" not in name},
        "ITA_DESKTOP_HOME": str(tmp_path / "home"),
    }
    environment.pop("QT_QPA_PLATFORM", None)

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            check=False,
        )

    return run


@pytest.fixture
def sample(main, tmp_path: Path) -> Path:  # type: ignore[no-untyped-def]
    path = tmp_path / "ตัวอย่าง #1 100%.itadb"
    made = main("new", path, "--sample")
    assert made.returncode == 0, made.stderr
    return path


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """A mistake is told in one Thai line with a remedy, exit code 2, without a traceback."""
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert " — " in done.stderr
    for word in words:
        assert word in done.stderr


def test_whoever_stops_reading_is_no_fault(sample: Path) -> None:
    words = [sys.executable, str(ROOT / "main.py"), "documents", str(sample)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        told = running.stderr.read()
    assert (running.returncode, told) == (0, b"")


def test_documents_lists_ids_and_titles(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    done = main("documents", sample)
    assert done.returncode == 0
    ids = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert ids == [kind.id for kind in DOCUMENTS]


@pytest.mark.parametrize(
    "layout", ["result-status", "result-suggestion", "result-outcome", "result-output"]
)
def test_export_makes_the_report_in_every_layout(main, sample: Path, layout: str) -> None:  # type: ignore[no-untyped-def]
    target = sample.with_name(f"{layout}.pdf")
    done = main("export", sample, "--document", "report", "--layout", layout, "--to", target)
    assert done.returncode == 0, done.stderr
    assert len(pypdf.PdfReader(target).pages) > 10


def test_export_says_on_one_line_how_many_errors_are_open(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    done = main("export", sample, "--document", "report", "--to", sample.with_name("ร.pdf"))
    assert done.returncode == 0
    assert done.stderr.strip() == "เอกสารนี้ยังมีที่ต้องแก้ไข ๒ รายการ ดูได้ด้วยคำสั่ง check"
    done = main("export", sample, "--document", "plan", "--to", sample.with_name("ม.pdf"))
    assert (done.returncode, done.stderr) == (0, "")


def test_export_takes_digits_and_year_in_thai_or_arabic(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    for digits, year in (("thai", "๒๕๖๙"), ("arabic", "2569")):
        target = sample.with_name(f"{digits}.pdf")
        done = main(
            "export", sample, "--document", "report", "--digits", digits, "--year", year,
            "--to", target,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert f"พ.ศ. {year}" in pypdf.PdfReader(target).pages[0].extract_text()


def test_export_all_makes_every_document_under_its_upload_name(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    folder = sample.parent / "เอกสาร"
    done = main("export", sample, "--all", "--to", folder)
    assert done.returncode == 0, done.stderr
    names = [path.name for path in folder.iterdir()]
    assert len(names) == len(DOCUMENTS)
    assert "O26_รายงานผลมาตรการ_2569_เทศบาลตำบลศรีสำราญ.pdf" in names
    assert "O25_มาตรการส่งเสริมคุณธรรม_2569_เทศบาลตำบลศรีสำราญ.pdf" in names
    refused(main("export", sample, "--all", "--to", folder), "อยู่แล้ว")
    assert main("export", sample, "--all", "--to", folder, "--force").returncode == 0


def test_export_makes_a_word_file_where_the_name_ends_so(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    target = sample.with_name("รายงาน.DOCX")
    words = ("export", sample, "--document", "report", "--layout", "result-output", "--to", target)
    done = main(*words, "--digits", "arabic")
    assert done.returncode == 0, done.stderr
    read = docx.Document(str(target))
    assert "ประจำปีงบประมาณ พ.ศ.\u00a02569" in "\n".join(one.text for one in read.paragraphs)
    assert read.tables[0].cell(0, 3).text == "ผลการดำเนินการ"
    before = target.read_bytes()
    refused(main(*words), "รายงาน.DOCX", "อยู่แล้ว")
    assert main(*words, "--digits", "arabic", "--force").returncode == 0
    assert target.read_bytes() == before


def test_export_all_makes_every_document_for_word(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    folder = sample.parent / "เอกสาร"
    before = sample.read_bytes()
    done = main("export", sample, "--all", "--to", folder, "--as", "docx")
    assert done.returncode == 0, done.stderr
    names = [path.name for path in folder.iterdir()]
    assert len(names) == len(DOCUMENTS)
    assert "O26_รายงานผลมาตรการ_2569_เทศบาลตำบลศรีสำราญ.docx" in names
    assert all(zipfile.is_zipfile(folder / name) for name in names)
    refused(main("export", sample, "--all", "--to", folder, "--as", "docx"), "อยู่แล้ว")
    assert sample.read_bytes() == before


def test_an_existing_file_is_kept_unless_forced(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    target = sample.with_name("เดิม.pdf")
    target.write_text("ของเดิม", encoding="utf-8")
    words = ("export", sample, "--document", "report", "--to", target)
    refused(main(*words), "เดิม.pdf", "อยู่แล้ว")
    assert target.read_text(encoding="utf-8") == "ของเดิม"
    assert main(*words, "--force").returncode == 0
    assert target.read_bytes().startswith(b"%PDF")
    refused(main("new", sample), "อยู่แล้ว")


@pytest.mark.parametrize("link", [None, Path.symlink_to, Path.hardlink_to])
def test_no_export_ever_takes_the_place_of_the_office_file(  # type: ignore[no-untyped-def]
    main, sample: Path, link
) -> None:
    before = sample.read_bytes()
    target = sample
    if link is not None:
        target = sample.with_name("ทางลัด.pdf")
        link(target, sample)
    refused(main("export", sample, "--document", "report", "--to", target, "--force"), "แฟ้มงาน")
    assert sample.read_bytes() == before
    assert target.samefile(sample)


def test_a_document_named_without_a_suffix_becomes_a_pdf(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    target = sample.with_name("รายงาน พ.ศ. 2569")
    done = main("export", sample, "--document", "report", "--to", target)
    assert done.returncode == 0, done.stderr
    assert "รายงาน พ.ศ. 2569.pdf" in done.stdout
    assert target.with_name("รายงาน พ.ศ. 2569.pdf").read_bytes().startswith(b"%PDF")
    assert not target.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /proc")
def test_a_folder_that_is_there_is_not_called_missing(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    done = main("export", sample, "--document", "report", "--to", "/proc/o.pdf")
    refused(done, "/proc", "ไม่ได้")
    assert "ไม่พบ" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="Windows has no executable files by mode")
def test_an_office_file_is_no_program(sample: Path) -> None:
    assert not sample.stat().st_mode & 0o111


def test_a_failed_export_leaves_no_half_file(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    folder = sample.parent / "ไม่มี"
    refused(main("export", sample, "--document", "report", "--to", folder / "ก.pdf"), "โฟลเดอร์")
    refused(main("export", sample, "--document", "report", "--to", sample.parent))
    assert not list(sample.parent.rglob("*.part"))
    assert not folder.exists()


def test_exporting_leaves_the_office_file_as_it_was(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    before = sample.read_bytes()
    assert main("export", sample, "--all", "--to", sample.parent / "out").returncode == 0
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("documents", "ไม่มี.itadb"), "ไม่มี.itadb"),
        (("export",), "แฟ้มงาน"),
        (("export", "{file}", "--to", "ก.pdf"), "--document"),
        (("export", "{file}", "--document", "raport", "--to", "ก.pdf"), "report"),
        (
            ("export", "{file}", "--document", "report", "--layout", "x", "--to", "ก.pdf"),
            "result-status",
        ),
        (("export", "{file}", "--document", "report", "--year", "2540", "--to", "ก.pdf"), "2569"),
        (("export", "{file}", "--document", "report", "--year", "ปีนี้", "--to", "ก.pdf"), "พ.ศ."),
        (("export", "{file}", "--document", "report", "--digits", "roman", "--to", "ก"), "thai"),
        (("export", "{file}", "--document", "report", "--all", "--to", "ก.pdf"), "--all"),
        (("export", "{file}", "--all", "--to", "ก", "--loud"), "--loud"),
        (("export", "{file}", "--all", "--to", "ก", "--layout", "nonsense"), "--layout"),
        (("export", "{file}", "--all", "--to", "{file}"), "ไม่ใช่โฟลเดอร์"),
        (("export", "{file}", "--all", "--to", "{file}/ก"), "ไม่ใช่โฟลเดอร์"),
        (("export", "{file}", "--all", "--to", "ก" * 300), "ยาวเกินไป"),
        (("export", "{file}", "--document", "report", "--to", "{file}/ก.pdf"), "ไม่ใช่โฟลเดอร์"),
        (("export", "{file}", "--document", "report", "--to", "ก" * 300 + ".pdf"), "ยาวเกินไป"),
        (("export", "{file}", "--document", "report", "--to", "ก.doc"), ".docx"),
        (("export", "{file}", "--document", "report", "--to", "ก.docx", "--as", "docx"), "--all"),
        (("export", "{file}", "--all", "--to", "ก", "--as", "odt"), "--as docx"),
        (("export", "{file}", "--document", "report", "--to", "{file}/ก.docx"), "ไม่ใช่โฟลเดอร์"),
        (("export", "{file}", "--document", "report", "--to", "ใหม่.ITADB"), "แฟ้มงาน"),
        (("new", "ใหม่", "--sample", "--year", "2570"), "--sample"),
        (("ก.itadb", "ข.itadb"), "แฟ้มเดียว"),
        (("--quickly",), "--quickly"),
    ],
)
def test_a_mistake_gets_one_thai_line_and_exit_code_two(  # type: ignore[no-untyped-def]
    main, sample: Path, words: tuple[str, ...], told: str
) -> None:
    refused(main(*(word.replace("{file}", str(sample)) for word in words)), told)


def test_a_file_that_is_no_office_file_is_refused(main, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    odd = tmp_path / "รูป.itadb"
    odd.write_bytes(b"\x89PNG\r\n" + bytes(4096))
    refused(main("documents", odd), "รูป.itadb")
    odd.write_bytes(b"")
    refused(main("documents", odd), "รูป.itadb")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
def test_without_a_display_the_window_is_refused_in_words(main, sample: Path) -> None:  # type: ignore[no-untyped-def]
    refused(main(sample), "จอแสดงผล", "--all")


def test_help_and_version_are_told(main) -> None:  # type: ignore[no-untyped-def]
    assert "export" in main("--help").stdout
    assert main("--version").stdout.startswith("ITA Desktop")
