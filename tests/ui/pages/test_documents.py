"""The documents page on a real session, file and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.documents.layouts import built_in_layouts
from ita_desktop.model.records import DocumentSetup, Office, Record, YearWork
from ita_desktop.model.values import OwnText, PageTurn, TableSize
from ita_desktop.render.pdf.renderer import Cancelled
from ita_desktop.session.opening import open_to_read
from ita_desktop.session.papers.exporting import all_targets, export_all
from ita_desktop.session.papers.suffixes import PDF, WORD
from ita_desktop.thai.digits import Digits
from tests.aids.small_office import YEAR, office_records, office_session
from tests.ui.document_bench import Bench, bench_of, type_text

SHIPPED = {one.name: one.text for one in REPORT.wordings}


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    yield from bench_of(qtbot, office_session(tmp_path))


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    yield from bench_of(qtbot, office_session(tmp_path, (Office(), YearWork.of(YEAR))))


def test_the_head_says_what_the_document_is_and_what_it_lacks(opened: Bench) -> None:
    head = opened.page.head
    assert head.title.text().startswith("รายงานผล")
    assert head.purpose.text()
    assert head.state.text().strip() == "ต้องแก้ไข ๕ รายการ"


def test_every_document_stands_in_the_order_of_the_work_with_its_state(opened: Bench) -> None:
    shown = opened.page.list
    assert set(shown.order) == {one.id for one in DOCUMENTS}
    assert shown.order.index("memo") < shown.order.index("report") < shown.order.index("bundle")
    assert shown.state_words("report") == "ต้องแก้ไข ๕ รายการ"
    assert shown.state_words("cover") == "พร้อม"


def test_the_keys_walk_the_documents_and_pass_over_the_headings(opened: Bench) -> None:
    opened.page.list.setFocus()
    QTest.keyClick(opened.page.list, Qt.Key.Key_Up)
    assert opened.workspace.document == "announcement-intent"
    assert opened.page.head.title.text().startswith("ประกาศ")
    QTest.keyClick(opened.page.list, Qt.Key.Key_Down)
    assert opened.workspace.document == "report"


def test_only_options_of_the_document_in_hand_are_shown(opened: Bench) -> None:
    for kind in DOCUMENTS:
        opened.workspace.choose_document(kind.id)
        rows = opened.page.options.form.rows
        assert {name for name, row in rows.items() if not row.isHidden()} == set(kind.options)
        wide = opened.page.options.form.horizontalScrollBar().maximum()
        assert wide == 0, f"{kind.id} is {wide} pixels too wide"


def test_the_list_stands_beside_where_there_is_room(opened: Bench) -> None:
    page = opened.page
    assert (
        page.head.y() == 0
        and page.list.geometry().bottom() < page.options.mapTo(page, QPoint()).y()
    )
    page.resize(700, 680)
    QApplication.processEvents()
    assert page.list.geometry().right() < page.options.mapTo(page, QPoint()).x()


def test_a_click_on_the_state_lists_what_is_missing_and_each_line_leads_there(
    opened: Bench, qtbot: QtBot
) -> None:
    page = opened.page
    page.head.state.click()
    assert page.findings.isVisible()
    link = next(one for one in page.findings.links if one.finding.record_id == "m3")
    assert "ฝึกอบรมคุณธรรม" in link.accessibleName()
    with qtbot.waitSignal(opened.workspace.wanted) as told:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert told.args == ["m3", link.finding.field]
    page.head.state.click()
    assert not page.findings.isVisible()


def test_an_empty_office_is_led_to_its_first_measure(empty: Bench, qtbot: QtBot) -> None:
    empty.page.head.state.click()
    link = next(one for one in empty.page.findings.links if one.finding.code == "no-measures")
    assert "๒๕๖๘" in link.accessibleName()
    with qtbot.waitSignal(empty.workspace.page_wanted) as told:
        QTest.keyClick(link, Qt.Key.Key_Return)
    assert told.args == ["measures"]


def test_what_is_mended_leaves_the_card_and_the_list(opened: Bench) -> None:
    page, session = opened.page, opened.session
    page.head.state.click()
    before = len(page.findings.links)
    session.remove(*(one for one in session.snapshot.measures(opened.workspace.year.id)[1:]))
    assert len(page.findings.links) < before
    assert page.head.state.text().strip() == "พร้อมลงนาม"


def test_another_layout_and_arabic_digits_take_two_clicks_and_two_undos(opened: Bench) -> None:
    default, wanted = built_in_layouts("report")[:2]
    QTest.mouseClick(opened.layouts().cards[wanted.id], Qt.MouseButton.LeftButton)
    opened.option("digits").buttons[Digits.ARABIC].click()
    assert (opened.setup.layout, opened.setup.digits) == (wanted.id, Digits.ARABIC)
    opened.session.undo()
    assert (opened.setup.layout, opened.setup.digits) == (wanted.id, None)
    opened.session.undo()
    assert opened.setup.layout == ""
    assert opened.layouts().cards[default.id].radio.isChecked()
    assert opened.option("digits").value() is None


def test_an_option_chosen_again_after_undo_is_kept(opened: Bench) -> None:
    opened.option("digits").buttons[Digits.ARABIC].click()
    opened.session.undo()
    opened.option("digits").buttons[Digits.ARABIC].click()
    assert opened.setup.digits is Digits.ARABIC


def test_what_is_left_to_the_layout_says_what_it_leads_to(opened: Bench) -> None:
    turn = opened.option("orientation")
    assert turn.buttons[None].text().strip() == "ตามแบบตาราง (แนวนอน)"
    turn.buttons[PageTurn.PORTRAIT].click()
    assert opened.setup.orientation is PageTurn.PORTRAIT
    assert turn.buttons[None].text().strip() == "ตามแบบตาราง (แนวนอน)"
    turn.buttons[None].click()
    assert opened.setup.orientation is None
    before = opened.option("timeline_style").buttons[None].text().strip()
    opened.layouts().cards["result-outcome"].radio.click()
    after = opened.option("timeline_style").buttons[None].text().strip()
    assert (before, after) == (
        "ตามแบบตาราง (ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘)",
        "ตามแบบตาราง (ต.ค. ๖๗ - ก.ย. ๖๘)",
    )


def test_arrow_keys_choose_the_next_option(opened: Bench) -> None:
    digits = opened.option("digits")
    QTest.keyClick(digits.buttons[Digits.THAI], Qt.Key.Key_Right)
    assert opened.setup.digits is Digits.ARABIC
    QTest.keyClick(digits.buttons[Digits.ARABIC], Qt.Key.Key_Left)
    assert opened.setup.digits is Digits.THAI
    QTest.keyClick(digits.buttons[Digits.THAI], Qt.Key.Key_Left)
    assert opened.setup.digits is Digits.THAI


def test_only_real_choices_are_offered_and_the_usual_one_is_chosen(opened: Bench) -> None:
    for name, usual in (("digits", Digits.THAI), ("table_size", TableSize.NORMAL)):
        option = opened.option(name)
        assert option.buttons[None].isHidden()
        assert [value for value, one in option.buttons.items() if one.isChecked()] == [usual]
        option.buttons[usual].click()
        assert getattr(opened.setup, name) is None, "nothing was changed"
    assert not opened.option("orientation").buttons[None].isHidden()


def test_a_round_nobody_foresaw_is_shown_and_kept(opened: Bench) -> None:
    opened.session.change(opened.setup, round=5)
    assert opened.option("round").value() == 5
    opened.option("round").buttons[6].click()
    assert opened.setup.round == 6


def test_every_declared_option_has_its_row(opened: Bench) -> None:
    from ita_desktop.model.fields import fields_of

    shown = {one.name for one in fields_of(DocumentSetup) if one.shown}
    assert set(opened.page.options.form.rows) == shown


def test_a_wording_typed_anew_is_kept_and_can_be_given_back(opened: Bench, qtbot: QtBot) -> None:
    box = opened.box("report.title")
    assert box.box.text() == SHIPPED["report.title"]
    box.box.selectAll()
    type_text(opened, box, "รายงานผลของ")
    box.put_in("agency")
    opened.page.options.flush()
    assert opened.setup.texts == (OwnText("report.title", "รายงานผลของ{agency}"),)
    assert box.shipped.isVisible() and SHIPPED["report.title"] in box.shipped.text()
    box.reset.click()
    assert opened.setup.texts == ()
    opened.session.undo()
    assert opened.setup.texts == (OwnText("report.title", "รายงานผลของ{agency}"),)
    assert box.box.text() == "รายงานผลของ{agency}"


def test_a_field_nobody_knows_is_told_under_the_wording(opened: Bench) -> None:
    box = opened.box("report.title")
    box.box.setPlainText("รายงานของ{หน่วยงาน}")
    assert len(box.unknown) == 1 and "{หน่วยงาน}" in box.unknown[0]
    box.box.setPlainText("รายงานของ{agency}")
    assert box.unknown == ()


def test_the_list_of_fields_shows_what_each_is_filled_with(opened: Bench) -> None:
    words = [one.text() for one in opened.box("report.title").insert.menu().actions()]
    assert "ชื่อหน่วยงานเต็ม  —  เทศบาลตำบลศรีสำราญ" in words
    assert "ปีงบประมาณที่ดำเนินการ  —  ๒๕๖๘" in words


def test_own_texts_of_wordings_not_shown_are_kept(opened: Bench) -> None:
    old = OwnText("report.farewell", "ขอขอบคุณ")
    opened.session.change(opened.setup, texts=(old,))
    opened.box("report.empty").box.setPlainText("ยังไม่มี")
    opened.page.options.flush()
    assert opened.setup.texts == (OwnText("report.empty", "ยังไม่มี"), old)


def test_the_head_shows_the_first_page_of_the_real_document(opened: Bench, qtbot: QtBot) -> None:
    card = opened.page.head
    blank = card.picture.pixmap().cacheKey()
    opened.preview.job.start()
    qtbot.waitUntil(lambda: card.picture.pixmap().cacheKey() != blank, timeout=30_000)
    shown = card.picture.pixmap()
    assert shown.height() > shown.width()
    first = shown.cacheKey()
    opened.option("digits").buttons[Digits.ARABIC].click()
    qtbot.waitUntil(lambda: card.picture.pixmap().cacheKey() != first, timeout=30_000)


def test_the_buttons_ask_the_window(opened: Bench, qtbot: QtBot) -> None:
    asked: list[str] = []
    opened.workspace.paper_wanted.connect(asked.append)
    for button in opened.page.bar.buttons.values():
        button.click()
    for action in opened.page.export_all.menu().actions():
        action.trigger()
    every = ["export-all", "export-all-word", "export-all-both"]
    assert asked == ["export", "export-word", "print", "view", *every]


def test_a_file_opened_to_read_shows_its_options_but_keeps_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = office_session(tmp_path)
    path = session.path
    session.close()
    for bench in bench_of(qtbot, open_to_read(path)):
        assert not bench.option("digits").isEnabled()
        assert bench.box("report.title").box.isReadOnly()
        QTest.mouseClick(bench.layouts().cards["result-output"], Qt.MouseButton.LeftButton)
        assert bench.setup.layout == ""
        assert bench.page.bar.buttons["export"].isEnabled()


def test_another_year_brings_its_own_options(opened: Bench) -> None:
    opened.option("digits").buttons[Digits.ARABIC].click()
    following = YearWork.of(YEAR + 1)
    opened.session.add(following)
    opened.workspace.choose_year(following)
    assert opened.option("digits").value() is None
    opened.option("digits").buttons[Digits.ARABIC].click()
    opened.option("digits").buttons[Digits.THAI].click()
    held = {one.year_id: one.digits for one in opened.session.snapshot.of(DocumentSetup)}
    assert sorted(held.values(), key=str) == [Digits.ARABIC, Digits.THAI]


def test_long_texts_do_not_push_the_page_wide(qtbot: QtBot, tmp_path: Path) -> None:
    long = "เทศบาลตำบล" * 40
    records: list[Record] = [one for one in office_records() if not isinstance(one, Office)]
    session = office_session(tmp_path, (Office(name=long, district=long), *records))
    for bench in bench_of(qtbot, session):
        bench.session.change(bench.setup, texts=(OwnText("report.title", long * 5),))
        bench.page.resize(440, 600)
        form = bench.page.options.form
        assert bench.page.width() == 440
        assert form.horizontalScrollBar().maximum() == 0


def test_all_documents_go_into_one_folder_and_say_how_many_are_made(
    opened: Bench, tmp_path: Path
) -> None:
    made: list[int] = []
    session, year = opened.session, opened.workspace.year
    folder = tmp_path / "ส่งออก"
    written = export_all(session, year, folder, None, False, progress=made.append)
    assert set(written) == set(all_targets(session, year, folder).values())
    assert made == list(range(1, len(written) + 1))
    assert all(one.read_bytes().startswith(b"%PDF") for one in written)


def test_an_export_of_all_that_is_stopped_writes_nothing(opened: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "ส่งออก"
    with pytest.raises(Cancelled):
        export_all(
            opened.session, opened.workspace.year, folder, None, False, cancelled=lambda: True
        )
    assert not folder.exists()


def test_the_clerk_is_asked_before_documents_of_the_same_name_are_overwritten(
    opened: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ui.exporting

    answers = iter((False, True))
    asked: list[str] = []

    def answer(_parent: object, question: str, _more: str, *, yes: str) -> bool:
        asked.append(f"{question} [{yes}]")
        return next(answers)

    monkeypatch.setattr(ui.exporting, "choose_folder", lambda *_words: tmp_path)
    monkeypatch.setattr(ui.exporting, "ask", answer)
    written, *others = ui.exporting.export_every(opened.page, opened.workspace)
    written.write_bytes(b"signed")
    for one in others:
        one.unlink()
    assert ui.exporting.export_every(opened.page, opened.workspace) == ()
    assert written.read_bytes() == b"signed"
    assert ui.exporting.export_every(opened.page, opened.workspace) == (written, *others)
    assert written.read_bytes().startswith(b"%PDF")
    assert asked == ["ในโฟลเดอร์นี้มีแฟ้มชื่อเดียวกันอยู่แล้ว ๑ แฟ้ม [เขียนทับ]"] * 2


def test_all_documents_go_out_as_pdf_and_for_word_at_once(
    opened: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ui.exporting

    monkeypatch.setattr(ui.exporting, "choose_folder", lambda *_words: tmp_path)
    written = ui.exporting.export_every(opened.page, opened.workspace, (PDF, WORD))
    assert sorted(one.suffix for one in written) == [WORD] * len(DOCUMENTS) + [PDF] * len(DOCUMENTS)
    assert all(one.stat().st_size for one in written)
