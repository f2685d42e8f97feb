"""Printing to a PDF printer: the very bytes, every page turned as it lies, and looked at."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ita_desktop.errors import UserError
from ita_desktop.session.opening import new_file, open_to_read
from ita_desktop.session.papers.rendering import Renderer
from ui.printing import SHARPEST, chosen_pages, new_printer, print_pdf, sheets


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample's report: a portrait cover and a landscape table of several pages."""
    numbers = iter(range(10_000))
    path = tmp_path_factory.mktemp("sample") / "sample.itadb"
    new_file(path, new_id=lambda: f"id{next(numbers)}", sample=True)
    session = open_to_read(path)
    rendered = Renderer(session.store.attachment).pdf(session.request(session.year(), "report"))
    session.close()
    return rendered.data


def pdf_printer(target: Path, resolution: int = 150) -> QPrinter:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(resolution)
    return printer


def picture(data: bytes, page: int, scale: float = 1.0) -> Image.Image:
    return pypdfium2.PdfDocument(data)[page].render(scale=scale).to_pil().convert("L")


def test_the_printed_pages_look_like_the_document(
    qtbot: QtBot, report: bytes, tmp_path: Path, keep_pdf: Callable[[str, bytes], None]
) -> None:
    target = tmp_path / "printed.pdf"
    printer = pdf_printer(target)
    printer.setPageRanges(QPageRanges.fromString("1-3"))
    assert print_pdf(report, printer)
    printed = target.read_bytes()
    keep_pdf("printed", printed)
    pages = pypdf.PdfReader(io.BytesIO(printed)).pages
    assert len(pages) == 3
    for number in range(3):
        ours, theirs = picture(report, number), picture(printed, number)
        assert abs(ours.width - theirs.width) <= 1
        assert abs(ours.height - theirs.height) <= 1
        theirs = theirs.resize(ours.size)
        off = ImageChops.difference(ours, theirs)
        assert sum(off.histogram()[128:]) / (ours.width * ours.height) < 0.01


def test_the_cover_lies_upright_and_the_table_across(
    qtbot: QtBot, report: bytes, tmp_path: Path
) -> None:
    target = tmp_path / "printed.pdf"
    printer = pdf_printer(target, 72)
    printer.setPageRanges(QPageRanges.fromString("1-2"))
    print_pdf(report, printer)
    cover, table = pypdf.PdfReader(target).pages
    assert cover.mediabox.width < cover.mediabox.height
    assert table.mediabox.width > table.mediabox.height


def test_the_printer_works_at_its_own_resolution_up_to_600_dpi(
    qtbot: QtBot, report: bytes, tmp_path: Path
) -> None:
    target = tmp_path / "printed.pdf"
    printer = new_printer()
    assert printer.resolution() <= SHARPEST
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(SHARPEST)
    printer.setPageRanges(QPageRanges.fromString("2"))
    print_pdf(report, printer)
    [page] = pypdf.PdfReader(target).pages
    width = max(int(image.image.width) for image in page.images if image.image)
    assert width == pytest.approx(297 / 25.4 * SHARPEST, rel=0.01)


def test_copies_come_in_sets_or_page_by_page() -> None:
    assert sheets((0, 1), 2, collated=True) == (0, 1, 0, 1)
    assert sheets((0, 1), 2, collated=False) == (0, 0, 1, 1)


def test_ranges_the_page_in_hand_and_the_reverse_order_are_followed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    printer = pdf_printer(tmp_path / "x.pdf")
    assert chosen_pages(printer, 3) == (0, 1, 2)
    printer.setPageRanges(QPageRanges.fromString("2,5-6"))
    assert chosen_pages(printer, 9) == (1, 4, 5)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 9) == (5, 4, 1)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 9, current=3) == (3,)


def test_pages_that_are_not_there_are_told_before_anything_is_printed(
    qtbot: QtBot, report: bytes, tmp_path: Path
) -> None:
    printer = pdf_printer(tmp_path / "x.pdf")
    printer.setPageRanges(QPageRanges.fromString("900-950"))
    with pytest.raises(UserError, match="ไม่มีหน้าที่เลือก"):
        print_pdf(report, printer)


def test_printing_can_be_stopped_between_strips(
    qtbot: QtBot, report: bytes, tmp_path: Path
) -> None:
    asked: list[int] = []

    def go_on() -> bool:
        asked.append(1)
        return len(asked) < 3

    assert not print_pdf(report, pdf_printer(tmp_path / "x.pdf"), go_on=go_on)
    assert len(asked) == 3


def test_progress_counts_every_sheet(qtbot: QtBot, report: bytes, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    printer = pdf_printer(tmp_path / "x.pdf", 72)
    printer.setPageRanges(QPageRanges.fromString("1-3"))

    def step(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    print_pdf(report, printer, step)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_target_that_refuses_is_told_with_a_remedy(
    qtbot: QtBot, report: bytes, tmp_path: Path
) -> None:
    printer = pdf_printer(tmp_path / "missing folder" / "x.pdf")
    with pytest.raises(UserError) as told:
        print_pdf(report, printer)
    assert told.value.remedy
