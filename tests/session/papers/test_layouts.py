"""Layouts of the office's own in the open file: add, copy, use, delete, to and from other files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.checks.papers.layouts import used_layout_findings
from ita_desktop.documents.build import setup_of
from ita_desktop.documents.layouts import LAYOUTS, PLAN_BY_ISSUE, RESULT_OUTCOME, own_layout
from ita_desktop.errors import UserError
from ita_desktop.model.layouts import CellAlign, LayoutColumn
from ita_desktop.model.records import DocumentSetup, OwnField, OwnLayout, YearWork
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import OwnKind, PageTurn
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.papers.layout_transfer import (
    bring_layouts,
    layouts_of_file,
    offers,
    send_layouts,
)
from ita_desktop.session.papers.layout_trial import (
    drawn_shares,
    stands_in,
    trial_request,
    width_words,
)
from ita_desktop.session.papers.layouts import (
    add_field_column,
    add_layout,
    copy_layout,
    delete_layout,
    documents_with_layouts,
    free_title,
    is_used,
    move_layout,
    own_layouts,
    title_taken,
    told_otherwise,
    use_layout,
    used_by,
)
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.session import Session
from ita_desktop.storage.store import create_file
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timeline_styles import TimelineStyle
from tests.aids.small_office import YEAR, office_records, office_session

WORK = YearWork.of(YEAR)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = office_session(tmp_path)
    yield session
    session.close()


def other_file(folder: Path, *more: OwnField | OwnLayout) -> Path:
    """Another office file, closed."""
    (folder / "อีกแห่ง").mkdir()
    path = folder / "อีกแห่ง" / "ของเขา.itadb"
    create_file(path, (*office_records(), *more)).close()
    return path


def setup(session: Session, document: str = "report") -> DocumentSetup:
    return setup_of(session.snapshot, WORK, document)


def test_only_documents_with_a_table_of_measures_have_layouts() -> None:
    assert {one.id for one in documents_with_layouts()} == {one.document for one in LAYOUTS}


@pytest.mark.parametrize("original", LAYOUTS, ids=lambda one: one.id)
def test_a_copy_of_a_built_in_layout_prints_the_same(original, session: Session) -> None:  # type: ignore[no-untyped-def]
    made = copy_layout(session, original)
    assert dataclasses.replace(own_layout(made), id=original.id, title=original.title) == original
    assert made.title == f"{original.title} (สำเนา)"
    session.undo()
    assert session.snapshot.of(OwnLayout) == ()


def test_names_are_unique_whatever_the_digits_and_the_case(session: Session) -> None:
    first = add_layout(session, "report")
    second = add_layout(session, "plan")
    third = copy_layout(session, own_layout(first))
    assert first.title == "แบบตารางใหม่"
    assert second.title == "แบบตารางใหม่ (๒)"
    assert third.title == "แบบตารางใหม่ (สำเนา)"
    assert copy_layout(session, own_layout(first)).title == "แบบตารางใหม่ (สำเนา) (๒)"
    assert title_taken(session.snapshot, "แบบตารางใหม่ (2)")
    assert not title_taken(session.snapshot, "แบบตารางใหม่ (2)", own=second.id)
    assert title_taken(session.snapshot, RESULT_OUTCOME.title)
    assert free_title(session.snapshot, "ใหม่จริง") == "ใหม่จริง"


def test_a_copy_stands_behind_its_original_and_layouts_move_among_their_like(
    session: Session,
) -> None:
    a, b = add_layout(session, "report"), add_layout(session, "report")
    add_layout(session, "plan")
    copy = copy_layout(session, own_layout(a))
    assert [one.id for one in own_layouts(session.snapshot, "report")] == [a.id, copy.id, b.id]
    move_layout(session, b, 0)
    assert [one.id for one in own_layouts(session.snapshot, "report")] == [b.id, a.id, copy.id]
    assert session.undo_name == "ย้ายลำดับแบบตาราง"


def test_a_layout_is_used_as_it_says_whatever_the_document_had_chosen(session: Session) -> None:
    made = dataclasses.replace(
        copy_layout(session, RESULT_OUTCOME), digits=Digits.ARABIC, orientation=PageTurn.PORTRAIT
    )
    layout = own_layout(made)
    session.change(made, digits=Digits.ARABIC, orientation=PageTurn.PORTRAIT)
    session.change(
        setup(session),
        digits=Digits.THAI,
        orientation=PageTurn.LANDSCAPE,
        timeline_style=TimelineStyle.FULL_DAYS,
        cover=False,
    )
    assert not is_used(session.snapshot, WORK, layout)
    use_layout(session, WORK, layout)
    held = setup(session)
    assert (held.layout, held.digits, held.orientation, held.timeline_style, held.cover) == (
        *(made.id, None, None, None),
        False,
    )
    assert is_used(session.snapshot, WORK, layout)
    session.undo()
    assert setup(session).digits is Digits.THAI
    assert setup(session).layout == ""


def test_a_layout_without_digits_leaves_those_of_the_document(session: Session) -> None:
    made = copy_layout(session, RESULT_OUTCOME)
    session.change(setup(session), digits=Digits.ARABIC)
    use_layout(session, WORK, own_layout(made))
    assert setup(session).digits is Digits.ARABIC
    assert told_otherwise(session.snapshot, WORK, own_layout(made)) == ()


def test_what_a_document_has_chosen_against_its_layout_is_told(session: Session) -> None:
    made = copy_layout(session, RESULT_OUTCOME)
    use_layout(session, WORK, own_layout(made))
    session.change(setup(session), orientation=PageTurn.PORTRAIT)
    assert told_otherwise(session.snapshot, WORK, own_layout(made)) == ("แนวตั้ง",)


def test_the_first_layout_is_used_where_none_was_chosen(session: Session) -> None:
    assert is_used(session.snapshot, WORK, PLAN_BY_ISSUE)


def test_a_deleted_layout_gives_way_to_the_usual_one_and_undo_gives_both_back(
    session: Session,
) -> None:
    made = copy_layout(session, RESULT_OUTCOME)
    session.add(YearWork.of(YEAR + 1))
    use_layout(session, WORK, own_layout(made))
    use_layout(session, YearWork.of(YEAR + 1), own_layout(made))
    told = delete_layout(session, made)
    assert "รายงานผลมาตรการ ปี ๒๕๖๘" in told
    assert "รายงานผลมาตรการ ปี ๒๕๖๙" in told
    assert "แยกตามสถานะ" in told
    assert setup(session).layout == ""
    assert used_by(session.snapshot, made.id) == ()
    session.undo()
    assert len(used_by(session.snapshot, made.id)) == 2
    assert session.snapshot.get(OwnLayout, made.id) == made


def test_a_layout_nobody_uses_is_deleted_without_more_words(session: Session) -> None:
    made = add_layout(session, "plan")
    assert delete_layout(session, made) == "ลบแบบตาราง “แบบตารางใหม่” แล้ว"


def test_a_new_field_and_its_column_are_one_step(session: Session) -> None:
    made = copy_layout(session, RESULT_OUTCOME)
    own = add_field_column(session, made, 2, "งบประมาณ ๒๕๖๘", OwnKind.NUMBER)
    held = session.snapshot.get(OwnLayout, made.id)
    assert held is not None
    assert held.columns[2] == LayoutColumn(f"own:{own.id}", "งบประมาณ ๒๕๖๘", align=CellAlign.RIGHT)
    session.undo()
    assert session.snapshot.of(OwnField) == ()
    assert session.snapshot.get(OwnLayout, made.id) == made


def test_a_trial_prints_the_layout_and_leaves_the_set_up_alone(session: Session) -> None:
    made = copy_layout(session, RESULT_OUTCOME)
    session.change(setup(session), digits=Digits.THAI)
    session.change(made, digits=Digits.ARABIC)
    layout = own_layout(dataclasses.replace(made, digits=Digits.ARABIC))
    before = session.snapshot
    request = trial_request(session, WORK, layout)
    assert request.setup is not None
    assert (request.setup.layout, request.setup.cover) == (made.id, False)
    assert request.setup.digits is None
    assert session.snapshot is before
    assert Renderer(lambda _digest: None).pdf(request).pages >= 1


def test_a_year_without_measures_is_tried_with_made_up_ones(tmp_path: Path) -> None:
    records = [one for one in office_records() if type(one).TABLE != "measure"]
    own = OwnField(id="b", rank="1", label="งบประมาณ", kind=OwnKind.NUMBER)
    session = office_session(tmp_path, [*records, own])
    try:
        assert stands_in(session.snapshot, WORK)
        request = trial_request(session, WORK, RESULT_OUTCOME)
        assert len(request.snapshot.measures(WORK.id)) == 2
        assert session.snapshot.measures(WORK.id) == ()
        assert all(one.own for one in request.snapshot.measures(WORK.id))
        assert sum(drawn_shares(session.snapshot, WORK, RESULT_OUTCOME)) == pytest.approx(1)
    finally:
        session.close()


def test_the_drawing_gives_long_text_more_width_and_keeps_widths_given_by_hand(
    session: Session,
) -> None:
    columns = (
        LayoutColumn("number", "ที่", 0.1),
        LayoutColumn("steps", "ขั้นตอน"),
        LayoutColumn("status", "สถานะ"),
    )
    layout = dataclasses.replace(RESULT_OUTCOME, columns=columns)
    number, steps, status = drawn_shares(session.snapshot, WORK, layout)
    assert number == pytest.approx(0.1)
    assert steps > status
    assert number + steps + status == pytest.approx(1)
    halves = tuple(dataclasses.replace(one, share=0.5) for one in columns[:2])
    assert drawn_shares(session.snapshot, WORK, dataclasses.replace(layout, columns=halves)) == (
        *(0.5, 0.5),
    )
    assert drawn_shares(session.snapshot, WORK, dataclasses.replace(layout, columns=())) == ()


def test_the_sum_of_widths_is_told_in_words() -> None:
    def told(*shares: float | None) -> tuple[str, bool]:
        return width_words([LayoutColumn("note", "ก", share) for share in shares])

    assert told() == ("", False)
    assert told(None, None)[1] is False
    assert told(0.4, None, None) == (
        "กำหนดเองรวม ๔๐% เหลือ ๖๐% แบ่งให้อีก ๒ คอลัมน์ตามข้อความ",
        False,
    )
    assert told(0.5, 0.5) == ("กำหนดเองรวม ๑๐๐% เต็มหน้าพอดี", False)
    assert "ย่อ" in told(0.8, 0.8)[0]
    assert told(0.8, 0.8)[1]
    assert "ขยาย" in told(0.2, 0.2)[0]
    assert "น้อยเกินไป" in told(0.95, None)[0]


def test_a_layout_in_use_that_is_empty_keeps_the_document_from_being_ready(
    session: Session,
) -> None:
    made = add_layout(session, "report")
    assert used_layout_findings(session.snapshot, WORK, "report") == ()
    use_layout(session, WORK, own_layout(made))
    found = {
        one.kind.id: [f.code for f in one.findings] for one in readiness(session.snapshot, WORK)
    }
    assert "no-columns" in found["report"]
    assert "no-columns" not in found["plan"]


# ---- other files

BUDGET = OwnField(id="theirs", rank="1", label="งบประมาณ ๒๕๖๙", kind=OwnKind.NUMBER)
UNUSED = OwnField(id="unused", rank="2", label="รหัส", kind=OwnKind.TEXT)
LAYOUT = OwnLayout(
    id="layout",
    rank="1",
    title="มีงบประมาณ",
    document="report",
    columns=(LayoutColumn("title", "มาตรการ"), LayoutColumn("own:theirs", "งบ", 0.2)),
    digits=Digits.ARABIC,
)


def test_layouts_of_another_file_come_with_the_fields_they_need_in_one_step(
    session: Session, tmp_path: Path
) -> None:
    source = layouts_of_file(other_file(tmp_path, BUDGET, UNUSED, LAYOUT))
    [offer] = offers(source, session.snapshot)
    assert (offer.layout, offer.new_fields, offer.here) == (LAYOUT, (BUDGET,), False)
    assert bring_layouts(session, source, [LAYOUT]) == 1
    [own] = session.snapshot.of(OwnField)
    [layout] = session.snapshot.of(OwnLayout)
    assert (own.label, own.kind) == (BUDGET.label, BUDGET.kind)
    assert own.id != BUDGET.id
    assert layout.columns[1].field == f"own:{own.id}"
    assert layout.digits is Digits.ARABIC
    assert session.undo_name == "นำแบบตาราง ๑ แบบจากแฟ้มงานอื่น"
    session.undo()
    assert session.snapshot.of(OwnField) == session.snapshot.of(OwnLayout) == ()


def test_a_field_of_the_same_name_and_kind_stands_for_the_other_files(session: Session) -> None:
    ours = OwnField(id="ours", rank="5", label="งบประมาณ  2569", kind=OwnKind.NUMBER)
    text = OwnField(id="text", rank="1", label="งบประมาณ ๒๕๖๙", kind=OwnKind.TEXT)
    session.add(ours, text)
    source = snapshot_of([BUDGET, LAYOUT])
    assert offers(source, session.snapshot)[0].new_fields == ()
    bring_layouts(session, source, [LAYOUT])
    [layout] = session.snapshot.of(OwnLayout)
    assert layout.columns[1].field == "own:ours"
    assert len(session.snapshot.of(OwnField)) == 2


def test_what_is_here_already_is_said_and_a_second_one_gets_a_name_of_its_own(
    session: Session,
) -> None:
    source = snapshot_of([BUDGET, LAYOUT])
    bring_layouts(session, source, [LAYOUT])
    assert offers(source, session.snapshot)[0].here
    bring_layouts(session, source, [LAYOUT])
    assert [one.title for one in session.snapshot.of(OwnLayout)] == ["มีงบประมาณ", "มีงบประมาณ (๒)"]
    changed = snapshot_of([BUDGET, dataclasses.replace(LAYOUT, digits=None)])
    assert not offers(changed, session.snapshot)[0].here


def test_layouts_of_documents_that_have_none_are_not_offered() -> None:
    strange = dataclasses.replace(LAYOUT, id="strange", document="memo")
    source = snapshot_of([BUDGET, LAYOUT, strange])
    assert [one.layout for one in offers(source, snapshot_of())] == [LAYOUT]


def test_a_file_without_own_layouts_or_none_at_all_is_told(
    session: Session, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as told:
        layouts_of_file(other_file(tmp_path))
    assert "ไม่มีแบบตารางของหน่วยงาน" in told.value.problem
    with pytest.raises(UserError):
        layouts_of_file(tmp_path / "ไม่มี.itadb")


def test_layouts_are_sent_into_another_file_and_kept_there(
    session: Session, tmp_path: Path
) -> None:
    target = other_file(tmp_path)
    session.add(BUDGET, LAYOUT)
    assert send_layouts(session, [LAYOUT], target) == 1
    opened = open_or_read(target)
    try:
        assert not opened.session.read_only
        [layout] = opened.session.snapshot.of(OwnLayout)
        [own] = opened.session.snapshot.of(OwnField)
        assert layout.title == "มีงบประมาณ"
        assert layout.columns[1].field == f"own:{own.id}"
    finally:
        opened.close()
    assert len(session.snapshot.of(OwnLayout)) == 1


def test_nothing_is_sent_into_a_file_that_somebody_works_on(
    session: Session, tmp_path: Path
) -> None:
    target = other_file(tmp_path)
    session.add(LAYOUT)
    working = open_or_read(target)
    try:
        with pytest.raises(UserError) as told:
            send_layouts(session, [LAYOUT], target)
        assert "กำลังใช้แฟ้มงานนี้" in told.value.problem
        assert working.session.snapshot.of(OwnLayout) == ()
    finally:
        working.close()
    assert send_layouts(session, [LAYOUT], target) == 1


def test_nothing_is_sent_into_the_open_file_itself(session: Session) -> None:
    session.add(LAYOUT)
    with pytest.raises(UserError) as told:
        send_layouts(session, [LAYOUT], session.path)
    assert "แฟ้มที่เปิดอยู่" in told.value.problem
