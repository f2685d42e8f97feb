"""A font that prints Thai clusters as HarfBuzz shapes them, and lets the text be read back.

ReportLab knows it as a font of two-byte codes. The codes of :meth:`ClusterFont.shape` hold for as
long as the font does, so measured words outlive a document. A document gets numbers of its own, in
the order of drawing, from :meth:`ClusterFont.in_document`: it embeds what it uses and nothing
else, and its bytes do not depend on what was printed before it.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from ita_desktop.render.pdf.font_embedding import embed
from ita_desktop.render.pdf.font_files import FontFile, Piece

_KEPT_WORDS = 200_000
_MOST_CODES = 0xD000
"""Below the surrogates, so that codes can pass through a string of 16-bit characters."""


class Shaped(NamedTuple):
    """A word in print: width in 1/1000 em, two bytes a code, and how many clusters it has."""

    width: float
    codes: bytes
    clusters: int


class _DocumentCodes(dict[int, int]):
    """The font's codes → the document's, numbered from 1 in the order of drawing."""

    def __missing__(self, code: int) -> int:
        number = self[code] = len(self) + 1
        return number


class _Written(dict[bytes, str]):
    """The font's codes → the document's, as they stand in a string of a content stream.

    A literal string is half as long as a hexadecimal one. Words come back, so each is kept.
    """

    def __init__(self, used: _DocumentCodes) -> None:
        super().__init__()
        self._used = used

    def __missing__(self, codes: bytes) -> str:
        written = codes.decode("utf-16-be").translate(self._used).encode("utf-16-be")
        for special in (b"\\", b"(", b")"):
            written = written.replace(special, b"\\" + special)
        text = self[codes] = written.replace(b"\r", b"\\r").decode("latin-1")
        return text


class FontInDocument:
    """A font as one document uses it."""

    def __init__(self, name: str) -> None:
        self.name = name
        """The name for ``Tf`` with its slash: ``/F2``."""
        self.used = _DocumentCodes()
        self.written = _Written(self.used)
        """Codes of :meth:`ClusterFont.shape` → what stands between ``(`` and ``)``."""

    def encode(self, codes: bytes) -> bytes:
        """Codes of :meth:`ClusterFont.shape` as this document writes them, two bytes each."""
        return codes.decode("utf-16-be").translate(self.used).encode("utf-16-be")


class _Face:
    """What ReportLab asks of a font's face; heights in 1/1000 em."""

    def __init__(self, name: str, file: FontFile) -> None:
        self.name = name.encode()
        self.familyName = name
        self.subfontNameX = b""
        self.ascent = file.ascent * 1000
        self.descent = file.descent * 1000
        self.bold = int(file.bold)
        self.italic = int(file.italic_angle != 0)


class ClusterFont:
    """One font file at one scale, with ReportLab's font interface.

    ``scale`` is the size of its letters against the office's point size: at 1/1.5 the file's own
    24 points print as 16. Heights are in em of the office's size, widths in 1/1000 of it.
    """

    _multiByte = 1
    _dynamicFont = 1
    shapable = False
    encoding = None

    def __init__(self, name: str, file_name: str, scale: float, line_height: float) -> None:
        self.fontName = name
        self.file = FontFile(file_name, scale)
        self.face = _Face(name, self.file)
        self.ascent: float = self.file.ascent
        """Height above the baseline that no ink exceeds."""
        self.descent: float = self.file.descent
        """Depth below the baseline (negative)."""
        self.line_height = line_height
        """Distance of baselines at single spacing."""
        self._pieces: list[Piece] = []
        self._codes: dict[Piece, int] = {}
        self._words: dict[str, Shaped] = {}
        self._documents: WeakKeyDictionary[Any, FontInDocument] = WeakKeyDictionary()

    def shape(self, text: str) -> Shaped:
        """The text in print. Remembered: words come back."""
        known = self._words.get(text)
        if known is None:
            if len(self._words) >= _KEPT_WORDS:
                self._words.clear()
            known = self._words[text] = self._shape(text)
        return known

    def _shape(self, text: str) -> Shaped:
        out = bytearray()
        width = 0
        clusters = 0
        for piece, begins in self.file.pieces(text):
            out += self._code(piece).to_bytes(2, "big")
            width += self.file.per_mille(piece.advance)
            clusters += begins
        return Shaped(float(width), bytes(out), clusters)

    def _code(self, piece: Piece) -> int:
        code = self._codes.get(piece)
        if code is None:
            if len(self._pieces) >= _MOST_CODES:
                raise OverflowError(f"{self.fontName} has no code left for {piece.text!r}")
            code = self._codes[piece] = len(self._pieces)
            self._pieces.append(piece)
        return code

    def text_of(self, code: int) -> str:
        """The characters a code stands for: a base letter, its marks, or ำ."""
        return self._pieces[code].text

    def advance(self, code: int) -> float:
        """How far a code moves the pen, in 1/1000 em. Marks do not move it."""
        return self.file.per_mille(self._pieces[code].advance)

    def has(self, character: str) -> bool:
        """Whether the font shows this character, be it as a drawn symbol."""
        return self.file.knows(character)

    def in_document(self, doc: Any) -> FontInDocument:
        """This font in a ReportLab document (``canvas._doc``), entered there at first use."""
        known = self._documents.get(doc)
        if known is None:
            known = FontInDocument(f"/F{len(doc.fontMapping) + 1}")
            self._documents[doc] = known
            doc.fontMapping[self.fontName] = known.name
            doc.delayedFonts.append(self)
        return known

    # What ReportLab calls.

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf-8") -> float:
        """Width in points at a size in points."""
        return self.shape(_decoded(text, encoding)).width * size / 1000

    def splitString(
        self, text: str | bytes, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The document's codes for a text, as one stretch."""
        shaped = self.shape(_decoded(text, encoding))
        return [(0, self.in_document(doc).encode(shaped.codes))] if shaped.codes else []

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: ARG002
        """The font's name in the document. There is only the one subset."""
        return self.in_document(doc).name

    def addObjects(self, doc: Any) -> None:
        """Write the font into the document, when ReportLab finishes it."""
        used = self._documents.pop(doc)
        pieces = [self._pieces[code] for code in used.used]
        embed(doc, used.name[1:], self.file, pieces)


def _decoded(text: str | bytes, encoding: str) -> str:
    return text.decode(encoding) if isinstance(text, bytes) else text
