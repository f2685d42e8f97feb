"""The line that says whether a document was signed, under real hands; and the Garuda from Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import SignedCopy
from ita_desktop.session.papers import signing
from ita_desktop.session.session import Session
from ita_desktop.storage.store import open_file
from tests.aids.cameras import photograph_file, scan_pdf
from tests.aids.word_emblems import HEADER, word_file
from tests.ui.hands import K, press, show
from ui.pages.documents import DocumentsPage
from ui.pages.office import OfficePage
from ui.widgets.documents.signed_panel import SignedPanel
from ui.widgets.documents.signing_dialogs import DifferenceDialog, SignDialog
from ui.widgets.editors.emblem_chooser import EmblemDialog
from ui.widgets.editors.picture_editor import PictureEditor
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.marked_label import MarkedLabel
from ui.workspace import Workspace


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> SignedPanel:
    made = SignedPanel(workspace)
    qtbot.addWidget(made)
    show(made, 700, 100)
    return made


class Viewer(QObject):
    """The system's program for files."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show_url(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer() -> Iterator[Viewer]:
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "show_url")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def in_dialog(act: Callable[[QDialog], object]) -> None:
    """Do something in the dialog that opens next."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, QMessageBox):
            QTimer.singleShot(20, later)
            return
        act(dialog)

    QTimer.singleShot(0, later)


def sign(panel: SignedPanel) -> SignedCopy:
    """Sign through the dialog."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SignDialog)
        dialog.editors["signed"].set_value(date(2025, 11, 12))
        dialog.ok.click()

    in_dialog(fill)
    panel.keep.click()
    assert panel.copy is not None
    return panel.copy


def menu_action(menu: QMenu, words: str) -> QAction:
    menu.aboutToShow.emit()
    return next(one for one in menu.actions() if one.text() == words)


def shown_buttons(panel: SignedPanel) -> set[str]:
    buttons = (panel.keep, panel.look, panel.open, panel.scan, panel.more)
    return {one.accessibleName() for one in buttons if one.isVisible()}


def test_the_three_states(panel: SignedPanel, workspace: Workspace, qtbot: QtBot) -> None:
    assert panel.state.text() == "ยังไม่ได้เก็บฉบับลงนาม"
    assert shown_buttons(panel) == {"เก็บฉบับลงนาม…"}
    told: list[tuple[str, bool]] = []
    workspace.noticed.connect(lambda text, undo: told.append((text, undo)))
    sign(panel)
    assert told == [("เก็บฉบับลงนามไว้ในแฟ้มงานแล้ว", True)]
    assert panel.state.text() == "ลงนามแล้ว ๑๒ พ.ย. ๒๕๖๘"
    assert shown_buttons(panel) == {"เปิดฉบับที่เก็บ", "เพิ่มภาพสแกน…", "ฉบับที่เก็บไว้ทั้งหมด"}
    session = workspace.session
    session.change(session.snapshot.office, name="ศรีสำราญใหม่")
    qtbot.waitUntil(lambda: panel.state.text().startswith("ต่างจากฉบับที่ลงนาม ๑๒ พ.ย. ๒๕๖๘"))
    assert "ดูความต่าง" in shown_buttons(panel)
    in_dialog(lambda dialog: dialog.reject())
    menu_action(panel.menu, "เก็บฉบับลงนามใหม่…").trigger()
    session.undo()
    qtbot.waitUntil(lambda: panel.state.text() == "ลงนามแล้ว ๑๒ พ.ย. ๒๕๖๘")
    session.undo()
    qtbot.waitUntil(lambda: panel.state.text() == "ยังไม่ได้เก็บฉบับลงนาม")


def test_it_follows_the_document_in_hand(panel: SignedPanel, workspace: Workspace) -> None:
    sign(panel)
    workspace.choose_document("memo")
    assert panel.state.text() == "ยังไม่ได้เก็บฉบับลงนาม"
    workspace.choose_document("report")
    assert panel.state.text().startswith("ลงนามแล้ว")


def test_what_differs_is_shown_line_by_line(
    panel: SignedPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    sign(panel)
    workspace.session.change(workspace.session.snapshot.office, name="ศรีสำราญใหม่")
    panel.refresh()
    seen: list[str] = []
    marked: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, DifferenceDialog)
        seen.extend(one.text() for one in dialog.findChildren(WrapLabel))
        for label in dialog.findChildren(MarkedLabel):
            seen.append(label.plain)
            marked.append("".join(label.marked).strip())
        dialog.reject()

    in_dialog(read)
    panel.look.click()
    assert any("เทศบาลตำบลศรีสำราญ " in one for one in seen)
    assert any("เทศบาลตำบลศรีสำราญใหม่" in one for one in seen)
    assert "ฉบับที่ลงนาม" in seen and "ปัจจุบัน" in seen
    assert marked, "the words that differ stand out"
    assert all(len(one) < 20 for one in marked)
    assert any("ใหม่" in one for one in marked)


def test_a_date_that_cannot_be_read_is_not_kept_and_cancelling_keeps_nothing(
    panel: SignedPanel, workspace: Workspace
) -> None:
    def mistake(dialog: QDialog) -> None:
        assert isinstance(dialog, SignDialog)
        line = dialog.editors["signed"].line  # type: ignore[attr-defined]
        line.setText("๓๙ มีนาคม ๒๕๖๘")
        dialog.ok.click()
        assert dialog.isVisible()
        dialog.reject()

    in_dialog(mistake)
    panel.keep.click()
    assert panel.copy is None


def test_a_scan_is_added_in_the_dialog_and_a_bad_one_is_told_there(
    panel: SignedPanel, workspace: Workspace, tmp_path: Path
) -> None:
    scan, bad = tmp_path / "สแกน.pdf", tmp_path / "เสีย.pdf"
    scan.write_bytes(scan_pdf())
    bad.write_bytes(scan.read_bytes()[:40])

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SignDialog)
        dialog.take_scan(bad)
        assert "“เสีย.pdf”" in dialog.scan_state.text()
        dialog.take_scan(scan)
        assert dialog.scan_state.text() == "“สแกน.pdf”"
        dialog.ok.click()

    in_dialog(fill)
    panel.keep.click()
    assert panel.copy is not None
    assert signing.kept_bytes(workspace.session, panel.copy.scan) == scan.read_bytes()
    assert panel.state.text().endswith("มีภาพสแกน")
    assert not panel.scan.isVisible()


def test_a_scan_is_added_later_and_both_are_opened_and_saved(
    panel: SignedPanel,
    workspace: Workspace,
    viewer: Viewer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy = sign(panel)
    photo = photograph_file(tmp_path, "สแกน.jpg", width=1000, height=1400)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(photo), ""))
    panel.scan.click()
    panel.refresh()
    assert panel.copy is not None and panel.copy.scan
    panel.open.click()
    menu_action(panel.menu, "เปิดภาพสแกน").trigger()
    assert [one.suffix for one in viewer.shown] == [".pdf", ".jpg"]
    kept = signing.kept_bytes(workspace.session, copy.pdf)
    assert viewer.shown[0].read_bytes() == kept
    target = tmp_path / "ส่งออก.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    menu_action(panel.menu, "บันทึก PDF เป็นแฟ้ม…").trigger()
    assert target.read_bytes() == kept
    for path in viewer.shown:
        path.unlink()
        path.parent.rmdir()


def test_a_copy_is_described_anew_and_taken_off(panel: SignedPanel, workspace: Workspace) -> None:
    sign(panel)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SignDialog)
        dialog.editors["number"].set_value("๙/๒๕๖๘")
        dialog.ok.click()

    in_dialog(fill)
    menu_action(panel.menu, "แก้ไขวันที่และเลขที่…").trigger()
    panel.refresh()
    assert panel.copy is not None and panel.copy.number == "๙/๒๕๖๘"
    menu_action(panel.menu, "ลบฉบับที่เก็บนี้").trigger()
    panel.refresh()
    assert panel.copy is None
    workspace.session.undo()
    panel.refresh()
    assert panel.copy is not None


def test_a_file_opened_to_read_shows_the_state_and_offers_no_change(
    qtbot: QtBot, panel: SignedPanel, workspace: Workspace
) -> None:
    sign(panel)
    workspace.session.flush()
    session = Session(open_file(workspace.session.path, read_only=True))
    reading = Workspace(session)
    other = SignedPanel(reading)
    qtbot.addWidget(other)
    show(other, 700, 100)
    assert other.state.text().startswith("ลงนามแล้ว")
    assert other.open.isEnabled()
    assert not other.scan.isEnabled()
    assert not menu_action(other.menu, "ลบฉบับที่เก็บนี้").isEnabled()
    reading.close()
    session.close()


def test_the_page_of_documents_has_the_line(qtbot: QtBot, workspace: Workspace) -> None:
    page = DocumentsPage(workspace)
    qtbot.addWidget(page)
    show(page, 600, 700)
    [found] = page.findChildren(SignedPanel)
    assert found.isVisible()


# ---- the Garuda from Word


def test_the_garuda_is_taken_out_of_a_word_file(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = OfficePage(workspace)
    qtbot.addWidget(page)
    show(page, 620, 640)
    path = word_file(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, EmblemDialog)
        assert dialog.list.count() == 3
        dialog.list.setFocus()
        press(K.Key_Right)
        press(K.Key_Left)
        dialog.accept()

    editor = page.office.editors["garuda"]
    assert isinstance(editor, PictureEditor)
    in_dialog(choose)
    editor.word.click()
    garuda = workspace.session.snapshot.office.garuda
    assert workspace.session.store.attachment(garuda) == HEADER
    assert not editor.picture.pixmap().isNull()
    workspace.session.undo()
    assert workspace.session.snapshot.office.garuda == ""


def test_a_file_that_is_no_word_file_is_told_and_changes_nothing(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = OfficePage(workspace)
    qtbot.addWidget(page)
    show(page, 620, 640)
    path = tmp_path / "ปลอม.docx"
    path.write_bytes(b"no zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    editor = page.office.editors["garuda"]
    assert isinstance(editor, PictureEditor)
    editor.word.click()
    assert told == ["“ปลอม.docx” ไม่ใช่แฟ้ม Word (.docx) หรือแฟ้มเสียหาย"]
    assert workspace.session.snapshot.office.garuda == ""
