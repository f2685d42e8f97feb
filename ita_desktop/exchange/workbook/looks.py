"""How a workbook looks: the type, the colours, the heading row, the widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Division,
    Evidence,
    Indicator,
    Issue,
    IssueAnalysis,
    Level,
    Measure,
    Office,
    OwnField,
    Person,
    Position,
    Record,
    ReportingRound,
    RequiredElement,
    RoundReport,
    Score,
    ScoreYear,
    YearWork,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "TH Sarabun New"
POINTS = 16
HEAD_HEIGHT = 48
"""Points of the heading row: two lines."""

LINE_HEIGHT = 23.0
"""Points of one line of the type."""

_LETTERS = 0.76
"""Letters of the type to one unit of a column's width; words that wrap waste some."""

_HIGHEST = 409.0

ACCENT, ON_ACCENT, LINE, HINT, SOFT = "#0F5C5C", "#FFFFFF", "#CFDADA", "#5B6B6B", "#E4EEEE"

_TABS: Mapping[str, tuple[type[Record], ...]] = MappingProxyType(
    {
        "#0F5C5C": (Office, Division, Position, Person),
        "#B8860B": (YearWork, ReportingRound, OwnField, Measure, RoundReport, Evidence),
        "#3B6EA5": (ScoreYear, Score, IssueAnalysis),
        "#7A8A8A": (CatalogueYear, Indicator, CatalogueItem, Issue, Level, RequiredElement),
    }
)
_ALIGNS: Mapping[str, str] = MappingProxyType({"@": "left", "0": "center"})
_FRAMED: Mapping[str, Any] = MappingProxyType(
    {"text_wrap": True, "valign": "top", "align": "left", "border": 1, "border_color": LINE}
)
_OTHER_TAB = "#8C5A8C"


class Looks:
    """The formats of one workbook, each made when first asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def cell(self, number: str = "@") -> Format:
        """A cell of the sheets, wrapped and framed; ``number`` is Excel's number format."""
        return self._format(
            number,
            num_format=number,
            text_wrap=True,
            valign="top",
            align=_ALIGNS.get(number, "right"),
            border=1,
            border_color=LINE,
        )

    @property
    def given_cell(self) -> Format:
        """A cell that is told and locked, on a tinted ground."""
        return self._format("given", **_FRAMED, bg_color=SOFT)

    @property
    def open_cell(self) -> Format:
        """A cell that is to be filled in on a locked sheet."""
        return self._format("open", **_FRAMED, num_format="@", locked=False)

    @property
    def note(self) -> Format:
        """A line that runs on over the cells beside it."""
        return self._format("note", font_color=HINT, valign="vcenter")

    @property
    def free(self) -> Format:
        """A cell below the last record, where rows may be added."""
        return self._format("free", num_format="@", text_wrap=True, valign="top")

    def free_number(self, number: str) -> Format:
        """The same in a column of numbers."""
        return self._format(
            f"free {number}", num_format=number, valign="top", align=_ALIGNS.get(number, "right")
        )

    @property
    def heading(self) -> Format:
        return self._format(
            "heading",
            bold=True,
            font_color=ON_ACCENT,
            bg_color=ACCENT,
            text_wrap=True,
            align="center",
            valign="vcenter",
            border=1,
            border_color=LINE,
        )

    @property
    def title(self) -> Format:
        return self._format("title", bold=True, font_size=24, font_color=ACCENT)

    @property
    def section(self) -> Format:
        return self._format("section", bold=True, font_size=18, font_color=ACCENT, valign="vcenter")

    @property
    def words(self) -> Format:
        return self._format("words", text_wrap=True, valign="top")

    @property
    def hint(self) -> Format:
        return self._format("hint", text_wrap=True, valign="top", font_color=HINT)

    @property
    def link(self) -> Format:
        return self._format(
            "link", font_color=ACCENT, underline=1, border=1, border_color=LINE, valign="top"
        )

    @property
    def count(self) -> Format:
        return self._format(
            "count", num_format="0", align="center", border=1, border_color=LINE, valign="top"
        )

    def _format(self, name: str, **properties: Any) -> Format:
        if name not in self._made:
            usual = {"font_name": FONT, "font_size": POINTS}
            self._made[name] = self._book.add_format({**usual, **properties})
        return self._made[name]


def lines_in(text: str, width: float) -> int:
    """How many lines a text takes in a column of that width: marks over and under a letter take
    no room."""
    room = max(width * _LETTERS, 1)
    return sum(1 + int(_visible(line) / room) for line in text.split("\n"))


def row_height(lines: int) -> float:
    """Points of a row of so many lines; Excel has a highest row."""
    return min(LINE_HEIGHT * lines + 3, _HIGHEST)


def _visible(text: str) -> int:
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def tab_colour(kind: type[Record]) -> str:
    """The colour of a sheet's tab: kinds that belong together share one."""
    return next((colour for colour, kinds in _TABS.items() if kind in kinds), _OTHER_TAB)
