"""From last year's file to next year's plan, by keys and mouse alone, each step's acts counted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.walks.walk import (
    Hand,
    OfficeFile,
    Screen,
    new_sample,
    program_on,
    wait_for,
    wait_for_rest,
)

_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.stdin.buffer.read().decode())
app.processEvents()
open(sys.argv[1], "w").close()
sys.exit(app.exec())
"""
"""A program that has copied what it was told, as a browser has: it must run while it is pasted."""

SCORES = {
    **{f"I{number}": "91.40" for number in range(1, 16)},
    **{f"E{number}": "90.25" for number in range(1, 10)},
    "I5": "72.10",
    "E6": "78.65",
}
"""The new scores of the questions, two of them below the target."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the walk: its name and the keys and clicks it took, beside what was typed."""

    name: str
    acts: int


def walk(
    screen: Screen, folder: Path, home: Path, keep_picture: Callable[[str], None]
) -> tuple[OfficeFile, Path, tuple[Step, ...]]:
    """Walk; the office file, the exported plan, and the steps."""
    file = new_sample(folder / "งานของเรา.itadb", home)
    target = folder / "plan.pdf"
    steps: list[Step] = []
    copied = "ข้อ\tคะแนน\n" + "".join(f"{code}\t{value}\n" for code, value in SCORES.items())
    with program_on(screen, home, str(file.path)) as hand:
        wait_for(lambda: "ศรีสำราญ" in hand.window(), "the office's name over the window")

        def took(name: str) -> None:
            """The step is done: count, and keep what stands there now."""
            wait_for_rest(screen)
            steps.append(Step(name, hand.acts - sum(one.acts for one in steps)))
            keep_picture(f"next-year-{len(steps)}")

        keep_picture("next-year-0")
        _begin(hand, file, took)
        _paste_scores(screen, hand, file, copied, took)
        _close_gaps(hand, file, took)
        _export_plan(hand, target, took)
    return file, target, tuple(steps)


def _begin(hand: Hand, file: OfficeFile, took: Callable[[str], None]) -> None:
    hand.click(1168, 21)  # the year over the window
    hand.click(1168, 98)  # เริ่มปีงบประมาณ พ.ศ. ๒๕๗๐ จากปีนี้
    wait_for(lambda: "เริ่มปีงบประมาณ" in hand.window(), "the dialog of the next year")
    hand.press("Down", "Down", "space")  # all but the third
    took("เปิดหน้าต่างปีใหม่ เลือกมาตรการ")
    hand.press("Return")
    wait_for(lambda: len(_years(file)) == 2, "the new year in the file")
    wait_for(lambda: "๒๕๗๐" in hand.window(), "the new year in hand")
    took("เริ่มปีงบประมาณ")


def _paste_scores(
    screen: Screen, hand: Hand, file: OfficeFile, copied: str, took: Callable[[str], None]
) -> None:
    held = file.path.with_name("copied")
    screen.start(sys.executable, "-c", _CLIPBOARD, str(held), told=copied)
    wait_for(held.exists, "the table on the clipboard")
    hand.click(140, 67)  # ๑. วางคะแนน
    wait_for(lambda: "วาง" in hand.window(), "the table that was pasted")
    took("วางตารางคะแนน")
    hand.press("Return")
    wait_for(lambda: _scores(file) == len(SCORES), "the scores in the file")
    took("รับคะแนนที่อ่านได้")


def _close_gaps(hand: Hand, file: OfficeFile, took: Callable[[str], None]) -> None:
    before = len(file.measures())
    hand.click(350, 67)  # ๒. ดูข้อที่ยังไม่มีมาตรการ
    wait_for(lambda: "ต่ำกว่าเป้าหมาย" in hand.window(), "the dialog of gaps")
    hand.press("space")  # the first proposal
    took("ดูข้อที่ต่ำกว่าเป้าหมาย เลือกมาตรการ")
    hand.press("Return")
    wait_for(lambda: len(file.measures()) > before, "the measure in the file")
    wait_for(lambda: "๒๕๗๐" in hand.window(), "the window in hand again")
    took("เพิ่มเป็นมาตรการ")


def _export_plan(hand: Hand, target: Path, took: Callable[[str], None]) -> None:
    hand.click(700, 67)  # ๔. ส่งออกแผน
    took("เปิดแผน")
    hand.press("ctrl+e")
    wait_for(lambda: "PDF" in hand.window(), "the dialog that asks where")
    hand.press("ctrl+a")
    hand.write(str(target))
    hand.press("Return")
    wait_for(target.exists, "the exported plan")
    wait_for(lambda: "๒๕๗๐" in hand.window(), "the window in hand again")
    took("ส่งออกแผนเป็น PDF")


def _years(file: OfficeFile) -> list[tuple[object, ...]]:
    return file.rows("SELECT id FROM year_work")


def _scores(file: OfficeFile) -> int:
    [(count,)] = file.rows("SELECT count(*) FROM score WHERE year = 2569")
    return int(str(count))
