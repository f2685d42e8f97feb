"""The live preview: the very PDF, its place kept, following the form."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.documents.build import setup_of
from ita_desktop.model.records import Measure, Office
from ita_desktop.model.values import plain_items
from ita_desktop.session.measures import add_measure
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import Digits
from tests.aids.small_office import office_session
from ui.theme import apply_theme
from ui.widgets.page_layout import GAP, Place, fit_width, lay_out
from ui.widgets.preview.pdf_view import Fit
from ui.widgets.preview.preview import Preview
from ui.workspace import Workspace

LONG = plain_items(*(f"ดำเนินการครั้งที่ {n} แล้วรายงานผู้บริหารทราบเป็นหนังสือ" for n in range(1, 40)))


class Bench:
    """A preview shown on a real session."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot = qtbot
        self.session = session
        self.workspace = Workspace(session)
        self.preview = Preview(self.workspace)
        qtbot.addWidget(self.preview)
        self.preview.resize(480, 640)
        self.preview.show()
        qtbot.waitExposed(self.preview)
        self.preview.job.start()
        self.settle()

    @property
    def view(self):  # type: ignore[no-untyped-def]
        return self.preview.view

    def settle(self) -> None:
        """Wait until the newest pages are shown sharp."""
        self.qtbot.waitUntil(lambda: self.preview.current and self.view.sharp, timeout=20_000)

    @property
    def words(self) -> str:
        assert self.preview.rendered is not None
        pages = pypdf.PdfReader(io.BytesIO(self.preview.rendered.data)).pages
        return "".join(page.extract_text() for page in pages)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    session = office_session(tmp_path)
    year = session.snapshot.years[0]
    for number in range(6):
        add_measure(session, year, title=f"มาตรการที่ยาว {number}", results=LONG)
    made = Bench(qtbot, session)
    yield made
    made.preview.close_job()
    made.workspace.close()
    session.close()


def test_the_preview_shows_the_pages_of_the_document_in_hand(bench: Bench) -> None:
    assert bench.preview.rendered is not None
    assert bench.view.page_count == bench.preview.rendered.pages > 4
    assert "มาตรการที่ยาว" in bench.words
    image: QImage = bench.view.grab().toImage()
    dark = sum(
        image.pixelColor(x, y).lightness() < 120
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    assert dark > 20


def test_an_edit_is_seen_and_the_place_is_kept(bench: Bench) -> None:
    bench.view.go_to_page(3)
    bench.settle()
    before = bench.view.place()
    bench.session.change(bench.session.snapshot.office, name="ทุ่งรวงทอง")
    assert not bench.preview.current
    bench.settle()
    assert "ทุ่งรวงทอง" in bench.words
    after = bench.view.place()
    assert (after.page, round(after.y)) == (before.page, round(before.y))


def test_the_old_pages_stay_until_the_new_ones_are_drawn(bench: Bench, qtbot: QtBot) -> None:
    bench.view.go_to_page(2)
    bench.settle()
    assert bench.preview.rendered is not None
    paper = bench.view.grab().toImage()
    bench.view.show_pdf(bench.preview.rendered.data)
    assert not bench.view.sharp
    assert bench.view.grab().toImage() == paper  # no white, no jump
    bench.settle()
    assert bench.view.grab().toImage() == paper


def test_the_preview_follows_the_record_being_edited(bench: Bench) -> None:
    last = bench.session.snapshot.measures(bench.workspace.year.id)[-1]
    assert bench.view.page == 0
    bench.workspace.attend(last.id, "title")
    assert bench.preview.rendered is not None
    first = next(
        one
        for one in bench.preview.rendered.anchors
        if one.source.record_id == last.id and one.source.field == "title"
    )
    assert first.page > 0
    place = Place(first.page, first.top)
    assert 0 <= bench.view.offset_of(place) < bench.view.viewport().height()


def test_what_is_being_edited_does_not_move_when_text_above_it_grows(bench: Bench) -> None:
    measures = bench.session.snapshot.measures(bench.workspace.year.id)
    third = measures[2]
    bench.workspace.attend(third.id, "title")
    bench.settle()

    def offset() -> float:
        assert bench.preview.rendered is not None
        anchor = next(
            one
            for one in bench.preview.rendered.anchors
            if one.source.record_id == third.id and one.source.field == "title"
        )
        return float(bench.view.offset_of(Place(anchor.page, anchor.top)))

    before = offset()
    assert before >= 0
    first = bench.session.snapshot.get(Measure, measures[0].id)
    assert first is not None
    bench.session.change(first, results=(*first.results, *LONG[:2]))
    bench.settle()
    assert 0 <= offset() < bench.view.viewport().height()


def test_a_burst_of_edits_ends_with_the_newest(bench: Bench) -> None:
    for number in range(25):
        office = bench.session.snapshot.office
        bench.session.change(office, name=f"ชื่อที่ {number}")
        QApplication.processEvents()
    bench.settle()
    assert "๒๔" in bench.words


def test_layout_and_digits_are_chosen_beside_the_page_and_kept_in_the_file(bench: Bench) -> None:
    tools = bench.preview.tools
    tools.digits.click()
    tools.layouts.setCurrentIndex(2)
    tools.layouts.activated.emit(2)
    setup = setup_of(bench.session.snapshot, bench.workspace.year, "report")
    assert setup.digits is Digits.ARABIC
    assert setup.layout == "result-outcome"
    bench.settle()
    assert "2568" in bench.words
    bench.session.undo()
    bench.session.undo()
    assert tools.digits.text() == "๑๒๓"
    assert tools.layouts.currentIndex() == 0


def test_a_character_no_font_has_is_told_above_the_pages(bench: Bench) -> None:
    bench.session.change(bench.session.snapshot.office, name="ศรีสำราญ\U00013080")
    bench.settle()
    assert bench.preview.head.findings.isVisible()
    bench.session.undo()
    bench.settle()
    assert not bench.preview.head.findings.isVisible()


def test_zooming_keeps_the_place_and_the_width_can_be_followed_again(bench: Bench) -> None:
    bench.view.go_to_page(2)
    bench.settle()
    page = bench.view.page
    fitted = bench.view.zoom
    bench.view.zoom_in()
    bench.view.zoom_in()
    assert bench.view.zoom > fitted
    assert bench.view.fit is Fit.FREE
    assert bench.view.page == page
    bench.view.set_fit(Fit.WIDTH)
    bench.preview.resize(600, 640)
    assert bench.view.zoom > fitted
    bench.view.set_fit(Fit.PAGE)
    bench.settle()
    assert bench.view.zoom < 1


def test_the_page_can_be_turned_and_is_told_in_thai_digits(bench: Bench) -> None:
    head = bench.preview.head
    assert head.page.text().startswith("๑ / ")
    assert not head.previous.isEnabled()
    head.next.click()
    assert head.page.text().startswith("๒ / ")
    assert head.previous.isEnabled()
    bench.view.setFocus()
    bench.view.go_to_page(bench.view.page_count - 1)
    assert not head.next.isEnabled() or bench.view.page >= bench.view.page_count - 2


def test_the_record_in_hand_is_marked_on_the_paper(bench: Bench) -> None:
    first = bench.session.snapshot.measures(bench.workspace.year.id)[0]
    plain = bench.view.grab().toImage()
    bench.workspace.attend(first.id, "results")
    bench.settle()
    assert bench.view.grab().toImage() != plain


def test_a_closed_preview_tells_nothing_more(qtbot: QtBot, tmp_path: Path) -> None:
    session = office_session(tmp_path)
    bench = Bench(qtbot, session)
    bench.session.change(session.snapshot.office, name="ใหม่")
    bench.preview.close_job()
    bench.workspace.close()
    session.close()
    QApplication.processEvents()
    assert session.snapshot.get(Office, session.snapshot.office.id) is not None


def test_pages_of_different_sizes_stand_in_the_middle_under_each_other() -> None:
    from PySide6.QtCore import QSizeF

    sizes = (QSizeF(100, 200), QSizeF(200, 100))
    scale = fit_width(sizes, 424)
    assert scale == pytest.approx(2.0)
    layout = lay_out(sizes, scale, 424)
    narrow, wide = layout.rects
    assert (narrow.left() + narrow.right()) / 2 == pytest.approx(212)
    assert wide.left() == pytest.approx(GAP)
    assert wide.top() - narrow.bottom() == pytest.approx(GAP)
    assert layout.place_at(layout.y_of(Place(1, 30))) == Place(1, pytest.approx(30))
    assert layout.visible(0, narrow.top() + 5) == (0,)


def test_before_there_are_pages_no_scale_is_told_and_the_work_is_named(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(office_session(tmp_path)) as session:
        preview = Preview(Workspace(session))
        qtbot.addWidget(preview)
        preview.resize(480, 640)
        preview.show()
        qtbot.waitExposed(preview)
        assert preview.head.zoom.text() == "–"
        assert preview.head.page.text() == "–"
        assert "กำลังจัดหน้า" in preview._message.text()
        preview.close_job()


def test_a_page_not_drawn_yet_is_no_blank_sheet(bench: Bench) -> None:
    view = bench.view
    before = view.viewport().grab().toImage()
    view._pictures.clear()
    rect = view.on_screen(0).toRect().intersected(view.viewport().rect())
    sheet = view.viewport().grab(rect).toImage()
    inks = {sheet.pixel(x, y) for x in range(sheet.width()) for y in range(0, sheet.height(), 2)}
    assert len(inks) > 3, "the sheet says nothing"
    assert before != view.viewport().grab().toImage()
