"""Every document at once from the window's menu, and documents on the overview."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.thai.digits import to_thai
from ui.pages.overview import OverviewPage
from ui.widgets.documents.document_list import DocumentList
from ui.window import Window


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def test_the_menu_writes_every_document_for_word(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ui.exporting

    folder = tmp_path / "ส่งออก"
    folder.mkdir()
    monkeypatch.setattr(ui.exporting, "choose_folder", lambda *_words: folder)
    gc.collect()
    files = next(one for one in window.menuBar().actions() if one.text().startswith("แฟ้ม"))
    assert "ส่งออกทุกฉบับ" in [one.text() for one in files.menu().actions()]
    pdf, word, both = window.commands.every.actions()
    assert [one.isEnabled() for one in (pdf, word, both)] == [True] * 3
    word.trigger()
    written = list(folder.iterdir())
    assert [one.suffix for one in written] == [".docx"] * len(DOCUMENTS)
    assert window.desk is not None
    assert to_thai(f"{len(DOCUMENTS)} แฟ้ม") in window.desk.notices.text
    window.close_file()
    assert not word.isEnabled()


def test_a_part_that_is_not_ready_leads_to_that_document(window: Window) -> None:
    workspace = window.workspace
    assert window.desk is not None and workspace is not None
    found = readiness(workspace.session.snapshot, workspace.year)
    bundle = next(one for one in found if one.kind.bundle)
    part = next(one for one in bundle.findings if "บันทึกข้อความ" in one.problem)
    workspace.show_finding(part)
    assert (window.desk.page_name, workspace.document) == ("documents", "memo")
    memo = next(one for one in found if one.kind.id == "memo")
    signer = next(one for one in memo.findings if one.code == "missing-signers")
    window.desk.show_page("overview")
    workspace.show_finding(signer)
    options = window.desk.page.options  # type: ignore[attr-defined]
    assert window.desk.page_name == "documents"
    assert options.form.editors["signers"].more.hasFocus()


def test_the_overview_names_every_document_and_leads_to_it(window: Window) -> None:
    assert window.desk is not None and window.workspace is not None
    page = window.desk.page
    assert isinstance(page, OverviewPage)
    lists = page.findChildren(DocumentList)
    assert {one for part in lists for one in part.order} == {kind.id for kind in DOCUMENTS}
    part = next(one for one in lists if "memo" in one.order)
    assert part.verticalScrollBar().maximum() == 0
    [memo] = part.findItems("บันทึกข้อความ", Qt.MatchFlag.MatchExactly)
    place = part.visualItemRect(memo).center()
    QTest.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.desk.page_name == "documents"
    assert window.workspace.document == "memo"
    head = window.desk.page.head  # type: ignore[attr-defined]
    assert head.title.text().startswith("บันทึกข้อความ")
