"""Backups, changed, damaged and cut-off files in the window, by real hands on real files."""

from __future__ import annotations

import json
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.model.differences import differences
from ita_desktop.model.records import Measure
from ita_desktop.session.safety.backups import Backups, Places
from ita_desktop.storage import connections
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.store import create_file, open_file
from tests.aids.office_fixtures import session_of, stand
from tests.aids.programs import INTERRUPTED, small_disk
from tests.aids.small_office import office_records
from tests.faults.failing_places import FAULTS, Fault
from tests.ui.hands import CTRL, K, focused, paste, press, write
from ui.safety.asking import show_backups
from ui.safety.backups_dialog import BackupsDialog
from ui.safety.past_preview import PastPreview
from ui.safety.places import remember_second_place
from ui.safety.rescue_dialog import RescueDialog
from ui.safety.waited import waited
from ui.settings import open_settings
from ui.widgets.bars import Banner
from ui.window import Window

PAGE = 4096


@pytest.fixture
def settings() -> QSettings:
    return open_settings()


@pytest.fixture
def window(bare_window: Window) -> Window:
    return bare_window


@pytest.fixture
def file(office_file: Path) -> Path:
    return office_file


def backups_of(window: Window) -> Backups:
    assert window.workspace is not None
    return window.workspace.backups


def reasons(window: Window) -> list[Reason]:
    return [one.reason for one in backups_of(window).listed()]


def banners(window: Window) -> list[Banner]:
    assert window.desk is not None
    QApplication.sendPostedEvents(None, 52)  # what was deleted is gone
    return [one for one in window.desk.findChildren(Banner) if one.isVisibleTo(window.desk)]


def click(within: QWidget, words: str) -> None:
    """Click the button that bears these words."""
    [button] = [
        one
        for one in within.findChildren(QPushButton)
        if words in one.text() and one.isVisibleTo(within)
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def at_next_dialog(act: Callable[[QWidget], object], kind: type[QWidget] = QMessageBox) -> None:
    """Do something with the next dialog that opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog is not before:
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    before = QApplication.activeModalWidget()
    QTimer.singleShot(20, look)


def by_another_program(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def hold_by(file: Path, computer: str) -> None:
    """A note that somebody has the file open, whose program has ended where it ran here."""
    note = {
        "computer": computer,
        "user": "somsri",
        "pid": 4_000_000,
        "began": "x",
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "path": str(file),
        "token": "t",
    }
    file.with_name(file.name + ".inuse").write_text(json.dumps(note), encoding="utf-8")


def looked_at(qtbot: QtBot, dialog: BackupsDialog) -> None:
    qtbot.waitUntil(lambda: dialog.looked is not None, timeout=10_000)


# ---- backups at work


def test_pasting_a_list_is_backed_up_before(window: Window, qtbot: QtBot, file: Path) -> None:
    session = stand(window, qtbot, file)
    before = session.snapshot
    assert window.desk is not None
    window.desk.show_page("measures")
    QApplication.processEvents()
    window.desk.page.list.setFocus()  # type: ignore[attr-defined]
    paste("๑. อบรมบุคลากร\n๒. ตรวจนับทรัพย์สิน")
    assert len(session.snapshot.of(Measure)) == 5
    [backup] = backups_of(window).listed()
    assert backup.reason is Reason.IMPORT
    with closing(open_file(backup.path, read_only=True)) as kept:
        assert differences(before, kept.load()) == ()


def test_the_timer_backs_up_what_changed(
    window: Window, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = stand(window, qtbot, file)
    monkeypatch.setattr("ita_desktop.session.safety.backups.EVERY", 0.0)
    assert window.guard is not None
    window.guard._timer.timeout.emit()
    assert reasons(window) == []
    session.change(session.snapshot.office, province="สุขใจ")
    session.flush()
    with qtbot.waitSignal(window.guard.told, timeout=10_000):
        window.guard._timer.timeout.emit()
    assert reasons(window) == [Reason.TIMED]
    assert not window.guard.sign.isVisible()


def test_closing_backs_up_what_changed_and_nothing_else(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    window.close_file()
    session = stand(window, qtbot, file)
    assert reasons(window) == []
    session.change(session.snapshot.office, province="สุขใจ")
    window.close_file()
    stand(window, qtbot, file)
    assert reasons(window) == [Reason.CLOSING]


def test_a_failing_backup_is_shown_and_stops_nothing(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    session = stand(window, qtbot, file)
    good = backups_of(window).places
    (tmp_path / "no folder").write_text("a file stands here")
    backups_of(window).places = Places(tmp_path / "no folder")
    assert window.guard is not None
    assert window.desk is not None
    with qtbot.waitSignal(window.guard.told, timeout=10_000):
        backups_of(window).ask()
    assert window.guard.sign.isVisible()
    assert "เก็บแฟ้มสำรองไม่สำเร็จ" in window.desk.notices.text
    session.change(session.snapshot.office, province="สุขใจ")
    session.flush()
    assert session.saving.safe

    def see_why(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        assert "no folder" in dialog.bar.trouble.text()
        backups_of(window).places = good
        with qtbot.waitSignal(dialog._workspace.backed_up, timeout=10_000):
            click(dialog, "สำรองเดี๋ยวนี้")
        assert not dialog.bar.trouble.isVisible()
        dialog.close()

    at_next_dialog(see_why, BackupsDialog)
    QTest.mouseClick(window.guard.sign, Qt.MouseButton.LeftButton)
    assert not window.guard.sign.isVisible()


def test_a_backup_that_fails_on_closing_is_told_when_the_file_is_opened_again(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    session = stand(window, qtbot, file)
    (tmp_path / "no folder").write_text("a file stands here")
    backups_of(window).places = Places(tmp_path / "no folder")
    session.change(session.snapshot.office, province="สุขใจ")
    assert window.close_file(), "nothing is asked"
    stand(window, qtbot, file)
    [banner] = banners(window)
    assert "เก็บแฟ้มสำรองไม่สำเร็จ" in banner.label.text()
    click(banner, "รับทราบ")
    assert banners(window) == []
    window.close_file()
    stand(window, qtbot, file)
    assert banners(window) == []


def test_a_second_place_is_chosen_in_the_window_and_remembered(
    window: Window,
    qtbot: QtBot,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: QSettings,
) -> None:
    stand(window, qtbot, file)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        click(dialog, "เลือกโฟลเดอร์…")
        with qtbot.waitSignal(dialog._workspace.backed_up, timeout=10_000):
            click(dialog, "สำรองเดี๋ยวนี้")
        dialog.close()

    at_next_dialog(choose, BackupsDialog)
    show_backups(window)
    assert len(list(stick.glob("*/*สั่งเก็บ*.itadb"))) == 1
    assert window.desk is not None
    assert "ทั้งสองแห่ง" in window.desk.notices.text
    window.close_file()
    stand(window, qtbot, file)
    assert backups_of(window).places.second == stick
    remember_second_place(settings, None)
    window.close_file()
    stand(window, qtbot, file)
    assert backups_of(window).places.second is None


# ---- the way back


def test_the_differences_of_a_backup_are_seen_before_it_is_restored_and_that_can_be_undone(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    before = session.snapshot
    backups_of(window).before(Reason.ASKED)
    measure = session.snapshot.get(Measure, "m2")
    assert measure is not None
    session.change(measure, note="เพิ่มภายหลัง")
    session.remove(session.snapshot.get(Measure, "m3"))  # type: ignore[arg-type]
    after = session.snapshot

    def restore(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        looked_at(qtbot, dialog)
        assert "แก้ไข ๑ · ลบ ๑" in dialog.told.text()
        kind = dialog.tree.topLevelItem(0)
        changed = kind.child(0)
        changed.setExpanded(True)
        field = changed.child(0)
        shown = [field.text(column).replace("\u200b", "") for column in range(3)]
        assert shown == ["หมายเหตุ", "(ว่าง)", "เพิ่มภายหลัง"]
        at_next_dialog(lambda box: click(box, "กู้คืน"))
        click(dialog, "กู้คืน…")

    at_next_dialog(restore, BackupsDialog)
    show_backups(window)
    assert differences(before, session.snapshot) == ()
    assert reasons(window) == [Reason.RESTORE, Reason.ASKED]
    assert window.desk is not None
    assert window.desk.notices.text.startswith("กู้คืนข้อมูลของ")
    click(window.desk.notices, "เลิกทำ")
    assert differences(after, session.snapshot) == ()


def test_a_document_of_a_backup_can_be_looked_at(window: Window, qtbot: QtBot, file: Path) -> None:
    stand(window, qtbot, file)
    backups_of(window).before(Reason.ASKED)

    def see(preview: QWidget) -> None:
        assert isinstance(preview, PastPreview)
        if preview.view.page_count:
            preview.close()
        else:  # it is being made further out: waiting here would hold that up
            QTimer.singleShot(50, lambda: see(preview))

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        looked_at(qtbot, dialog)
        at_next_dialog(see, PastPreview)
        click(dialog, "ดูตัวอย่างเอกสาร")
        assert not dialog.restore.isEnabled(), "nothing differs"
        dialog.close()

    at_next_dialog(look, BackupsDialog)
    show_backups(window)


# ---- content that others changed


def test_changed_content_is_taken_as_it_is_after_a_backup_and_can_be_edited(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    by_another_program(file, "UPDATE office SET name = 'อื่น'")
    session = stand(window, qtbot, file)
    assert session.read_only
    [banner] = banners(window)
    assert "ส่วนที่ต่าง: หน่วยงาน" in banner.label.text()
    at_next_dialog(lambda box: click(box, "ใช้เนื้อหานี้ต่อ"))
    click(banner, "ใช้เนื้อหานี้ต่อ")
    session = session_of(window)
    assert not session.read_only
    assert banners(window) == []
    assert reasons(window) == [Reason.ACCEPT]
    session.change(session.snapshot.office, province="สุขใจ")
    session.flush()


def test_what_was_typed_while_others_changed_the_file_is_written_once_that_is_accepted(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    by_another_program(file, "UPDATE office SET telephone = '๑'")
    session.change(session.snapshot.office, province="สุขใจ")
    qtbot.waitUntil(lambda: len(banners(window)) == 1, timeout=10_000)
    at_next_dialog(lambda box: click(box, "ใช้เนื้อหานี้ต่อ"))
    click(banners(window)[0], "ใช้เนื้อหานี้ต่อ")
    session.flush()
    assert banners(window) == []
    office = open_file(file, read_only=True).load().office
    assert (office.province, office.telephone) == ("สุขใจ", "๑")


def test_a_backup_that_finds_changed_content_out_says_so(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    session.change(session.snapshot.office, province="สุขใจ")
    session.flush()
    by_another_program(file, "UPDATE office SET telephone = '๑'")
    assert window.guard is not None
    with qtbot.waitSignal(window.guard.told, timeout=10_000):
        backups_of(window).ask()
    QApplication.processEvents()
    [banner] = banners(window)
    assert "ไม่ตรงกับที่โปรแกรมบันทึกไว้" in banner.label.text()


def test_changed_content_that_somebody_else_has_open_is_told_and_only_read(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    by_another_program(file, "UPDATE office SET name = 'อื่น'")
    hold_by(file, "PC-คลัง")
    stand(window, qtbot, file)
    held, doubt = banners(window)
    assert "ไม่ตรงกับที่โปรแกรมบันทึกไว้" in doubt.label.text()
    words = [one.text() for one in doubt.findChildren(QPushButton)]
    assert "ใช้เนื้อหานี้ต่อ…" not in words
    assert "PC-คลัง" in held.label.text()


def test_a_backup_takes_the_place_of_a_file_that_others_changed(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    backups_of(window).before(Reason.ASKED)
    window.close_file()
    by_another_program(file, "UPDATE office SET name = 'อื่น'")
    stand(window, qtbot, file)

    def back(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        looked_at(qtbot, dialog)
        at_next_dialog(lambda box: click(box, "ใช้แฟ้มสำรองแทน"))
        click(dialog, "ใช้แฟ้มสำรองนี้แทน")

    at_next_dialog(back, BackupsDialog)
    click(banners(window)[0], "เทียบกับแฟ้มสำรอง")
    assert session_of(window).snapshot.office.name == "ศรีสำราญ"
    assert not session_of(window).read_only
    [kept] = file.parent.glob("*เสียหาย*.itadb")
    [banner] = banners(window)
    assert kept.name in banner.label.text()


# ---- files that cannot be opened


def damage(file: Path) -> None:
    """Zeroes where the table of divisions begins."""
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'division'"
        [page] = connection.execute(query).fetchone()
    data = bytearray(file.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    file.write_bytes(data)


def test_a_damaged_file_is_rescued_into_a_new_one_with_its_losses_told(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(window, qtbot, file)
    backups_of(window).before(Reason.ASKED)
    window.close_file()
    damage(file)
    bytes_before = file.read_bytes()
    target = tmp_path / "กู้แล้ว.itadb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def rescue(dialog: QWidget) -> None:
        assert isinstance(dialog, RescueDialog)
        assert "เสียหาย" in dialog.told.text()
        click(dialog, "กู้ข้อมูล…")
        assert "มาตรการ ๓" in dialog.report.text()
        assert "สำนัก/กอง" in dialog.losses.text()
        assert "สำนัก/กอง ขาดไป ๓" in dialog.backup_told.text()
        click(dialog, "เปิดแฟ้มที่กู้ได้")

    at_next_dialog(rescue, RescueDialog)
    assert window.open_path(file)
    assert session_of(window).path == target
    assert len(session_of(window).snapshot.of(Measure)) == 3
    assert file.read_bytes() == bytes_before


def test_the_nearest_backup_takes_the_place_of_a_damaged_file(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    before = session.snapshot
    backups_of(window).before(Reason.ASKED)
    window.close_file()
    file.write_bytes(file.read_bytes()[: PAGE // 2])

    def back(dialog: QWidget) -> None:
        at_next_dialog(lambda box: click(box, "ใช้แฟ้มสำรองแทน"))
        click(dialog, "ใช้แฟ้มสำรองนี้แทน")

    at_next_dialog(back, RescueDialog)
    assert window.open_path(file)
    assert differences(before, session_of(window).snapshot) == ()
    assert len(list(file.parent.glob("*เสียหาย*.itadb"))) == 1


def test_no_backup_takes_the_place_of_a_file_that_somebody_else_has_open(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    backups_of(window).before(Reason.ASKED)
    window.close_file()
    file.write_bytes(file.read_bytes()[: PAGE // 2])
    damaged = file.read_bytes()
    hold_by(file, "PC-คลัง")
    told: list[str] = []

    def hear(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        click(box, "ตกลง")

    def agree(box: QWidget) -> None:
        at_next_dialog(hear)
        click(box, "ใช้แฟ้มสำรองแทน")

    def back(dialog: QWidget) -> None:
        at_next_dialog(agree)
        click(dialog, "ใช้แฟ้มสำรองนี้แทน")
        dialog.close()

    at_next_dialog(back, RescueDialog)
    assert not window.open_path(file)
    assert "PC-คลัง" in told[0]
    assert file.read_bytes() == damaged


def test_a_file_that_is_gone_is_put_back_from_its_backup(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    backups_of(window).before(Reason.ASKED)
    window.close_file()
    file.unlink()

    def back(dialog: QWidget) -> None:
        assert isinstance(dialog, RescueDialog)
        assert not dialog.rescue_card.isVisible()
        at_next_dialog(lambda box: click(box, "ใช้แฟ้มสำรองแทน"))
        click(dialog, "ใช้แฟ้มสำรองนี้แทน")

    at_next_dialog(back, RescueDialog)
    assert window.open_path(file)
    assert session_of(window).snapshot.office.name == "ศรีสำราญ"


def test_where_nothing_can_be_read_that_is_said_and_nothing_is_written(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "หนังสือ.itadb"
    wrong.write_bytes(b"PK\x03\x04 not ours" * 100)
    target = tmp_path / "กู้แล้ว.itadb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    told: list[str] = []

    def hear(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        click(box, "ตกลง")

    def try_it(dialog: QWidget) -> None:
        at_next_dialog(hear)
        click(dialog, "กู้ข้อมูล…")
        dialog.close()

    at_next_dialog(try_it, RescueDialog)
    assert not window.open_path(wrong)
    assert "ไม่พบข้อมูลที่อ่านได้" in told[0]
    assert not target.exists()


def test_after_a_crash_the_clerk_is_told_what_was_saved_last(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    session = stand(window, qtbot, file)
    session.change(session.snapshot.office, province="สุขใจ")
    window.close_file()
    hold_by(file, platform.node())
    session = stand(window, qtbot, file)
    assert not session.read_only
    [banner] = banners(window)
    assert "ปิดกลางคัน" in banner.label.text()
    assert "แก้ไขจังหวัด" in banner.label.text()
    click(banner, "รับทราบ")
    assert banners(window) == []


# ---- writing refused at work


@pytest.mark.parametrize(
    ("fault", "place", "told"), FAULTS, ids=[fault.__name__ for fault, *_ in FAULTS]
)
@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_what_was_typed_stays_on_the_screen_is_saved_elsewhere_and_is_written_in_the_end(
    fault: Fault,
    place: Callable[[Path], AbstractContextManager[Path]],
    told: str,
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr("ui.safety.guard.PATIENCE", 50)
    target = tmp_path / "ที่อื่น.itadb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with place(tmp_path) as where:
        file = where / "งาน.itadb"
        create_file(file, office_records()).close()
        stand(window, qtbot, file)
        assert window.desk is not None
        window.desk.show_page("office")
        window.desk.show_record(session_of(window).snapshot.office.id, "district")
        QApplication.processEvents()
        with fault(file):
            press(K.Key_A, CTRL)
            write("ธารทอง")
            window.commit_typing()
            qtbot.waitUntil(lambda: len(banners(window)) == 1, timeout=10_000)
            [banner] = banners(window)
            assert told in banner.label.text()
            assert "ยังอยู่บนจอ" in banner.label.text()
            assert focused().text() == "ธารทอง"  # type: ignore[attr-defined]
            click(banner, "บันทึกสำเนาเป็น")
            assert open_file(target, read_only=True).load().office.district == "ธารทอง"
        click(banner, "ลองอีกครั้ง")
        qtbot.waitUntil(lambda: banners(window) == [], timeout=10_000)
        assert window.close_file(), "nothing is asked"
        assert open_file(file, read_only=True).load().office.district == "ธารทอง"


def test_an_unfinished_write_on_a_read_only_medium_is_rescued_to_another_place(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "กู้แล้ว.itadb"
    proposed: list[Path] = []

    def choose(_parent: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(path))
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)

    def rescue(dialog: QWidget) -> None:
        assert isinstance(dialog, RescueDialog)
        assert "กลางคัน" in dialog.told.text()
        click(dialog, "กู้ข้อมูล…")
        click(dialog, "เปิดแฟ้มที่กู้ได้")

    with small_disk("8m") as medium:
        file = medium / "งาน.itadb"
        create_file(file, office_records()).close()
        subprocess.run([sys.executable, "-c", INTERRUPTED, str(file)], check=False)
        subprocess.run(["mount", "-o", "remount,ro", str(medium)], check=True)
        at_next_dialog(rescue, RescueDialog)
        assert window.open_path(file)
        assert proposed[0].parent != medium
        assert session_of(window).path == target
        assert not session_of(window).read_only


def test_a_file_that_is_closed_at_once_never_starts_its_renderer(
    window: Window, qtbot: QtBot, file: Path
) -> None:
    stand(window, qtbot, file)
    assert window.desk is not None
    job = window.desk.preview.job
    window.close_file()
    job.start()  # the timer that was set on opening
    assert job._worker is None


# ---- waiting


def test_waiting_can_be_skipped_and_brings_back_what_was_made(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    go = Event()
    at_next_dialog(lambda dialog: click(dialog, "ไม่รอ"), QWidget)
    assert waited(parent, "กำลังทำ…", go.wait, skip="ไม่รอ") is None
    go.set()
    assert waited(parent, "กำลังทำ…", lambda: 7) == 7
    late = waited(parent, "กำลังทำ…", lambda: time.sleep(0.4) or 8)
    assert late == 8
    with pytest.raises(KeyError):
        waited(parent, "กำลังทำ…", lambda: {}["x"])  # type: ignore[var-annotated]
