"""One TrueType file: its clusters shaped by HarfBuzz, its outlines, and small fonts cut from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ita_desktop.render.pdf.symbols import SYMBOLS, draw_symbol
from ita_desktop.render.pdf.truetype import write_truetype
from ita_desktop.resources import resource_path

SYMBOL_IDS = 0x10000
"""Glyph ids from here up are ours: the code point of a drawn symbol is added to it."""

SARA_AM = "\u0e33"
_RUNS = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")


class Placed(NamedTuple):
    """A glyph and where it stands from the pen, in font units."""

    glyph: int
    x: int
    y: int


class Piece(NamedTuple):
    """What one code of the PDF stands for: glyphs, the way the pen goes (units), and the text."""

    glyphs: tuple[Placed, ...]
    advance: int
    text: str


class FontFile:
    """A font file under ``resources/fonts/``.

    ``units`` is the size of its em after scaling: a file whose letters are half as large again as
    those of TH Sarabun at the same size has an em half as large again.
    """

    def __init__(self, file_name: str, scale: float) -> None:
        import uharfbuzz as hb
        from fontTools.ttLib import TTFont

        path = str(resource_path("fonts", file_name))
        self._harfbuzz = hb
        face = hb.Face(hb.Blob.from_file_path(path))
        self._font = hb.Font(face)
        self._source = TTFont(path, lazy=True)
        self._outlines = self._source["glyf"]
        self._order = self._source.getGlyphOrder()
        self._compiled: dict[tuple[Placed, ...], tuple[bytes, int]] = {}
        self.own_units: int = face.upem
        self.units: int = round(face.upem / scale)
        self.characters = frozenset(self._source.getBestCmap())
        header, lines = self._source["head"], self._source["hhea"]
        metrics, post = self._source["OS/2"], self._source["post"]
        # Marks of Thai reach beyond hhea in some files: the Windows metrics hold all ink.
        self.ascent: float = max(lines.ascent, metrics.usWinAscent) / self.units
        self.descent: float = -max(-lines.descent, metrics.usWinDescent) / self.units
        self.line_gap: float = lines.lineGap / self.units
        self.cap_height: float = metrics.sCapHeight / self.units
        self.italic_angle = round(post.italicAngle)
        self.bold = bool(metrics.usWeightClass >= 600)
        self.postscript_name = str(self._source["name"].getDebugName(6))
        self.box = (header.xMin, header.yMin, header.xMax, header.yMax)

    def per_mille(self, units: int) -> int:
        """Font units in 1/1000 em, whole: PDFium cuts off what a width has behind the point."""
        return round(units * 1000 / self.units)

    def pieces(self, text: str) -> Iterator[tuple[Piece, bool]]:
        """The text as pieces in printing order, each with whether it begins a cluster.

        A Thai cluster is its base, then all marks above and below in one piece without advance,
        then the ำ. That is what every text extractor puts back in the order of writing.
        """
        for match in _RUNS.finditer(text):
            run = match.group()
            yield from self._shaped(run, thai="\u0e00" <= run[0] <= "\u0e7f")

    def _shaped(self, run: str, thai: bool) -> Iterator[tuple[Piece, bool]]:
        hb = self._harfbuzz
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(run)
        buffer.direction = "ltr"
        buffer.script, buffer.language = ("Thai", "th") if thai else ("Latn", "en")
        hb.shape(self._font, buffer, {"kern": True, "liga": thai})
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        count = len(infos)
        start = 0
        while start < count:
            first = infos[start].cluster
            end = start
            pen = 0
            glyphs: list[Placed] = []
            advances: list[int] = []
            while end < count and infos[end].cluster == first:
                place = positions[end]
                glyphs.append(Placed(infos[end].codepoint, pen + place.x_offset, place.y_offset))
                advances.append(place.x_advance)
                pen += place.x_advance
                end += 1
            written = run[first : infos[end].cluster if end < count else len(run)]
            start = end
            yield from self._cluster(glyphs, advances, written, thai)

    def _cluster(
        self, glyphs: list[Placed], advances: list[int], written: str, thai: bool
    ) -> Iterator[tuple[Piece, bool]]:
        if any(glyph.glyph == 0 for glyph in glyphs):
            # Not in this file: each character by itself, as a drawn symbol or a black diamond.
            for character in written:
                yield self._symbol(character), True
            return
        whole = sum(advances)
        if len(written) == 1 or not thai or len(glyphs) == 1:
            yield Piece(tuple(glyphs), whole, written), True
            return
        step = advances[0]
        am = written[-1] == SARA_AM
        marks, tail = (glyphs[1:-1], glyphs[-1:]) if am else (glyphs[1:], [])
        mark_text = written[1:-1] if am else written[1:]
        yield Piece((glyphs[0],), step, written[0]), True
        above = tuple(Placed(glyph, x - step, y) for glyph, x, y in marks)
        end = tuple(Placed(glyph, x - step, y) for glyph, x, y in tail)
        if not am:
            yield Piece(above, whole - step, mark_text), False
            return
        if mark_text:
            yield Piece(above, 0, mark_text), False
        else:
            end = above + end
        yield Piece(end, whole - step, SARA_AM), False

    def _symbol(self, character: str) -> Piece:
        glyph = SYMBOL_IDS + ord(character)
        _, advance = draw_symbol(character)
        return Piece((Placed(glyph, 0, 0),), round(advance * self._symbol_scale), character)

    @property
    def _symbol_scale(self) -> float:
        """Symbols are drawn for a capital height of 700 units."""
        return float(self.cap_height * self.units / 700)

    def outline(self, glyphs: tuple[Placed, ...]) -> tuple[bytes, int]:
        """A ``glyf`` entry of these glyphs together, and its left edge (units)."""
        known = self._compiled.get(glyphs)
        if known is None:
            known = self._compiled[glyphs] = self._compile(glyphs)
        return known

    def _compile(self, glyphs: tuple[Placed, ...]) -> tuple[bytes, int]:
        from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
        from fontTools.ttLib.tables.ttProgram import Program

        points: list[tuple[float, float]] = []
        ends: list[int] = []
        flags = bytearray()
        for placed in glyphs:
            coordinates, its_ends, its_flags = self._contours(placed.glyph)
            ends.extend(len(points) + end for end in its_ends)
            points.extend((x + placed.x, y + placed.y) for x, y in coordinates)
            flags.extend(its_flags)
        if not points:
            return b"", 0
        glyph: Any = Glyph()
        glyph.numberOfContours = len(ends)
        glyph.endPtsOfContours = ends
        glyph.coordinates = GlyphCoordinates(points)
        glyph.coordinates.toInt()
        glyph.flags = flags
        glyph.program = Program()
        glyph.program.fromBytecode(b"")
        glyph.recalcBounds(None)
        data: bytes = glyph.compile(None, recalcBBoxes=False)
        return data + b"\0" * (-len(data) % 4), int(glyph.xMin)

    def _contours(self, glyph: int) -> tuple[Sequence[tuple[float, float]], Sequence[int], bytes]:
        if glyph >= SYMBOL_IDS:
            drawn, _ = draw_symbol(chr(glyph - SYMBOL_IDS))
            scale = self._symbol_scale
            points = [(x * scale, y * scale) for x, y in drawn.points]
            return points, drawn.ends, bytes(drawn.flags)
        outline = self._outlines[self._order[glyph]]
        coordinates, ends, flags = outline.getCoordinates(self._outlines)
        return coordinates, ends, bytes(flags)

    def knows(self, character: str) -> bool:
        """Whether the file or our drawn symbols have this character."""
        return ord(character) in self.characters or character in SYMBOLS

    def cut(self, pieces: Sequence[Piece]) -> bytes:
        """A TrueType font whose glyph 1, 2, … are these pieces; always the same bytes."""
        return write_truetype(
            outlines=[(b"", 0), *(self.outline(piece.glyphs) for piece in pieces)],
            advances=[0, *(max(piece.advance, 0) for piece in pieces)],
            units=self.units,
            box=self.box,
            ascent=round(self.ascent * self.units),
            descent=round(self.descent * self.units),
        )
