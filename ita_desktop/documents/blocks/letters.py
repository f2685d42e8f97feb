"""What official correspondence is made of: emblem, memo head, opinions, signatures; and the cover.

Lengths are millimetres, sizes points of TH Sarabun; the figures come from
:mod:`ita_desktop.documents.saraban`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks.texts import Source


@dataclass(frozen=True, slots=True)
class Cover:
    """ปก: title lines in the upper half, agency lines below, all centred on a page of its own."""

    title: tuple[str, ...]
    agency: tuple[str, ...]
    picture: str | None = None
    """SHA-256 of the office's picture (Garuda or seal), empty for its placeholder, None for no
    picture."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Emblem:
    """ตราครุฑ centred at the top of a page; ``picture`` is its SHA-256, empty for a placeholder of
    the exact size."""

    picture: str
    height: float
    space_after: float = 0.0
    """Points of white below."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One entry of a memo's head: a bold label, words behind it, a dotted line to fill the rest.

    Empty ``words`` leave the dotted line to be written on.
    """

    label: str
    words: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class MemoHead:
    """หัวบันทึกข้อความ: emblem at the left margin, the title centred, then the dotted head lines.

    ``lines`` are rows from top to bottom; the entries of a row share its width evenly.
    """

    picture: str
    """SHA-256 of the Garuda, empty for a placeholder of the exact size."""
    title: str
    lines: tuple[tuple[HeadLine, ...], ...]
    source: Source | None = None
    """Of the emblem; the entries have their own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """เส้นคั่น: a short dashed line, centred; ``width`` in millimetres."""

    width: float
    space_before: float = 0.0
    space_after: float = 0.0


@dataclass(frozen=True, slots=True)
class Signature:
    """ลงชื่อ: starts at the page centre; (name) and position lines centred under it, never torn."""

    name: str
    position: tuple[str, ...] = ()
    closing: str = ""
    """A line above the signature, e.g. the announcement's date line; empty for none."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OpinionBlock:
    """ความเห็น of one person up the chain: title, dotted lines to write on, (name), position.

    Never torn over two pages.
    """

    title: str
    lines: int
    name: str
    position: tuple[str, ...] = ()
    source: Source | None = None
