"""Where the words of findings stand on the pages: exact, over lines, the right one of two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from ita_desktop.model.records import DocumentSetup, LeftFinding, Measure, OwnWording
from ita_desktop.model.values import Item, OwnText, plain_items
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.word_places import Box
from ita_desktop.session.checking.leaving import leave
from ita_desktop.session.papers.marked_pages import PageMark, page_marks
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.session import Session
from tests.aids.small_office import office_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(office_session(tmp_path)) as made:
        yield made


def marked(session: Session, document: str = "plan") -> tuple[Rendered, tuple[PageMark, ...]]:
    year = session.snapshot.years[0]
    made = Renderer(lambda _digest: None).pdf(session.request(year, document))
    return made, page_marks(session.snapshot, year, document, made)


def read(made: Rendered, boxes: tuple[Box, ...]) -> list[str]:
    """What stands in boxes, without the spaces that layout brings."""
    document = pypdfium2.PdfDocument(made.data)
    words: list[str] = []
    for box in boxes:
        page = document[box.page]
        high = page.get_height()
        text = page.get_textpage().get_text_bounded(
            box.left - 0.5, high - box.bottom - 0.5, box.right + 0.5, high - box.top + 0.5
        )
        words.append("".join(text.split()))
    document.close()
    return words


def change(session: Session, **values: object) -> None:
    measure = session.snapshot.get(Measure, "m2")
    assert measure is not None
    session.change(measure, **values)


def test_the_words_are_found_where_they_are_printed(session: Session) -> None:
    change(
        session,
        title="ประกาศมาตราการในปีงบประมาณ 2568",
        steps=(Item("แจ้งตามกฏหมาย", plain_items("ใช้มาตราการใหม่")), Item("ใช้มาตราการใหม่ต่อไป")),
    )
    made, marks = marked(session)
    told = {(one.finding.field, one.finding.words): read(made, one.boxes) for one in marks}
    assert all(one.exact for one in marks)
    assert "".join(told["title", "มาตราการ"]).startswith("มาตราการ")  # over two lines
    assert "".join(told["title", "ปีงบประมาณ 2568"]) == "ปีงบประมาณ๒๕๖๘"  # as it is printed
    assert told["steps", "กฏหมาย"] == ["กฏหมาย"]
    places = [one.boxes for one in marks if one.finding.words == "มาตราการ"]
    assert len(set(places)) == 3 and all(len(one) <= 2 for one in places)


def test_the_right_one_of_two_alike_is_marked(session: Session) -> None:
    change(session, title="", steps=plain_items("ใช้มาตราการเดิม และมาตราการใหม่"))
    _, marks = marked(session)
    first, second = [one.boxes[0] for one in marks if one.finding.code == "misspelling"]
    assert (first.page, first.top, first.left) < (second.page, second.top, second.left)
    assert first != second


def test_words_over_two_lines_are_two_boxes(session: Session) -> None:
    change(
        session, steps=plain_items("ก" * 12 + " ประชุมเมื่อวันที่ ๓๙ มีนาคม ๒๕๖๘ ณ ห้องประชุมใหญ่ของเทศบาล")
    )
    made, marks = marked(session)
    [one] = [one for one in marks if one.finding.code == "impossible-day"]
    assert "".join(read(made, one.boxes)) == "๓๙มีนาคม๒๕๖๘"
    assert len({box.top for box in one.boxes}) == len(one.boxes)


def test_words_that_go_on_on_the_next_page_are_found_on_both(session: Session) -> None:
    change(session, steps=plain_items("แผนของปีงบประมาณ พ.ศ. 2559 " * 90))
    made, marks = marked(session)
    assert len(marks) == 90 and all(one.exact for one in marks)
    over = [one.boxes for one in marks if len({box.page for box in one.boxes}) > 1]
    assert over and all("".join(read(made, one)) == "ปีงบประมาณพ.ศ.๒๕๕๙" for one in over)


def test_wordings_are_marked_those_of_every_year_too(session: Session) -> None:
    year = session.snapshot.years[0]
    setup = DocumentSetup.of(year.id, "preface")
    texts = (OwnText("preface.closing", "{agency}ขอจบมาตราการนี้ {nobody}"),)
    session.add(
        DocumentSetup(id=setup.id, year_id=year.id, document="preface", texts=texts), name="ก"
    )
    name = "preface.title"
    session.add(OwnWording(id=OwnWording.key(name), name=name, words="คำนำมาตราการ"), name="ข")
    made, marks = marked(session, "preface")
    told = [(one.finding.words, read(made, one.boxes), one.exact) for one in marks]
    assert sorted(told) == sorted(
        [
            ("{nobody}", ["{nobody}"], True),
            ("มาตราการ", ["มาตราการ"], True),
            ("มาตราการ", ["มาตราการ"], True),
        ]
    )


def test_what_was_left_as_it_is_bears_no_mark(session: Session) -> None:
    change(session, steps=plain_items("ใช้มาตราการเดิม"))
    _, marks = marked(session)
    [one] = marks
    leave(session, one.finding, "ตามต้นฉบับ", "ผู้ทดสอบ")
    assert session.snapshot.of(LeftFinding)
    assert marked(session)[1] == ()
