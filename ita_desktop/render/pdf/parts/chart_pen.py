"""What all charts draw with: words and figures, the scale from 0 to 100, the line to be reached."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.render.pdf.figure_ink import Box, FigureInk
from ita_desktop.render.pdf.lines import words_width
from ita_desktop.render.pdf.paragraph import Setter
from ita_desktop.render.pdf.words import Word, clean
from ita_desktop.thai.digits import to_thai

FULL = Decimal(100)
STEPS = (0, 20, 40, 60, 80, 100)
"""Scores at which the scale is marked."""
AXIS_SIZE, LABEL_SIZE = 12.0, 14.0
OUTLINE = 0.4
SWATCH, BESIDE_SWATCH = 9.0, 5.0
"""Points of a legend's square, and between it and its words."""
_GRID_WIDTH, _GRID_SHADE = 0.4, 0.8
_AXIS_WIDTH = 0.7
TARGET_WIDTH, TARGET_DASHES = 1.0, (4.0, 2.5)
_CASING = 0.5
"""White on either side of the line to be reached, so that it shows on dark bars."""
_LIGHTEST, _DARKEST, _ONLY = 0.94, 0.16, 0.62
FIGURE_HEIGHT = 0.48
"""Height of a digit in em."""


def shades(count: int) -> tuple[float, ...]:
    """Shades of so many series, from light to dark in even steps."""
    if count < 2:
        return (_ONLY,) * count
    step = (_LIGHTEST - _DARKEST) / (count - 1)
    return tuple(round(_LIGHTEST - step * at, 3) for at in range(count))


class Pen:
    """Draws on one drawing with one typeface and one kind of digits."""

    def __init__(self, drawing: FigureInk, setter: Setter, thai_digits: bool) -> None:
        self.drawing = drawing
        self.setter = setter
        self._thai_digits = thai_digits

    def words(self, text: str, *, bold: bool = False) -> tuple[Word, ...]:
        """Measured words of one line."""
        return self.setter.measurer.plain(" ".join(clean(text).split()), bold)

    def number(self, value: Decimal | int) -> str:
        """A number of the scale: no decimals that say nothing."""
        return self.digits(f"{Decimal(value).normalize():f}")

    def figure(self, value: Decimal | None) -> tuple[Word, ...]:
        """A score with two decimals; a dash where nothing is known."""
        return self.words("-" if value is None else self.digits(f"{value:.2f}"))

    def digits(self, text: str) -> str:
        """The text in the document's digits."""
        return to_thai(text) if self._thai_digits else text

    @staticmethod
    def width(words: tuple[Word, ...], size: float) -> float:
        """Points that words take."""
        return words_width(words) * size / 1000

    def centred(self, words: tuple[Word, ...], size: float, x: float, baseline: float) -> None:
        """Words with their middle at ``x``."""
        self.drawing.words(words, size, x - self.width(words, size) / 2, baseline)

    def swatch(self, x: float, baseline: float, shade: float) -> None:
        """The square of a series, at the height of its name."""
        self.drawing.fill(Box(x, baseline - SWATCH * 0.8, SWATCH, SWATCH), shade, outline=OUTLINE)

    def grid(self, start: tuple[float, float], end: tuple[float, float], step: int) -> None:
        """The line of a step of the scale, that of zero being the axis."""
        if step:
            self.drawing.stroke(start, end, _GRID_WIDTH, shade=_GRID_SHADE)
        else:
            self.drawing.stroke(start, end, _AXIS_WIDTH)

    def target(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """The line to be reached."""
        width = TARGET_WIDTH + 2 * _CASING
        self.drawing.stroke(start, end, width, shade=1.0)
        self.drawing.stroke(start, end, TARGET_WIDTH, dashes=TARGET_DASHES)

    def clear(self, box: Box) -> None:
        """White behind words."""
        self.drawing.fill(box, 1.0)


def share(value: Decimal) -> float:
    """How far up the scale a score lies, 0 to 1."""
    return float(min(max(value, Decimal(0)), FULL) / FULL)
