"""Finding words in every text of a file, and replacing them at chosen places as one edit."""

from __future__ import annotations

import dataclasses
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.errors import UserError
from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.model.records import (
    CatalogueItem,
    Comment,
    Division,
    DocumentSetup,
    Evidence,
    Measure,
    Office,
    OwnField,
    OwnLayout,
    OwnWording,
    Person,
    Record,
    RoundReport,
    SentCopy,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import UnreadReference
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import (
    Acting,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    Opinion,
    OrderRef,
    OwnText,
    OwnValue,
    Signer,
    plain_items,
)
from ita_desktop.session.safety.backups import Backups, Places
from ita_desktop.session.searching.renames import Renamed, left_words, places_left, renamed
from ita_desktop.session.searching.replacing import (
    doubt_words,
    fixed_words,
    replace_hits,
    replaced_words,
    replacement,
)
from ita_desktop.session.searching.searching import Hit, TextIndex, found_words
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.store import create_file, open_file
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.seeking import seeker
from ita_desktop.thai.text import fold
from ita_desktop.thai.timelines import Unread
from tests.aids.small_office import YEAR, office_records, office_session

WORK = YearWork.of(YEAR)


def every_text() -> tuple[Record, ...]:
    """Records that say “คำหลัก” once in every kind of field that holds text."""
    return (
        Office(name="ศรีสำราญ", address="คำหลัก หมู่ ๑"),
        Division(id="d1", rank="1", name="กองคำหลัก"),
        Person(id="n1", first_name="สมพร", acting=(Acting("p1", "รักษาการคำหลัก"),)),
        WORK,
        OwnField(id="own", rank="1", label="งบประมาณ", hint="คำหลัก"),
        Measure(
            id="m1",
            year_id=WORK.id,
            rank="1",
            title="คำหลัก",
            issue="คำหลัก",
            references=(UnreadReference("คำหลัก"),),
            steps=(Item("คำหลัก", plain_items("ก", "คำหลัก")),),
            responsible=(
                DivisionRef("d1", note="คำหลัก"),
                OrderRef("๑", "คำหลัก", "คำหลัก"),
                FreeText("คำหลัก"),
            ),
            timeline=Unread("คำหลัก"),
            monitoring=Monitoring(note="คำหลัก"),
            own=(OwnValue("own", "คำหลัก"),),
        ),
        RoundReport(id="r1", measure_id="m1", month=6, outputs=plain_items("คำหลัก")),
        Evidence(id="e1", year_id=WORK.id, caption="คำหลัก"),
        DocumentSetup(
            id="s1",
            year_id=WORK.id,
            document="memo",
            signers=(Signer(name="คำหลัก"),),
            opinions=(Opinion(Signer(position="คำหลัก"), title="คำหลัก"),),
            texts=(OwnText("memo.closing", "คำหลัก"),),
        ),
        OwnWording(id="w1", name="report.intro", words="คำหลัก"),
        OwnLayout(
            id="l1", rank="1", title="ก", columns=(LayoutColumn("title", "คำหลัก", group="คำหลัก"),)
        ),
    )


def hits_of(session_or_records: Session | tuple[Record, ...], words: str) -> tuple[Hit, ...]:
    held = session_or_records
    snapshot = held.snapshot if isinstance(held, Session) else snapshot_of(held)
    return TextIndex(snapshot).search(words).hits


def backups_of(session: Session, folder: Path) -> Backups:
    return Backups(session, Places(folder))


# ---- finding


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("๒๕๖๘", "ปี 2568", "2568"),
        ("2568", "ปี ๒๕๖๘", "๒๕๖๘"),
        ("ita", "ผล ITA", "ITA"),
        ("น้ำ", "น\u0e49\u0e4d\u0e32ประปา", "น\u0e49\u0e4d\u0e32"),
        ("น\u0e4d\u0e49\u0e32", "น้ำประปา", "น้ำ"),
        ("แผน", "เเผน", "เเผน"),
        ("ที่ ๑", "ที่\n  1", "ที่\n  1"),
        ("a.b (c)", "A.B (C)", "A.B (C)"),
        ("ที", "ที่ ที", "ที"),
    ],
)
def test_what_reads_the_same_is_found(words: str, text: str, found: str) -> None:
    pattern = seeker(words)
    assert pattern is not None
    match = pattern.search(text)
    assert match is not None
    assert match.group() == found


@given(st.text("กทดเแำ่้ิ๑2 aA", max_size=12), st.text("กทดเแำ่้ิ๑2 aA", max_size=3))
def test_what_is_found_folds_to_what_was_sought(text: str, words: str) -> None:
    pattern = seeker(words)
    if pattern is None:
        assert fold(words) == ""
        return
    for match in pattern.finditer(text):
        assert fold(match.group()) == fold(words)


def test_nothing_is_sought_for_blanks() -> None:
    assert seeker("  \n") is None
    assert TextIndex(snapshot_of(every_text())).search(" ").records == ()


def test_every_field_that_holds_text_is_searched() -> None:
    hits = hits_of(every_text(), "คำหลัก")
    places = {(type(hit.record), hit.text.field) for hit in hits}
    assert places == {
        (Office, "address"),
        (Division, "name"),
        (Person, "acting"),
        (OwnField, "hint"),
        (Measure, "title"),
        (Measure, "issue"),
        (Measure, "references"),
        (Measure, "steps"),
        (Measure, "responsible"),
        (Measure, "timeline"),
        (Measure, "monitoring"),
        (Measure, "own"),
        (RoundReport, "outputs"),
        (Evidence, "caption"),
        (DocumentSetup, "signers"),
        (DocumentSetup, "opinions"),
        (DocumentSetup, "texts"),
        (OwnWording, "words"),
        (OwnLayout, "columns"),
    }
    assert len(hits) == 25


def test_a_hit_tells_its_record_its_field_and_its_part() -> None:
    found = TextIndex(snapshot_of(every_text())).search("คำหลัก")
    measure = next(one for one in found.records if isinstance(one.record, Measure))
    assert measure.name == "มาตรการที่ ๑ คำหลัก"
    assert measure.year == YEAR
    told = {(hit.text.label, hit.text.where, hit.text.go) for hit in measure.hits}
    assert ("ขั้นตอนหรือวิธีการปฏิบัติ", "ข้อ ๑.๒", "steps") in told
    assert ("ผู้รับผิดชอบ", "ลำดับที่ ๒", "responsible") in told
    assert ("งบประมาณ", "", "own:own") in told
    setup = next(one for one in found.records if isinstance(one.record, DocumentSetup))
    assert "texts:memo.closing" in {hit.text.go for hit in setup.hits}
    assert found_words(found) == "พบ ๒๕ แห่ง ใน ๑๐ รายการ"


def test_ids_and_keys_are_no_text() -> None:
    assert hits_of(every_text(), "d1") == ()
    assert hits_of(every_text(), "memo") == ()


def test_codes_and_names_put_together_are_found_but_stay() -> None:
    references = read_references("O24", YEAR - 1).values
    records = (
        *office_records(),
        Measure(id="m9", year_id=WORK.id, rank="9", references=references),
        CatalogueItem(id="c", year=YEAR, code="O24", words="แผน"),
    )
    coded = hits_of(records, "o24")
    assert len(coded) == 3  # one of them the office's own measure
    assert all(fixed_words(hit, "O25") for hit in coded)
    (person,) = (hit for hit in hits_of(records, "อรทัย ใจงาม"))
    assert person.record.id == "n2"
    assert fixed_words(person, "อรทัย ใจดี")


def test_long_texts_are_shown_around_the_hit() -> None:
    text = "ก่อน" * 40 + "คำหลัก" + "\nหลัง" * 40
    (hit,) = hits_of((Measure(id="m", title=text),), "คำหลัก")
    lead, tail = hit.around
    assert lead.startswith("…") and tail.endswith("…")
    assert "\n" not in tail
    assert len(lead) < 60 and len(tail) < 60


def test_of_many_hits_the_first_are_shown_and_all_are_counted() -> None:
    index = TextIndex(snapshot_of(every_text()))
    every, found = index.search("คำหลัก"), index.search("คำหลัก", most=5)
    assert len(found.hits) == 5 and found.hits == every.hits[:5]
    assert (found.total, found.left) == (every.total, every.total - 5)
    assert found_words(found) == to_thai(
        f"พบ {every.total} แห่ง ใน {len(every.records)} รายการ แสดง 5 แห่งแรก"
    )


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("ให้กองคลังรายงาน", "กองคลัง", 1),
        ("ข้อ O34 และ O3", "o3", 1),
        ("ข้อ ๑๒๓ และ ๑๒", "12", 1),
        ("การประชาสัมพันธ์ประชา", "ประชา", 1),
        ("กอง กองกลาง", "กอ", 0),
    ],
)
def test_whole_words_only(text: str, words: str, found: int) -> None:
    index = TextIndex(snapshot_of((Measure(id="m", title=text),)))
    assert len(index.search(words, whole=True).hits) == found
    assert len(index.search(words).hits) >= found


def test_the_index_follows_an_edit(tmp_path: Path) -> None:
    session = office_session(tmp_path)
    index = TextIndex(session.snapshot)
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    session.change(measure, title="คำใหม่เอี่ยม")
    assert TextIndex(session.snapshot, index).search("เอี่ยม").hits
    session.close()


# ---- replacing


def test_replacing_everywhere_is_one_edit_that_is_undone_at_once(tmp_path: Path) -> None:
    session = Session(create_file(tmp_path / "ก.itadb", every_text()))
    backups = backups_of(session, tmp_path / "backups")
    before = session.snapshot
    done = replace_hits(session, hits_of(session, "คำหลัก"), "คำหลัก", "ถ้อยคำ", backups)
    assert replaced_words(done) == "แทนที่ ๒๕ แห่งใน ๑๐ รายการแล้ว"
    assert hits_of(session, "คำหลัก") == ()
    assert len(hits_of(session, "ถ้อยคำ")) >= 25
    assert session.undo_name == "แทนที่ “คำหลัก” ด้วย “ถ้อยคำ”"
    assert backups.last is not None and backups.last.reason is Reason.REPLACE
    with closing(open_file(backups.last.made[0].path, read_only=True)) as kept:
        assert kept.load() == before
    session.undo()
    assert session.snapshot == before
    session.flush()
    session.close()


def test_only_chosen_places_change(tmp_path: Path) -> None:
    session = office_session(tmp_path)
    backups = backups_of(session, tmp_path / "backups")
    hits = hits_of(session, "ทรัพย์สิน")
    chosen = [hit for hit in hits if hit.text.field == "steps"]
    assert 1 < len(chosen) < len(hits)
    replace_hits(session, chosen[-1:], "ทรัพย์สิน", "พัสดุ", backups)
    measure = session.snapshot.get(Measure, "m1")
    assert measure is not None
    assert measure.steps[1].items[1].text == "ตรวจนับพัสดุทุกไตรมาส"
    assert measure.steps[0].text == "จัดทำทะเบียนคุมการยืมทรัพย์สินให้เป็นปัจจุบัน"
    assert measure.title == "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
    session.close()


def test_two_places_of_one_text_change_together() -> None:
    measure = Measure(id="m", title="กอง กอง กอง")
    hits = hits_of((measure,), "กอง")
    edit = replacement((hits[0], hits[2]), "กอง", "ฝ่าย ๑")
    assert edit.changes[0].after == dataclasses.replace(measure, title="ฝ่าย ๑ กอง ฝ่าย ๑")


def test_entries_that_become_empty_go() -> None:
    measure = Measure(
        id="m",
        steps=(Item("ทิ้ง"), Item("ทิ้ง", plain_items("ก")), Item("ข")),
        responsible=(FreeText("ทิ้ง"),),
        own=(OwnValue("own", "ทิ้ง"),),
    )
    records = (measure, OwnField(id="own", label="ค"))
    (change,) = replacement(hits_of(records, "ทิ้ง"), "ทิ้ง", "").changes
    assert change.after == Measure(id="m", steps=(Item("", plain_items("ก")), Item("ข")))


def test_words_that_go_leave_no_gap_and_the_edit_says_so() -> None:
    measure = Measure(id="m", title="ร่าง แผน ร่าง ปี ร่าง", note="ร่าง\nสอง  ร่าง สาม")
    edit = replacement(hits_of((measure,), "ร่าง"), "ร่าง", "")
    assert edit.name == "ลบคำ “ร่าง”"
    assert edit.changes[0].after == Measure(id="m", title="แผน ปี", note="\nสอง  สาม".strip())


def test_a_field_that_would_be_empty_is_told(tmp_path: Path) -> None:
    found = TextIndex(snapshot_of((Division(id="d", name="กองคลัง"),))).search("กองคลัง")
    [hit] = found.hits
    assert doubt_words(hit, "", found.records[0], YEAR) == "ลบแล้วช่องนี้จะว่าง"
    assert doubt_words(hit, "กองการเงิน", found.records[0], YEAR) == ""


def test_an_abbreviation_inside_the_full_name_is_told_apart() -> None:
    records = (
        Division(id="d", name="สำนักปลัดเทศบาล", short_name="สป."),
        Measure(id="m", title="สำนักปลัดเทศบาลแจ้งสำนักปลัด"),
    )
    found = TextIndex(snapshot_of(records)).search("สำนักปลัด")
    told = [doubt_words(hit, "สป.", one, YEAR) for one in found.records for hit in one.hits]
    assert told == ["เป็นส่วนหนึ่งของ “สำนักปลัดเทศบาล”"] * 2 + [""]


def test_what_was_said_or_sent_stays(tmp_path: Path) -> None:
    comment = Comment(id="c", words="กองคลังยังไม่ตอบ")
    sent = SentCopy(id="s", receiver="กองคลัง")
    session = office_session(tmp_path, (*office_records(), comment, sent))
    hits = hits_of(session, "กองคลัง")
    assert {comment, sent} <= {hit.record for hit in hits}
    replace_hits(session, hits, "กองคลัง", "กองการเงิน", backups_of(session, tmp_path / "b"))
    assert session.snapshot.get(Comment, "c") == comment
    assert session.snapshot.get(SentCopy, "s") == sent
    assert session.snapshot.get(Division, "d2") == Division(id="d2", rank="2", name="กองการเงิน")
    session.close()


def test_doubtful_places_are_told() -> None:
    past = YearWork.of(YEAR - 1)
    records = (
        Office(name="ศรีสำราญ", province="ศรีสำราญ"),
        WORK,
        past,
        Measure(id="m1", year_id=WORK.id, title="ณ ศรีสำราญ"),
        Measure(id="m2", year_id=WORK.id, title="จังหวัดศรีสำราญ"),
        Measure(id="m3", year_id=past.id, title="ณ ศรีสำราญ"),
        Measure(id="m4", year_id=WORK.id, title="ณ ศรีสำราญใหม่"),
    )
    found = TextIndex(snapshot_of(records)).search("ศรีสำราญ")
    told = {
        (hit.record.id, hit.text.field): doubt_words(hit, "ศรีสำราญใหม่", one, YEAR)
        for one in found.records
        for hit in one.hits
    }
    assert told["m1", "title"] == ""
    assert told["m2", "title"] == "เป็นชื่ออำเภอหรือจังหวัด"
    assert told["m3", "title"] == "งานของปีงบประมาณ ๒๕๖๗"
    assert told["m4", "title"] == "มีคำใหม่อยู่ตรงนี้แล้ว"
    assert told[Office().id, "province"] == "เป็นชื่ออำเภอหรือจังหวัด"
    assert told[Office().id, "name"] == ""


def test_a_file_open_to_read_is_searched_but_not_changed(tmp_path: Path) -> None:
    office_session(tmp_path).close()
    session = Session(open_file(tmp_path / "ทดสอบ.itadb", read_only=True))
    hits = hits_of(session, "กองคลัง")
    with pytest.raises(UserError, match="อ่านอย่างเดียว"):
        replace_hits(session, hits, "กองคลัง", "ก", backups_of(session, tmp_path / "b"))
    session.close()


def test_what_bears_the_same_name_in_two_years_is_told_apart() -> None:
    past = YearWork.of(YEAR - 1)
    records = (
        WORK,
        past,
        Measure(id="m1", year_id=WORK.id, title="อบรม"),
        Measure(id="m2", year_id=past.id, title="อบรม"),
        CatalogueItem(id="c", year=YEAR, code="I1", words="อบรม"),
    )
    names = {one.name for one in TextIndex(snapshot_of(records)).search("อบรม").records}
    assert names == {
        "มาตรการที่ ๑ อบรม · ปีงบประมาณ ๒๕๖๘",
        "มาตรการที่ ๑ อบรม · ปีงบประมาณ ๒๕๖๗",
        "I1 อบรม · บัญชี ITA ปี ๒๕๖๘",
    }


# ---- names changed


def test_what_is_called_otherwise_is_told_with_both_names() -> None:
    before = snapshot_of(
        (
            Office(name="ศรีสำราญ"),
            Division(id="d1", name="กองคลัง", short_name="คลัง"),
            Division(id="d2", name=""),
            Person(id="n1", prefix="นาย", first_name="สมพร", last_name="ใจดี"),
        )
    )
    after = snapshot_of(
        (
            Office(name="ศรีสุข"),
            Division(id="d1", name="กองคลัง", short_name="กค.", telephone="๑"),
            Division(id="d2", name="กองช่าง"),
            Person(id="n1", prefix="ดร.", first_name="สมพร", last_name="ใจงาม"),
            Division(id="d3", name="กองใหม่"),
        )
    )
    told = {(one.old, one.new) for one in renamed(before, after)}
    assert told == {("ศรีสำราญ", "ศรีสุข"), ("คลัง", "กค."), ("สมพร ใจดี", "สมพร ใจงาม")}


def test_places_left_are_those_that_may_follow_without_a_doubt() -> None:
    division = Division(id="d1", name="กองการเงิน")
    past = YearWork.of(YEAR - 1)
    snapshot = snapshot_of(
        (
            WORK,
            past,
            division,
            Measure(id="m1", year_id=WORK.id, title="ให้กองคลังรายงาน", note="กองคลัง กองคลัง"),
            Measure(id="m2", year_id=past.id, title="ให้กองคลังรายงาน"),
            Comment(id="c", words="กองคลังว่าอย่างไร"),
        )
    )
    one = Renamed(division, "กองคลัง", "กองการเงิน")
    places = places_left(TextIndex(snapshot), one, YEAR)
    assert left_words(one, places) == "ชื่อเดิม “กองคลัง” ยังอยู่ในข้อความ ๓ แห่ง"
