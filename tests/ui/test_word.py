"""The way out to Word: from the menu, the page of documents and the preview."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ita_desktop.errors import UserError
from ita_desktop.render.pdf.renderer import Cancelled
from ita_desktop.session.papers.exporting import export_all, export_document, proposed_name
from ita_desktop.session.papers.suffixes import WORD
from ui.window import Window


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def word_action(window: Window) -> QAction:
    return next(one for one in window.findChildren(QAction) if one.text() == "ส่งออก Word…")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the dialog proposed; the clerk types a name without a suffix."""
    proposed: list[str] = []

    def answer(_parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        proposed.extend((title, Path(name).name, kinds))
        return str(tmp_path / "รายงานปีนี้"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_the_menu_writes_the_document_in_hand_for_word(
    window: Window, asked: list[str], tmp_path: Path
) -> None:
    assert window.workspace is not None and window.desk is not None
    window.workspace.choose_document("report")
    word_action(window).trigger()
    title, name, kinds = asked
    assert (title, kinds) == ("ส่งออก Word", "เอกสาร Word (*.docx)")
    assert name == proposed_name(window.workspace.session, window.workspace.year, "report", WORD)
    assert name.endswith("_เทศบาลตำบลศรีสำราญ.docx")
    read = docx.Document(str(tmp_path / "รายงานปีนี้.docx"))
    assert "มาตรการควบคุมการยืมทรัพย์สินของราชการ" in read.tables[0].cell(2, 1).text
    assert window.desk.notices.isVisibleTo(window)


@pytest.mark.parametrize("where", ["preview", "page"])
def test_the_preview_and_the_page_have_a_button_for_word(
    window: Window, asked: list[str], tmp_path: Path, where: str
) -> None:
    assert window.desk is not None and window.workspace is not None
    if where == "preview":
        window.desk.preview.tools.word.click()
    else:
        window.workspace.paper_wanted.emit("export-word")
    assert (tmp_path / "รายงานปีนี้.docx").exists()


def test_the_clerk_is_asked_before_another_file_is_overwritten(
    window: Window, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = tmp_path / "รายงานปีนี้.docx"
    signed.write_bytes(b"signed")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)  # closed without an answer
    word_action(window).trigger()
    assert signed.read_bytes() == b"signed"


def test_nothing_is_to_be_exported_without_a_file(window: Window) -> None:
    assert word_action(window).isEnabled()
    window.close_file()
    assert not word_action(window).isEnabled()


def test_an_export_that_is_stopped_writes_nothing(window: Window, tmp_path: Path) -> None:
    assert window.workspace is not None
    session, year = window.workspace.session, window.workspace.year
    request = session.request(year, "report")
    with pytest.raises(Cancelled):
        window.workspace.renderer.docx(request, cancelled=lambda: True)
    folder = tmp_path / "ส่งออก"
    with pytest.raises(Cancelled):
        export_all(session, year, folder, None, False, suffixes=(WORD,), cancelled=lambda: True)
    assert not folder.exists()


def test_no_document_takes_the_place_of_the_office_file_or_of_another_kind(
    window: Window, tmp_path: Path
) -> None:
    assert window.workspace is not None
    session, year = window.workspace.session, window.workspace.year
    link = tmp_path / "ทางลัด.docx"
    link.symlink_to(session.path)
    before = session.path.read_bytes()
    for target, words in ((link, "แฟ้มงาน"), (tmp_path / "ก.odt", "ทำเอกสารเป็นแฟ้มชนิด “.odt” ไม่ได้")):
        with pytest.raises(UserError, match=words) as refused:
            export_document(session, year, "report", target, overwrite=True)
        assert ".docx" in refused.value.remedy
    assert session.path.read_bytes() == before
