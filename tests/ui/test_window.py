"""The frame on real files: opening, closing, read-only, undo, years, dropping, the first start."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.checks.papers.layouts import layout_findings
from ita_desktop.errors import UserError
from ita_desktop.model.fields import field_of
from ita_desktop.model.records import Measure, Office, OwnField, OwnLayout, Person
from ita_desktop.session.holding import open_or_read
from ita_desktop.storage.store import create_file, open_file
from tests.aids.office_fixtures import stand
from tests.aids.small_office import YEAR, office_records
from tests.ui.hands import CTRL, K, focused, press, write
from ui.faults import FaultReport
from ui.first_start import Questions, StartPage
from ui.page_list import PAGES
from ui.settings import open_settings, recent_files
from ui.thai_texts import ThaiTexts
from ui.widgets.bars import Banner
from ui.widgets.finding_list import FindingLink
from ui.window import Window


@pytest.fixture
def settings() -> QSettings:
    return open_settings()


@pytest.fixture
def window(bare_window: Window) -> Window:
    return bare_window


@pytest.fixture
def file(office_file: Path) -> Path:
    return office_file


def test_the_title_names_the_office_and_the_year_in_thai_digits(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    assert window.windowTitle() == "เทศบาลตำบลศรีสำราญ · ปีงบประมาณ ๒๕๖๘"
    assert window.commands.year.text().strip().startswith("ปีงบประมาณ ๒๕๖๘")


def test_layouts_and_own_fields_are_gone_to_from_wherever_they_are_told(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    own = OwnField(id="own", rank="1", label="งบประมาณ")
    layout = OwnLayout(id="mine", rank="1", title="ของเรา", document="plan")
    session.add(own, layout)
    desk, workspace = window.desk, window.workspace
    assert desk is not None
    assert workspace is not None
    workspace.show_page("layouts/fields")
    assert desk.page_name == "layouts"
    assert desk.page.buttons["fields"].isChecked()  # type: ignore[attr-defined]
    workspace.show_page("measures")
    [found] = layout_findings(session.snapshot, layout)
    workspace.show_finding(found)
    assert desk.page_name == "layouts"
    assert desk.page.list.current_id == "mine"  # type: ignore[attr-defined]
    workspace.show_page("measures")
    workspace.show_place("own", "label")
    assert desk.page.fields.entry == own  # type: ignore[attr-defined]
    assert not desk.preview.isVisible()


def test_every_page_of_the_sidebar_opens(window: Window, qtbot: QtBot, file: Path) -> None:
    stand(window, qtbot, file)
    assert window.desk is not None
    for entry in PAGES:
        if entry is not None:
            window.desk.show_page(entry.name)
            assert window.desk.page_name == entry.name
            assert window.desk.page.isVisible()


def test_what_is_typed_is_in_the_file_and_the_status_line_says_when(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    assert window.desk is not None
    window.desk.show_page("office")
    window.desk.show_record(session.snapshot.office.id, "district")
    QApplication.processEvents()
    press(K.Key_A, CTRL)
    write("ธารทอง")
    window.close_file()
    stored = open_file(file).load()
    assert stored.office.district == "ธารทอง"


def test_the_status_line_tells_the_hour_of_the_last_save_and_the_whole_path(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    session.change(session.snapshot.office, province="สุขใจ")
    session.flush()
    assert window.status is not None
    qtbot.waitUntil(lambda: window.status.label.text().startswith("บันทึกแล้ว "))
    assert window.status.label.text().endswith(f"น. · {file}")


def test_a_failed_save_is_told_in_red_with_a_way_to_try_again(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    away = file.with_name("away.itadb")
    file.rename(away)
    session.change(session.snapshot.office, province="สุขใจ")
    status = window.status
    assert status is not None
    qtbot.waitUntil(lambda: status.retry.isVisible(), timeout=10_000)
    assert status.label.text().startswith("ยังไม่ได้บันทึก")
    away.rename(file)
    status.retry.click()
    qtbot.waitUntil(lambda: status.label.text().startswith("บันทึกแล้ว"), timeout=10_000)
    assert not status.retry.isVisible()


def test_a_file_that_comes_back_is_written_without_a_hand(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    away = file.with_name("away.itadb")
    file.rename(away)
    session.change(session.snapshot.office, province="สุขใจ")
    status = window.status
    assert status is not None
    qtbot.waitUntil(lambda: status.retry.isVisible(), timeout=10_000)
    away.rename(file)
    qtbot.waitUntil(lambda: status.label.text().startswith("บันทึกแล้ว"), timeout=15_000)
    assert open_file(file, read_only=True).load().office.province == "สุขใจ"


def test_a_copy_is_saved_of_the_screen_while_the_file_is_away(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = stand(window, qtbot, file)
    away = file.with_name("away.itadb")
    file.rename(away)
    session.change(session.snapshot.office, province="สุขใจ")
    target = tmp_path / "สำเนา.itadb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    window.paper.save_copy()
    assert open_file(target, read_only=True).load().office.province == "สุขใจ"
    away.rename(file)
    assert window.close_file()  # nothing is asked: what waited is written first
    assert open_file(file, read_only=True).load().office.province == "สุขใจ"


def test_ctrl_z_undoes_in_the_text_box_first_and_then_in_the_file(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    session.change(session.snapshot.office, province="สุขใจ")
    assert window.desk is not None
    window.desk.show_page("office")
    window.desk.show_record(session.snapshot.office.id, "district")
    QApplication.processEvents()
    write("ใหม่")
    assert "ใหม่" in focused().text()  # type: ignore[attr-defined]
    while "ใหม่" in focused().text():  # type: ignore[attr-defined]
        window.undo()
        assert session.snapshot.office.province == "สุขใจ"  # the text box first
    while session.snapshot.office.province == "สุขใจ":
        window.undo()
    assert session.snapshot.office.province == "ศรีสำราญ"


def test_undo_and_redo_are_named_in_the_menu_and_told_in_a_bar(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    session.change(session.snapshot.office, province="สุขใจ")
    assert window.commands.undo.text() == "เลิกทำ: แก้ไขจังหวัด"
    assert "Ctrl+Z" in window.commands.undo.toolTip()
    window.setFocus()
    window.undo()
    assert window.desk is not None
    assert window.desk.notices.text == "เลิกทำ “แก้ไขจังหวัด” แล้ว"
    assert window.commands.redo.text() == "ทำซ้ำ: แก้ไขจังหวัด"
    window.redo()
    assert session.snapshot.office.province == "สุขใจ"


def test_a_second_file_takes_the_place_of_the_first_which_is_let_go_of(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    first = stand(window, qtbot, file)
    first.change(first.snapshot.office, province="สุขใจ")
    other = tmp_path / "อื่น.itadb"
    create_file(other, (Office(name="ทุ่งรวงทอง"), *office_records()[-4:-3])).close()
    stand(window, qtbot, other)
    assert window.windowTitle().startswith("เทศบาลตำบลทุ่งรวงทอง")
    assert not file.with_name(file.name + ".inuse").exists()
    assert open_file(file).load().office.province == "สุขใจ"


def test_a_file_in_use_elsewhere_is_opened_to_read_and_says_by_whom(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    note = {
        "computer": "PC-คลัง",
        "user": "somsri",
        "pid": 4242,
        "began": "x",
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "path": str(file),
        "token": "t",
    }
    file.with_name(file.name + ".inuse").write_text(json.dumps(note), encoding="utf-8")
    session = stand(window, qtbot, file)
    assert session.read_only
    assert window.desk is not None
    [banner] = window.desk.findChildren(Banner)
    assert "somsri" in banner.label.text()
    assert "PC-คลัง" in banner.label.text()
    file.with_name(file.name + ".inuse").unlink()
    again = next(b for b in banner.findChildren(QPushButton) if b.text() == "ลองเปิดอีกครั้ง")
    again.click()
    assert window.workspace is not None
    assert not window.workspace.session.read_only


def test_a_file_that_is_held_is_given_back_when_the_window_closes(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    assert open_or_read(file).session.read_only
    window.close()
    opened = open_or_read(file)
    assert not opened.session.read_only
    opened.close()


def test_what_is_no_office_file_is_refused_and_the_open_one_stays(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(window, qtbot, file)
    told: list[UserError] = []
    monkeypatch.setattr("ui.safety.refusals.tell_problem", lambda _, one: told.append(one))
    wrong = tmp_path / "wrong.itadb"
    wrong.write_bytes(b"PK\x03\x04 not ours" * 100)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())  # type: ignore[attr-defined]
    assert not window.open_path(wrong)
    assert not window.open_path(tmp_path / "missing.itadb")
    assert len(told) == 1
    assert window.workspace is not None
    assert window.workspace.session.path == file
    assert not wrong.with_name("wrong.itadb.inuse").exists()


def test_an_office_file_dropped_on_the_window_opens(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    window.show_start()
    window.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    qtbot.waitUntil(lambda: window.workspace is not None)
    other = QMimeData()
    other.setUrls([QUrl.fromLocalFile("/letter.pdf")])
    refused = QDragEnterEvent(QPoint(50, 50), copy, other, left, none)
    refused.ignore()
    window.dragEnterEvent(refused)
    assert not refused.isAccepted()


def test_files_worked_on_are_remembered_newest_first(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, settings: QSettings
) -> None:
    other = tmp_path / "อื่น.itadb"
    create_file(other, office_records()).close()
    stand(window, qtbot, file)
    stand(window, qtbot, other)
    assert recent_files(settings) == (other, file)
    other.unlink()
    assert recent_files(settings) == (file,)


def test_another_year_can_be_begun_and_turned_to(window: Window, qtbot: QtBot, file: Path) -> None:
    session = stand(window, qtbot, file)
    window.add_year(YEAR + 1)
    assert window.workspace is not None
    assert window.workspace.year.action_year == YEAR + 1
    assert window.windowTitle().endswith("๒๕๖๙")
    assert [year.action_year for year in session.snapshot.years] == [YEAR + 1, YEAR]
    window.workspace.choose_year(session.snapshot.years[1])
    assert window.windowTitle().endswith("๒๕๖๘")


def test_a_finding_of_the_overview_leads_to_its_field(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    assert window.desk is not None
    page = window.desk.page
    links = page.findChildren(FindingLink)
    link = next(one for one in links if one.finding.record_id == "m3")
    label = field_of(Measure, link.finding.field).label
    said = f"มาตรการที่ ๓ ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร: ยังไม่มี{label}"
    assert link.accessibleName() == said
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.desk.page_name == "measures"
    QApplication.processEvents()
    assert label in focused().accessibleName()


def test_the_preview_folds_away_where_the_window_is_narrow(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    assert window.desk is not None
    window.desk.show_page("measures")
    assert window.desk.preview.isVisible()
    window.resize(1000, 700)
    QApplication.processEvents()
    assert not window.desk.preview.isVisible()
    window.resize(1280, 680)
    QApplication.processEvents()
    assert window.desk.preview.isVisible()


def test_the_preview_can_be_hidden_and_put_into_a_window_of_its_own(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    desk = window.desk
    assert desk is not None
    desk.show_page("measures")
    window.toggle_preview()
    assert not desk.preview.isVisible()
    window.toggle_preview()
    assert desk.preview.isVisible()
    window.toggle_detached()
    apart = window.preview_place.apart
    assert apart is not None
    assert desk.preview.window() is apart
    apart.close()
    assert desk.preview.window() is window
    assert window.preview_place.apart is None
    window.toggle_detached()
    assert window.close_file()
    assert window.preview_place.apart is None


def test_a_copy_holds_what_is_being_typed_and_the_open_file_stays_open(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = stand(window, qtbot, file)
    session.change(session.snapshot.office, province="สุขใจ")
    target = tmp_path / "สำเนา"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    window.paper.save_copy()
    assert open_file(target.with_suffix(".itadb")).load().office.province == "สุขใจ"
    assert window.workspace is not None
    assert window.workspace.session.path == file


def test_three_questions_make_a_file_and_the_overview_says_what_to_do_first(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_start()
    start = window.centralWidget()
    assert isinstance(start, StartPage)
    questions = start.questions
    questions.make.click()
    assert window.workspace is None  # a name is asked for first
    questions.name.setText("ทุ่งรวงทอง")
    assert questions.proposed_path().name == "ITA เทศบาลตำบลทุ่งรวงทอง.itadb"
    target = tmp_path / "งานของเรา"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    questions.year.setCurrentIndex(2)
    year = questions.year.currentData()
    questions.make.click()
    assert window.workspace is not None
    session = window.workspace.session
    assert session.snapshot.office.full_name == "เทศบาลตำบลทุ่งรวงทอง"
    assert window.workspace.year.action_year == year
    assert window.desk is not None
    words = [button.text() for button in window.desk.page.findChildren(QPushButton)]
    assert "๓. กรอกผลคะแนน ITA" in words
    assert "๔. เพิ่มมาตรการ" in words


def test_the_sample_office_can_be_begun_with_and_asks_no_name(qtbot: QtBot, tmp_path: Path) -> None:
    questions = Questions()
    qtbot.addWidget(questions)
    questions.sample.setChecked(True)
    made: list[Path] = []
    questions.made.connect(made.append)
    questions.make_at(tmp_path / "ตัวอย่าง.itadb")
    snapshot = open_file(made[0]).load()
    assert len(snapshot.of(Measure)) >= 12
    assert snapshot.of(Person)


def test_a_new_file_never_takes_the_place_of_the_open_one(qtbot: QtBot, file: Path) -> None:
    questions = Questions(in_use=file)
    qtbot.addWidget(questions)
    questions.name.setText("ทุ่งรวงทอง")
    with pytest.raises(UserError, match="กำลังเปิดอยู่"):
        questions.make_at(file)
    assert open_file(file).load().office.name == "ศรีสำราญ"


def test_an_unforeseen_error_is_logged_and_told_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr("ui.faults.tell_fault", lambda _parent, details: told.append(details))
    report = FaultReport()
    report.install()
    try:
        for _ in range(3):
            report.tell(ZeroDivisionError("ทดสอบ"))
    finally:
        report.remove()
    assert len(told) == 1
    assert "ZeroDivisionError" in told[0]
    assert "ZeroDivisionError" in (own_home / "log" / "ita-desktop.log").read_text("utf-8")


def test_a_problem_the_clerk_can_mend_is_told_with_its_remedy(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[UserError] = []
    monkeypatch.setattr("ui.faults.tell_problem", lambda _parent, problem: told.append(problem))
    FaultReport().tell(UserError("แฟ้มหาย", "เลือกใหม่"))
    assert [one.remedy for one in told] == ["เลือกใหม่"]


def test_qts_own_words_are_thai(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert app is not None
    texts = ThaiTexts()
    app.installTranslator(texts)
    try:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "",
            "",
            QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel,
        )
        words = {button.text().replace("&", "") for button in box.buttons()}
        assert words == {"บันทึก", "ยกเลิก"}
    finally:
        app.removeTranslator(texts)
