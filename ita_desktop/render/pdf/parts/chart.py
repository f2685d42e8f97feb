"""แผนภูมิ: a title, the bars, and a legend. Vectors in shades of grey, for black and white too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.documents.blocks import Chart, ChartKind, Source
from ita_desktop.render.pdf.figure_ink import Box, FigureInk
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.galley import EMPTY, Galley
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter
from ita_desktop.render.pdf.parts.chart_bars import draw_bars
from ita_desktop.render.pdf.parts.chart_columns import draw_columns, needs_table
from ita_desktop.render.pdf.parts.chart_pen import (
    BESIDE_SWATCH,
    SWATCH,
    TARGET_DASHES,
    TARGET_WIDTH,
    Pen,
    shades,
)
from ita_desktop.render.pdf.parts.figures import show_drawing
from ita_desktop.render.pdf.words import Word
from ita_desktop.thai.digits import to_thai

_TITLE_SIZE, _LEGEND_SIZE = 16.0, 14.0
_UNDER_TITLE = 6.0
_BETWEEN_ENTRIES = 16.0
_TARGET_SAMPLE = 22.0
_ABOVE_LEGEND = 4.0
_LEAST_PLOT = 0.4
"""Share of a chart's height that a long title or legend leaves to the bars."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A measured chart, never torn. Lengths are points."""

    chart: Chart
    setter: Setter
    title: Galley
    width: float
    height: float
    before: float = 0.0
    after: float = 6.0
    keep_with_next: bool = False
    unseen: tuple[Unseen, ...] = ()

    @property
    def head(self) -> float:
        """All of it."""
        return self.height

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        chart, measure = self.chart, self.setter.measurer.missing_in
        words = (chart.title, *chart.categories, *(s.name for s in chart.series))
        found = measure(" ".join((*words, chart.target_label, chart.axis_label)))
        return tuple((character, chart.source) for character in found)

    def pour(self, pages: Pages) -> None:
        """Draw it where the page is filled to."""
        if self.height > pages.room and not pages.fresh:
            pages.turn()
        pages.begin()
        left, top = pages.frame.left, pages.y
        box = Box(left, top, self.width, self.height)
        drawing = pages.ink.figure()
        self._draw(drawing, box)
        show_drawing(pages, drawing, box, in_words(self.chart))
        if self.chart.source is not None:
            pages.anchor(self.chart.source, top, top + self.height)
        pages.y += self.height
        pages.fresh = False

    def _draw(self, drawing: FigureInk, box: Box) -> None:
        pen = Pen(drawing, self.setter, self.chart.thai_digits)
        top, low = box.y, box.y + box.height
        most = box.height * (1 - _LEAST_PLOT) / 2
        shown = self.title.fit(0, most)
        for line in self.title.lines[:shown]:
            drawing.line(line, box.x, top)
        if shown:
            top += self.title.height(0, shown) + _UNDER_TITLE
        low -= self._legend(pen, box, most)
        plot = Box(box.x, top, box.width, low - top)
        if self.chart.kind is ChartKind.BARS:
            draw_bars(pen, self.chart, plot)
        else:
            draw_columns(pen, self.chart, plot)

    def _legend(self, pen: Pen, box: Box, most: float) -> float:
        """Draw the legend at the foot of the box, in as many rows as it needs; its height."""
        rows: list[list[_Entry]] = [[]]
        taken = 0.0
        for entry in self._entries(pen):
            if rows[-1] and taken + entry.width > box.width:
                rows.append([])
                taken = 0.0
            rows[-1].append(entry)
            taken += entry.width + _BETWEEN_ENTRIES
        pitch = self.setter.leading(_LEGEND_SIZE)
        del rows[max(int(most / pitch), 1) :]
        if not rows[0]:
            return 0.0
        for at, row in enumerate(rows):
            width = sum(entry.width for entry in row) + _BETWEEN_ENTRIES * (len(row) - 1)
            x = box.x + max((box.width - width) / 2, 0.0)
            baseline = box.y + box.height - (len(rows) - 1 - at) * pitch - pitch * 0.25
            for entry in row:
                entry.draw(pen, x, baseline)
                x += entry.width + _BETWEEN_ENTRIES
        return len(rows) * pitch + _ABOVE_LEGEND

    def _entries(self, pen: Pen) -> Iterator[_Entry]:
        chart = self.chart
        tabled = chart.kind is ChartKind.COLUMNS and needs_table(pen, chart, self.width)
        if len(chart.series) > 1 and not tabled:
            for series, shade in zip(chart.series, shades(len(chart.series)), strict=True):
                yield _Entry(pen.words(series.name), SWATCH, shade)
        if chart.target is not None and chart.target_label:
            label = f"{chart.target_label} {pen.number(chart.target)}"
            yield _Entry(pen.words(label), _TARGET_SAMPLE, None)


def in_words(chart: Chart) -> str:
    """The figures of a chart, for those who cannot see them."""
    told = [
        f"{series.name}: "
        + " ".join(
            f"{name} {'-' if value is None else f'{value:.2f}'}"
            for name, value in zip(chart.categories, series.values, strict=False)
        )
        for series in chart.series
    ]
    if chart.target is not None:
        told.append(f"{chart.target_label} {_plain(chart.target)}")
    words = f"แผนภูมิ {chart.title} " + "; ".join(told)
    return to_thai(words) if chart.thai_digits else words


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the legend; without a shade it is the line to be reached."""

    words: tuple[Word, ...]
    sample: float
    shade: float | None

    @property
    def width(self) -> float:
        return self.sample + BESIDE_SWATCH + Pen.width(self.words, _LEGEND_SIZE)

    def draw(self, pen: Pen, x: float, baseline: float) -> None:
        """Draw it from ``x`` with its words on the baseline."""
        drawing = pen.drawing
        if self.shade is None:
            y = baseline - SWATCH / 2
            drawing.stroke((x, y), (x + self.sample, y), TARGET_WIDTH, dashes=TARGET_DASHES)
        else:
            pen.swatch(x, baseline, self.shade)
        drawing.words(self.words, _LEGEND_SIZE, x + self.sample + BESIDE_SWATCH, baseline)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def set_chart(setter: Setter, block: Chart, width: float, depth: float) -> ChartBlock:
    """Measure a chart for a text area of ``width`` by ``depth`` points."""
    height = min(max(block.height, 1.0) * POINTS_PER_MM, depth)
    title = setter.centred((block.title,), width, _TITLE_SIZE, bold=True) if block.title else EMPTY
    return ChartBlock(block, setter, title, width, height)
