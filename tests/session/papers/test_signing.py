"""Documents frozen as they were signed: kept whole, compared by what they say."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdf
import pytest

from ita_desktop import cli
from ita_desktop.documents.build import build, setup_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.said import said
from ita_desktop.errors import UserError
from ita_desktop.model.records import Evidence, Measure, SignedCopy, YearWork
from ita_desktop.model.values import PageTurn, TableSize
from ita_desktop.render.incoming import photos, scans
from ita_desktop.session.opening import open_to_work
from ita_desktop.session.papers import pictures, signing
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.session import Session
from ita_desktop.storage.connections import LARGEST_VALUE
from ita_desktop.storage.store import open_file
from ita_desktop.thai.digits import Digits
from tests.aids.cameras import photograph, photograph_file, scan_pdf
from tests.aids.small_office import YEAR, office_session

WORK = YearWork.of(YEAR)
DAY = date(2025, 11, 12)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    yield made
    made.close()


def frozen(session: Session, document: str = "report", **more: object) -> SignedCopy:
    renderer = Renderer(session.store.attachment)
    made = signing.finished(renderer, session.request(WORK, document))
    return signing.freeze(session, made, signed=DAY, **more)  # type: ignore[arg-type]


def test_the_very_pdf_lies_in_the_file_under_its_fingerprint_and_is_one_edit(
    session: Session,
) -> None:
    scan = scan_pdf()
    copy = frozen(session, number="๑๒/๒๕๖๘", note="นายกลงนาม", scan=scan)
    session.flush()
    data = signing.kept_bytes(session, copy.pdf)
    expected = Renderer(session.store.attachment).pdf(session.request(WORK, "report"))
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == expected.pages
    assert hashlib.sha256(data).hexdigest() == copy.pdf
    assert signing.kept_bytes(session, copy.scan) == scan
    assert session.undo_name.startswith("เก็บฉบับลงนาม")
    session.undo()
    assert signing.signed_copies(session.snapshot, WORK, "report") == ()
    session.redo()
    assert signing.signed_copies(session.snapshot, WORK, "report") == (copy,)
    assert signing.differences(session, WORK, copy) == ()
    assert signing.state_words(copy, ()) == "ลงนามแล้ว ๑๒ พ.ย. ๒๕๖๘"


@pytest.mark.parametrize("document", [one.id for one in DOCUMENTS])
def test_every_document_says_the_same_as_long_as_nothing_is_changed(
    session: Session, document: str
) -> None:
    made = signing.Finished(
        document, WORK, b"%PDF-1.7", said(build(session.snapshot, WORK, document))
    )
    copy = signing.freeze(session, made, signed=None)
    assert signing.differences(session, WORK, copy) == ()
    session.change(session.snapshot.office, name="ศรีสำราญใหม่")
    assert signing.differences(session, WORK, copy) != ()


def test_how_it_looks_is_no_difference_but_a_word_a_row_and_a_picture_are(
    session: Session,
) -> None:
    copy = frozen(session)
    setup = setup_of(session.snapshot, WORK, "report")
    session.change(
        setup, digits=Digits.ARABIC, orientation=PageTurn.PORTRAIT, table_size=TableSize.SMALL
    )
    assert signing.differences(session, WORK, copy) == ()
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    session.change(measure, title="ฝึกอบรมจริยธรรมของบุคลากรทุกระดับ")
    [place] = signing.differences(session, WORK, copy)
    assert any("ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร" in line for line in place.before)
    assert any("ฝึกอบรมจริยธรรมของบุคลากรทุกระดับ" in line for line in place.now)
    assert signing.state_words(copy, (place,)) == "ต่างจากฉบับที่ลงนาม ๑๒ พ.ย. ๒๕๖๘ ๑ แห่ง"
    session.undo()
    assert signing.differences(session, WORK, copy) == ()


def test_another_picture_in_the_place_of_one_is_a_difference(session: Session) -> None:
    first, second = (
        keep_picture(session, photograph(300, 200, quality=quality)) for quality in (90, 40)
    )
    picture = Evidence(id="e", year_id=WORK.id, rank="1", picture=first, caption="ตรวจนับ")
    session.add(picture)
    copy = frozen(session, "evidence")
    session.change(picture, picture=second)
    [place] = signing.differences(session, WORK, copy)
    assert (place.before, place.now) == ((first,), (second,))


def test_the_copy_signed_last_stands_first(session: Session) -> None:
    copies = [
        signing.freeze(session, signing.Finished("memo", WORK, b"%PDF-1", ()), signed=day)
        for day in (date(2025, 3, 1), date(2025, 11, 1), None, date(2025, 7, 1))
    ]
    found = signing.signed_copies(session.snapshot, WORK, "memo")
    assert found == tuple(copies[at] for at in (1, 3, 0, 2))
    signing.remove_copy(session, copies[1])
    assert signing.signed_copies(session.snapshot, WORK, "memo")[0] == copies[3]
    session.undo()
    assert signing.signed_copies(session.snapshot, WORK, "memo") == found


def test_a_scan_and_a_word_are_added_later(session: Session, tmp_path: Path) -> None:
    copy = frozen(session)
    photo = photograph_file(tmp_path, "สแกน.jpg", width=3000, height=2000)
    with_scan = signing.add_scan(session, copy, signing.read_scan(photo))
    data = signing.kept_bytes(session, with_scan.scan)
    name = signing.kept_name(session, WORK, with_scan, data, scan=True)
    assert name.endswith("_สแกนฉบับลงนาม.jpg")
    assert signing.kept_name(session, WORK, copy, signing.kept_bytes(session, copy.pdf)).endswith(
        "_ฉบับลงนาม.pdf"
    )
    described = signing.describe(
        session, with_scan, signed=date(2025, 12, 1), number="๙", note="แก้วันที่"
    )
    assert (described.scan, described.number) == (with_scan.scan, "๙")
    session.undo()
    session.undo()
    assert session.snapshot.get(SignedCopy, copy.id) == copy


def test_a_document_too_large_to_keep_says_what_to_do(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "MOST_PDF", 1_000)
    with pytest.raises(UserError, match="เกินกว่าที่แฟ้มงานเก็บได้"):
        frozen(session)
    assert session.undo_name == ""


def test_whatever_is_kept_is_less_than_the_file_takes(tmp_path: Path) -> None:
    assert max(signing.MOST_PDF, scans.MOST_BYTES, pictures.MOST_BYTES) < LARGEST_VALUE
    large = tmp_path / "สแกน.pdf"
    with large.open("wb") as file:
        file.truncate(photos.MOST_BYTES + 1)  # takes no room on the disk
    with pytest.raises(UserError, match="เกินกว่าที่แฟ้มงานเก็บได้") as told:
        signing.read_scan(large)
    assert "๒๐๐ จุดต่อนิ้ว" in told.value.remedy


def test_what_is_damaged_in_the_file_is_told_and_nothing_is_frozen_into_one_opened_to_read(
    session: Session,
) -> None:
    lost = SignedCopy(id="s", year_id=WORK.id, document="report", pdf="0" * 64, said="0" * 64)
    with pytest.raises(UserError, match="เสียหายหรือหายไป"):
        signing.differences(session, WORK, lost)
    session.flush()
    reading = Session(open_file(session.path, read_only=True))
    with closing(reading), pytest.raises(UserError, match="อ่านอย่างเดียว"):
        frozen(reading)


def test_copies_outlive_closing_and_their_papers_are_in_use(session: Session) -> None:
    copy = frozen(session, scan=scan_pdf())
    session.flush()
    with closing(open_to_work(session.path)) as again:
        assert signing.signed_copies(again.snapshot, WORK, "report") == (copy,)
        assert all(signing.kept_bytes(again, one) for one in (copy.pdf, copy.said, copy.scan))


def test_exporting_a_document_that_differs_gives_one_line_of_warning(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def exported() -> list[str]:
        target = tmp_path / "รายงาน.pdf"
        words = ("export", str(session.path), "--document", "report", "--to", str(target))
        assert cli.run((*words, "--force")) == 0
        return capsys.readouterr().out.splitlines()

    assert len(exported()) == 1
    frozen(session)
    session.flush()
    assert len(exported()) == 1
    session.change(session.snapshot.office, name="ศรีสำราญใหม่")
    session.flush()
    _written, hint = exported()
    assert "ต่างจากฉบับที่ลงนาม" in hint
