"""A TrueType file with the tables that a PDF needs, and no others: no hinting, names or dates."""

from __future__ import annotations

import struct
from collections.abc import Sequence


def write_truetype(
    *,
    outlines: Sequence[tuple[bytes, int]],
    advances: Sequence[int],
    units: int,
    box: tuple[int, int, int, int],
    ascent: int,
    descent: int,
) -> bytes:
    """A font of compiled ``glyf`` entries, each with its left edge, and their advances.

    All figures are in font units, ``units`` to the em. Glyph 0 comes first.
    """
    offsets = [0]
    most_points, most_contours = 0, 0
    for data, _ in outlines:
        offsets.append(offsets[-1] + len(data))
        if data:
            (contours,) = struct.unpack_from(">h", data)
            (last,) = struct.unpack_from(">H", data, 10 + 2 * (contours - 1))
            most_points = max(most_points, last + 1)
            most_contours = max(most_contours, contours)
    metrics = (
        struct.pack(">Hh", advance, left)
        for advance, (_, left) in zip(advances, outlines, strict=True)
    )
    count = len(outlines)
    limits = (most_points, most_contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    return _assemble(
        {
            b"glyf": b"".join(data for data, _ in outlines) or b"\0\0\0\0",
            b"head": struct.pack(
                ">IIIIHHqqhhhhHHhhh",
                *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0x0003, units, 0, 0),
                *(*box, 0, 8, 2, 1, 0),
            ),
            b"hhea": struct.pack(
                ">IhhhHhhhhhh8xhH",
                *(0x00010000, ascent, descent, 0, max(advances), 0, 0, box[2], 1, 0, 0, 0, count),
            ),
            b"hmtx": b"".join(metrics),
            b"loca": struct.pack(f">{count + 1}I", *offsets),
            b"maxp": struct.pack(">IH13H", 0x00010000, count, *limits),
        }
    )


def _assemble(tables: dict[bytes, bytes]) -> bytes:
    """An sfnt file of these tables, with its check sums."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    start = struct.pack(">IHHHH", 0x00010000, count, search, power, 16 * count - search)
    place = 12 + 16 * count
    directory, body = bytearray(), bytearray()
    head = 0
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        if tag == b"head":
            head = place + len(body)
        directory += struct.pack(">4sIII", tag, _checksum(padded), place + len(body), len(data))
        body += padded
    font = bytearray(start + directory + body)
    adjustment = (0xB1B0AFBA - _checksum(bytes(font))) & 0xFFFFFFFF
    struct.pack_into(">I", font, head + 8, adjustment)
    return bytes(font)


def _checksum(data: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(data) // 4}I", data))
    return total & 0xFFFFFFFF
