"""Pages and what shapes them: set-up, breaks, white, contents. Lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Orientation(Enum):
    """แนวกระดาษ"""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """ขึ้นหน้าใหม่"""


@dataclass(frozen=True, slots=True)
class Space:
    """White of a height in points; dropped at the top of a page."""

    points: float


@dataclass(frozen=True, slots=True)
class Contents:
    """สารบัญ: every part of the document (:attr:`Section.part`) with the page it begins on."""

    title: str


class PageNumbers(Enum):
    """Where page numbers (``- ๒ -``) stand.

    ``TOP_CENTER`` is that of correspondence: centred, baseline 30 mm below the top edge, and the
    first line of text then has its baseline 42 mm below the edge. ``IN_MARGIN`` is for reports:
    centred in the top margin, baseline 15 mm below the edge, the text area unchanged. Neither
    stands on the first page of the document.
    """

    NONE = "none"
    TOP_CENTER = "top-center"
    IN_MARGIN = "in-margin"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A4 page: orientation and margins in millimetres (left, right, top, bottom)."""

    orientation: Orientation = Orientation.PORTRAIT
    left: float = 30.0
    right: float = 20.0
    top: float = 25.0
    bottom: float = 20.0
    numbers: PageNumbers = PageNumbers.TOP_CENTER
    catch_words: bool = False
    """Whether a page whose text goes on says so at its foot: ``/ความเห็นปลัด...``."""
