"""Signs of forms and lists that no Thai font has, drawn as outlines: ☐ ☑ ☒ ✓ ✗ ○ ● and others.

The figures are for a capital height of 700 units; the font scales them to its own capitals.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

Point = tuple[float, float]
Contour = tuple[tuple[Point, bool], ...]
"""Points in order, each with whether it lies on the curve (TrueType's quadratic outlines)."""


class Outline(NamedTuple):
    """Contours in the shape of a ``glyf`` entry: points, last point of each contour, flags."""

    points: tuple[Point, ...]
    ends: tuple[int, ...]
    flags: tuple[int, ...]


_STROKE = 60.0
_LOW, _HIGH, _LEFT, _RIGHT = -30.0, 670.0, 60.0, 760.0
_MIDDLE = ((_LEFT + _RIGHT) / 2, (_LOW + _HIGH) / 2)


def _polygon(*points: Point) -> Contour:
    return tuple((point, True) for point in points)


def _box(left: float, low: float, right: float, high: float, *, hole: bool = False) -> Contour:
    corners = [(left, low), (left, high), (right, high), (right, low)]
    return _polygon(*(reversed(corners) if hole else corners))


def _circle(radius: float, *, hole: bool = False) -> Contour:
    """Eight quadratic arcs: true to a thousandth of the radius."""
    x, y = _MIDDLE
    out = radius / math.cos(math.pi / 8)
    points = []
    for step in range(16):
        angle = -step * math.pi / 8
        reach = out if step % 2 else radius
        points.append(((x + reach * math.cos(angle), y + reach * math.sin(angle)), step % 2 == 0))
    return tuple(reversed(points)) if hole else tuple(points)


def _stroke(start: Point, end: Point, width: float = _STROKE) -> Contour:
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0)
    across, up = -(y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2
    return _polygon(
        (x0 + across, y0 + up),
        (x1 + across, y1 + up),
        (x1 - across, y1 - up),
        (x0 - across, y0 - up),
    )


def _frame() -> list[Contour]:
    inset = _STROKE
    return [
        _box(_LEFT, _LOW, _RIGHT, _HIGH),
        _box(_LEFT + inset, _LOW + inset, _RIGHT - inset, _HIGH - inset, hole=True),
    ]


def _ring() -> list[Contour]:
    return [_circle(350), _circle(350 - _STROKE, hole=True)]


def _tick() -> list[Contour]:
    return [
        _polygon(
            *((170, 330), (235, 385), (345, 235), (590, 610), (660, 565), (360, 85), (335, 85)),
        )
    ]


def _cross() -> list[Contour]:
    return [_stroke((210, 120), (610, 520), 80), _stroke((210, 520), (610, 120), 80)]


def _arrow() -> list[Contour]:
    return [_box(80, 290, 560, 350), _polygon((520, 480), (760, 320), (520, 160))]


SYMBOLS: dict[str, Callable[[], list[Contour]]] = {
    "☐": _frame,
    "□": _frame,
    "☑": lambda: _frame() + _tick(),
    "☒": lambda: _frame() + _cross(),
    "✓": _tick,
    "✔": _tick,
    "✗": _cross,
    "✘": _cross,
    "○": _ring,
    "◯": _ring,
    "●": lambda: [_circle(350)],
    "◉": lambda: [*_ring(), _circle(180)],
    "■": lambda: [_box(_LEFT, _LOW, _RIGHT, _HIGH)],
    "▪": lambda: [_box(260, 170, 560, 470)],
    "➢": _arrow,
    "→": _arrow,
    "\uf0a8": _frame,
    "\uf0fe": lambda: _frame() + _cross(),
    "\uf052": lambda: _frame() + _tick(),
    "\uf0fc": _tick,
}
"""The drawn signs. The last four are the boxes and ticks of Wingdings, as Word writes them."""


def _substitute() -> list[Contour]:
    """A black diamond: here stood what no font can show. Never printed without a finding."""
    return [
        _polygon((10, 320), (410, 720), (810, 320), (410, -80)),
        _polygon((380, 270), (440, 270), (460, 560), (360, 560)),
        _box(375, 110, 445, 190, hole=True),
    ]


@lru_cache(maxsize=1024)
def draw_symbol(character: str) -> tuple[Outline, float]:
    """The outline and advance (units) of a sign; of any other character the black diamond."""
    contours = SYMBOLS.get(character, _substitute)()
    points = tuple(point for contour in contours for point, _ in contour)
    flags = tuple(int(on_curve) for contour in contours for _, on_curve in contour)
    ends, total = [], 0
    for contour in contours:
        total += len(contour)
        ends.append(total - 1)
    return Outline(points, tuple(ends), flags), 820.0
