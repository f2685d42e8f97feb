"""Copies go out and come back by hand: names, sending, reading, comments, merging, history."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Comment, Measure, SentCopy
from ita_desktop.session.opening import open_to_work
from ita_desktop.session.review.comments import add_comment
from ita_desktop.session.review.sending import NoteForm, Sending, send_copy
from ita_desktop.session.session import Session
from ita_desktop.storage.store import create_file, open_file
from tests.aids.office_fixtures import stand
from tests.aids.small_office import office_records
from tests.ui.hands import K, press, write
from ui.pages.comments import CommentsPage
from ui.reviewing.history import HistoryDialog
from ui.reviewing.merging import MergeDialog
from ui.reviewing.names import NameDialog
from ui.reviewing.sending import SendDialog
from ui.settings import keep_name, my_name, open_settings
from ui.widgets.bars import Banner
from ui.widgets.comments.comment_dialog import WriteDialog
from ui.widgets.comments.comment_marks import CommentMarks
from ui.window import Window

ME = "นางสาวมาลี ใจดี"
QUIET = Sending(note=NoteForm.NONE)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(bare_window: Window) -> Window:
    return bare_window


@pytest.fixture
def file(office_file: Path) -> Path:
    return office_file


@pytest.fixture
def copy(file: Path) -> Path:
    """A copy that was sent."""
    with closing(open_to_work(file)) as session:
        sent = send_copy(session, file.with_name("สำเนา.itadb"), QUIET)
        session.flush()
    return sent.path


@pytest.fixture
def named() -> None:
    keep_name(open_settings(), ME)


def measure(session: Session, measure_id: str) -> Measure:
    found = session.snapshot.get(Measure, measure_id)
    assert found is not None
    return found


class Hand:
    """Answers dialogs one after the other as they open; ``seen`` are their kinds."""

    def __init__(self, *acts: Callable[[Any], object]) -> None:
        self._acts = list(acts)
        self._answered: list[QDialog] = []
        self.seen: list[type] = []
        self._wait()

    def _wait(self) -> None:
        # Each look is a timer of its own: one that is being answered does not tick again.
        if self._acts:
            QTimer.singleShot(20, self._look)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog in self._answered:
            self._wait()
            return
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            self._wait()
            return
        self._answered.append(dialog)
        act = self._acts.pop(0)
        self.seen.append(type(dialog))
        self._wait()
        try:
            act(dialog)
        except BaseException:
            self._acts = []
            dialog.reject()  # so that the test goes on, and fails
            raise


def say_name(dialog: QWidget) -> None:
    assert isinstance(dialog, NameDialog)
    assert not dialog.ok.isEnabled()
    dialog.line.setFocus()
    write(ME)
    press(K.Key_Return)


def button(parent: QWidget, words: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if one.text().strip() == words)


def banner_words(window: Window) -> list[str]:
    return [one.label.text() for one in window.findChildren(Banner)]


# ---- going out


def test_a_copy_is_sent_by_hand_and_the_name_is_asked_once(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = stand(window, qtbot, file)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    told: list[str] = []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, SendDialog)
        dialog.receiver.setFocus()
        write("ปลัดเทศบาล")
        qtbot.mouseClick(button(dialog, "เลือกโฟลเดอร์…"), LEFT)
        assert dialog.folder == stick
        dialog.note.setCurrentIndex(1)
        qtbot.mouseClick(dialog.send_button, LEFT)
        assert dialog.sent is not None
        told.extend(one.text() for one in dialog.findChildren(QLabel))
        qtbot.mouseClick(button(dialog, "ปิด"), LEFT)

    hand = Hand(say_name, fill_in)
    window.reviewing.send()
    assert hand.seen == [NameDialog, SendDialog]
    assert my_name(open_settings()) == ME
    [sent] = session.snapshot.of(SentCopy)
    assert sent.receiver == "ปลัดเทศบาล"
    path = stick / sent.file_name
    with closing(open_file(path, read_only=True)) as store:
        assert store.fingerprint() == sent.fingerprint
    note = stick / f"{path.stem} ใบปะหน้า.txt"
    assert f"ผู้ส่ง: {ME}" in note.read_text("utf-8-sig")
    assert any("ถอดแฟลชไดรฟ์ได้แล้ว" in words for words in told)
    assert any(sent.fingerprint[:8] in words for words in told)
    session.flush()
    assert session.store.history()[0].who == ME


def test_a_folder_that_is_gone_is_told_and_the_dialog_stays(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, named: None
) -> None:
    session = stand(window, qtbot, file)
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    open_settings().setValue("sending/folder", str(stick))

    def try_it(dialog: QWidget) -> None:
        assert isinstance(dialog, SendDialog)
        stick.rmdir()
        dialog.send()
        assert dialog.sent is None and dialog.isEnabled()
        dialog.reject()

    def read(box: QWidget) -> None:
        assert isinstance(box, QMessageBox) and "ไม่พบโฟลเดอร์" in box.text()
        box.accept()

    hand = Hand(try_it, read)
    window.reviewing.send()
    assert hand.seen == [SendDialog, QMessageBox]
    assert not session.snapshot.of(SentCopy)


# ---- reading and reviewing


def test_a_copy_is_opened_to_read_until_its_review_is_begun(
    window: Window, qtbot: QtBot, copy: Path
) -> None:
    session = stand(window, qtbot, copy)
    assert session.read_only
    before = copy.read_bytes()
    [words] = banner_words(window)
    assert words.startswith("สำเนาเพื่ออ่านของเทศบาลตำบลศรีสำราญ")
    hand = Hand(say_name)
    assert window.desk is not None
    qtbot.mouseClick(button(window, "เริ่มตรวจทาน"), LEFT)
    assert hand.seen == [NameDialog]
    assert copy.read_bytes() == before
    assert window.workspace is not None
    session = window.workspace.session
    assert not session.read_only
    assert "คัดลอกแฟ้มนี้กลับไป" in banner_words(window)[-1]
    session.change(measure(session, "m1"), note="เสนอแก้")
    session.flush()
    assert session.store.history()[0].who == ME


def test_comments_are_written_beside_a_field_and_answered_on_their_page(
    window: Window, qtbot: QtBot, file: Path, named: None
) -> None:
    session = stand(window, qtbot, file)
    desk, workspace = window.desk, window.workspace
    assert desk is not None and workspace is not None
    entry = desk._comments.item
    assert entry is not None and desk.sidebar.row(entry) < 0
    desk.sidebar.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.sidebar)
    press(K.Key_End)
    assert desk.page_name == "catalogue"
    workspace.show_place("m1", "steps")
    form = desk.page.form  # type: ignore[attr-defined]
    row = form.rows["steps"]

    def remark(dialog: QWidget) -> None:
        assert isinstance(dialog, WriteDialog)
        dialog.box.setFocus()
        write("ระบุจำนวนครั้ง")
        qtbot.mouseClick(dialog.ok, LEFT)

    place = row.label.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.label.mapToGlobal(place))
    QApplication.sendEvent(row.label, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    hand = Hand(remark)
    menu.actions()[0].trigger()
    assert hand.seen == [WriteDialog]
    [comment] = session.snapshot.of(Comment)
    assert (comment.about_id, comment.field, comment.author) == ("m1", "steps", ME)
    marks = form.findChild(CommentMarks)._marks
    assert marks[row].isVisible() and marks[row].text() == "๑"
    assert "ระบุจำนวนครั้ง" in marks[row].toolTip()
    assert desk.sidebar.row(entry) >= 0 and entry.text() == "ความเห็น (๑)"

    desk.show_page("comments")
    page = desk.page
    assert isinstance(page, CommentsPage)

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, WriteDialog)
        dialog.box.setFocus()
        write("ระบุแล้ว")
        qtbot.mouseClick(dialog.ok, LEFT)

    hand = Hand(answer)
    qtbot.mouseClick(page.cards[comment.id].answer, LEFT)
    qtbot.waitUntil(lambda: page.cards[comment.id].comment.answer == "ระบุแล้ว")
    page.cards[comment.id].settled.click()
    qtbot.waitUntil(lambda: not page.cards)
    assert session.undo_name == "ทำเครื่องหมายว่าจัดการความเห็นแล้ว"
    assert not marks[row].isVisibleTo(row)
    page.all_button.click()
    window.activateWindow()
    qtbot.mouseClick(page.cards[comment.id].go, LEFT)
    assert desk.page_name == "measures"
    qtbot.waitUntil(lambda: form.rows["steps"].isAncestorOf(QApplication.focusWidget() or window))


def test_keys_write_a_comment_on_the_field_in_hand(
    window: Window, qtbot: QtBot, copy: Path, named: None
) -> None:
    assert window.open_path(copy, review=True)
    session = stand(window, qtbot, copy)
    assert window.workspace is not None and window.desk is not None
    window.workspace.show_place("m2", "note")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    row = window.desk.page.form.rows["note"]  # type: ignore[attr-defined]
    marks = window.desk.page.form.comments._marks  # type: ignore[attr-defined]
    assert marks[row].isVisible() and marks[row].text() == ""

    def remark(dialog: QWidget) -> None:
        assert isinstance(dialog, WriteDialog)
        dialog.box.setFocus()
        write("เพิ่มเอกสารอ้างอิง")
        dialog.ok.click()

    hand = Hand(remark)
    qtbot.keyClick(
        QApplication.focusWidget(),
        Qt.Key.Key_M,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    assert hand.seen == [WriteDialog]
    assert session.snapshot.of(Comment)[0].field == "note"
    assert marks[row].text() == "๑"


# ---- coming back


def reviewed(copy: Path) -> None:
    with closing(open_to_work(copy, who="นายวิชัย")) as session:
        session.change(measure(session, "m1"), title="ชื่อที่ผู้ตรวจเสนอ")
        session.change(measure(session, "m2"), status_reason="ผู้ตรวจแก้เหตุผล")
        session.change(measure(session, "m3"), note="หมายเหตุของผู้ตรวจ", indicator="ตัวชี้วัดที่ ๕")
        add_comment(session, "โปรดระบุจำนวนครั้ง", "นายวิชัย", measure(session, "m1"), "steps")


def item_of(dialog: MergeDialog, measure_id: str, field: str) -> QTreeWidgetItem:
    for item in dialog.tree.items:
        proposal = item.data(0, Qt.ItemDataRole.UserRole).proposal
        if (proposal.record_id, proposal.field.name) == (measure_id, field):
            return item
    raise AssertionError(f"{measure_id}.{field} is not proposed")


def test_what_came_back_is_chosen_by_hand_and_taken_over_in_one_step(
    window: Window, qtbot: QtBot, file: Path, copy: Path, named: None
) -> None:
    reviewed(copy)
    session = stand(window, qtbot, file)
    session.change(measure(session, "m2"), status_reason="เราแก้เอง")
    before = session.snapshot
    assert window.workspace is not None

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, MergeDialog)
        tree, detail = dialog.tree, dialog.detail
        assert dialog.ok.text() == "รับ ๓ รายการ"
        colliding = item_of(dialog, "m2", "status_reason")
        assert tree.currentItem() is colliding
        assert (detail.was.text(), detail.ours.text(), detail.theirs.text()) == (
            "(ว่าง)",
            "เราแก้เอง",
            "ผู้ตรวจแก้เหตุผล",
        )
        assert detail.kept.isChecked() and not detail.collision.isHidden()
        qtbot.mouseClick(detail.decided, LEFT, pos=QPoint(8, 8))
        assert dialog.ok.text() == "รับ ๔ รายการ"
        tree.setFocus()
        tree.setCurrentItem(item_of(dialog, "m3", "note"))
        press(K.Key_Space, text=" ")
        assert dialog.ok.text() == "รับ ๓ รายการ"
        assert detail.kept.isChecked()
        qtbot.mouseClick(dialog.ok, LEFT)

    hand = Hand(choose)
    window.reviewing.merge(copy)
    assert hand.seen == [MergeDialog]
    assert measure(session, "m1").title == "ชื่อที่ผู้ตรวจเสนอ"
    assert measure(session, "m2").status_reason == "ผู้ตรวจแก้เหตุผล"
    assert measure(session, "m3").indicator == "ตัวชี้วัดที่ ๕"
    assert measure(session, "m3").note == ""
    assert len(session.snapshot.of(Comment)) == 1
    assert window.desk is not None
    assert "รับการแก้ไข ๓ รายการ ความเห็น ๑ ข้อ" in window.desk.notices.text
    window.undo()
    assert session.snapshot == before


def test_all_that_does_not_collide_is_ticked_by_one_button(
    window: Window, qtbot: QtBot, file: Path, copy: Path, named: None
) -> None:
    reviewed(copy)
    session = stand(window, qtbot, file)
    session.change(measure(session, "m2"), status_reason="เราแก้เอง")

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, MergeDialog)
        qtbot.mouseClick(dialog.none_button, LEFT)
        assert dialog.ok.text() == "รับความเห็น"
        qtbot.mouseClick(dialog.quiet_button, LEFT)
        assert dialog.ok.text() == "รับ ๓ รายการ"
        dialog.only_colliding.click()
        assert sum(not one.isHidden() for one in dialog.tree.items) == 1
        dialog.reject()

    hand = Hand(choose)
    before = session.snapshot
    window.reviewing.merge(copy)
    assert hand.seen == [MergeDialog]
    assert session.snapshot == before


def test_a_file_of_other_work_is_told_apart(
    window: Window, qtbot: QtBot, file: Path, tmp_path: Path, named: None
) -> None:
    other = tmp_path / "อื่น.itadb"
    office = office_records()[0]
    create_file(other, [dataclasses.replace(office, name="ทุ่งนา"), *office_records()[1:]]).close()  # type: ignore[call-arg]
    stand(window, qtbot, file)
    told: list[str] = []

    def read(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    hand = Hand(read)
    window.reviewing.merge(other)
    assert hand.seen == [QMessageBox]
    assert "ทุ่งนา" in told[0]


def test_a_file_let_fall_on_an_open_one_may_be_merged_or_opened(
    window: Window, qtbot: QtBot, file: Path, copy: Path, named: None
) -> None:
    reviewed(copy)
    stand(window, qtbot, file)

    def drop() -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(copy))])
        none = Qt.KeyboardModifier.NoModifier
        action = Qt.DropAction.CopyAction
        window.dropEvent(QDropEvent(QPointF(50, 50), action, data, LEFT, none))

    def merge(box: QWidget) -> None:
        qtbot.mouseClick(button(box, "รวมเข้ากับแฟ้มที่เปิดอยู่"), LEFT)

    hand = Hand(merge, lambda dialog: dialog.reject())
    drop()
    qtbot.waitUntil(lambda: len(hand.seen) == 2)
    assert hand.seen == [QMessageBox, MergeDialog]
    hand = Hand(lambda box: qtbot.mouseClick(button(box, "เปิดแฟ้มนี้"), LEFT))
    drop()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.session.path == copy)


# ---- the history


def test_the_history_is_searched_and_leads_to_the_record(
    window: Window, qtbot: QtBot, file: Path, named: None
) -> None:
    session = stand(window, qtbot, file)
    for number in range(130):
        session.change(measure(session, "m2"), status_reason=f"เหตุผลครั้งที่ {number}")
    session.change(measure(session, "m1"), note="เร่งรัด")

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        assert len(dialog.rows.lines) == 100
        assert dialog.line is not None and dialog.line.who == ME
        bar = dialog.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda: len(dialog.rows.lines) == 131)
        assert dialog.told.text() == "ทั้งหมด ๑๓๑ ครั้ง"
        dialog.search.setFocus()
        write("เร่งรัด")
        qtbot.waitUntil(lambda: len(dialog.rows.lines) == 1)
        qtbot.waitUntil(lambda: dialog.line is not None)
        qtbot.mouseClick(button(dialog.detail, "ไปที่รายการ"), LEFT)

    hand = Hand(look)
    window.reviewing.show_history()
    assert hand.seen == [HistoryDialog]
    assert window.desk is not None
    form = window.desk.page.form  # type: ignore[attr-defined]
    assert form.record.id == "m1"
    window.activateWindow()
    qtbot.waitUntil(lambda: form.rows["note"].isAncestorOf(QApplication.focusWidget() or window))


def test_the_history_of_one_measure_is_asked_for_in_its_menu(
    window: Window, qtbot: QtBot, file: Path, named: None
) -> None:
    session = stand(window, qtbot, file)
    session.change(measure(session, "m1"), note="ก")
    session.change(measure(session, "m2"), note="ข")
    assert window.workspace is not None and window.desk is not None
    window.workspace.show_place("m2")
    view = window.desk.page.list  # type: ignore[attr-defined]
    menu = QMenu()
    view.make_menu(menu)

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        assert [one.name for one in dialog.rows.lines] == ["แก้ไขหมายเหตุ"]
        assert dialog.about.text().startswith("มาตรการที่ ๒")
        qtbot.mouseClick(dialog.all_button, LEFT)
        assert len(dialog.rows.lines) == 2
        dialog.reject()

    hand = Hand(look)
    next(one for one in menu.actions() if one.text().startswith("ประวัติ")).trigger()
    assert hand.seen == [HistoryDialog]
