"""Standing bars in groups, one shade a series, each with its figure on top."""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.documents.blocks import Chart
from ita_desktop.render.pdf.figure_ink import Box
from ita_desktop.render.pdf.parts.chart_pen import (
    AXIS_SIZE,
    FIGURE_HEIGHT,
    LABEL_SIZE,
    OUTLINE,
    STEPS,
    Pen,
    shades,
    share,
)
from ita_desktop.render.pdf.words import Word

_SCALE_WIDTH = 24.0
"""Points left of the bars for the figures of the scale."""
_BESIDE_SCALE = 5.0
_LEAST_FIGURE, _LARGEST_STANDING, _LARGEST_FIGURE = 5.0, 12.5, 14.0
_OVER_BAR = 3.0
"""Points between a bar and its figure."""
_GAP = 0.7
"""White between groups, in bars."""
_UNDER_AXIS = 3.0
_MOST_LABEL = 0.3
"""Share of the height that the names of the groups take, at most."""


class _Figure(NamedTuple):
    words: tuple[Word, ...]
    middle: float
    top: float
    """Of its bar."""


def draw_columns(pen: Pen, chart: Chart, box: Box) -> None:
    """Draw the groups from left to right."""
    groups, count = max(len(chart.categories), 1), max(len(chart.series), 1)
    left = box.x + _SCALE_WIDTH
    across = box.x + box.width - left
    pitch = across / groups
    thick = pitch / (count + _GAP)
    all_figures = [pen.figure(v) for series in chart.series for v in series.values if v is not None]
    widest = max((pen.width(words, 1.0) for words in all_figures), default=0.0)
    size, lying = _figure_size(widest, thick)
    names = [pen.setter.centred((name,), pitch, LABEL_SIZE) for name in chart.categories]
    named = min(max((name.height() for name in names), default=0.0), box.height * _MOST_LABEL)
    axis = pen.words(chart.axis_label)
    titled = pen.setter.leading(LABEL_SIZE) if axis else 0.0
    over = (size if lying else widest * size) + 2 * _OVER_BAR
    low = box.y + box.height - named - titled - _UNDER_AXIS
    height = max(low - box.y - over, 1.0)
    for step in STEPS:
        y = low - height * step / 100
        pen.grid((left, y), (left + across, y), step)
        words = pen.words(pen.number(step))
        x = left - _BESIDE_SCALE - pen.width(words, AXIS_SIZE)
        pen.drawing.words(words, AXIS_SIZE, x, y + AXIS_SIZE * FIGURE_HEIGHT / 2)
    figures: list[_Figure] = []
    for group, name in enumerate(names):
        start = left + group * pitch + thick * _GAP / 2
        for line in name.lines[: name.fit(0, named)]:
            pen.drawing.line(line, left + group * pitch, low + _UNDER_AXIS)
        for at, (series, shade) in enumerate(zip(chart.series, shades(count), strict=False)):
            value = series.values[group] if group < len(series.values) else None
            if value is None:
                continue
            tall = height * share(value)
            bar = Box(start + at * thick, low - tall, thick, tall)
            pen.drawing.fill(bar, shade, outline=OUTLINE)
            figures.append(_Figure(pen.figure(value), bar.x + thick / 2, bar.y))
    pen.grid((left, low), (left + across, low), 0)
    if axis:
        baseline = low + _UNDER_AXIS + named + titled * 0.75
        pen.centred(axis, LABEL_SIZE, left + across / 2, baseline)
    if chart.target is not None:
        y = low - height * share(chart.target)
        pen.target((left, y), (left + across, y))
    for figure in figures:
        _show_figure(pen, figure, size, lying=lying)


def _figure_size(widest: float, thick: float) -> tuple[float, bool]:
    """Type size of the figures, and whether they lie: they stand up where bars are narrow."""
    size = min(_LARGEST_FIGURE, (thick - 2.0) / widest) if widest else _LARGEST_FIGURE
    if size >= AXIS_SIZE:
        return size, True
    return max(min(_LARGEST_STANDING, (thick - 0.8) / FIGURE_HEIGHT), _LEAST_FIGURE), False


def _show_figure(pen: Pen, figure: _Figure, size: float, *, lying: bool) -> None:
    long, high = pen.width(figure.words, size), size * FIGURE_HEIGHT
    foot = figure.top - _OVER_BAR
    if lying:
        pen.clear(Box(figure.middle - long / 2 - 1, foot - high - 1, long + 2, high + 2))
        pen.centred(figure.words, size, figure.middle, foot)
        return
    pen.clear(Box(figure.middle - high / 2, foot - long - 1, high, long + 2))
    pen.drawing.upward(figure.words, size, figure.middle + high / 2, foot)
