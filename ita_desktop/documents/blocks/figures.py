"""Charts and pictures. Charts are drawn as vectors and can be read in black and white."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ita_desktop.documents.blocks.texts import Source


class ChartKind(Enum):
    """How a chart shows its figures."""

    BARS = "bars"
    """One lying bar a category, its figure at the end."""
    COLUMNS = "columns"
    """Standing bars, one a series in each category, shaded from light to dark."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a chart, one a category; None where nothing is known."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """แผนภูมิ of scores from 0 to 100. ``height`` in millimetres, the width is the text's."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    height: float
    target: Decimal | None = None
    """A line to be reached, e.g. 85."""
    target_label: str = ""
    axis_label: str = ""
    """What the categories of standing bars are, e.g. ตัวชี้วัดที่."""
    thai_digits: bool = False
    """In which digits the renderer writes the scores and the scale."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """ภาพ: SHA-256 of a PNG or JPEG, and its caption."""

    picture: str
    caption: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class PhotoGrid:
    """ภาพหลักฐาน in a grid of ``columns`` by ``rows`` a page, each with its caption below."""

    photos: tuple[Photo, ...]
    columns: int
    rows: int
    source: Source | None = None
