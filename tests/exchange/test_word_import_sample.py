"""The program's own tables, written for Word, are read back field by field: nothing is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest

from ita_desktop.exchange.pasted_tables import read_tables
from ita_desktop.exchange.tables import Table
from ita_desktop.exchange.word_tables import read_word_tables
from tests.aids.libreoffice import as_web_page, saved_again
from tests.aids.programs import need
from tests.aids.sample_papers import sample
from tests.aids.word_files import LAYOUT_IDS, as_printed, as_read, read_whole, sample_file


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_a_table_of_the_programs_own_is_read_field_by_field(layout_id: str) -> None:
    check(sample_file(layout_id), layout_id)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same files opened and saved again by another program."""
    need("soffice")
    files = {name: sample_file(name) for name in LAYOUT_IDS}
    return saved_again(files, tmp_path_factory.mktemp("libreoffice"))


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_a_table_saved_by_another_program_is_read_field_by_field(
    layout_id: str, saved: dict[str, bytes]
) -> None:
    assert saved[layout_id] != sample_file(layout_id)
    check(saved[layout_id], layout_id)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same files as the HTML another program copies."""
    need("soffice")
    files = {name: sample_file(name) for name in LAYOUT_IDS}
    return as_web_page(files, tmp_path_factory.mktemp("web"))


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_a_table_copied_from_another_program_is_read_field_by_field(
    layout_id: str, pages: dict[str, bytes]
) -> None:
    check_tables(read_tables("", pages[layout_id].decode()), layout_id)


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_a_table_copied_as_text_with_tabs_is_read_field_by_field(layout_id: str) -> None:
    """As Excel does: cells of several lines in quotes, merged cells only in their first place."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\r\n")
    for table in read_word_tables(sample_file(layout_id), "x"):
        writer.writerows(table.rows)
    check_tables(read_tables(text.getvalue()), layout_id)


def check(data: bytes, layout_id: str) -> None:
    check_tables(read_word_tables(data, "ปีก่อน.docx"), layout_id)


def check_tables(tables: Sequence[Table], layout_id: str) -> None:
    snapshot = sample()
    [year] = snapshot.years
    table, read = read_whole(tables, snapshot, year)
    assert "" not in table.columns
    assert (read.left_out, read.divisions) == ((), ())
    expected, found = as_printed(layout_id), as_read(read, layout_id, year)
    for before, after in zip(expected, found, strict=True):
        assert after == before
