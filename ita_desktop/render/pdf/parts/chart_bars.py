"""Lying bars, one a category, each with its figure at the end."""

from __future__ import annotations

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

_BESIDE_LABEL, _BESIDE_BAR = 6.0, 4.0
_SCALE_HEIGHT = 18.0
"""Points under the bars for the figures of the scale."""
_FIGURE_ROOM = 40.0
"""Points right of the scale for the figure of a full score."""
_WIDEST_LABEL = 0.35
_BAR_SHARE = 0.62
_THICKEST = 20.0


def draw_bars(pen: Pen, chart: Chart, box: Box) -> None:
    """Draw the bars of the first series, of several in groups, from top to bottom."""
    names = [pen.words(name) for name in chart.categories]
    widest = max((pen.width(name, LABEL_SIZE) for name in names), default=0.0)
    label = min(widest, box.width * _WIDEST_LABEL) + _BESIDE_LABEL
    plot = Box(
        box.x + label,
        box.y,
        max(box.width - label - _FIGURE_ROOM, 1.0),
        max(box.height - _SCALE_HEIGHT, 1.0),
    )
    low = plot.y + plot.height
    for step in STEPS:
        x = plot.x + plot.width * step / 100
        pen.grid((x, plot.y), (x, low), step)
        pen.centred(pen.words(pen.number(step)), AXIS_SIZE, x, low + _SCALE_HEIGHT * 0.7)
    pitch = plot.height / max(len(names), 1)
    count = max(len(chart.series), 1)
    thick = min(pitch * _BAR_SHARE / count, _THICKEST)
    figures = []
    for row, name in enumerate(names):
        middle = plot.y + (row + 0.5) * pitch
        size = LABEL_SIZE * min(1.0, (label - _BESIDE_LABEL) / max(pen.width(name, LABEL_SIZE), 1))
        x = plot.x - _BESIDE_LABEL - pen.width(name, size)
        pen.drawing.words(name, size, x, middle + size * FIGURE_HEIGHT / 2)
        for at, (series, shade) in enumerate(zip(chart.series, shades(count), strict=False)):
            value = series.values[row] if row < len(series.values) else None
            top = middle + (at - count / 2) * thick
            length = plot.width * share(value) if value is not None else 0.0
            if value is not None:
                pen.drawing.fill(Box(plot.x, top, length, thick), shade, outline=OUTLINE)
            figures.append((pen.figure(value), plot.x + length + _BESIDE_BAR, top + thick / 2))
    if chart.target is not None:
        x = plot.x + plot.width * share(chart.target)
        pen.target((x, plot.y), (x, low))
    size = min(LABEL_SIZE, thick / FIGURE_HEIGHT)
    for words, x, middle in figures:
        half = size * FIGURE_HEIGHT / 2
        pen.clear(Box(x - 2, middle - half - 2, pen.width(words, size) + 4, 2 * half + 4))
        pen.drawing.words(words, size, x, middle + half)
