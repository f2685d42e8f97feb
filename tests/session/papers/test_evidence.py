"""A year's evidence: brought in, put in order, taken off; each act one undoable edit."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.checks.papers.evidence import evidence_findings
from ita_desktop.documents.blocks import PhotoGrid
from ita_desktop.documents.build import build
from ita_desktop.model.evidence import evidence_of
from ita_desktop.model.records import Evidence, YearWork
from ita_desktop.session.intake.incoming import Incoming
from ita_desktop.session.papers.evidence import (
    add_evidence,
    bring_photos,
    move_evidence,
    remove_evidence,
    step_evidence,
)
from ita_desktop.session.session import Session
from tests.aids.cameras import photograph_file
from tests.aids.small_office import YEAR, office_records, office_session

WORK = YearWork.of(YEAR)


def picture(name: str, rank: str, measure: str = "") -> Evidence:
    return Evidence(
        id=name, year_id=WORK.id, rank=rank, picture="0" * 64, caption=name, measure_id=measure
    )


PICTURES = (
    picture("a", "1"),
    picture("b", "4", "m1"),
    picture("c", "6", "m1"),
    picture("d", "2", "m2"),
    picture("e", "3", "m2"),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path, (*office_records(), *PICTURES))
    yield made
    made.close()


def order(session: Session) -> str:
    """The captions in order; a stroke where the measure changes."""
    groups: list[str] = []
    last: str | None = None
    for one in evidence_of(session.snapshot, WORK.id):
        if one.measure_id != last:
            groups.append("")
        groups[-1] += one.caption
        last = one.measure_id
    return "|".join(groups)


def shown(session: Session) -> tuple[Evidence, ...]:
    return evidence_of(session.snapshot, WORK.id)


def test_several_pictures_become_one_edit_and_the_others_are_told(
    session: Session, tmp_path: Path
) -> None:
    files = [photograph_file(tmp_path, f"ภาพ{at}.jpg", held=6) for at in (1, 2)]
    broken = tmp_path / "เสีย.jpg"
    broken.write_bytes(files[0].read_bytes()[:500])
    sources = [Incoming.file(path) for path in (*files, broken, tmp_path, tmp_path / "หาย.jpg")]
    counted: list[int] = []
    brought = bring_photos(session, sources, progress=counted.append)
    assert counted == [1, 2, 3, 4, 5]
    assert [one.problem.split("”")[0] for one in brought.problems] == [
        "ภาพ “เสีย.jpg",
        f"“{tmp_path.name}",
        "เปิดแฟ้ม “หาย.jpg",
    ]
    assert brought.after < brought.before
    assert brought.saved_words.startswith("ย่อจาก ")
    made = add_evidence(session, WORK, brought.digests, measure_id="m1", behind=PICTURES[1])
    assert [one.measure_id for one in made] == ["m1", "m1"]
    assert [one.id for one in shown(session)][1:5] == ["b", made[0].id, made[1].id, "c"]
    session.flush()
    for one in made:
        assert session.store.attachment(one.picture) is not None
    edit = session.undo()
    assert edit is not None
    assert edit.name == "เพิ่มภาพหลักฐาน ๒ ภาพ"
    assert order(session) == "a|bc|de"


def test_bringing_in_can_be_stopped(session: Session, tmp_path: Path) -> None:
    sources = [Incoming.file(photograph_file(tmp_path, "ภาพ.jpg", width=300, height=200))] * 3
    done: list[int] = []
    brought = bring_photos(session, sources, cancelled=lambda: bool(done), progress=done.append)
    assert len(brought.digests) == 1


@pytest.mark.parametrize(
    ("ids", "anchor", "before", "result"),
    [
        (["c"], "b", True, "a|cb|de"),
        (["b"], "c", False, "a|cb|de"),
        (["a"], "e", True, "bc|dae"),
        (["d", "b"], "a", False, "abd|c|e"),
        (["b", "c"], "d", True, "a|bcde"),
        (["a"], "a", True, "a|bc|de"),
    ],
)
def test_pictures_are_put_beside_others_and_become_of_their_measure(
    session: Session, ids: list[str], anchor: str, before: bool, result: str
) -> None:
    found = session.snapshot.get(Evidence, anchor)
    assert found is not None
    move_evidence(session, ids, found, before=before)
    assert order(session) == result
    if result != "a|bc|de":
        session.undo()
        assert order(session) == "a|bc|de"


def test_steps_lead_through_a_measure_and_over_its_edge(session: Session) -> None:
    seen = []
    while step_evidence(session, shown(session), ["a"], 1):
        seen.append(order(session))
    assert seen == ["abc|de", "bac|de", "bca|de", "bc|ade", "bc|dae", "bc|dea"]
    assert step_evidence(session, shown(session), ["b"], -1) is False


NAMES = st.sampled_from("abcde")


@settings(max_examples=10, deadline=None)
@given(
    moves=st.lists(
        st.tuples(
            st.sets(st.sampled_from("abcde"), min_size=1), st.sampled_from("abcde"), st.booleans()
        ),
        max_size=12,
    )
)
def test_whatever_is_moved_where_it_stands_right_beside_the_other(
    moves: list[tuple[set[str], str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("moves")
    session = office_session(folder, (*office_records(), *PICTURES))
    for ids, name, before in moves:
        anchor = session.snapshot.get(Evidence, name)
        assert anchor is not None
        held = [one.id for one in shown(session) if one.id in ids]
        others = [one.id for one in shown(session) if one.id not in ids]
        move_evidence(session, held, anchor, before=before)
        now = [one.id for one in shown(session)]
        assert sorted(now) == list("abcde")
        if name in ids:
            continue
        assert [one for one in now if one not in ids] == others
        at = now.index(name)
        assert (now[at - len(held) : at] if before else now[at + 1 : at + 1 + len(held)]) == held
    session.close()


def test_pictures_taken_off_come_back_with_one_undo(session: Session) -> None:
    remove_evidence(session, PICTURES[1:3])
    assert order(session) == "a|de"
    assert session.undo_name == "ลบภาพหลักฐาน ๒ ภาพ"
    session.undo()
    assert order(session) == "a|bc|de"


def test_the_paper_shows_them_in_the_order_of_the_page(session: Session) -> None:
    document = build(session.snapshot, WORK, "evidence")
    grids = [one for one in document.sections[0].blocks if isinstance(one, PhotoGrid)]
    assert ["".join(photo.caption for photo in one.photos) for one in grids] == ["a", "bc", "de"]


def test_a_picture_without_a_caption_is_told_so() -> None:
    assert evidence_findings(PICTURES[2]) == ()
    [found] = evidence_findings(dataclasses.replace(PICTURES[2], caption=" "))
    assert (found.code, found.record_id, found.field) == ("missing-caption", "c", "caption")
