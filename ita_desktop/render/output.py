"""What a renderer gives back: the bytes, what it could not print, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from ita_desktop.documents.blocks import Source
from ita_desktop.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a source stands: page from 0, top and bottom in points below the page's upper edge;
    left and right of its cell where it stands in a table."""

    source: Source
    page: int
    top: float
    bottom: float
    left: float = 0.0
    right: float = inf


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: the very bytes for screen, disk and printer."""

    data: bytes
    pages: int
    """0 where whoever opens the file makes the pages."""
    findings: tuple[Finding, ...]
    anchors: tuple[Anchor, ...]
