"""The bookmarks of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.render.pdf.file.metadata import speakable
from ita_desktop.render.pdf.file.structure import text_string


class Bookmark(NamedTuple):
    """A heading: level 0 is the outermost, ``up`` its top edge in points from the page's foot."""

    title: str
    level: int
    page: int
    up: float


def outline(bookmarks: Sequence[Bookmark], first: int, pages: Sequence[int]) -> Iterator[bytes]:
    """The outline as PDF objects numbered on from ``first``, its root before its entries.

    A level that skips one is drawn back to the level below the entry before it. All is open.
    """
    parents: list[int] = []
    kids: dict[int, list[int]] = {-1: []}
    open_: list[int] = []
    for at, bookmark in enumerate(bookmarks):
        del open_[max(bookmark.level, 0) :]
        parent = open_[-1] if open_ else -1
        parents.append(parent)
        kids[parent].append(at)
        kids[at] = []
        open_.append(at)
    inside = [0] * (len(bookmarks) + 1)
    for at in range(len(bookmarks) - 1, -1, -1):
        inside[parents[at]] += inside[at] + 1
    pairs = [pair for siblings in kids.values() for pair in pairwise(siblings)]
    after, before = dict(pairs), {later: earlier for earlier, later in pairs}
    number = [first + 1 + at for at in range(len(bookmarks))] + [first]
    yield b"<</Type/Outlines%b>>" % _family(kids[-1], inside[-1], number)
    for at, bookmark in enumerate(bookmarks):
        near = f"/Prev {number[before[at]]} 0 R" if at in before else ""
        near += f"/Next {number[after[at]]} 0 R" if at in after else ""
        title = text_string(speakable(bookmark.title) or "–")
        target = f"[{pages[bookmark.page]} 0 R/XYZ null {bookmark.up:.2f} null]"
        head = f"<</Title {title}/Parent {number[parents[at]]} 0 R/Dest{target}{near}"
        yield head.encode("ascii") + _family(kids[at], inside[at], number) + b">>"


def _family(kids: list[int], inside: int, number: list[int]) -> bytes:
    if not kids:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (number[kids[0]], number[kids[-1]], inside)
