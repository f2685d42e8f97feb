"""Next year in ten minutes: the walk from last year's file to next year's plan, acts counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.aids.programs import need
from tests.aids.readers import pypdf_text
from tests.walks.next_year_walk import SCORES, walk
from tests.walks.walk import PROGRAMS, Screen

MOST_ACTS = 30
"""Keys and clicks that the whole may take, beside what is typed."""


@pytest.fixture
def screen() -> Iterator[Screen]:
    need(*PROGRAMS)
    made = Screen()
    yield made
    made.close()


def test_last_years_file_becomes_next_years_plan_in_few_acts(
    request: pytest.FixtureRequest,
    screen: Screen,
    tmp_path: Path,
    own_home: Path,
    keep_pdf: Callable[[str, bytes], None],
) -> None:
    folder = request.config.getoption("--output-path")

    def keep_picture(name: str) -> None:
        if folder:
            Path(str(folder)).mkdir(parents=True, exist_ok=True)
            screen.picture().save(Path(str(folder)) / f"{name}.png")

    file, plan, steps = walk(screen, tmp_path, own_home, keep_picture)
    told = "".join(f"{one.acts:3}  {one.name}\n" for one in steps)
    total = sum(one.acts for one in steps)
    if folder:
        (Path(str(folder)) / "next-year-acts.txt").write_text(f"{told}{total:3}  รวม\n", "utf-8")
    assert total <= MOST_ACTS, told
    years = "SELECT id FROM year_work ORDER BY action_year"
    [(old,), (new,)] = file.rows(years)
    count = "SELECT count(*) FROM measure WHERE year_id = '{}'"
    [(before,)] = file.rows(count.format(old))
    [(after,)] = file.rows(count.format(new))
    assert after == int(str(before)) - 1 + 1
    [(held,)] = file.rows("SELECT value FROM score WHERE year = 2569 AND code = 'I5'")
    assert str(held) == SCORES["I5"]
    data = plan.read_bytes()
    keep_pdf("next-year-plan", data)
    assert "๒๕๗๐" in pypdf_text(data)
