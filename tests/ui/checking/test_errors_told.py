"""What is said of open errors when a document is exported or printed: once for each state."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.model.records import Measure
from ita_desktop.model.values import plain_items
from ita_desktop.thai.digits import to_thai
from ui.pages.checking import CheckingPage
from ui.printing import new_printer
from ui.window import Window


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every dialog that asks where is answered with this folder."""
    import ui.exporting
    import ui.printing

    made = tmp_path / "ส่งออก"
    made.mkdir()

    def printer(_parent: object, _pages: int) -> QPrinter:
        found = new_printer()
        found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found.setOutputFileName(str(made / "พิมพ์.pdf"))
        found.setResolution(72)
        return found

    monkeypatch.setattr(ui.exporting, "choose_pdf", lambda *_: made / "รายงาน.pdf")
    monkeypatch.setattr(ui.exporting, "choose_word", lambda *_: made / "รายงาน.docx")
    monkeypatch.setattr(ui.exporting, "choose_folder", lambda *_: made)
    monkeypatch.setattr(ui.printing, "ask_printer", printer)
    return made


def told(window: Window) -> str:
    assert window.desk is not None
    return window.desk.notices.text


def errors_of(window: Window, document: str) -> int:
    assert window.workspace is not None
    return next(one.missing for one in window.workspace.readiness if one.kind.id == document)


def test_an_export_says_once_how_many_errors_are_open_and_leads_there(
    window: Window, folder: Path
) -> None:
    workspace, desk = window.workspace, window.desk
    assert workspace is not None and desk is not None
    number = errors_of(window, "report")
    window.paper.export()
    assert (folder / "รายงาน.pdf").is_file()
    assert told(window).splitlines() == [
        "ส่งออก “รายงาน.pdf” แล้ว",
        to_thai(f"เอกสารนี้ยังมีที่ต้องแก้ไข {number} รายการ"),
    ]
    look = next(one for one in desk.notices.buttons if one.text() == "ดูในหน้าตรวจทาน")
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    page = desk.page
    assert isinstance(page, CheckingPage)
    assert page.filter.wanted.document == "report"
    [head] = page.findings.shown
    assert to_thai(f"ต้องแก้ไข {number}") in head.state
    window.paper.export_word()
    assert told(window) == "ส่งออก “รายงาน.docx” แล้ว"


def test_it_is_said_again_once_the_errors_are_others(window: Window, folder: Path) -> None:
    assert window.workspace is not None
    session = window.workspace.session
    window.paper.print()
    assert (folder / "พิมพ์.pdf").is_file()
    assert "ที่ต้องแก้ไข" in told(window)
    window.paper.print()
    assert told(window) == "ส่งงานไปเครื่องพิมพ์แล้ว"
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    session.change(measure, results=plain_items("อบรมแล้ว ๑ รุ่น"))
    window.paper.print()
    assert to_thai(f"{errors_of(window, 'report')} รายการ") in told(window)


def test_all_documents_are_spoken_of_together(window: Window, folder: Path) -> None:
    window.paper.export_all()
    first, second = told(window).splitlines()
    assert first.startswith("ส่งออกเอกสาร") and second.startswith("เอกสารชุดนี้ยังมีที่ต้องแก้ไข")


def test_a_document_without_errors_is_not_spoken_of(window: Window, folder: Path) -> None:
    assert window.workspace is not None
    window.workspace.choose_document("cover")
    assert errors_of(window, "cover") == 0
    window.paper.export()
    assert told(window) == "ส่งออก “รายงาน.pdf” แล้ว"
