"""The program's own tables, written for Word, are read back field by field: nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.libreoffice import saved_again
from tests.programs import need
from tests.sample_papers import sample
from tests.word_files import LAYOUT_IDS, as_printed, as_read, read_file, sample_file


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
    layout_id: str, saved: dict[str, bytes], tmp_path: Path
) -> None:
    assert saved[layout_id] != sample_file(layout_id)
    check(saved[layout_id], layout_id)


def check(data: bytes, layout_id: str) -> None:
    snapshot = sample()
    [year] = snapshot.years
    table, read = read_file(data, snapshot, year)
    assert "" not in table.columns
    assert (read.left_out, read.divisions) == ((), ())
    expected, found = as_printed(layout_id), as_read(read, layout_id, year)
    for before, after in zip(expected, found, strict=True):
        assert after == before
