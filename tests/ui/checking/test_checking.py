"""The page ตรวจทาน: everything found, how it is filtered, where a line leads, what can be done."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.findings import Finding, Repair, Severity, Spot
from ita_desktop.model.records import LeftFinding, Measure
from ita_desktop.model.values import Status, plain_items
from ita_desktop.session.checking.leaving import leave
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.session.checking.rows import FoundRow
from ita_desktop.storage.sample import sample_records
from ita_desktop.storage.store import create_file
from ita_desktop.thai.digits import to_thai
from tests.ui.hands import CTRL, SHIFT, K, focused, press, write
from ui.checking.repair_dialog import RepairDialog
from ui.finding.hit_delegate import PIECES
from ui.pages.checking import CheckingPage
from ui.widgets.comments.comment_dialog import WriteDialog
from ui.widgets.findings.line_delegate import LineDelegate, line_of
from ui.widgets.findings.line_tree import LineTree
from ui.widgets.findings.lines import BACK, LEAVE, MEND, Line, finding_lines
from ui.widgets.forms.form_rows import SEVERITY_SIGNS
from ui.window import Window

WRONG, RIGHT = "ประกาศมาตราการของหน่วยงาน", "ประกาศมาตรการของหน่วยงาน"


@pytest.fixture
def window(office_window: Window) -> Window:
    assert office_window.workspace is not None
    session = office_window.workspace.session
    session.change(measure(office_window, "m3"), outputs=plain_items("คู่มือ", WRONG))
    session.change(measure(office_window, "m2"), note=WRONG)
    return office_window


@pytest.fixture
def page(window: Window) -> CheckingPage:
    return turned_to(window)


def turned_to(window: Window, part: str = "") -> CheckingPage:
    assert window.desk is not None
    window.desk.show_page(f"checking/{part}")
    found = window.desk.page
    assert isinstance(found, CheckingPage)
    QApplication.processEvents()
    return found


def measure(window: Window, record_id: str) -> Measure:
    assert window.workspace is not None
    found = window.workspace.session.snapshot.get(Measure, record_id)
    assert found is not None
    return found


def lines_of(tree: LineTree) -> list[Line]:
    return [below for head in tree.shown for below in head.lines]


def index_of(tree: LineTree, wanted: Line) -> QModelIndex:
    assert tree.go_to(wanted.key)
    return tree.currentIndex()


def line(tree: LineTree, code: str, record_id: str = "") -> Line:
    return next(
        one
        for one in lines_of(tree)
        if one.finding is not None
        and one.finding.code == code
        and record_id in ("", one.finding.record_id)
    )


def click(tree: LineTree, wanted: Line, act: str = "") -> None:
    """Click on a line, or on one of the acts painted in it."""
    place = tree.visualRect(index_of(tree, wanted))
    at = place.topLeft() + QPoint(60, 12)
    if act:
        painter = tree.itemDelegate()
        assert isinstance(painter, LineDelegate)
        points = (QPoint(x, place.top() + 12) for x in range(place.right(), place.left(), -4))
        at = next(one for one in points if painter.act_at(tree.currentIndex(), one) == act)
    QTest.mouseMove(tree.viewport(), at)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


def sidebar_words(window: Window) -> str:
    assert window.desk is not None
    window.desk.checking.show()
    assert window.desk.checking.item is not None
    return window.desk.checking.item.text()


def test_it_lists_everything_once_and_the_counts_agree(page: CheckingPage, window: Window) -> None:
    assert window.workspace is not None
    snapshot, year = window.workspace.session.snapshot, window.workspace.year
    found = all_findings(readiness(snapshot, year))
    listed = [one.finding for one in lines_of(page.findings)]
    assert len(listed) == len(found) and set(listed) == set(found)
    whole = to_thai(f"({len(found)})")
    assert page.views["findings"].text() == f"สิ่งที่ตรวจพบ {whole}"
    assert sidebar_words(window) == f"ตรวจทาน {whole}"
    for severity in Severity:
        number = sum(one.severity is severity for one in found)
        assert page.filter.severities[severity].text().strip() == to_thai(
            f"{severity.label} ({number})"
        )
    errors = sum(one.severity is Severity.MUST_MEND for one in found)
    assert window.status is not None
    window.status.show_findings()
    assert window.status.findings.text() == to_thai(f"ต้องแก้ไข {errors} รายการ")


def test_a_line_says_what_where_and_what_to_do(page: CheckingPage) -> None:
    one = line(page.findings, "missing-status", "m3")
    assert (one.title, one.field, one.more) == ("ยังไม่มีสถานะ", "สถานะ", "กรอกสถานะ")
    assert one.record == "มาตรการที่ ๓ ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"
    told = index_of(page.findings, one).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("ต้องแก้ไข: ยังไม่มีสถานะ: มาตรการที่ ๓")
    assert line(page.findings, "misspelling", "m3").state == "มีผลต่อรายงานผลมาตรการด้วย"


def test_a_click_and_enter_open_the_form_at_the_field(page: CheckingPage, window: Window) -> None:
    assert window.desk is not None
    click(page.findings, line(page.findings, "missing-status", "m3"))
    assert window.desk.page_name == "measures"
    assert window.desk.page.form.rows["status"].isAncestorOf(focused())  # type: ignore[attr-defined]
    turned_to(window)
    page.findings.setFocus()
    held = page.findings.line
    assert held is not None and held.finding is not None and held.finding.field == "status"
    index_of(page.findings, line(page.findings, "missing-responsible", "m3"))
    press(K.Key_Return)
    assert window.desk.page_name == "measures"
    rows = window.desk.page.form.rows  # type: ignore[attr-defined]
    assert rows["responsible"].isAncestorOf(focused())


def test_the_field_gone_to_is_in_sight_once_the_form_has_settled(
    window: Window, qtbot: QtBot
) -> None:
    assert window.workspace is not None and window.desk is not None
    long = "ปรับปรุงคู่มือการปฏิบัติงานให้เป็นปัจจุบันและเผยแพร่ให้ประชาชนทราบทางเว็บไซต์ของหน่วยงานทุกเรื่อง"
    texts = plain_items(*(f"{long} เรื่องที่ {at}" for at in range(1, 9)))
    window.workspace.session.change(measure(window, "m3"), results=texts, steps=texts)
    page = turned_to(window)
    click(page.findings, line(page.findings, "misspelling", "m3"))
    form = window.desk.page.form  # type: ignore[attr-defined]
    row = form.rows["outputs"]

    def seen() -> bool:
        top = row.mapTo(form.viewport(), QPoint(0, 0)).y()
        return bool(top >= 0 and top + row.height() <= form.viewport().height())

    qtbot.waitUntil(seen)
    assert row.isAncestorOf(focused())


def test_it_is_filtered_by_severity_document_and_words(page: CheckingPage) -> None:
    whole = len(lines_of(page.findings))
    QTest.mouseClick(page.filter.severities[Severity.LOOK_AT], Qt.MouseButton.LeftButton)
    severities = {one.finding.severity for one in lines_of(page.findings) if one.finding}
    assert severities == {Severity.LOOK_AT}
    page.filter.clear()
    box = page.filter.documents
    box.setFocus()
    while box.currentData() != "report":
        press(K.Key_Down)
    assert [head.title for head in page.findings.shown] == ["รายงานผลมาตรการ"]
    number = len(lines_of(page.findings))
    assert box.currentText() == to_thai(f"รายงานผลมาตรการ ({number})")
    assert 0 < number < whole
    page.filter.clear()
    page.filter.line.setFocus()
    write("๓ ระยะเวลา")
    press(K.Key_Return)
    page.filter.choose(text=page.filter.line.text())
    assert [one.field for one in lines_of(page.findings)] == ["ระยะเวลาดำเนินการ"]
    page.filter.choose(text="ไม่มีคำนี้อยู่เลย")
    assert page.none_such.isVisible() and not page.findings.isVisible()
    heard: list[str] = []
    page.filter.line.textChanged.connect(heard.append)  # so does the button that empties it
    QTest.mouseClick(page.none_such.buttons[0], Qt.MouseButton.LeftButton)
    assert len(lines_of(page.findings)) == whole and page.findings.isVisible()
    assert heard == [""]


def test_a_repair_is_made_where_it_is_painted_and_by_keys(
    page: CheckingPage, window: Window, qtbot: QtBot
) -> None:
    click(page.findings, line(page.findings, "misspelling", "m3"), MEND)
    assert [one.text for one in measure(window, "m3").outputs] == ["คู่มือ", RIGHT]
    page.refresh()
    left = [one for one in lines_of(page.findings) if one.finding.code == "misspelling"]  # type: ignore[union-attr]
    assert [one.finding.record_id for one in left if one.finding] == ["m2"]
    index_of(page.findings, left[0])
    page.findings.setFocus()
    press(K.Key_Return, CTRL)
    assert measure(window, "m2").note == RIGHT


def test_what_is_left_with_a_reason_is_shown_by_the_switch_and_told_again(
    page: CheckingPage, window: Window
) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WriteDialog)
        dialog.box.setFocus()
        write("ตามต้นฉบับ")
        dialog.ok.click()

    assert window.workspace is not None
    session = window.workspace.session
    assert not page.filter.left.isVisible()
    QTimer.singleShot(150, answer)
    click(page.findings, line(page.findings, "misspelling", "m3"), LEAVE)
    assert [one.reason for one in session.snapshot.of(LeftFinding)] == ["ตามต้นฉบับ"]
    page.refresh()
    assert page.filter.left.text() == "แสดงที่ปล่อยไว้ (๑)"
    QTest.mouseClick(page.filter.left, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    shown = line(page.findings, "misspelling", "m3")
    assert shown.faded and "ตามต้นฉบับ" in shown.more
    click(page.findings, shown, BACK)
    assert session.snapshot.of(LeftFinding) == ()
    index_of(page.findings, line(page.findings, "missing-status", "m3"))
    QTest.keyClick(page.findings, K.Key_Delete)  # what is merely empty cannot be left
    assert session.snapshot.of(LeftFinding) == ()


def test_all_repairs_are_shown_and_made_as_one_edit(page: CheckingPage, window: Window) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RepairDialog)
        assert dialog.ok.text().strip() == "แก้ ๒ แห่ง"
        dialog.tree.setFocus()
        press(K.Key_Space)
        assert dialog.ok.text().strip() == "แก้ ๑ แห่ง" and not dialog.every.isChecked()
        press(K.Key_Space)
        dialog.ok.click()

    assert window.workspace is not None
    assert page.mend_all.text().strip() == "แก้ให้ทั้งหมดที่แก้ได้ (๒)…"
    QTimer.singleShot(150, answer)
    QTest.mouseClick(page.mend_all, Qt.MouseButton.LeftButton)
    assert measure(window, "m2").note == RIGHT
    assert [one.text for one in measure(window, "m3").outputs] == ["คู่มือ", RIGHT]
    page.refresh()
    assert not page.mend_all.isVisible()
    window.workspace.session.undo()
    assert measure(window, "m2").note == WRONG
    assert [one.text for one in measure(window, "m3").outputs] == ["คู่มือ", WRONG]


def test_a_repair_of_long_words_shows_the_letters_that_go(qtbot: QtBot) -> None:
    said = "จัดทำคู่มือการปฏิบัติงานของทุกสำนักและทุกกองให้ครบถ้วน "
    repair, spot = Repair(said * 2, said), Spot(said * 2, 0, 2 * len(said))
    finding = Finding(Severity.LOOK_AT, "twice", "พิมพ์ซ้ำ", repair=repair, spot=spot)
    dialog = RepairDialog([FoundRow(finding, "plan", ("plan",))])
    qtbot.addWidget(dialog)
    before, after = dialog.tree.items[0].data(1, PIECES)
    assert (before[1], after[1]) == (said, "")


def test_the_sign_of_a_line_tells_how_much_it_matters(page: CheckingPage, window: Window) -> None:
    assert window.workspace is not None
    lines = finding_lines(window.workspace.found)
    for line in (one for group in lines for one in group.lines):
        assert line.finding is not None
        assert line.sign == SEVERITY_SIGNS[line.finding.severity]


def test_place_and_selection_stay_while_the_file_changes(
    page: CheckingPage, window: Window
) -> None:
    assert window.workspace is not None
    session = window.workspace.session
    wanted = line(page.findings, "missing-timeline", "m3")
    index_of(page.findings, wanted)
    page.findings.verticalScrollBar().setValue(70)
    place = page.findings.verticalScrollBar().value()
    session.change(measure(window, "m2"), results=plain_items("ปรับปรุงแล้ว"))
    page.refresh()
    assert page.findings.line == wanted
    assert page.findings.verticalScrollBar().value() == place
    head = next(one for one in page.findings.shown if one.goal == "memo")
    click(page.findings, head)
    assert not page.findings.isExpanded(page.findings.currentIndex())
    session.change(measure(window, "m2"), results=plain_items("ปรับปรุงแล้วเสร็จ", "สอง"))
    session.change(measure(window, "m3"), steps=plain_items("อบรม"))
    page.refresh()
    assert not page.findings.isExpanded(index_of(page.findings, head))


def test_f8_goes_from_one_finding_to_the_next_from_anywhere(window: Window) -> None:
    workspace, desk = window.workspace, window.desk
    assert workspace is not None and desk is not None
    page = turned_to(window)
    page.filter.choose(document="plan", severity=Severity.MUST_MEND)
    order = [one.finding for one in lines_of(page.findings)]
    assert len(order) > 2
    desk.show_page("overview")
    press(K.Key_F8)
    assert desk.page_name == "measures" and workspace.last_finding == order[0]
    assert to_thai(f"รายการที่ 1 จาก {len(order)}") in desk.notices.text
    press(K.Key_F8)
    assert workspace.last_finding == order[1]
    press(K.Key_F8, SHIFT)
    press(K.Key_F8, SHIFT)
    assert workspace.last_finding == order[-1]


def test_the_status_line_and_the_overview_lead_there(window: Window) -> None:
    assert window.desk is not None and window.status is not None
    window.status.show_findings()
    QTest.mouseClick(window.status.findings, Qt.MouseButton.LeftButton)
    assert window.desk.page_name == "checking"
    for words, part in (("ดูความครบถ้วนของเอกสาร", "board"), ("ไปหน้าตรวจทาน", "findings")):
        window.desk.show_page("overview")
        page = window.desk.page
        [button] = [one for one in page.findChildren(QPushButton) if one.accessibleName() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        checking = window.desk.page
        assert isinstance(checking, CheckingPage) and checking.views[part].isChecked()


def test_nothing_can_be_done_in_a_file_that_is_only_read(window: Window) -> None:
    assert window.workspace is not None
    window.workspace.session.doubted = True
    page = turned_to(window)
    assert {one.acts for one in lines_of(page.findings)} == {()}
    assert not page.mend_all.isVisible()


def test_the_board_says_of_every_document_what_is_there_and_leads_on(window: Window) -> None:
    assert window.desk is not None and window.workspace is not None
    page = turned_to(window, "board")
    assert page.board.isVisible() and not page.findings.isVisible()
    heads = page.board.shown
    assert [head.goal for head in heads] == [kind.id for kind in DOCUMENTS]
    memo = next(head for head in heads if head.goal == "memo")
    assert memo.state.startswith("ต้องแก้ไข")
    signer = next(one for one in memo.lines if one.title == "ผู้ลงนาม")
    assert signer.finding is not None and signer.finding.code == "missing-signers"
    click(page.board, signer)
    assert (window.desk.page_name, window.workspace.document) == ("documents", "memo")
    turned_to(window, "board")
    there = next(one for one in memo.lines if one.title == "ถ้อยคำของเอกสาร")
    assert there.state == "มีแล้ว"
    click(page.board, there)
    assert (window.desk.page_name, window.workspace.document) == ("documents", "memo")


def test_a_line_of_the_board_with_several_findings_opens(window: Window) -> None:
    page = turned_to(window, "board")
    report = next(head for head in page.board.shown if head.goal == "report")
    several = next(one for one in report.lines if len(one.lines) > 1)
    click(page.board, several)
    assert page.board.isExpanded(page.board.currentIndex())
    page.board.setFocus()
    press(K.Key_Down)
    assert window.desk is not None
    press(K.Key_Return)
    assert window.desk.page_name == "measures"


def test_a_clean_office_is_told_so(bare_window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    ids = iter(range(100_000))
    path = tmp_path / "ครบถ้วน.itadb"
    create_file(path, sample_records(lambda: f"s{next(ids)}")).close()
    window = bare_window
    assert window.open_path(path)
    window.show()
    qtbot.waitExposed(window)
    assert window.workspace is not None
    session = window.workspace.session
    page = turned_to(window)
    page.filter.choose(severity=Severity.MUST_MEND)
    [unfilled] = {one.finding.record_id for one in lines_of(page.findings) if one.finding}
    session.change(
        measure(window, unfilled),
        status=Status.DONE,
        results=plain_items("ปิดประกาศแล้ว"),
        outcomes=plain_items("ผู้ปกครองทราบเกณฑ์ก่อนสมัคร"),
    )
    page.refresh()
    assert page.none_such.isVisible()
    for row in window.workspace.found:
        leave(session, row.finding, "ตรวจแล้ว", "")
    page.refresh()
    assert page.nothing.isVisible() and page.nothing.title.text() == "ไม่พบสิ่งที่ต้องแก้ไข"
    assert sidebar_words(window) == "ตรวจทาน"
    assert all(one.ready for one in window.workspace.readiness)


def test_many_findings_stand_in_one_tree(window: Window) -> None:
    assert window.workspace is not None
    session, year = window.workspace.session, window.workspace.year
    fresh = [
        Measure(id=f"x{at}", year_id=year.id, rank=f"9{at:04}", title=f"มาตรการทดสอบ {at}")
        for at in range(120)
    ]
    session.commit(Edit("เพิ่ม", tuple(Change(None, one) for one in fresh)))
    page = turned_to(window)
    assert len(lines_of(page.findings)) > 500
    last = lines_of(page.findings)[-1]
    assert page.findings.go_to(last.key)
    held = page.findings.line
    gone = dataclasses.replace(fresh[0], title="มาตรการอื่น")
    session.commit(Edit("แก้", (Change(fresh[0], gone),)))
    page.refresh()
    assert page.findings.line == held
    assert line_of(page.findings.currentIndex()) == held
