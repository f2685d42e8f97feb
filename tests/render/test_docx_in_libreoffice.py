"""Word files opened by another program: LibreOffice makes PDFs of them, and these are read."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import pypdf
import pytest

from ita_desktop.documents.blocks import (
    Document,
    Orientation,
    PageSetup,
    Paragraph,
    Section,
    Table,
    text,
)
from ita_desktop.render.docx.renderer import DocxRenderer
from ita_desktop.render.pdf.renderer import PdfRenderer
from tests.aids.hostile_texts import HOSTILE
from tests.aids.libreoffice import converted
from tests.aids.papers import sample_papers, sample_picture
from tests.aids.programs import need
from tests.aids.readers import pdftotext_text
from tests.render.word_reader import expected

WHEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PAPERS = tuple(sample_papers())
MM = 72 / 25.4


class Opened(NamedTuple):
    """A document as LibreOffice shows it, and as our own PDF does."""

    document: Document
    theirs: bytes
    ours: bytes


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Opened]:
    """Every paper of the sample, all opened in one start of the program."""
    need("soffice", "pdftotext")
    pdf = PdfRenderer()
    word = DocxRenderer(pdf)
    papers = {
        **sample_papers(),
        "hostile": Document(
            "hostile",
            "ทดสอบ",
            "เทศบาล",
            (Section(PageSetup(), tuple(Paragraph(text(words)) for words in HOSTILE)),),
        ),
    }
    files = {
        name: word.render(one, pictures=sample_picture, created=WHEN).data
        for name, one in papers.items()
    }
    theirs = converted(files, tmp_path_factory.mktemp("libreoffice"))
    return {
        name: Opened(one, theirs[name], pdf.render(one, pictures=sample_picture).data)
        for name, one in papers.items()
    }


def letters(words: str) -> Counter[str]:
    """Every letter, white and the parts of ำ aside, which the two programs write differently."""
    return Counter(re.sub(r"[\s\u00a0ำํา]", "", words))


@pytest.mark.parametrize("paper", PAPERS)
def test_libreoffice_shows_every_letter(
    paper: str, opened: dict[str, Opened], keep_pdf: Callable[[str, bytes], None]
) -> None:
    one = opened[paper]
    keep_pdf(f"word-{paper}", one.theirs)
    keep_pdf(f"word-{paper}-ours", one.ours)
    wanted = letters("".join(expected(one.document)))
    assert wanted - letters(pdftotext_text(one.theirs)) == Counter()


@pytest.mark.parametrize("paper", ["result-status", "plan-by-issue", "analysis", "result-output"])
def test_libreoffice_repeats_the_headings_of_a_table_on_every_page(
    paper: str, opened: dict[str, Opened]
) -> None:
    one = opened[paper]
    blocks = [block for section in one.document.sections for block in section.blocks]
    headings = {_heading(block) for block in blocks if isinstance(block, Table)}
    pages = [_squeezed(page) for page in pdftotext_text(one.theirs).split("\f")[:-1]]
    without = [
        number
        for number, page in enumerate(pages, 1)
        if not any(heading in page for heading in headings)
    ]
    assert len(pages) > 5
    # A cover has no table; after the last row there may be signatures alone.
    assert set(without) <= {1, len(pages)}


def _heading(table: Table) -> str:
    """The last heading of the last heading row."""
    *_, cell = (cell for row in table.header for cell in row.cells if cell is not None)
    [paragraph] = cell.content
    assert isinstance(paragraph, Paragraph)
    return _squeezed("".join(run.text for run in paragraph.text))


def _squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0ำํา]", "", words)


@pytest.mark.parametrize("paper", PAPERS)
def test_libreoffice_sets_up_pages_as_the_pdf_has_them(
    paper: str, opened: dict[str, Opened]
) -> None:
    one = opened[paper]
    theirs, ours = (pypdf.PdfReader(io.BytesIO(data)).pages for data in (one.theirs, one.ours))
    # Lines end elsewhere here and there: a long table may need a page more or less.
    assert abs(len(theirs) - len(ours)) <= 1 + len(ours) // 10
    sheets = {
        (297, 210) if section.page.orientation is Orientation.LANDSCAPE else (210, 297)
        for section in one.document.sections
    }
    found = {
        (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
        for page in theirs
    }
    assert found == sheets


def test_libreoffice_numbers_the_pages_of_a_report_behind_its_cover(
    opened: dict[str, Opened],
) -> None:
    pages = pdftotext_text(opened["report"].theirs).split("\f")[:-1]
    numbers = [re.findall(r"^- (\d+) -$", page, re.M) for page in pages]
    assert numbers == [[], [], *([str(number)] for number in range(2, len(pages)))]


def test_libreoffice_finds_the_parts_of_a_bundle_where_its_contents_say(
    opened: dict[str, Opened],
) -> None:
    one = opened["bundle"]
    pages = pdftotext_text(one.theirs).split("\f")[:-1]
    said = re.findall(r"\.{3,} ?(\d+)$", pages[1], re.M)
    parts = [section for section in one.document.sections if section.part]
    assert len(said) == len(parts)
    for page, section in zip(said, parts, strict=True):
        [first, *_] = expected(Document("part", "", "", (section,)))
        assert _squeezed(first) in _squeezed(pages[int(page) - 1])
    last = [page.strip().splitlines()[-1] for page in pages]
    bare = [page for number, page in enumerate(last, 1) if page != str(number)]
    assert bare == [last[0]] * 2, "covers are counted, but bear no number"


def test_libreoffice_opens_whatever_was_typed(opened: dict[str, Opened]) -> None:
    assert "ครึ่ง" in pdftotext_text(opened["hostile"].theirs)
