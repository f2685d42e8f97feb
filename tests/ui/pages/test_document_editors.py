"""Editors of the documents page under real hands: opinions, parts of a volume, wordings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ita_desktop.documents.build import bound_documents, setup_of
from ita_desktop.documents.catalog import document_kind
from ita_desktop.model.records import OwnWording, Person, Position
from ita_desktop.model.values import Item, OwnText
from tests.aids.small_office import office_session
from tests.ui.document_bench import Bench, bench_of, type_text
from tests.ui.hands import ALT, K, press, write
from ui.widgets.editors.documents_editor import DocumentsEditor
from ui.widgets.editors.opinions_editor import OpinionRow, OpinionsEditor
from ui.widgets.editors.outline_box import OutlineBox
from ui.widgets.editors.signers_editor import SignersEditor

SECTIONS = "announcement-measures.sections"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    for made in bench_of(qtbot, office_session(tmp_path)):
        made.page.resize(760, 700)
        QApplication.processEvents()
        yield made


def opinions(bench: Bench) -> OpinionsEditor:
    bench.workspace.choose_document("memo")
    found = bench.editor("opinions")
    assert isinstance(found, OpinionsEditor)
    return found


def row(editor: OpinionsEditor, at: int) -> OpinionRow:
    found = editor.rows[at]
    assert isinstance(found, OpinionRow)
    return found


def parts(bench: Bench) -> DocumentsEditor:
    bench.workspace.choose_document("bundle")
    found = bench.editor("parts")
    assert isinstance(found, DocumentsEditor)
    return found


def outline(bench: Bench) -> OutlineBox:
    bench.workspace.choose_document("announcement-measures")
    found = bench.box(SECTIONS).box
    assert isinstance(found, OutlineBox)
    return found


# ---- opinions


def test_one_click_asks_the_usual_chain_and_one_undo_takes_it_back(bench: Bench) -> None:
    editor = opinions(bench)
    editor.usual.click()
    chain = bench.setup.opinions
    assert len(chain) == 4 and chain[2].signer.position_id == "p1"
    assert chain[2].signer.person_id == "n1"
    assert editor.usual.isHidden()
    bench.session.undo()
    assert bench.setup.opinions == () and not editor.usual.isHidden()


def test_an_opinion_is_added_worded_moved_and_taken_off(bench: Bench) -> None:
    editor = opinions(bench)
    for person in ("n1", "n2"):
        editor.more.click()
        combo = row(editor, len(editor.rows) - 1).signer.person
        combo.setCurrentIndex(combo.findData(person))
        combo.activated.emit(combo.currentIndex())
    first = row(editor, 0)
    assert first.title.lineEdit().placeholderText() == "ความเห็นปลัดเทศบาลตำบลศรีสำราญ"
    first.title.lineEdit().setFocus()
    first.title.lineEdit().selectAll()
    write("คำสั่ง")
    first.lines.setCurrentIndex(first.lines.findData(5))
    first.lines.activated.emit(first.lines.currentIndex())
    editor.flush()
    assert [(one.signer.person_id, one.title, one.lines) for one in bench.setup.opinions] == [
        ("n1", "คำสั่ง", 5),
        ("n2", "", 3),
    ]
    up = [one for one in editor.findChildren(QToolButton) if one.toolTip() == "ย้ายขึ้น"][1]
    up.click()
    assert [one.signer.person_id for one in bench.setup.opinions] == ["n2", "n1"]
    bench.session.undo()
    assert [one.signer.person_id for one in bench.setup.opinions] == ["n1", "n2"]


def test_the_offered_wordings_name_the_position_that_is_asked(bench: Bench) -> None:
    editor = opinions(bench)
    editor.usual.click()
    offers = [row(editor, 2).title.itemText(at) for at in range(row(editor, 2).title.count())]
    assert "ความเห็น/คำสั่งปลัดเทศบาลตำบลศรีสำราญ" in offers


def test_names_are_typed_only_where_somebody_asks_for_it(bench: Bench) -> None:
    editor = opinions(bench)
    editor.more.click()
    signer = row(editor, 0).signer
    assert signer.name.isHidden()
    row(editor, 0).type_more.click()
    signer.name.setFocus()
    write("นายสมชาย ใจดี")
    editor.flush()
    assert bench.setup.opinions[0].signer.name == "นายสมชาย ใจดี"
    bench.workspace.choose_document("report")
    bench.workspace.choose_document("memo")
    assert not row(editor, 0).signer.name.isHidden()


def test_who_signs_an_announcement_is_said_while_nobody_is_named(bench: Bench) -> None:
    bench.workspace.choose_document("announcement-intent")
    signers = bench.editor("signers")
    assert isinstance(signers, SignersEditor)
    assert signers.usual.isHidden()
    mayor = Position(id="p9", rank="9", title="นายกเทศมนตรีตำบลศรีสำราญ")
    person = Person(id="n9", rank="9", first_name="สมหมาย", last_name="ใจดี", position_id="p9")
    bench.session.add(mayor, person)
    assert signers.usual.text() == "เว้นว่างไว้ ผู้ลงนามคือ สมหมาย ใจดี นายกเทศมนตรีตำบลศรีสำราญ"
    assert bench.page.head.state.text().strip().startswith("พร้อมลงนาม")


# ---- parts of a volume


def test_a_volume_binds_everything_until_something_is_unticked(bench: Bench) -> None:
    editor = parts(bench)
    assert editor.value() == () and editor.reset.isHidden()
    editor.list.setCurrentRow(1)
    QTest.keyClick(editor.list, Qt.Key.Key_Space)
    assert "preface" not in bench.setup.parts and bench.setup.parts[0] == "cover"
    assert [one.id for one in bound_documents(bench.setup)] == list(bench.setup.parts)
    editor.reset.click()
    assert bench.setup.parts == ()
    bench.session.undo()
    bench.session.undo()
    assert bench.setup.parts == () and editor.reset.isHidden()


def test_parts_are_moved_with_the_keys_and_with_the_buttons(bench: Bench) -> None:
    editor = parts(bench)
    editor.list.setFocus()
    editor.list.setCurrentRow(1)
    press(K.Key_Up, ALT)
    assert bench.setup.parts[:2] == ("preface", "cover")
    editor.down.click()
    assert bench.setup.parts == ()
    assert editor.list.currentRow() == 1


def test_the_last_part_cannot_be_unticked(bench: Bench) -> None:
    editor = parts(bench)
    bench.session.change(bench.setup, parts=("memo",))
    assert editor.list.item(0).text() == "บันทึกข้อความ"
    editor.list.setCurrentRow(0)
    QTest.keyClick(editor.list, Qt.Key.Key_Space)
    assert bench.setup.parts == ("memo",)
    assert editor.note.isVisibleTo(editor) and "อย่างน้อยหนึ่งฉบับ" in editor.note.words.text()


# ---- layers of a wording


def test_a_wording_is_kept_for_every_year_then_here_only_then_given_back(bench: Bench) -> None:
    box = bench.box("report.title")
    assert box.state.text() == "ตามแบบของโปรแกรม" and box.keep.isHidden()
    box.box.selectAll()  # type: ignore[union-attr]
    type_text(bench, box, "รายงานของเรา")
    assert box.state.text() == "เฉพาะฉบับนี้"
    box.keep.click()
    assert bench.setup.texts == ()
    assert [one.words for one in bench.session.snapshot.of(OwnWording)] == ["รายงานของเรา"]
    assert box.state.text().startswith("ถ้อยคำของหน่วยงาน") and box.text == "รายงานของเรา"
    box.only_here.click()
    assert bench.setup.texts == (OwnText("report.title", "รายงานของเรา"),)
    assert bench.session.snapshot.of(OwnWording) == ()
    box.keep.click()
    box.reset.click()
    assert bench.session.snapshot.of(OwnWording) == () and bench.setup.texts == ()
    assert box.text == box.wording.text
    bench.session.undo()
    assert box.text == "รายงานของเรา"


def test_typing_over_the_text_of_every_year_changes_this_document_alone(bench: Bench) -> None:
    key = OwnWording.key("report.title")
    bench.session.add(OwnWording(id=key, name="report.title", words="รายงานทุกปี"))
    box = bench.box("report.title")
    assert box.text == "รายงานทุกปี"
    type_text(bench, box, "ใหม่ ")
    bench.page.options.flush()
    assert bench.setup.texts == (OwnText("report.title", "ใหม่ รายงานทุกปี"),)
    assert "รายงานทุกปี" in box.shipped.text()
    box.reset.click()
    assert bench.setup.texts == () and box.text == "รายงานทุกปี"


def test_what_is_being_typed_is_kept_when_another_document_is_chosen(bench: Bench) -> None:
    type_text(bench, bench.box("report.empty"), "ยัง")
    bench.workspace.choose_document("memo")
    bench.workspace.choose_document("report")
    [own] = bench.setup.texts
    assert own.name == "report.empty" and own.text.startswith("ยัง")
    assert setup_of(bench.session.snapshot, bench.workspace.year, "memo").texts == ()


def test_wordings_of_a_cover_are_shown_with_the_cover_only(bench: Bench) -> None:
    assert not bench.box("report.cover").isHidden()
    bench.session.change(bench.setup, cover=False)
    assert bench.box("report.cover").isHidden()


def test_a_place_in_a_wording_puts_the_cursor_there(bench: Bench) -> None:
    bench.page.activateWindow()
    bench.workspace.choose_document("memo")
    bench.page.show_place(bench.setup.id, "texts:memo.closing")
    assert bench.box("memo.closing").box.hasFocus()


# ---- outlines


def test_an_outline_is_a_list_two_deep_and_not_marked_text(bench: Bench) -> None:
    box = outline(bench)
    shipped = document_kind("announcement-measures")
    assert shipped is not None
    assert bench.box(SECTIONS).own is None
    assert len(box.sections) == 2
    assert box.sections[1].items.labels()[:3] == ["๑.", "๒.", "๒.๑"]
    last = box.sections[0].items.rows[-1].box
    last.go_to_place(-1)
    write("\nตรวจสอบซ้ำทุกเดือน\n\tเดือนละครั้ง")
    bench.page.options.flush()
    [own] = bench.setup.texts
    assert "- ตรวจสอบซ้ำทุกเดือน\n-- เดือนละครั้ง\n# มาตรการเผยแพร่" in own.text
    assert box.sections[0].items.value()[-1] == Item("ตรวจสอบซ้ำทุกเดือน", (Item("เดือนละครั้ง"),))


def test_sections_are_added_moved_and_taken_off(bench: Bench) -> None:
    box = outline(bench)
    box.more.click()
    box.sections[2].heading.setFocus()
    write("มาตรการใหม่")
    bench.page.options.flush()
    assert bench.setup.texts[0].text.endswith("# มาตรการใหม่")
    box.sections[2].up.click()
    headings = [one.heading.text() for one in box.sections]
    assert headings[1] == "มาตรการใหม่"
    box.sections[1].off.click()
    assert bench.setup.texts == (), "the outline is as shipped again"
    bench.session.undo()
    assert [one.heading.text() for one in box.sections] == headings


def test_a_field_is_put_where_the_cursor_stood_and_an_unknown_one_is_told(bench: Bench) -> None:
    box = outline(bench)
    item = box.sections[0].items.rows[0].box
    item.go_to_place(0)
    bench.box(SECTIONS).put_in("agency")
    bench.page.options.flush()
    assert "- {agency}ให้ทุกสำนัก" in bench.setup.texts[0].text
    item.go_to_place(0)
    write("{ไม่รู้จัก}")
    assert "{ไม่รู้จัก}" in bench.box(SECTIONS).unknown[0]
    assert box.sections[0].items.frame.property("state") == "danger"
    bench.page.options.flush()
    assert "ต้องแก้ไข" in bench.page.list.state_words("announcement-measures")
