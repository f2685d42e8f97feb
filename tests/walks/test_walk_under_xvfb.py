"""A clerk's walk through the real window, with keyboard and mouse and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.aids.programs import need
from tests.aids.readers import pypdf_text
from tests.walks.walk import (
    PROGRAMS,
    OfficeFile,
    Screen,
    new_sample,
    program_on,
    wait_for,
    wait_for_rest,
)

TITLE = "จัดหน่วยบริการเคลื่อนที่รับเรื่องร้องทุกข์ถึงหมู่บ้าน"
STEPS = ["กำหนดหมู่บ้านและวันที่ออกหน่วย", "ประกาศให้ผู้นำชุมชนทราบล่วงหน้า ๗ วัน", "สรุปเรื่องที่รับเสนอผู้บริหาร"]
KEYCODES = {"z": 52, "y": 29}
"""Of the keys that read z and y on a Latin keyboard, whatever is written on them now."""


@pytest.fixture
def screen() -> Iterator[Screen]:
    need(*PROGRAMS)
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def keep_picture(request: pytest.FixtureRequest, screen: Screen) -> Callable[[str], None]:
    """Keep what the screen shows under a name where ``--output-path`` says."""
    folder = request.config.getoption("--output-path")

    def keep(name: str) -> None:
        if folder:
            Path(str(folder)).mkdir(parents=True, exist_ok=True)
            screen.picture().save(Path(str(folder)) / f"{name}.png")

    return keep


def paper_of(screen: Screen) -> Image.Image:
    """The paper beside the form, as the screen shows it."""
    return screen.picture().convert("L").crop((955, 130, 1335, 630))


def paper_at_rest(screen: Screen) -> Image.Image:
    """The paper once it has stopped changing for a second."""
    seen = [paper_of(screen)]

    def rests() -> bool:
        seen.append(paper_of(screen))
        return len(seen) > 10 and all(one == seen[-1] for one in seen[-10:])

    wait_for(rests, "the paper at rest")
    return seen[-1]


def last_measure(file: OfficeFile) -> tuple[object, ...]:
    """Title, steps, responsible and timeline of the last measure."""
    query = "SELECT title, steps, responsible, timeline FROM measure ORDER BY rank DESC LIMIT 1"
    title, steps, responsible, timeline = file.rows(query)[0]
    return title, *(json.loads(str(one or "null")) for one in (steps, responsible, timeline))


def test_a_measure_is_typed_seen_undone_redone_and_exported_by_hand(
    screen: Screen,
    tmp_path: Path,
    own_home: Path,
    keep_picture: Callable[[str], None],
    keep_pdf: Callable[[str, bytes], None],
) -> None:
    file = new_sample(tmp_path / "งานของเรา.itadb", own_home)
    before = len(file.measures())
    [(division,)] = file.rows("SELECT id FROM division WHERE name = 'กองคลัง'")
    with program_on(screen, own_home, str(file.path)) as hand:
        wait_for(lambda: "ศรีสำราญ" in hand.window(), "the office's name over the window")
        wait_for_rest(screen)
        keep_picture("walk-1-open")

        hand.click(90, 193)  # มาตรการ in the sidebar
        hand.press("End", "ctrl+n")
        wait_for(lambda: len(file.measures()) == before + 1, "the new measure in the file")
        hand.write(TITLE)
        wait_for(lambda: last_measure(file)[0] == TITLE, "the title in the file")
        keep_picture("walk-2-title")

        hand.press("Tab", "Tab")
        for step in STEPS[:-1]:
            hand.write(step)
            hand.press("Return")
        hand.write(STEPS[-1])
        hand.press("Tab", "Tab")
        wait_for(lambda: last_measure(file)[1] == STEPS, "the steps in the file")
        hand.write("กองค")
        keep_picture("walk-3-completion")
        hand.press("Return")
        wait_for(lambda: last_measure(file)[2] == [{"division": division}], "who is responsible")

        shown = paper_at_rest(screen)
        hand.press("Tab")
        hand.write("ต.ค. ๖๘ - ก.ย. ๖๙")
        timeline = {"start": "2025-10", "end": "2026-09"}
        wait_for(lambda: last_measure(file)[3] == timeline, "the timeline in the file")
        hand.press("Tab")
        wait_for(
            lambda: ImageChops.difference(shown, paper_of(screen)).getbbox(),
            "the timeline on the paper beside the form",
        )
        keep_picture("walk-4-timeline")

        hand.press("ctrl+z")
        wait_for(lambda: last_measure(file)[3] is None, "the timeline undone")
        hand.press("ctrl+y")
        wait_for(lambda: last_measure(file)[3] == timeline, "the timeline redone")

        target = tmp_path / "report.pdf"
        hand.press("ctrl+e")
        wait_for(lambda: "PDF" in hand.window(), "the dialog that asks where")
        hand.press("ctrl+a")
        hand.write(str(target))
        keep_picture("walk-5-export")
        hand.press("Return")
        wait_for(target.exists, "the exported file")
        wait_for(lambda: "ศรีสำราญ" in hand.window(), "the window in hand again")
        keep_picture("walk-6-exported")
    data = target.read_bytes()
    keep_pdf("walk-report", data)
    assert TITLE in "".join(pypdf_text(data).split())
    assert last_measure(file) == (TITLE, STEPS, [{"division": division}], timeline)


def test_undo_and_redo_answer_while_the_keyboard_types_thai(
    screen: Screen, tmp_path: Path, own_home: Path
) -> None:
    file = new_sample(tmp_path / "งาน.itadb", own_home)
    before = len(file.measures())
    with program_on(screen, own_home, str(file.path)) as hand:
        wait_for(lambda: "ศรีสำราญ" in hand.window(), "the window")
        hand.press("ctrl+4", "Insert")
        wait_for(lambda: len(file.measures()) == before + 1, "the new measure")
        screen.keyboard("th,us")
        hand.press(f"ctrl+{KEYCODES['z']}")
        wait_for(lambda: len(file.measures()) == before, "the measure undone")
        hand.press(f"ctrl+{KEYCODES['y']}")
        wait_for(lambda: len(file.measures()) == before + 1, "the measure redone")
        screen.keyboard("us,th")
