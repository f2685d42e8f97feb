"""What stands in a Word file, read from its XML; and what the blocks say should stand there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ita_desktop.documents.blocks import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Emblem,
    Heading,
    ListBlock,
    MemoHead,
    OpinionBlock,
    PageBreak,
    Paragraph,
    PhotoGrid,
    Rule,
    Signature,
    Space,
    Table,
    Text,
)

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
W = f"{{{NAMES['w']}}}"


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """The root element of one part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def parts(data: bytes, pattern: str) -> dict[str, Any]:
    """Every part whose name matches, by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(pattern, name)
        }


def find(element: Any, path: str) -> list[Any]:
    """XPath with the usual prefixes."""
    return list(element.xpath(path, namespaces=NAMES))


def lines(data: bytes) -> list[str]:
    """The text of the document in order, merged cells once, what fields show left out."""
    found: list[str] = []
    for paragraph in find(part(data), "//w:body//w:p"):
        if find(paragraph, "ancestor::w:tc[1]/w:tcPr/w:vMerge[@w:val='continue']"):
            continue
        found += text_of(paragraph).split("\n")
    return [line for line in map(_plain, found) if line]


def text_of(paragraph: Any) -> str:
    """The text of a paragraph; a tab is a space."""
    said, shown = "", True
    for one in paragraph.iter():
        if one.tag == f"{W}fldChar":
            shown = one.get(f"{W}fldCharType") == "end"
        elif not shown:
            continue
        elif one.tag == f"{W}t":
            said += one.text or ""
        elif one.tag == f"{W}tab" and one.getparent().tag == f"{W}r":
            said += " "
        elif one.tag == f"{W}br":
            said += "\n"
        elif one.tag == f"{W}sym":
            said += chr(int(one.get(f"{W}char"), 16))
    return said


def expected(document: Document) -> list[str]:
    """The lines that a document's blocks say, in order; charts say theirs as pictures."""
    titles = tuple(section.part for section in document.sections if section.part)
    said = [
        line
        for section in document.sections
        for block in section.blocks
        for words in _said(block, titles)
        for line in words.split("\n")
    ]
    return [line for line in map(_plain, said) if line]


def _plain(line: str) -> str:
    return " ".join(line.split())


def _said(block: Block, titles: tuple[str, ...]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _words(block.text)
        case Heading():
            yield from block.lines
        case ListBlock():
            for item in block.items:
                yield f"{item.label} {_words(item.text)}"
        case Table():
            yield block.caption
            for row in (*block.header, *block.rows):
                for cell in row.cells:
                    for inner in cell.content if cell else ():
                        yield from _said(inner, ())
        case Cover():
            yield from (*block.title, *block.agency)
        case MemoHead():
            yield block.title
            for entries in block.lines:
                yield " ".join(f"{one.label} {one.words}" for one in entries)
        case Signature():
            yield from (block.closing, f"({block.name})", *block.position)
        case OpinionBlock():
            yield from (block.title, f"({block.name})", *block.position)
        case PhotoGrid():
            for photo in block.photos:
                yield photo.caption
        case Contents():
            yield from (block.title, *titles)
        case Emblem() | Rule() | Chart() | PageBreak() | Space():
            return


def _words(text: Text) -> str:
    return "".join(run.text for run in text)
