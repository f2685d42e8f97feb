"""Where a page's text stands."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import BODY_SIZE, Orientation, PageNumbers, PageSetup
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Metrics

SHORT_EDGE, LONG_EDGE = saraban.SHORT_EDGE * POINTS_PER_MM, saraban.LONG_EDGE * POINTS_PER_MM
_LEAST_AREA = 36.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area of a page: points right of and below the upper left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """Width of a line."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half-way between the margins."""
        return (self.left + self.right) / 2


def sheet(setup: PageSetup) -> tuple[float, float]:
    """Width and height of the paper in points."""
    if setup.orientation is Orientation.LANDSCAPE:
        return LONG_EDGE, SHORT_EDGE
    return SHORT_EDGE, LONG_EDGE


def measure_of(setup: PageSetup) -> float:
    """Width of a line in points."""
    margins = (setup.left + setup.right) * POINTS_PER_MM
    return max(sheet(setup)[0] - margins, _LEAST_AREA)


def frame_of(setup: PageSetup, metrics: Metrics, *, numbered: bool, kept_free: int = 0) -> Frame:
    """The text area of a page that bears a number or none, so many lines at its foot kept free."""
    width, height = sheet(setup)
    top = setup.top * POINTS_PER_MM
    if numbered and setup.numbers is PageNumbers.TOP_CENTER:
        top = saraban.FIRST_BASELINE * POINTS_PER_MM - metrics.ascent * BODY_SIZE
    left = min(max(setup.left * POINTS_PER_MM, 0.0), width - _LEAST_AREA)
    right = max(width - setup.right * POINTS_PER_MM, left + _LEAST_AREA)
    bottom = height - setup.bottom * POINTS_PER_MM - kept_free * metrics.leading * BODY_SIZE
    return Frame(width, height, left, right, top, max(bottom, top + _LEAST_AREA))
