"""What a renderer gives back: the bytes, what it could not print, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import Source
from ita_desktop.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a source stands: page from 0, top and bottom in points below the page's upper edge."""

    source: Source
    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: the very bytes for screen, disk and printer."""

    data: bytes
    pages: int
    """0 where whoever opens the file makes the pages."""
    findings: tuple[Finding, ...]
    anchors: tuple[Anchor, ...]
