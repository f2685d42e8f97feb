"""A table no built-in layout has: four years of budget beside the measures, built by hand alone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import OwnField, OwnLayout
from ita_desktop.model.values import OwnKind
from tests.ui.hands import CTRL, SHIFT, K, focused, press, write
from ui.widgets.layouts.column_strip import ColumnStrip
from ui.window import Window

YEARS = ("๒๕๖๖", "๒๕๖๗", "๒๕๖๘", "๒๕๖๙")
BUDGETS = (
    ("50000", "60,000", "๗๕๐๐๐", "๑,๒๕๐,๐๐๐"),
    ("12500", "ไม่ใช้งบประมาณ", "-", "๑๕๐๐๐ บาท"),
    ("0", "", "8000.50", "9000"),
)
PRINTED = (
    ("๕๐,๐๐๐", "๖๐,๐๐๐", "๗๕,๐๐๐", "๑,๒๕๐,๐๐๐"),
    ("๑๒,๕๐๐", "ไม่ใช้งบประมาณ", "-", "๑๕,๐๐๐"),
    ("๐", "", "๘,๐๐๐.๕๐", "๙,๐๐๐"),
)


@dataclass
class Word:
    """A word of the PDF and where it stands, in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def click(
    widget: QWidget, at: QPoint | None = None, modifier: Qt.KeyboardModifier | None = None
) -> None:
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        modifier or Qt.KeyboardModifier.NoModifier,
        at or widget.rect().center(),
    )
    QApplication.processEvents()


def click_column(
    strip: ColumnStrip, place: int, modifier: Qt.KeyboardModifier | None = None
) -> None:
    """Click on the heading of a column."""
    cell = next(one for one in strip.row.cells if one.places == (place,))
    click(strip, cell.rect.center(), modifier)


def words_of(pdf: Path, page: int) -> list[Word]:
    """What poppler reads on a page, and where."""
    text = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"],
        capture_output=True,
        check=True,
    ).stdout.decode()
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', text
    )
    return [
        Word(word, float(left), float(right), float(top), float(bottom))
        for left, top, right, bottom, word in found
    ]


def test_four_years_of_budget_stand_beside_the_measures_built_through_the_window_alone(
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keep_pdf: Callable[[str, bytes], None],
) -> None:
    assert window.desk is not None
    assert window.workspace is not None
    desk, session = window.desk, window.workspace.session
    desk.sidebar.setFocus()
    press(K.Key_End)
    press(K.Key_Up)  # the last page but one of the sidebar
    assert desk.page_name == "layouts"
    page = desk.page
    click(page.buttons["plan"])
    assert len(session.snapshot.of(OwnLayout)) == 0

    # An empty table, filled column by column; the fields for the money do not exist yet.
    click(page.add_button)
    for words in ("ลำดับ", "มาตรการ พร้อม", "ผู้รับผิดชอบ", *(f"งบประมาณ {year}" for year in YEARS)):
        write(f"{words}\n")
    press(K.Key_Escape)
    assert [one.kind for one in session.snapshot.of(OwnField)] == [OwnKind.NUMBER] * 4
    [layout] = session.snapshot.of(OwnLayout)
    assert [one.heading for one in layout.columns] == [
        *("ลำดับที่", "มาตรการ", "ผู้รับผิดชอบ"),
        *(f"งบประมาณ {year}" for year in YEARS),
    ]

    # Its name.
    bench = page.bench
    click(bench.rename)
    press(K.Key_A, CTRL)
    write("งบประมาณสี่ปีข้างมาตรการ\t")

    # One heading over the four years, and a short one over each.
    strip = bench.strip
    click_column(strip, 3)
    click_column(strip, 6, SHIFT)
    assert strip.selected == (3, 4, 5, 6)
    press(K.Key_Return)
    write("งบประมาณ (บาท)")
    for place, year in enumerate(YEARS, 3):
        click_column(strip, place)
        press(K.Key_Return)
        write(year)
    bench.flush()
    [layout] = session.snapshot.of(OwnLayout)
    assert layout.title == "งบประมาณสี่ปีข้างมาตรการ"
    assert [(one.heading, one.group) for one in layout.columns[3:]] == [
        (year, "งบประมาณ (บาท)") for year in YEARS
    ]
    click(bench.use_button)
    assert bench.used.text() == "มาตรการส่งเสริมคุณธรรม ปี ๒๕๖๘ พิมพ์ด้วยแบบนี้"

    # The money, typed into the form of each measure.
    desk.sidebar.setFocus()
    desk.show_page("measures")
    form = desk.page.form
    for measure, budgets in zip(
        session.snapshot.measures(window.workspace.year.id), BUDGETS, strict=True
    ):
        desk.page.list.select(measure.id)
        form.go_to(next(name for name in form.editors if name.startswith("own:")))
        for amount in budgets:
            assert focused() is not None
            write(f"{amount}\t")
    form.flush()

    # Out to a PDF, as the clerk does it.
    desk.show_page("documents")
    window.workspace.choose_document("plan")
    target = tmp_path / "แผน.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    window.paper.export()
    assert target.exists()
    keep_pdf("budget-table", target.read_bytes())
    check_table(target)


def check_table(pdf: Path) -> None:
    """The merged heading, the years under it, and every figure at the right of its column."""
    words = words_of(pdf, 2)  # the first page is the cover
    one_line = " ".join(word.text for word in words)
    assert "มาตรการควบคุมการยืมทรัพย์สินของราชการ" in one_line.replace(" ", "").replace("\u200b", "")

    def find(text: str) -> Word:
        return next(word for word in words if word.text == text)

    years = [
        next(word for word in words if word.text == year and word.top > find("(บาท)").top)
        for year in YEARS
    ]
    over = (find("งบประมาณ").left + find("(บาท)").right) / 2
    assert abs(over - (years[0].middle + years[-1].middle) / 2) < 8  # over all four, not over one
    assert find("งบประมาณ").bottom <= years[0].top + 2
    assert max(year.top for year in years) - min(year.top for year in years) < 1
    assert [year.middle for year in years] == sorted(year.middle for year in years)

    for row in PRINTED:
        for year, amount in zip(years, row, strict=True):
            if amount and amount != "ไม่ใช้งบประมาณ":
                found = [
                    word
                    for word in words
                    if word.text == amount and word.top > year.bottom and word.right > year.left
                ]
                assert found, amount
    for column in range(4):
        figures = [
            word.right
            for row in PRINTED
            for word in words
            if row[column]
            and word.text == row[column]
            and word.top > years[column].bottom
            and abs(word.middle - years[column].middle) < 45
        ]
        assert figures, column
        assert max(figures) - min(figures) < 1, column  # one under the other, at the right
