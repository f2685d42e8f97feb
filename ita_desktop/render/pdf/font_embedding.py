"""A font as a PDF holds it: Type 0, Identity-H, a cut of the file, widths, and what codes mean.

Nothing here takes a name or a number from the clock or from chance: the same pieces give the same
bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from ita_desktop.render.pdf.font_files import FontFile, Piece

_SYMBOLIC = 4
_ITALIC = 64

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{entries}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_ENTRIES_A_BLOCK = 100
"""A CMap block may hold no more."""


def embed(doc: Any, name: str, file: FontFile, pieces: Sequence[Piece]) -> None:
    """Write a font into a ReportLab document under its resource name (``F2``).

    Code 1 is the first piece.
    """
    from reportlab.pdfbase import pdfdoc

    data = file.cut(pieces)
    font_name = pdfdoc.PDFName(f"{_subset_tag(data)}+{file.postscript_name}")
    program = pdfdoc.PDFStream()
    program.content = data
    program.dictionary["Length1"] = len(data)
    meaning = pdfdoc.PDFStream()
    meaning.content = to_unicode(pieces)
    if doc.compression:
        program.filters = [pdfdoc.PDFZCompress]
        meaning.filters = [pdfdoc.PDFZCompress]
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": font_name,
            "Flags": _SYMBOLIC | (_ITALIC if file.italic_angle else 0),
            "FontBBox": pdfdoc.PDFArray([file.per_mille(edge) for edge in file.box]),
            "ItalicAngle": file.italic_angle,
            "Ascent": round(file.ascent * 1000),
            "Descent": round(file.descent * 1000),
            "CapHeight": round(file.cap_height * 1000),
            "StemV": 120 if file.bold else 80,
            "FontFile2": doc.Reference(program, f"fontFile:{name}"),
        }
    )
    widths = [file.per_mille(piece.advance) for piece in pieces]
    character_font = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": font_name,
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            "DW": 0,
            "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
            "FontDescriptor": doc.Reference(descriptor, f"fontDescriptor:{name}"),
        }
    )
    font = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": font_name,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray(
                [doc.Reference(character_font, f"characterFont:{name}")]
            ),
            "ToUnicode": doc.Reference(meaning, f"toUnicode:{name}"),
        }
    )
    doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, f"font:{name}")


def to_unicode(pieces: Sequence[Piece]) -> str:
    """The CMap that says what each code means; a code may stand for several characters."""
    entries = [
        f"<{code:04X}> <{piece.text.encode('utf-16-be').hex().upper()}>\n"
        for code, piece in enumerate(pieces, start=1)
    ]
    blocks = (
        entries[start : start + _ENTRIES_A_BLOCK]
        for start in range(0, len(entries), _ENTRIES_A_BLOCK)
    )
    return _TO_UNICODE.format(
        entries="".join(
            f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks
        )
    )


def _subset_tag(data: bytes) -> str:
    """Six letters from the font's own bytes, as PDF asks of a part of a font."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)
