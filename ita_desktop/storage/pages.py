"""The pages of a SQLite file read one by one, whatever state the others are in.

SQLite gives up on a table at its first damaged page. This reader follows the file format itself
(https://www.sqlite.org/fileformat2.html), reads every row that is still there, and is never led
round in circles: each page is read once. Texts are UTF-8, as in every office file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | bytes | None

HEADER = b"SQLite format 3\x00"
TABLE_LEAF, TABLE_NODE, INDEX_LEAF, INDEX_NODE = 0x0D, 0x05, 0x0A, 0x02
KINDS = (TABLE_LEAF, TABLE_NODE, INDEX_LEAF, INDEX_NODE)

_USUAL_SIZE = 4096
_LARGEST_PAYLOAD = 200_000_000
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table or one entry of an index. ``broken`` are the places of values that were
    cut short or are no text: as much as is there stands in ``values``."""

    rowid: int
    values: tuple[Value, ...]
    broken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Tree:
    """What could be reached from a table's or index's root: pages with rows, and how many pages
    below it are unreadable."""

    leaves: tuple[int, ...]
    nodes: tuple[int, ...]
    unreadable: int


class PagedFile:
    """The bytes of a file as numbered pages, from 1."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        said = int.from_bytes(data[16:18], "big")
        sizes = {said if said in (512, 1024, 2048, 4096, 8192, 16384, 32768) else _USUAL_SIZE}
        self.size = max((*sizes, _USUAL_SIZE), key=self._sensible_pages)
        self.count = -(-len(data) // self.size)
        """How many pages there are; fewer than the file says where it was cut short."""
        self._overflow: set[int] = set()

    def kind(self, number: int) -> int:
        """The kind of a page; 0 where there is no such page."""
        start = self._start(number)
        return self.data[start] if 1 <= number <= self.count and start < len(self.data) else 0

    def tree(self, root: int) -> Tree:
        """Follow a table or an index down from its root."""
        leaves: list[int] = []
        nodes: list[int] = []
        unreadable = 0
        waiting, seen = [root], {root}
        while waiting:
            number = waiting.pop()
            kind = self.kind(number)
            if kind in (TABLE_LEAF, INDEX_LEAF):
                leaves.append(number)
            elif kind in (TABLE_NODE, INDEX_NODE):
                nodes.append(number)
                fresh = [child for child in self._children(number) if child not in seen]
                seen.update(fresh)
                waiting += reversed(fresh)
            else:
                unreadable += 1
        return Tree(tuple(leaves), tuple(nodes), unreadable)

    def cells(self, number: int) -> Iterator[Cell | None]:
        """The rows or entries of a page; None for each that cannot be read."""
        kind = self.kind(number)
        for place in self._places(number):
            try:
                yield self._cell(number, kind, place)
            except (IndexError, ValueError, OverflowError):
                yield None

    @property
    def cut_off(self) -> int:
        """How many pages are missing at the end, as far as the file says so."""
        said = int.from_bytes(self.data[28:32], "big") if self.data.startswith(HEADER) else 0
        return max(0, min(said, 2 * self.count + 1000) - self.count)

    @property
    def overflow(self) -> frozenset[int]:
        """The pages that long values of the cells read so far run over into."""
        return frozenset(self._overflow)

    def free(self) -> frozenset[int]:
        """The pages that hold nothing any more, as far as the file says so."""
        found: set[int] = set()
        trunk = int.from_bytes(self.data[32:36], "big") if self.data.startswith(HEADER) else 0
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            start = (trunk - 1) * self.size
            words = [
                int.from_bytes(self.data[at : at + 4], "big")
                for at in range(start, start + self.size, 4)
            ]
            if len(words) < 2 or words[1] > len(words) - 2:
                break
            found.update(words[2 : 2 + words[1]])
            trunk = words[0]
        return frozenset(found)

    def _sensible_pages(self, size: int) -> int:
        return sum(self.data[at] in KINDS for at in range(size, len(self.data), size)) * size

    def _start(self, number: int) -> int:
        """Where a page's own header begins: the first comes behind that of the file."""
        return (number - 1) * self.size + (100 if number == 1 else 0)

    def _places(self, number: int) -> list[int]:
        """Where the cells of a page begin, in the file."""
        start = self._start(number)
        first = start + (12 if self.kind(number) in (TABLE_NODE, INDEX_NODE) else 8)
        count = int.from_bytes(self.data[start + 3 : start + 5], "big")
        count = min(count, (self.size - 8) // 2)
        base = (number - 1) * self.size
        pointers = [
            int.from_bytes(self.data[at : at + 2], "big")
            for at in range(first, first + 2 * count, 2)
        ]
        return [base + pointer for pointer in pointers if 0 < pointer < self.size]

    def _children(self, number: int) -> list[int]:
        start = self._start(number)
        places = (*self._places(number), start + 8)
        children = (int.from_bytes(self.data[at : at + 4], "big") for at in places)
        return [child for child in children if child > 1]

    def _cell(self, number: int, kind: int, place: int) -> Cell:
        at = place + (4 if kind == INDEX_NODE else 0)
        length, at = self._varint(at)
        rowid = 0
        if kind == TABLE_LEAF:
            rowid, at = self._varint(at)
        if length > _LARGEST_PAYLOAD:
            raise ValueError("no row is that long")
        payload = self._payload(at, length, (number - 1) * self.size + self.size, kind)
        values, broken = _record(payload)
        return Cell(rowid - (1 << 64) if rowid >> 63 else rowid, values, broken)

    def _payload(self, at: int, length: int, end: int, kind: int) -> bytes:
        """A row's bytes, gathered from its page and those it runs over into, as far as they go."""
        usable = self.size
        least = (usable - 12) * 32 // 255 - 23
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return self.data[at : min(at + length, end)]
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        parts = [self.data[at : at + local]]
        left = length - local
        following = int.from_bytes(self.data[at + local : at + local + 4], "big")
        seen: set[int] = set()
        while left > 0 and 1 < following <= self.count and following not in seen:
            seen.add(following)
            start = (following - 1) * self.size
            parts.append(self.data[start + 4 : start + 4 + min(left, usable - 4)])
            left -= len(parts[-1])
            following = int.from_bytes(self.data[start : start + 4], "big")
        self._overflow |= seen
        return b"".join(parts)

    def _varint(self, at: int) -> tuple[int, int]:
        return _varint(self.data, at)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    return value << 8 | data[at + 8], at + 9


def _record(payload: bytes) -> tuple[tuple[Value, ...], frozenset[int]]:
    """A row's values and the places of broken ones. Raises IndexError or ValueError."""
    header, at = _varint(payload, 0)
    if not at <= header <= len(payload):
        raise ValueError("the row's header is cut short")
    kinds: list[int] = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    broken: set[int] = set()
    for place, kind in enumerate(kinds):
        value, at, whole = _value(payload, at, kind)
        values.append(value)
        if not whole:
            broken.add(place)
    return tuple(values), frozenset(broken)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int, bool]:
    """One value by its serial type, where it ends, and whether it is whole."""
    if kind == 0:
        return None, at, True
    if kind in (8, 9):
        return kind - 8, at, True
    if kind in (10, 11):
        raise ValueError("no such kind of value")
    if kind >= 12:
        end = at + (kind - 12) // 2
        data = payload[at:end]
        if kind % 2 == 0:
            return data, end, len(data) == end - at
        try:
            return data.decode(), end, len(data) == end - at
        except UnicodeDecodeError:
            return data.decode(errors="replace"), end, False
    end = at + (8 if kind == 7 else _INTEGER_BYTES[kind])
    data = payload[at:end]
    return int.from_bytes(data, "big", signed=True), end, len(data) == end - at and kind != 7
