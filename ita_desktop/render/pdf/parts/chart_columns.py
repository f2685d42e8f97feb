"""Standing bars in groups, one shade a series.

Each bar has its figure on top where that can be read; else the figures stand in a table under the
groups, whose rows are the legend too.
"""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.documents.blocks import Chart, Series
from ita_desktop.render.pdf.figure_ink import Box
from ita_desktop.render.pdf.parts.chart_pen import (
    AXIS_SIZE,
    BESIDE_SWATCH,
    FIGURE_HEIGHT,
    LABEL_SIZE,
    OUTLINE,
    STEPS,
    SWATCH,
    Pen,
    shades,
    share,
)

_SCALE_WIDTH = 24.0
"""Points left of the bars for the figures of the scale."""
_BESIDE_SCALE = 5.0
_LEAST_ON_TOP, _LARGEST_FIGURE, _LEAST_FIGURE = 11.0, 14.0, 5.0
"""Type sizes: of figures on bars, at least and at most; of those in the table, at least."""
_BETWEEN = 4.0
"""Points of white between two figures on bars."""
_OVER_BAR = 3.0
"""Points between a bar and its figure."""
_GAP = 0.7
"""White between groups, in bars."""
_UNDER_AXIS = 3.0
_MOST_LABEL = 0.3
"""Share of the height that the names of the groups take, at most."""
_BESIDE_FIGURE = 3.0
"""Points of white beside a figure in the table."""
_ROW = 16.0
_TABLE_SHARE = 0.5
"""The most that the table takes of the height."""
_HEAD_SHARE = 0.3
"""The most that the names of the series take of the width."""
_LINE_WIDTH, _LINE_SHADE = 0.4, 0.6


class _Plot(NamedTuple):
    """Where the groups stand: left edge, foot, width of a group, height of a full score."""

    left: float
    low: float
    pitch: float
    height: float
    groups: int

    @property
    def right(self) -> float:
        return self.left + self.pitch * self.groups


def needs_table(pen: Pen, chart: Chart, width: float) -> bool:
    """Whether the bars are too narrow for their figures."""
    return bool(_widest(pen, chart)) and _size_on_top(pen, chart, width) < _LEAST_ON_TOP


def draw_columns(pen: Pen, chart: Chart, box: Box) -> None:
    """Draw the groups from left to right, with names or a table under them."""
    groups = max(len(chart.categories), 1)
    if needs_table(pen, chart, box.width):
        left = box.x + _head_width(pen, chart, box.width)
        row = min(_ROW, box.height * _TABLE_SHARE / (len(chart.series) + 1))
        low = box.y + box.height - row * (len(chart.series) + 1)
        pitch = (box.x + box.width - left) / groups
        plot = _Plot(left, low, pitch, max(low - box.y - AXIS_SIZE / 2, 1.0), groups)
        _draw_bars(pen, chart, plot)
        _draw_table(pen, chart, plot, box.x, row)
        return
    size = min(_size_on_top(pen, chart, box.width), _LARGEST_FIGURE)
    left = box.x + _SCALE_WIDTH
    pitch = (box.x + box.width - left) / groups
    names = [pen.setter.centred((name,), pitch, LABEL_SIZE) for name in chart.categories]
    named = min(max((name.height() for name in names), default=0.0), box.height * _MOST_LABEL)
    axis = pen.words(chart.axis_label)
    titled = pen.setter.leading(LABEL_SIZE) if axis else 0.0
    low = box.y + box.height - named - titled - _UNDER_AXIS
    over = size * FIGURE_HEIGHT + 2 * _OVER_BAR
    plot = _Plot(left, low, pitch, max(low - box.y - over, 1.0), groups)
    _draw_bars(pen, chart, plot, size)
    for group, name in enumerate(names):
        for line in name.lines[: name.fit(0, named)]:
            pen.drawing.line(line, left + group * pitch, low + _UNDER_AXIS)
    if axis:
        middle, baseline = (left + plot.right) / 2, low + _UNDER_AXIS + named + titled * 0.75
        pen.centred(axis, LABEL_SIZE, middle, baseline)


def _draw_bars(pen: Pen, chart: Chart, plot: _Plot, size: float = 0.0) -> None:
    """The scale, the bars, the line to be reached, and figures of a size on the bars."""
    for step in STEPS:
        y = plot.low - plot.height * step / 100
        pen.grid((plot.left, y), (plot.right, y), step)
        words = pen.words(pen.number(step))
        x = plot.left - _BESIDE_SCALE - pen.width(words, AXIS_SIZE)
        pen.drawing.words(words, AXIS_SIZE, x, y + AXIS_SIZE * FIGURE_HEIGHT / 2)
    thick = plot.pitch / (max(len(chart.series), 1) + _GAP)
    tops: list[tuple[Series, int, float, float]] = []
    for at, (series, shade) in enumerate(zip(chart.series, shades(len(chart.series)), strict=True)):
        for group, value in enumerate(series.values[: plot.groups]):
            if value is None:
                continue
            tall = plot.height * share(value)
            x = plot.left + group * plot.pitch + thick * (_GAP / 2 + at)
            pen.drawing.fill(Box(x, plot.low - tall, thick, tall), shade, outline=OUTLINE)
            tops.append((series, group, x + thick / 2, plot.low - tall))
    pen.grid((plot.left, plot.low), (plot.right, plot.low), 0)
    if chart.target is not None:
        y = plot.low - plot.height * share(chart.target)
        pen.target((plot.left, y), (plot.right, y))
    if not size:
        return
    for series, group, middle, top in tops:
        words, foot = pen.figure(series.values[group]), top - _OVER_BAR
        long, high = pen.width(words, size), size * FIGURE_HEIGHT
        pen.clear(Box(middle - long / 2 - 1, foot - high - 1, long + 2, high + 2))
        pen.centred(words, size, middle, foot)


def _draw_table(pen: Pen, chart: Chart, plot: _Plot, left: float, row: float) -> None:
    """The names of the groups, then a row of figures for every series."""
    widest = max((pen.width(pen.words(name), 1.0) for name in chart.categories), default=0.0)
    widest = max(widest, _widest(pen, chart))
    room = max(plot.pitch - 2 * _BESIDE_FIGURE, 1.0)
    size = max(min(_LARGEST_FIGURE, room / widest, row * 0.85), _LEAST_FIGURE)
    lines = [[pen.words(name) for name in chart.categories]]
    lines += [[pen.figure(value) for value in series.values] for series in chart.series]
    for at, cells in enumerate(lines):
        top = plot.low + at * row
        baseline = top + (row + size * FIGURE_HEIGHT) / 2
        if at:
            series, shade = chart.series[at - 1], shades(len(chart.series))[at - 1]
            pen.swatch(left, baseline, shade)
            _show_head(pen, series.name, left + SWATCH + BESIDE_SWATCH, plot.left, size, baseline)
        else:
            _show_head(pen, chart.axis_label, left, plot.left, size, baseline)
        for group, words in enumerate(cells[: plot.groups]):
            middle = plot.left + (group + 0.5) * plot.pitch
            pen.centred(words, size, middle, baseline)
        _rule(pen, (left, top + row), (plot.right, top + row))
    foot = plot.low + len(lines) * row
    for group in range(plot.groups + 1):
        x = plot.left + group * plot.pitch
        _rule(pen, (x, plot.low), (x, foot))


def _show_head(
    pen: Pen, name: str, left: float, right: float, size: float, baseline: float
) -> None:
    """The head of a row, in smaller type where it is long."""
    words = pen.words(name)
    fitting = (right - left - _BESIDE_FIGURE) / max(pen.width(words, 1.0), 0.01)
    pen.drawing.words(words, min(size, fitting), left, baseline)


def _rule(pen: Pen, start: tuple[float, float], end: tuple[float, float]) -> None:
    pen.drawing.stroke(start, end, _LINE_WIDTH, shade=_LINE_SHADE)


def _head_width(pen: Pen, chart: Chart, width: float) -> float:
    """Points left of the bars for swatches and names of the series."""
    named = (pen.width(pen.words(one.name), _LARGEST_FIGURE) for one in chart.series)
    needed = SWATCH + BESIDE_SWATCH + max(named, default=0.0) + 2 * _BESIDE_FIGURE
    titled = pen.width(pen.words(chart.axis_label), _LARGEST_FIGURE) + _BESIDE_FIGURE
    return min(max(needed, titled, _SCALE_WIDTH), width * _HEAD_SHARE)


def _widest(pen: Pen, chart: Chart) -> float:
    """Width of the widest figure in em."""
    values = (value for series in chart.series for value in series.values if value is not None)
    return max((pen.width(pen.figure(value), 1.0) for value in values), default=0.0)


def _size_on_top(pen: Pen, chart: Chart, width: float) -> float:
    """Type size in which figures stand side by side on the bars."""
    bars = max(len(chart.categories), 1) * (max(len(chart.series), 1) + _GAP)
    return ((width - _SCALE_WIDTH) / bars - _BETWEEN) / (_widest(pen, chart) or 1.0)
